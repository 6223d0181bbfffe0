"""The rows that an act leaves: corrections, their states, and a line of the history for each."""

from collections.abc import Sequence

from ...corrections import EDITORS_OWN, Value, shown
from ...models import Article, Change, Correction
from ..records import KnownArticle, KnownPage
from .act import Act, Said


def record(said: Said, known: KnownPage, act: Act) -> Correction:
    """Keep one value, the value it replaces and what the reader said at the time."""
    target = known if said.article is None else _any_article(known, said.article)
    before = target.correction_of(said.field)
    in_force = None
    if said.field not in EDITORS_OWN:
        in_force = shown(said.field, target.values.get(said.field))
    if before:
        Correction.objects.filter(pk=before.pk).update(state=Correction.State.SUPERSEDED)
    correction = Correction.objects.create(
        act=act.uid,
        page_id=known.pk if said.article is None else None,
        article_id=said.article,
        field=said.field,
        value=said.value,
        replaced=before.value if before else in_force,
        read=target.read.get(said.field) if before else in_force,
        made_at=act.at,
        why=act.why,
        **act.signature(),
    )
    note(correction, Change.Kind.CORRECTED, correction.replaced, said.value, known.pk, act)
    return correction


def _any_article(known: KnownPage, article_id: int) -> KnownArticle:
    found = next((one for one in known.articles if one.pk == article_id), None)
    return found or KnownArticle(article_id, "gone", "", None, {}, {})


def note(correction: Correction, kind: str, before, after, page_id: int, act: Act) -> None:
    Change.objects.create(
        at=act.at,
        kind=kind,
        page_id=page_id,
        article_id=correction.article_id,
        field=correction.field,
        before=before,
        after=after,
        correction=correction,
    )


def standing_of(page_id: int, fields: Sequence[tuple[int | None, str]]) -> list[Correction]:
    standing = Correction.objects.filter(state__in=Correction.STANDING)
    of_page = standing.filter(page_id=page_id)
    of_articles = standing.filter(article__page_id=page_id)
    return [one for one in (*of_page, *of_articles) if (one.article_id, one.field) in set(fields)]


def withdraw(corrections: Sequence[Correction], act: Act) -> None:
    """End the corrections; what the reader of pages says by now is in force again."""
    for one in corrections:
        end(one, act)
        _note_withdrawn(one, _read_now(one), act)


def take_back(corrections: Sequence[Correction], act: Act) -> None:
    """End the corrections; those that they had replaced stand again."""
    for one in corrections:
        end(one, act)
        former = reinstated(one)
        if one.field == "line_ranges" and one.replaced:
            # So that it is told from an article that had been merged into it, however long that is.
            Article.objects.filter(pk=one.article_id).update(line_ranges=one.replaced)
        _note_withdrawn(one, former.value if former else _read_now(one), act)


def end(correction: Correction, act: Act) -> None:
    """Say that the correction stands no more."""
    correction.state, correction.withdrawn_at = Correction.State.WITHDRAWN, act.at
    correction.save(update_fields=["state", "withdrawn_at"])


def reinstated(correction: Correction) -> Correction | None:
    """The correction that this one had replaced, in force again; None if there was none."""
    former = Correction.objects.filter(
        page_id=correction.page_id,
        article_id=correction.article_id,
        reporter_id=correction.reporter_id,
        field=correction.field,
        state=Correction.State.SUPERSEDED,
        pk__lt=correction.pk,
    )
    last = former.order_by("pk").last()
    if last:
        last.state = Correction.State.IN_FORCE
        last.save(update_fields=["state"])
    return last


def _read_now(correction: Correction) -> Value:
    if correction.field in EDITORS_OWN:
        return None
    return correction.target.read.get(correction.field)


def _note_withdrawn(correction: Correction, after: Value, act: Act) -> None:
    page_id = correction.page_id or correction.article.page_id
    note(correction, Change.Kind.WITHDRAWN, correction.value, after, page_id, act)
