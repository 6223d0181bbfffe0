"""Years that a page prints for its own time, wherever they stand.

A paper says 今年; where it prints the year all the same, it is the year of a title (2023年全国普通高考),
of a full date close to the issue (2020年9月16日开奖) or of the turn of the year (再过5天,2020年就要到来).
What began in a year (2021年以来, 2018年春天, 2019年,…) is told of years gone by.
"""

import re
from collections.abc import Iterator, Sequence

from articles.pagefile.dating.datewords import MAYBE_YEAR, SOLAR, YEAR, day_of
from articles.pagefile.dating.yearsigns import YearSign
from articles.pagefile.text.numerals import number

_NEAR = 45
"""A full date of the issue's own time is at most so many days from it."""
_MANY_YEARS = 3
_SPRING = 3
"""Before this month titles of the year gone by are as likely."""
_HISTORY = re.compile("(?:[是自从曾距]|(?<![定拟将])于|早在|曾在|始于|生于|出生于|建于|从)$")
_LEFT = re.compile("^[^。,;]{0,10}(?:通车|建成|成立|出生|创刊|创办|竣工|落成|投产)的")
# 因病医治无效,于1998年9月5日20时15分逝世: told within days.
_MOURNED = re.compile("[^。,;]{0,14}(?:逝世|辞世|病逝|去世|仙逝),?(?:享|终|[。;])")
_MOURNING = 15
_TITLE = re.compile(
    f"(?<![0-9从自较比对与和至到—~-])(?P<y>{YEAR})(?:(?=中国|株洲|湖南|全国|·|“)|年)(?:·|度|全[国省市县区]|株洲|湖南|中国|普通|[高中]考|[春秋]季|“|《|"
    "[市县区](?=[^,。])|新[兵生]|夏季|冬季|[\\u4e00-\\u9fff]{2,12}(?:赛|大会|运动会|博览会|招聘会|名单|公告|公示|启事))"
)
_REVIEWED = re.compile("^[^。,;]{0,20}?(?:评价|考核|决算|预算执行|审计|年报|公报|述职|督查)")
_COMING = re.compile(
    f"(?P<y>{YEAR})年?(?:元旦|新年)?(?:就要|即将|将要|快要|马上|将)(?:到来|来临|来到|到了)|(?:迎接|喜迎|告别旧岁,迎来)(?P<y2>{YEAR})年|"
    f"明年[(](?P<y3>{YEAR})年?[)]"
)
# 2024届毕业生 till the summer, 2023级新生 from it on, 2023—2024学年 on both sides of it.
_CLASS = re.compile(
    r"(?<!\d)(?P<y>20[0-9]{2})(?:(?P<leaving>届)|(?P<entering>级新生)|(?:年?[—~-]+20\d\d)(?P<school>年?学年))"
)
_SUMMER = 8
# 株政发〔2021〕12号, (2021)湘0203民初12号: papers of the year.
_NUMBERED = re.compile(r"[〔\[(](?P<y>(?:19|20)[0-9]{2})[〕\])](?:第?\d+号|湘)")
# 从2018年到现在,整整五年; 1938年出生,今年85岁.
_COUNTED = re.compile(
    f"(?P<y>{YEAR})年[^。;]{{0,24}}?(?:至今|迄今|整整|到现在|转眼|坚持了?|已经?)[^。;0-9]{{0,6}}?(?P<n>\\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:年|个年头|载)(?![前级代])"
)
_AGED = re.compile(
    f"(?:(?:出?生于)(?P<y>{YEAR})年|(?P<y2>{YEAR})年(?:\\d{{1,2}}月)?出?生)[^。;]{{0,30}}?(?:今年|现年|年近)?(?P<n>\\d{{2}}|[一二三四五六七八九]十[一二三四五六七八九]?)岁"
)


