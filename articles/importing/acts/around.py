"""Reading a page again around what editors said."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...corrections import BadValue, Standing, lines_in
from ...models import Correction, Page
from .. import neighbours
from ..planning import plan_page
from ..records import KnownArticle, KnownPage, PagePlan
from ..store import known_pages
from ..writing import Cause, write
from .act import Act


def known_page(page_id: int) -> KnownPage:
    """The page as it stands, locked until the act is done (SQLite locks as a whole)."""
    Page.objects.select_for_update().only("pk").get(pk=page_id)
    (known,) = known_pages(Q(pk=page_id))
    return known


def read_again(page_id: int, act: Act, spoken: Iterable[tuple[int | None, str]]) -> None:
    known, spoken = known_page(page_id), set(spoken)
    _check_claims(known)
    plan = plan_page(known.source, known, act.word_lists(), known.neighbour_date)
    plan = _seen_now(plan, spoken)
    run = Page.objects.select_related("last_run").get(pk=page_id).last_run
    act.behind.update(write(plan, Cause(run, dict.fromkeys(spoken))))
    if neighbours.matters(plan):
        folder = neighbours.folder_of(plan.source.key)
        if act.lends is None:
            _lend_dates(folder, act, run)
        else:
            act.lends[folder] = run


def _check_claims(known: KnownPage) -> None:
    """Raise ``BadValue`` where two corrections claim one line (an undo may wish that)."""
    furniture = known.correction_of("furniture")
    claimed = lines_in(furniture.value) if furniture else set()
    for article in known.articles:
        fixed = fixed_lines(article)
        if fixed and lines_in(fixed.value) & claimed:
            line = min(lines_in(fixed.value) & claimed)
            raise BadValue(_("Line %s was given to something else since.") % line)
        claimed |= lines_in(fixed.value) if fixed else set()


def fixed_lines(article: KnownArticle) -> Standing | None:
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


@contextmanager
def one_lending(act: Act) -> Iterator[None]:
    """An act over many pages: dates are lent once, at its end, and not after each page."""
    act.lends = {}
    yield
    for folder, run in sorted(act.lends.items()):
        _lend_dates(folder, act, run)
    act.lends = None


def _lend_dates(folder: str, act: Act, run) -> None:
    """A page's better date may be its neighbours' too."""
    for key, lent in neighbours.lent_dates(folder).items():
        (known,) = known_pages(Q(key=key))
        behind = write(plan_page(known.source, known, act.word_lists(), lent), Cause(run))
        act.behind.update(behind)
