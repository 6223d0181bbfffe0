"""The lines of a page under the marking hand: what is known of them and what was marked above."""

from itertools import dropwhile, takewhile

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.marking.textlines import SPEAKER
from articles.pagefile.people.authors import read_signature
from articles.pagefile.people.datelines import Opening, may_open, read_opening
from articles.pagefile.records import Credit, Lexicon
from articles.pagefile.text.lines import Line


class Sheet:
    """Lines of a page, marked from the top: rules see the lines below and the roles above."""

    def __init__(self, lines: list[Line], lexicon: Lexicon) -> None:
        self.lines, self.lexicon = lines, lexicon
        self.marked: list[Marked] = []
        self.heads_over_openings: set[int] = set()
        self.speakers = speakers_of(lines)
        """Words before a colon that open several lines of the page: 问, 答, 周卫红."""

    def signature(self, line: Line) -> tuple[tuple[Credit, ...], int] | None:
        """The bylines in parentheses that close the line, and where they begin."""
        if not line.end.endswith((")", "]")):
            return None
        found = read_signature(line.text, line.number)
        return (tuple(found[0]), found[1]) if found else None

    def is_below_text(self) -> bool:
        """Whether the line above is a text's: what stands here may close it."""
        return bool(self.marked) and self.marked[-1].role in (Role.BODY, Role.VERSE, Role.ITEM)

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
        """The dateline and bylines that open the line."""
        if not may_open(line.folded):
            return None
        opening = read_opening(line.text[:400], line.number)
        alone = opening.start >= len(line.text) and line.folded[0] in "(["
        return opening if opening.start and not alone else None


def speakers_of(lines: list[Line]) -> frozenset[str]:
    counts: dict[str, int] = {}
    for line in lines:
        match = SPEAKER.match(line.folded) if ":" in line.folded[:14] else None
        if match and (line.end[-1] in "。!?…" or not looks_like_heading(line)):
            counts[match[1]] = counts.get(match[1], 0) + 1
    return frozenset(
        word for word, count in counts.items() if count > 1 or word in ("问", "答", "记者")
    )
