"""What the search page shows beside the hits: chosen conditions, facets, the histogram."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from ..forms import Search
from ..search import Bar, Facet, Filters, Found, find
from ..templatetags.reading import day, month, page_label, year
from . import crumbs

OPEN_VALUES = 8
HEIGHT = 60


@dataclass(frozen=True)
class Choice:
    """A value that a reader may choose, or take back."""

    label: str
    address: str
    count: int = 0
    selected: bool = False


@dataclass(frozen=True)
class Column:
    """One bar of the histogram, placed."""

    label: str
    address: str
    count: int
    x: int
    y: float
    height: float
    selected: bool


def context(asked: Search, found: Found) -> dict:
    return {
        "asked": asked,
        "found": found,
        "number": found.page,
        "pages": found.pages,
        "chosen": _chosen(asked, found),
        "facets": [_facet(asked, facet) for facet in found.facets if facet.values],
        "columns": _columns(asked, found.histogram),
        "histogram_width": 10 * len(found.histogram),
        "carried": _carried(asked),
        "anywhere": _anywhere(asked, found),
        "instead": [(i.query, i.total, asked.address(q=i.query)) for i in found.instead],
        "forms": {
            "json": reverse("articles:search_json") + asked.address(),
            "csv": reverse("articles:search_csv") + asked.address(),
            "atom": reverse("articles:search_atom") + asked.address(),
        },
        "check": reverse("articles:search_check") + asked.address(),
        "crumbs": crumbs.of(_("Search")),
    }


def _anywhere(asked: Search, found: Found) -> tuple[int, str] | None:
    """Where the conditions beside the words leave nothing: how many articles have the words."""
    if found.total or not found.available or asked.filters == Filters():
        return None
    total = find(asked.query, order="newest", page_size=1, facets=False).total
    return (total, f"?{urlencode({'q': asked.query})}") if total else None


def examples() -> list[tuple[str, str]]:
    """Queries and what they find; each is a link on the help page."""
    return [
        ("轨道交通", _("articles with these characters, one after the other")),
        ("轨道 交通", _("articles with both, wherever they stand")),
        ('"轨道、交通"', _("exactly so, punctuation too")),
        ("水库 -防汛", _("the first without the second")),
        ("春耕 OR 秋收", _("one or the other")),
        ("标题:春耕", _("in the headline; also 正文: 栏目: 图说:")),
        ("记者:张", _("in a byline")),
        ("县区:醴陵", _("articles about a county")),
        ("专题:教育", _("articles of a topic")),
        ("版:02", _("articles of this page number")),
        ("日期:2020..2021-06", _("from the beginning of 2020 to June 2021")),
    ]


def _carried(asked: Search) -> list[tuple[str, str]]:
    """Parameters that the form has no field for but must not forget."""
    shown = {"q", "in", "from", "to", "sort", "md", "variants", "page"}
    lists = asked.parameters.lists()
    return [(name, value) for name, values in lists if name not in shown for value in values]


def _facet(asked: Search, facet: Facet) -> tuple[str, list[Choice], list[Choice]]:
    """Name, values shown at once, values behind “more”."""
    choices = [
        Choice(
            label=_label(facet.field, value.value, value.label),
            address=asked.address(**{facet.field: None if value.selected else value.value}),
            count=value.count,
            selected=value.selected,
        )
        for value in facet.values
    ]
    return field_name(facet.field), choices[:OPEN_VALUES], choices[OPEN_VALUES:]


def _label(field: str, value: str, label: str) -> str:
    if field == "number":
        return page_label(value)
    return year(int(value)) if field == "year" else label


def field_name(field: str) -> str:
    return {
        "county": _("County"),
        "topic": _("Topic"),
        "reporter": _("Reporter"),
        "kind": _("Kind"),
        "number": _("Page number"),
        "year": _("Year"),
    }[field]


def _chosen(asked: Search, found: Found) -> list[Choice]:
    """Conditions in force, each with the address of the search without it."""
    chosen = [
        Choice(
            f"{field_name(facet.field)}: {_label(facet.field, value.value, value.label)}",
            asked.address(**{facet.field: None}),
        )
        for facet in found.facets
        for value in facet.values
        if value.selected
    ]
    return chosen + _chosen_dates(asked)


def _chosen_dates(asked: Search) -> list[Choice]:
    filters, chosen = asked.filters, []
    if filters.month:
        said = month(tuple(map(int, filters.month.split("-"))))
        chosen.append(Choice(said, asked.address(month=None)))
    if filters.day:
        chosen.append(Choice(day(filters.day), asked.address(day=None)))
    if filters.month_day:
        said = _("on %(day)s of any year") % {"day": filters.month_day}
        chosen.append(Choice(said, asked.address(md=None)))
    if filters.corrected is not None:
        said = _("corrected") if filters.corrected else _("not corrected")
        chosen.append(Choice(said, asked.address(corrected=None)))
    if filters.undated:
        chosen.append(Choice(_("without a certain day"), asked.address(undated=None)))
    return chosen


def _columns(asked: Search, bars: tuple[Bar, ...]) -> list[Column]:
    most = max((bar.count for bar in bars), default=0)
    return [_column(asked, bar, index, most) for index, bar in enumerate(bars) if most]


def _column(asked: Search, bar: Bar, index: int, most: int) -> Column:
    height = max(2.0, round(bar.count / most * (HEIGHT - 4), 1)) if bar.count else 0.0
    is_month = "-" in bar.value
    selected = bar.value in (asked.filters.month, f"{asked.filters.year or 0:04}")
    changes = {"month": bar.value} if is_month else {"year": bar.value}
    said = month(tuple(map(int, bar.value.split("-")))) if is_month else year(int(bar.value))
    return Column(
        label=said,
        address=asked.address(**changes),
        count=bar.count,
        x=10 * index,
        y=HEIGHT - height,
        height=height,
        selected=selected,
    )
