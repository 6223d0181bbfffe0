"""What each line of a page is, seen by itself and its neighbours.

One small rule per kind of line, asked in order; the first that answers decides, and a line of
which none knows the kind is a text's.
"""

from articles.pagefile.marking.artworks import artwork
from articles.pagefile.marking.authorlines import author, bracketed_author
from articles.pagefile.marking.blocks import (
    LIST_ENTRY,
    blocks_of,
    is_in_columns,
    is_of_entries,
    is_stanza,
)
from articles.pagefile.marking.captions import caption
from articles.pagefile.marking.creditlines import credit_line
from articles.pagefile.marking.decks import deck
from articles.pagefile.marking.headlines import (
    WIDEST_DATELINE,
    box_label,
    brief_head,
    heading,
    place,
)
from articles.pagefile.marking.notes import note
from articles.pagefile.marking.pointers import jump, lead_in
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Rule, Sheet
from articles.pagefile.marking.signatures import signature
from articles.pagefile.marking.signedtitles import title_and_author
from articles.pagefile.marking.swallowed import part_swallowed
from articles.pagefile.marking.textlines import item, speech, table
from articles.pagefile.records import Lexicon
from articles.pagefile.text.lines import Line
from articles.pagefile.text.wrapping import wrapped_runs

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
    # A title with a name behind it is neither alone; with a genre it is a work of art.
    artwork,
    title_and_author,
    signature,
    bracketed_author,
    # A role tells more of a name than where it stands.
    credit_line,
    author,
    # A caption ends in a credit; what is nothing else was a credit's line.
    caption,
    # A box's label may have the mark of a brief's head, and that an item's.
    box_label,
    brief_head,
    item,
    heading,
)
RULES_FOR_PARAGRAPHS: tuple[Rule, ...] = (table, jump, note, caption, item)
"""What a long line with a full stop in it may be beside a paragraph."""


def mark_lines(lines: list[Line], lexicon: Lexicon) -> list[Marked]:
    """Each line with its role; the lines above are marked before those below."""
    lines = part_swallowed(lines)
    sheet, wrapped = Sheet(lines, lexicon), wrapped_runs(lines)
    for first, last in blocks_of(lines):
        block = lines[first:last]
        if is_of_entries(block, sheet.speakers):
            if not LIST_ENTRY.match(block[0].folded):
                sheet.marked.append(_mark(block[0], sheet))
            _mark_rest(sheet, last, Role.ITEM)
        elif wrapped.keys().isdisjoint(range(first, last)) and _is_verse(block, sheet):
            _mark_rest(sheet, last, Role.VERSE)
        elif is_in_columns(block):
            _mark_rest(sheet, last, Role.ITEM)
        else:
            for at, line in enumerate(block, first):
                prose = at in wrapped
                mark = _wrapped_line(line, sheet, wrapped[at]) if prose else _mark(line, sheet)
                sheet.marked.append(mark)
    return sheet.marked


def _mark_rest(sheet: Sheet, last: int, role: str) -> None:
    """One role for the lines of a block from the line at hand on; who signs a list ends it."""
    lines = sheet.lines[sheet.at : last]
    sheet.marked += [Marked(line, role) for line in lines]
    listed = role is Role.ITEM and len(lines) > 1
    if listed and (signed := signature(lines[-1], sheet)):
        sheet.marked[-1] = signed


def _is_verse(block: list[Line], sheet: Sheet) -> bool:
    """A stanza, and no heads over a text that opens with a dateline."""
    if not is_stanza(block):
        return False
    last = sheet.at + len(block)
    opening = sheet.opening(sheet.lines[last]) if last < len(sheet.lines) else None
    return not (opening and opening.credits)


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
