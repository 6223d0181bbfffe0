"""Torn texts put together again: tails at the page's foot, columns read across.

Where the print's columns were read line by line, the second halves of several texts stand
together, far from their heads. All pieces of such a zone are given to their heads at once:
every way to spread them is scored (how the words run on over each break, whose words they
are, what stands next to what, no open sentence left over) and the best is taken.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import exp

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.joining.pieces import PROSE, Piece
from articles.pagefile.joining.spreading import Spreader
from articles.pagefile.joining.zones import Key, find_zone
from articles.pagefile.marking.roles import Role
from articles.pagefile.records import Join, Problem
from articles.pagefile.text.seams import Continuity

LONGEST_ZONE = 120
"""Paragraphs; a longer zone is read in the page's order."""
NEAR, EVEN = 0.4, 0.7
"""For halves that stand next to each other; where an unweighed seam stands."""
DOUBTFUL = 0.55
"""Joins less sure are reported."""


@dataclass(slots=True)
class Joined:
    """The pieces of every section in reading order, and the sentences mended on the way."""

    chains: dict[Key, list[Piece]]
    joins: list[tuple[Piece, Piece, float]]
    problems: list[tuple[Piece, Problem]]
    openers: set[int]
    """Numbers of the pieces that open another column of their section."""

    def joins_of(self, pieces: list[Piece]) -> list[Join]:
        own = {piece.number for piece in pieces}
        return [Join(a.number, b.number, score) for a, b, score in self.joins if a.number in own]

    def problems_of(self, pieces: list[Piece]) -> list[Problem]:
        own = {piece.number for piece in pieces}
        return [problem for piece, problem in self.problems if piece.number in own]


def join_torn(
    drafts: list[Draft], pieces: list[Piece], continuity: Continuity, page: dict[int, int]
) -> Joined:
    """Give every piece its place in a text; ``page`` counts the page's lines that are not blank."""
    zone = find_zone(drafts, pieces, continuity, page)
    if zone.blocks and len(zone.blocks) <= LONGEST_ZONE:
        owners = Spreader(drafts, pieces, zone, continuity).run()
    else:
        homes = {chain.key: at for at, chain in enumerate(zone.chains) if chain.opener is None}
        owners = [homes[block[0].section_key] for block in zone.blocks]
    for block, owner in zip(zone.blocks, owners, strict=True):
        zone.chains[owner].pieces += block
    found = Joined({}, [], [], {c.opener for c in zone.chains if c.opener and c.pieces})
    for chain in zone.chains:
        _mend(chain.pieces, found, continuity)
        found.chains.setdefault(chain.key, []).extend(chain.pieces)
    return found


def _mend(pieces: list[Piece], found: Joined, continuity: Continuity) -> None:
    """Note the broken sentences that now stand together, the doubtful ones as problems."""
    prose = [piece for piece in pieces if piece.role in PROSE and piece.has_words]
    for left, right in pairwise(prose):
        if not left.waits or right.role is Role.ITEM:
            continue
        near = NEAR if right.number - left.number <= 2 else 0.0
        weight = continuity.seam(left.tail, right.head) + near + EVEN
        score = round(1 / (1 + exp(-weight)), 2)
        found.joins.append((left, right, score))
        if score < DOUBTFUL:
            seam = f"{left.tail[-8:]}|{right.head[:8]} {score}"
            found.problems.append((left, Problem("doubtful-join", left.number, seam)))
