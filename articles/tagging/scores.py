"""How much the words of a text speak for each topic."""

from collections import defaultdict
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
    parts: dict[str, list[tuple[float, int, int]]]
    """What each word adds to a topic, with the word's first place in the text."""
    labelled: frozenset[str]
    """Topics that the 栏目 itself names (书讯, 时评)."""
    printed: str

    def of(self, topic: str) -> float:
        return self.by_topic.get(topic, 0.0)

    def best_but(self, *topics: str) -> float:
        """The best score of all other topics."""
        return max((s for topic, s in self.by_topic.items() if topic not in topics), default=0.0)

    def words(self, topic: str) -> tuple[str, ...]:
        """The words that speak for a topic as printed, strongest first."""
        strongest = sorted(self.parts.get(topic, ()), key=lambda part: -part[0])
        words = dict.fromkeys(self.printed[start:end] for _, start, end in strongest)
        return tuple(words)[:_WORDS]


def read_scores(text: ArticleText, rules: TopicRules) -> Scores:
    """Words in headings weigh most; a word that comes again weighs little more."""
    parts: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    for word, (best, count, start, end) in _hits(text, rules).items():
        factor = best + log2(count) * _AGAIN if count > 1 else best
        for topic, weight in rules.says[word]:
            parts[topic].append((weight * factor, start, end))
    by_topic = {topic: sum(part[0] for part in said) for topic, said in parts.items()}
    return Scores(by_topic, parts, _labelled(text, rules), text.printed)


def _hits(text: ArticleText, rules: TopicRules) -> dict[int, _Hit]:
    """Each word of the rules that the text has; words come in the text's order."""
    starts, names = text.zones
    ends = [*starts[1:], len(text.folded) + 1]
    hits: dict[int, _Hit] = {}
    at, factor, end_of_zone = 0, _ZONES[names[0]], ends[0]
    for word, start, end in rules.hits(text.folded):
        while end_of_zone <= start:
            at += 1
            factor, end_of_zone = _ZONES[names[at]], ends[at]
        if word in hits:
            hit = hits[word]
            hit[1] += 1
            if factor > hit[0]:
                hit[0] = factor
        else:
            hits[word] = [factor, 1, start, end]
    return hits


def _labelled(text: ArticleText, rules: TopicRules) -> frozenset[str]:
    return frozenset(
        topic
        for word, _, _ in (rules.hits(text.label) if text.column else ())
        for topic, weight in rules.says[word]
        if weight >= _DECISIVE
    )
