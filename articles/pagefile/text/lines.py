"""A page as its non-blank lines, each with its number and the gap above it."""

import re
from dataclasses import dataclass

from articles.pagefile.text.fold import fold

MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s+)|\*\*|__(?=\S)|(?<=\S)__|</?(?:b|i|u|br|p)/?>")
"""Left-overs of an OCR that writes markdown: ``# 标题``, ``**诚聘**``."""
BULLET = re.compile(r"^[●■◆○▲△★☆◇□•·▶►※◎]\s*|^[-*]\s+(?=\S)")
NUMBERED = re.compile(r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|[(]?\d{1,2}[)、.](?!\d)|[①-⑳])")
"""What items of a list open with."""
MARKDOWN_HINT = re.compile(r"[#>*_<]")
WHITE = " \t\u3000\u00a0\ufeff\r\f\v\u200b"
INDENT = ("\u3000\u3000", "    ")
PICTURE_GAP = 3
"""A dropped picture leaves at least so many blank lines."""
EDGE = 300
"""Rules look at this many characters of a line's ends; no heading or byline is longer."""


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of the page."""

    number: int
    text: str
    """Without outer white space and markdown left-overs; the page's spelling."""
    folded: str
    """``fold`` of the text's first ``EDGE`` characters."""
    end: str
    """``fold`` of the text's last ``EDGE`` characters."""
    gap: int
    """Blank lines above; the first line of a page has at least one."""
    width: int
    """Characters without white space."""
    indented: bool = False
    """Whether two full-width spaces or more open it, as they open a printed paragraph."""

    @property
    def is_long(self) -> bool:
        return len(self.text) > EDGE

    @property
    def after_picture(self) -> bool:
        return self.gap >= PICTURE_GAP


def read_lines(text: str) -> list[Line]:
    """The non-blank lines of a page (``str.strip`` says what is blank)."""
    lines, gap = [], 1
    for number, raw in enumerate(text.split("\n"), 1):
        bare = raw.strip()
        if not bare:
            gap += 1
            continue
        clean = bare.strip(WHITE)
        if MARKDOWN_HINT.search(clean):
            clean = MARKDOWN.sub("", clean).strip(WHITE)
        lines.append(_line(number, clean or bare, gap, raw.startswith(INDENT)))
        gap = 0
    return lines


def _line(number: int, text: str, gap: int, indented: bool) -> Line:
    width = len(text) if len(text) > EDGE else len(text) - text.count(" ") - text.count("\u3000")
    folded = fold(text[:EDGE])
    end = folded if len(text) <= EDGE else fold(text[-EDGE:])
    return Line(number, text, folded, end, gap, width, indented)


def part_of(line: Line, first: int, last: int | None) -> Line:
    """The characters of a line from ``first`` to ``last`` as a line of the same number."""
    opens = first == 0
    gap, indented = (line.gap, line.indented) if opens else (0, False)
    return _line(line.number, line.text[first:last].strip(WHITE), gap, indented)
