"""Pages of one import that belong to one issue lend each other their date.

Only where two things agree: file names that differ in their number alone and page numbers that
run on; or a story that jumps from one page to the other and is told in the same words; or the
same day and month and the same reporters and editors. A page that has a day of its own is never
touched, and none is given a day that its own news comes after.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from articles.pagefile.dating.datewords import LEAP_YEAR
from articles.pagefile.records import (
    DateBasis,
    DatePrecision,
    DateReading,
    ParsedArticle,
    ParsedPage,
)

_SURE = frozenset({DateBasis.EDITOR, DateBasis.MANIFEST, DateBasis.FILE_NAME, DateBasis.MASTHEAD})
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
_HASHED = re.compile("[0-9a-f]{10,}", re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff]{3,}")
_LEAST_SHARED = 4
_PEOPLE = 3
MOST_GIVERS = 40
"""More pages than this with the same jump are no one issue's."""
_DAYS = 10
"""News is told within so many days."""


@dataclass(frozen=True, slots=True)
class _Page:
    name: str
    page: ParsedPage

    @property
    def day(self) -> date | None:
        """The page's own sure day."""
        reading = self.page.date
        sure = reading.basis in _SURE and reading.precision is DatePrecision.DAY
        return reading.latest if sure else None

    @property
    def is_open(self) -> bool:
        """Nothing surer than its text dates it."""
        return self.page.date.basis in (DateBasis.TEXT, DateBasis.NONE)

    @property
    def folder(self) -> str:
        return str(PurePosixPath(self.name).parent)

    def may_be_of(self, day: date) -> bool:
        """Whether the page's own reading of its text allows the day."""
        reading = self.page.date
        if reading.precision is DatePrecision.MONTH_DAY:
            month, in_month = int(reading.edtf[5:7]), int(reading.edtf[8:10])
            own = date(LEAP_YEAR, month, in_month)
            return 0 <= (day.replace(year=LEAP_YEAR) - own).days % 366 <= _DAYS
        if reading.precision is DatePrecision.DAY and reading.earliest:
            return 0 <= (day - reading.earliest).days <= _DAYS
        return True


def share_dates(pages: Mapping[str, ParsedPage]) -> dict[str, DateReading]:
    """New readings, by page key, for pages that others of the same issue date."""
    all_pages = [_Page(name, page) for name, page in sorted(pages.items())]
    found: dict[str, set[tuple[date, str]]] = defaultdict(set)
    for rule in (_by_run, _by_jump, _by_people):
        for page, day, giver in rule(all_pages):
            if page.is_open and page.may_be_of(day):
                found[page.name].add((day, giver))
    return {
        name: _reading(given)
        for name, given in found.items()
        if len({day for day, _ in given}) == 1
    }


def _reading(given: set[tuple[date, str]]) -> DateReading:
    day = min(given)[0]
    evidence = tuple(sorted({giver for _, giver in given}))
    return DateReading(day.isoformat(), day, day, DatePrecision.DAY, DateBasis.NEIGHBOUR, evidence)


def _by_run(pages: list[_Page]) -> Iterator[tuple[_Page, date, str]]:
    """scan_011 (版 01, dated), scan_012 (版 02), scan_013 (版 03): one issue till 版 falls back."""
    for run in _series(pages):
        day, giver, last = None, "", ""
        for page in run:
            number = page.page.page_number or ""
            if page.day:
                day, giver = page.day, page.name
            elif not number or number <= last:
                day = None
            elif day:
                yield page, day, giver
            last = number


def _series(pages: list[_Page]) -> Iterator[list[_Page]]:
    """Pages whose keys differ in the last number alone, in the order of that number."""
    groups: dict[str, list[tuple[int, _Page]]] = defaultdict(list)
    for page in pages:
        if place := series_of(page.name):
            key, number = place
            groups[key].append((number, page))
    for numbered in groups.values():
        yield [page for _, page in sorted(numbered, key=lambda pair: pair[0])]


def series_of(key: str) -> tuple[str, int] | None:
    """What a page's key has in common with others of its series, and its number there."""
    folder, _, name = key.rpartition("/")
    number = _LAST_NUMBER.search(name)
    if not number or _HASHED.search(name):
        return None
    return f"{folder}/{name[: number.start()]}#{name[number.end() :]}", int(number.group())


def _by_jump(pages: list[_Page]) -> Iterator[tuple[_Page, date, str]]:
    """A story that one page says goes on on the other, told in the same words."""
    givers: dict[tuple[str, str, str], list[tuple[_Page, ParsedArticle]]] = defaultdict(list)
    for page in pages:
        for article in page.page.articles:
            for key in _jump_keys(page, article):
                givers[key].append((page, article))
    for page in pages:
        for article in page.page.articles if page.is_open else ():
            for kind, here, there in _jump_keys(page, article):
                other = "to" if kind == "from" else "from"
                halves = givers[other, there, here]
                fitting = [
                    giver
                    for giver, half in (halves if len(halves) <= MOST_GIVERS else ())
                    if giver.day and giver.folder == page.folder and _tells_on(half, article)
                ]
                if len({giver.day for giver in fitting}) == 1:
                    yield page, fitting[0].day, fitting[0].name


def _jump_keys(page: _Page, article: ParsedArticle) -> Iterator[tuple[str, str, str]]:
    number = page.page.page_number
    if number and article.continued_to:
        yield "to", number, article.continued_to
    if number and article.continued_from:
        yield "from", number, article.continued_from


def _tells_on(one: ParsedArticle, other: ParsedArticle) -> bool:
    return len(_grams(one) & _grams(other)) >= _LEAST_SHARED


def _grams(article: ParsedArticle) -> set[str]:
    text = f"{article.headline or ''}\n{article.body}"
    return {run[at : at + 3] for run in _HAN.findall(text) for at in range(len(run) - 2)}


def _by_people(pages: list[_Page]) -> Iterator[tuple[_Page, date, str]]:
    """The same day of the month in the text, and the same people at work on both pages."""
    dated: dict[tuple[str, str], list[_Page]] = defaultdict(list)
    for page in pages:
        if page.day:
            dated[page.folder, page.day.isoformat()[4:]].append(page)
    for page in pages:
        reading = page.page.date
        if not page.is_open or reading.precision is not DatePrecision.MONTH_DAY:
            continue
        fitting = [
            giver
            for giver in dated[page.folder, reading.edtf[4:]]
            if len(_people(giver) & _people(page)) >= _PEOPLE
        ]
        if len({giver.day for giver in fitting}) == 1:
            yield page, fitting[0].day, fitting[0].name


def _people(page: _Page) -> set[str]:
    bylines = [c for a in page.page.articles for c in a.bylines if not c.is_organisation]
    return {credit.name for credit in (*page.page.staff, *bylines)}
