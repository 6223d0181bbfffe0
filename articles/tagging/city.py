"""What a text says of the whole city: 我市, 全市, the city's organs and leaders."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from articles.tagging.cues import Cues
from articles.tagging.mentions import Mention, Reading
from articles.tagging.text import ArticleText

# 株洲某某公司: a firm's name says where it is registered, not what the news is about.
_FIRM = re.compile("市?[\u4e00-\u9fff（）()]{1,18}?(?:公司|集团|厂|合作社|经营部|饭庄|商行|有限)")
_HEAD = frozenset({"kicker", "headline", "deck"})


@dataclass(frozen=True, slots=True)
class CitySigns:
    """How strongly a text speaks for the whole city."""

    head: bool = False
    """A heading says it: 我市, 全市, 株洲, 市委 …"""
    first: int = -1
    """Offset of the first sign."""
    leaders: bool = False
    """The city's leaders act in the lede."""
    is_bare: bool = False
    """… and only by its name (株洲机车), which may be but a maker's."""
    lede: int = 0
    body: int = 0
    words: tuple[str, ...] = ()
    count: int = 0


def read_city(text: ArticleText, reading: Reading, cues: Cues, city: str) -> CitySigns:
    """All signs, those left out that belong to another city or to 醴陵市 just named."""
    hits = sorted([*_named(text, reading, city), *_organs(text, reading, cues, city)])
    if not hits:
        return CitySigns()
    zones = [zone for _, zone, _, _ in hits]
    heads = [at for at, zone, _, kind in hits if zone in _HEAD]
    return CitySigns(
        head=bool(heads),
        first=hits[0][0],
        is_bare=all(kind == "named" for _, zone, _, kind in hits if zone in _HEAD),
        leaders=any(kind == "leaders" and zone in (*_HEAD, "lede") for _, zone, _, kind in hits),
        lede=zones.count("lede"),
        body=len(zones) - zones.count("lede") - len(heads),
        words=tuple(dict.fromkeys(words for _, _, words, _ in hits)),
        count=len(hits),
    )


def _named(text: ArticleText, reading: Reading, city: str):
    starts = {mention.start for mention in reading.mentions if mention.district != city}
    for mention in reading.mentions:
        # 株洲市天元区 speaks for the district alone.
        is_city = mention.district == city and mention.end not in starts
        if is_city and mention.manner == "here" and not _FIRM.match(text.folded, mention.end):
            yield mention.start, mention.zone, mention.words, "named"


def _organs(text: ArticleText, reading: Reading, cues: Cues, city: str):
    hits = list(cues.of_the_city(text.folded))
    if not hits:
        return
    taken = _ends_of_other_cities(reading, city)
    named, are_cities = _county_city_spans(reading.mentions, city)
    for kind, start, end in hits:
        if kind != "ours" and (start in taken or cues.is_other_city(text.folded, start)):
            continue
        last = bisect_right(named, start) - 1
        if last >= 0 and are_cities[last]:
            # 全市 after 醴陵市 is that of 醴陵.
            continue
        zone = text.zone_at(start)
        if zone not in ("column", "dateline", "credit"):
            yield start, zone, text.printed[start:end], kind


def _ends_of_other_cities(reading: Reading, city: str) -> set[int]:
    """Offsets of a 市 that ends another city's name (醴陵市, 长沙市) or stands right before ours."""
    ends = {end for _, end in reading.foreign}
    for mention in reading.mentions:
        ends.add(mention.end)
        ends.add(mention.end - 1)
        if mention.district == city:
            ends.discard(mention.end)
            ends.discard(mention.end - 1)
    return ends | {mention.start - 1 for mention in reading.mentions if mention.district != city}


def _county_city_spans(mentions: tuple[Mention, ...], city: str) -> tuple[list[int], list[bool]]:
    """From which offset on the place named last is a county-level city (醴陵市)."""
    own = [mention for mention in mentions if mention.is_own]
    cities = [m.district != city and m.district.endswith("市") for m in own]
    return [m.start for m in own], cities
