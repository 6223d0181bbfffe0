"""Dates as they are printed: solar dates in all spellings, weekdays, days in file names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from articles.pagefile.text.numerals import number

OLDEST, NEWEST = 1949, 2099
"""No page of the archive is of a year before or after these, whatever its text counts up to."""
LEAP_YEAR = 2000
"""The year to put a day into that has none: it holds every day of the calendar."""
DAYS_TO_ISSUE = {"昨": 1, "今": 0, "明": -1}
"""Days from what a text calls 昨日, 今日 or 明日 to the issue."""
_FIGURE = "[0-9OolI]"
_CHINESE = "[〇○零O0一二三四五六七八九]"
YEAR = f"(?:[12]{_FIGURE}{{3}}|[一二]{_CHINESE}{{3}})"
MAYBE_YEAR = re.compile("[12一二][\\dOolI〇○零一二三四五六七八九]{3}")
"""Nothing without it is a year; quick to ask."""
_MONTH = "(?:[01OolI]?[0-9OolI]|十[一二]?|[一二三四五六七八九])"
_DAY = "(?:[0-3OolI]?[0-9OolI]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
# 2012年5月3日, 二〇一二年五月三日, 2O12年5月3号.
SOLAR = re.compile(f"(?P<y>{YEAR})年(?P<m>{_MONTH})月(?P<d>{_DAY})[日号]?")
MONTH_DAY = re.compile(f"(?<![0-9年〇一二三四五六七八九十])(?P<m>{_MONTH})月(?P<d>{_DAY})[日号]")
_POINTED = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-./·])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BY_NAME, _IN_MONTH = f"(?P<m>{_MONTHS})[a-z]*", r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_IN_YEAR = r"(?P<y>(?:19|20)\d\d)"
# May 3, 2012; 3rd May 2012; 2012 MAY.3.
_ENGLISH = tuple(
    re.compile(rf"\b{pattern}\b", re.IGNORECASE)
    for pattern in (
        rf"{_BY_NAME}\.?\s*{_IN_MONTH}\s*[,.]?\s*{_IN_YEAR}",
        rf"{_IN_MONTH}\s*{_BY_NAME}\.?\s*[,.]?\s*{_IN_YEAR}",
        rf"{_IN_YEAR}[\s,.]*{_BY_NAME}[\s,.]*{_IN_MONTH}",
    )
)
# 11月3日 星期三 2021年; 20211103.
_YEAR_LAST = re.compile(f"(?P<m>{_MONTH})月(?P<d>{_DAY})日.{{0,8}}?(?<!\\d)(?P<y>{YEAR})年?(?!\\d)")
_RUN = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?!\d)")
# 星期四, 周日; not 周三届, 周一至周五.
WEEKDAY = re.compile(
    "(?:星期|礼拜|周)\\s?([一二三四五六日天])(?![届年至到])|\\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b",
    re.IGNORECASE,
)
# 2 0 1 2 年, 十 一 月, 星 期 三; but not A02 2021, 廿九 11月.
_LOOSE = re.compile(
    r"(?<=[年月日〇○零一二三四五六七八九十星期周闰正腊冬廿初])[ \t]+(?=[年月日号〇○零一二三四五六七八九十廿初星期])"
    r"|(?<=[0-9OolI])[ \t]+(?=[年月日号])|(?<=[年月])[ \t]+(?=[0-9OolI])"
)
_SPACED = re.compile(r"(?<![A-Za-z0-9])[0-9OolI](?:[ \t]*[0-9OolI])*(?=[年月日号])")
_LENGTHS = {"年": 4, "月": 2, "日": 2, "号": 2}
# 2021午11月, 11月3曰, 2021年门月: what OCR makes of the three words and of an 11.
_MISREAD = (
    (re.compile(r"(?<=\d{4})[午牛](?=\d{1,2}月)"), "年"),
    (re.compile(r"(?<=年)门(?=月)"), "11"),
    (re.compile(r"(?<=月\d)[曰目口](?!\w)|(?<=月\d\d)[曰目口](?!\w)"), "日"),
    (re.compile(r"(?<!\d)((?:19|20)\d\d)[ \t]+(?=\d{1,2}月\d)"), r"\1年"),
)
_UNTIDY = re.compile("[ \t午牛门曰目口]")
"""Without one of these there is nothing to mend."""
_IN_NAME = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_. ](?P<m>0?[1-9]|1[0-2])[-_. ](?P<d>[12]\d|3[01]|0?[1-9])(?!\d)"
    ),
    re.compile("(?P<y>(?:19|20)\\d\\d)年(?P<m>\\d{1,2})月(?P<d>\\d{1,2})日?"),
)
_FOLDERS = re.compile(
    r"(?:^|/)(?P<y>(?:19|20)\d\d)[-_/年]?(?P<m>0[1-9]|1[0-2])[-_/月]?(?P<d>0[1-9]|[12]\d|3[01])日?(?:/|$)"
)
_HEX = re.compile("[0-9a-fA-F]{12,}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date at a place in a line (offsets of its words)."""

    day: date | None
    """None where the figures make no day (2月30日)."""
    start: int
    end: int


