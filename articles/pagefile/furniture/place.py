"""What the rules of furniture are asked of, and what they answer."""

from dataclasses import dataclass

from articles.pagefile.records import Credit
from articles.pagefile.text.lines import Line

TOP = 14
"""Mastheads and page headers stand within so many lines of the page's top."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one line of furniture is, and what it says of the page."""

    kind: str
    """As in ``records.Furniture``."""
    number: str | None = None
    """The page's number, as ``normal_page_number`` writes it."""
    title: str | None = None
    """What the page is called, as printed."""
    staff: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands on its page."""

    lines: list[Line]
    """The page's lines."""
    index: int
    """The line's own place among them."""
    at_top: bool
    """Among the first ``TOP`` lines, no paragraph above, and in no box of lead-ins."""
    in_lead_ins: bool
    """In a box of lead-ins (导读)."""
    above: Finding | None
    """What the line above is, where that is furniture."""

    @property
    def next(self) -> Line | None:
        """The line below, None below the last."""
        return self.lines[self.index + 1] if self.index + 1 < len(self.lines) else None
