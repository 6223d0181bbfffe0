"""Where a text names places of the city's area, and how seriously."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from articles.tagging.text import ArticleText
from articles.tagging.words import Gazetteer, Match, PlaceName, Wording

FULL = frozenset({"district", "old", "misreading"})
"""Kinds of names that are a district's own, in full."""
OWN = FULL | {"short"}

# 来自茶陵县的…, 祖籍醴陵: where somebody is from, not where the news is.
_FROM = re.compile(
    "(?:来自|老家在?|祖籍|原籍|籍贯|故乡|出生于|出生在|生于|毕业于|嫁到|我是|他是|她是|曾在|调任|前任|原任)[^，。,;；：]{0,5}$"
)
# 家住天元区…: weak, but in a story of one street it is all there is.
_HOME = re.compile("(?:家住|家在|现住|住在|户籍)[^，。,;；]{0,4}$")
# 销往攸县, 途经醴陵: goods and roads go through.
_AWAY = re.compile(
    "(?:销往|运往|发往|前往|赶往|开往|通往|送往|转往|途经|途径|路过|经过|借道|远至|直达|到过|去过)[^，。,;；]{0,4}$"
)
# 醴陵人杨某 but not 醴陵人民, 攸县人大.
_NATIVE = re.compile(
    "(?:市|县|区)?(?:籍|口音|方言|老乡|妹子|伢子|人(?![民大社武才力均口气防文居类生工们寿道员]))"
)
_OFFICE = re.compile(
    "区委|区政|法院|检察|公安|交警|教育|税务|农商|工商|消防|城管|纪委|团委|人大|政协|人社|卫健|街道|警方"
)
_ADMINISTRATIVE = re.compile("[省市县区州旗盟]$")
_NOT_ANOTHERS = re.compile(
    "(?:全|该|我|本|各|城|两|县|郊|市辖|株洲|老|新|主|片|校|小|景|园|库|山|辖|社|地|灾|林|矿|牧|生活|住宅|工业|开发|示范|自然保护|在|和|与|及|由|到)[省市县区州]$"
)
# 在东区, 东区区委; but not 小区东区, 校园北区: a part of something.
_BEFORE_OLD = re.compile("(?:^|[^\u4e00-\u9fff]|株洲|株洲市|[在从到由向于给对与和、来现原])$")
_AFTER_OLD = re.compile(
    "区?(?:委|政府|人民|法院|检察|公安|工商|税务|街道|办事处|个体|乡|教育|农业|武装|妇联|团委|各|一些|居民|少年|召开|举办|组织|[：:、，])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of one district."""

    district: str
    words: str
    """As printed."""
    start: int
    end: int
    kind: str
    zone: str
    manner: str = "here"
    """``here``, ``home`` (somebody lives there), ``aside`` (a second name in parentheses) or
    ``passing`` (from there, on the way there)."""
    is_sure: bool = True
    """False for a name that is also a common word; it counts only beside a surer one."""
    meant: str = ""
    """The right name where a misread one is printed."""

    @property
    def is_own(self) -> bool:
        """The district's own name, not that of a place in it."""
        return self.kind in OWN


@dataclass(frozen=True, slots=True)
class Reading:
    """All mentions of one text in order, and what else the lists know in it."""

    mentions: tuple[Mention, ...]
    foreign: tuple[tuple[int, int], ...] = ()
    """Spans that belong to other places' names."""
    known: tuple[tuple[int, int], ...] = ()
    """Spans of every other name and wording of the lists, also of those that say nothing here."""


def read_mentions(text: ArticleText, gazetteer: Gazetteer, on: date | None) -> Reading:
    """Every mention of a district or of a place in one, doubtful ones settled or dropped."""
    found: list[tuple[Match, tuple[PlaceName, ...]]] = []
    foreign: list[tuple[int, int]] = []
    known: list[tuple[int, int]] = []
    for match in gazetteer.matches(text.folded):
        is_outside = isinstance(match.value, Wording) and match.value.kind == "outside"
        (foreign if is_outside else known).append((match.start, match.end))
        if isinstance(match.value, Wording):
            continue
        senses = tuple(s for s in match.value if _is_in_force(s, on))
        if senses:
            found.append((match, senses))
    raw = list(_readable(found, foreign, text, gazetteer, on))
    return Reading(tuple(_settled(raw, text)), tuple(foreign), tuple(known))


def _is_in_force(name: PlaceName, on: date | None) -> bool:
    return name.until is None or on is None or on <= name.until


def _readable(found, foreign, text, gazetteer, on) -> Iterator[tuple[Mention, ...]]:
    """Each match as the mentions it may mean; namesakes elsewhere are dropped."""
    own_ends: dict[int, PlaceName] = {}
    foreign_ends = {end for _, end in foreign}
    starts = {match.start: senses[0].district for match, senses in found}
    for match, senses in found:
        before = text.folded[max(0, match.start - 12) : match.start]
        if _is_namesake(match, senses[0], before, foreign_ends, own_ends, gazetteer.city):
            continue
        if senses[0].until is not None and not _is_old_district(
            match, before, text, on, beside=starts.get(match.end) == senses[0].district
        ):
            continue
        own_ends[match.end] = senses[0]
        yield tuple(_mention(match, sense, text, gazetteer, before) for sense in senses)


def _mention(match, sense, text, gazetteer, before) -> Mention:
    folded = text.folded[match.start : match.end]
    after = text.folded[match.end : match.end + 4]
    is_old_part = sense.until is not None
    return Mention(
        district=sense.district,
        words=text.printed[match.start : match.end],
        start=match.start,
        end=match.end,
        kind=sense.kind,
        zone=text.zone_at(match.start),
        manner=_manner(sense, before, after),
        is_sure=is_old_part or folded not in gazetteer.ordinary or _is_of_an_office(sense, after),
        meant=sense.meant,
    )


def _is_of_an_office(sense: PlaceName, after: str) -> bool:
    """荷塘法院, 石峰交警: a common word before an office's name is the district."""
    return sense.kind == "short" and bool(_OFFICE.match(after))


def _manner(sense: PlaceName, before: str, after: str) -> str:
    line = before.rpartition("\n")[2]
    if line.endswith(("高新区(", "高新区（")):
        # 株洲高新区(天元区): one office under two names; the first is the news's.
        return "aside"
    if _FROM.search(line) or (sense.kind in OWN and _NATIVE.match(after)):
        return "passing"
    if _AWAY.search(line):
        return "passing"
    return "home" if _HOME.search(line) else "here"


def _is_namesake(match, sense, before, foreign, own_ends, city) -> bool:
    """深圳龙门镇, 某省某县金山镇, 长沙高新区: the same words for another place."""
    if sense.kind in FULL and sense.until is None and not sense.district.endswith("高新区"):
        return False
    if any(match.start - width in foreign and _only_ranks(before, width) for width in range(3)):
        return True
    other = own_ends.get(match.start)
    if other is not None:
        # 醴陵市高新区 is 醴陵's, 株洲县白关镇 was 株洲县's; 株洲市天元区 is what it says.
        return other.district != sense.district and other.kind in FULL and other.district != city
    return (
        sense.kind not in OWN
        and bool(_ADMINISTRATIVE.search(before))
        and not _NOT_ANOTHERS.search(before)
    )


def _only_ranks(before: str, width: int) -> bool:
    return width == 0 or all(c in "省市县区" for c in before[-width:])


def _is_old_district(match: Match, before: str, text: ArticleText, on, *, beside: bool) -> bool:
    """东区 … of before 1997, told from a housing estate's eastern part."""
    if match.end - match.start > 2 or beside:
        return True
    if not _BEFORE_OLD.search(before):
        return False
    return on is not None or bool(_AFTER_OLD.match(text.folded, match.end))


def _settled(raw: list[tuple[Mention, ...]], text: ArticleText) -> Iterator[Mention]:
    """One district for each mention; a name two counties share goes to the one named beside."""
    plain = [senses[0] for senses in raw if len(senses) == 1]
    named = {m.district for m in plain if m.is_own}
    sure = {m.district for m in plain if m.is_sure}
    others_zone = any(m.kind == "park" and m.words.endswith(("高新区", "经开区")) for m in plain)
    for senses in raw:
        fitting = [m for m in senses if len(senses) == 1 or m.district in named]
        if len(fitting) != 1:
            continue
        mention = fitting[0]
        if (
            mention.is_sure
            or mention.district in sure
            or (
                _stands_at_head(mention, text)
                and not (others_zone and mention.words.endswith(("高新区", "经开区")))
            )
        ):
            yield replace(mention, is_sure=True)


def _stands_at_head(mention: Mention, text: ArticleText) -> bool:
    """A short district name that opens a kicker or a headline means the district (荷塘：…)."""
    if mention.kind != "short" or mention.zone not in ("kicker", "headline", "deck"):
        return False
    return mention.start == 0 or text.folded[mention.start - 1] == "\n"
