"""The year of a page that does not print it, where the text says it beyond doubt.

A newspaper calls its own year 今年, so a year in figures is more often another one: a plan's
(2035年), a founding, a birth, a campaign. Only these count: a full date close to the newest
event; a notice's own date; 今年(2021年); the year in a heading's title or in a period that has
just ended (2021年一季度); the lunar year of a spring festival at hand; a lunar date, a festival
or a weekday beside a day of the month.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from articles.pagefile.datewords import MONTH_DAY, YEAR, day_of, weekday_in
from articles.pagefile.eventdays import NewestDay
from articles.pagefile.fold import fold
from articles.pagefile.lunar import FESTIVALS, YEAR_NAME, read_lunar, solar_of, years_named
from articles.pagefile.numerals import number
from articles.pagefile.records import Kind, ParsedArticle

_YEAR = re.compile(f"(?<![0-9—~-])(?P<y>{YEAR})(?=年|\\s?[\u4e00-\u9fff“])")
_YEARS = re.compile(f"(?<![0-9])(?P<y>{YEAR})年")
_PLAN = re.compile("(?:到|至|—|-|~|力争|规划|展望|远期|迈向|面向|目标)[^，。,;]{0,4}$")
_THIS_YEAR = re.compile(f"今年[(（]?(?:是)?(?P<y>{YEAR})年?|(?P<y2>{YEAR})年?[(（]今年[)）]")
_LAST_YEAR = re.compile(f"去年[(（](?P<y>{YEAR})年?[)）]")
_PERIOD = re.compile(
    f"(?P<y>{YEAR})年(?P<p>第?[一二三四1-4]季度|前三季度|上半年|春运|春季|春节|元旦|新年|[1一](?:至|—|-)(?P<end>\\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月)"
)
_PERIOD_ENDS = {"一季度": 3, "1季度": 3, "二季度": 6, "2季度": 6, "上半年": 6, "三季度": 9, "3季度": 9, "前三季度": 9, "四季度": 12, "4季度": 12, "春运": 2, "春季": 4, "春节": 2, "元旦": 1, "新年": 1}  # fmt: skip
_SINCE = 31
"""A period or a full date older than this many days is no sign of the year."""
_FROM_ANOTHER = re.compile("(?:自|从|早在|始于|早于|起于|曾|出生于|生于)$")
_ANNIVERSARY = re.compile(
    "今年(?:是|适逢|恰逢|正值|迎来)[^。,，]{0,10}?(?P<what>建党|中国共产党成立|新中国成立|建国|改革开放|抗战胜利|抗日战争胜利|建军|五四运动|辛亥革命|香港回归|长征胜利)[^。,，]{0,6}?(?P<n>[0-9一二三四五六七八九十百]{1,4})周年"
)
_BEGAN = {"建党": 1921, "中国共产党成立": 1921, "新中国成立": 1949, "建国": 1949, "改革开放": 1978, "抗战胜利": 1945, "抗日战争胜利": 1945, "建军": 1927, "五四运动": 1919, "辛亥革命": 1911, "香港回归": 1997, "长征胜利": 1936}  # fmt: skip
# Words that no paper printed before the year.
_ERAS = (("全媒体", 2014), ("掌上株洲", 2012), ("微信", 2011), ("短视频", 2016), ("渌口区", 2018), ("新冠", 2020),
         ("二维码", 2012), ("互联网", 1996), ("天元区", 1997), ("芦淞区", 1997), ("石峰区", 1997), ("荷塘区", 1997),
         ("炎陵县", 1994), ("高铁", 2008), ("微博", 2009), ("十四五", 2020), ("十三五", 2015), ("二十大", 2022))  # fmt: skip
_AHEAD = 6
"""A calendar's hint is believed for this many years after the latest year the page names."""


@dataclass(frozen=True, slots=True)
class YearSign:
    """A year and the words that say it, surest rules first."""

    year: int
    words: str
    rule: str


def find_year(
    newest: NewestDay | None, articles: Sequence[ParsedArticle], lines: Sequence[str]
) -> YearSign | None:
    """The issue's year, or None where nothing says it beyond doubt."""
    return next(_signs(newest, articles, lines), None)


def _signs(newest, articles, lines) -> Iterator[YearSign]:
    texts = [line for line in lines if "年" in line or "月" in line]
    yield from _from_full_dates(newest, texts)
    yield from _said(texts)
    if newest is None:
        yield from _from_titles(None, articles)
        return
    yield from _from_lunar_years(newest, texts)
    yield from _from_periods(newest, texts)
    yield from _from_titles(newest, articles)
    latest = max(_named_years(texts), default=None)
    yield from _from_calendar(newest, texts, latest)


def _from_full_dates(newest: NewestDay | None, texts: list[str]) -> Iterator[YearSign]:
    """A full date of at most a month before the issue (2023年1月1日18时起)."""
    if newest is None:
        return
    if newest.year:
        yield YearSign(_year_of_issue(newest, newest.year), newest.events[0].words, "full-date")
    least = max((*_named_years(texts), *_eras(texts)), default=0)
    for event in newest.dated:
        year = _fitting_year(newest, date(event.year, *event.key))
        if year and year >= least:
            yield YearSign(year, event.words, "full-date")


def _eras(texts: list[str]) -> Iterator[int]:
    """The first years of things that the texts speak of."""
    joined = "\n".join(texts)
    return (year for pattern, year in _ERAS if pattern in joined)


