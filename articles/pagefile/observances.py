"""Years that an ordinal says: 第29个全国爱眼日, 建党100周年, 十四届全国人大一次会议."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.pagefile.numerals import number

# The year of the first one.
_FIRST = {
    "植树节": 1979, "教师节": 1985, "记者节": 2000, "宪法日": 2014, "爱眼日": 1996, "爱耳日": 2000,
    "爱牙日": 1989, "助残日": 1991, "烈士纪念日": 2014, "公祭日": 2014, "丰收节": 2018,
    "医师节": 2018, "航天日": 2016, "地球日": 1970, "环境日": 1972, "禁毒日": 1988, "土地日": 1991,
    "水日": 1993, "中国水周": 1988, "读书日": 1996, "防灾减灾日": 2009, "无烟日": 1988,
    "献血者日": 2004, "艾滋病日": 1988, "税收宣传月": 1992, "安全生产月": 2002, "科技活动周": 2001,
    "国防教育日": 2001, "消防日": 1992, "消防宣传日": 1992, "护士节": 1912, "爱国卫生月": 1989,
    "节能宣传周": 1991, "残疾人日": 1992, "推广普通话宣传周": 1998, "推普周": 1998,
    "博物馆日": 1977, "遗产日": 2006, "人民警察节": 2021, "品牌日": 2017, "生态日": 2023,
    "旅游日": 2011, "低碳日": 2013, "全民健身日": 2009, "法制宣传日": 2001,
}  # fmt: skip
_BEGAN = {
    "建党": 1921, "中国共产党成立": 1921, "新中国成立": 1949, "中华人民共和国成立": 1949,
    "建国": 1949, "国庆": 1949, "改革开放": 1978, "抗战胜利": 1945, "抗日战争胜利": 1945,
    "建军": 1927, "五四运动": 1919, "辛亥革命": 1911, "香港回归": 1997, "澳门回归": 1999,
    "长征胜利": 1936, "建团": 1922, "株洲建市": 1951, "汶川地震": 2008,
}  # fmt: skip
_FIGURE = "(?P<n>[0-9一二三四五六七八九十百]{1,6})"
_NTH = re.compile(f"第{_FIGURE}[个届次][^，。,;、第]{{0,9}}?(?P<what>{'|'.join(_FIRST)})")
_JUBILEE = re.compile(
    "(?:今年[^。,，;]{0,6}?(?:是|适逢|恰逢|正值|迎来)|庆祝|喜迎|迎接|热烈祝贺|献礼)[^。,，;]{0,10}?"
    f"(?P<what>{'|'.join(_BEGAN)})[^。,，;]{{0,6}}?{_FIGURE}周年"
)
# The sessions of a congress come every spring from the year of its election on.
_SESSION = re.compile(
    "(?P<n>[0-9一二三四五六七八九十]{1,2})届全国(?:人大|政协)(?:第)?(?P<k>[一二三四五1-5])次会议|"
    "全国(?:人大|政协)(?P<n2>[0-9一二三四五六七八九十]{1,2})届(?P<k2>[一二三四五1-5])次会议"
)
_FIFTH_CONGRESS, _TERM = 1978, 5
_PAST = re.compile("(?:去年|前年|上年|当年|\\d{4}年)[^。;]{0,20}$")


class Ordinal(NamedTuple):
    """A year, and the words that count up to it."""

    year: int
    words: str


def read_ordinals(text: str) -> Iterator[Ordinal]:
    """All years that ordinals in a folded text say, those of years gone by left out."""
    if "第" in text or "周年" in text or "次会议" in text:
        for hit in (*_NTH.finditer(text), *_JUBILEE.finditer(text), *_SESSION.finditer(text)):
            year = _year_of(hit)
            if year and not _PAST.search(text[max(0, hit.start() - 26) : hit.start()]):
                yield Ordinal(year, hit.group())


def _year_of(hit: re.Match) -> int | None:
    said = hit.groupdict()
    count = _hundred(said.get("n") or said.get("n2"))
    if not count:
        return None
    if hit.re is _NTH:
        return _FIRST[said["what"]] + count - 1
    if hit.re is _JUBILEE:
        return _BEGAN[said["what"]] + count
    return _FIFTH_CONGRESS + _TERM * (count - 5) + number(said["k"] or said["k2"]) - 1


def _hundred(words: str) -> int | None:
    if "百" in words:
        head, _, tail = words.partition("百")
        return 100 * (number(head) or 1) + (number(tail) or 0)
    return number(words)
