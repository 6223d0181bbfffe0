"""Whose words a paragraph is made of: rare words that few texts of the page share."""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import chain
from math import fsum, log
from operator import mul

from articles.pagefile.drafts import Draft
from articles.pagefile.fold import squeeze
from articles.pagefile.pieces import Piece
from articles.pagefile.vocabulary import weight, words_of

SCALE, NEAR = 0.6, 0.3
"""Scale; how much the section counts beside the whole article."""
USUAL, LEAST = 200, 0.25
"""Words of a usual article: a longer one shares more by chance."""
FEW = 6
"""A page of fewer articles shows as little of what is rare as one of so many."""
ENOUGH, BEYOND = 4.0, 0.3
"""From where on more says less: a copied passage shares everything."""
BETWEEN, MOST_BETWEEN = 0.25, 3.0


Key = tuple[int, int]
"""A section: the draft's place on the page and the section's in the draft."""


@dataclass(slots=True)
class Words:
    """The words of a heading, a piece or a text."""

    common: Set[str]
    """Those that stand elsewhere on the page too: all that can ever be shared."""
    own: int
    """How many more there are."""

    @property
    def size(self) -> int:
        return len(self.common) + self.own

    def add(self, words: "Words") -> None:
        self.common |= words.common
        self.own += words.own

    def __or__(self, other: "Words") -> "Words":
        return Words(self.common | other.common, self.own + other.own)

    def __sub__(self, known: "Words") -> "Words":
        return Words(self.common - known.common, self.own)


NO_WORDS = Words(frozenset(), 0)


@dataclass(slots=True, eq=False)
class Gains:
    """The words that an article and its sections have got beside their settled ones."""

    article: Words
    sections: dict[Key, Words]
    """Of articles with several."""


NO_GAINS = Gains(NO_WORDS, {})


class Affinity:
    """How much a piece speaks of a section's and its article's matters: 0, or above.

    An article is known by its headings and by the pieces that have been added; which words are
    rare on the page is counted over all pieces.
    """

    def __init__(self, drafts: list[Draft], pieces: list[Piece]) -> None:
        heads = {
            (d, s): [words_of(squeeze(mark.line.folded)) for mark in section.heads]
            for d, draft in enumerate(drafts)
            for s, section in enumerate(draft.sections)
        }
        texts = {piece.number: piece.vocabulary() for piece in pieces}
        common = _common(chain(texts.values(), *heads.values()))
        self.words = {number: _split(words, common) for number, words in texts.items()}
        self.drafts = [Words(set(), 0) for _ in drafts]
        self.sections: dict[Key, Words] = {}
        """An article's only section is the article."""
        for (d, s), titles in heads.items():
            alone = len(drafts[d].sections) == 1
            self.sections[d, s] = self.drafts[d] if alone else Words(set(), 0)
            for words in titles:
                self._add((d, s), _split(words, common))
        self.loose = Words(set(), 0)
        self.rarity = self._rarities(pieces)

    def _rarities(self, pieces: list[Piece]) -> dict[str, float]:
        """High for a word that the language and few drafts of the page have."""
        words = [set(draft.common) for draft in self.drafts]
        for piece in pieces:
            words[piece.draft] |= self.words[piece.number].common
        most = max(FEW, len(words) + 1)
        by_spread = [log(most / max(1, count)) for count in range(len(words) + 1)]
        spread = Counter(chain.from_iterable(words))
        languages, pages = map(weight, spread), map(by_spread.__getitem__, spread.values())
        return dict(zip(spread, map(mul, languages, pages), strict=True))

    def _add(self, key: Key, words: Words) -> None:
        section, draft = self.sections[key], self.drafts[key[0]]
        section.add(words)
        if section is not draft:
            draft.add(words)

    def add(self, key: Key, piece: Piece) -> None:
        """A piece of the section is settled."""
        self._add(key, self.words[piece.number])

    def add_loose(self, piece: Piece) -> None:
        """A piece stands there that may belong to any article."""
        self.loose.add(self.words[piece.number])

    def __call__(self, key: Key, piece: Piece) -> float:
        return self.with_gains(key, piece, self.worths(key, piece), None)

    def worths(self, key: Key, piece: Piece) -> tuple[float, float]:
        """What the piece shares with the section and with its article is worth in all."""
        words, section, draft = self.words[piece.number], self.sections[key], self.drafts[key[0]]
        far = self._shared(words, draft)
        return far if section is draft else self._shared(words, section), far

    def with_gains(
        self, key: Key, piece: Piece, worths: tuple[float, float], gains: Gains | None
    ) -> float:
        """How much of the section's matters, with what it has got meanwhile."""
        words, section, draft = self.words[piece.number], self.sections[key], self.drafts[key[0]]
        far = self._grown(words, draft, worths[1], gains.article if gains else NO_WORDS)
        if section is draft:
            return NEAR * far + (1 - NEAR) * far
        got = gains.sections.get(key, NO_WORDS) if gains else NO_WORDS
        return NEAR * self._grown(words, section, worths[0], got) + (1 - NEAR) * far

    def _grown(self, words: Words, settled: Words, worth: float, got: Words) -> float:
        """What is shared with a text whose settled words are known to be worth so much."""
        if got.common:
            worth += self._shared(words, got)
        return _scaled(worth, words.size, settled.size + got.size)

    def gained(self, gains: Gains | None, key: Key, piece: Piece) -> Gains:
        """The same gains with a piece more for the section."""
        words, section, draft = self.words[piece.number], self.sections[key], self.drafts[key[0]]
        old = gains or NO_GAINS
        article = old.article | (words - draft)
        if section is draft:
            return Gains(article, {})
        grown = old.sections.get(key, NO_WORDS) | (words - section)
        return Gains(article, {**old.sections, key: grown})

    def of_draft(self, draft: int, piece: Piece) -> float:
        """How much of an article's as a whole."""
        return self._of(self.drafts[draft], piece)

    def of_loose(self, piece: Piece) -> float:
        """How much of the matters of the pieces that may belong to any article."""
        return self._of(self.loose, piece)

    def _of(self, others: Words, piece: Piece) -> float:
        words = self.words[piece.number]
        return _scaled(self._shared(words, others), words.size, others.size)

    def between(self, end: Piece, piece: Piece) -> float:
        """How much two paragraphs share, whatever text they belong to."""
        words = self.words[piece.number]
        shared = self._shared(words, self.words[end.number])
        return min(MOST_BETWEEN, BETWEEN * shared / (words.size**0.5 + 2.0))

    def _shared(self, words: Words, others: Words) -> float:
        """What the words that both have are worth; exact, whatever the order of a set."""
        return fsum(map(self.rarity.__getitem__, words.common & others.common))


def _common(texts: Iterable[frozenset[str]]) -> set[str]:
    """The words that two of the texts have."""
    once: set[str] = set()
    twice: set[str] = set()
    for words in texts:
        twice |= words & once
        once |= words
    return twice


def _split(words: frozenset[str], common: set[str]) -> Words:
    shared = words & common
    return Words(shared, len(words) - len(shared))


def _scaled(worth: float, words: int, others: int) -> float:
    """By the lengths of both: what a piece of ``words`` shares with a text of ``others``."""
    breadth = max(LEAST, others / USUAL) ** 0.5
    shared = SCALE * worth / (words**0.5 + 2.0) / breadth
    return shared if shared < ENOUGH else ENOUGH + BEYOND * (shared - ENOUGH)
