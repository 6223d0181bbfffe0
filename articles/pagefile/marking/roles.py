"""The parts that lines play on a page: heading, byline, body …"""

from dataclasses import dataclass

from articles.pagefile.people.datelines import Opening
from articles.pagefile.records import Credit
from articles.pagefile.text.lines import Line


class Role:
    """The parts that a line may play on the page.

    Plain words, no enumeration: the rules name three thousand of them a page, and Python 3.11
    takes three times as long to find an enumeration's member.
    """

    HEADING = "heading"
    DECK = "deck"
    LABEL = "label"
    PLACE = "place"
    BYLINE = "byline"
    AUTHOR = "author"
    TITLE_AND_AUTHOR = "title_and_author"
    ARTWORK = "artwork"
    NOTE = "note"
    BRIEF_HEAD = "brief_head"
    BODY = "body"
    ITEM = "item"
    TABLE = "table"
    VERSE = "verse"
    CREDIT = "credit"
    SIGNING = "signing"
    """落款: who sends a letter or gives out a notice, and when."""
    CAPTION = "caption"
    JUMP_FROM = "jump_from"
    JUMP_TO = "jump_to"
    LEAD_IN = "lead_in"


HEADS = frozenset(
    {Role.HEADING, Role.DECK, Role.LABEL, Role.PLACE, Role.BYLINE, Role.AUTHOR}
    | {Role.TITLE_AND_AUTHOR, Role.NOTE, Role.BRIEF_HEAD}
)
"""Roles of lines that stand over a body."""

TERMINAL = "。!?…;"
CLOSING = "”’)]》】〉"
ENDS = TERMINAL + CLOSING


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its role and what was read from it on the way."""

    line: Line
    role: str
    """One of ``Role``."""
    credits: tuple[Credit, ...] = ()
    opening: Opening | None = None
    page: str | None = None
    """Page number that a jump names, as printed."""
    text: str = ""
    """The line's own words where a mark was taken off; else the line's text."""
    signature: tuple[tuple[Credit, ...], int] | None = None
    """Bylines in parentheses at the line's end, and where in the words they begin."""
    goes_on: bool = False
    """A printed line of a paragraph: its words go on in the line below."""

    @property
    def words(self) -> str:
        return self.text or self.line.text


def is_open(end: str) -> bool:
    """Whether a body line stops without a sentence's end."""
    bare = end.rstrip(" ")
    return not bare or bare[-1] not in ENDS
