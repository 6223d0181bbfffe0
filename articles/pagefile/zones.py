"""Where a page's text may be torn: settled pieces by section, and the zone to be given away."""

from dataclasses import dataclass

from articles.pagefile.affinity import Affinity
from articles.pagefile.drafts import Draft
from articles.pagefile.language import Continuity
from articles.pagefile.pieces import PROSE, Piece
from articles.pagefile.roles import Role

NEXT_CLOSED = 2.5
"""For standing next to each other, behind a full stop."""
TAKEN_UP, LEFT_OPEN = 1.0, -1.0
"""For an open sentence that finds a second half, and for one that finds none."""
WEAK_SEAM, BROKEN_SEAM = 2.0, -1.0
"""A weaker seam makes a break: with open ends elsewhere on the page, and without."""
SURELY_INSIDE = 2.5
PULL = 1.0
"""How far an open sentence's claim may fall short and the piece still be weighed."""

Key = tuple[int, int]
"""A section: the draft's place on the page and the section's in the draft."""
BREAKING = (Role.VERSE, Role.TABLE, Role.CREDIT, Role.JUMP_TO)
"""What the next paragraph does not go on with."""


@dataclass(slots=True)
class Chain:
    """The pieces of one section, growing at its end."""

    key: Key
    pieces: list[Piece]

    @property
    def end(self) -> Piece | None:
        return last_prose(self.pieces)


def find_zone(
    drafts: list[Draft], pieces: list[Piece], continuity: Continuity
) -> tuple[list[Chain], list[list[Piece]]]:
    """Chains of settled pieces, and the zone: blocks of lines behind a break in their section."""
    keys = [(d, s) for d, draft in enumerate(drafts) for s in range(len(draft.sections))]
    chains = {key: Chain(key, []) for key in keys}
    zone: list[list[Piece]] = []
    broken: set[Key] = set()
    breaks = _Breaks(drafts, pieces, continuity)
    for piece in pieces:
        key, fixed = piece.section_key, drafts[piece.draft].fixed
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
        self.continuity = continuity
        self.pending = pending_ends(pieces)
        self.affinity = Affinity(drafts, pieces, set()) if self.pending else None

    def before(self, above: list[Piece], piece: Piece) -> bool:
        """Whether the piece may belong elsewhere than behind the pieces above it."""
        end = _last(above)
        if end is None or piece.role is not Role.BODY or not piece.has_words:
            return False
        if not piece.mark.line.gap:
            return False
        if end.role in BREAKING or end.is_signed:
            return True
        if end.waits:
            weak = WEAK_SEAM if self.pending else BROKEN_SEAM
            return self.continuity.seam(end.tail, piece.head) < weak
        return piece.inside >= SURELY_INSIDE or self._is_pulled(piece)

    def _is_pulled(self, piece: Piece) -> bool:
        """Whether an open sentence above might claim the piece as well as its own section."""
        at_home = NEXT_CLOSED - piece.inside - PULL
        for end in self.pending:
            if end.number > piece.number or end.draft == piece.draft:
                continue
            claim = self.continuity.seam(end.tail, piece.head) + TAKEN_UP - LEFT_OPEN
            if claim + self.affinity.strangeness(piece, end.draft) > at_home:
                return True
        return False


def pending_ends(pieces: list[Piece]) -> list[Piece]:
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
