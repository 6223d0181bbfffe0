"""Whose words a paragraph is made of: rare words that few texts of the page share."""

from collections import Counter
from math import fsum, log

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
Worth = tuple[float, int]
"""What shared words are worth; how many words the text has got beside its own."""


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
        self.rarities = _Rarities(self.spread, len(drafts))

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

    def __call__(self, key: Key, piece: Piece) -> float:
        near, far = self.worths(key, piece)
        return self.of_worths(key, piece, (near, 0), (far, 0))

    def worths(self, key: Key, piece: Piece) -> tuple[float, float]:
        """What the piece shares with the section and with its article is worth in all."""
        words = piece.vocabulary()
        return self.worth(words & self.sections[key]), self.worth(words & self.drafts[key[0]])

    def of_worths(self, key: Key, piece: Piece, near: Worth, far: Worth) -> float:
        """The same for a section and its article that have got more words meanwhile."""
        size = len(piece.vocabulary())
        return NEAR * _scaled(near[0], size, len(self.sections[key]) + near[1]) + (
            1 - NEAR
        ) * _scaled(far[0], size, len(self.drafts[key[0]]) + far[1])

    def of_draft(self, draft: int, piece: Piece) -> float:
        """The same for an article as a whole."""
        return self._shared(piece.vocabulary(), self.drafts[draft])

    def of_loose(self, piece: Piece) -> float:
        """The same for the pieces that may belong to any article."""
        return self._shared(piece.vocabulary(), self.loose)

    def _shared(self, words: frozenset[str], others: set[str]) -> float:
        return _scaled(self.worth(words & others), len(words), len(others))

    def between(self, end: Piece, piece: Piece) -> float:
        """How much two paragraphs share, whatever text they belong to."""
        words = piece.vocabulary()
        shared = self.worth(words & end.vocabulary())
        return min(MOST_BETWEEN, BETWEEN * shared / (len(words) ** 0.5 + 2.0))

    def worth(self, shared: frozenset[str] | set[str]) -> float:
        """Exact, so that the order of a set changes nothing."""
        return fsum(map(self.rarities.__getitem__, shared))


class _Rarities(dict[str, float]):
    """High for a word that the language and few drafts of the page have."""

    def __init__(self, spread: Counter[str], drafts: int) -> None:
        super().__init__()
        self.spread, self.most = spread, max(FEW, drafts + 1)

    def __missing__(self, word: str) -> float:
        self[word] = rarity = weight(word) * log(self.most / (self.spread[word] or 1))
        return rarity


def _scaled(worth: float, words: int, others: int) -> float:
    """By the lengths of both: what a piece of ``words`` shares with a text of ``others``."""
    breadth = max(LEAST, others / USUAL) ** 0.5
    shared = SCALE * worth / (words**0.5 + 2.0) / breadth
    return shared if shared < ENOUGH else ENOUGH + BEYOND * (shared - ENOUGH)
