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
NEXT_CLOSED, NEXT_IN_SHORT, NEXT_OPEN, AFTER_BREAK = 2.5, 2.5, 0.4, 0.2
"""Next to each other: after a full stop (in a notice or a box), in mid-sentence, behind a poem."""
AFTER_CLOSE = -4.0
"""Behind a signature or a jump mark."""
AWAY = 0.0
"""Among tails the next paragraph is more often another text's than elsewhere."""
LEFT_OPEN = -1.0
TAKEN_UP = 1.0
"""For an open sentence that finds a second half."""
TO_CLOSED_HEAD = -2.5
"""For a tail given to a distant text whose last sentence is complete."""
NO_PROSE_ABOVE = -1.0
"""A table or a poem over the piece, in its own section."""
WEAK_SEAM = 2.0
"""With open ends elsewhere on the page a weaker seam makes a break."""
PULL = 1.0
"""How far an open sentence's claim may fall short and the piece still be weighed."""
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
    breaks = _Breaks(drafts, pieces, continuity)
    for piece in pieces:
        key = (piece.draft, piece.section)
        fixed = drafts[piece.draft].fixed
        if not fixed and key not in broken and breaks.before(chains[key].pieces, piece):
            broken.add(key)
        if fixed or key not in broken:
            chains[key].pieces.append(piece)
        elif zone and not piece.mark.line.gap:
            zone[-1].append(piece)
        else:
            zone.append([piece])
    return list(chains.values()), zone


class _Breaks:
    """Where the text of a section does not surely run on."""

    def __init__(self, drafts, pieces, continuity) -> None:
        self.continuity, self.drafts = continuity, drafts
        self.pending = _pending_ends(pieces)
        self.affinity = Affinity(drafts, pieces, set()) if self.pending else None

    def before(self, above: list[Piece], piece: Piece) -> bool:
        """Whether the piece may belong elsewhere than behind the pieces above it."""
        end = _last(above)
        if end is None or piece.role is not Role.BODY or not piece.has_words:
            return False
        if not piece.mark.line.gap:
            return False
        if end.role in (Role.VERSE, Role.TABLE, Role.CREDIT, Role.JUMP_TO) or end.is_signed:
            return True
        if end.waits:
            weak = WEAK_SEAM if self.pending else -1.0
            return self.continuity.seam(end.tail, piece.head) < weak
        inside = begins_inside(piece)
        return inside >= 2.5 or self._is_pulled(piece, inside)

    def _is_pulled(self, piece: Piece, inside: float) -> bool:
        """Whether an open sentence above might claim the piece as well as its own section."""
        at_home = next_closed(piece, self.drafts) - inside - PULL
        for end in self.pending:
            if end.number > piece.number or end.draft == piece.draft:
                continue
            claim = self.continuity.seam(end.tail, piece.head) + TAKEN_UP - LEFT_OPEN
            if claim + self.affinity.strangeness(piece, end.draft) > at_home:
                return True
        return False


def _pending_ends(pieces: list[Piece]) -> list[Piece]:
    """The last pieces of sections that end in mid-sentence: their tails may stand elsewhere."""
    last: dict[Key, Piece] = {}
    for piece in pieces:
        if piece.has_words:
            last[piece.section_key] = piece
    return [piece for piece in last.values() if piece.waits]


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
        if not at_home and not end.waits and self.before.get(piece.number) is end:
            gain -= AWAY
        return gain - self._out_of_turn(end, ends) if end.waits else gain

    def _step(self, end: Piece, piece: Piece) -> float:
        key = (end.number, piece.number)
        if key not in self.pairs:
            order = follows(self.before, end, piece, self.drafts)
            shared = 0.0 if end.waits else self.affinity.between(end, piece)
            self.pairs[key] = self._pair(end, piece) + shared + order
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


def next_closed(piece: Piece, drafts: list[Draft]) -> float:
    """Behind a full stop the text above mostly goes on, but a notice or a box is soon over."""
    return NEXT_IN_SHORT if drafts[piece.draft].is_short else NEXT_CLOSED


def follows(before: dict[int, Piece], end: Piece, piece: Piece, drafts: list[Draft]) -> float:
    """What the page's order says: next to each other, or far apart."""
    if before.get(piece.number) is not end:
        return 0.0 if end.waits else TO_CLOSED_HEAD
    if end.waits:
        return NEXT_OPEN
    if end.role is Role.BODY and end.section == piece.section:
        return next_closed(piece, drafts)
    return AFTER_BREAK


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
