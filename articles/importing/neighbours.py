"""Dates that pages of one issue lend each other, folder by folder.

The outcome depends on the pages that a folder holds, never on the order in which they came, so an
interrupted import ends as an uninterrupted one does.
"""

import posixpath
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from django.db.models import Q

from ..corrections import Values
from ..models import Article, Byline, Page
from ..pagefile.dating.dates import share_dates
from ..pagefile.people.names import is_organisation_name
from ..pagefile.records import Credit, Kind, Paragraph, ParsedArticle, ParsedPage
from . import reading
from .glancing import Jump, concerned
from .records import PagePlan

BATCH = 500


def folder_of(key: str) -> str:
    return posixpath.dirname(key)


def in_folder(folder: str) -> Q:
    """The pages that lie in a folder itself."""
    if not folder:
        return ~Q(key__contains="/")
    return Q(key__startswith=f"{folder}/") & ~Q(key__regex=rf"^.{{{len(folder) + 1}}}.*/")


@dataclass(frozen=True, slots=True)
class Planned:
    """What sharing dates needs of a plan; a rehearsal keeps it of every page, and no more."""

    page: ParsedPage
    neighbour_date: Values | None


def lent_dates(
    folder: str, planned: Mapping[str, Planned] | None = None
) -> dict[str, Values | None]:
    """The pages of a folder whose lent date is not what it should be → what it should be.

    ``planned`` are plans that are not written (a dry run); they stand for the pages they plan.
    """
    planned = planned or {}
    pages = Page.objects.filter(in_folder(folder))
    lent = dict(pages.filter(neighbour_date__isnull=False).values_list("key", "neighbour_date"))
    lent |= {key: plan.neighbour_date for key, plan in planned.items()}
    plans = {key: plan.page for key, plan in planned.items()}
    few = concerned(pages, plans)
    lights = _stored(few.pages - plans.keys(), few.people)
    lights |= {key: page for key, page in plans.items() if key in few.pages}
    lights = {key: _following(page, key, few.jumps) for key, page in lights.items()}
    wanted = {key: reading.date_values(found) for key, found in share_dates(lights).items()}
    keys = sorted({*lent, *wanted})
    return {key: wanted.get(key) for key in keys if lent.get(key) != wanted.get(key)}


def matters(plan: PagePlan) -> bool:
    """Whether writing the plan may change what pages lend each other."""
    fields = {"issue_date", "number", "bylines", "continued_from", "continued_to", "line_ranges"}
    changed = [*plan.page_changes, *(v for a in plan.article_changes for v in a.values)]
    moved = any(change.status != "changed" for change in plan.article_changes)
    return moved or any(change.field in fields for change in changed)


# --- pages as sharing dates needs them ---


def own_date(values: Values, read: Values) -> Values:
    """The page's own date: an editor's where there is one, else the reader's before any loan."""
    if values["date_basis"] == "neighbour":
        return read["date"]
    return values


def planned(plan: PagePlan) -> Planned:
    shown = [one for one in plan.articles if one.state in {"live", "hidden"}]
    page = _light(
        own_date(plan.values, plan.read),
        plan.values,
        [one.values for one in shown if _jumps(one.values)],
        [byline["name"] for one in shown for byline in one.values["bylines"]],
    )
    return Planned(page, plan.neighbour_date)


def _jumps(values: Values) -> bool:
    return bool(values["continued_from"] or values["continued_to"])


def _light(
    date: Values, page: Values, jumping: Iterable[Values], names: Iterable[str]
) -> ParsedPage:
    # Whatever an editor says of an organisation, what is read of a page stays the same.
    persons = (name for name in names if not is_organisation_name(name))
    signed = tuple(Credit("", name, 0, "") for name in persons)
    articles = [
        ParsedArticle(
            kind=Kind(one["kind"]),
            line_ranges=(),
            headline=one["headline"] or None,
            paragraphs=(Paragraph(one["body"], ()),),
            continued_from=one["continued_from"] or None,
            continued_to=one["continued_to"] or None,
        )
        for one in jumping
    ]
    return ParsedPage(
        articles=(*articles, ParsedArticle(Kind.NEWS, (), bylines=signed)),
        date=reading.date_reading(date),
        page_number=page["number"] or None,
        staff=tuple(Credit(one["role"], one["name"], 0, "") for one in page["staff"]),
    )


def _following(page: ParsedPage, key: str, jumps: Set[tuple[str, Jump]]) -> ParsedPage:
    """The page with those of its jumps that are followed."""

    def kept(way: str, there: str | None) -> str | None:
        return there if (key, (way, page.page_number or "", there)) in jumps else None

    articles = (
        replace(
            one,
            continued_from=kept("from", one.continued_from),
            continued_to=kept("to", one.continued_to),
        )
        for one in page.articles
    )
    return replace(page, articles=tuple(articles))


def _stored(keys: Set[str], people: Set[str]) -> dict[str, ParsedPage]:
    ordered, found = sorted(keys), {}
    for start in range(0, len(ordered), BATCH):
        found |= _batch(ordered[start : start + BATCH], people)
    return found


def _batch(keys: list[str], people: Set[str]) -> dict[str, ParsedPage]:
    columns = ("date_evidence", "date_precision", "date_basis", "issue_date", "number", "staff")
    jumping, names = _jumping(keys), _names([key for key in keys if key in people])
    found = {}
    for page in Page.objects.filter(key__in=keys).only(
        "key", "read", "date_earliest", "date_latest", *columns
    ):
        values = {name: getattr(page, name) for name in columns}
        for name in ("date_earliest", "date_latest"):
            values[name] = getattr(page, name) and getattr(page, name).isoformat()
        found[page.key] = _light(
            own_date(values, page.read),
            values,
            jumping.get(page.pk, ()),
            names.get(page.pk, ()),
        )
    return found


def _jumping(keys: list[str]) -> dict[int, list[Values]]:
    columns = ("kind", "headline", "body", "continued_from", "continued_to")
    articles = Article.objects.filter(page__key__in=keys, state__in=["live", "hidden"])
    found: dict[int, list[Values]] = {}
    for article in articles.exclude(continued_from="", continued_to="").order_by(
        "page", "position"
    ):
        found.setdefault(article.page_id, []).append(
            {name: getattr(article, name) for name in columns}
        )
    return found


def _names(keys: list[str]) -> dict[int, list[str]]:
    bylines = Byline.objects.filter(
        article__page__key__in=keys, article__state__in=["live", "hidden"]
    )
    found: dict[int, list[str]] = {}
    for page, name in bylines.order_by("pk").values_list("article__page", "name"):
        found.setdefault(page, []).append(name)
    return found
