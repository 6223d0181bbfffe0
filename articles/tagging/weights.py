"""How much speaks for each district in one text."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.pagefile.records import Kind
from articles.tagging.city import CitySigns
from articles.tagging.mentions import FULL, Mention
from articles.tagging.text import ArticleText

HEAD = frozenset({"kicker", "headline", "deck"})
_ZONES = {"kicker": 9, "headline": 9, "deck": 5, "dateline": 6, "lede": 4, "column": 3,
          "subhead": 3, "caption": 3, "body": 1, "credit": 0.6}  # fmt: skip
_CAPS = {"body": 5, "lede": 8, "subhead": 9, "credit": 0.6}
_MOST = 12
_KINDS = {"district": 1, "old": 1, "misreading": 1, "short": 1, "town": 0.8, "park": 0.8,
          "locality": 0.7}  # fmt: skip
_LANDMARK = 0.6
_MANNERS = {"here": 1, "home": 0.4, "aside": 0.4, "passing": 0}
_CONTEXT_WEIGHT = 0.7
# 该县, 全县, 县农业局 … speak for the county that was named last.
_CONTEXT = re.compile(
    "[县区](?:(?<=[该我全].)|[里委]|政府|[\u4e00-\u9fff]{1,4}局)|[市镇乡](?<=该.)"
)


@dataclass(slots=True)
class Weight:
    """What speaks for one district."""

    mentions: list[Mention] = field(default_factory=list)
    score: float = 0
    context: int = 0
    """How often 该县, 全县 … speak for it."""
    here: int = 0
    """Mentions that place the news there, not somebody's home or a road."""
    own: int = 0
    """How often the district itself is so named."""
    full: int = 0
    """… in full (攸县, not 网岭镇 or 攸州)."""
    sections: int = 0
    """How often a subhead names it."""
    in_head: bool = False
    in_lede: bool = False
    """In the first sentence or the dateline."""
    named_in_lede: bool = False
    """… and by its own name."""

    def add(self, mention: Mention) -> None:
        """Count one more mention; they come in the text's order."""
        self.mentions.append(mention)
        zone, is_here = mention.zone, mention.manner == "here"
        self.sections += zone == "subhead"
        if zone in HEAD and mention.manner != "passing":
            self.in_head = True
        if not is_here:
            return
        self.here += 1
        self.full += mention.kind in FULL
        self.own += mention.is_own
        if zone in ("lede", "dateline"):
            self.in_lede = True
            self.named_in_lede |= zone == "lede" and mention.is_own

    @property
    def first(self) -> int:
        """Where it is named first."""
        return self.mentions[0].start

    @property
    def is_firm_in_head(self) -> bool:
        """Headings name but a firm of the district (田心机厂帮郊区农民…)."""
        return all(m.kind == "firm" for m in self.mentions if m.zone in HEAD)

    @property
    def first_in_head(self) -> int:
        return min(m.start for m in self.mentions if m.zone in HEAD)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one text says of places."""

    text: ArticleText
    weights: dict[str, Weight]
    """By district, the heaviest first; the city itself is not among them."""
    signs: CitySigns
    city: str

    @property
    def ranked(self) -> list[str]:
        """Districts that something speaks for, the heaviest first."""
        return [name for name, weight in self.weights.items() if weight.score > 0]

    def others(self, name: str) -> list[Weight]:
        return [weight for other, weight in self.weights.items() if other != name]


def weigh(text: ArticleText, mentions: Iterable[Mention], signs: CitySigns, city: str) -> Evidence:
    """The evidence of a text from its mentions."""
    weights: dict[str, Weight] = {}
    for mention in mentions:
        if mention.district != city:
            weight = weights.get(mention.district)
            if weight is None:
                weight = weights[mention.district] = Weight()
            weight.add(mention)
    if not weights:
        return Evidence(text, weights, signs, city)
    _count_context(text, weights)
    for weight in weights.values():
        weight.score = _score(weight, text)
    ranked = dict(sorted(weights.items(), key=lambda item: -item[1].score))
    return Evidence(text, ranked, signs, city)


def _score(weight: Weight, text: ArticleText) -> float:
    zones: dict[str, float] = defaultdict(float)
    for m in weight.mentions:
        kind = _KINDS.get(m.kind, _LANDMARK)
        zones[m.zone] += _ZONES[m.zone] * kind * _MANNERS[_manner(m, text)]
    zones["body"] += _CONTEXT_WEIGHT * weight.context
    return sum(min(score, _CAPS.get(zone, _MOST)) for zone, score in zones.items())


def _manner(mention: Mention, text: ArticleText) -> str:
    """Who asks in an interview lives somewhere; an essay's 老家 is where it plays."""
    if text.kind is Kind.INTERVIEW and mention.manner == "home":
        return "passing"
    if text.is_essay and mention.manner == "passing":
        return "home"
    return mention.manner


def _count_context(text: ArticleText, weights: dict[str, Weight]) -> None:
    named = sorted((m.start, m.district) for w in weights.values() for m in w.mentions if m.is_own)
    at = 0
    for hit in _CONTEXT.finditer(text.folded) if named else ():
        while at < len(named) and named[at][0] < hit.start():
            at += 1
        if at and _fits_rank(hit.group(), named[at - 1][1]):
            weights[named[at - 1][1]].context += 1


def _fits_rank(words: str, district: str) -> bool:
    """该县 is a county, 该区 a district or a zone."""
    rank = next((r for r in "县区市" if r in words), "")
    return rank in district
