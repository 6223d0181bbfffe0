"""Which characters stand behind each other, and which hardly ever do.

Counted over the text that ``beginnings`` was counted over (see docs/dependencies.md). Each line of
``words/pairs.txt`` has a character, how common it is, and behind it the characters that follow it
in six columns: from an eighth as often as by chance to twenty times as often. Only what was seen
three times is kept; a pair of common characters that is missing tells as much as one that stands
there. All digits are ``0``.
"""

from functools import cache, lru_cache
from importlib import resources
from math import exp, log

CLASSES = (-2, -1, 0, 1, 2, 3)
"""What the columns stand for: by how many powers of e more often than by chance."""
TEXT = 1_845_000
"""Characters that were counted."""
STEP = 1.5
UNSEEN, LEAST = 0.3, -2.5


@cache
def _table() -> dict[str, tuple[int, list[str]]]:
    """Character → its commonness and what follows it, by class; read once."""
    path = resources.files("articles.pagefile").joinpath("words/pairs.txt")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: (int(row[1]), row[2:]) for row in rows}


@lru_cache(maxsize=1 << 14)
def follows(left: str, right: str) -> float:
    """Above 0: the second character stands behind the first more often than by chance."""
    left, right = ("0" if c.isdigit() else c for c in (left, right))
    table = _table()
    common, columns = table.get(left, (0, []))
    for value, column in zip(CLASSES, columns, strict=False):
        if right in column:
            return float(value)
    by_chance = exp((common + table.get(right, (0, []))[0]) / STEP) / TEXT
    return max(LEAST, -UNSEEN - log(by_chance + 1))
