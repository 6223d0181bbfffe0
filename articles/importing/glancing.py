"""Which pages of a folder may lend a date or be lent one.

One glance at each page, at a few of its columns; only the pages named here are then looked at in
full. They are chosen so that ``share_dates`` says of them what it would say of the whole folder.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q

from ..models import Article
from ..pagefile.dating.neighbours import MOST_GIVERS, series_of
from ..pagefile.records import ParsedPage

OPEN = ("text", "none")
"""Bases of own dates that another page may better."""
_OTHER = {"from": "to", "to": "from"}
Jump = tuple[str, str, str]
"""Whether a story goes on ``to`` or ``from`` another page, this page's number, the other's."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A page by its own date, before any loan."""

    key: str
    number: str
    is_open: bool
    day: str
    """``-05-06`` of a page that is sure of its day."""
    month_day: str
    """``-05-06`` of an open page that does not know its year."""

    @classmethod
    def at(cls, key: str, number: str, basis: str, precision: str, text: str, latest) -> "Glance":
        is_open = basis in OPEN
        day = str(latest)[4:] if precision == "day" and not is_open else ""
        month_day = text[4:] if precision == "month_day" and is_open else ""
        return cls(key, number, is_open, day, month_day)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Keys of the pages to be looked at, and what of each counts."""

    pages: set[str]
    jumps: set[tuple[str, Jump]]
    """The jumps of each page that are followed."""
    people: set[str]
    """Pages whose reporters and editors are compared."""


def concerned(pages, planned: Mapping[str, ParsedPage]) -> Concerned:
    """What of these pages of one folder is to be looked at; plans stand for the pages they plan."""
    seen = {one.key: one for one in (*_stored(pages), *_planned(planned))}
    halves = defaultdict(list)
    for key, way, there in (*_stored_jumps(pages, planned), *_planned_jumps(planned)):
        if there and seen[key].number:
            halves[way, seen[key].number, there].append(key)
    people, jumps = _by_people(seen.values()), set(_by_jumps(seen, halves))
    jumping = (key for key, _jump in jumps)
    return Concerned({*_by_runs(seen.values()), *jumping, *people}, jumps, people)


# --- a glance at each page ---


def _stored(pages) -> Iterator[Glance]:
    columns = ("date_basis", "date_precision", "issue_date", "date_latest")
    lent = dict(pages.filter(date_basis="neighbour").values_list("key", "read"))
    for key, number, *date in pages.values_list("key", "number", *columns).iterator():
        own = [lent[key]["date"][name] for name in columns] if key in lent else date
        yield Glance.at(key, number, *own)


def _planned(planned: Mapping[str, ParsedPage]) -> Iterator[Glance]:
    for key, page in planned.items():
        own = page.date
        number = page.page_number or ""
        yield Glance.at(key, number, own.basis, own.precision, own.edtf or "", own.latest)


def _stored_jumps(pages, planned: Mapping[str, ParsedPage]) -> Iterator[tuple[str, str, str]]:
    jumping = Article.objects.filter(
        ~Q(continued_from="") | ~Q(continued_to=""), page__in=pages, state__in=["live", "hidden"]
    )
    for key, before, after in jumping.values_list("page__key", "continued_from", "continued_to"):
        if key not in planned:
            yield key, "from", before
            yield key, "to", after


def _planned_jumps(planned: Mapping[str, ParsedPage]) -> Iterator[tuple[str, str, str]]:
    for key, page in planned.items():
        for article in page.articles:
            yield key, "from", article.continued_from or ""
            yield key, "to", article.continued_to or ""


# --- and what it tells, rule by rule as ``share_dates`` has them ---


def _by_runs(seen: Iterable[Glance]) -> Iterator[str]:
    """All of a series that has both an open page and one that is sure of its day."""
    groups: dict[str, list[Glance]] = defaultdict(list)
    for one in seen:
        if place := series_of(one.key):
            groups[place[0]].append(one)
    for group in groups.values():
        if any(one.is_open for one in group) and any(one.day for one in group):
            yield from (one.key for one in group)


def _by_people(seen: Iterable[Glance]) -> set[str]:
    """Open pages of a day without its year, and those that are sure to be of such a day."""
    givers, open_ones = defaultdict(set), defaultdict(set)
    for one in seen:
        if one.day:
            givers[one.day].add(one.key)
        elif one.month_day:
            open_ones[one.month_day].add(one.key)
    days = givers.keys() & open_ones.keys()
    return {key for day in days for key in givers[day] | open_ones[day]}


def _by_jumps(
    seen: Mapping[str, Glance], halves: Mapping[Jump, list[str]]
) -> Iterator[tuple[str, Jump]]:
    """Both halves of each jump that an open page seeks, unless too many pages have the other."""
    for (way, here, there), keys in halves.items():
        other = (_OTHER[way], there, here)
        seekers = [key for key in keys if seen[key].is_open]
        if seekers and 0 < len(halves.get(other, ())) <= MOST_GIVERS:
            yield from ((key, (way, here, there)) for key in seekers)
            yield from ((key, other) for key in halves[other])
