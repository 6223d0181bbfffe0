"""Headings that OCR ran together with the first line of their text, parted again.

``不施化肥　不打农药　　本报讯（记者　尹　冰）……`` · ``■ 某区办起夜校 三十七名学员…… (易 丁)`` ·
``井边的石头  易 丁 那口井在……`` (all invented). Both parts keep the line's number.
"""

import re
from collections.abc import Iterator

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.people.datelines import read_opening
from articles.pagefile.people.names import HAN, SPACED_NAME, is_name
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import BULLET, Line, part_of
from articles.pagefile.text.wrapping import WIDEST

FARTHEST = 80
"""Characters in which a swallowed heading ends."""
NARROWEST_TEXT = 24
"""Characters of a text that may have swallowed something."""
BEFORE_DATELINE = re.compile(r"\s+(?=\S{2,14}[讯电]\s*[(〔])")
TITLE_AND_AUTHOR = re.compile(
    rf"(?P<title>[^\s,。;:!?、]{{3,18}})\s+(?P<author>{SPACED_NAME})\s+(?=[{HAN}“])"
)
"""The author spaced out, as under a headline of its own line."""
ASKS = re.compile("[问答]:")
"""``醴陵读者 江 舟 问:……``"""
OF_TEXTS = "(?:信箱|[时短快微点述]评|评论|随感|杂[谈感]|随笔|札记|手记|论坛|茶座|夜话|说法|问答|连载|来信|一议)"
"""What columns of letters and opinions are called."""
LABEL_FIRST = re.compile(f"[{HAN}]{{2,6}}{OF_TEXTS}(?= [^ ]{{5}})")
LABEL_LAST = re.compile(f" (?=[{HAN}]{{1,4}}{OF_TEXTS}$)")
AFTER_BULLET = re.compile(r"(?<=[^\s,。;:!?]{2})\s+(?=\S{4})")


def part_swallowed(lines: list[Line]) -> list[Line]:
    """The lines of a page, headings and texts on one line as two."""
    bullets = {line.folded[0] for line in lines if _is_bulleted_heading(line)}
    return [part for line in lines for part in _parts(line, bullets)]


def _parts(line: Line, bullets: set[str]) -> Iterator[Line]:
    ends = _ends_of_heads(line, bullets) if line.width > NARROWEST_TEXT else []
    ends = ends or _end_of_label(line)
    starts = [0, *ends]
    for first, last in zip(starts, [*ends, None], strict=True):
        yield part_of(line, first, last) if ends else line


def _ends_of_heads(line: Line, bullets: set[str]) -> list[int]:
    """Where the swallowed headings of a line end, in its folded text."""
    text = line.folded
    if text[0] in bullets:
        return _end_of_bulleted(line)
    if "讯" in text[:FARTHEST] or "电" in text[:FARTHEST]:
        return [] if read_opening(line.text, line.number).start else _end_before_dateline(line)
    if " " in text[:FARTHEST]:
        match = TITLE_AND_AUTHOR.match(text)
        if match and ASKS.match(text, match.end()):
            return []
        if match and is_name(squeeze(match["author"])) and _is_head(line, match.end("title")):
            return [match.end("title"), match.end("author")]
    return []


def _end_of_label(line: Line) -> list[int]:
    """``法律信箱 厂里欠的集资款能不能要``: a column's label before a headline, or behind it."""
    if line.width > WIDEST or " " not in line.folded:
        return []
    match = LABEL_FIRST.match(line.folded)
    last = None if match else LABEL_LAST.search(line.folded, 8)
    if not (match or last) or not looks_like_heading(line):
        return []
    return [match.end() if match else last.start()]


def _end_before_dateline(line: Line) -> list[int]:
    for match in BEFORE_DATELINE.finditer(line.folded[:FARTHEST]):
        opening = read_opening(line.text[match.end() :], line.number)
        if opening.credits and _is_head(line, match.start()):
            return [match.start()]
    return []


def _end_of_bulleted(line: Line) -> list[int]:
    match = AFTER_BULLET.search(line.folded[:FARTHEST], BULLET.match(line.folded).end() + 1)
    if match and "。" in line.end and _is_head(line, match.start()):
        return [match.start()]
    return []


def _is_head(line: Line, end: int) -> bool:
    return end > 0 and looks_like_heading(part_of(line, 0, end))


def _is_bulleted_heading(line: Line) -> bool:
    """``■ 某区办起夜校`` alone on its line."""
    return (
        line.width <= WIDEST
        and bool(BULLET.match(line.folded))
        and line.folded[0] not in "-*"
        and looks_like_heading(line)
    )
