"""How much the words of a text speak for each topic."""

from dataclasses import dataclass
from math import log2

from articles.tagging.text import ArticleText
from articles.tagging.words import TopicRules

_ZONES = {"kicker": 2.5, "headline": 3, "deck": 2, "column": 2, "subhead": 1.3, "lede": 1.4,
          "caption": 1.2, "dateline": 0.5, "body": 1, "credit": 0.3}  # fmt: skip
_AGAIN = 0.7
"""What each doubling of a word's count adds to its place's factor."""
_DECISIVE = 6.0
"""A term of this weight in the 栏目 names the topic."""
_WORDS = 8
"""So many words are enough for evidence."""


# One word of the text: where it weighs most, how often it comes, where it stands first.
_Hit = list[float | int]


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each topic, and the words that made it."""

    by_topic: dict[str, float]
    labelled: frozenset[str]
    """Topics that the 栏目 itself names (书讯, 时评)."""
    printed: str
    rules: TopicRules
    hits: dict[int, _Hit]
    """Each word of the rules that the text has, in the text's order."""

    def of(self, topic: str) -> float:
        return self.by_topic.get(topic, 0.0)

    def best_but(self, *topics: str) -> float:
        """The best score of all other topics."""
        return max((s for topic, s in self.by_topic.items() if topic not in topics), default=0.0)

    def words(self, topic: str) -> tuple[str, ...]:
        """The words that speak for a topic as printed, strongest first."""
        weights, hits = self.rules.weights_of(topic), self.hits
        parts = [
            (-weights[word] * _factor(hits[word]), hits[word][2], hits[word][3])
            for word in weights.keys() & hits.keys()
        ]
        words = dict.fromkeys(self.printed[start:end] for _, start, end in sorted(parts))
        return tuple(words)[:_WORDS]


def read_scores(text: ArticleText, rules: TopicRules) -> Scores:
    """Words in headings weigh most; a word that comes again weighs little more."""
    by_topic: dict[str, float] = {}
    hits, says = _hits(text, rules), rules.says
    for word, hit in hits.items():
        factor = _factor(hit) if hit[1] > 1 else hit[0]
        for topic, weight in says[word]:
            by_topic[topic] = by_topic.get(topic, 0.0) + weight * factor
    return Scores(by_topic, _labelled(text, rules), text.printed, rules, hits)


def _factor(hit: _Hit) -> float:
    """What a word's weight is taken times."""
    return hit[0] + log2(hit[1]) * _AGAIN


def _hits(text: ArticleText, rules: TopicRules) -> dict[int, _Hit]:
    starts, names = text.zones
    factors = [_ZONES[name] for name in names]
    ends = [*starts[1:], len(text.folded) + 1]
    hits: dict[int, _Hit] = {}
    at, factor, end_of_zone = 0, factors[0], ends[0]
    for word, start, end in rules.hits(text.folded):
        while end_of_zone <= start:
            at += 1
            factor, end_of_zone = factors[at], ends[at]
        hit = hits.get(word)
        if hit is None:
            hits[word] = [factor, 1, start, end]
        else:
            hit[1] += 1
            if factor > hit[0]:
                hit[0] = factor
    return hits


def _labelled(text: ArticleText, rules: TopicRules) -> frozenset[str]:
    return frozenset(
        topic
        for word, _, _ in (rules.hits(text.label) if text.column else ())
        for topic, weight in rules.says[word]
        if weight >= _DECISIVE
    )
