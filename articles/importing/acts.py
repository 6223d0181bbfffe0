"""What an editor does: corrections of values and lines, and taking them back.

Each act writes its corrections and reads the page again around them, in one transaction; the
history gets a line for each. Ids of articles whose index entry is behind come back, for the
caller to index after the commit.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..corrections import (
    ARTICLE_FIELDS,
    EDITORS_OWN,
    PAGE_FIELDS,
    BadValue,
    Ranges,
    Standing,
    Value,
    dated,
    lines_in,
    without_lines,
)
from ..models import Article, Change, Correction, Page
from . import neighbours
from .lists import word_lists
from .planning import plan_page, shown
from .records import KnownArticle, KnownPage, PagePlan, WordLists
from .store import known_pages
from .writing import Cause, write


class Stale(Exception):
    """Somebody changed the article or page after the editor had opened it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value an editor gives; of the page itself where ``article`` is None."""

    field: str
    value: Value
    article: int | None = None


@dataclass(slots=True)
class Act:
    """One click of an editor: who, why, and what came of it."""

    by: AbstractBaseUser | None = None
    why: str = ""
    uid: uuid.UUID = field(default_factory=uuid.uuid4)
    at: datetime = field(default_factory=timezone.now)
    behind: set[int] = field(default_factory=set)
    """Articles whose index entry is behind."""
    lists: WordLists | None = None

    def word_lists(self) -> WordLists:
        if self.lists is None:
            self.lists = word_lists()
        return self.lists


# --- values ---


@transaction.atomic
def correct(page_id: int, said: Sequence[Said], act: Act) -> None:
    """Put values in force. Raises ``BadValue`` for one that cannot be."""
    known = _known(page_id)
    for one in said:
        _check(one, known)
    for one in said:
        _record(one, known, act)
    _read_again(page_id, act, [(one.article, one.field) for one in said])


@transaction.atomic
def take_read_value(page_id: int, fields: Sequence[tuple[int | None, str]], act: Act) -> None:
    """Withdraw corrections, so that the values as read are in force again."""
    _withdraw(_standing(page_id, fields), act)
    _read_again(page_id, act, fields)


@transaction.atomic
def accept(correction_ids: Iterable[int], act: Act) -> int:
    """Keep the editor's values although the reader changed its mind; says how many there were."""
    conflicts = Correction.objects.filter(
        pk__in=list(correction_ids), state=Correction.State.CONFLICT
    ).select_related("page", "article")
    pages = set()
    for correction in conflicts:
        target = correction.article or correction.page
        correction.read = target.read.get(correction.field)
        correction.save(update_fields=["read"])
        pages.add(correction.page_id or correction.article.page_id)
    for page_id in sorted(pages):
        _read_again(page_id, act, [])
    return len(conflicts)


@transaction.atomic
def undo(act_uid: uuid.UUID, act: Act) -> None:
    """Take back everything one act did; what stood before it is in force again.

    Raises ``BadValue`` when a later act rests on it.
    """
    done = list(Correction.objects.filter(act=act_uid).select_related("article"))
    if not done or any(one.state not in Correction.STANDING for one in done):
        raise BadValue(_("It was changed again since; undo the later change first."))
    by_page: dict[int, list[Correction]] = {}
    for one in done:
        by_page.setdefault(one.page_id or one.article.page_id, []).append(one)
    for page_id, corrections in sorted(by_page.items()):
        _withdraw(corrections, act)
        for one in corrections:
            _reinstate(one)
        _read_again(page_id, act, [(one.article_id, one.field) for one in corrections])


# --- lines ---


@transaction.atomic
def set_lines(article_id: int, ranges: Ranges, act: Act) -> None:
    """The article is exactly these lines, in this order."""
    page_id = _page_of(article_id)
    known = _known(page_id)
    said = [Said("line_ranges", ranges, article_id)]
    correct(page_id, said + _give_way(known, lines_in(ranges), {article_id}), act)


@transaction.atomic
def new_article(page_id: int, ranges: Ranges, act: Act) -> int:
    """An article of its own from these lines; its id."""
    known = _known(page_id)
    article_id = _mint(page_id, act)
    said = [Said("line_ranges", ranges, article_id)]
    correct(page_id, said + _give_way(known, lines_in(ranges), set()), act)
    return article_id


@transaction.atomic
def split(article_id: int, line: int, act: Act) -> int:
    """Cut the article before a line, in its reading order; id of the second part."""
    page_id = _page_of(article_id)
    ranges = _article(_known(page_id), article_id).values["line_ranges"]
    first, second = _cut(ranges, line)
    if not first or not second:
        raise BadValue(_("Line %s is not inside the article.") % line)
    other = _mint(page_id, act)
    correct(
        page_id,
        [Said("line_ranges", first, article_id), Said("line_ranges", second, other)],
        act,
    )
    return other