def read_own_years(
    issue: tuple[int, int], texts: Sequence[str], least: int, era: int
) -> Iterator[YearSign]:
    """All of them in (folded) texts: none before ``least``, the latest year that the page names.

    ``issue`` is the issue's month and day. ``era`` is the first year in which words of the page were in use; where it is 0, nothing tells
    a year of history from the issue's own, and only mourning and the turn of the year count.
    """
    for text in texts:
        for hit in _COMING.finditer(text) if issue[0] == 12 else ():
            yield YearSign(number(hit["y"] or hit["y2"] or hit["y3"]) - 1, hit.group(), "own-year")
    if not _is_of_history(texts):
        for text in texts:
            yield from _near(issue, text, max(least, era), is_modern=bool(era))
    for text in texts if era and issue[0] >= _SPRING else ():
        for hit in _TITLE.finditer(text):
            year = number(hit["y"])
            if year >= max(least, era) and not _REVIEWED.match(text, hit.end()):
                yield YearSign(year, text[hit.start() : hit.end() + 8], "own-year")


def read_reckoned_years(
    issue: tuple[int, int], texts: Sequence[str], least: int, era: int
) -> Iterator[YearSign]:
    """Years that classes, papers, spans and ages lead to; weaker than those printed for the day.

    Takes what ``read_own_years`` takes.
    """
    since = max(least, era)
    texts = [text for text in texts if MAYBE_YEAR.search(text)]
    for text in texts:
        for own in (*_by_classes(issue, text), *_by_sums(text)):
            if own.year >= since:
                yield own
    if era and issue[0] >= _SPRING:
        for text in texts:
            for hit in _NUMBERED.finditer(text):
                if number(hit["y"]) >= since:
                    yield YearSign(number(hit["y"]), hit.group(), "reckoned")


def _by_classes(issue: tuple[int, int], text: str) -> Iterator[YearSign]:
    """2024届毕业生 leave in that summer, 2023级新生 come in it."""
    for hit in _CLASS.finditer(text):
        year, is_late = number(hit["y"]), issue[0] > _SUMMER
        if hit["leaving"]:
            yield YearSign(year - is_late, hit.group(), "reckoned")
        elif hit["entering"]:
            yield YearSign(year, hit.group(), "reckoned")
        else:
            yield YearSign(year + (not is_late), hit.group(), "reckoned")


def _by_sums(text: str) -> Iterator[YearSign]:
    """从2018年到现在,整整五年; 1938年出生,今年85岁."""
    for hit in (*_COUNTED.finditer(text), *_AGED.finditer(text)):
        year, years = number(hit.groupdict().get("y") or hit["y2"]), number(hit["n"])
        if year and years:
            yield YearSign(year + years, hit.group(), "reckoned")


def _is_of_history(texts: Sequence[str]) -> bool:
    """Days of many years in one page: a diary, a chronicle."""
    years = {hit["y"] for text in texts if "日" in text for hit in SOLAR.finditer(text)}
    return len(years) > _MANY_YEARS


def _near(issue: tuple[int, int], text: str, least: int, *, is_modern: bool) -> Iterator[YearSign]:
    """2020年9月16日开奖: a full date close to the issue; on a page of any age only a death."""
    for hit in SOLAR.finditer(text):
        day = day_of(hit["y"], hit["m"], hit["d"])
        mourned = bool(_MOURNED.match(text, hit.end()))
        if not day or day.year < least or not (is_modern or mourned):
            continue
        if mourned:
            own = day_of(day.year, *issue)
            if own and 0 <= (own - day).days <= _MOURNING:
                yield YearSign(day.year, hit.group(), "own-year")
            continue
        if _HISTORY.search(text, 0, hit.start()) or _LEFT.match(text[hit.end() : hit.end() + 14]):
            continue
        for year in (day.year, day.year + 1):
            own = day_of(year, *issue)
            if own and abs((own - day).days) <= _NEAR:
                yield YearSign(year, hit.group(), "own-year")
                break
