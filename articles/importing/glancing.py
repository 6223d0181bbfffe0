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

OPEN = ("text", "none")
"""Bases of own dates that another page may better."""
_OTHER = {"from": "to", "to": "from"}
Jump = tuple[str, str, str]
"""Whether a story goes on ``to`` or ``from`` another page, this page's number, the other's."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A page by its own date, before any loan."""

    pk: int
    key: str
    number: str
    is_open: bool
    day: str
    """``-05-06`` of a page that is sure of its day."""
    month_day: str
    """``-05-06`` of an open page that does not know its year."""


@dataclass(frozen=True, slots=True)
class Concerned:
    """Ids of the pages to be looked at, and what of each counts."""

    pages: set[int]
    jumps: set[tuple[int, Jump]]
    """The jumps of each page that are followed."""
    people: set[int]
    """Pages whose reporters and editors are compared."""


def concerned(pages) -> Concerned:
    """What of these pages of one folder is to be looked at."""
    seen = {one.pk: one for one in _glances(pages)}
    people, jumps = _by_people(seen.values()), set(_by_jumps(seen, _jumps(pages, seen)))
    halves = (pk for pk, _jump in jumps)
    return Concerned({*_by_runs(seen.values()), *halves, *people}, jumps, people)


def _glances(pages) -> Iterator[Glance]:
    columns = ("date_basis", "date_precision", "issue_date", "date_latest")
    lent = dict(pages.filter(date_basis="neighbour").values_list("pk", "read"))
    for pk, key, number, *date in pages.values_list("pk", "key", "number", *columns).iterator():
        if pk in lent:
            date = [lent[pk]["date"][name] for name in columns]
        basis, precision, text, latest = date
        is_open = basis in OPEN
        day = str(latest)[4:] if precision == "day" and not is_open else ""
        month_day = text[4:] if precision == "month_day" and is_open else ""
        yield Glance(pk, key, number, is_open, day, month_day)


def _by_runs(seen: Iterable[Glance]) -> Iterator[int]:
    """All of a series that has both an open page and one that is sure of its day."""
    groups: dict[str, list[Glance]] = defaultdict(list)
    for one in seen:
        if place := series_of(one.key):
            groups[place[0]].append(one)
    for group in groups.values():
        if any(one.is_open for one in group) and any(one.day for one in group):
            yield from (one.pk for one in group)


def _by_people(seen: Iterable[Glance]) -> set[int]:
    """Open pages of a day without its year, and those that are sure to be of such a day."""
    givers, open_ones = defaultdict(set), defaultdict(set)
    for one in seen:
        if one.day:
            givers[one.day].add(one.pk)
        elif one.month_day:
            open_ones[one.month_day].add(one.pk)
    days = givers.keys() & open_ones.keys()
    return {pk for day in days for pk in givers[day] | open_ones[day]}


def _jumps(pages, seen: Mapping[int, Glance]) -> dict[Jump, list[int]]:
    """The pages of each jump, once for each story that jumps so."""
    jumping = Article.objects.filter(
        ~Q(continued_from="") | ~Q(continued_to=""), page__in=pages, state__in=["live", "hidden"]
    )
    found: dict[Jump, list[int]] = defaultdict(list)
    for pk, before, after in jumping.values_list("page", "continued_from", "continued_to"):
        if number := seen[pk].number:
            for way, there in (("from", before), ("to", after)):
                if there:
                    found[way, number, there].append(pk)
    return found


def _by_jumps(
    seen: Mapping[int, Glance], jumps: Mapping[Jump, list[int]]
) -> Iterator[tuple[int, Jump]]:
    """Both halves of each jump that an open page seeks, unless too many pages have the other."""
    for (way, here, there), pks in jumps.items():
        other = (_OTHER[way], there, here)
        seekers = [pk for pk in pks if seen[pk].is_open]
        if seekers and 0 < len(jumps.get(other, ())) <= MOST_GIVERS:
            yield from ((pk, (way, here, there)) for pk in seekers)
            yield from ((pk, other) for pk in jumps[other])
