"""Torn texts put together again: tails at the page's foot, columns read across.

Where the print's columns were read line by line, the second halves of several texts stand
together, far from their heads. All pieces of such a zone are given to their heads at once:
every way to spread them is scored (how the words run on over each break, whose words they
are, what stands next to what, no open sentence left over) and the best is taken.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from articles.pagefile.affinity import Affinity
from articles.pagefile.language import Continuity, middle_weight
from articles.pagefile.pieces import PROSE, Piece
from articles.pagefile.records import Join, Problem
from articles.pagefile.roles import SPEAKER, Role
from articles.pagefile.segments import Draft

BEAM = 40
LONGEST_ZONE = 120
"""Paragraphs; a longer zone is read in the page's order."""
NEXT_CLOSED, NEXT_OPEN, AFTER_BREAK = 2.0, 0.8, 0.2
"""Next to each other: after a full stop, in mid-sentence, behind a poem or a table."""
AFTER_CLOSE = -4.0
"""Behind a signature or a jump mark."""
LEFT_OPEN = -2.0
TAKEN_UP = 1.0
"""For an open sentence that finds a second half."""
TO_CLOSED_HEAD = -1.2
"""For a tail given to a distant text whose last sentence is complete."""
NO_PROSE_ABOVE = -1.0
"""A table or a poem over the piece, in its own section."""
WEAK_SEAM = 1.0
"""With open ends elsewhere on the page a weaker seam makes a break."""
STRANGE = 0.8
PARALLEL = -1.5
"""For taking up a sentence with a paragraph that opens like another: 更加注重…… 更加注重……"""
DOUBTFUL = 0.55
"""Joins less sure are reported."""

Key = tuple[int, int]
"""A section: the draft's place on the page and the section's in the draft."""


@dataclass(slots=True)
class Chain:
    """The pieces of one section, growing at its end."""

    key: Key
    pieces: list[Piece]

    @property
    def end(self) -> Piece | None:
        return last_prose(self.pieces)


@dataclass(slots=True)
class Joined:
    """The pieces of every section in reading order, and the sentences mended on the way."""

    chains: dict[Key, list[Piece]]
    joins: list[tuple[Piece, Piece, float]]
    problems: list[tuple[Piece, Problem]]

    def joins_of(self, pieces: list[Piece]) -> list[Join]:
        own = {piece.number for piece in pieces}
        return [Join(a.number, b.number, score) for a, b, score in self.joins if a.number in own]

    def problems_of(self, pieces: list[Piece]) -> list[Problem]:
        own = {piece.number for piece in pieces}
        return [problem for piece, problem in self.problems if piece.number in own]


def join_torn(drafts: list[Draft], pieces: list[Piece], continuity: Continuity) -> Joined:
    """Give every piece its place in a text."""
    chains, zone = find_zone(drafts, pieces, continuity)
    if zone and len(zone) <= LONGEST_ZONE:
        owners = _Spreader(drafts, pieces, chains, zone, continuity).run()
    else:
        homes = {chain.key: index for index, chain in enumerate(chains)}
        owners = [homes[block[0].draft, block[0].section] for block in zone]
    for block, owner in zip(zone, owners, strict=True):
        chains[owner].pieces += block
    found = Joined({chain.key: chain.pieces for chain in chains}, [], [])
    for chain in chains:
        _mend(chain.pieces, found, continuity)
    return found


# --- which pieces are to be given away ---


def find_zone(drafts, pieces, continuity) -> tuple[list[Chain], list[list[Piece]]]:
    """Chains of settled pieces, and the zone: blocks of lines behind a break in their section."""
    keys = [(d, s) for d, draft in enumerate(drafts) for s in range(len(draft.sections))]
    chains = {key: Chain(key, []) for key in keys}
    zone: list[list[Piece]] = []
    broken: set[Key] = set()
    pending = _pending_ends(pieces)
    affinity = Affinity(drafts, pieces, set()) if pending else None
    for piece in pieces:
        key = (piece.draft, piece.section)
        fixed = drafts[piece.draft].fixed
        if not fixed and key not in broken:
            above = chains[key].pieces
            torn = _breaks(above, piece, bool(pending), continuity)
            if torn or (affinity and _is_strange(above, piece, pending, affinity)):
                broken.add(key)
        if fixed or key not in broken:
            chains[key].pieces.append(piece)
        elif zone and not piece.mark.line.gap:
            zone[-1].append(piece)
        else:
            zone.append([piece])
    return list(chains.values()), zone


def _pending_ends(pieces: list[Piece]) -> list[Piece]:
    """The last pieces of sections that end in mid-sentence: their tails may stand elsewhere."""
    last: dict[Key, Piece] = {}
    for piece in pieces:
        if piece.has_words:
            last[piece.draft, piece.section] = piece
    return [piece for piece in last.values() if piece.waits]


def _is_strange(above: list[Piece], piece: Piece, pending: list[Piece], affinity: Affinity) -> bool:
    """Whether a whole paragraph rather speaks of what an open text above was about."""
    if piece.role is not Role.BODY or not piece.mark.line.gap or not above or not piece.has_words:
        return False
    others = {p.draft for p in pending if p.number < piece.number and p.draft != piece.draft}
    return any(affinity.strangeness(piece, other) > STRANGE for other in others)


