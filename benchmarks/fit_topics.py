"""Fit the weak words of ``articles/data/topic_terms.csv`` to articles whose topics are labelled.

    python -m benchmarks.fit_topics [FOLDER…]

FOLDER holds ``pages`` and ``gold`` (docs/page-format.md). What the editors' list says of an article
is given; words of jieba's dictionary that the list has not are asked how much more they say. A word
may only speak for a topic, never against it, and only one that stands in ``FEWEST`` articles.
Prints rows for the list, how many words there are, and how many articles have a right topic before
and after, cross-validated page by page.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log2, sqrt
from pathlib import Path

from articles import gazetteer as lists
from articles import tagging
from articles.pagefile import PageHints, decode, parse_page
from articles.pagefile.text.dictionary import dictionary
from articles.tagging import scores, topics
from articles.tagging.records import TopicFinding
from articles.tagging.text import ArticleText
from articles.tagging.words import TopicRules, TopicTerm

FEWEST, ALIKE = 8, 0.5
"""Articles that a word stands in; how far an article's lines agree with the label's."""
ROUNDS, RATE, AGAINST = 80, 0.4, 3.0
"""``AGAINST`` is what a weight of one must be worth to be kept at all."""
UNIT, MOST_SAID = 10.0, 40.0
"""The list's scores are counted in tens, and not beyond forty."""
LEAST, MOST, STEP = 0.5, 3.0, 0.5
FOLDS = 4
BY_KIND = frozenset({"公告广告", "文学副刊", "评论", "国内国际"})
"""Topics that the kind of a text decides and no weak word."""


@dataclass(slots=True)
class Sample:
    """A labelled article as the tagging of topics sees it."""

    page: str
    text: ArticleText
    is_elsewhere: bool
    said: dict[str, float]
    words: dict[str, float]
    """Words that the list has not, with what their weights are taken times."""
    wanted: set[str]
    right: set[str]
    """… and those that count as right besides."""


def tagged(page, gazetteer, rules) -> list[tuple[ArticleText, bool]]:
    """What is asked of ``find_topics`` for each article of a page."""
    asked = []

    def listen(text, rules, *, is_elsewhere):
        asked.append((text, is_elsewhere))
        return topics.find_topics(text, rules, is_elsewhere=is_elsewhere)

    tagging.find_topics = listen
    tagging.tag_page(page, gazetteer, rules, page.date.latest)
    tagging.find_topics = topics.find_topics
    return asked


