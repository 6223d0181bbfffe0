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

_ADMINISTRATIVE = re.compile("[省市县区州旗盟]$")


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
        if _is_namesake(match, senses[0], before, foreign_ends, own_ends, gazetteer):
            continue
        beside = starts.get(match.end) == senses[0].district
        if senses[0].until is not None and not (
            beside or _is_old_district(match, before, text.folded, gazetteer, on)
        ):
            continue
        own_ends[match.end] = senses[0]
        yield tuple(_mention(match, sense, text, gazetteer, before) for sense in senses)


def _mention(match, sense, text, gazetteer, before) -> Mention:
    folded = text.folded[match.start : match.end]
    is_old_part = sense.until is not None
    return Mention(
        district=sense.district,
        words=text.printed[match.start : match.end],
        start=match.start,
        end=match.end,
        kind=sense.kind,
        zone=text.zone_at(match.start),
        manner=_manner(sense, before, text.folded, match.end, gazetteer),
        is_sure=is_old_part
        or folded not in gazetteer.ordinary
        or (sense.kind == "short" and gazetteer.cues.is_office(text.folded, match.end)),
        meant=sense.meant,
    )


def _manner(sense: PlaceName, before: str, text: str, end: int, gazetteer: Gazetteer) -> str:
    line = before.rpartition("\n")[2]
    if line.endswith(("高新区(", "高新区（")):
        # 株洲高新区(天元区): one office under two names; the first is the news's.
        return "aside"
    if sense.kind in OWN and gazetteer.cues.is_native(text, end):
        return "passing"
    return gazetteer.cues.manner_before(line) or "here"


def _is_namesake(match, sense, before, foreign, own_ends, gazetteer) -> bool:
    """深圳龙门镇, 某省某县金山镇, 长沙高新区: the same words for another place."""
    if sense.kind in FULL and sense.until is None and not sense.district.endswith("高新区"):
        return False
    if any(match.start - width in foreign and _only_ranks(before, width) for width in range(3)):
        return True
    other = own_ends.get(match.start)
    if other is not None:
        # 醴陵市高新区 is 醴陵's, 株洲县白关镇 was 株洲县's; 株洲市天元区 is what it says.
        return (
            other.district != sense.district
            and other.kind in FULL
            and other.district != gazetteer.city
        )
    return (
        sense.kind not in OWN
        and bool(_ADMINISTRATIVE.search(before))
        and not gazetteer.cues.is_own_rank(before)
    )


def _only_ranks(before: str, width: int) -> bool:
    return width == 0 or all(c in "省市县区" for c in before[-width:])


def _is_old_district(match: Match, before: str, text: str, gazetteer: Gazetteer, on) -> bool:
    """东区 … of before 1997, told from a housing estate's eastern part."""
    if match.end - match.start > 2:
        return True
    return gazetteer.cues.is_old_district(before, text, match.end, is_dated=on is not None)


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