def tighten(line: str) -> str:
    """The line without the print's spaces inside dates (2 0 1 2 年 5 月), its 年, 月, 日 mended."""
    if not _UNTIDY.search(line):
        return line
    line = _SPACED.sub(_closed, _LOOSE.sub("", line))
    for pattern, right in _MISREAD:
        line = pattern.sub(right, line)
    return line


def _closed(run: re.Match) -> str:
    """Figures set apart, where together they are no longer than a year, month or day may be."""
    closed = "".join(run.group().split())
    return closed if len(closed) <= _LENGTHS[run.string[run.end()]] else run.group()


def day_of(year: str | int, month: str | int, day: str | int) -> date | None:
    """The day that three numbers make, figures or Chinese; None where they make none."""
    parts = [part if isinstance(part, int) else number(part) for part in (year, month, day)]
    if None in parts or not may_be_issued_in(parts[0]):
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def may_be_issued_in(year: int) -> bool:
    """Whether a page of the archive may be of the year."""
    return OLDEST <= year <= NEWEST


def full_dates(line: str) -> Iterator[Printed]:
    """All dates with their year in a folded line, in any spelling."""
    for pattern in (SOLAR, _POINTED, _YEAR_LAST, _RUN):
        for hit in pattern.finditer(line):
            yield Printed(day_of(hit["y"], hit["m"], hit["d"]), hit.start(), hit.end())
    for pattern in _ENGLISH:
        for hit in pattern.finditer(line):
            month = _MONTHS.split("|").index(hit["m"][:3].casefold()) + 1
            yield Printed(day_of(hit["y"], month, hit["d"]), hit.start(), hit.end())


def weekday_in(text: str) -> int | None:
    """Monday is 0; None where no weekday is printed."""
    hit = WEEKDAY.search(text)
    if not hit:
        return None
    if hit[1]:
        return 6 if hit[1] == "天" else "一二三四五六日".index(hit[1])
    # Not lower(): a pattern that ignores case finds SEP and SUN in ſep and ſun too.
    return ("mo", "tu", "we", "th", "fr", "sa", "su").index(hit[2][:2].casefold())


def date_in_name(name: str) -> tuple[date, str] | None:
    """The date in a page's key, and the words that say it: the file's name first, then folders.

    None where the key says no day.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    for pattern in _IN_NAME:
        for hit in pattern.finditer(path.name):
            day = day_of(hit["y"], hit["m"], hit["d"])
            if day and not _is_in_hash(path.name, hit.start(), hit.end()):
                return day, hit.group()
    hit = _FOLDERS.search(str(path.parent))
    day = day_of(hit["y"], hit["m"], hit["d"]) if hit else None
    return (day, hit.group().strip("/")) if day else None


def _is_in_hash(name: str, start: int, end: int) -> bool:
    """Eight figures inside a long hexadecimal word are no date."""
    return any(
        run.start() <= start and end <= run.end() and not run.group().isdigit()
        for run in _HEX.finditer(name)
    )


def last_day_of_month(year: int, month: int) -> date:
    """The month's 28th to 31st."""
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
