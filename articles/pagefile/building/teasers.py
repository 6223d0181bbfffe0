"""Lead-ins (导读): what the box points to."""

from articles.pagefile.building.headings import Heads
from articles.pagefile.joining.pieces import Piece
from articles.pagefile.marking.decks import DECK_MARK
from articles.pagefile.marking.pointers import is_lead_in_label
from articles.pagefile.marking.roles import Role


def read_teaser(pieces: list[Piece]) -> Heads:
    """``导读`` / ``一条小巷的三年`` / ``——背街小巷改造回眸``; a box of several teasers has no headline."""
    lines = [piece.mark.line for piece in pieces if piece.role is Role.LEAD_IN]
    label = lines[0].text if lines and is_lead_in_label(lines[0].folded) else None
    decks = [at for at, line in enumerate(lines) if DECK_MARK.match(line.folded)]
    if len(decks) != 1:
        return Heads(column=label)
    over = lines[1 if label else 0 : decks[0]]
    deck = lines[decks[0]]
    text = deck.text[DECK_MARK.match(deck.folded).end() :]
    return Heads(label, None, " ".join(line.text for line in over) or None, text)
