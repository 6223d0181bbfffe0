"""Where a page's text may be torn: settled pieces by section, and the zone to be given away."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.cutting.pictures import tells_all
from articles.pagefile.cutting.sections import Section
from articles.pagefile.joining.affinity import Affinity, Key
from articles.pagefile.joining.pieces import PROSE, Piece
from articles.pagefile.marking.roles import Role
from articles.pagefile.text.seams import Continuity

NEXT_CLOSED = 2.5
"""For standing next to each other, behind a full stop."""
TAKEN_UP, LEFT_OPEN = 1.0, -1.0
"""For an open sentence that finds a second half, and for one that finds none."""
WEAK_SEAM, BROKEN_SEAM = 2.0, -1.0
"""A weaker seam makes a break: with open ends elsewhere on the page, and without."""
SURELY_INSIDE = 2.5
PULL = 2.0
"""How far another text's claim may fall short and the piece still be weighed."""
TO_CLOSED_HEAD = -2.5
"""For a tail given to a distant text whose last sentence is complete."""
NO_PROSE_ABOVE = -1.0
"""For being the first prose of a section."""

BREAKING = (Role.VERSE, Role.TABLE, Role.CREDIT, Role.SIGNING, Role.JUMP_TO)
"""What the next paragraph does not go on with."""


@dataclass(slots=True)
class Chain:
    """Pieces that run on from one to the next: a section's text, or a column of it."""

    key: Key
    pieces: list[Piece]
    opener: int | None = None
    """The piece's number that may open this column; None for the section's first column."""
    under_heading: bool = False
    """Whether a heading stands over the column."""

    @property
    def end(self) -> Piece | None:
        return last_prose(self.pieces)


@dataclass(slots=True)
class Zone:
    """What is settled, and the blocks of lines to be given away."""

    chains: list[Chain]
    blocks: list[list[Piece]] = field(default_factory=list)
    affinity: Affinity | None = None
    """Knows the words of the settled pieces; None where there is nothing to give away."""
    interrupted: set[int] = field(default_factory=set)
    """Pieces over which something else than their text is printed, a page header or a staff box."""


def find_zone(
    drafts: list[Draft], pieces: list[Piece], continuity: Continuity, page: dict[int, int]
) -> Zone:
    """Chains of settled pieces, and behind a break in a section its rest as blocks."""
    keys = [(d, s) for d, draft in enumerate(drafts) for s in range(len(draft.sections))]
    chains = {key: Chain(key, []) for key in keys}
    zone = Zone(list(chains.values()), interrupted=_interrupted(pieces, page))
    broken: set[Key] = set()
    breaks = _Breaks(drafts, pieces, continuity)
    settled = _settled(drafts, pieces)
    for piece in pieces:
        key = piece.section_key
        fixed = drafts[piece.draft].fixed or piece.number in settled
        if (
            not fixed
            and key not in broken
            and (piece.number in zone.interrupted or breaks.before(chains[key].pieces, piece))
        ):
            broken.add(key)
        if fixed or key not in broken:
            chains[key].pieces.append(piece)
            breaks.affinity.add(key, piece)
            continue
        breaks.affinity.add_loose(piece)
        if zone.blocks and _sticks(zone.blocks[-1][-1], piece):
            zone.blocks[-1].append(piece)
        else:
            zone.blocks.append([piece])
    if zone.blocks:
        zone.affinity = breaks.affinity
        zone.chains += _columns(drafts, pieces, zone.blocks)
    return zone


def _settled(drafts: list[Draft], pieces: list[Piece]) -> set[int]:
    """Numbers of the lines that stay in their text.

    The first, where the text has no heading and nothing else would be left of it; and a line
    whose beginning is the text's heading.
    """
    headed = [{mark.line.number for mark in draft.heads} for draft in drafts]
    begun = {at for at, numbers in enumerate(headed) if numbers}
    settled = set()
    for piece in pieces:
        if piece.draft not in begun or piece.number in headed[piece.draft]:
            settled.add(piece.number)
        begun.add(piece.draft)
    return settled


def _sticks(above: Piece, piece: Piece) -> bool:
    """Whether a piece goes wherever the one above it goes."""
    if not piece.mark.line.gap or piece.role in (Role.SIGNING, Role.CREDIT):
        return True
    return not piece.has_words and above.section_key == piece.section_key


