"""Decks (副题): what a dash or a mark of its own sets under a headline."""

import re
from collections import Counter
from dataclasses import replace

from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.people.authors import read_author_line
from articles.pagefile.text.dictionary import dictionary
from articles.pagefile.text.fold import fold, squeeze
from articles.pagefile.text.lines import Line
from articles.pagefile.text.seams import Continuity

DASHES = "—–―─━ー-一"
DECK_MARK = re.compile(
    r"^(?:[—–―─━ー-]\s?){1,4}(?=\S)|^一\s?一\s?(?=[^一二三四五六七八九十月日年个\s])"
)
"""``——``, as OCR has it too: one dash, or the figure one twice."""
WIDEST = 60


def deck(line: Line, sheet: Sheet) -> Marked | None:
    """``——1600名农民家门口当上“豆腐工人”``."""
    if line.folded[0] not in DASHES:
        return None
    match = DECK_MARK.match(line.folded)
    if not match or line.width > WIDEST or "。" in line.folded:
        return None
    above = sheet.role_above
    if signed := _signed(line, match.end(), above):
        return signed
    if sheet.within and _is_saying(sheet.above):
        return Marked(line, Role.BODY)
    sure = len(match[0].strip()) > 1 and match[0][0] != "一"
    if sure or (above in (Role.HEADING, Role.LABEL) and match[0].strip() != "-"):
        return Marked(line, Role.DECK, text=line.text[match.end() :])
    return None


def _is_saying(line: Line) -> bool:
    """``“修旧如旧只是第一步。”`` over ``——某村一位传承人``: what somebody said, and who."""
    return line.folded.startswith("“") and line.end.endswith("”")


def _signed(line: Line, begin: int, above: str | None) -> Marked | None:
    """``——易 丁`` below a text or its headline: who wrote it."""
    if above not in (Role.BODY, Role.VERSE, Role.HEADING):
        return None
    found = read_author_line(line.text[begin:].strip(), line.number)
    if not found:
        return None
    if above is not Role.HEADING:
        return Marked(line, Role.CREDIT, tuple(found))
    alone = len(found) == 1 and squeeze(line.folded[begin:]) == fold(found[0].name)
    is_word = fold(found[0].name) in dictionary()
    return Marked(line, Role.AUTHOR, tuple(found)) if alone and not is_word else None


def mark_lone_decks(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """``◎ 一位乡村教师的三十年`` below a headline, where no other heading has that mark."""
    result = list(marked)
    bullets = Counter(m.line.folded[0] for m in marked if m.role is Role.BRIEF_HEAD)
    for index in range(1, len(marked)):
        mark = marked[index]
        below_headline = mark.role is Role.BRIEF_HEAD and marked[index - 1].role is Role.HEADING
        if below_headline and bullets[mark.line.folded[0]] == 1:
            result[index] = replace(mark, role=Role.DECK)
    return result
