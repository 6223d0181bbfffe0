"""Years that a page prints beside its own time, as its words or the newest event say.

今年(2021年), a full date or a period close to the newest event, an order of now, a title. All texts
are folded; ``least`` is the latest year that the page names, which no sign goes before.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from articles.pagefile.dating.datewords import SOLAR, YEAR, day_of, may_be_issued_in
from articles.pagefile.dating.newestday import NewestDay
from articles.pagefile.dating.yearsigns import YearSign
from articles.pagefile.records import Kind, ParsedArticle
from articles.pagefile.text.fold import fold
from articles.pagefile.text.numerals import number

_YEARS = re.compile(f"(?<![0-9])(?P<y>{YEAR})年(?!度)")
_PLAN = re.compile("(?:到|至|—|-|~|力争|规划|展望|远期|迈向|面向|目标)[^。,;]{0,4}$")
# 2024年3月底前: the print may break off before it has said so.
_DEADLINE = re.compile("\\d{0,2}(?:$|月(?:$|[底末]?前))")
_THIS_YEAR = re.compile(f"今年[(]?(?:是)?(?P<y>{YEAR})年?|(?P<y2>{YEAR})年?[(]今年[)]")
_LAST_YEAR = re.compile(f"去年[(](?P<y>{YEAR})年?[)]")
_SINCE = 31
"""A full date older than this many days is no sign of the year."""
# 局里决定,自2021年12月14日零时起; 定于, 截至 before the day need no other word.
_ORDER = re.compile(r"(?:\d{1,2}[时点:]\d{0,2}分?|[零0][时点])?(?:起|止|之?前|至)")
_FIXED = re.compile("(?:[定拟将]于|截[至止](?:日期)?:?|延[至到]|延长[至到])$")
_DECIDED = re.compile("(?:决定|将|拟|通知|通告|获悉|了解到|昨[日天]|宣布|发布|出台)[^。;]*$")
_SOON = 60
"""An order of now holds within so many days."""
_PERIOD = re.compile(
    f"(?P<y>{YEAR})年(?P<p>第?[一二三四1-4]季度|前三季度|上半年|前[一二三四五六七八九十\\d]{{1,2}}个月|春运|春节|元旦|新年|[春秋]季(?:学期|开学|招生)?|[1一](?:至|—|-)(?P<end>\\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月)"
    f"|截[至止](?P<y2>{YEAR})年(?P<end2>\\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:底|末|份|,)"
    f"|(?P<y3>{YEAR})年(?P<end3>\\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月(?:[底末](?!前)|起|以来)"
)
_PERIOD_ENDS = {
    "一季度": 3, "1季度": 3, "二季度": 6, "2季度": 6, "上半年": 6, "三季度": 9, "3季度": 9,
    "前三季度": 9, "四季度": 12, "4季度": 12, "春运": 2, "春季": 4, "春节": 2, "元旦": 1, "新年": 1,
    "秋季": 9,
}  # fmt: skip
_PERIOD_TOLD = (-20, 60)
"""A period is told from so many days before its end to so many after it; a term while it lasts."""
_QUARTER = -92
"""What a quarter is to bring is told all through it."""
_TERM_TOLD = (-75, 60)
_FROM_ANOTHER = re.compile("(?:自|从|早在|始于|早于|起于|曾|出生于|生于)$")
_REVIEW = re.compile(
    f"(?P<y>{YEAR})年度[^。,;]{{0,14}}?(?:评价|考核|决算|预算执行|审计|年报|统计公报|述职)"
)
_REVIEWED_AGAIN = 11
"""From this month on the year itself may be under review."""
# 2024 株洲市…大赛.
_YEAR = re.compile(f"(?<![0-9—~-])(?P<y>{YEAR})(?=年|\\s?[\u4e00-\u9fff“])")
# 2000年前, 2000名党员: no year, or none of the title.
_NO_TITLE = re.compile(
    "年(?:前|来|间|以)|\\s?[多余名人户元亩公里米吨台辆个家件条棵头套张块次万千百平斤]|\\s?株(?!洲)"
)
# 8月25日,株洲市2022年征兵工作会议.
_HAPPENED = re.compile(
    "(?:日|[上下]午|晚|昨[天日]),?[^。;]{0,24}?(?<![自从对比较到至与—~0-9-])"
    f"(?P<y>{YEAR})年?(?![年届级度以来前后底初末间代起至—~-])[\u4e00-\u9fff“”·]{{2,24}}?(?:赛|节|大?会|展|仪式|行动|活动|论坛|高考|中考|征兵|培训班|启动|开幕|起跑|开跑|鸣枪|马拉松)"
)
_TOLD = frozenset({Kind.NEWS, Kind.BRIEF, Kind.PHOTO_STORY, Kind.CONTINUATION})
_LEDE = 90
"""Characters of a text in which its first sentence says what happened."""


def named_years(texts: list[str]) -> Iterator[int]:
    """Every year in figures that is not a plan's nor of a time before all pages or after them."""
    for text in texts:
        for hit in _YEARS.finditer(text):
            year = number(hit["y"])
            before = text[max(0, hit.start() - 8) : hit.start()]
            is_planned = _PLAN.search(before) or _DEADLINE.match(text, hit.end())
            if may_be_issued_in(year) and not is_planned:
                yield year