def _year_of_issue(newest: NewestDay, year: int) -> int:
    return (date(year, newest.month, newest.day) + timedelta(days=newest.offset)).year


def _fitting_year(newest: NewestDay, day: date, most: int = _SINCE) -> int | None:
    """The year in which the issue falls 0 to ``most`` days after the day."""
    for year in (day.year, day.year + 1):
        issue = day_of(year, *newest.issue)
        if issue and 0 <= (issue - day).days <= most:
            return year
    return None


def _said(texts: list[str]) -> Iterator[YearSign]:
    """今年(2021年), 去年(2020年), 今年是建党100周年."""
    for text in texts:
        for hit in _THIS_YEAR.finditer(text):
            yield YearSign(number(hit["y"] or hit["y2"]), hit.group(), "this-year")
        for hit in _LAST_YEAR.finditer(text):
            yield YearSign(number(hit["y"]) + 1, hit.group(), "this-year")
        for hit in _ANNIVERSARY.finditer(text):
            count = _hundred(hit["n"])
            if count:
                yield YearSign(_BEGAN[hit["what"]] + count, hit.group(), "anniversary")


def _hundred(words: str) -> int | None:
    if "百" in words:
        head, _, tail = words.partition("百")
        return 100 * (number(head) or 1) + (number(tail) or 0)
    return number(words)


def _from_lunar_years(newest: NewestDay, texts: list[str]) -> Iterator[YearSign]:
    """癸酉新春 at hand: the year whose spring festival is near the issue's day."""
    least = max(_named_years(texts), default=0)
    for text in texts:
        for hit in YEAR_NAME.finditer(text):
            for year in years_named(hit["year"]):
                issue, spring = day_of(year, *newest.issue), solar_of(year, 1, 1)
                if issue and spring and abs((issue - spring).days) <= 45 and year >= least:
                    yield YearSign(year, hit.group(), "lunar-year")
                    break


def _from_periods(newest: NewestDay, texts: list[str]) -> Iterator[YearSign]:
    """2021年一季度: a period that ended shortly before the issue."""
    least = max(_named_years(texts), default=0)
    for text in texts:
        for hit in _PERIOD.finditer(text):
            year = number(hit["y"])
            month = number(hit["end"]) if hit["end"] else _PERIOD_ENDS.get(hit["p"].lstrip("第"))
            if not month or not 1 <= month <= 12 or _FROM_ANOTHER.search(text[: hit.start()]):
                continue
            end = date(year + month // 12, month % 12 + 1, 1)
            issue = next(
                (
                    d
                    for y in (year, year + 1)
                    if (d := day_of(y, *newest.issue)) and -20 <= (d - end).days <= 50
                ),
                None,
            )
            if issue and issue.year >= least:
                yield YearSign(issue.year, hit.group(), "period")


def _from_titles(newest: NewestDay | None, articles: Sequence[ParsedArticle]) -> Iterator[YearSign]:
    """2024 株洲市…大赛 as a heading; not early in a year, when last year's is still told."""
    if newest and newest.issue[0] <= 2:
        return
    for article in articles:
        if article.kind in (Kind.LITERARY, Kind.ADVERT, Kind.LEAD_IN):
            continue
        for heading in (article.headline, article.kicker, article.deck):
            text = fold(heading or "")
            hit = _YEAR.match(text)
            if (
                hit
                and not _PLAN.search(text[: hit.start()])
                and not re.match("年(?:前|来|间|以)", text[hit.end() :])
            ):
                yield YearSign(number(hit["y"]), text, "heading")


def _named_years(texts: list[str]) -> Iterator[int]:
    """Every year in figures that is not a plan's."""
    for text in texts:
        for hit in _YEARS.finditer(text):
            year = number(hit["y"])
            if year and not _PLAN.search(text[max(0, hit.start() - 8) : hit.start()]):
                yield year


def _from_calendar(newest: NewestDay, texts: list[str], latest: int | None) -> Iterator[YearSign]:
    """4月12日(星期三), 9月17日中秋: the one year from the latest named on in which it is so."""
    if latest is None:
        return
    for text in texts:
        for hit in MONTH_DAY.finditer(text):
            month, day = number(hit["m"]), number(hit["d"])
            beside = text[hit.end() : hit.end() + 10]
            fits = _calendar_test(month, day, beside)
            years = [y for y in range(latest, latest + _AHEAD) if fits and fits(y)]
            if len(years) == 1:
                yield YearSign(years[0], text[hit.start() : hit.end() + 8], "calendar")


def _calendar_test(month: int | None, day: int | None, beside: str):
    if not month or not day:
        return None
    lunar = read_lunar(beside)
    festival = re.match(
        "[(（]?(?:是|为|正值|恰逢|适逢|,)?(?:今年)?(春节|元宵|端午|七夕|中秋|重阳|腊八)", beside
    )
    if lunar:
        return lambda y: solar_of(y, lunar.month, lunar.day) == day_of(y, month, day)
    if festival:
        return lambda y: solar_of(y, *FESTIVALS[festival[1]]) == day_of(y, month, day)
    weekday = weekday_in(beside) if re.match("[(（,，]?(?:星期|周)", beside) else None
    if weekday is None:
        return None
    return lambda y: (d := day_of(y, month, day)) is not None and d.weekday() == weekday
