"""Prose that was printed line by line: lines of one width, broken in the middle of words.

``　　荷花池畔的石凳上，每天清早坐着`` / ``七八位老人，一边打太极，一边说着`` / ``街坊的事。``: OCR that
keeps the print's lines gives a paragraph as many. A poem's lines are as short, but of many
widths, or each ends in a punctuation mark.
"""

from collections import Counter
from dataclasses import replace

from articles.pagefile.text.lines import Line

FEWEST_LINES = 4
SPACED = 5
"""With fewer than one blank line to so many lines a page has no blank lines between paragraphs."""
NARROWEST, WIDEST = 8, 40
STOPS = "。!?;,:、…”)》"


def part_paragraphs(lines: list[Line]) -> list[Line]:
    """On a page without blank lines each line is a paragraph, but for those of wrapped prose."""
    if SPACED * sum(1 for line in lines[1:] if line.gap) >= len(lines):
        return lines
    runs = wrapped_runs(lines)
    below = {at + 1 for at in runs if at + 1 in runs}
    return [
        line if at in below else replace(line, gap=max(1, line.gap))
        for at, line in enumerate(lines)
    ]


def wrapped_runs(lines: list[Line]) -> dict[int, bool]:
    """Index of each line of wrapped prose → whether it goes on in the line below."""
    found: dict[int, bool] = {}
    first = 0
    while first < len(lines):
        last = first + 1
        while last < len(lines) and not lines[last].gap and _narrow(lines[last]):
            last += 1
        if last - first >= FEWEST_LINES and _narrow(lines[first]):
            start = _beginning(lines, first, last)
            found |= _run(lines, start, last)
        first = last
    return found


def _narrow(line: Line) -> bool:
    return line.width <= WIDEST + 1 and "|" not in line.folded


def _beginning(lines: list[Line], first: int, last: int) -> int:
    """Heads over the text are no part of it: the run begins with the first indented line."""
    indented = [at for at in range(first, last) if lines[at].indented]
    return indented[0] if indented else first


def _run(lines: list[Line], first: int, last: int) -> dict[int, bool]:
    width = _column_width(lines[first:last])
    if width is None:
        return {}
    return {at: _goes_on(lines, at, last, width) for at in range(first, last)}


def _goes_on(lines: list[Line], at: int, last: int, width: int) -> bool:
    full = _printed_width(lines[at]) >= width - 1
    return full and at + 1 < last and not lines[at + 1].indented


def _printed_width(line: Line) -> int:
    return line.width + 2 * line.indented


def _column_width(run: list[Line]) -> int | None:
    """The width that most lines fill; None when the run is no wrapped prose."""
    if len(run) < FEWEST_LINES:
        return None
    width, _ = Counter(map(_printed_width, run)).most_common(1)[0]
    full = [line for line in run if abs(_printed_width(line) - width) <= 1]
    broken = [line for line in full if line.end[-1] not in STOPS]
    sentences = sum("。" in line.folded[:-1] or "," in line.folded[:-1] for line in run)
    filled = len(full) * 10 >= len(run) * 6 and NARROWEST <= width <= WIDEST
    return width if filled and len(broken) * 2 > len(full) and sentences * 3 > len(run) else None