def _interrupted(pieces: list[Piece], page: dict[int, int]) -> set[int]:
    below = ((a, b) for a, b in pairwise(pieces) if a.section_key == b.section_key)
    return {b.number for a, b in below if page[b.number] - page[a.number] > 1}


def _columns(
    drafts: list[Draft], pieces: list[Piece], blocks: list[list[Piece]]
) -> Iterator[Chain]:
    """A block below a sentence that breaks off may be the top of the text's next column."""
    firsts = {block[0].number for block in blocks}
    headed = {number for draft in drafts for number, _ in draft.late}
    worded = [piece for piece in pieces if piece.has_words and piece.role in PROSE]
    for above, piece in pairwise(worded):
        same = above.section_key == piece.section_key
        if same and above.waits and piece.number in firsts:
            yield Chain(piece.section_key, [], piece.number, piece.number in headed)


class _Breaks:
    """Where the text of a section does not surely run on."""

    def __init__(self, drafts, pieces, continuity) -> None:
        self.continuity = continuity
        self.pending = pending_ends(pieces)
        self.waiting = Counter(piece.section_key for piece in pieces if piece.waits)
        self.affinity = Affinity(drafts, pieces)
        self.nobodys = {
            (d, s)
            for d, draft in enumerate(drafts)
            for s, section in enumerate(draft.sections)
            if _says_all(section) or (s and not section.heads)
        }
        """Sections below which text stands that nothing ties to them: below a caption that tells
        all, or below a picture without any heading."""
        self.firsts = [draft.lines[0].number for draft in drafts]

    def before(self, above: list[Piece], piece: Piece) -> bool:
        """Whether the piece may belong elsewhere than behind the pieces above it."""
        if piece.role is not Role.BODY or not piece.has_words or not piece.mark.line.gap:
            return False
        end = _last(above)
        if end is None and piece.section_key in self.nobodys:
            return True
        if end is None:
            return piece.inside >= SURELY_INSIDE and self._is_pulled(piece, NO_PROSE_ABOVE)
        if end.role in BREAKING or end.is_closed:
            return True
        if not end.waits:
            at_home = NEXT_CLOSED - piece.inside
            return piece.inside >= SURELY_INSIDE or self._is_pulled(piece, at_home)
        seam = self.continuity.seam(end.tail, piece.head)
        torn = self.pending or self.waiting[piece.section_key] > 1
        if seam < (WEAK_SEAM if torn else BROKEN_SEAM):
            return True
        return self._is_pulled(piece, seam + TAKEN_UP - LEFT_OPEN)

    def _is_pulled(self, piece: Piece, at_home: float) -> bool:
        """Whether a text above might claim the piece as well as its own section."""
        at_home += self.affinity(piece.section_key, piece) - PULL
        for end in self.pending:
            if end.number > piece.number or end.draft == piece.draft:
                continue
            claim = self.continuity.seam(end.tail, piece.head) + TAKEN_UP - LEFT_OPEN
            if claim + self.affinity.of_draft(end.draft, piece) > at_home:
                return True
        others = (
            self.affinity.of_draft(draft, piece)
            for draft, first in enumerate(self.firsts)
            if first < piece.number and draft != piece.draft
        )
        best = max(self.affinity.of_loose(piece), *others, 0.0)
        return best + TO_CLOSED_HEAD - piece.inside > at_home


def _says_all(section: Section) -> bool:
    """A caption, an editor's note behind a text: nothing of it goes on below."""
    first = section.body[0] if section.body else None
    captioned = first is not None and first.role is Role.CAPTION
    if not section.heads:
        return captioned
    told = captioned and tells_all(first)
    return told or all(mark.role is Role.NOTE for mark in section.heads)


def pending_ends(pieces: list[Piece]) -> list[Piece]:
    """The last pieces of sections that end in mid-sentence: their tails may stand elsewhere."""
    last: dict[Key, Piece] = {}
    for piece in pieces:
        if piece.has_words:
            last[piece.section_key] = piece
    return [piece for piece in last.values() if piece.waits]


def _last(pieces: list[Piece]) -> Piece | None:
    """The last piece that has words of its own."""
    return next((p for p in reversed(pieces) if p.role in BREAKING or _is_prose(p)), None)


def _is_prose(piece: Piece) -> bool:
    return piece.role is not Role.CAPTION and piece.has_words


def last_prose(pieces: list[Piece]) -> Piece | None:
    return next((p for p in reversed(pieces) if p.role in PROSE and p.has_words), None)
