"""Torn texts put together again: tails at the page's foot, columns read across.

Where the print's columns were read line by line, the second halves of several texts stand
together, far from their heads. All pieces of such a zone are given to their heads at once:
every way to spread them is scored (how the words run on over each break, whose words they
are, what stands next to what, no open sentence left over) and the best is taken.
"""

import itertools
from dataclasses import dataclass
from math import exp, log

from articles.pagefile.language import Continuity, middle_weight
from articles.pagefile.pieces import Piece
from articles.pagefile.records import Problem
from articles.pagefile.roles import Role
from articles.pagefile.segments import Draft, bigrams

BEAM = 48
LONGEST_ZONE = 120
"""Paragraphs; a longer zone is read in the page's order."""
NEXT_BONUS, AFTER_BREAK, AFTER_CLOSE = 1.3, 0.2, -4.0
LEFT_OPEN = -2.0
TAKEN_UP = 1.0
"""For an open sentence that finds a second half."""
TO_CLOSED_HEAD = -1.2
"""For a tail given to a distant text whose last sentence is complete."""
NO_PROSE_ABOVE = -1.0
"""A table or a poem over the piece, in its own section."""
DOUBTFUL = 0.55
"""Joins less sure are reported."""


@dataclass(slots=True)
class Chain:
    """The pieces of one section, growing at its end."""

    draft: int
    section: int
    pieces: list[Piece]


@dataclass(slots=True)
class Joined:
    """The pieces of every section in reading order, and the sentences mended on the way."""

    chains: dict[tuple[int, int], list[Piece]]
    joins: list[tuple[Piece, Piece, float]]
    problems: list[tuple[Piece, Problem]]


def join_torn(drafts: list[Draft], pieces: list[Piece], continuity: Continuity) -> Joined:
    """Give every piece its place in a text."""
    return _Joiner(drafts, pieces, continuity).run()