def _breaks(above: list[Piece], piece: Piece, pending: bool, continuity: Continuity) -> bool:
    """Whether the text does not run on from the section's last piece to this one."""
    before = _last(above)
    if before is None or piece.role is not Role.BODY or not piece.has_words:
        return False
    if not piece.mark.line.gap:
        return False
    if before.role in (Role.VERSE, Role.TABLE, Role.CREDIT, Role.JUMP_TO) or before.is_signed:
        return True
    if before.waits:
        return continuity.seam(before.tail, piece.head) < (WEAK_SEAM if pending else -1.0)
    return begins_inside(piece) >= (0.5 if pending else 2.5)


def _last(pieces: list[Piece]) -> Piece | None:
    """The last piece that has words of its own."""
    return next((p for p in reversed(pieces) if p.role is not Role.CAPTION and p.has_words), None)


def last_prose(pieces: list[Piece]) -> Piece | None:
    return next((p for p in reversed(pieces) if p.role in PROSE and p.has_words), None)


def begins_inside(piece: Piece) -> float:
    """``middle_weight``, but an answer's ``问:`` and a name before a colon begin a paragraph."""
    return 0.0 if SPEAKER.match(piece.head[:16]) else middle_weight(piece.head)


# --- spreading the zone over the chains ---


class _Spreader:
    """Finds for each block of the zone its chain: the best of all ways that a beam sees."""

    def __init__(self, drafts, pieces, chains, zone, continuity) -> None:
        self.drafts, self.chains, self.zone, self.continuity = drafts, chains, zone, continuity
        moved = {piece.number for block in zone for piece in block}
        self.affinity = Affinity(drafts, pieces, moved)
        worded = [piece for piece in pieces if piece.has_words and piece.role is not Role.CAPTION]
        self.before = {b.number: a for a, b in pairwise(worded)}
        self.pairs: dict[tuple[int, int], float] = {}
        self.openings = Counter(piece.head[:4] for piece in worded)

    def run(self) -> list[int]:
        ends = tuple(chain.end for chain in self.chains)
        beam = [(0.0, ends, ())]
        for block in self.zone:
            beam = self._extend(beam, block)
        return list(max(beam, key=self._total)[2])

    def _total(self, way) -> float:
        """A way's score with what it leaves open at the end."""
        return way[0] + sum(LEFT_OPEN for end in way[1] if end is not None and end.waits)

    def _extend(self, beam, block: list[Piece]):
        piece, last, ways = block[0], last_prose(block) or block[0], []
        for total, ends, owners in beam:
            for index, chain in enumerate(self.chains):
                gain = self._gain(ends[index], chain, piece, ends)
                if gain is not None:
                    grown = (*ends[:index], last, *ends[index + 1 :])
                    ways.append((total + gain, grown, (*owners, index)))
        ways.sort(key=lambda way: -way[0])
        return _different(ways)[:BEAM]

    def _gain(self, end: Piece | None, chain: Chain, piece: Piece, ends) -> float | None:
        """What giving the piece to the chain is worth; None where it cannot be."""
        at_home = chain.key == (piece.draft, piece.section)
        if not piece.has_words:
            return 0.0 if at_home else None
        if end is None:
            return NO_PROSE_ABOVE + self.affinity(chain.key, piece) if at_home else None
        if end.number > piece.number or self.drafts[chain.key[0]].fixed:
            return None
        gain = self._step(end, piece) + self.affinity(chain.key, piece)
        return gain - self._out_of_turn(end, ends) if end.waits else gain

    def _step(self, end: Piece, piece: Piece) -> float:
        key = (end.number, piece.number)
        if key not in self.pairs:
            self.pairs[key] = self._pair(end, piece) + follows(self.before, end, piece)
        return self.pairs[key]

    def _pair(self, end: Piece, piece: Piece) -> float:
        """How well the two texts go together at the break."""
        if end.waits:
            parallel = PARALLEL if self.openings[piece.head[:4]] > 1 else 0.0
            return self.continuity.seam(end.tail, piece.head) + TAKEN_UP + parallel
        return AFTER_CLOSE if end.is_signed else -begins_inside(piece)

    def _out_of_turn(self, end: Piece, ends) -> float:
        """Tails mostly stand in the order of their heads, above all in columns of one text."""
        passed = [e for e in ends if e is not None and e.waits and e.number < end.number]
        own = sum(1 for e in passed if e.draft == end.draft)
        return min(1.4, 0.7 * own) + min(0.4, 0.15 * (len(passed) - own))


def follows(before: dict[int, Piece], end: Piece, piece: Piece) -> float:
    """What the page's order says: next to each other, or far apart."""
    if before.get(piece.number) is not end:
        return 0.0 if end.waits else TO_CLOSED_HEAD
    if end.waits:
        return NEXT_OPEN
    return NEXT_CLOSED if end.role is Role.BODY and end.section == piece.section else AFTER_BREAK


def _different(ways):
    """The best way to each state of the chains' ends; the others can only stay behind it."""
    seen, best = set(), []
    for way in ways:
        state = tuple(end.number if end else 0 for end in way[1])
        if state not in seen:
            seen.add(state)
            best.append(way)
    return best


# --- the sentences that were mended ---


def _mend(pieces: list[Piece], found: Joined, continuity: Continuity) -> None:
    prose = [piece for piece in pieces if piece.role in PROSE and piece.has_words]
    for left, right in pairwise(prose):
        if not left.waits or right.role is Role.ITEM:
            continue
        near = NEXT_OPEN if right.number - left.number <= 2 else 0.0
        weight = continuity.seam(left.tail, right.head) + near + 0.7
        score = round(1 / (1 + exp(-weight)), 2)
        found.joins.append((left, right, score))
        if score < DOUBTFUL:
            seam = f"{left.tail[-8:]}|{right.head[:8]} {score}"
            found.problems.append((left, Problem("doubtful-join", left.number, seam)))
