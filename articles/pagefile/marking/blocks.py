"""Blocks: lines without a blank line between, where only all of them tell what each is."""

import re
from collections.abc import Iterable, Iterator

from articles.pagefile.marking.creditlines import read_credit_line
from articles.pagefile.marking.decks import DECK_MARK
from articles.pagefile.marking.headinglike import CLOCK
from articles.pagefile.marking.pointers import ONLY_REFERENCE, PAGE_REFERENCE
from articles.pagefile.text.lines import BULLET, NUMBERED, Line

IN_COLUMNS = re.compile(r"^第[一二三四五六七八九十]{1,2}名|\S {2,}\S|(?<!\d)\d{1,2}:\d\d(?!\d)")
LIST_ENTRY = re.compile(rf"{NUMBERED.pattern}|(?P<of>[^\s:]{{2,6}}):(?=\S)")
"""``一、先点火,后开气;``, ``时间:周末。``: no verse begins like that."""
FEWEST_LIST_ENTRIES, FEWEST_VERSES, FEWEST_IN_COLUMNS = 2, 3, 3
WIDEST_IN_BLOCK, WIDEST_IN_COLUMNS = 24, 60


def blocks_of(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Index ranges of lines without a blank line between."""
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap:
            yield first, index
            first = index


def is_of_entries(block: list[Line], speakers: frozenset[str]) -> bool:
    """Short entries of a list, line under line, perhaps with their title: no verses and no talk."""
    if len(block) <= FEWEST_LIST_ENTRIES or any(line.width > WIDEST_IN_BLOCK for line in block):
        return False
    found = [match for line in block[1:] if (match := LIST_ENTRY.match(line.folded))]
    talks = any(match["of"] in speakers for match in found if match["of"])
    return not talks and len(found) >= max(FEWEST_LIST_ENTRIES, (len(block) - 1) / 2)


def is_stanza(block: list[Line]) -> bool:
    """A stanza or a list of names: three or more short lines that stand together."""
    if len(block) < FEWEST_VERSES or any(line.width > WIDEST_IN_BLOCK for line in block):
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


def is_in_columns(block: list[Line]) -> bool:
    """Results, prices, programmes: lines in columns (``鲜鱼一点四  鸡蛋一点一``), or by rank."""
    if len(block) < FEWEST_IN_COLUMNS or any(line.width > WIDEST_IN_COLUMNS for line in block):
        return False
    listed = sum(bool(IN_COLUMNS.search(line.folded)) for line in block)
    return listed * 2 > len(block) and not _has_credits(block[:-1])
