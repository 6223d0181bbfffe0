"""The year of a page that does not print it: signs in the text, weighed.

A newspaper calls its own year 今年, so a year in figures is more often another one: a plan's
(2035年), a founding, a birth, a campaign. A sure sign decides alone: a full date close to the newest
event, an order of now, 今年(2021年), an ordinal (第29个全国爱眼日), the lunar year of a spring festival
at hand. Weaker ones vote: a period that has just ended (2021年一季度), a festival or a weekday beside
a day of the month, the year in a title, a year that a class, an age or a span leads to.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from articles.pagefile.dating.datewords import (
    MAYBE_YEAR,
    MONTH_DAY,
    SOLAR,
    YEAR,
    day_of,
    may_be_issued_in,
    weekday_in,
)
from articles.pagefile.dating.lunar import (
    ANIMAL_YEAR,
    FESTIVALS,
    YEAR_NAME,
    read_lunar,
    solar_of,
    year_of_animal,
    years_named,
)
from articles.pagefile.dating.newestday import NewestDay
from articles.pagefile.dating.observances import oldest_year, read_ordinals, read_seasons
from articles.pagefile.dating.ownyears import read_own_years, read_reckoned_years
from articles.pagefile.dating.yearsigns import YearSign
from articles.pagefile.records import Kind, ParsedArticle
from articles.pagefile.text.fold import fold
from articles.pagefile.text.numerals import number

_YEAR = re.compile(f"(?<![0-9—~-])(?P<y>{YEAR})(?=年|\\s?[\u4e00-\u9fff“])")
# 2000年前, 2000名党员: no year, or none of the title.
_HAPPENED = re.compile(
    "(?:日|[上下]午|晚|昨[天日]),?[^。;]{0,24}?(?<![自从对比较到至与—~0-9-])"
    f"(?P<y>{YEAR})年?(?![年届级度以来前后底初末间代起至—~-])[\u4e00-\u9fff“”·]{{2,24}}?(?:赛|节|大?会|展|仪式|行动|活动|论坛|高考|中考|征兵|培训班|启动|开幕|起跑|开跑|鸣枪|马拉松)"
)
_TOLD = frozenset({Kind.NEWS, Kind.BRIEF, Kind.PHOTO_STORY, Kind.CONTINUATION})
_LEDE = 90
_NO_TITLE = re.compile(
    "年(?:前|来|间|以)|\\s?[多余名人户元亩公里米吨台辆个家件条棵头套张块次万千百平斤]|\\s?株(?!洲)"
)
_YEARS = re.compile(f"(?<![0-9])(?P<y>{YEAR})年(?!度)")
_PLAN = re.compile("(?:到|至|—|-|~|力争|规划|展望|远期|迈向|面向|目标)[^。,;]{0,4}$")
_THIS_YEAR = re.compile(f"今年[(]?(?:是)?(?P<y>{YEAR})年?|(?P<y2>{YEAR})年?[(]今年[)]")
_LAST_YEAR = re.compile(f"去年[(](?P<y>{YEAR})年?[)]")
_PERIOD = re.compile(
    f"(?P<y>{YEAR})年(?P<p>第?[一二三四1-4]季度|前三季度|上半年|春运|春节|元旦|新年|[春秋]季(?:学期|开学|招生)?|[1一](?:至|—|-)(?P<end>\\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月)"
    f"|截[至止](?P<y2>{YEAR})年(?P<end2>\\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:底|末|份|,)"
)
_PERIOD_ENDS = {
    "一季度": 3, "1季度": 3, "二季度": 6, "2季度": 6, "上半年": 6, "三季度": 9, "3季度": 9,
    "前三季度": 9, "四季度": 12, "4季度": 12, "春运": 2, "春季": 4, "春节": 2, "元旦": 1, "新年": 1,
    "秋季": 9,
}  # fmt: skip
_PERIOD_TOLD = (-20, 50)
"""A period is told from so many days before its end to so many after it; a term while it lasts."""
_TERM_TOLD = (-75, 60)
_REVIEW = re.compile(
    f"(?P<y>{YEAR})年度[^。,;]{{0,14}}?(?:评价|考核|决算|预算执行|审计|年报|统计公报|述职)"
)
_REVIEWED_AGAIN = 11
"""From this month on the year itself may be under review."""
_ORDER = re.compile(r"(?:\d{1,2}[时点:]\d{0,2}分?|[零0][时点])?(?:起|止|之?前|至)")
_FIXED = re.compile("(?:[定拟将]于|截[至止](?:日期)?:?|延[至到]|延长[至到])$")
_DECIDED = re.compile("(?:决定|将|拟|通知|通告|获悉|了解到|昨[日天]|宣布|发布|出台)[^。;]*$")
_SPRING = 3
_SOON = 60
_SINCE = 31
"""A period or a full date older than this many days is no sign of the year."""
_FROM_ANOTHER = re.compile("(?:自|从|早在|始于|早于|起于|曾|出生于|生于)$")
_SURE = 4
"""A sign of this weight decides alone."""
_PRINTED = 2.5
"""Signs of this weight together are of the page's time, not of one that it tells of."""
_FESTIVAL_BESIDE = re.compile(f"[(]?(?:是|为|正值|恰逢|适逢|,)?(?:今年)?({'|'.join(FESTIVALS)})")
_WEEKDAY_BESIDE = re.compile("[(, ]?(?:星期|周)")
_AHEAD, _FAR_AHEAD = 6, 10
"""A calendar's hint is believed for so many years after the latest year that the page names, or
after the first one in which all its words were in use."""
_MODERN = 2014


