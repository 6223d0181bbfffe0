"""Whose words a paragraph is made of: pairs of characters that few texts of the page share."""

from collections import Counter
from math import log

from articles.pagefile.drafts import Draft
from articles.pagefile.pieces import Piece
from articles.pagefile.sections import bigrams

WEIGHT, NEAR, MOST = 2.2, 0.4, 6.0
BETWEEN, MOST_BETWEEN = 0.6, 3.0
"""Scale; how much the section counts beside the whole article; where more says no more."""


class Affinity:
    """How much a piece speaks of a section's and its article's matters: 0, or above."""

    def __init__(self, drafts: list[Draft], pieces: list[Piece], moved: set[int]) -> None:
        """``moved``: numbers of pieces that belong to no text yet and tell nothing."""
        self.sections: dict[tuple[int, int], set[str]] = {}
        self.drafts: list[Counter[str]] = [Counter() for _ in drafts]
        for piece in pieces:
            if piece.number not in moved:
                self._add((piece.draft, piece.section), piece.vocabulary())
        for d, draft in enumerate(drafts):
            for s, section in enumerate(draft.sections):
                for mark in section.heads:
                    self._add((d, s), bigrams(mark.line.folded))
        self.rarities: dict[str, float] = {}
        self.known: dict[tuple[tuple[int, int], int], float] = {}

    def _add(self, key: tuple[int, int], words) -> None:
        self.sections.setdefault(key, set()).update(words)
        self.drafts[key[0]].update(words)

    def rarity(self, word: str) -> float:
        """High for a pair of characters that few drafts of the page have."""
        weight = self.rarities.get(word)
        if weight is None:
            count = sum(word in words for words in self.drafts) or 1
            weight = self.rarities[word] = log((len(self.drafts) + 1) / count)
        return weight

    def __call__(self, key: tuple[int, int], piece: Piece) -> float:
        place = (key, piece.number)
        if place not in self.known:
            self.known[place] = self._measure(key, piece.vocabulary())
        return self.known[place]

    def _measure(self, key: tuple[int, int], words: frozenset[str]) -> float:
        if not words:
            return 0.0
        near = sum(self.rarity(w) for w in words & self.sections.get(key, set()))
        far = sum(self.rarity(w) for w in words & self.drafts[key[0]].keys())
        return min(MOST, WEIGHT * (NEAR * near + (1 - NEAR) * far) / (len(words) ** 0.5 + 2.0))

    def between(self, end: Piece, piece: Piece) -> float:
        """How much two paragraphs share, whatever text they belong to."""
        words = piece.vocabulary()
        shared = sum(self.rarity(w) for w in words & end.vocabulary())
        return min(MOST_BETWEEN, BETWEEN * shared / (len(words) ** 0.5 + 2.0))

    def strangeness(self, piece: Piece, other: int) -> float:
        """Above 0: the piece's words are rather another draft's than those of its own rest."""
        words, own = piece.vocabulary(), self.drafts[piece.draft]
        rest = sum(self.rarity(w) for w in words if own[w] > 1)
        theirs = sum(self.rarity(w) for w in words & self.drafts[other].keys())
        return WEIGHT * (theirs - rest) / (len(words) ** 0.5 + 2.0)
