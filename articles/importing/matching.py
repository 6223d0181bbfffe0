"""Which article of the archive is which article of a page read again.

By shared lines first; where the text itself changed, by likeness of what is left. A page's own
articles are few, so every pair is looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..corrections import Ranges, Standing, lines_in
from ..pagefile.records import ParsedArticle
from .lines import likeness, pairs
from .records import KnownArticle

SAME_LINES = 0.5
"""Share of the smaller one's characters that two articles must have in common."""
SAME_TEXT = 0.45
"""Likeness from which two texts are one article in two readings."""


@dataclass(frozen=True, slots=True)
class OldArticle:
    """A known article with its lines in the numbering of the page's present text."""

    known: KnownArticle
    ranges: Ranges
    pinned: bool
    """An editor fixed its lines; the reader gives them back as one article."""
    corrections: tuple[Standing, ...] = ()

    def correction_of(self, name: str) -> Standing | None:
        return next((c for c in self.corrections if c.field == name), None)


class Weights:
    """Characters of each line, so that a long line counts for more than a short one."""

    def __init__(self, text: str):
        self._of = [0, *(len("".join(line.split())) for line in text.split("\n"))]

    def printed(self, ranges) -> frozenset[int]:
        """The non-blank lines of ranges."""
        return frozenset(n for n in lines_in(ranges) if n < len(self._of) and self._of[n])

    def sum(self, lines) -> int:
        return sum(self._of[line] for line in lines)


def match(
    olds: Sequence[OldArticle], parsed: Sequence[ParsedArticle], text: str, *, text_changed: bool
) -> dict[int, OldArticle]:
    """Index of a parsed article → the old article that it is."""
    weights = Weights(text)
    lines = [weights.printed(article.line_ranges) for article in parsed]
    found: dict[int, OldArticle] = {}
    for rank in (_pinned, _by_lines_of_shown, _by_lines_of_departed):
        _take(found, sorted(rank(_left(olds, found), lines, weights, found)))
    if text_changed:
        _take(found, sorted(_by_text(_left(olds, found), parsed, found)))
    return found


def absorbed_by(old: OldArticle, parsed: Sequence[ParsedArticle], text: str) -> int | None:
    """Index of the parsed article that holds most of an unmatched article's lines, if any does."""
    weights = Weights(text)
    mine = weights.printed(old.ranges)
    shares = [
        (weights.sum(mine & weights.printed(article.line_ranges)), -index)
        for index, article in enumerate(parsed)
    ]
    most, index = max(shares, default=(0, 0))
    return -index if mine and most >= SAME_LINES * weights.sum(mine) else None


def _left(olds: Sequence[OldArticle], found: dict) -> list[OldArticle]:
    taken = {old.known.pk for old in found.values()}
    return [old for old in olds if old.known.pk not in taken]


def _take(found: dict, ranked: list) -> None:
    """Best pairs first; each article once. ``ranked`` holds (-score, pk, index, old) tuples."""
    taken = {old.known.pk for old in found.values()}
    for _score, pk, index, old in ranked:
        if index not in found and pk not in taken:
            found[index] = old
            taken.add(pk)


def _pinned(olds, lines, weights, found) -> Iterator[tuple]:
    for old in olds:
        if old.pinned and (mine := weights.printed(old.ranges)) in lines:
            yield -1.0, old.known.pk, lines.index(mine), old


def _by_lines_of_shown(olds, lines, weights, found) -> Iterator[tuple]:
    return _by_lines([old for old in olds if old.known.is_shown], lines, weights, found)


def _by_lines_of_departed(olds, lines, weights, found) -> Iterator[tuple]:
    """Articles that a former reading had lost may come back under their own address."""
    return _by_lines([old for old in olds if not old.known.is_shown], lines, weights, found)


def _by_lines(olds, lines, weights, found) -> Iterator[tuple]:
    for old in olds:
        mine = weights.printed(old.ranges)
        for index, theirs in enumerate(lines):
            shared = weights.sum(mine & theirs)
            smaller = min(weights.sum(mine), weights.sum(theirs))
            if index not in found and shared and shared >= SAME_LINES * smaller:
                yield -shared / weights.sum(mine | theirs), old.known.pk, index, old


def _by_text(olds, parsed, found) -> Iterator[tuple]:
    for old in olds:
        mine = pairs(old.known.values.get("headline", "") + old.known.values.get("body", ""))
        for index, article in enumerate(parsed):
            if index not in found:
                alike = likeness(mine, pairs((article.headline or "") + article.body))
                if alike >= SAME_TEXT:
                    yield -alike, old.known.pk, index, old
