"""The best way to give a zone's pieces to the page's texts, all at once.

A way is the end of every chain and its score. Block by block each way is grown by every chain
that may take the block; a beam keeps the best ways, of equal ends only the better. Pairs of an
end and a piece are scored once.
"""

from collections import Counter
from heapq import nlargest
from itertools import pairwise

from articles.pagefile.affinity import Affinity
from articles.pagefile.drafts import Draft
from articles.pagefile.language import Continuity
from articles.pagefile.pieces import Piece
from articles.pagefile.roles import Role
from articles.pagefile.zones import (
    LEFT_OPEN,
    NEXT_CLOSED,
    TAKEN_UP,
    Chain,
    last_prose,
)

BEAM = 16
NEXT_OPEN, AFTER_BREAK = 0.4, 0.2
"""For standing next to each other: in mid-sentence, behind a poem or a table."""
AFTER_CLOSE = -4.0
"""Behind a signature or a jump mark."""
TO_CLOSED_HEAD = -2.5
"""For a tail given to a distant text whose last sentence is complete."""
NO_PROSE_ABOVE = -1.0
"""A table or a poem over the piece, in its own section."""
PARALLEL = -1.5
"""For taking up a sentence with a paragraph that opens like another: 更加注重…… 更加注重……"""
IN_TURN, IN_TURN_MOST = 0.7, 1.4
OTHERS_TURN, OTHERS_TURN_MOST = 0.15, 0.4
"""Against passing over an open end of the same text, and of another."""
STRANGER = 1.5
"""A complete text far above that shares less with a piece cannot get it."""
NOWHERE = -1e9

State = tuple[float, tuple[Piece | None, ...], tuple | None, frozenset[int]]
"""Score, the end of every chain, the way back (chain, the way before), the chains that grew."""
WORTH = 6.0
"""A closed end so far behind the best offer is not looked at again for this piece."""


class Spreader:
    """Finds for each block of the zone its chain: the best of all ways that a beam sees."""

    def __init__(
        self,
        drafts: list[Draft],
        pieces: list[Piece],
        chains: list[Chain],
        zone: list[list[Piece]],
        continuity: Continuity,
    ) -> None:
        self.drafts, self.chains, self.zone, self.continuity = drafts, chains, zone, continuity
        moved = {piece.number for block in zone for piece in block}
        self.affinity = Affinity(drafts, pieces, moved)
        worded = [piece for piece in pieces if piece.has_words and piece.role is not Role.CAPTION]
        self.before = {b.number: a for a, b in pairwise(worded)}
        self.openings = Counter(piece.head[:4] for piece in worded)
        self.homes = {chain.key: index for index, chain in enumerate(chains)}
        self.gains: dict[tuple[int, int, int], float] = {}
        self.pairs: dict[tuple[int, int], float] = {}

    def run(self) -> list[int]:
        """The index of its chain for each block."""
        self.first = tuple(chain.end for chain in self.chains)
        ways: list[State] = [(0.0, self.first, None, frozenset())]
        for block in self.zone:
            ways = self._grow(ways, block)
        trail, owners = max(ways, key=_with_open_ends)[2], []
        while trail:
            owners.append(trail[0])
            trail = trail[1]
        return owners[::-1]

    def _grow(self, ways: list[State], block: list[Piece]) -> list[State]:
        """All ways with the block given away, the best of them."""
        piece, last = block[0], last_prose(block) or block[0]
        options = self._options(ways, piece)
        grown, seen = [], set()
        for total, rank, index in nlargest(4 * BEAM, options):
            _, ends, trail, changed = ways[rank]
            ends = (*ends[:index], last, *ends[index + 1 :])
            state = tuple(map(id, ends))
            if state not in seen and len(grown) < BEAM:
                seen.add(state)
                grown.append((total, ends, (index, trail), changed | {index}))
        return grown

    def _options(self, ways: list[State], piece: Piece):
        """(score, rank of the way, chain) for each way and each chain that may take the piece."""
        home = self.homes[piece.section_key]
        if not piece.has_words:
            return [(way[0], rank, home) for rank, way in enumerate(ways)]
        worth = self._worth(piece, home)
        options = []
        for rank, (total, ends, _, changed) in enumerate(ways):
            open_ends = [e for e in ends if e is not None and e.waits]
            for index in worth | changed:
                end = ends[index]
                gain = self._gain(index, end, piece, index == home)
                if end is not None and end.waits:
                    gain -= _out_of_turn(end, open_ends)
                if gain > NOWHERE:
                    options.append((total + gain, rank, index))
        return options

    def _worth(self, piece: Piece, home: int) -> set[int]:
        """The chains that might take the piece if they are as they were at first."""
        gains = [self._gain(i, end, piece, i == home) for i, end in enumerate(self.first)]
        best = max(gains)
        return {i for i, gain in enumerate(gains) if gain > best - WORTH} | {home}

    def _gain(self, index: int, end: Piece | None, piece: Piece, at_home: bool) -> float:
        """What giving the piece to the chain is worth, whatever the other chains have got."""
        key = (index, end.number if end else 0, piece.number)
        gain = self.gains.get(key)
        if gain is None:
            gain = self.gains[key] = self._work_out(index, end, piece, at_home)
        return gain

    def _work_out(self, index: int, end: Piece | None, piece: Piece, at_home: bool) -> float:
        chain = self.chains[index]
        if end is None:
            return NO_PROSE_ABOVE + self.affinity(chain.key, piece) if at_home else NOWHERE
        if end.number > piece.number or self.drafts[chain.key[0]].fixed:
            return NOWHERE
        kinship = self.affinity(chain.key, piece)
        far = not end.waits and not at_home and self.before.get(piece.number) is not end
        if far and kinship < STRANGER:
            return NOWHERE
        return self._pair(end, piece) + kinship

    def _pair(self, end: Piece, piece: Piece) -> float:
        """How well the two texts go together at the break, by their words and their places."""
        key = (end.number, piece.number)
        if key not in self.pairs:
            by_words = self._by_open_end if end.waits else self._by_closed_end
            self.pairs[key] = by_words(end, piece)
        return self.pairs[key]

    def _by_open_end(self, end: Piece, piece: Piece) -> float:
        parallel = PARALLEL if self.openings[piece.head[:4]] > 1 else 0.0
        near = NEXT_OPEN if self.before.get(piece.number) is end else 0.0
        return self.continuity.seam(end.tail, piece.head) + TAKEN_UP + parallel + near

    def _by_closed_end(self, end: Piece, piece: Piece) -> float:
        weight = AFTER_CLOSE if end.is_signed else self.affinity.between(end, piece) - piece.inside
        if self.before.get(piece.number) is not end:
            return weight + TO_CLOSED_HEAD
        runs_on = end.role is Role.BODY and end.section == piece.section
        return weight + (NEXT_CLOSED if runs_on else AFTER_BREAK)


def _with_open_ends(way: State) -> float:
    """A way's score with what it leaves open at the end."""
    return way[0] + sum(LEFT_OPEN for end in way[1] if end is not None and end.waits)


def _out_of_turn(end: Piece, open_ends: list[Piece]) -> float:
    """Tails mostly stand in the order of their heads, above all in columns of one text."""
    own = others = 0
    for other in open_ends:
        if other.number < end.number:
            own, others = own + (other.draft == end.draft), others + (other.draft != end.draft)
    return min(IN_TURN_MOST, IN_TURN * own) + min(OTHERS_TURN_MOST, OTHERS_TURN * others)
