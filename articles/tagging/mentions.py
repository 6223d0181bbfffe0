"""Where a text names places of the city's area, and how seriously."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from articles.tagging.text import ArticleText
from articles.tagging.words import Gazetteer, PlaceName

FULL = frozenset({"district", "old", "misreading"})
"""Kinds of names that are a district's own, in full."""
OWN = FULL | {"short"}
_ANY_ZONE = ("高新区", "经开区")
_RANKS = frozenset("省市县区州旗盟")
_WHERE_BEFORE = frozenset("在到赴于。，,日晨晚午 \n") | {""}
_WHERE_AFTER = re.compile("的?一[间家座条处位所带]|的[一老]|地区|片区|一带|老街|街头")
_ASKED_BY = re.compile(r"[市县区]?\s*[^()（）\n?。]{0,12}[)）](?:\n|$)")
_ASKS = re.compile(
    r"\s*(?:[一某]?(?:读者|市民|居民|听众|网友|农民|家长|职工))?\s*[\u4e00-\u9fff\s]{0,6}问[:：]"
)
"""``…要办证吗？（桥头县 江女士）``, ``桥头县读者 江小舟问：``: where somebody asks from."""
_SMALLER = tuple("村镇乡街路桥")
"""荷塘村 lies in another county than 荷塘."""
_BEFORE = 12
"""So many characters before a name are read for what they say of it."""


class Mention(NamedTuple):
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


class _Named(NamedTuple):
    """A name found, with the senses that it had on the day."""

    senses: tuple[PlaceName, ...]
    is_ordinary: bool
    start: int
    end: int


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
    found: list[_Named] = []
    foreign: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    for known, start, end in gazetteer.matches(text.folded):
        (foreign if known.is_outside else spans).append((start, end))
        if known.senses and (senses := known.on(on)):
            found.append(_Named(senses, known.is_ordinary, start, end))
    if not found:
        return Reading((), tuple(foreign), tuple(spans))
    raw = list(_readable(found, {end for _, end in foreign}, text, gazetteer, on))
    return Reading(tuple(_settled(raw, text)), tuple(foreign), tuple(spans))


def _readable(
    found: list[_Named], foreign: set[int], text: ArticleText, gazetteer: Gazetteer, on: date | None
) -> Iterator[tuple[Mention, ...]]:
    """Each name as the mentions it may mean; namesakes elsewhere are dropped."""
    own_ends: dict[int, PlaceName] = {}
    folded = text.folded
    for at, named in enumerate(found):
        sense = named.senses[0]
        before = folded[max(0, named.start - _BEFORE) : named.start]
        if _is_namesake(named, before, foreign, own_ends, gazetteer):
            continue
        if sense.until is not None:
            after = found[at + 1] if at + 1 < len(found) else None
            beside = after and after.start == named.end and after.senses[0].district
            if beside != sense.district and not _is_old_district(
                named, before, text, gazetteer, on
            ):
                continue
        own_ends[named.end] = sense
        if _is_of_asker(folded, before, named.end):
            continue
        yield tuple(_mention(named, sense, text, gazetteer, before) for sense in named.senses)


def _mention(
    named: _Named, sense: PlaceName, text: ArticleText, gazetteer: Gazetteer, before: str
) -> Mention:
    _, is_ordinary, start, end = named
    is_sure = (
        not is_ordinary
        or sense.until is not None
        or (sense.kind == "short" and gazetteer.cues.is_office(text.folded, end))
    )
    return Mention(
        sense.district,
        text.printed[start:end],
        start,
        end,
        sense.kind,
        text.zone_at(start),
        _manner(sense, before, text.folded, end, gazetteer),
        is_sure,
        sense.meant,
    )


def _manner(sense: PlaceName, before: str, text: str, end: int, gazetteer: Gazetteer) -> str:
    line = before.rpartition("\n")[2]
    if line.endswith(("高新区(", "高新区（")):
        # 株洲高新区(天元区): one office under two names; the first is the news's.
        return "aside"
    if sense.kind in OWN and gazetteer.cues.is_native(text, end):
        return "passing"
    return gazetteer.cues.manner_before(line) or "here"


