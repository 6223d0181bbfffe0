"""What a text's claim to a piece is worth: by their words, by where they stand on the page."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from articles.pagefile.affinity import Gains, Key
from articles.pagefile.drafts import Draft
from articles.pagefile.language import Continuity
from articles.pagefile.pieces import Piece
from articles.pagefile.roles import Role
from articles.pagefile.zones import NEXT_CLOSED, NO_PROSE_ABOVE, TAKEN_UP, TO_CLOSED_HEAD, Zone

NEXT_OPEN, AFTER_BREAK = 0.4, -0.5
"""For standing next to each other: in mid-sentence, behind a poem or a table."""
AFTER_CLOSE = -4.0
"""Behind a signature or a jump mark."""
NEXT_COLUMN, UNDER_HEADING = 0.5, 1.5
"""For opening the text's next column below a sentence that breaks off; with a heading over it."""
WHILE_WAITING = 0.6
"""Against running on behind a full stop while the text has a column that waits."""
AMONG_TAILS, TO_OTHER_TAIL = 2.0, -0.5
"""Next to each other, and not, below a piece that was given away: tails change quickly."""
PARALLEL = -1.5
"""For taking up a sentence with a paragraph that opens like another: 更加注重…… 更加注重……"""
IN_TURN, IN_TURN_MOST = 0.7, 1.4
OTHERS_TURN, OTHERS_TURN_MOST = 0.25, 0.5
"""Against passing over an open end of the same text, and of another."""
STRANGER = 1.5
"""A complete text far above that shares less with a piece cannot get it."""


@dataclass(slots=True)
class Claim:
    """What giving the piece to a chain is worth, as far as no other chain has a say in it."""

    words: float
    place: float = 0.0
    loose: float = 0.0
    """In place of ``place`` where the piece above was given to another text."""
    open_end: Piece | None = None
    """The chain's end that the piece would take up."""
    columns: int | None = None
    """The article that may have a column waiting for the piece."""

    def gain(self, loose: bool, open_ends: list[Piece]) -> float:
        """With what the other chains have got: the ends that they leave open."""
        if self.open_end is not None:
            return self.words + (self.place - _out_of_turn(self.open_end, open_ends))
        if loose:
            return self.words + self.loose
        if self.columns is not None and any(end.draft == self.columns for end in open_ends):
            return self.words + (self.place - WHILE_WAITING)
        return self.words + self.place


def _out_of_turn(end: Piece, open_ends: list[Piece]) -> float:
    """Tails mostly stand in the order of their heads, above all in columns of one text."""
    own = others = 0
    for other in open_ends:
        if other.number < end.number:
            own, others = own + (other.draft == end.draft), others + (other.draft != end.draft)
    return min(IN_TURN_MOST, IN_TURN * own) + min(OTHERS_TURN_MOST, OTHERS_TURN * others)


class Claims:
    """The claims of all chains of a zone to one piece after the other; each worked out once."""

    def __init__(
        self, drafts: list[Draft], pieces: list[Piece], zone: Zone, continuity: Continuity
    ) -> None:
        self.drafts, self.chains, self.interrupted = drafts, zone.chains, zone.interrupted
        self.affinity, self.continuity = zone.affinity, continuity
        worded = [piece for piece in pieces if piece.has_words and piece.role is not Role.CAPTION]
        self.all_above = {b.number: a for a, b in pairwise(worded)}
        self.openings = Counter(piece.head[:4] for piece in worded)

    def turn_to(self, piece: Piece) -> None:
        """Now it is about this piece."""
        self.piece, self.above = piece, self.all_above.get(piece.number)
        self.is_interrupted = piece.number in self.interrupted
        self.known: dict[tuple[int, Piece | None, Gains | None], Claim | None] = {}
        self.worths: dict[Key, tuple[float, float]] = {}
        self.pairs: dict[Piece, float] = {}

    def of(self, index: int, end: Piece | None, gains: Gains | None) -> Claim | None:
        """The chain's claim with its end and its article's gains so far; None where it has none."""
        place = (index, end, gains)
        if place not in self.known:
            work_out = self._of_first if end is None else self._of_next
            self.known[place] = work_out(index, end, gains)
        return self.known[place]

    def _of_first(self, index: int, end: None, gains: Gains | None) -> Claim | None:
        """For opening a section, or another column of it."""
        chain, piece = self.chains[index], self.piece
        if chain.key != piece.section_key or chain.opener not in (None, piece.number):
            return None
        top = NO_PROSE_ABOVE if chain.opener is None else NEXT_COLUMN
        kinship = self._kinship(chain.key, gains)
        worth = kinship + top - piece.inside + UNDER_HEADING * chain.under_heading
        return Claim(worth)

    def _of_next(self, index: int, end: Piece, gains: Gains | None) -> Claim | None:
        key, piece = self.chains[index].key, self.piece
        if end.number > piece.number or self.drafts[key[0]].fixed:
            return None
        kinship = self._kinship(key, gains)
        near = key == piece.section_key or end.waits or self.above is end
        if not near and kinship < STRANGER:
            return None
        words = kinship + self._pair(end)
        if end.waits:
            return Claim(words, NEXT_OPEN if self.above is end else 0.0, open_end=end)
        return self._behind_full_stop(words, key, end)

    def _behind_full_stop(self, words: float, key: Key, end: Piece) -> Claim:
        if self.above is not end:
            is_last = key[1] == len(self.drafts[key[0]].sections) - 1
            at_home = key == self.piece.section_key
            loose = TO_OTHER_TAIL if is_last and not at_home else TO_CLOSED_HEAD
            return Claim(words, TO_CLOSED_HEAD, loose)
        runs_on = end.role is Role.BODY and end.section_key == self.piece.section_key
        if not runs_on or end.is_sealed:
            return Claim(words, AFTER_BREAK, AFTER_BREAK)
        return Claim(words, NEXT_CLOSED, AMONG_TAILS, columns=key[0])

    def _kinship(self, key: Key, gains: Gains | None) -> float:
        if key not in self.worths:
            self.worths[key] = self.affinity.worths(key, self.piece)
        return self.affinity.with_gains(key, self.piece, self.worths[key], gains)

    def _pair(self, end: Piece) -> float:
        """How well the two texts go together at the break, by their words."""
        if end not in self.pairs:
            by_words = self._by_open_end if end.waits else self._by_closed_end
            self.pairs[end] = by_words(end)
        return self.pairs[end]

    def _by_open_end(self, end: Piece) -> float:
        parallel = PARALLEL if self.openings[self.piece.head[:4]] > 1 else 0.0
        return self.continuity.seam(end.tail, self.piece.head) + TAKEN_UP + parallel

    def _by_closed_end(self, end: Piece) -> float:
        piece = self.piece
        return AFTER_CLOSE if end.is_signed else self.affinity.between(end, piece) - piece.inside
