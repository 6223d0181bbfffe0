"""The date that a page prints of itself: masthead, page header, staff line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from articles.pagefile.dating.datewords import (
    LEAP_YEAR,
    MONTH_DAY,
    Printed,
    day_of,
    full_dates,
    tighten,
    weekday_in,
)
from articles.pagefile.dating.lunar import (
    FIRST_YEAR,
    LAST_YEAR,
    LunarDate,
    agrees,
    read_lunar,
    solar_of_printed,
)
from articles.pagefile.records import Furniture, Problem

_OF_A_PAPER = re.compile(
    "第\\s?\\d+期|总第|今日\\S{1,3}版|第[一二三四五六七八九十\\d]+版|\\b[A-D]?\\d{1,2}版|统一刊号|统一连续出版物|"
    "邮发代号|机关报|编辑|责编|美编|版式|校对|主编|(?<![\u4e00-\u9fffA-Za-z0-9])[A-D]?\\d{1,2}\\s*[\u4e00-\u9fff]{2,4}$|ZHUZHOU|株洲日报$"
)
# A line of running text, and what a notice or an advert says around a date.
_RUNNING = re.compile(
    "[。…“”]|[,;]\\s?[\u4e00-\u9fff]{4}|公司|市委|政府|通告|定于|将于|截止|起至|报名|开盘|[\u4e00-\u9fff]{14}"
)
# Only a line with one of these can hold a date.
_MAYBE = re.compile(r"[年月]|\d[-./·]\d|[A-Za-z]{3}\D{0,9}\d|(?<!\d)(?:19|20)\d\d")
# The same before the print's spaces are taken out.
_MAYBE_LOOSE = re.compile(_MAYBE.pattern + "|[A-Za-z]{3}")
# 2021年 over 11/03, 3 over 2021年11月: a date set in several lines.
_YEAR_PIECE = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:年|[./-])?(?:(?P<m>\d{1,2})月?(?!\d))?")
_DAY_PIECE = re.compile(r"(?<!\d)(?P<m>\d{1,2})[/.月-](?P<d>\d{1,2})日?(?!\d)")
_LONE_DAY = re.compile(r"(?m)^(?P<d>\d{1,2})日?$")
_PIECE = 16
"""Characters of a line that holds but a piece of a date."""
# An office's name above a day alone: the foot of a notice.
_SIGNED = re.compile("(?:公司|局|处|委员会|办公室|中心|法院|学校|厂|行|支队|指挥部|政府)$")
_KINDS = frozenset({"masthead", "page_header", "staff_box"})
_LONGEST = 90
"""Characters of a line; a longer one is text."""
_NEAR_TOP = 8
"""Non-blank lines."""
_ENOUGH = 2
"""A date with a lower score is the text's, not the page's own."""


@dataclass(frozen=True, slots=True)
class MastheadDate:
    """A date the page prints of itself, its words, and what weekday and lunar date say of it."""

    day: date
    words: str
    line: int
    score: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class DayAlone:
    """11月6日 星期三 in a page's header: a day without its year."""

    when: date
    """In ``LEAP_YEAR``."""
    weekday: int
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Window:
    """A date line and the lines about it."""

    line: int
    text: str
    around: str
    rank: int
    """How many non-blank lines stand above it."""


def read_masthead(windows: Sequence[Window], furniture: Sequence[Furniture]) -> list[MastheadDate]:
    """All dates that the page seems to print of itself, surest first."""
    known = _numbers(furniture)
    found = [m for window in windows if (m := _read(window, known))]
    return sorted(found, key=lambda m: (-m.score, m.line))


def read_day_alone(windows: Sequence[Window], furniture: Sequence[Furniture]) -> DayAlone | None:
    """The day and weekday that a header prints without a year; None where none does."""
    known = _numbers(furniture)
    for window in windows:
        hit = MONTH_DAY.search(window.text)
        weekday = weekday_in(window.text)
        if not hit or weekday is None or _RUNNING.search(window.text):
            continue
        when = day_of(LEAP_YEAR, hit["m"], hit["d"])
        if when and _score(window, Printed(None, *hit.span()), known) > _ENOUGH:
            return DayAlone(when, weekday, window.text, window.line)
    return None


def _numbers(furniture: Sequence[Furniture]) -> set[int]:
    """Lines that are known to be the page's own."""
    return {n for f in furniture if f.kind in _KINDS for n in range(f.lines[0], f.lines[1] + 1)}


