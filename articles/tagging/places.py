"""Which districts an article concerns, and which one is its own (the primary).

The news is where the heading says, else where the first sentence is, else where most of the
story plays. A place that somebody comes from, a road that goods take and a town that is named
once beside another county's news are no places of the news.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from articles.pagefile.records import Kind
from articles.tagging.city import CitySigns, read_city
from articles.tagging.mentions import FULL, Mention, read_mentions
from articles.tagging.records import PlaceFinding
from articles.tagging.text import ArticleText
from articles.tagging.words import Gazetteer

_ZONES = {"kicker": 9, "headline": 9, "deck": 5, "dateline": 6, "lede": 4, "column": 3,
          "subhead": 3, "caption": 3, "body": 1, "credit": 0.6}  # fmt: skip
_CAPS = {"body": 5, "lede": 8, "subhead": 9, "credit": 0.6}
_KINDS = {"district": 1, "old": 1, "misreading": 1, "short": 1, "town": 0.8, "park": 0.8,
          "locality": 0.7}  # fmt: skip
_LANDMARK = 0.6
_MANNERS = {"here": 1, "home": 0.4, "passing": 0}
_HEAD = frozenset({"kicker", "headline", "deck"})
_CONTEXT = re.compile(
    "该[县市区镇乡]|我县|我区|全县|全区|县里|区里|县委|区委|县政府|区政府|县[\u4e00-\u9fff]{1,4}局|区[\u4e00-\u9fff]{1,4}局"
)
_NATIONAL = re.compile("新华社|人民日报|中新社|中国新闻社|中新网|央视|光明日报|经济日报")
# Notices of many private persons: the places in them are addresses, not places of news.
_PRIVATE = re.compile("遗失|作废|更正|谢启|征文|鸣谢|贺|声明|勘误|致歉")
_BY_CITY = re.compile(
    "市人民政府|株洲电力|市土地|市国土|市自然资源|市公共资源|市供电|市自来水|株洲供电|市水务"
)
_LOOSE_COMMENT = re.compile("随笔|漫笔|杂谈|随感|杂感|闲话|絮语|灯下|夜话|心香")


@dataclass(slots=True)
class _Weight:
    """What speaks for one district."""

    mentions: list[Mention]
    score: float = 0
    context: int = 0

    @property
    def in_head(self) -> bool:
        return any(m.zone in _HEAD and m.manner != "passing" for m in self.mentions)

    @property
    def in_lede(self) -> bool:
        return any(m.zone in ("lede", "dateline") and m.manner == "here" for m in self.mentions)

    @property
    def own(self) -> int:
        """How often the district is named itself."""
        return sum(m.is_own and m.manner == "here" for m in self.mentions)

    @property
    def full(self) -> int:
        return sum(m.kind in FULL and m.manner == "here" for m in self.mentions)

    @property
    def sections(self) -> int:
        return sum(m.zone == "subhead" for m in self.mentions)


def find_places(
    text: ArticleText, gazetteer: Gazetteer, on: date | None
) -> tuple[PlaceFinding, ...]:
    """All districts that the article concerns, the primary first; () where it says nothing."""
    reading = read_mentions(text, gazetteer, on)
    signs = read_city(text, reading, gazetteer.city)
    weights = _weigh(text, reading.mentions, gazetteer.city)
    if _is_elsewhere(text, weights, signs):
        return ()
    primary, rule = _primary(text, weights, signs, gazetteer.city)
    names = _concerned(text, weights, primary, gazetteer.city)
    return tuple(_finding(name, weights, signs, primary, rule, gazetteer.city) for name in names)


def _weigh(text: ArticleText, mentions: Iterable[Mention], city: str) -> dict[str, _Weight]:
    weights: dict[str, _Weight] = {}
    for mention in mentions:
        if mention.district != city:
            weights.setdefault(mention.district, _Weight([])).mentions.append(mention)
    _count_context(text, weights)
    for weight in weights.values():
        zones: dict[str, float] = defaultdict(float)
        for m in weight.mentions:
            zones[m.zone] += _ZONES[m.zone] * _KINDS.get(m.kind, _LANDMARK) * _MANNERS[m.manner]
        zones["body"] += 0.7 * weight.context
        weight.score = sum(min(score, _CAPS.get(zone, 12)) for zone, score in zones.items())
    return weights


def _count_context(text: ArticleText, weights: dict[str, _Weight]) -> None:
    """该县, 全县, 县农业局 … speak for the county that was named last."""
    named = sorted((m.start, m.district) for w in weights.values() for m in w.mentions if m.is_own)
    at = 0
    for hit in _CONTEXT.finditer(text.folded):
        while at < len(named) and named[at][0] < hit.start():
            at += 1
        if at and _fits_rank(hit.group(), named[at - 1][1]):
            weights[named[at - 1][1]].context += 1


def _fits_rank(words: str, district: str) -> bool:
    """该县 is a county, 该区 a district or a zone."""
    rank = "县" if "县" in words else "区" if "区" in words else "市" if "市" in words else ""
    return not rank or rank in district


def _is_elsewhere(text: ArticleText, weights: dict[str, _Weight], signs: CitySigns) -> bool:
    """An agency's report that does not speak of here."""
    if not _NATIONAL.search(text.dateline or text.folded[:60]):
        return False
    return not signs.head and not any(w.in_head or w.own > 1 for w in weights.values())


