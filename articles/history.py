"""The history of articles and of the archive in words that a reader understands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from .corrections import ARTICLE_FIELDS, PAGE_FIELDS, REPORTER_FIELDS, Value, show_ranges
from .models import Article, Change, Correction

LONGEST = 20_000
"""Characters; longer texts are shown one after the other instead of compared."""
PIECE = 40
"""Characters of unchanged text left standing on each side of a difference."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: ``same``, ``gone`` or ``come``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One change as the public may see it."""

    change: Change
    label: str
    """The field's name, empty where the change is of the whole article."""
    pieces: tuple[Piece, ...]
    editor: str
    """Empty unless the operator shows the names of editors."""


def of_article(article: Article):
    """Changes of an article and of its page's date, number and title, newest first."""
    own = Q(article=article)
    page = Q(page=article.page_id, article=None) & ~Q(field="furniture")
    return _joined(Change.objects.filter(own | page))


def in_force(article: Article) -> list[Correction]:
    """The corrections whose values a reader of the article sees, its page's date among them.

    No query for an article that nobody corrected.
    """
    if not article.corrected_fields and not article.page.corrected_fields:
        return []
    shown = set(Correction.STANDING) - {Correction.State.LOST}
    corrections = Correction.objects.filter(state__in=shown).exclude(field="furniture")
    own = Q(article=article) | Q(page=article.page_id)
    return list(
        corrections.filter(own)
        .only("field", "article", "reporter", "made_at")
        .order_by("page", "field")
    )


def of_archive(before: int | None = None):
    """Changes of the whole archive, newest first; those older than one of them."""
    changes = _joined(Change.objects.all())
    last = Change.objects.filter(pk=before).first() if before else None
    if last is None:
        return changes
    return changes.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))


def _joined(changes):
    return (
        changes.select_related("article", "page", "reporter", "correction")
        .defer("article__body", "article__read", "page__text", "page__read")
        .order_by("-at", "-pk")
    )


def lines(changes: Sequence[Change]) -> Iterator[Line]:
    for change in changes:
        yield Line(change, label(change), _pieces(change), _editor(change))


def label(change: Change | Correction) -> str:
    """What the field is called; empty where the change is of the whole article."""
    fields = ARTICLE_FIELDS if change.article_id else PAGE_FIELDS
    if change.reporter_id:
        fields = REPORTER_FIELDS
    return str(fields.get(change.field, change.field)) if change.field else ""


def _editor(change: Change) -> str:
    return change.correction.editor if settings.SHOW_EDITORS and change.correction else ""


def _pieces(change: Change) -> tuple[Piece, ...]:
    """What became of the value; nothing of an article that readers may not see."""
    if not change.field or (change.article and change.article.state == Article.State.HIDDEN):
        return ()
    before, after = (words(change.field, value) for value in (change.before, change.after))
    return tuple(differences(before, after))


def words(field: str, value: Value) -> str:
    """A value as a person would write it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field in {"line_ranges", "furniture"}:
        ranges = [one["lines"] if isinstance(one, dict) else one for one in value]
        return show_ranges(ranges)
    if field == "names" and isinstance(value, dict):
        value = value["names"]
    if field == "bylines":
        return "；".join(f"{one['role']} {one['name']}".strip() for one in value)
    if field == "districts":
        first = [value["primary"]] if value["primary"] else []
        return "、".join([*first, *(n for n in value["names"] if n not in first)])
    if isinstance(value, list):
        return "、".join(map(str, value))
    if field == "kind":
        return str(dict(Article.Kind.choices).get(value, value))
    return str(value)


def differences(before: str, after: str) -> Iterator[Piece]:
    """The two texts as one: what stayed, what went, what came; long same stretches are cut."""
    if max(len(before), len(after)) > LONGEST:
        yield from (Piece(k, t) for k, t in (("gone", before), ("come", after)) if t)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", _shortened(before[a:b]))
            continue
        if b > a:
            yield Piece("gone", before[a:b])
        if d > c:
            yield Piece("come", after[c:d])


def _shortened(text: str) -> str:
    if len(text) <= 2 * PIECE:
        return text
    return f"{text[:PIECE]} … {text[-PIECE:]}"
