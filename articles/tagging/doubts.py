"""What an editor should look at: names read wrong in print, and places that no list knows.

A misread name was understood (溇口 was taken for 渌口); an unknown one was passed over. Both are
values beside the tags, never a failure. A village behind the name of a town that we know is left
alone: the town has told the district already.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.pagefile.records import Kind, Problem
from articles.tagging.mentions import Mention, Reading
from articles.tagging.text import ArticleText

MISREAD = "suspected-misreading"
UNKNOWN = "unknown-place"
_AROUND = 8
"""Characters quoted on either side of a name."""
_ASK_IN = frozenset({Kind.NEWS, Kind.BRIEF, Kind.PHOTO_STORY, Kind.INTERVIEW, Kind.SIDEBAR})
_LEDES = frozenset({"dateline", "lede"})

# 石塘村, 红石镇; but not 红石镇长, 石塘村民, 山里乡亲.
_RANK = (
    "(?:镇(?![长级区江静定痛压守办海])|(?:瑶族)?乡(?![镇村下亲愁音土贤间友情长级里民企财风])"
    "|街道(?![上两旁边])|村(?![民庄寨落级镇务里干妇办])|社区)"
)
_NAME = f"(?P<name>[\u4e00-\u9fff]{{2,4}}?{_RANK})"
_BEHIND_A_DISTRICT = re.compile(_NAME)
_VERBS = "位于|来自|走进|走访|来到|前往|赶到|深入|家住|坐落在"
_STANDING_ALONE = re.compile(
    "(?:^|[^\u4e00-\u9fff]|[在到赴至由日])" + f"(?:{_VERBS})?{_NAME}", re.M
)
# Words of grammar are in no place's name: 修好的村, 这个镇, 三位老乡.
_GRAMMAR = re.compile(
    "[的了着过在是有及或对把被将从向为于以而但也都就还很最更这那其此该每各某几个位名户次条座只项"
    "您你我他她它们全本县区市省镇村社街办会员部局所站厂校院说做看让请等跟给由归替]"
)
# 二十村, 实现一村一月一场.
_COUNTED = re.compile("(?:[\u4e00-\u9fff]{2})?[一二三四五六七八九十百千两数多首]+")
# What is done to a town is not its name: 连线镇卫生院, 覆盖村社区.
_DONE_TO = re.compile(
    "连[线通接]|实现|覆盖|惠及|辐射|贯通|创建|打造|推进|支持|帮助|服务|联系|对接|直通|结对|包联|帮扶|下沉|"
    "参与|组织|发动|动员|整治|治理|管理|改造|验收|检查|督导|慰问|宣讲|回访|跑遍|走遍|送[进到]|开进|搬[进到]|"
    "驻守|坚守|扎根|嫁到|离开|走出|途经|毗邻|周边|附近|所在|当地|邻近|相邻"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name of a place that an editor should look at."""

    code: str
    """``suspected-misreading`` or ``unknown-place``."""
    name: str
    """As printed."""
    district: str
    """Today's name of the district that it speaks for; ``""`` where nobody knows."""
    meant: str
    """The name that a misread one was taken for; ``""`` for an unknown one."""
    quote: str
    """The words around it, as printed."""
    lines: tuple[int, ...]
    """Lines of the page that may hold it; () where the text comes from an editor."""

    @property
    def detail(self) -> str:
        """``溇口区→渌口区(渌口区) …昨日来到溇口区的…``, ``红石镇(茶陵县) …茶陵县红石镇…``."""
        meant = f"→{self.meant}" if self.meant else ""
        district = f"({self.district})" if self.district else ""
        return f"{self.name}{meant}{district} …{self.quote}…"

    def problem(self, page: Sequence[str]) -> Problem:
        """The same for the worklist, at its line of the page's lines."""
        holding = (n for n in self.lines if self.name in "".join(page[n - 1].split()))
        line = next(holding, self.lines[0] if self.lines else None)
        return Problem(self.code, line, self.detail)


def find_doubts(text: ArticleText, reading: Reading, primary: str) -> tuple[Doubt, ...]:
    """Each doubtful name of the text once, misread ones first. ``primary`` may be ``""``."""
    first: dict[str, Doubt] = {}
    for doubt in (*_misread(text, reading), *_unknown(text, reading, primary)):
        first.setdefault(doubt.name, doubt)
    return tuple(first.values())


def _misread(text: ArticleText, reading: Reading) -> Iterator[Doubt]:
    for mention in reading.mentions:
        if mention.meant:
            span = mention.start, mention.end
            yield _doubt(MISREAD, text, span, mention.district, mention.meant)


def _doubt(
    code: str, text: ArticleText, span: tuple[int, int], district: str, meant: str = ""
) -> Doubt:
    start, end = span
    around = text.printed[max(0, start - _AROUND) : end + _AROUND]
    quote = max(around.split("\n"), key=lambda part: text.printed[start:end] in part)
    return Doubt(code, text.printed[start:end], district, meant, quote, text.lines_at(start))


def _unknown(text: ArticleText, reading: Reading, primary: str) -> Iterator[Doubt]:
    if text.kind not in _ASK_IN or text.is_notice or text.is_from_an_agency:
        return
    known = sorted((*reading.foreign, *reading.known))
    seen = [*_behind_districts(text, reading.mentions), *_in_the_lede(text, reading, primary)]
    for (start, end), district in seen:
        if not _overlaps(known, start, end) and _may_be_a_name(text.folded[start:end]):
            yield _doubt(UNKNOWN, text, (start, end), district)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which stand in order and apart, shares a character with it."""
    last = bisect_left(spans, (end, 0)) - 1
    return last >= 0 and spans[last][1] > start


def _may_be_a_name(name: str) -> bool:
    stem = re.sub("(?:瑶族)?(?:镇|乡|街道|村|社区)$", "", name)
    return not (_GRAMMAR.search(stem) or _COUNTED.fullmatch(stem) or _DONE_TO.match(stem))


def _behind_districts(text: ArticleText, mentions: tuple[Mention, ...]):
    for mention in mentions:
        hit = mention.is_own and _BEHIND_A_DISTRICT.match(text.folded, mention.end)
        if hit:
            yield hit.span("name"), mention.district


def _in_the_lede(text: ArticleText, reading: Reading, primary: str):
    """Names that stand by themselves where the text says where it plays."""
    zones = [(start, end) for zone, start, end in text.spans if zone in _LEDES]
    for start, end in zones:
        if _overlaps(reading.foreign, start, end):
            continue
        for hit in _STANDING_ALONE.finditer(text.folded, start, end):
            yield hit.span("name"), primary
