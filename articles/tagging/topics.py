"""Which topics an article belongs to: words that speak for each, weighed by where they stand."""

import re
from collections import defaultdict
from math import log2

from articles.pagefile.records import Kind
from articles.tagging.records import TopicFinding
from articles.tagging.text import ArticleText
from articles.tagging.words import TopicRules, TopicTerm

_ZONES = {"kicker": 2.5, "headline": 3, "deck": 2, "column": 2, "subhead": 1.3, "lede": 1.4,
          "caption": 1.2, "dateline": 0.5, "body": 1, "credit": 0.3}  # fmt: skip
MOST = 3
_SHARE = 0.4
"""A further topic stays when it has at least this share of the first one's score."""
_CLEARLY = 15.0
_STRONG = 18.0
"""A news topic of an essay is named from this score on."""
_LEAST = 6.0
_DECISIVE = 6.0
"""A term of this weight in the 栏目 names the topic."""
_NOTICES, _LETTERS, _COMMENT, _WORLD, _PEOPLE = (
    "公告广告",
    "文学副刊",
    "评论",
    "国内国际",
    "民生社会",
)
_BY_KIND = {
    Kind.ADVERT: _NOTICES,
    Kind.PUBLIC_SERVICE_AD: _NOTICES,
    Kind.LITERARY: _LETTERS,
    Kind.COMMENTARY: _COMMENT,
}
# 任免名单, 获奖名单: lists that are news although they are set as notices;
# 安全提示, 办事须知: advice that is set like a notice.
_NOT_A_NOTICE = re.compile(
    "任免|名单|任命|当选|公报|决议|决定$|评选结果|光荣榜|人选|提示|提醒|须知|常识|贴士|问答|指引|预报"
)
_NOT_OURS = frozenset({_NOTICES, _LETTERS, _COMMENT, _WORLD})
"""Topics that a kind or an agency decides, not the words of the body alone."""


def find_topics(
    text: ArticleText, rules: TopicRules, *, is_elsewhere: bool
) -> tuple[TopicFinding, ...]:
    """Up to three topics, surest first. Adverts and notices belong to no news topic."""
    scores, words, labelled = _weigh(text, rules)
    findings = []
    lead = _topic_of_kind(text, is_elsewhere) or _unsaid_notice(text, scores)
    if lead:
        findings.append(TopicFinding(lead, tuple(words[lead]), round(scores[lead], 1), "kind"))
    if lead == _NOTICES:
        return tuple(findings)
    for topic in _ranked(text, scores, rules, lead, labelled):
        if len(findings) < MOST:
            findings.append(
                TopicFinding(topic, tuple(words[topic]), round(scores[topic], 1), "words")
            )
    return tuple(findings) or _fallback(scores, words)


def _topic_of_kind(text: ArticleText, is_elsewhere: bool) -> str | None:
    if text.is_notice:
        return None if _NOT_A_NOTICE.search(text.heading) else _NOTICES
    if text.kind in _BY_KIND:
        return _BY_KIND[text.kind]
    if text.is_artwork or (text.in_supplement and not text.dateline):
        return _LETTERS
    return _WORLD if is_elsewhere and text.is_from_an_agency else None


def _unsaid_notice(text: ArticleText, scores: dict[str, float]) -> str | None:
    """A text of no reporter's that speaks like a notice above all is one (稿约, 迁坟启事)."""
    if text.dateline or text.credits or text.kind is Kind.NOTICE:
        return None
    rest = max((score for topic, score in scores.items() if topic != _NOTICES), default=0)
    return _NOTICES if scores[_NOTICES] > max(rest, _CLEARLY) else None


def _weigh(text: ArticleText, rules: TopicRules):
    """For each topic its score and the words that decided, as printed, strongest first.

    The third value holds topics that the 栏目 names (书讯, 时评).
    """
    hits: dict[str, list[float]] = defaultdict(list)
    seen: dict[str, tuple[TopicTerm, ...]] = {}
    labelled: set[str] = set()
    printed: dict[str, str] = {}
    for start, end, terms in rules.matches(text.folded):
        word = text.folded[start:end]
        zone = text.zone_at(start)
        hits[word].append(_ZONES[zone])
        if zone == "column":
            labelled |= {term.topic for term in terms if term.weight >= _DECISIVE}
        if word not in seen:
            seen[word], printed[word] = terms, text.printed[start:end]
    scores: dict[str, float] = defaultdict(float)
    parts: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for word, factors in hits.items():
        factor = max(factors) + log2(len(factors)) * 0.7
        for term in seen[word]:
            scores[term.topic] += term.weight * factor
            parts[term.topic].append((term.weight * factor, printed[word]))
    words = defaultdict(list)
    for topic, scored in parts.items():
        scored.sort(key=lambda pair: -pair[0])
        words[topic] = list(dict.fromkeys(word for _, word in scored))[:8]
    return scores, words, labelled


def _ranked(text: ArticleText, scores, rules: TopicRules, lead: str | None, labelled) -> list[str]:
    """News topics worth naming beside the one that the kind gives."""
    open_to_words = [
        topic
        for topic in rules.topics
        if scores[topic] >= _LEAST
        and (topic not in _NOT_OURS or topic in labelled - {lead, _NOTICES, _WORLD})
    ]
    ranked = sorted(open_to_words, key=lambda topic: -scores[topic])
    if not ranked:
        return []
    share = _SHARE if lead is None else 0.75
    top = scores[ranked[0]]
    if lead == _LETTERS:
        argues = [_COMMENT] if _argues(scores) else []
        return argues + [topic for topic in ranked[:1] if scores[topic] >= _STRONG]
    return [topic for topic in ranked if scores[topic] >= share * top]


def _argues(scores: dict[str, float]) -> bool:
    """An essay that argues more than it tells is also a comment."""
    return scores[_COMMENT] > max(scores[_LETTERS], _CLEARLY / 2)


def _fallback(scores, words) -> tuple[TopicFinding, ...]:
    """The best of weak signs; city life where there is none at all."""
    news = {t: score for t, score in scores.items() if score and t not in _NOT_OURS}
    if not news:
        return (TopicFinding(_PEOPLE, (), 0.0, "default"),)
    best = max(news, key=news.get)
    return (TopicFinding(best, tuple(words[best]), round(news[best], 1), "words"),)
