"""What a text's claim to a piece is worth: by their words, by where they stand on the page."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.joining.affinity import Gains, Key, Kinship
from articles.pagefile.joining.pieces import Piece
from articles.pagefile.joining.zones import (
    NEXT_CLOSED,
    NO_PROSE_ABOVE,
    TAKEN_UP,
    TO_CLOSED_HEAD,
    Zone,
)
from articles.pagefile.marking.notes import AFTERWORD
from articles.pagefile.marking.roles import Role
from articles.pagefile.marking.signings import PARTICULAR
from articles.pagefile.text.seams import Continuity

NEXT_OPEN, AFTER_BREAK = 0.4, -0.5
"""For standing next to each other: in mid-sentence, behind a poem or a table."""
AFTER_CLOSE = -4.0
"""Behind a signature or a jump mark."""
REPLY = re.compile(
    "[\u4e00-\u9fff]{1,4}(?:同志|先生|女士|读者)[,:]|[\u4e00-\u9fff]{2,12}(?:答复|回复|答)[,:]"
)
"""``江某同志:…``, ``某站答复:…`` below a signed letter."""
NEXT_COLUMN, UNDER_HEADING = 0.5, 1.5
"""For opening the text's next column below a sentence that breaks off; with a heading over it."""
LOST_OPENING = 1.0
"""At most against the first paragraph under a byline that begins in mid-sentence: OCR lost words."""
WHILE_WAITING = 0.6
"""Against running on behind a full stop while the text has a column that waits."""
AMONG_TAILS, TO_OTHER_TAIL = 2.0, -0.5
"""Next to each other, and not, below a piece that was given away: tails change quickly."""
PARALLEL = -1.5
"""For taking up a sentence with a paragraph that opens like another: 更加注重…… 更加注重……"""
ENTRY = -4.0
"""For taking up a sentence with a particular of a notice: ``咨询电话:28880000``."""
IN_TURN, IN_TURN_MOST = 0.7, 1.4
OTHERS_TURN, OTHERS_TURN_MOST = 0.25, 0.5
"""Against passing over an open end of the same text, and of another."""
STRANGER = 1.5
"""A complete text far above that shares less with a piece cannot get it."""


class Known(dict):
    """What is asked for by place is worked out once."""

    def __init__(self, work_out: Callable) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, place):
        self[place] = found = self.work_out(place)
        return found


class OpenEnds(dict):
    """Ends of chains that stop in mid-sentence, and what it costs to take one up out of turn."""

    def __init__(self, ends: frozenset[Piece]) -> None:
        super().__init__()
        self.ends = ends
        self.articles = {end.draft for end in ends}

    def __missing__(self, end: Piece) -> float:
        """Tails mostly stand in the order of their heads, above all in columns of one text."""
        earlier = [other for other in self.ends if other.number < end.number]
        own = sum(other.draft == end.draft for other in earlier)
        against = min(OTHERS_TURN_MOST, OTHERS_TURN * (len(earlier) - own))
        self[end] = cost = min(IN_TURN_MOST, IN_TURN * own) + against
        return cost


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

    def gain(self, loose: bool, open_ends: OpenEnds) -> float:
        """With what the other chains have got: the ends that they leave open."""
        if self.open_end is not None:
            return self.words + (self.place - open_ends[self.open_end])
        if loose:
            return self.words + self.loose
        if self.columns is not None and self.columns in open_ends.articles:
            return self.words + (self.place - WHILE_WAITING)
        return self.words + self.place


