"""Notes (编者按, 上期提要): what the editors say of a text."""

import re

from articles.pagefile.marking.labels import bare
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import Line
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.labels import NOTE_LABELS, SUMMARY_LABELS

NOTE_MARK = re.compile(
    r"^[【\[(（]?(?:编者的话|编者按|編者按|开栏语|開欄語|编前话?|编者语|编者附[记言]|编后|按语)[】\])）]?\s*[:：]?\s*"
)
AFTERWORD = re.compile(r"[【\[(]?编(?:者附|后)")
"""What the editors add below a text."""
NOTE_HINT = re.compile(r"[【\[(\s]*[编开按上前内专嘉人作医]")
INTRODUCED = re.compile("(?:专家|嘉宾|人物|作者|医生)简介:")
"""``专家简介:江小舟,……`` between a headline and its text."""
WIDEST_ALONE = 6
"""A note that has no more on its line takes the paragraph below with it."""


def note(line: Line, sheet: Sheet) -> Marked | None:
    """``编者按``, ``编者按:…``, ``上期提要:…``: words about the text, not of it."""
    if not NOTE_HINT.match(line.folded):
        return None
    if INTRODUCED.match(line.folded) and not sheet.is_below_text():
        return Marked(line, Role.NOTE)
    first = bare(line.folded.partition(" ")[0].strip("()"))
    before, colon, _ = squeeze(line.folded).partition(":")
    label = bare(before.strip("()"))
    is_note = first in NOTE_LABELS or label in NOTE_LABELS
    return Marked(line, Role.NOTE) if is_note or (colon and label in SUMMARY_LABELS) else None


def mark_noted_texts(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """An 编者按 alone on its line takes the paragraph below with it."""
    result: list[Marked] = []
    for mark in marked:
        above = result[-1] if result else None
        alone = above and above.role is Role.NOTE and above.line.width <= WIDEST_ALONE
        if alone and mark.role is Role.BODY and not (mark.opening and mark.opening.credits):
            mark = Marked(mark.line, Role.NOTE)
        result.append(mark)
    return result
