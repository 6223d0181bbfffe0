"""What each line of a page is, seen by itself and its neighbours.

One small rule per kind of line, asked in order; the first that answers decides, and a line of
which none knows the kind is a text's.
"""

import re
from collections.abc import Iterable, Iterator

from articles.pagefile.marking.artworks import artwork
from articles.pagefile.marking.authorlines import author, bracketed_author
from articles.pagefile.marking.captions import caption
from articles.pagefile.marking.creditlines import credit_line, read_credit_line
from articles.pagefile.marking.decks import DECK_MARK, deck
from articles.pagefile.marking.headinglike import CLOCK
from articles.pagefile.marking.headlines import box_label, brief_head, heading, place
from articles.pagefile.marking.notes import note
from articles.pagefile.marking.pointers import ONLY_REFERENCE, PAGE_REFERENCE, jump, lead_in
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Rule, Sheet
from articles.pagefile.marking.signatures import signature
from articles.pagefile.marking.signedtitles import title_and_author
from articles.pagefile.marking.swallowed import part_swallowed
from articles.pagefile.marking.textlines import item, speech, table
from articles.pagefile.records import Lexicon
from articles.pagefile.text.lines import BULLET, NUMBERED, Line
from articles.pagefile.text.wrapping import wrapped_runs

IN_COLUMNS = re.compile(r"^第[一二三四五六七八九十]{1,2}名|\S {2,}\S|(?<!\d)\d{1,2}:\d\d(?!\d)")
FEWEST_LISTED, FEWEST_ENTRIES, FEWEST_VERSES = 3, 2, 3
ENTRY = re.compile(rf"{NUMBERED.pattern}|(?P<of>[^\s:]{{2,6}}):(?=\S)")
"""``一、先点火,后开气;``, ``时间:周末。``: no verse begins like that."""
WIDEST_ENTRY = WIDEST_VERSE = 24
WIDEST_DATELINE = 30
"""A dateline with no more behind it may be anything; with more it opens a text."""
WIDEST_MARK = 60
"""Wider lines with a full stop are no heading, byline or label."""
RULES: tuple[Rule, ...] = (
    table,
    jump,
    deck,
    place,
    note,
    lead_in,
    speech,
    artwork,
    title_and_author,
)
RULES += (signature, bracketed_author, credit_line, author, caption)
RULES += (box_label, brief_head, item, heading)
RULES_FOR_PARAGRAPHS: tuple[Rule, ...] = (table, jump, note, caption, item)
"""What a long line with a full stop in it may be beside a paragraph."""


def mark_lines(lines: list[Line], lexicon: Lexicon) -> list[Marked]:
    """Each line with its role; the lines above are marked before those below."""
    lines = part_swallowed(lines)
    sheet, wrapped = Sheet(lines, lexicon), wrapped_runs(lines)
    for first, last in _blocks(lines):
        block = lines[first:last]
        if _is_of_entries(block, sheet.speakers):
            if not ENTRY.match(block[0].folded):
                sheet.marked.append(_mark(block[0], sheet))
            _mark_rest(sheet, last, Role.ITEM)
        elif wrapped.keys().isdisjoint(range(first, last)) and _is_verse(sheet, first, last):
            _mark_rest(sheet, last, Role.VERSE)
        elif _is_list(block):
            _mark_rest(sheet, last, Role.ITEM)
        else:
            for at, line in enumerate(block, first):
                prose = at in wrapped
                mark = _wrapped_line(line, sheet, wrapped[at]) if prose else _mark(line, sheet)
                sheet.marked.append(mark)
    return sheet.marked


def _mark_rest(sheet: Sheet, last: int, role: str) -> None:
    """One role for the lines of a block from the line at hand on."""
    sheet.marked += [Marked(line, role) for line in sheet.lines[sheet.at : last]]


def _blocks(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Index ranges of lines without a blank line between."""
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap:
            yield first, index
            first = index


def _is_of_entries(block: list[Line], speakers: frozenset[str]) -> bool:
    """Short entries, line under line, perhaps with their title: no verses and no talk."""
    if len(block) <= FEWEST_ENTRIES or any(line.width > WIDEST_ENTRY for line in block):
        return False
    entries = [match for line in block[1:] if (match := ENTRY.match(line.folded))]
    talks = any(match["of"] in speakers for match in entries if match["of"])
    return not talks and len(entries) >= max(FEWEST_ENTRIES, (len(block) - 1) / 2)


def _is_verse(sheet: Sheet, first: int, last: int) -> bool:
    """A stanza or a list of names: three or more short lines that stand together."""
    block = sheet.lines[first:last]
    below = sheet.lines[last] if last < len(sheet.lines) else None
    if below and (opening := sheet.opening(below)) and opening.credits:
        return False
    if len(block) < FEWEST_VERSES or any(line.width > WIDEST_VERSE for line in block):
        return False
    return not any(_is_no_verse(line.folded) for line in block) and not _has_credits(block)


def _is_no_verse(folded: str) -> bool:
    """An item, a table's row, an hour, a deck, a title of what follows, a page reference."""
    return bool(
        BULLET.match(folded)
        or "|" in folded
        or CLOCK.search(folded)
        or DECK_MARK.match(folded)
        or folded.endswith(":")
        or ONLY_REFERENCE.match(folded)
        or PAGE_REFERENCE.search(folded)
    )


def _has_credits(block: Iterable[Line]) -> bool:
    return any(read_credit_line(line) is not None for line in block)


def _is_list(block: list[Line]) -> bool:
    """Results, prices, programmes: lines in columns (``鲜鱼一点四  鸡蛋一点一``), or by rank."""
    if len(block) < FEWEST_LISTED or any(line.width > WIDEST_MARK for line in block):
        return False
    listed = sum(bool(IN_COLUMNS.search(line.folded)) for line in block)
    return listed * 2 > len(block) and not _has_credits(block[:-1])


def _wrapped_line(line: Line, sheet: Sheet, goes_on: bool) -> Marked:
    """A line of prose that the print broke, with what may open or close it."""
    opening, signature = sheet.opening(line), sheet.signature(line)
    return Marked(line, Role.BODY, (), opening, signature=signature, goes_on=goes_on)


def _mark(line: Line, sheet: Sheet) -> Marked:
    """The role of the line at hand."""
    opening = sheet.opening(line)
    if not (opening and (opening.credits or line.width > WIDEST_DATELINE)):
        plain = line.width > WIDEST_MARK and "。" in line.folded
        for rule in RULES_FOR_PARAGRAPHS if plain else RULES:
            found = rule(line, sheet)
            if found is not None:
                return found
    return Marked(line, Role.BODY, opening=opening, signature=sheet.signature(line))