def find_windows(lines: Sequence[str]) -> Iterator[Window]:
    """Short lines with what stands just above and below; a date may be cut over three of them.

    Running text is left out, but for a few characters at the top that the next line completes.

    ``lines`` are the page's, folded.
    """
    kept = [(n, bare) for n, line in enumerate(lines, 1) if (bare := line.strip())]
    for at, (line, raw) in enumerate(kept):
        is_prose = "。" in raw and at >= _NEAR_TOP
        if is_prose or len(raw) > _LONGEST or not _MAYBE_LOOSE.search(raw):
            continue
        text = tighten(raw)
        begins = at < _NEAR_TOP and len(text) <= 8
        if _MAYBE.search(text) and (begins or not _RUNNING.search(text)):
            below = [_short(t) for n, t in kept[at + 1 : at + 3] if n - line <= 4]
            above = [_short(t) for n, t in kept[max(0, at - 2) : at] if line - n <= 4]
            yield Window(line, text, "\n".join([*above, text, *below]), at)
            if begins and below:
                joined = tighten("".join([text, *below]))
                yield Window(line, joined, "\n".join([*above, joined]), at)


def _short(text: str) -> str:
    return tighten(text) if len(text) <= _LONGEST else ""


def _read(window: Window, known: set[int]) -> MastheadDate | None:
    if _RUNNING.search(window.text):
        return None
    printed = next(full_dates(window.text), None) or _without_year(window) or _in_pieces(window)
    if printed is None:
        return None
    bare = not (window.text[: printed.start] + window.text[printed.end :]).strip()
    above = window.around.partition(window.text)[0].rstrip()
    if bare and _SIGNED.search(above):
        return None
    score = _score(window, printed, known)
    if score < _ENOUGH:
        return None
    return _checked(window, printed, score)


def _without_year(window: Window) -> Printed | None:
    """5月3日 星期四 农历四月十三: the lunar day and the weekday give the year."""
    hit = MONTH_DAY.search(window.text)
    lunar = read_lunar(window.around)
    if not hit or not lunar:
        return None
    years = range(FIRST_YEAR, LAST_YEAR)
    weekday = weekday_in(window.text)
    days = [
        day
        for day in solar_of_printed(lunar, years)
        if day == day_of(day.year, hit["m"], hit["d"]) and weekday in (None, day.weekday())
    ]
    return Printed(days[0], hit.start(), hit.end()) if len(days) == 1 else None


def _in_pieces(window: Window) -> Printed | None:
    """A date over several lines, where the weekday beside it agrees."""
    year, weekday = _YEAR_PIECE.search(window.text), weekday_in(window.around)
    if not year or weekday is None or len(window.text) > _PIECE:
        return None
    rest = window.around.replace(year.group(), "", 1)
    part = _LONE_DAY.search(rest) if year["m"] else _DAY_PIECE.search(rest)
    day = day_of(year["y"], year["m"] or part["m"], part["d"]) if part else None
    return Printed(day, *year.span()) if day and day.weekday() == weekday else None


def _score(window: Window, printed: Printed, known: set[int]) -> int:
    """How much speaks for a date that the page prints of itself."""
    rest = (window.text[: printed.start] + window.text[printed.end :]).strip()
    return (
        2 * (window.line in known)
        + 2 * (weekday_in(window.text) is not None)
        + 1 * (weekday_in(window.around) is not None)
        + 2 * (read_lunar(window.around) is not None)
        + 2 * bool(_OF_A_PAPER.search(rest))
        + 1 * bool(_OF_A_PAPER.search(window.around.replace(window.text, "")))
        + 2 * (not rest and window.rank < _NEAR_TOP)
        + 1 * (window.rank < _NEAR_TOP)
        - 1 * (window.rank >= _NEAR_TOP and window.line not in known)
    )


def _checked(window: Window, printed: Printed, score: int) -> MastheadDate | None:
    """The printed day, or the one that weekday and lunar date agree on against a misread figure."""
    weekday, lunar = weekday_in(window.text), read_lunar(window.around)
    if weekday is None:
        weekday = weekday_in(window.around)
    words = window.text[printed.start : printed.end]
    mended = _mended(printed, weekday, lunar)
    if mended:
        problem = Problem("date-misread", window.line, f"{words} → {mended.isoformat()}")
        return MastheadDate(mended, window.text, window.line, score, (problem,))
    if printed.day is None:
        return None
    problems = []
    if weekday is not None and weekday != printed.day.weekday():
        problems.append(Problem("weekday-contradiction", window.line, window.text))
    if lunar and not agrees(printed.day, lunar):
        problems.append(Problem("lunar-contradiction", window.line, f"{words} / {lunar.words}"))
    return MastheadDate(printed.day, window.text, window.line, score, tuple(problems))


def _mended(printed: Printed, weekday: int | None, lunar: LunarDate | None) -> date | None:
    if weekday is None or lunar is None:
        return None
    day = printed.day
    if day and (day.weekday() == weekday or agrees(day, lunar)):
        return None
    years = range(day.year - 1, day.year + 2) if day else range(FIRST_YEAR, LAST_YEAR)
    fitting = [d for d in solar_of_printed(lunar, years) if d.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None
