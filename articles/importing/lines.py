"""Carrying line numbers from one text of a page to the next (a new OCR, a mended file)."""

from collections import Counter
from difflib import SequenceMatcher

from ..corrections import Ranges

ALIKE = 0.5
"""Dice coefficient of character pairs from which two lines are the same line read twice."""
LONGEST_PAGE = 2000
"""Printed lines; a longer text is compared line by line as it stands (hostile input)."""


def pairs(text: str) -> Counter:
    """The character pairs of a text without white space; a lone character counts as itself."""
    squeezed = "".join(text.split())
    if len(squeezed) < 2:
        return Counter([squeezed] if squeezed else [])
    return Counter(squeezed[i : i + 2] for i in range(len(squeezed) - 1))


def likeness(one: Counter, other: Counter) -> float:
    """0..1: the share of character pairs that two texts have in common (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


class LineMap:
    """Old line number → new line number, of non-blank lines; one without a counterpart is absent."""

    def __init__(self, old: str, new: str):
        old_lines, new_lines = _numbered(old), _numbered(new)
        self._new_of: dict[int, int] = {}
        self._printed = {number for number, _line in new_lines}
        if max(len(old_lines), len(new_lines)) > LONGEST_PAGE:
            self._pair(zip(old_lines, new_lines, strict=False))
            return
        matcher = SequenceMatcher(
            None, [line for _n, line in old_lines], [line for _n, line in new_lines], autojunk=False
        )
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                self._pair(zip(old_lines[a:b], new_lines[c:d], strict=True))
            elif tag == "replace":
                self._pair(_aligned(old_lines[a:b], new_lines[c:d]))

    def _pair(self, couples) -> None:
        for (old, old_line), (new, new_line) in couples:
            if old_line == new_line or likeness(pairs(old_line), pairs(new_line)) >= ALIKE:
                self._new_of[old] = new

    def carry(self, ranges: Ranges) -> Ranges:
        """The ranges in the new text, in the same reading order; lost lines are left out."""
        carried: Ranges = []
        for first, last in ranges:
            piece: Ranges = []
            for line in range(first, last + 1):
                if line in self._new_of:
                    self._extend(piece, self._new_of[line])
            carried += piece
        return carried

    def _extend(self, piece: Ranges, line: int) -> None:
        """Grow the last range over blank lines only."""
        if piece and not self._printed.intersection(range(piece[-1][1] + 1, line)):
            piece[-1][1] = line
        else:
            piece.append([line, line])


def _numbered(text: str) -> list[tuple[int, str]]:
    squeezed = ((n, " ".join(line.split())) for n, line in enumerate(text.split("\n"), 1))
    return [(number, line) for number, line in squeezed if line]


def _aligned(old: list[tuple[int, str]], new: list[tuple[int, str]]):
    """Couples of a replaced block, in order, chosen so that their likeness adds up to most."""
    alike = [[_score(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            joined = alike[i][j] and alike[i][j] + best[i + 1][j + 1]
            best[i][j] = max(joined, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _score(one: tuple[int, str], other: tuple[int, str]) -> float:
    alike = likeness(pairs(one[1]), pairs(other[1]))
    return alike if alike >= ALIKE else 0.0
