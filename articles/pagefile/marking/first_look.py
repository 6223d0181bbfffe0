"""What each line of a page is, seen by itself and its neighbours.

One small function per kind of line, asked in order; the first that says yes decides. Each is
asked of ``(sheet, line, index, within)``: the page so far, the line and its place on the sheet,
and whether it follows another without a blank line.
"""

import re

from articles.pagefile.marking.headinglike import CLOCK
from articles.pagefile.marking.headlines import DECK_MARK, brief_head, deck, heading, note, place
from articles.pagefile.marking.pointers import ONLY_REFERENCE, PAGE_REFERENCE, jump, lead_in
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.marking.signedlines import (
    artwork,
    author,
    caption,
    credits,
    signature,
    title_and_author,
)
from articles.pagefile.marking.swallowed import part_swallowed
from articles.pagefile.marking.textlines import item, speech, table
from articles.pagefile.records import Lexicon
from articles.pagefile.text.lines import BULLET, NUMBERED, Line
from articles.pagefile.text.wrapping import wrapped_runs

IN_COLUMNS = re.compile(r"^第[一二三四五六七八九十]{1,2}名|\S {2,}\S|(?<!\d)\d{1,2}:\d\d(?!\d)")
FEWEST_LISTED, FEWEST_ENTRIES = 3, 2
ENTRY = re.compile(rf"{NUMBERED.pattern}|(?P<of>[^\s:]{{2,6}}):(?=\S)")
"""``一、先点火,后开气;``, ``时间:周末。``: no verse begins like that."""
WIDEST_VERSE = 24
WIDEST_MARK = 60
"""Wider lines with a full stop are no heading, byline or label."""
RULES = (table, jump, deck, place, note, lead_in, speech, artwork, title_and_author)
RULES += (signature, credits, author, caption, brief_head, item, heading)
RULES_FOR_PARAGRAPHS = (table, jump, note, caption, item)
"""What a long line with a full stop in it may be beside a paragraph."""


def mark_lines(lines: list[Line], lexicon: Lexicon) -> list[Marked]:
    """Each line with its role; the lines above are marked before those below."""
    lines = part_swallowed(lines)
    sheet, wrapped = Sheet(lines, lexicon), wrapped_runs(lines)
    for first, last in _blocks(lines):
        if _is_of_entries(sheet, lines[first:last]):
            titled = not ENTRY.match(lines[first].folded)
            sheet.marked += [_mark(sheet, first, False)] if titled else []
            sheet.marked += [Marked(line, Role.ITEM) for line in lines[first + titled : last]]
            continue
        if wrapped.keys().isdisjoint(range(first, last)) and _is_verse(sheet, first, last):
            sheet.marked += [Marked(line, Role.VERSE) for line in lines[first:last]]
            continue
        if _is_list(sheet, first, last):
            sheet.marked += [Marked(line, Role.ITEM) for line in lines[first:last]]
            continue
        for index in range(first, last):
            if index in wrapped:
                sheet.marked.append(_wrapped_line(sheet, lines[index], wrapped[index]))
            else:
                sheet.marked.append(_mark(sheet, index, index > first))
    return sheet.marked


def _blocks(lines: list[Line]):
    """Index ranges of lines without a blank line between."""
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap:
            yield first, index
            first = index


def _is_of_entries(sheet: Sheet, block: list[Line]) -> bool:
    """Short entries, line under line, perhaps with their title: no verses and no talk."""
    if len(block) <= FEWEST_ENTRIES or any(line.width > WIDEST_VERSE for line in block):
        return False
    entries = [match for line in block[1:] if (match := ENTRY.match(line.folded))]
    talks = any(match["of"] in sheet.speakers for match in entries if match["of"])
    return not talks and len(entries) >= max(FEWEST_ENTRIES, (len(block) - 1) / 2)


def _is_verse(sheet: Sheet, first: int, last: int) -> bool:
    """A stanza or a list of names: three or more short lines that stand together."""
    block = sheet.lines[first:last]
    below = sheet.lines[last] if last < len(sheet.lines) else None
    if below and (opening := sheet.opening(below)) and opening.credits:
        return False
    if len(block) < 3 or any(line.width > WIDEST_VERSE for line in block):
        return False
    if any(BULLET.match(line.folded) or "|" in line.folded for line in block):
        return False
    if any(CLOCK.search(line.folded) or DECK_MARK.match(line.folded) for line in block):
        return False
    if any(line.folded.endswith(":") or ONLY_REFERENCE.match(line.folded) for line in block):
        return False
    return not any(PAGE_REFERENCE.search(line.folded) for line in block) and not any(
        credits(sheet, line, 0, within=True) for line in block
    )


def _is_list(sheet: Sheet, first: int, last: int) -> bool:
    """Results, prices, programmes: lines in columns (``鲜鱼一点四  鸡蛋一点一``), or by rank."""
    block = sheet.lines[first:last]
    if len(block) < FEWEST_LISTED or any(line.width > WIDEST_MARK for line in block):
        return False
    listed = sum(bool(IN_COLUMNS.search(line.folded)) for line in block)
    return listed * 2 > len(block) and not any(
        credits(sheet, line, 0, within=True) for line in block[:-1]
    )


def _wrapped_line(sheet: Sheet, line: Line, goes_on: bool) -> Marked:
    """A line of prose that the print broke, with what may open or close it."""
    opening, signature = sheet.opening(line), sheet.signature(line)
    return Marked(line, Role.BODY, (), opening, signature=signature, goes_on=goes_on)


def _mark(sheet: Sheet, index: int, within: bool) -> Marked:
    """The role of one line; ``within``: it follows another without a blank line."""
    line = sheet.lines[index]
    opening = sheet.opening(line)
    if not (opening and (opening.credits or line.width > 30)):
        plain = line.width > WIDEST_MARK and "。" in line.folded
        for rule in RULES_FOR_PARAGRAPHS if plain else RULES:
            found = rule(sheet, line, index, within)
            if found is not None:
                return found
    return Marked(line, Role.BODY, opening=opening, signature=sheet.signature(line))