def _primary(text: ArticleText, weights, signs: CitySigns, city: str) -> tuple[str | None, str]:
    """The district where the news is, and the rule that says so."""
    ranked = sorted(weights, key=lambda name: -weights[name].score)
    heads = [n for n in ranked if weights[n].in_head]
    if text.kind is Kind.NOTICE:
        return _primary_of_notice(text, weights, signs, city)
    if heads:
        return _primary_of_head(text, heads, weights, signs, city)
    if text.kind is Kind.LITERARY or _LOOSE_COMMENT.search(text.column):
        return _primary_of_essay(text, ranked, weights, signs, city)
    if signs.head or signs.leaders:
        return city, "headline" if signs.head else "leaders"
    if text.kind is Kind.COMMENTARY:
        return _primary_of_comment(ranked, weights, signs, city)
    return _primary_of_body(text, ranked, weights, signs, city)


def _primary_of_head(text, heads, weights, signs, city):
    first = min(heads, key=lambda n: min(m.start for m in weights[n].mentions if m.zone in _HEAD))
    if signs.head and signs.first < min(m.start for m in weights[first].mentions):
        return city, "headline"
    if len(heads) >= 3:
        return city, "several"
    if len(heads) == 2:
        in_lede = [n for n in heads if weights[n].in_lede]
        if len(in_lede) == 1 and weights[in_lede[0]].own > weights[first].own:
            return in_lede[0], "lede"
    kicker = any(m.zone == "kicker" for m in weights[first].mentions)
    return first, "kicker" if kicker else "headline"


def _primary_of_notice(text, weights, signs, city):
    head = text.headline + text.kicker
    if _PRIVATE.search(head) or text.folded.count("遗失") > 1:
        return None, ""
    named = [n for n in weights if weights[n].score > 0]
    if len(named) != 1 and (signs.count or _BY_CITY.search(text.folded)):
        return city, "several" if named else "body"
    if signs.head:
        return city, "headline"
    if len(named) > 2:
        return city, "several"
    pool = named or list(weights)
    return (pool[0], "body") if pool else (None, "")


def _primary_of_essay(text, ranked, weights, signs, city):
    """An essay plays somewhere only where it keeps coming back to the place."""
    if ranked:
        top = weights[ranked[0]]
        rest = sum(weights[n].own for n in ranked[1:])
        named = [m for m in top.mentions if m.manner == "here"]
        if len(named) + top.context >= 2 and len(named) > rest:
            return ranked[0], "body"
        if len(ranked) == 1 and top.in_lede and top.own:
            return ranked[0], "lede"
    if signs.head or signs.lede + signs.body >= 3:
        return city, "body"
    return None, ""


def _primary_of_comment(ranked, weights, signs, city):
    """A comment speaks to the whole city, unless it is about one county throughout."""
    if ranked and weights[ranked[0]].own + weights[ranked[0]].context >= 2:
        top = weights[ranked[0]]
        if top.own > 2 * (signs.lede + signs.body) and top.own > sum(
            weights[n].own for n in ranked[1:]
        ):
            return ranked[0], "body"
    return city, "body" if signs.count else "default"


def _primary_of_body(text, ranked, weights, signs, city):
    ranked = [n for n in ranked if weights[n].score > 0]
    city_score = 4 * min(signs.lede, 2) + min(signs.body, 5) * 0.8
    if not ranked:
        return (city, "body") if signs.count else (None, "")
    top = weights[ranked[0]]
    rest = sum(weights[n].score for n in ranked[1:])
    own_rest = sum(weights[n].own for n in ranked[1:])
    if _is_round_up(ranked, weights):
        return city, "several"
    if top.in_lede and top.own and top.score >= rest and not (signs.lede > 1 and signs.body > 3):
        return ranked[0], "lede"
    if top.own >= 3 and top.own >= 2 * own_rest and top.score >= 0.5 * city_score:
        return ranked[0], "body"
    if top.score > 1.2 * city_score and top.score > rest:
        return ranked[0], "body"
    if signs.count:
        return city, "body"
    if len(ranked) >= 3 and top.score <= rest:
        return city, "several"
    return ranked[0], "body"


def _is_round_up(ranked, weights) -> bool:
    """Three or more districts, none of them much more than another (市县简讯)."""
    named = [weights[n].own + weights[n].sections for n in ranked if weights[n].own]
    return len(named) >= 3 and max(named) <= 0.5 * sum(named)


def _concerned(text, weights, primary, city) -> list[str]:
    """The primary first, then each other district that has a part in the news."""
    if primary is None:
        return []
    others = [
        n
        for n in sorted(weights, key=lambda name: -weights[name].score)
        if n != primary and _has_a_part(text, weights[n], primary, city)
    ]
    return [primary, *others]


def _has_a_part(text: ArticleText, weight: _Weight, primary: str, city: str) -> bool:
    if weight.in_head:
        return True
    if primary == city:
        if text.kind is Kind.NOTICE or text.kind is Kind.BRIEF:
            return weight.score > 0 and (weight.own > 0 or text.kind is Kind.BRIEF)
        return weight.full > 0 or weight.sections > 0 or weight.own >= 2
    if text.kind in (Kind.LITERARY, Kind.COMMENTARY):
        return False
    lede = any(m.zone == "lede" and m.is_own and m.manner == "here" for m in weight.mentions)
    return lede or weight.sections > 0 or weight.full >= 2


def _finding(name, weights, signs: CitySigns, primary, rule, city) -> PlaceFinding:
    if name == city:
        return PlaceFinding(city, name == primary, signs.words[:12], max(signs.count, 1), rule)
    weight = weights[name]
    return PlaceFinding(
        district=name,
        is_primary=name == primary,
        words=tuple(dict.fromkeys(m.words for m in weight.mentions)),
        count=len(weight.mentions) + weight.context,
        rule=rule if name == primary else _rule_of(weight),
    )


def _rule_of(weight: _Weight) -> str:
    zones = {m.zone for m in weight.mentions}
    for zone in ("kicker", "headline", "deck", "dateline", "lede", "subhead"):
        if zone in zones:
            return zone
    return "body" if weight.own else "town"
