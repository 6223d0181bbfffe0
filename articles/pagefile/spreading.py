"""The best way to give a zone's pieces to the page's texts, all at once.

A way is the end of every chain and its score. Block by block each way is grown by every chain
that may take the block; a beam keeps the best ways, of equal ends only the better. Pairs of an
end and a piece are scored once.
"""

from collections import Counter
from collections.abc import Iterator
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from articles.pagefile.drafts import Draft
from articles.pagefile.language import Continuity
from articles.pagefile.pieces import Piece
from articles.pagefile.roles import Role
from articles.pagefile.zones import (
    LEFT_OPEN,
    NEXT_CLOSED,
    NO_PROSE_ABOVE,
    TAKEN_UP,
    TO_CLOSED_HEAD,
    Key,
    Zone,
    last_prose,
)

BEAM = 10
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
NOWHERE = -1e9
WORTH = 4.0
"""A closed end so far behind the best offer is not looked at again for this piece."""


Gained = tuple[frozenset[str], frozenset[str]]
NOTHING: Gained = (frozenset(), frozenset())
"""The words of a section and of its article."""
Given = tuple[tuple[int, int], ...]
"""The blocks that an article has got, each as (chain, block)."""


class Way(NamedTuple):
    """One way to give away the blocks so far."""

    score: float
    ends: tuple[Piece | None, ...]
    """The last piece of every chain."""
    given: dict[int, Given]
    """By article, for those that have got blocks."""
    owner: int | None = None
    """The chain that got the last block."""
    before: "Way | None" = None

    def owners(self) -> Iterator[int]:
        """The chain of each block, the last first."""
        way = self
        while way.before is not None:
            yield way.owner
            way = way.before