class _Joiner:
    def __init__(self, drafts, pieces, continuity) -> None:
        self.drafts, self.pieces, self.continuity = drafts, pieces, continuity
        self.cache: dict[tuple[int, int], float] = {}
        self.affinities: dict[tuple[int, int, int], float] = {}

    def run(self) -> Joined:
        chains, zone = self._split()
        if zone and len(zone) <= LONGEST_ZONE:
            owners = self._spread(chains, zone)
            for block, owner in zip(zone, owners, strict=True):
                chains[owner].pieces += block
        else:
            homes = {(c.draft, c.section): c for c in chains}
            for block in zone:
                homes[block[0].draft, block[0].section].pieces += block
        found = Joined({(c.draft, c.section): c.pieces for c in chains}, [], [])
        self._mend(chains, found)
        return found

    # --- which pieces are to be given away ---

    def _split(self) -> tuple[list[Chain], list[list[Piece]]]:
        """Chains of settled pieces, and the zone: pieces behind a break in their section."""
        chains: dict[tuple[int, int], Chain] = {}
        for d, draft in enumerate(self.drafts):
            for s in range(len(draft.sections)):
                chains[d, s] = Chain(d, s, [])
        zone: list[list[Piece]] = []
        broken: set[tuple[int, int]] = set()
        pending = self._has_pending_ends()
        for piece in self.pieces:
            key = (piece.draft, piece.section)
            chain = chains[key]
            if key not in broken and self._breaks(chain, piece, pending):
                broken.add(key)
            if key not in broken or self.drafts[piece.draft].fixed:
                chain.pieces.append(piece)
            elif piece.mark.line.gap or not zone:
                zone.append([piece])
            else:
                zone[-1].append(piece)
        return list(chains.values()), zone

    def _has_pending_ends(self) -> bool:
        """Whether some section ends in mid-sentence, so that a tail may stand elsewhere."""
        last: dict[tuple[int, int], Piece] = {}
        for piece in self.pieces:
            last[piece.draft, piece.section] = piece
        return any(_waits(piece) for piece in last.values())

    def _breaks(self, chain: Chain, piece: Piece, pending: bool) -> bool:
        """Whether the text does not run on from the chain's last piece to this one."""
        if (
            piece.role is not Role.BODY
            or not chain.pieces
            or not piece.mark.line.gap
            or self.drafts[piece.draft].fixed
        ):
            return False
        above = next((p for p in reversed(chain.pieces) if p.role is not Role.CAPTION), None)
        if above is None:
            return False
        if above.role in (Role.VERSE, Role.TABLE, Role.CREDIT, Role.JUMP_TO):
            return bool(piece.mark.line.gap)
        if above.mark.signature is not None or above.jump_to:
            return True
        middle = middle_weight(piece.shown)
        if _waits(above):
            return self.continuity.seam(above.shown[-60:], piece.shown[:60]) < (
                1.0 if pending else -1.0
            )
        return middle >= (0.7 if pending else 2.5)

    # --- spreading the zone over the chains ---

    def _spread(self, chains: list[Chain], zone: list[list[Piece]]) -> list[int]:
        """For each zone piece the index of its chain: the best of all ways that a beam sees."""
        ends = tuple(
            next((p for p in reversed(c.pieces) if p.role in (Role.BODY, Role.ITEM)), None)
            for c in chains
        )
        beam = [(0.0, ends, ())]
        for block in zone:
            beam = self._extend(beam, chains, block)
        return list(max(beam, key=lambda way: way[0] + self._left_over(way[1], chains))[2])

    def _extend(self, beam, chains, block: list[Piece]):
        piece, last, ways = block[0], block[-1], []
        for total, ends, owners in beam:
            for index, chain in enumerate(chains):
                gain = self._gain(ends[index], chain, piece)
                if gain is not None:
                    grown = (*ends[:index], last, *ends[index + 1 :])
                    ways.append((total + gain, grown, (*owners, index)))
        ways.sort(key=lambda way: -way[0])
        return ways[:BEAM]

    def _gain(self, end: Piece | None, chain: Chain, piece: Piece) -> float | None:
        """What giving the piece to the chain is worth; None where it cannot be."""
        if end is None:
            at_home = (chain.draft, chain.section) == (piece.draft, piece.section)
            return NO_PROSE_ABOVE + self._affinity(chain, piece) if at_home else None
        if end.number > piece.number or self._is_shut(chain, piece):
            return None
        return self._step(end, piece) + self._affinity(chain, piece)

    def _is_shut(self, chain: Chain, piece: Piece) -> bool:
        """An editor's article takes nothing; its own section is always open to a piece."""
        return self.drafts[chain.draft].fixed and chain.draft != piece.draft

    def _left_over(self, ends, chains: list[Chain]) -> float:
        return sum(LEFT_OPEN for end in ends if end is not None and _waits(end))

    def _step(self, end: Piece, piece: Piece) -> float:
        key = (end.number, piece.number)
        if key not in self.cache:
            self.cache[key] = self._pair(end, piece)
        return self.cache[key] + self._follows(end, piece)

    def _pair(self, end: Piece, piece: Piece) -> float:
        """How well the two texts go together at the break."""
        if _waits(end):
            return self.continuity.seam(end.shown[-60:], piece.shown[:60]) + TAKEN_UP
        if end.mark.signature is not None or end.jump_to:
            return AFTER_CLOSE
        return -middle_weight(piece.shown) - (0.3 if end.role is not Role.BODY else 0.0)

    def _follows(self, end: Piece, piece: Piece) -> float:
        """What the page's order says: next to each other, or far apart."""
        at = self._position(piece)
        before = self.pieces[at - 1] if at else None
        if before is end:
            return (
                NEXT_BONUS
                if end.role is Role.BODY and end.section == piece.section
                else AFTER_BREAK
            )
        return 0.0 if _waits(end) else TO_CLOSED_HEAD

    def _position(self, piece: Piece) -> int:
        if not hasattr(self, "_positions"):
            self._positions = {p.number: i for i, p in enumerate(self.pieces)}
        return self._positions[piece.number]

    def _affinity(self, chain: Chain, piece: Piece) -> float:
        """How much the piece speaks of the chain's matters, in words that few texts share."""
        key = (chain.draft, chain.section, piece.number)
        if key not in self.affinities:
            self.affinities[key] = self._measure(chain, piece)
        return self.affinities[key]

    def _measure(self, chain: Chain, piece: Piece) -> float:
        words = piece.vocabulary()
        if not words:
            return 0.0
        tables = self._tables()
        own, whole, rarity = (
            tables[0].get((chain.draft, chain.section), frozenset()),
            tables[1][chain.draft],
            tables[2],
        )
        near = sum(rarity.get(w, 0.0) for w in words & own)
        far = sum(rarity.get(w, 0.0) for w in words & whole)
        return 2.2 * (0.6 * near + 0.4 * far) / (len(words) ** 0.5 + 2.0)

    def _tables(self):
        """Words by section, by draft, and how rare each is among the drafts."""
        if hasattr(self, "_word_tables"):
            return self._word_tables
        sections: dict[tuple[int, int], set[str]] = {}
        drafts: list[set[str]] = [set() for _ in self.drafts]
        zone = {p.number for block in self._split()[1] for p in block}
        for piece in self.pieces:
            if piece.number not in zone:
                sections.setdefault((piece.draft, piece.section), set()).update(piece.vocabulary())
                drafts[piece.draft] |= piece.vocabulary()
        self._add_headings(sections, drafts)
        counts: dict[str, int] = {}
        for words in drafts:
            for word in words:
                counts[word] = counts.get(word, 0) + 1
        rarity = {word: log((len(drafts) + 1) / count) for word, count in counts.items()}
        self._word_tables = (sections, drafts, rarity)
        return self._word_tables

    def _add_headings(self, sections, drafts) -> None:
        for d, draft in enumerate(self.drafts):
            for s, section in enumerate(draft.sections):
                words = set().union(*(bigrams(m.line.folded) for m in section.heads), set())
                sections.setdefault((d, s), set()).update(words)
                drafts[d] |= words

    # --- the sentences that were mended ---

    def _mend(self, chains: list[Chain], found: Joined) -> None:
        for chain in chains:
            prose = [
                p for p in chain.pieces if p.role in (Role.BODY, Role.ITEM) and p.shown.strip()
            ]
            for left, right in itertools.pairwise(prose):
                if _waits(left) and right.role is not Role.ITEM:
                    self._note_join(left, right, found)

    def _note_join(self, left: Piece, right: Piece, found: Joined) -> None:
        weight = (
            self.continuity.seam(left.shown[-60:], right.shown[:60])
            + self._follows(left, right)
            + 0.5
        )
        score = round(1 / (1 + exp(-weight)), 2)
        found.joins.append((left, right, score))
        if score < DOUBTFUL:
            seam = f"{left.shown[-8:]}|{right.shown[:8]} {score}"
            found.problems.append((left, Problem("doubtful-join", left.number, seam)))


def _waits(piece: Piece) -> bool:
    """Whether a piece stops in mid-sentence and no jump says where it goes on."""
    return piece.waits