def read_this_year(texts: list[str]) -> Iterator[YearSign]:
    """今年(2021年), 去年(2020年)."""
    for text in texts:
        for hit in _THIS_YEAR.finditer(text):
            yield YearSign(number(hit["y"] or hit["y2"]), hit.group(), "this-year")
        for hit in _LAST_YEAR.finditer(text):
            yield YearSign(number(hit["y"]) + 1, hit.group(), "this-year")


def read_full_dates(newest: NewestDay, least: int) -> Iterator[YearSign]:
    """A full date of at most a month before the issue (2023年1月1日18时起)."""
    if newest.year and newest.year >= least:
        issue = newest.when + timedelta(days=newest.offset)
        yield YearSign(issue.year, newest.events[0].words, "full-date")
    for event in newest.dated:
        year = _fitting_year(newest, event.when)
        if year and year >= least:
            yield YearSign(year, event.words, "full-date")


def _fitting_year(newest: NewestDay, day: date) -> int | None:
    """The year in which the issue falls at most ``_SINCE`` days after the day."""
    for year in (day.year, day.year + 1):
        issue = day_of(year, *newest.issue)
        if issue and 0 <= (issue - day).days <= _SINCE:
            return year
    return None


def read_orders(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
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


def read_periods(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """2021年一季度, 截至2021年3月底: a period that ended shortly before the issue."""
    for text in texts:
        for hit in _PERIOD.finditer(text):
            if _FROM_ANOTHER.search(text[: hit.start()]):
                continue
            issue = _issue_near(newest, hit)
            if issue and issue.year >= least:
                yield YearSign(issue.year, hit.group(), "period")


def _issue_near(newest: NewestDay, period: re.Match) -> date | None:
    """The issue's day in the year in which it falls close to the end of the period."""
    year = number(period["y"] or period["y2"] or period["y3"])
    end, name = period["end"] or period["end2"] or period["end3"], ""
    if not end:
        name = period["p"].lstrip("第")
        end = name[1:-2] if name.endswith("个月") else None
    month = number(end) if end else _PERIOD_ENDS.get(name[:2]) or _PERIOD_ENDS.get(name)
    if not month or not 1 <= month <= 12:
        return None
    first, last = _PERIOD_TOLD
    if name.endswith(("学期", "开学", "招生")):
        first, last = _TERM_TOLD
    elif name.endswith("季度"):
        first = _QUARTER
    after = date(year + month // 12, month % 12 + 1, 1)
    days = (day_of(y, *newest.issue) for y in (year, year + 1))
    return next((d for d in days if d and first <= (d - after).days <= last), None)


def read_reviews(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """2022年度…评价结果: a year that is over is reviewed in the next one."""
    for text in texts:
        for hit in _REVIEW.finditer(text):
            year = number(hit["y"]) + 1
            if year > least and newest.issue[0] < _REVIEWED_AGAIN:
                yield YearSign(year, hit.group(), "period")


def read_titles(newest: NewestDay | None, articles: Sequence[ParsedArticle]) -> Iterator[YearSign]:
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


def read_ledes(articles: Sequence[ParsedArticle], least: int) -> Iterator[YearSign]:
    """8月25日,株洲市2022年征兵工作会议…: the year in the title of what happened on a day."""
    for article in articles:
        if article.kind in _TOLD and article.paragraphs:
            lede = fold(article.paragraphs[0].text[:_LEDE])
            hit = _HAPPENED.search(lede)
            if hit and number(hit["y"]) >= least:
                yield YearSign(number(hit["y"]), hit.group(), "title")
