"""Sections: a group of heading lines with the body lines under it, and who speaks and signs there."""

import re
from dataclasses import dataclass, field

from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.speakers import SPEAKER
from articles.pagefile.text.vocabulary import bigrams

ENDS_TEXT = re.compile(r"(?:未完待续|待续|完|下转第?[^版]{1,3}版)[)\]▶\s]*$")
LONGEST_NAME = 5
"""Characters of who speaks; more before a colon are no name."""
TITLES = frozenset(
    {Role.HEADING, Role.LABEL, Role.DECK, Role.PLACE, Role.TITLE_AND_AUTHOR, Role.BRIEF_HEAD}
)
BYLINES = frozenset({Role.BYLINE, Role.AUTHOR, Role.TITLE_AND_AUTHOR})
"""Heading lines that name who wrote the text below."""


@dataclass(slots=True, eq=False)
class Section:
    """A group of heading lines (perhaps none) and the lines under it."""

    heads: list[Marked]
    body: list[Marked]
    closed: bool = False
    """A signature, a credit or a jump says that the text ends here."""
    bigrams: frozenset[str] | None = field(default=None, init=False)
    """Once asked for: the pairs of characters of its text (``bigrams_of``)."""
    subhead: bool | None = field(default=None, init=False)
    """Once asked for: whether its headings may be subheads (``openings.may_be_subhead``)."""
    make: str | None = field(default=None, init=False)
    """Once asked for: what its first heading looks like (``subheads.make_of``)."""

    @property
    def titles(self) -> list[Marked]:
        """The heading lines that say something: no bylines, notes and jump marks."""
        return [m for m in self.heads if m.role in TITLES]

    @property
    def is_signed_over(self) -> bool:
        """A byline over the text."""
        return any(m.role in BYLINES for m in self.heads)

    @property
    def has_byline(self) -> bool:
        """A byline over the text or a dateline before it."""
        if self.is_signed_over:
            return True
        prose = [m for m in self.body if m.role is Role.BODY]
        return any(m.opening is not None for m in prose[:1])

    def has(self, role: str) -> bool:
        """Whether one of the heading lines plays the role."""
        return any(m.role is role for m in self.heads)

    def go_on(self, section: "Section") -> None:
        """Take over what stands below headings in the middle of the text."""
        self.body += section.body
        self.closed = self.closed or section.closed
        self.bigrams = self.subhead = None


def bigrams_of(section: Section) -> frozenset[str]:
    """Pairs of characters of a section's text."""
    if section.bigrams is None:
        section.bigrams = frozenset().union(*(bigrams(m.line.folded) for m in section.body))
    return section.bigrams


def closes(mark: Marked) -> bool:
    """Whether a text ends with the line: a signature, a credit, a jump."""
    if mark.role in (Role.CREDIT, Role.SIGNING, Role.ARTWORK, Role.JUMP_TO):
        return True
    if mark.role is Role.BODY and mark.signature is not None:
        return True
    return mark.role in (Role.BODY, Role.ITEM) and bool(ENDS_TEXT.search(mark.line.end))


def ends_signed(section: Section) -> bool:
    """Whether somebody signs below the text: a signature behind its last words, or a credit."""
    return any(m.signature is not None and m.signature[0] for m in section.body) or any(
        m.role is Role.CREDIT and m.credits for m in section.body
    )


def speakers(section: Section) -> list[str]:
    """Who speaks in an interview, in turn: the words before a colon (``问``, ``答``, a name)."""
    found = (SPEAKER.match(m.line.folded) for m in section.body if m.role is Role.BODY)
    return [match[1] if match and len(match[1]) <= LONGEST_NAME else "" for match in found]


def is_compact(section: Section) -> bool:
    """A heading with its text right under it, a blank line above: a box or a notice of its own."""
    if not section.heads or not section.body:
        return False
    return bool(section.heads[0].line.gap) and not section.body[0].line.gap


def is_dense(section: Section) -> bool:
    """Heads and paragraphs line under line: on such pages a blank line parts the articles."""
    under = [m.line for m in section.body[:2]]
    return is_compact(section) and not any(line.gap for line in under)
