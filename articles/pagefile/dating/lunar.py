"""The lunar calendar: the date that a masthead prints beside the solar one, and festivals."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lunar_python import LunarMonth, LunarYear, Solar

from articles.pagefile.text.numerals import number

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
FIRST_YEAR, LAST_YEAR = 1949, 2060
"""Years that a lunar date without its year, or a year's name, is looked for in."""
FESTIVALS = {
    "春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7), "中元": (7, 15),
    "中秋": (8, 15), "重阳": (9, 9), "腊八": (12, 8),
}  # fmt: skip
"""Lunar month and day."""
SOLAR_TERMS = {
    "小寒": (1, 5), "大寒": (1, 20), "立春": (2, 4), "惊蛰": (3, 5), "春分": (3, 20),
    "清明": (4, 5), "谷雨": (4, 20), "立夏": (5, 5), "小满": (5, 21), "芒种": (6, 6),
    "夏至": (6, 21), "小暑": (7, 7), "大暑": (7, 23), "立秋": (8, 7), "处暑": (8, 23),
    "白露": (9, 7), "秋分": (9, 23), "寒露": (10, 8), "霜降": (10, 23), "立冬": (11, 7),
    "冬至": (12, 22),
}  # fmt: skip
"""节气: the month and day on which most of the years from 1983 to 2025 have it. 雨水, 小雪 and 大雪
are left out: ``今天小雪`` is the weather."""

_YEAR = f"(?P<year>[{STEMS}][{BRANCHES}])"
_MONTH = "(?P<leap>闰)?(?P<month>正|[一二三四五六七八九十冬腊]|十[一二])月"
_DAY = (
    "(?P<day>初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅)"
)
# 农历乙丑年正月廿五, 壬辰年四月十三, 癸卯年闰二月廿三, 农历八月十五.
PRINTED = re.compile(
    f"(?:{_YEAR}年(?:\\([^)]{{1,3}}年\\))?|农历|旧历|阴历)\\s*(?:{_YEAR.replace('year', 'year2')}年)?\\s*{_MONTH}(?:[大小])?\\s*{_DAY}"
)
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
# 癸酉新春, 辛未羊年: a year by its name.
YEAR_NAME = re.compile(f"{_YEAR}(?:[{ANIMALS}])?年?(?=新春|春节|新年|迎春|年|之春)")
# 兔年春节, 龙年的第一场雪: the animal alone.
ANIMAL_YEAR = re.compile(
    f"(?P<animal>[{ANIMALS}])年(?=新春|春节|春运|大吉|吉祥|第一|的|说|话|到|来|将至|行大运)"
)


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A lunar day as printed; the year's name (壬辰) where it is printed too."""

    year_name: str | None
    month: int
    """Negative for a leap month, as the calendar library has it."""
    day: int
    words: str


def read_lunar(line: str) -> LunarDate | None:
    """The lunar date printed in a (folded) line."""
    hit = PRINTED.search(line)
    if not hit:
        return None
    month = {"正": 1, "冬": 11, "腊": 12}.get(hit["month"]) or number(hit["month"])
    day = number(hit["day"])
    if not month or not day or day > 30:
        return None
    return LunarDate(
        hit["year"] or hit["year2"], -month if hit["leap"] else month, day, hit.group()
    )


@dataclass(frozen=True, slots=True)
class _Month:
    """A lunar month: the solar year in which its year began, its number (negative: leap)."""

    year: int
    month: int
    first: date
    days: int


@lru_cache(maxsize=256)
def _months(year: int) -> dict[tuple[int, int], _Month]:
    """The lunar months from the winter before the year to the winter at its end.

    Each year costs the library some milliseconds of astronomy, so it is asked once.
    """
    return {
        (month.getYear(), month.getMonth()): _Month(
            month.getYear(), month.getMonth(), _solar_day(month), month.getDayCount()
        )
        for month in LunarYear.fromYear(year).getMonths()
    }


def _solar_day(month: LunarMonth) -> date:
    solar = Solar.fromJulianDay(month.getFirstJulianDay())
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def lunar_of(day: date) -> tuple[str, int, int]:
    """The year's name, the month (negative: leap) and the day."""
    month = next(m for m in _months(day.year).values() if (day - m.first).days < m.days)
    return name_of_year(month.year), month.month, (day - month.first).days + 1


def agrees(day: date, printed: LunarDate) -> bool:
    """Whether the printed lunar date is the solar one's; a year's name only where printed.

    A leap month printed without 闰 still agrees.
    """
    name, month, in_month = lunar_of(day)
    months = {month, abs(month)}
    return printed.day == in_month and printed.month in months and printed.year_name in (None, name)


@lru_cache(maxsize=4096)
def solar_of(year: int, month: int, day: int) -> date | None:
    """The solar day of a lunar one in the lunar year that begins in the solar ``year``."""
    known = _months(year).get((year, month))
    return known.first + timedelta(days=day - 1) if known and 0 < day <= known.days else None


@lru_cache(maxsize=256)
def solar_term(year: int, name: str) -> date:
    """The day of a 节气 in a solar year."""
    # The library's table begins with the 冬至 of the year before and has this year's under pinyin.
    days = Solar.fromYmd(year, 7, 1).getLunar().getJieQiTable()
    solar = days["DONG_ZHI" if name == "冬至" else name]
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


def years_named(name: str) -> list[int]:
    """The solar years in which the years of that name begin (癸酉: 1993, 2053)."""
    return [y for y in range(FIRST_YEAR, LAST_YEAR + 1) if name_of_year(y) == name]


def year_of_animal(animal: str, least: int) -> int:
    """The first solar year from ``least`` on in which a year of the animal begins."""
    return next(y for y in range(least, least + 12) if ANIMALS[(y - 4) % 12] == animal)


def name_of_year(year: int) -> str:
    """The name of the lunar year that begins in the solar year (2012: 壬辰)."""
    return STEMS[(year - 4) % 10] + BRANCHES[(year - 4) % 12]


def solar_of_printed(printed: LunarDate, years: range) -> list[date]:
    """All solar days of these (lunar) years that the printed lunar date may be."""
    days = []
    for year in years:
        if printed.year_name in (None, name_of_year(year)):
            day = solar_of(year, printed.month, printed.day)
            if day:
                days.append(day)
    return days