class Spreader:
    """Finds for each block of the zone its chain: the best of all ways that a beam sees."""

    def __init__(
        self, drafts: list[Draft], pieces: list[Piece], zone: Zone, continuity: Continuity
    ) -> None:
        self.drafts, self.chains, self.blocks = drafts, zone.chains, zone.blocks
        self.affinity, self.continuity = zone.affinity, continuity
        self.interrupted = zone.interrupted
        worded = [piece for piece in pieces if piece.has_words and piece.role is not Role.CAPTION]
        self.above = {b.number: a for a, b in pairwise(worded)}
        self.openings = Counter(piece.head[:4] for piece in worded)
        self.first = tuple(chain.end for chain in zone.chains)
        self.lasts = [(d, len(draft.sections) - 1) for d, draft in enumerate(drafts)]
        self.homes = {chain.key: at for at, chain in enumerate(zone.chains) if chain.opener is None}
        self.worths: dict[tuple[Key, int], tuple[float, float]] = {}
        self.gained: dict[tuple[Key, Given], Gained] = {}
        self.kinships: dict[tuple[Key, int, Given], float] = {}
        self.pairs: dict[tuple[int, int], float] = {}

    def run(self) -> list[int]:
        """The index of its chain for each block."""
        ways = [Way(0.0, self.first, {})]
        for number, block in enumerate(self.blocks):
            ways = self._grow(ways, number, block)
        return [*max(ways, key=_with_open_ends).owners()][::-1]

    def _grow(self, ways: list[Way], number: int, block: list[Piece]) -> list[Way]:
        """All ways with the block given away, the best of them."""
        piece, last = block[0], last_prose(block)
        options = self._options(ways, piece)
        grown, seen = [], set()
        for score, rank, index in nlargest(4 * BEAM, options):
            way, draft = ways[rank], self.chains[index].key[0]
            ends = (*way.ends[:index], last or way.ends[index], *way.ends[index + 1 :])
            state = tuple(map(id, ends))
            if state not in seen and len(grown) < BEAM:
                seen.add(state)
                given = {**way.given, draft: (*way.given.get(draft, ()), (index, number))}
                grown.append(Way(score, ends, given, index, way))
        return grown

    def _options(self, ways: list[Way], piece: Piece):
        """(score, rank of the way, chain) for each way and each chain that may take the piece."""
        home = self.homes[piece.section_key]
        if not piece.has_words or piece.role is Role.CAPTION:
            return [(way.score, rank, home) for rank, way in enumerate(ways)]
        worth = self._worth(piece) | {home}
        options = []
        for rank, way in enumerate(ways):
            open_ends = [e for e in way.ends if e is not None and e.waits]
            grown = {index for given in way.given.values() for index, _ in given}
            for index in worth | grown:
                gain = self._gain(index, piece, way, open_ends)
                if gain > NOWHERE:
                    options.append((way.score + gain, rank, index))
        return options

    def _worth(self, piece: Piece) -> set[int]:
        """The chains that might take the piece if they are as they were at first."""
        way = Way(0.0, self.first, {})
        gains = [self._gain(index, piece, way, []) for index in range(len(self.chains))]
        best = max(gains)
        return {index for index, gain in enumerate(gains) if gain > best - WORTH}

    def _gain(self, index: int, piece: Piece, way: Way, open_ends: list[Piece]) -> float:
        """What giving the piece to the chain is worth in this way."""
        chain, end = self.chains[index], way.ends[index]
        at_home = chain.key == piece.section_key
        if end is None and (not at_home or chain.opener not in (None, piece.number)):
            return NOWHERE
        if end is not None and (end.number > piece.number or self.drafts[chain.key[0]].fixed):
            return NOWHERE
        kinship = self._kinship(chain.key, piece, way.given.get(chain.key[0], ()))
        if end is None:
            top = NO_PROSE_ABOVE if chain.opener is None else NEXT_COLUMN
            return kinship + top - piece.inside + UNDER_HEADING * chain.under_heading
        near = at_home or end.waits or self.above.get(piece.number) is end
        if not near and kinship < STRANGER:
            return NOWHERE
        return kinship + self._pair(end, piece) + self._by_place(index, piece, way, open_ends)

    def _kinship(self, key: Key, piece: Piece, given: Given) -> float:
        place = (key, piece.number, given)
        kinship = self.kinships.get(place)
        if kinship is None:
            kinship = self.kinships[place] = self._work_out_kinship(key, piece, given)
        return kinship

    def _work_out_kinship(self, key: Key, piece: Piece, given: Given) -> float:
        place = (key, piece.number)
        if place not in self.worths:
            self.worths[place] = self.affinity.worths(key, piece)
        (near, far), words, worth = self.worths[place], piece.vocabulary(), self.affinity.worth
        to_section, to_article = self._gained(key, given)
        return self.affinity.of_worths(
            key,
            piece,
            (near + worth(words & to_section), len(to_section)),
            (far + worth(words & to_article), len(to_article)),
        )

    def _gained(self, key: Key, given: Given) -> Gained:
        """The words that a section and its article have by the blocks they have got alone."""
        if not given:
            return NOTHING
        place = (key, given)
        if place not in self.gained:
            chain, block = given[-1]
            near, far = self._gained(key, given[:-1])
            words = self.blocks[block][0].vocabulary()
            far = far | (words - self.affinity.drafts[key[0]])
            if self.chains[chain].key == key:
                near = near | (words - self.affinity.sections[key])
            self.gained[place] = near, far
        return self.gained[place]

    def _pair(self, end: Piece, piece: Piece) -> float:
        """How well the two texts go together at the break, by their words."""
        key = (end.number, piece.number)
        if key not in self.pairs:
            by_words = self._by_open_end if end.waits else self._by_closed_end
            self.pairs[key] = by_words(end, piece)
        return self.pairs[key]

    def _by_open_end(self, end: Piece, piece: Piece) -> float:
        parallel = PARALLEL if self.openings[piece.head[:4]] > 1 else 0.0
        return self.continuity.seam(end.tail, piece.head) + TAKEN_UP + parallel

    def _by_closed_end(self, end: Piece, piece: Piece) -> float:
        return AFTER_CLOSE if end.is_signed else self.affinity.between(end, piece) - piece.inside

    def _by_place(self, index: int, piece: Piece, way: Way, open_ends: list[Piece]) -> float:
        """What the places say, with what the other chains have got."""
        end, key = way.ends[index], self.chains[index].key
        above = self.above.get(piece.number)
        if end.waits:
            return (NEXT_OPEN if above is end else 0.0) - _out_of_turn(end, open_ends)
        loose = piece.number in self.interrupted or self._was_given_away(above, way)
        if above is not end:
            is_last = key == self.lasts[key[0]]
            at_home = key == piece.section_key
            return TO_OTHER_TAIL if loose and is_last and not at_home else TO_CLOSED_HEAD
        runs_on = end.role is Role.BODY and end.section_key == piece.section_key
        if not runs_on or end.is_sealed:
            return AFTER_BREAK
        if loose:
            return AMONG_TAILS
        waiting = any(other.draft == key[0] for other in open_ends)
        return NEXT_CLOSED - (WHILE_WAITING if waiting else 0.0)

    def _was_given_away(self, above: Piece | None, way: Way) -> bool:
        """Whether the block right above went to another text than the one it stands in."""
        if way.owner is None or above is None or way.ends[way.owner] is not above:
            return False
        return self.chains[way.owner].key[0] != above.draft


def _with_open_ends(way: Way) -> float:
    """A way's score with what it leaves open at the end."""
    return way.score + sum(LEFT_OPEN for end in way.ends if end is not None and end.waits)


def _out_of_turn(end: Piece, open_ends: list[Piece]) -> float:
    """Tails mostly stand in the order of their heads, above all in columns of one text."""
    own = others = 0
    for other in open_ends:
        if other.number < end.number:
            own, others = own + (other.draft == end.draft), others + (other.draft != end.draft)
    return min(IN_TURN_MOST, IN_TURN * own) + min(OTHERS_TURN_MOST, OTHERS_TURN * others)
