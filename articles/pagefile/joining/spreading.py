"""The best way to give a zone's pieces to the page's texts, all at once.

A way is the end of every chain and its score. Block by block each way is grown by every chain
that may take the block; a beam keeps the best ways, of equal ends only the better.
"""

from collections.abc import Iterator
from typing import NamedTuple

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.joining.affinity import Gains
from articles.pagefile.joining.claims import Claims, Known, OpenEnds
from articles.pagefile.joining.pieces import Piece
from articles.pagefile.joining.zones import LEFT_OPEN, Zone, last_prose
from articles.pagefile.marking.roles import Role
from articles.pagefile.text.seams import Continuity

BEAM = 12
WORTH = 4.0
"""A closed end so far behind the best offer is not looked at again for this piece."""


class Way(NamedTuple):
    """One way to give away the blocks so far."""

    score: float
    ends: tuple[Piece | None, ...]
    """The last piece of every chain."""
    open_ends: OpenEnds
    """Those of them that stop in mid-sentence."""
    gains: dict[int, Gains]
    """By article, for those that have got blocks."""
    grown: frozenset[int] = frozenset()
    """The chains that have got blocks."""
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
        self.chains, self.blocks = zone.chains, zone.blocks
        self.articles = [chain.key[0] for chain in zone.chains]
        self.claims = Claims(drafts, pieces, zone, continuity)
        first = tuple(chain.end for chain in zone.chains)
        self.open_ends = Known(OpenEnds)
        waiting = frozenset(end for end in first if end is not None and end.waits)
        self.start = Way(0.0, first, self.open_ends[waiting], {})
        self.homes = {chain.key: at for at, chain in enumerate(zone.chains) if chain.opener is None}

    def run(self) -> list[int]:
        """The index of its chain for each block."""
        ways = [self.start]
        for block in self.blocks:
            ways = self._grow(ways, block)
        return [*max(ways, key=_with_open_ends).owners()][::-1]

    def _grow(self, ways: list[Way], block: list[Piece]) -> list[Way]:
        """All ways with the block given away, the best of them."""
        last, grown, seen = last_prose(block), [], set()
        self.claims.turn_to(block[0])
        best = sorted(self._options(ways, block[0]), reverse=True)[: 4 * BEAM]
        for score, rank, index in best:
            way = ways[rank]
            ends = (*way.ends[:index], last or way.ends[index], *way.ends[index + 1 :])
            if ends not in seen:
                seen.add(ends)
                grown.append(self._given(way, score, index, ends))
            if len(grown) == BEAM:
                break
        return grown

    def _given(self, way: Way, score: float, index: int, ends: tuple[Piece | None, ...]) -> Way:
        """The way with the block given to a chain."""
        article = self.articles[index]
        gains = {**way.gains, article: self.claims.gained(index, way.gains.get(article))}
        open_ends = self._left_open(way, way.ends[index], ends[index])
        grown = way.grown if index in way.grown else way.grown | {index}
        return Way(score, ends, open_ends, gains, grown, index, way)

    def _left_open(self, way: Way, end: Piece | None, last: Piece | None) -> OpenEnds:
        """The open ends once a chain ends otherwise."""
        closes, opens = end is not None and end.waits, last is not None and last.waits
        if end is last or not (closes or opens):
            return way.open_ends
        left = way.open_ends.ends - {end}
        return self.open_ends[left | {last} if opens else left]

    def _options(self, ways: list[Way], piece: Piece) -> list[tuple[float, int, int]]:
        """(score, rank of the way, chain) for each way and each chain that may take the piece."""
        home, claims, articles = self.homes[piece.section_key], self.claims, self.articles
        if not piece.has_words or piece.role is Role.CAPTION:
            return [(way.score, rank, home) for rank, way in enumerate(ways)]
        worth, options = self._worth() | {home}, []
        for rank, way in enumerate(ways):
            score, ends, open_ends, gains = way[:4]
            loose = self._is_loose(way)
            for index in worth | way.grown:
                claim = claims[index, ends[index], gains.get(articles[index])]
                if claim is not None:
                    options.append((score + claim.gain(loose, open_ends), rank, index))
        return options

    def _worth(self) -> set[int]:
        """The chains that might take the piece if they are as they were at first."""
        loose, nothing = self._is_loose(self.start), self.open_ends[frozenset()]
        gains: dict[int, float] = {}
        for index, end in enumerate(self.start.ends):
            claim = self.claims[index, end, None]
            if claim is not None:
                gains[index] = claim.gain(loose, nothing)
        best = max(gains.values())
        return {index for index, gain in gains.items() if gain > best - WORTH}

    def _is_loose(self, way: Way) -> bool:
        """Whether the piece does not stand below the text that the page lets it stand in.

        The block right above went to another, or something else is printed over it.
        """
        above = self.claims.above
        if self.claims.is_interrupted or way.owner is None or above is None:
            return self.claims.is_interrupted
        given = way.ends[way.owner] is above
        return given and self.chains[way.owner].key[0] != above.draft


def _with_open_ends(way: Way) -> float:
    """A way's score with what it leaves open at the end."""
    return way.score + sum(LEFT_OPEN for end in way.ends if end is not None and end.waits)
