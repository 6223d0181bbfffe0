"""How much the words of a text speak for each topic."""

from collections import defaultdict
from dataclasses import dataclass
from math import log2

from articles.tagging.text import ArticleText
from articles.tagging.words import TopicRules, TopicTerm

_ZONES = {"kicker": 2.5, "headline": 3, "deck": 2, "column": 2, "subhead": 1.3, "lede": 1.4,
          "caption": 1.2, "dateline": 0.5, "body": 1, "credit": 0.3}  # fmt: skip
_AGAIN = 0.7
"""What each doubling of a word's count adds to its place's factor."""
_DECISIVE = 6.0
"""A term of this weight in the 栏目 names the topic."""
_WORDS = 8
"""So many words are enough for evidence."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each topic and the words that made it, strongest first, as printed."""

    by_topic: dict[str, float]
    words: dict[str, tuple[str, ...]]
    labelled: frozenset[str]
    """Topics that the 栏目 itself names (书讯, 时评)."""

    def of(self, topic: str) -> float:
        return self.by_topic.get(topic, 0.0)

    def best_but(self, *topics: str) -> float:
        """The best score of all other topics."""
        return max((s for topic, s in self.by_topic.items() if topic not in topics), default=0.0)


@dataclass(slots=True)
class _Hits:
    """One word's hits in the text."""

    terms: tuple[TopicTerm, ...]
    printed: str
    best: float = 0.0
    count: int = 0

    @property
    def factor(self) -> float:
        return self.best + log2(self.count) * _AGAIN


def read_scores(text: ArticleText, rules: TopicRules) -> Scores:
    """Words in headings weigh most; a word that comes again weighs little more."""
    hits: dict[int, _Hits] = {}
    labelled: set[str] = set()
    for zone, word, start, end in text.with_zones(rules.hits(text.folded)):
        hit = hits.get(word)
        if hit is None:
            hit = hits[word] = _Hits(rules.terms_of(word), text.printed[start:end])
        hit.count += 1
        hit.best = max(hit.best, _ZONES[zone])
        if zone == "column":
            labelled |= {term.topic for term in hit.terms if term.weight >= _DECISIVE}
    return _sum(hits.values(), labelled)


def _sum(hits, labelled: set[str]) -> Scores:
    scores: dict[str, float] = defaultdict(float)
    parts: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for hit in hits:
        factor = hit.factor
        for term in hit.terms:
            scores[term.topic] += term.weight * factor
            parts[term.topic].append((term.weight * factor, hit.printed))
    words = {topic: _strongest(scored) for topic, scored in parts.items()}
    return Scores(dict(scores), words, frozenset(labelled))


def _strongest(scored: list[tuple[float, str]]) -> tuple[str, ...]:
    scored.sort(key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(word for _, word in scored))[:_WORDS]
