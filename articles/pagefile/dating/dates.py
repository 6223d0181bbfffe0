"""The date of a page with its evidence: manifest, file name, masthead, text, neighbours.

The surest source says the date; the others are checked against it, and where they say another
day that is a problem (``date-contradiction``), not a silent choice.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from articles.pagefile.dating.datewords import LEAP_YEAR, date_in_name, day_of, last_day_of_month
from articles.pagefile.dating.eventdays import EventDay
from articles.pagefile.dating.festivals import Festival, find_festival
from articles.pagefile.dating.issueyear import find_year
from articles.pagefile.dating.lunar import YEAR_NAME, years_named
from articles.pagefile.dating.masthead import (
    DayAlone,
    MastheadDate,
    find_windows,
    read_day_alone,
    read_masthead,
)
from articles.pagefile.dating.neighbours import share_dates
from articles.pagefile.dating.newestday import NewestDay, find_newest_day
from articles.pagefile.dating.yearsigns import YearSign
from articles.pagefile.records import (
    DateBasis,
    DatePrecision,
    DateReading,
    Furniture,
    PageHints,
    ParsedArticle,
    Problem,
)
from articles.pagefile.text.fold import fold

__all__ = ["read_date", "read_edtf", "share_dates"]

_SIXTY_YEARS = range(1978, 2038)
"""A year's name comes again after sixty years; the pages read so far lie in these."""
_EDTF = re.compile(r"(?P<y>[0-9]{4}|XXXX)(?:-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?)?[~?%]?")
_LATE = 4
"""An issue may be some days later than the day after the newest event it tells of."""
_AFTER_PRINT = 60
"""An event that is this many days or fewer after the printed day contradicts it."""

Reading = tuple[DateReading, tuple[Problem, ...]]


def read_date(
    lines: Sequence[str],
    hints: PageHints = PageHints(),  # noqa: B008 a frozen record without state
    articles: Sequence[ParsedArticle] = (),
    furniture: Sequence[Furniture] = (),
) -> Reading:
    """The page's date, and what speaks against it. Raises for no text whatever.

    ``articles`` and ``furniture`` are what was read from ``lines``, the page's as imported.
    """
    problems: list[Problem] = []
    folded = fold("\n".join(lines)).split("\n")
    windows = [*find_windows(folded)]
    mastheads = read_masthead(windows, furniture)
    readings = [
        *_from_manifest(hints.manifest_date, problems),
        *_from_name(hints.name),
        *_from_masthead(mastheads, problems),
    ]
    newest = find_newest_day(folded, articles)
    if not readings:
        alone = read_day_alone(windows, furniture)
        festival = None if alone else find_festival(folded)
        newest = _said_by(alone, newest) or _on_festival(festival, newest)
        reading = _from_text(newest, festival, articles, folded)
        if reading.precision is DatePrecision.UNKNOWN and any(line.strip() for line in lines):
            problems.append(Problem("date-unknown"))
        return reading, tuple(problems)
    first, *rest = readings
    problems += [p for other in rest if (p := _contradiction(first, other))]
    problems += _against_text(first, newest)
    return first, tuple(problems)


def _from_manifest(said: str | None, problems: list[Problem]) -> list[DateReading]:
    if not said or not said.strip():
        return []
    reading = read_edtf(said.strip(), DateBasis.MANIFEST, (said.strip(),))
    if reading is None:
        problems.append(Problem("manifest-date-unreadable", detail=said[:80]))
        return []
    return [reading]


def _from_name(name: str) -> list[DateReading]:
    found = date_in_name(name)
    return [_a_day(found[0], DateBasis.FILE_NAME, (found[1],))] if found else []


def _from_masthead(mastheads: list[MastheadDate], problems: list[Problem]) -> list[DateReading]:
    if not mastheads:
        return []
    first = mastheads[0]
    problems += first.problems
    days = {m.day: m for m in mastheads if m.score >= first.score - 1}
    for day, other in days.items():
        if day != first.day:
            detail = f"{first.day.isoformat()} / {day.isoformat()}"
            problems.append(Problem("date-contradiction", other.line, detail))
    return [_a_day(first.day, DateBasis.MASTHEAD, (first.words.strip(),))]


def _a_day(day: date, basis: DateBasis, evidence: tuple[str, ...]) -> DateReading:
    return DateReading(day.isoformat(), day, day, DatePrecision.DAY, basis, evidence)


def read_edtf(said: str, basis: DateBasis, evidence: tuple[str, ...]) -> DateReading | None:
    """A day, month, year or day without a year in EDTF.

    None where it is none of them, and where no page of the archive may be of that time.
    """
    hit = _EDTF.fullmatch(said)
    if not hit:
        return None
    year, month, day = hit.group("y", "m", "d")
    if year == "XXXX":
        if not day or not day_of(LEAP_YEAR, month, day):
            return None
        return DateReading(said, None, None, DatePrecision.MONTH_DAY, basis, evidence)
    first = day_of(year, month or 1, day or 1)
    if first is None:
        return None
    if day:
        return DateReading(said, first, first, DatePrecision.DAY, basis, evidence)
    precision = DatePrecision.MONTH if month else DatePrecision.YEAR
    last = last_day_of_month(first.year, first.month if month else 12)
    return DateReading(said, first, last, precision, basis, evidence)


