"""Years that a text counts up to: 第29个全国爱眼日, 建党100周年, “十四五”开局之年, 距新世纪还有52天."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from articles.pagefile.dating.festivals import OBSERVANCES
from articles.pagefile.dating.yearsigns import YearSign
from articles.pagefile.text.numerals import number

_FIRST = {name: year for name, (_, year) in OBSERVANCES.items() if year}
# What jubilees are counted from, the country's and the city's.
_BEGAN = {
    "建党": 1921, "中国共产党成立": 1921, "新中国成立": 1949, "中华人民共和国成立": 1949,
    "建国": 1949, "国庆": 1949, "改革开放": 1978, "抗战胜利": 1945, "抗日战争胜利": 1945,
    "建军": 1927, "五四运动": 1919, "辛亥革命": 1911, "香港回归": 1997, "澳门回归": 1999,
    "长征胜利": 1936, "建团": 1922, "中国共产主义青年团成立": 1922, "抗美援朝": 1950,
    "毛泽东同志诞辰": 1893, "毛泽东诞辰": 1893, "恢复高考": 1977, "和平解放": 1949,
    "雷锋同志学习": 1963, "撤县设区": 2018, "株洲建市": 1951, "汶川地震": 2008,
}  # fmt: skip
_FIGURE = "(?P<n>[0-9一二三四五六七八九十百]{1,6})"
_NTH = re.compile(f"第{_FIGURE}[个届次][^。,;、第]{{0,9}}?(?P<what>{'|'.join(_FIRST)})")
_JUBILEE = re.compile(
    "(?:今年[^。,;]{0,6}?(?:是|适逢|恰逢|正值|迎来)|庆祝|纪念|喜迎|迎接|热烈祝贺|献礼)[^。,;]{0,10}?"
    f"(?P<what>{'|'.join(_BEGAN)})[^。,;]{{0,6}}?{_FIGURE}周年"
)
# 新中国成立60周年之际.
_OCCASION = re.compile(
    f"(?P<what>{'|'.join(_BEGAN)}){_FIGURE}周年(?:之际|前夕|即将|到来|来临|华诞)"
)
# 十三届全国人大四次会议: the sessions of a congress come every spring from the year of its election on.
_SESSION = re.compile(
    "(?P<n>[0-9一二三四五六七八九十]{1,2})届全国(?:人大|政协)(?:第)?(?P<k>[一二三四五1-5])次会议|"
    "全国(?:人大|政协)(?P<n2>[0-9一二三四五六七八九十]{1,2})届(?P<k2>[一二三四五1-5])次会议"
)
_FIFTH_CONGRESS, _TERM = 1978, 5
# 今年是“十四五”开局之年; the third plan began in 1966.
_FIVE_YEARS = re.compile(
    "“?(?P<n>[六七八九]|十[一二三四五]?)五”?(?:规划|计划)?的?(?:(?P<which>开局|收官|收关|最后一|头一|第[一二三四五])(?:之?年|(?<=局)))"
)
_THIRD_PLAN = 1966
_YEARS_IN = {"开局": 0, "头一": 0, "第一": 0, "第二": 1, "第三": 2, "第四": 3, "第五": 4, "最后一": 4,
             "收官": 4, "收关": 4}  # fmt: skip
# 喜迎党的二十大: the twelfth party congress was in 1982, each next five years later.
_PARTY_CONGRESS = re.compile(
    "(?:喜迎|迎接|献礼|庆祝)[^。,;]{0,6}?(?:党的)?(?P<n>十[二三四五六七八九]|二十)大(?!精神)|党的(?P<n2>十[二三四五六七八九]|二十)大[^。,;]{0,6}?(?:召开之年|开幕会)"
)
_TWELFTH_PARTY_CONGRESS = 1982
# Words for one year alone.
_ALONE = (
    ("建党百年", 2021),
    ("百年华诞", 2021),
    ("决胜脱贫攻坚之年", 2020),
    ("脱贫攻坚收官之年", 2020),
)
# 距新世纪还有52天, 距澳门回归还有30天: the paper counted down to 2000, as everybody did.
_DAYS_TO = {"新世纪": date(2000, 1, 1), "2000年": date(2000, 1, 1), "香港回归": date(1997, 7, 1),
            "澳门回归": date(1999, 12, 20), "北京奥运会": date(2008, 8, 8)}  # fmt: skip
_COUNTDOWN = re.compile(
    f"(?:距离?|离)(?P<what>{'|'.join(_DAYS_TO)})\\S{{0,4}}(?:还有|只有|只剩)(?P<n>\\d{{1,3}})天"
)
# Nothing that is counted is without one of these; quick to ask.
_HINT = re.compile("第|周年|次会议|之年|[十二三四五六七八九]大|[开头收][局一官]|最后一年")
_PAST = re.compile("(?:去年|前年|上年|当年|\\d{4}年)[^。;]{0,20}$")


def read_counted_years(text: str) -> Iterator[YearSign]:
    """All years that ordinals in a folded text say, those of years gone by left out."""
    yield from (YearSign(year, words, "anniversary") for words, year in _ALONE if words in text)
    for hit in _COUNTDOWN.finditer(text):
        day = _DAYS_TO[hit["what"]] - timedelta(days=int(hit["n"]))
        yield YearSign(day.year, hit.group(), "anniversary")
    if not _HINT.search(text):
        return
    for pattern in (_PARTY_CONGRESS, _FIVE_YEARS, _NTH, _JUBILEE, _OCCASION, _SESSION):
        for hit in pattern.finditer(text):
            year = _year_of(hit)
            if year and not _PAST.search(text[max(0, hit.start() - 26) : hit.start()]):
                yield YearSign(year, hit.group(), "anniversary")


def _year_of(hit: re.Match) -> int | None:
    """The year that a hit of one of the patterns counts up to; None where its figures are none."""
    said = hit.groupdict()
    count = _hundred(said.get("n") or said.get("n2"))
    if not count:
        return None
    if hit.re is _PARTY_CONGRESS:
        return _TWELFTH_PARTY_CONGRESS + 5 * (count - 12)
    if hit.re is _FIVE_YEARS:
        return _THIRD_PLAN + 5 * (count - 3) + _YEARS_IN[said["which"]]
    if hit.re is _NTH:
        return _FIRST[said["what"]] + count - 1
    if hit.re in (_JUBILEE, _OCCASION):
        return _BEGAN[said["what"]] + count
    return _FIFTH_CONGRESS + _TERM * (count - 5) + number(said["k"] or said["k2"]) - 1


def _hundred(words: str) -> int | None:
    """``number`` with hundreds: 百, 一百零五, 三十四."""
    if "百" in words:
        head, _, tail = words.partition("百")
        return 100 * (number(head) or 1) + (number(tail) or 0)
    return number(words)