def find_year(
    newest: NewestDay | None, articles: Sequence[ParsedArticle], lines: Sequence[str]
) -> YearSign | None:
    """The year that a sure sign says, else that for which most speaks; None where nothing does."""
    votes: dict[int, dict[str, YearSign]] = {}
    signs = _signs(newest, articles, lines)
    # Counts and misread figures lead anywhere: 第99999个植树节, 今年(1012年).
    for sign in (s for s in signs if may_be_issued_in(s.year)):
        if sign.weight >= _SURE:
            return sign
        votes.setdefault(sign.year, {}).setdefault(sign.rule, sign)
    if not votes:
        return None
    worth = {year: sum(sign.weight for sign in said.values()) for year, said in votes.items()}
    # What a later year's page says cannot stand in an earlier one.
    printed = [year for year, weight in worth.items() if weight >= _PRINTED]
    year = max(printed) if printed else max(worth, key=worth.__getitem__)
    return max(votes[year].values(), key=lambda sign: sign.weight)


def _signs(newest, articles, lines) -> Iterator[YearSign]:
    texts = [line for line in lines if "年" in line or "月" in line]
    dated = [text for text in texts if MAYBE_YEAR.search(text)]
    titles = list(_from_titles(newest, articles))
    latest = max((*_named_years(dated), *(sign.year for sign in titles)), default=None)
    least = latest or 0
    words = oldest_year(lines)
    era = max(least, words)
    yield from _from_full_dates(newest, era)
    yield from _said(dated)
    # Not before the latest year named.
    yield from (sign for line in lines for sign in read_ordinals(line) if sign.year >= era)
    if newest is None:
        yield from titles
        return
    yield from _from_orders(newest, dated, least)
    yield from _from_lunar_years(newest, texts, least)
    yield from _from_animals(newest, texts, era)
    yield from _from_periods(newest, dated, least)
    yield from _from_reviews(newest, dated, least)
    yield from titles
    yield from _from_ledes(articles, era)
    yield from _from_calendar(texts, *_window(latest, era))
    yield from read_own_years(newest.issue, dated, least, words)
    yield from read_reckoned_years(newest.issue, lines, least, words)
    # In December what holds from the new year on is printed with its year.
    since = era - (newest.issue[0] == 12)
    yield from (sign for sign in read_seasons(newest.issue[0], lines) if sign.year >= since)


