"""Whose words a paragraph is made of: rare words that few texts of the page share."""

from collections import Counter
from math import log

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


class Affinity:
    """How much a piece speaks of a section's and its article's matters: 0, or above.

    An article is known by its headings and by the pieces that have been added; which words are
    rare on the page is counted over all pieces.
    """

    def __init__(self, drafts: list[Draft], pieces: list[Piece]) -> None:
        self.sections: dict[Key, set[str]] = {}
        self.drafts: list[set[str]] = [set() for _ in drafts]
        for d, draft in enumerate(drafts):
            for s, section in enumerate(draft.sections):
                self.sections[d, s] = set()
                for mark in section.heads:
                    self.add((d, s), words_of(squeeze(mark.line.folded)))
        self.loose: set[str] = set()
        self.spread = self._spread(pieces)
        self.rarities: dict[str, float] = {}

    def _spread(self, pieces: list[Piece]) -> Counter[str]:
        """How many articles have each word."""
        words = [set(heads) for heads in self.drafts]
        for piece in pieces:
            words[piece.draft].update(piece.vocabulary())
        spread: Counter[str] = Counter()
        for own in words:
            spread.update(own)
        return spread

    def add(self, key: Key, words: frozenset[str]) -> None:
        """A piece of the section is settled."""
        self.sections[key].update(words)
        self.drafts[key[0]].update(words)

    def add_loose(self, words: frozenset[str]) -> None:
        """A piece stands there that may belong to any article."""
        self.loose.update(words)

    def rarity(self, word: str) -> float:
        """High for a word that the language and few drafts of the page have."""
        worth = self.rarities.get(word)
        if worth is None:
            rare_here = log(max(FEW, len(self.drafts) + 1) / (self.spread[word] or 1))
            worth = self.rarities[word] = weight(word) * rare_here
        return worth

    def __call__(self, key: Key, piece: Piece) -> float:
        return self.of_texts(piece, self.sections[key], self.drafts[key[0]])

    def of_texts(self, piece: Piece, near: set[str], far: set[str]) -> float:
        """The same for the words of any section and its article."""
        words = piece.vocabulary()
        return NEAR * self._shared(words, near) + (1 - NEAR) * self._shared(words, far)

    def of_draft(self, draft: int, piece: Piece) -> float:
        """The same for an article as a whole."""
        return self._shared(piece.vocabulary(), self.drafts[draft])

    def of_loose(self, piece: Piece) -> float:
        """The same for the pieces that may belong to any article."""
        return self._shared(piece.vocabulary(), self.loose)

    def _shared(self, words: frozenset[str], others: set[str]) -> float:
        breadth = max(LEAST, len(others) / USUAL) ** 0.5
        shared = SCALE * self._worth(words & others) / (len(words) ** 0.5 + 2.0) / breadth
        return shared if shared < ENOUGH else ENOUGH + BEYOND * (shared - ENOUGH)

    def between(self, end: Piece, piece: Piece) -> float:
        """How much two paragraphs share, whatever text they belong to."""
        words = piece.vocabulary()
        shared = self._worth(words & end.vocabulary())
        return min(MOST_BETWEEN, BETWEEN * shared / (len(words) ** 0.5 + 2.0))

    def _worth(self, shared: frozenset[str] | set[str]) -> float:
        return sum(map(self.rarity, shared))