def _cut(ranges: Ranges, line: int) -> tuple[Ranges, Ranges]:
    for at, (start, end) in enumerate(ranges):
        if start <= line <= end:
            before = [[start, line - 1]] if line > start else []
            return ranges[:at] + before, [[line, end], *ranges[at + 1 :]]
    return ranges, []


@transaction.atomic
def merge(article_id: int, into_id: int, act: Act) -> None:
    """Give all lines of one article to another of the same page; its address leads there."""
    page_id = _page_of(into_id)
    if article_id == into_id or _page_of(article_id) != page_id:
        raise BadValue(_("Only two articles of one page can be merged."))
    known = _known(page_id)
    parts = [_article(known, pk).values["line_ranges"] for pk in (into_id, article_id)]
    ranges = [one for part in sorted(parts) for one in part]
    correct(
        page_id,
        [Said("merged_into", into_id, article_id), Said("line_ranges", ranges, into_id)],
        act,
    )


@transaction.atomic
def take_out(page_id: int, ranges: Ranges, act: Act) -> None:
    """The lines belong to no article: they are furniture of the page."""
    known = _known(page_id)
    taken = lines_in(ranges)
    fixed = known.correction_of("furniture")
    kept = without_lines(fixed.value, taken) if fixed else []
    said = [Said("furniture", sorted([*kept, *ranges]))]
    correct(page_id, said + _give_way(known, taken, set(), page_too=False), act)


@transaction.atomic
def hide(article_id: int, reason: str, act: Act) -> None:
    """No reader sees the article any more; its lines stay its own, so that no other shows them."""
    page_id = _page_of(article_id)
    article = _article(_known(page_id), article_id)
    said = [Said("hidden", reason, article_id)]
    if not article.correction_of("line_ranges"):
        said.append(Said("line_ranges", article.values["line_ranges"], article_id))
    correct(page_id, said, act)


def _give_way(
    known: KnownPage, taken: set[int], to: set[int], *, page_too: bool = True
) -> list[Said]:
    """What other fixed lines must yield. Raises ``BadValue`` where nothing would be left."""
    said = []
    for article in known.articles:
        fixed = _fixed(article)
        if article.pk in to or fixed is None:
            continue
        if lines_in(fixed.value) & taken:
            left = without_lines(fixed.value, taken)
            if not left:
                raise BadValue(
                    _("Article %s would have no line left; merge it instead.") % article.pk
                )
            said.append(Said("line_ranges", left, article.pk))
    furniture = known.correction_of("furniture") if page_too else None
    if furniture and lines_in(furniture.value) & taken:
        said.append(Said("furniture", without_lines(furniture.value, taken)))
    return said


def _mint(page_id: int, act: Act) -> int:
    """A new public id; the row is filled when the page is read again."""
    page = Page.objects.get(pk=page_id)
    article = Article.objects.create(
        page=page, position=0, state=Article.State.GONE, in_lists=False, changed_at=act.at
    )
    return article.pk


# --- the steps of every act ---


def _page_of(article_id: int) -> int:
    page_id = Article.objects.filter(pk=article_id).values_list("page_id", flat=True).first()
    if page_id is None:
        raise BadValue(_("There is no article %s.") % article_id)
    return page_id


def _known(page_id: int) -> KnownPage:
    """The page as it stands, locked until the act is done (SQLite locks as a whole)."""
    Page.objects.select_for_update().only("pk").get(pk=page_id)
    (known,) = known_pages(Q(pk=page_id))
    return known


def _article(known: KnownPage, article_id: int) -> KnownArticle:
    article = next((one for one in known.articles if one.pk == article_id), None)
    if article is None or not article.is_shown:
        raise BadValue(_("Article %s does not stand on this page any more.") % article_id)
    return article


def _check(said: Said, known: KnownPage) -> None:
    fields = PAGE_FIELDS if said.article is None else ARTICLE_FIELDS
    if said.field not in fields:
        raise BadValue(_("There is no field %s.") % said.field)
    if said.field == "issue_date":
        dated(said.value)
    if said.field in {"line_ranges", "furniture"}:
        _check_lines(said, known)


def _check_lines(said: Said, known: KnownPage) -> None:
    lines = known.source.text.split("\n")
    wanted = lines_in(said.value)
    if wanted and max(wanted) > len(lines):
        raise BadValue(_("The page has only %s lines.") % len(lines))
    if said.field == "line_ranges" and not any(lines[n - 1].strip() for n in wanted):
        raise BadValue(_("An article needs at least one printed line."))