def _from_full_dates(newest: NewestDay | None, least: int) -> Iterator[YearSign]:
    """A full date of at most a month before the issue (2023年1月1日18时起)."""
    if newest is None:
        return
    if newest.year and newest.year >= least:
        issue = newest.when + timedelta(days=newest.offset)
        yield YearSign(issue.year, newest.events[0].words, "full-date")
    for event in newest.dated:
        year = _fitting_year(newest, event.when)
        if year and year >= least:
            yield YearSign(year, event.words, "full-date")


def _fitting_year(newest: NewestDay, day: date, most: int = _SINCE) -> int | None:
    """The year in which the issue falls 0 to ``most`` days after the day."""
    for year in (day.year, day.year + 1):
        issue = day_of(year, *newest.issue)
        if issue and 0 <= (issue - day).days <= most:
            return year
    return None


def _said(texts: list[str]) -> Iterator[YearSign]:
    """今年(2021年), 去年(2020年)."""
    for text in texts:
        for hit in _THIS_YEAR.finditer(text):
            yield YearSign(number(hit["y"] or hit["y2"]), hit.group(), "this-year")
        for hit in _LAST_YEAR.finditer(text):
            yield YearSign(number(hit["y"]) + 1, hit.group(), "this-year")


def _from_orders(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """自2021年12月14日零时起, 2021年12月20日前: a day to come, soon after the issue."""
    for text in texts:
        for hit in SOLAR.finditer(text):
            day = day_of(hit["y"], hit["m"], hit["d"])
            if not day or day.year < least or not _is_ordered(text, hit):
                continue
            for year in (day.year, day.year - 1):
                issue = day_of(year, *newest.issue)
                if issue and -_SINCE <= (day - issue).days <= _SOON:
                    yield YearSign(year, hit.group(), "full-date")


def _is_ordered(text: str, hit: re.Match) -> bool:
    """An order of now: 局里决定,自…起; the line may break off behind the day."""
    if _FIXED.search(text, 0, hit.start()):
        return True
    if not _DECIDED.search(text, max(0, hit.start() - 30), hit.start()):
        return False
    return bool(_ORDER.match(text, hit.end())) or len(text) - hit.end() <= 4


def _from_lunar_years(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """癸酉新春 at hand: the year whose spring festival is near the issue's day."""
    for text in texts:
        for hit in YEAR_NAME.finditer(text):
            for year in years_named(hit["year"]):
                issue, spring = day_of(year, *newest.issue), solar_of(year, 1, 1)
                if issue and spring and abs((issue - spring).days) <= 45 and year >= least:
                    yield YearSign(year, hit.group(), "lunar-year")
                    break


def _from_animals(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """兔年春节 early in a year: the first one of that animal from the latest year named on."""
    for text in texts if least and newest.issue[0] <= _SPRING else ():
        for hit in ANIMAL_YEAR.finditer(text):
            yield YearSign(year_of_animal(hit["animal"], least), hit.group(), "animal-year")


def _from_periods(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """2021年一季度, 截至2021年3月底: a period that ended shortly before the issue."""
    for text in texts:
        for hit in _PERIOD.finditer(text):
            if _FROM_ANOTHER.search(text[: hit.start()]):
                continue
            issue = _issue_near(newest, hit)
            if issue and issue.year >= least:
                yield YearSign(issue.year, hit.group(), "period")


def _from_reviews(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """2022年度…评价结果: a year that is over is reviewed in the next one."""
    for text in texts:
        for hit in _REVIEW.finditer(text):
            year = number(hit["y"]) + 1
            if year > least and newest.issue[0] < _REVIEWED_AGAIN:
                yield YearSign(year, hit.group(), "period")


def _issue_near(newest: NewestDay, period: re.Match) -> date | None:
    """The issue's day in the year in which it falls close to the end of the period."""
    year, end, name = number(period["y"] or period["y2"]), period["end"] or period["end2"], ""
    if not end:
        name = period["p"].lstrip("第")
    month = number(end) if end else _PERIOD_ENDS.get(name[:2]) or _PERIOD_ENDS.get(name)
    if not month or not 1 <= month <= 12:
        return None
    first, last = _TERM_TOLD if name.endswith(("学期", "开学", "招生")) else _PERIOD_TOLD
    after = date(year + month // 12, month % 12 + 1, 1)
    days = (day_of(y, *newest.issue) for y in (year, year + 1))
    return next((d for d in days if d and first <= (d - after).days <= last), None)


def _from_titles(newest: NewestDay | None, articles: Sequence[ParsedArticle]) -> Iterator[YearSign]:
    """2024 株洲市…大赛 as a heading; not early in a year, when last year's is still told."""
    if newest and newest.issue[0] <= 2:
        return
    for article in articles:
        if article.kind in (Kind.LITERARY, Kind.ADVERT, Kind.LEAD_IN):
            continue
        for heading in (article.headline, article.kicker, article.deck, article.column):
            text = fold(heading or "")
            hit = _YEAR.match(text)
            if (
                hit
                and not _PLAN.search(text[: hit.start()])
                and not _NO_TITLE.match(text, hit.end())
                and may_be_issued_in(number(hit["y"]))
            ):
                yield YearSign(number(hit["y"]), text, "heading")


def _from_ledes(articles: Sequence[ParsedArticle], least: int) -> Iterator[YearSign]:
    """8月25日,株洲市2022年征兵工作会议…: the year in the title of what happened on a day."""
    for article in articles:
        if article.kind in _TOLD and article.paragraphs:
            lede = fold(article.paragraphs[0].text[:_LEDE])
            hit = _HAPPENED.search(lede)
            if hit and number(hit["y"]) >= least:
                yield YearSign(number(hit["y"]), hit.group(), "title")


def _named_years(texts: list[str]) -> Iterator[int]:
    """Every year in figures that is not a plan's nor of a time before all pages or after them."""
    for text in texts:
        for hit in _YEARS.finditer(text):
            year = number(hit["y"])
            is_planned = _PLAN.search(text[max(0, hit.start() - 8) : hit.start()])
            if may_be_issued_in(year) and not is_planned:
                yield year


def _from_calendar(texts: list[str], latest: int, ahead: int) -> Iterator[YearSign]:
    """4月12日(星期三), 9月17日中秋: the one year from the latest named on in which it is so."""
    for text in texts if latest else ():
        for hit in MONTH_DAY.finditer(text):
            month, day = number(hit["m"]), number(hit["d"])
            beside = text[hit.end() : hit.end() + 10]
            fits = _calendar_test(month, day, beside)
            years = [y for y in range(latest, latest + ahead) if fits and fits(y)]
            if len(years) == 1:
                yield YearSign(years[0], text[hit.start() : hit.end() + 8], "calendar")


def _window(latest: int | None, era: int) -> tuple[int, int]:
    """From which year on, and for how many, a weekday may settle the year."""
    if latest or era < _MODERN:
        return latest or 0, _AHEAD
    return era, _FAR_AHEAD


def _calendar_test(month: int | None, day: int | None, beside: str):
    if not month or not day:
        return None
    lunar = read_lunar(beside)
    festival = _FESTIVAL_BESIDE.match(beside)
    if lunar:
        return lambda y: _is_same(solar_of(y, lunar.month, lunar.day), day_of(y, month, day))
    if festival:
        return lambda y: _is_same(solar_of(y, *FESTIVALS[festival[1]]), day_of(y, month, day))
    weekday = weekday_in(beside) if _WEEKDAY_BESIDE.match(beside) else None
    if weekday is None:
        return None
    return lambda y: (d := day_of(y, month, day)) is not None and d.weekday() == weekday


def _is_same(one: date | None, other: date | None) -> bool:
    """Whether both are days, and the same."""
    return one is not None and one == other
