"""Whose words a paragraph is made of: rare words that few texts of the page share."""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from itertools import chain
from math import fsum, log
from operator import mul

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.joining.pieces import Piece
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.vocabulary import weight, words_of

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
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.common) + self.own

    def add(self, words: "Words") -> None:
        self.common |= words.common
        self.own += words.own
        self.size = len(self.common) + self.own

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
        return Kinship(self, piece).to(key, None)

    def of_draft(self, draft: int, piece: Piece) -> float:
        """How much of an article's as a whole."""
        return self._of(self.drafts[draft], piece)

    def of_loose(self, piece: Piece) -> float:
        """How much of the matters of the pieces that may belong to any article."""
        return self._of(self.loose, piece)

    def _of(self, others: Words, piece: Piece) -> float:
        words = self.words[piece.number]
        worth = self.shared(words.common, others.common)
        return _scaled(worth, words.size**0.5 + 2.0, others.size)

    def between(self, end: Piece, piece: Piece) -> float:
        """How much two paragraphs share, whatever text they belong to."""
        words = self.words[piece.number]
        shared = self.shared(words.common, self.words[end.number].common)
        return min(MOST_BETWEEN, BETWEEN * shared / (words.size**0.5 + 2.0))

    def shared(self, words: Set[str], others: Set[str]) -> float:
        """What the words that both have are worth; exact, whatever the order of a set."""
        return fsum(map(self.rarity.__getitem__, words & others))


class Kinship:
    """How much one piece speaks of the sections' matters, as they get more and more words."""

    def __init__(self, affinity: Affinity, piece: Piece) -> None:
        self.affinity, self.words = affinity, affinity.words[piece.number]
        self.length = self.words.size**0.5 + 2.0
        self.settled: dict[Key | int, float] = {}
        self.beside: dict[Key | int, Words] = {}

    def to(self, key: Key, gains: Gains | None) -> float:
        """To a section that has got more words beside its settled ones."""
        section, draft = self.affinity.sections[key], self.affinity.drafts[key[0]]
        far = self._to(key[0], draft, gains.article if gains else NO_WORDS)
        if section is draft:
            return NEAR * far + (1 - NEAR) * far
        got = gains.sections.get(key, NO_WORDS) if gains else NO_WORDS
        return NEAR * self._to(key, section, got) + (1 - NEAR) * far

    def _to(self, place: Key | int, settled: Words, got: Words) -> float:
        worth = self.settled.get(place)
        if worth is None:
            worth = self.affinity.shared(self.words.common, settled.common)
            self.settled[place] = worth
        if got.common:
            worth += self.affinity.shared(self.words.common, got.common)
        return _scaled(worth, self.length, settled.size + got.size)

    def gained(self, gains: Gains | None, key: Key) -> Gains:
        """The same gains with the piece given to the section."""
        section, draft = self.affinity.sections[key], self.affinity.drafts[key[0]]
        old = gains or NO_GAINS
        article = old.article | self._beside(key[0], draft)
        if section is draft:
            return Gains(article, {})
        grown = old.sections.get(key, NO_WORDS) | self._beside(key, section)
        return Gains(article, {**old.sections, key: grown})

    def _beside(self, place: Key | int, settled: Words) -> Words:
        """The piece's words that the text has not got as it is settled."""
        if place not in self.beside:
            self.beside[place] = self.words - settled
        return self.beside[place]


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


def _scaled(worth: float, length: float, others: int) -> float:
    """What a piece of some ``length`` shares with a text of ``others`` words, by both."""
    share = others / USUAL
    shared = SCALE * worth / length / (share if share > LEAST else LEAST) ** 0.5
    return shared if shared < ENOUGH else ENOUGH + BEYOND * (shared - ENOUGH)