def _record(said: Said, known: KnownPage, act: Act) -> Correction:
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
        made_by=act.by if act.by and act.by.pk else None,
        editor=act.by.get_username() if act.by else "",
        made_at=act.at,
        why=act.why,
    )
    _note(correction, Change.Kind.CORRECTED, correction.replaced, said.value, known.pk, act)
    return correction


def _any_article(known: KnownPage, article_id: int) -> KnownArticle:
    found = next((one for one in known.articles if one.pk == article_id), None)
    return found or KnownArticle(article_id, "gone", "", None, {}, {})


def _note(correction: Correction, kind: str, before, after, page_id: int, act: Act) -> None:
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


def _standing(page_id: int, fields: Sequence[tuple[int | None, str]]) -> list[Correction]:
    standing = Correction.objects.filter(state__in=Correction.STANDING)
    of_page = standing.filter(page_id=page_id)
    of_articles = standing.filter(article__page_id=page_id)
    return [one for one in (*of_page, *of_articles) if (one.article_id, one.field) in set(fields)]


def _withdraw(corrections: Sequence[Correction], act: Act) -> None:
    for one in corrections:
        one.state, one.withdrawn_at = Correction.State.WITHDRAWN, act.at
        one.save(update_fields=["state", "withdrawn_at"])
        page_id = one.page_id or one.article.page_id
        _note(one, Change.Kind.WITHDRAWN, one.value, one.replaced, page_id, act)


def _reinstate(correction: Correction) -> None:
    """Put the correction that this one had replaced in force again, if there was one."""
    former = Correction.objects.filter(
        page_id=correction.page_id,
        article_id=correction.article_id,
        field=correction.field,
        state=Correction.State.SUPERSEDED,
        pk__lt=correction.pk,
    )
    last = former.order_by("pk").last()
    if last:
        last.state = Correction.State.IN_FORCE
        last.save(update_fields=["state"])


def _read_again(page_id: int, act: Act, spoken: Iterable[tuple[int | None, str]]) -> None:
    known, spoken = _known(page_id), set(spoken)
    _check_claims(known)
    plan = plan_page(known.source, known, act.word_lists(), known.neighbour_date)
    plan = _seen_now(plan, spoken)
    run = Page.objects.select_related("last_run").get(pk=page_id).last_run
    act.behind.update(write(plan, Cause(run, dict.fromkeys(spoken))))
    if neighbours.matters(plan):
        _lend_dates(plan, act, run)


def _check_claims(known: KnownPage) -> None:
    """Raise ``BadValue`` where two corrections claim one line (an undo may wish that)."""
    furniture = known.correction_of("furniture")
    claimed = lines_in(furniture.value) if furniture else set()
    for article in known.articles:
        fixed = _fixed(article)
        if fixed and lines_in(fixed.value) & claimed:
            line = min(lines_in(fixed.value) & claimed)
            raise BadValue(_("Line %s was given to something else since.") % line)
        claimed |= lines_in(fixed.value) if fixed else set()


def _fixed(article: KnownArticle) -> Standing | None:
    """The lines that an editor fixed for an article that stands on its page."""
    fixed = article.correction_of("line_ranges")
    if article.correction_of("merged_into") or (fixed and fixed.state == Correction.State.LOST):
        return None
    return fixed


def _seen_now(plan: PagePlan, spoken: set[tuple[int | None, str]]) -> PagePlan:
    """The plan with what the reader says now as what the editor saw when speaking."""

    def seen(corrections, read, pk):
        return tuple(
            replace(one, read=read[one.field]).against(read[one.field])
            if (pk, one.field) in spoken and one.field in read
            else one
            for one in corrections
        )

    return replace(
        plan,
        corrections=seen(plan.corrections, plan.read, None),
        articles=tuple(
            replace(one, corrections=seen(one.corrections, one.read, one.known.pk))
            if one.known
            else one
            for one in plan.articles
        ),
    )


def _lend_dates(plan: PagePlan, act: Act, run) -> None:
    """A page's better date may be its neighbours' too."""
    folder = neighbours.folder_of(plan.source.key)
    for key, lent in neighbours.lent_dates(folder).items():
        (known,) = known_pages(Q(key=key))
        behind = write(plan_page(known.source, known, act.word_lists(), lent), Cause(run))
        act.behind.update(behind)


def check_unchanged(target: Article | Page, seen: str) -> None:
    """Raise ``Stale`` unless the target is as the editor saw it (``changed_at`` as ISO text)."""
    current = type(target).objects.values_list("changed_at", flat=True).get(pk=target.pk)
    if current.isoformat() != seen:
        raise Stale
