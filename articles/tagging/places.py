"""Which districts an article concerns, and which one is its own (the primary).

The news is where the heading says, else where the first sentence is, else where most of the
story plays. A place that somebody comes from, a road that goods take and a town that is named
once beside another county's news are no places of the news.
"""

from articles.pagefile.records import Kind
from articles.tagging.city import read_city
from articles.tagging.mentions import Reading
from articles.tagging.primary import find_primary
from articles.tagging.records import PlaceFinding
from articles.tagging.text import ArticleText
from articles.tagging.weights import Evidence, Weight, weigh
from articles.tagging.words import Gazetteer

_BREATH = 4
_WORDS = 12
"""So many names of the city are enough for evidence."""


def find_places(
    text: ArticleText, reading: Reading, gazetteer: Gazetteer
) -> tuple[PlaceFinding, ...]:
    """All districts that the article concerns, the primary first; () where it says nothing."""
    signs = read_city(text, reading, gazetteer.cues, gazetteer.city)
    evidence = weigh(text, reading.mentions, signs, gazetteer.city)
    if _is_elsewhere(evidence):
        return ()
    primary, rule = find_primary(evidence)
    if primary is None:
        return ()
    others = [
        name
        for name in evidence.ranked
        if name != primary and _has_a_part(evidence, evidence.weights[name], primary)
    ]
    return (
        _finding(primary, evidence, rule, is_primary=True),
        *(_finding(name, evidence, _rule_of(evidence.weights[name])) for name in others),
    )


def _is_elsewhere(evidence: Evidence) -> bool:
    """An agency's report that does not speak of here."""
    speaks_of_here = evidence.signs.head or any(
        weight.in_head or weight.own > 1 for weight in evidence.weights.values()
    )
    return evidence.text.is_from_an_agency and not speaks_of_here


def _has_a_part(evidence: Evidence, weight: Weight, primary: str) -> bool:
    """Whether a district beside the primary is more than a name in passing."""
    kind = evidence.text.kind
    if weight.in_head or (kind is Kind.BRIEF and weight.own > 0):
        return True
    if primary == evidence.city:
        if evidence.text.is_notice or kind is Kind.BRIEF:
            return weight.own > 0 or kind is Kind.BRIEF
        if kind is Kind.COMMENTARY and not weight.sections:
            return weight.own >= 2 or weight.named_in_lede
        return weight.full > 0 or weight.sections > 0 or weight.own >= 2 or weight.named_in_lede
    if kind in (Kind.LITERARY, Kind.COMMENTARY):
        return False
    beside = _is_beside(weight, evidence.weights[primary])
    return beside or weight.sections > 0 or weight.full >= 2


def _is_beside(weight: Weight, primary: Weight) -> bool:
    """醴陵市与攸县签订…, 株洲高新区(天元区): named in one breath in the first sentence."""
    return any(
        0 <= max(one.start, other.start) - min(one.end, other.end) <= _BREATH
        for one in weight.mentions
        for other in primary.mentions
        if one.zone == other.zone == "lede" and one.is_own and one.manner != "passing"
    )


def _finding(name: str, evidence: Evidence, rule: str, *, is_primary: bool = False) -> PlaceFinding:
    if name == evidence.city:
        words, count = evidence.signs.words[:_WORDS], max(evidence.signs.count, 1)
        return PlaceFinding(name, is_primary, words, count, rule)
    weight = evidence.weights[name]
    words = tuple(dict.fromkeys(m.words for m in weight.mentions))
    return PlaceFinding(name, is_primary, words, len(weight.mentions) + weight.context, rule)


def _rule_of(weight: Weight) -> str:
    zones = {m.zone for m in weight.mentions}
    for zone in ("kicker", "headline", "deck", "dateline", "lede", "subhead"):
        if zone in zones:
            return zone
    return "body" if weight.own else "town"