def labelled(folder: Path, gazetteer, rules: TopicRules) -> Iterator[Sample]:
    known = {term.term for term in rules.terms}
    for path in sorted((folder / "gold").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        text = decode((folder / "pages" / label["file"]).read_bytes()).text
        page = parse_page(text, PageHints(name=label["file"]))
        items = [(_lines(item["line_ranges"]), item) for item in label["items"]]
        for article, (asked, away) in zip(
            page.articles, tagged(page, gazetteer, rules), strict=True
        ):
            own = _lines(article.line_ranges)
            lines, item = max(items, key=lambda one: _alike(own, one[0]))
            if _alike(own, lines) < ALIKE or not item.get("topics"):
                continue
            wanted = set(item["topics"])
            right = wanted | set(item.get("topics_also") or [])
            said = scores.read_scores(asked, rules).by_topic
            yield Sample(path.name, asked, away, said, _words(asked, known), wanted, right)


def _lines(ranges) -> set[int]:
    return {number for first, last in ranges for number in range(first, last + 1)}


def _alike(mine: set[int], others: set[int]) -> float:
    return len(mine & others) / len(mine | others)


def _words(text: ArticleText, known: set[str]) -> dict[str, float]:
    """As ``scores`` counts them: by the best place where a word stands, and how often it comes."""
    best, count = {}, Counter()
    starts, names = text.zones
    for start, end, name in zip(starts, [*starts[1:], len(text.folded)], names, strict=True):
        factor = scores.ZONES[name]
        for word in _dictionary_words(text.folded[start:end]):
            if word not in known:
                best[word] = max(factor, best.get(word, 0.0))
                count[word] += 1
    return {word: factor + log2(count[word]) * scores.AGAIN for word, factor in best.items()}


def _dictionary_words(text: str) -> Iterator[str]:
    words = dictionary()
    for at in range(len(text)):
        yield from (w for size in (2, 3, 4) if (w := text[at : at + size]) in words)


def fit(samples: list[Sample], topic: str, common: set[str]) -> dict[str, float]:
    """Weights of words for a topic, in the list's units; those that are worth little are left out."""
    scale, bias = 1.0, -2.0
    weights, moved = dict.fromkeys(common, 0.0), Counter()
    rows = [(min(s.said.get(topic, 0.0), MOST_SAID) / UNIT, topic in s.wanted,
             [(w, v) for w, v in s.words.items() if w in common]) for s in samples]  # fmt: skip
    for _ in range(ROUNDS):
        slope = Counter()
        for said, wanted, words in rows:
            worth = scale * said + bias + sum(weights[w] * v for w, v in words)
            excess = 1 / (1 + exp(-max(-30.0, min(30.0, worth)))) - wanted
            slope["scale"] += excess * said
            slope["bias"] += excess
            for word, value in words:
                slope[word] += excess * value
        for key, step in slope.items():
            moved[key] += step * step
            pace = RATE / sqrt(moved[key] + 1e-6)
            if key == "scale":
                scale = max(0.3, scale - pace * step)
            elif key == "bias":
                bias -= pace * step
            else:
                weights[key] = max(0.0, weights[key] - pace * (step + AGAINST))
    found = {word: min(MOST, weight * UNIT / scale) for word, weight in weights.items()}
    rounded = {word: round(weight / STEP) * STEP for word, weight in found.items()}
    return {word: weight for word, weight in rounded.items() if weight >= LEAST}


def fitted(samples: list[Sample], rules: TopicRules) -> list[TopicTerm]:
    counts = Counter(word for sample in samples for word in sample.words)
    common = {word for word, count in counts.items() if count >= FEWEST}
    return [
        TopicTerm(topic, word, weight)
        for topic in rules.topics
        if topic not in BY_KIND
        for word, weight in fit(samples, topic, common).items()
    ]


def right(samples: list[Sample], rules: TopicRules) -> tuple[int, float]:
    """How many articles have a right topic, and how many topics an article has."""
    found = [named(sample, rules) for sample in samples]
    hit = sum(
        any(topic.topic in sample.right for topic in said)
        for sample, said in zip(samples, found, strict=True)
    )
    return hit, sum(map(len, found))


def named(sample: Sample, rules: TopicRules) -> tuple[TopicFinding, ...]:
    return topics.find_topics(sample.text, rules, is_elsewhere=sample.is_elsewhere)


def main(folders: list[str]) -> None:
    gazetteer, rules = lists.gazetteer_from_files(), lists.topics_from_files()
    samples = [s for folder in folders for s in labelled(Path(folder), gazetteer, rules)]
    for term in fitted(samples, rules):
        print(f"{term.topic},{term.term},{term.weight:g}")
    pages = sorted({sample.page for sample in samples})
    before, hits, many = right(samples, rules), 0, 0
    for fold in range(FOLDS):
        held = set(pages[fold::FOLDS])
        terms = fitted([s for s in samples if s.page not in held], rules)
        known = TopicRules(rules.topics, (*rules.terms, *terms))
        hit, count = right([s for s in samples if s.page in held], known)
        hits, many = hits + hit, many + count
    size = len(samples)
    print(f"# {size} articles; a right topic: {before[0]}, with {before[1] / size:.2f} topics each")
    print(f"# cross-validated with the words above: {hits}, with {many / size:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
