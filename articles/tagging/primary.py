"""Which district is an article's own: where the news is.

Each function answers for one kind of article or one place of evidence, with the district (or
the city, or None) and the rule that spoke.
"""

import re

from articles.pagefile.records import Kind
from articles.tagging.weights import HEAD, Evidence, Weight

Answer = tuple[str | None, str]
NOTHING: Answer = (None, "")
# Notices of many private persons: the places in them are addresses, not places of news.
_PRIVATE = re.compile("遗失|作废|更正|谢启|征文|鸣谢|贺|声明|勘误|致歉|分类|信息")
# 寻人, 认亲: where somebody is from is what the notice is about.
_PERSON = re.compile("寻|认领|认亲|走失|讣告")
_BY_CITY = re.compile(
    "市人民政府|株洲电力|市土地|市国土|市自然资源|市公共资源|市供电|市自来水|株洲供电|市水务"
)
NOTE_COLUMN = re.compile("手记|札记")
_EARLY = 0.4
"""An essay that names one place only plays there if it does so in this part of its length."""


def find_primary(evidence: Evidence) -> Answer:
    """The primary district and the rule; (None, "") where the text says nothing."""
    text, signs = evidence.text, evidence.signs
    if text.is_notice:
        return _of_notice(evidence)
    heads = [name for name in evidence.ranked if evidence.weights[name].in_head]
    if heads:
        return _of_head(evidence, heads)
    if text.is_essay:
        return _of_essay(evidence)
    if signs.head and not signs.leaders and (placed := _placed_by_lede(evidence)):
        return placed, "lede"
    if signs.head or signs.leaders:
        return evidence.city, "headline" if signs.head else "leaders"
    if text.kind is Kind.COMMENTARY:
        return _of_comment(evidence)
    return _of_body(evidence)


def _placed_by_lede(evidence: Evidence) -> str | None:
    """株洲机车出海 over 石峰区的一家工厂…: the city is but the maker's name, the lede says where."""
    if len(evidence.weights) > 1 or evidence.signs.lede or not evidence.signs.is_bare:
        return None
    return next((name for name, w in evidence.weights.items() if w.named_in_lede), None)


def _of_head(evidence: Evidence, heads: list[str]) -> Answer:
    weights, signs = evidence.weights, evidence.signs
    first = min(heads, key=lambda n: (weights[n].is_firm_in_head, weights[n].first_in_head))
    only = len(heads) == 1 and signs.is_bare and not signs.lede and weights[first].full
    if signs.head and signs.first < weights[first].first_in_head and not only:
        return evidence.city, "headline"
    if len(heads) >= 3:
        return evidence.city, "several"
    if len(heads) == 1 and (met := _where_they_came_to(evidence, first)):
        return met, "lede"
    in_lede = [name for name in heads if weights[name].in_lede]
    if len(in_lede) == 1 and weights[in_lede[0]].own > weights[first].own:
        return in_lede[0], "lede"
    in_kicker = any(m.zone == "kicker" for m in weights[first].mentions)
    return first, "kicker" if in_kicker else "headline"


def _where_they_came_to(evidence: Evidence, home: str) -> str | None:
    """醴陵老人寻亲 over 从醴陵赶来的老人在芦淞区…: the place of the news is where they came to."""
    told = [m for m in evidence.weights[home].mentions if m.zone not in HEAD]
    if not told or any(m.manner != "passing" for m in told):
        return None
    there = [name for name, w in evidence.weights.items() if name != home and w.named_in_lede]
    return there[0] if len(there) == 1 else None


def _of_notice(evidence: Evidence) -> Answer:
    text, signs = evidence.text, evidence.signs
    if _PRIVATE.search(text.heading) or text.folded.count("遗失") > 1:
        return NOTHING
    named = evidence.ranked
    if not named and _PERSON.search(text.heading):
        named = list(evidence.weights)
    by_city = signs.count or _BY_CITY.search(text.folded)
    if signs.head or len(named) > 2 or (len(named) != 1 and by_city):
        return evidence.city, "several" if named else "body"
    return (named[0], "body") if named else NOTHING