def _from_text(
    newest: NewestDay | None,
    festival: Festival | None,
    articles: Sequence[ParsedArticle],
    lines: Sequence[str],
) -> DateReading:
    sign = find_year(newest, articles, lines)
    if sign and newest and not newest.may_be_in(sign.year):
        sign = None
    if festival and newest is None:
        return _festival_day(festival, sign or _lunar_year(lines))
    if newest and sign:
        # Not before the year is known is the day of a 节气.
        return _day_from_text(_on_festival(festival, replace(newest, year=sign.year)), sign)
    if newest:
        month, day = newest.issue
        return DateReading(
            f"XXXX-{month:02}-{day:02}", None, None,
            DatePrecision.MONTH_DAY, DateBasis.TEXT, newest.words,
        )  # fmt: skip
    if sign:
        first, last = date(sign.year, 1, 1), date(sign.year, 12, 31)
        return DateReading(
            f"{sign.year}~", first, last, DatePrecision.YEAR, DateBasis.TEXT, (sign.words,)
        )
    return DateReading()


def _lunar_year(lines: Sequence[str]) -> YearSign | None:
    """今日端午 on a page that says 辛未年."""
    hits = (YEAR_NAME.search(line) for line in lines if "年" in line)
    hit = next(filter(None, hits), None)
    years = [year for year in years_named(hit["year"]) if year in _SIXTY_YEARS] if hit else []
    return YearSign(years[0], hit.group(), "lunar-year") if years else None


def _said_by(alone: DayAlone | None, newest: NewestDay | None) -> NewestDay | None:
    """The day that a page's header prints without its year, in place of the newest event."""
    if alone is None:
        return None
    event = EventDay(alone.when, False, alone.line, alone.words, True, is_told=True, offset=0)
    dated = newest.dated if newest else ()
    return NewestDay(alone.when, None, 0, True, (event,), dated, alone.weekday)


def _on_festival(festival: Festival | None, newest: NewestDay | None) -> NewestDay | None:
    """The day of ``今天是教师节`` in place of a newest event close to it."""
    said = festival.month_day if festival else None
    if said is None or newest is None:
        return newest
    day, other = (day_of(LEAP_YEAR, *key) for key in (said, newest.issue))
    if abs((day - other).days) > _LATE:
        return newest
    when = festival.issue_in(newest.year) if newest.year else date(LEAP_YEAR, *said)
    return replace(newest, when=when, offset=0, is_sure=True) if when else newest


def _festival_day(festival: Festival, sign: YearSign | None) -> DateReading:
    """昨天是植树节: the day, and the year where the text says it."""
    day = festival.issue_in(sign.year) if sign else None
    if day:
        return _a_day(day, DateBasis.TEXT, (festival.words, sign.words))
    if festival.month_day is None:
        return DateReading()
    month, in_month = festival.month_day
    edtf = f"XXXX-{month:02}-{in_month:02}"
    return DateReading(edtf, None, None, DatePrecision.MONTH_DAY, DateBasis.TEXT, (festival.words,))


def _day_from_text(newest: NewestDay, sign: YearSign) -> DateReading:
    """The day with the days that it may be as well; ``~`` unless both day and year are sure."""
    issue = day_of(sign.year, *newest.issue) or date(sign.year, 3, 1)
    late = timedelta(days=0 if newest.is_sure else _LATE)
    early = timedelta(days=0 if newest.is_sure else newest.offset)
    mark = "" if newest.is_sure and sign.rule in ("full-date", "this-year", "lunar-year") else "~"
    return DateReading(
        issue.isoformat() + mark,
        issue - early,
        issue + late,
        DatePrecision.DAY,
        DateBasis.TEXT,
        tuple(dict.fromkeys((*newest.words, sign.words))),
    )


def _contradiction(first: DateReading, other: DateReading) -> Problem | None:
    if first.earliest and other.latest and first.earliest <= other.latest <= first.latest:
        return None
    if first.precision is DatePrecision.MONTH_DAY and other.edtf.endswith(first.edtf[4:10]):
        return None
    detail = f"{first.basis}: {first.edtf}; {other.basis}: {other.edtf} ({other.evidence[0][:40]})"
    return Problem("date-contradiction", detail=detail)


def _against_text(first: DateReading, newest: NewestDay | None) -> list[Problem]:
    """News of a day after the day printed: one of the two is misread."""
    if newest is None or first.precision is not DatePrecision.DAY or first.latest is None:
        return []
    event = day_of(newest.year or first.latest.year, newest.when.month, newest.when.day)
    if event and 1 < (event - first.latest).days <= _AFTER_PRINT:
        detail = f"{first.edtf} / {newest.words[0][:40]}"
        return [Problem("date-contradiction", newest.events[0].line, detail)]
    return []
