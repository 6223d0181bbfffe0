"""The lines of a page under the marking hand: what is known of them and what was marked above."""

from collections.abc import Callable
from itertools import dropwhile, takewhile

from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.marking.speakers import speakers_of
from articles.pagefile.people.authors import read_signature
from articles.pagefile.people.datelines import Opening, may_open, read_opening
from articles.pagefile.records import Credit, Lexicon
from articles.pagefile.text.lines import Line


class Sheet:
    """Lines of a page, marked from the top.

    The sheet stands at the first line that has no mark yet, the line at hand: a rule sees the
    lines below it and the roles above.
    """

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        self.lines, self.lexicon = lines, lexicon
        self.marked: list[Marked] = []
        self.heads_over_openings: set[int] = set()
        """Places of lines known to lead without a gap to a byline or a dateline."""
        self.speakers = speakers_of(lines)

    @property
    def at(self) -> int:
        """The place of the line at hand."""
        return len(self.marked)

    @property
    def within(self) -> bool:
        """Whether the line at hand follows another without a blank line."""
        return self.at > 0 and not self.lines[self.at].gap

    @property
    def above(self) -> Line | None:
        """The line above the line at hand."""
        return self.marked[-1].line if self.marked else None

    @property
    def role_above(self) -> str | None:
        """What the line above is."""
        return self.marked[-1].role if self.marked else None

    @property
    def below(self) -> Line | None:
        """The line below the line at hand."""
        return self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None

    def signature(self, line: Line) -> tuple[tuple[Credit, ...], int] | None:
        """The bylines in parentheses that close the line, and where they begin."""
        if not line.end.endswith((")", "]")):
            return None
        found = read_signature(line.text, line.number)
        return (tuple(found[0]), found[1]) if found else None

    def is_below_text(self) -> bool:
        """Whether the line above is a text's: what stands here may close it."""
        return self.role_above in (Role.BODY, Role.VERSE, Role.ITEM)

    def is_signed_above(self) -> bool:
        """Whether the text above has its authors over it or before it."""
        for mark in reversed(self.marked):
            if mark.role in HEADS:
                break
            if mark.opening and mark.opening.credits:
                return True
        heads = dropwhile(lambda mark: mark.role not in HEADS, reversed(self.marked))
        over = takewhile(lambda mark: mark.role in HEADS, heads)
        return any(mark.credits for mark in over)

    def opening(self, line: Line) -> Opening | None:
        """The dateline and bylines that open the line; bylines alone on it open no text."""
        if not may_open(line.folded):
            return None
        opening = read_opening(line.text[:400], line.number)
        alone = opening.start >= len(line.text) and line.folded[0] in "(["
        return opening if opening.start and not alone else None


Rule = Callable[[Line, Sheet], Marked | None]
"""Asked of a line and the sheet that stands at it: the line with its role, or None where the
line is not of the rule's kind."""