def _of_essay(evidence: Evidence) -> Answer:
    """An essay plays where it keeps coming back to, or where it begins and nowhere else."""
    signs = evidence.signs
    for name in evidence.ranked[:1]:
        top = evidence.weights[name]
        rest = sum(weight.own for weight in evidence.others(name))
        if top.here + top.context >= 2 and top.here > rest:
            return name, "body"
        if len(evidence.weights) == 1 and _begins_at(top, len(evidence.text.folded)):
            return name, "lede"
    if signs.head or signs.lede + signs.body >= 3:
        return evidence.city, "body"
    return NOTHING


def _begins_at(weight: Weight, length: int) -> bool:
    lived_in = any(m.is_own or m.kind in ("town", "locality") for m in weight.mentions)
    return lived_in and weight.first < _EARLY * length


def _of_comment(evidence: Evidence) -> Answer:
    """A comment speaks to the whole city, unless it is about one county throughout."""
    signs = evidence.signs
    for name in evidence.ranked[:1]:
        top = evidence.weights[name]
        rest = sum(weight.own for weight in evidence.others(name))
        if top.own + top.context >= 2 and top.own > max(2 * (signs.lede + signs.body), rest):
            return name, "body"
    if not signs.count and len(evidence.weights) == 1:
        name, weight = next(iter(evidence.weights.items()))
        if any(m.zone == "lede" and m.is_own and m.manner != "passing" for m in weight.mentions):
            return name, "lede"
        if any(m.zone == "credit" and m.kind == "district" for m in weight.mentions):
            return name, "author"
    if not signs.count and NOTE_COLUMN.search(evidence.text.label):
        return NOTHING
    return evidence.city, "body" if signs.count else "default"


def _of_body(evidence: Evidence) -> Answer:
    signs, ranked = evidence.signs, evidence.ranked
    if not ranked:
        return _of_little(evidence)
    top = evidence.weights[ranked[0]]
    rest = sum(weight.score for weight in evidence.others(ranked[0]))
    own_rest = sum(weight.own for weight in evidence.others(ranked[0]))
    city = 4 * min(signs.lede, 2) + min(signs.body, 5) * 0.8
    if _is_round_up(evidence) or (signs.count and top.own and own_rest >= top.own):
        return evidence.city, "several"
    if top.in_lede and top.own and top.score >= rest and not (signs.lede > 1 and signs.body > 3):
        return ranked[0], "lede"
    if top.own >= 3 and top.own >= 2 * own_rest and top.score >= 0.5 * city:
        return ranked[0], "body"
    if top.score > 1.2 * city and top.score > rest:
        return ranked[0], "body"
    if top.in_lede and top.first < signs.first and signs.lede + signs.body <= 1 and not rest:
        return ranked[0], "lede"
    if _is_of_one_native(evidence):
        return ranked[0], "home"
    if signs.count or (len(ranked) >= 3 and top.score <= rest):
        return evidence.city, "body" if signs.count else "several"
    return ranked[0], "body"


def _is_of_one_native(evidence: Evidence) -> bool:
    """A portrait: from there, at home there, and hardly a word of the city."""
    weight, *others = evidence.weights.values()
    signs = evidence.signs
    belongs = any(mention.manner in ("home", "passing") for mention in weight.mentions)
    named = len(weight.mentions) >= 2 and signs.lede + signs.body <= 2
    return not others and belongs and named


def _of_little(evidence: Evidence) -> Answer:
    """Only where somebody is from or goods go to, or nothing but the city."""
    if evidence.signs.count:
        return evidence.city, "body"
    native = [name for name, weight in evidence.weights.items() if weight.mentions[0].is_own]
    return (native[0], "origin") if len(native) == 1 else NOTHING


def _is_round_up(evidence: Evidence) -> bool:
    """Three or more districts, none of them much more than another (市县简讯)."""
    named = [w.own + w.sections for w in evidence.weights.values() if w.own]
    return len(named) >= 3 and max(named) <= 0.5 * sum(named)