class Claims(dict):
    """The claims of all chains of a zone to one piece after the other; each worked out once.

    They are found by chain, its end and its article's gains so far; None where it has none. The
    claims keep themselves, so that a page leaves nothing behind for the collector of garbage.
    """

    def __init__(
        self, drafts: list[Draft], pieces: list[Piece], zone: Zone, continuity: Continuity
    ) -> None:
        super().__init__()
        self.drafts, self.chains, self.interrupted = drafts, zone.chains, zone.interrupted
        self.affinity, self.continuity = zone.affinity, continuity
        worded = [piece for piece in pieces if piece.has_words and piece.role is not Role.CAPTION]
        self.all_above = {b.number: a for a, b in pairwise(worded)}
        self.openings = Counter(piece.head[:4] for piece in worded)

    def turn_to(self, piece: Piece) -> None:
        """Now it is about this piece."""
        self.clear()
        self.piece, self.above = piece, self.all_above.get(piece.number)
        self.is_interrupted = piece.number in self.interrupted
        self.kinship = Kinship(self.affinity, piece)
        self.pairs: dict[Piece, float] = {}
        self.grown: dict[tuple[int, Gains | None], Gains] = {}

    def __missing__(self, place: tuple[int, Piece | None, Gains | None]) -> Claim | None:
        index, end, gains = place
        claim = self._of_first(index, gains) if end is None else self._of_next(index, end, gains)
        self[place] = claim
        return claim

    def gained(self, index: int, before: Gains | None) -> Gains:
        """What the chain's article has got, with the piece; one object however often asked."""
        place = index, before
        if place not in self.grown:
            self.grown[place] = self.kinship.gained(before, self.chains[index].key)
        return self.grown[place]

    def _of_first(self, index: int, gains: Gains | None) -> Claim | None:
        """For opening a section, or another column of it."""
        chain, piece = self.chains[index], self.piece
        if chain.key != piece.section_key or chain.opener not in (None, piece.number):
            return None
        top = NO_PROSE_ABOVE if chain.opener is None else NEXT_COLUMN
        kinship = self.kinship.to(chain.key, gains)
        signed = self.drafts[chain.key[0]].sections[chain.key[1]].is_signed_over
        inside = min(piece.inside, LOST_OPENING) if signed else piece.inside
        worth = kinship + top - inside + UNDER_HEADING * chain.under_heading
        return Claim(worth)

    def _of_next(self, index: int, end: Piece, gains: Gains | None) -> Claim | None:
        key, piece = self.chains[index].key, self.piece
        if end.number > piece.number or self.drafts[key[0]].fixed:
            return None
        kinship = self.kinship.to(key, gains)
        near = key == piece.section_key or end.waits or self.above is end
        if not near and kinship < STRANGER:
            return None
        words = kinship + self._pair(end)
        if end.waits:
            return Claim(words, NEXT_OPEN if self.above is end else 0.0, open_end=end)
        return self._behind_full_stop(words, key, end)

    def _behind_full_stop(self, words: float, key: Key, end: Piece) -> Claim:
        if self._is_answered(end):
            return Claim(words, NEXT_CLOSED)
        if self.above is not end:
            is_last = key[1] == len(self.drafts[key[0]].sections) - 1
            at_home = key == self.piece.section_key
            loose = TO_OTHER_TAIL if is_last and not at_home else TO_CLOSED_HEAD
            return Claim(words, TO_CLOSED_HEAD, loose)
        runs_on = end.role is Role.BODY and end.section_key == self.piece.section_key
        if not runs_on or end.is_sealed:
            return Claim(words, AFTER_BREAK, AFTER_BREAK)
        return Claim(words, NEXT_CLOSED, AMONG_TAILS, columns=key[0])

    def _is_answered(self, end: Piece) -> bool:
        """Whether the piece answers the letter that is signed right above it, or the editors do."""
        signed = end.signed_below and end.section_key == self.piece.section_key
        head = self.piece.head
        return signed and bool(REPLY.match(head) or AFTERWORD.match(head))

    def _pair(self, end: Piece) -> float:
        """How well the two texts go together at the break, by their words."""
        if end not in self.pairs:
            by_words = self._by_open_end if end.waits else self._by_closed_end
            self.pairs[end] = by_words(end)
        return self.pairs[end]

    def _by_open_end(self, end: Piece) -> float:
        if PARTICULAR.match(self.piece.head):
            return ENTRY
        parallel = PARALLEL if self.openings[self.piece.head[:4]] > 1 else 0.0
        return self.continuity.seam(end.tail, self.piece.head) + TAKEN_UP + parallel

    def _by_closed_end(self, end: Piece) -> float:
        piece = self.piece
        if end.is_closed and not self._is_answered(end):
            return AFTER_CLOSE
        return self.affinity.between(end, piece) - piece.inside