def _is_of_asker(text: str, before: str, end: int) -> bool:
    """Where a question comes from is no place of the news; his county may stand before his town."""
    line = before.rpartition("\n")[2]
    opened = max(line.rfind("("), line.rfind("（"))
    if opened > 0 and line[opened - 1] in "?？":
        return bool(_ASKED_BY.match(text, end))
    return not line and bool(_ASKS.match(text, end))


def _is_namesake(
    named: _Named,
    before: str,
    foreign: set[int],
    own_ends: dict[int, PlaceName],
    gazetteer: Gazetteer,
) -> bool:
    """深圳龙门镇, 某省某县金山镇, 长沙高新区: the same words for another place."""
    sense = named.senses[0]
    if sense.kind in FULL and sense.until is None and not sense.district.endswith("高新区"):
        return False
    if _is_behind_another(named.start, before, foreign):
        return True
    other = own_ends.get(named.start)
    if other is not None:
        # 醴陵市高新区 is 醴陵's, 株洲县白关镇 was 株洲县's; 株洲市天元区 is what it says.
        is_anothers = other.district != sense.district and other.kind in FULL
        return is_anothers and other.district != gazetteer.city
    ends_in_a_rank = sense.kind not in OWN and before[-1:] in _RANKS
    return ends_in_a_rank and not gazetteer.cues.is_own_rank(before)


def _is_behind_another(start: int, before: str, foreign: set[int]) -> bool:
    """Right behind another place's name, or with its rank between (浏阳市官庄镇)."""
    if start in foreign:
        return True
    ranks = "省市县区"
    if before[-1:] not in ranks or not before:
        return False
    return start - 1 in foreign or (before[-2:-1] in ranks and start - 2 in foreign)


def _is_old_district(
    named: _Named, before: str, text: ArticleText, gazetteer: Gazetteer, on: date | None
) -> bool:
    """东区 … of before 1997, told from a housing estate's eastern part."""
    if named.end - named.start > 2:
        return True
    cues = gazetteer.cues
    return cues.is_old_district(before, text.folded, named.end, is_dated=on is not None)


def _settled(raw: list[tuple[Mention, ...]], text: ArticleText) -> Iterator[Mention]:
    """One district for each mention; a name two counties share goes to the one named beside."""
    plain = [senses[0] for senses in raw if len(senses) == 1]
    named = {m.district for m in plain if m.is_own}
    sure = {m.district for m in plain if m.is_sure}
    edges = {at for m in plain if m.is_own and m.is_sure for at in (m.start - 1, m.end)}
    others_zone = any(m.kind == "park" and m.words.endswith(_ANY_ZONE) for m in plain)
    for senses in raw:
        fitting = senses if len(senses) == 1 else [m for m in senses if m.district in named]
        if len(fitting) != 1:
            continue
        mention = fitting[0]
        if mention.is_sure:
            yield mention
        elif mention.district in sure or (
            (
                _stands_at_head(mention, text)
                or _is_listed(mention, edges, text.folded)
                or _is_where(mention, text.folded)
            )
            and not (others_zone and mention.words.endswith(_ANY_ZONE))
        ):
            yield mention._replace(is_sure=True)


def _is_listed(mention: Mention, edges: set[int], text: str) -> bool:
    """芦淞、天元一带: a short name beside a surer one is a district's too."""
    return mention.kind == "short" and any(
        at in edges and text[at : at + 1] in ("、", "和", "与")
        for at in (mention.start - 1, mention.end)
    )


def _is_where(mention: Mention, text: str) -> bool:
    """8月1日，田心的一间车间里…: a quarter's name alone, where the text says where it plays."""
    if mention.kind != "locality" or mention.zone not in ("headline", "lede", "dateline"):
        return False
    before = text[mention.start - 1 : mention.start]
    return before in _WHERE_BEFORE and bool(_WHERE_AFTER.match(text, mention.end))


def _stands_at_head(mention: Mention, text: ArticleText) -> bool:
    """A short district name that opens a kicker or a headline means the district (荷塘：…)."""
    if mention.kind != "short" or mention.zone not in ("kicker", "headline", "deck"):
        return False
    of_itself = text.folded[mention.end : mention.end + 1] not in _SMALLER
    return of_itself and (mention.start == 0 or text.folded[mention.start - 1] == "\n")
