"""What readers of years hand to those who weigh them: a year, the words, and by which rule."""

from dataclasses import dataclass

WEIGHTS = {
    "this-year": 5, "full-date": 4.5, "anniversary": 4, "lunar-year": 4, "period": 3.5, "calendar": 3,
    "own-year": 3, "heading": 2.5, "title": 2.5, "animal-year": 2, "reckoned": 1.5, "season": 1.5,
}  # fmt: skip
"""How much each rule's sign is worth; each rule speaks once for a year."""


@dataclass(frozen=True, slots=True)
class YearSign:
    """A year that may be the issue's, and the (folded) words that say it."""

    year: int
    """Any number: a misread count leads anywhere. Bounded where signs are weighed."""
    words: str
    rule: str
    """One of ``WEIGHTS``."""

    @property
    def weight(self) -> float:
        return WEIGHTS[self.rule]
