"""Passages that stand on a page twice, a misread character here and there.

``种下去以前就写在纸上了`` and ``种下去以前就写在纸土了`` are one passage. A passage is looked for
where clauses begin and end, and widened as far as both texts agree.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

CLAUSE = re.compile(r"[^,。;:!?\s“”‘’()《》]+")
SEED = 8
"""Characters at a clause's beginning or end that must agree."""
OCCURRENCES = 6
BEHIND = 3
"""So many characters must agree again behind one that was misread."""
ONE_IN = 12
"""No more than one character in so many may be misread."""


class Repeat(NamedTuple):
    """An equal passage: text, position, later text, position, length."""

    one: int
    first: int
    two: int
    start: int
    length: int


def find_repeats(texts: list[str]) -> Iterator[Repeat]:
    """Each pair of equal passages once, the longest there is."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    reached: dict[tuple[int, int, int], int] = {}
    for two, text in enumerate(texts):
        for start in _seeds(text):
            known = places[text[start : start + SEED]]
            for one, first in known:
                diagonal = (one, two, start - first)
                overlap = one == two and start - first < SEED
                if reached.get(diagonal, -1) <= start and not overlap:
                    found = _widened(texts, one, first, two, start)
                    reached[diagonal] = found.start + found.length
                    yield found
            if len(known) < OCCURRENCES:
                known.append((two, start))


def _seeds(text: str) -> Iterator[int]:
    """Where clauses begin, and so far before their ends."""
    last = len(text) - SEED
    for match in CLAUSE.finditer(text):
        begin, end = match.start(), match.end() - SEED
        if begin <= last:
            yield begin
        if begin != end >= 0:
            yield end


def _widened(texts: list[str], one: int, first: int, two: int, start: int) -> Repeat:
    left, right = texts[one], texts[two]
    apart = start - first if one == two else len(left)
    ahead = min(len(left) - first, len(right) - start, apart) - SEED
    length = SEED + _agree(left, first + SEED, right, start + SEED, 1, ahead)
    back = min(first, start, apart - length)
    back = _agree(left, first - 1, right, start - 1, -1, back)
    return Repeat(one, first - back, two, start - back, length + back)


def _agree(left: str, first: int, right: str, start: int, step: int, most: int) -> int:
    """How many characters agree from two places on, but for single misread ones."""
    misread = 0
    for at in range(most):
        if left[first + step * at] == right[start + step * at]:
            continue
        behind = range(at + 1, at + 1 + BEHIND)
        again = behind[-1] < most and all(
            left[first + step * n] == right[start + step * n] for n in behind
        )
        if not again or misread > at // ONE_IN:
            return at
        misread += 1
    return max(0, most)
