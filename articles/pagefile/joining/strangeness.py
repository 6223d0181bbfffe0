"""Which of two equal passages in two articles is the copy: by its seams, by whose words it has.

The weights were fitted (as a choice among this one, that one and neither) to the 227 pairs of equal
passages on the labelled pages, and rounded: 0.87 of them are judged rightly when left out of the fit.
"""

import re
from math import tanh

from articles.pagefile.joining.pieces import Piece
from articles.pagefile.text.vocabulary import weight, words_of

SENTENCE_END = "。!?”…"
WORDS_ENOUGH = re.compile("(?:[^\u4e00-\U0010ffff]*[\u4e00-\U0010ffff]){7}")
"""Seven Chinese characters; ``0000,声明作废。`` stands in every notice."""
NO_COPY = -0.9
"""Most equal passages are none."""
GAP, SLIGHT = 1.2, 0.1
"""The words' evidence for a copy: it saturates soon behind a slight difference."""
BEHIND = {"nothing": -1.5, "stop": 1.9, "comma": 0.8, "word": -1.5}
"""What a copy stands behind: mostly a full stop, seldom a word in mid-clause."""
UP_TO = {
    ("stop", False): 0.7,
    ("stop", True): 0.9,
    ("comma", False): -0.3,
    ("comma", True): 0.3,
    ("word", False): -1.0,
    ("word", True): -0.7,
}
"""What it ends in, inside a paragraph and at its end."""
WHOLE, APPENDED = ("nothing", True), -1.5
"""For a paragraph of its own that ends another paragraph as well: there it was appended."""
FRAGMENT = 1.2
"""For one that stops in mid-sentence where the other text goes on."""
LEAVES_OPEN = -1.4
"""Without the passage the paragraph would stop in mid-sentence: it is the original."""
TORN_THERE = 2.1
"""For going on where the other paragraph stops in mid-sentence: there it was torn."""
PARTED_THERE = 1.3
"""For a sentence that stands whole here and ends a longer one there."""
LATER = 1.3
"""For the second of the two places."""
SHORT, BRIEF, LONG, CERTAIN = 12, -2.2, 32, 3.0
"""Few characters stand in two articles by chance, many by none."""


def strangeness(
    piece: Piece, begin: int, end: int, other: Piece, at: int, texts: "Vocabularies"
) -> float:
    """Above 0: rather a copy than not; the passage stands in ``other`` from ``at`` on."""
    text, there = piece.folded.rstrip(), other.folded.rstrip()
    passage = piece.folded[begin:end]
    left, right = _mark_before(text, begin), _mark(passage[-1:])
    at_end, ends_there = end >= len(text), at + len(passage) >= len(there)
    weight = NO_COPY + texts.gap(piece, begin, end, other)
    weight += BRIEF * (len(passage) < SHORT) + CERTAIN * (len(passage) >= LONG)
    if (left, at_end) == WHOLE:
        weight += APPENDED if ends_there else FRAGMENT * (right != "stop")
    else:
        weight += BEHIND[left] + UP_TO[right, at_end]
    if right == "stop":
        weight += LEAVES_OPEN * (at_end and left in ("comma", "word"))
        parted = _mark_before(there, at) in ("comma", "word")
        weight += PARTED_THERE * (left == "stop" and parted)
    return weight + TORN_THERE * (right == "word" and ends_there and not at_end)


def _mark_before(text: str, at: int) -> str:
    """What a passage stands behind, an opening quotation mark left out."""
    return _mark(text[:at].rstrip().rstrip("“‘")[-1:])


def _mark(character: str) -> str:
    """What a passage stands behind or ends in."""
    if not character:
        return "nothing"
    if character in SENTENCE_END:
        return "stop"
    return "comma" if character in ",、;:" else "word"


class Vocabularies:
    """Which draft's words a passage is made of."""

    def __init__(self, prose: list[Piece]) -> None:
        self.texts: dict[int, str] = {}
        for piece in prose:
            self.texts[piece.draft] = self.texts.get(piece.draft, "") + "\n" + piece.folded
        self.known: dict[tuple[int, str], float] = {}
        """A passage that stands in many texts is weighed against each of them once."""

    def gap(self, piece: Piece, begin: int, end: int, other: Piece) -> float:
        """Above 0: the passage's words belong to the other piece's draft."""
        passage = piece.folded[begin:end]
        words = words_of(passage)
        if not words:
            return 0.0
        own = self._shared(piece.draft, passage, words)
        gap = self._shared(other.draft, passage, words) - own
        return GAP * tanh(gap / SLIGHT)

    def _shared(self, draft: int, passage: str, words: frozenset[str]) -> float:
        """Which part of the passage's words its draft has beside it, by what they tell."""
        place = draft, passage
        if place not in self.known:
            rest = self.texts[draft].replace(passage, "\n")
            told = {word: weight(word) for word in words}
            shared = sum(told[word] for word in words if word in rest)
            self.known[place] = shared / sum(told.values())
        return self.known[place]
