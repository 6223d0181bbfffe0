"""Which topics an article belongs to: its kind and page say some, its words the others."""

import re
from collections.abc import Iterator

from articles.pagefile.building.argument import argues
from articles.pagefile.records import Kind
from articles.tagging.records import TopicFinding
from articles.tagging.scores import Scores, read_scores
from articles.tagging.text import ArticleText
from articles.tagging.words import TopicRules

MOST = 3
_SHARE = 0.4
"""A further topic stays when it has at least this share of the first one's score."""
_BESIDE_LEAD = 0.6
"""… and at least this one beside a topic that the kind gives."""
_LEAST = 6.0
_CLEARLY = 15.0
_STRONG = 18.0
"""A news topic of an essay is named from this score on."""
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
"""Topics that a kind, a page or an agency decides, not the words of the body alone."""


def find_topics(
    text: ArticleText, rules: TopicRules, *, is_elsewhere: bool
) -> tuple[TopicFinding, ...]:
    """Up to three topics, surest first. Adverts and notices belong to no news topic."""
    scores = read_scores(text, rules)
    leads = list(dict.fromkeys(_leads(text, scores, is_elsewhere)))
    found = [_finding(topic, scores, "kind") for topic in leads]
    if leads[:1] != [_NOTICES]:
        ranked = _ranked(text, scores, rules, leads)
        found += [_finding(topic, scores, "words") for topic in ranked[: MOST - len(found)]]
    return tuple(found) or (_fallback(scores),)


def _finding(topic: str, scores: Scores, rule: str) -> TopicFinding:
    return TopicFinding(topic, scores.words(topic), round(scores.of(topic), 1), rule)


def _leads(text: ArticleText, scores: Scores, is_elsewhere: bool) -> Iterator[str]:
    """Topics that follow from what the article is and where it stands."""
    if (text.is_notice and not _NOT_A_NOTICE.search(text.heading)) or (
        not text.is_notice and _is_unsaid_notice(text, scores)
    ):
        yield _NOTICES
    elif text.kind in _BY_KIND:
        yield _BY_KIND[text.kind]
        yield from _second_leads(text, scores)
    elif text.is_artwork or (text.in_supplement and not text.is_report):
        yield _LETTERS
    elif is_elsewhere and text.is_from_an_agency:
        yield _WORLD
    # By its words alone: headlines of news urge and quote as comments' do.
    elif text.kind is Kind.NEWS and not text.is_report and argues("", text.folded):
        yield _COMMENT
    yield from sorted(scores.labelled & {_LETTERS, _COMMENT})


def _second_leads(text: ArticleText, scores: Scores) -> Iterator[str]:
    """An essay that argues is also a comment, a comment on a page of literature also an essay."""
    if text.kind is Kind.LITERARY and scores.of(_COMMENT) > max(scores.of(_LETTERS), _CLEARLY / 2):
        yield _COMMENT
    if text.kind is Kind.COMMENTARY and (text.in_supplement or text.is_essay):
        yield _LETTERS


def _is_unsaid_notice(text: ArticleText, scores: Scores) -> bool:
    """A text of no reporter's that speaks like a notice above all (稿约, 迁坟启事)."""
    if text.is_report or text.credits or text.kind in _BY_KIND:
        return False
    return scores.of(_NOTICES) > max(scores.best_but(_NOTICES), _CLEARLY)


def _ranked(text: ArticleText, scores: Scores, rules: TopicRules, leads: list[str]) -> list[str]:
    """Topics that the words speak for, strongest first."""
    order = rules.order
    ranked = sorted(
        (-score, order[topic], topic)
        for topic, score in scores.by_topic.items()
        if score >= _LEAST and topic not in leads and _is_open(topic, text, score)
    )
    if leads[:1] == [_LETTERS]:
        return [topic for score, _, topic in ranked[:1] if -score >= _STRONG]
    share = _BESIDE_LEAD if leads else _SHARE
    return [topic for score, _, topic in ranked if score <= share * ranked[0][0]]


def _is_open(topic: str, text: ArticleText, score: float) -> bool:
    """Whether the words alone may say the topic; a comment or an essay only of no reporter's."""
    if topic in (_COMMENT, _LETTERS):
        return score >= _CLEARLY and not text.is_report
    return topic not in _NOT_OURS


def _fallback(scores: Scores) -> TopicFinding:
    """The best of weak signs; city life where there is none at all."""
    news = [topic for topic, score in scores.by_topic.items() if score and topic not in _NOT_OURS]
    best = max(news, key=scores.of, default=None)
    return _finding(best, scores, "words") if best else TopicFinding(_PEOPLE, (), 0.0, "default")
