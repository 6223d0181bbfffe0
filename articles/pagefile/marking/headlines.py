"""Lines that stand over a text: headings, labels, counties."""

import re

from articles.pagefile.marking.creditlines import is_credit
from articles.pagefile.marking.headinglike import DATE_AT_END, LONGEST_HEADING, looks_like_heading
from articles.pagefile.marking.labels import (
    LONGEST_LABEL,
    bare,
    is_label,
    is_notice_title,
    is_place,
    shown,
)
from articles.pagefile.marking.mistaken import is_inside
from articles.pagefile.marking.roles import HEADS, Marked, Role, is_open
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.people.authors import read_author_line
from articles.pagefile.people.credits import read_credits
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import BULLET, Line
from articles.pagefile.words.labels import BOX_LABELS, PICTURE_LABELS

WIDEST_PLACE, WIDEST_NOTICE_TITLE = 16, 12
"""A county and its town, ``醴陵市东富镇某某社区:``."""
PLACED = re.compile(r"^【[\u4e00-\u9fff]{2,6}】(?=\S{4})")
"""News of the counties, each with its place before the heading."""
LOST = re.compile("遗失.*作废|声明作废")
"""``△ 易丁遗失身份证,声明作废``: an item of a list."""
OF_PICTURE = re.compile("摄$|供图$")
"""Who made a picture opens no text."""
WIDEST_BYLINE, WIDEST_DATELINE = 60, 30
"""A dateline with no more behind it may be anything; with more it opens a text."""
MOST_HEADS = 5
"""Column, kicker, headline and deck over a byline are no more lines than this."""


def place(line: Line, sheet: Sheet) -> Marked | None:
    """``芦淞区:``, ``醴陵市东富镇:`` alone on a line: the county over its news."""
    if not sheet.within and line.width <= WIDEST_PLACE and is_place(line.folded, sheet.lexicon):
        return Marked(line, Role.PLACE)
    return None


def box_label(line: Line, sheet: Sheet) -> Marked | None:
    """``◆ 相关链接``: a box, though its label has the mark of a brief's head."""
    is_one = BULLET.match(line.folded) and bare(line.folded) in BOX_LABELS
    return Marked(line, Role.LABEL, text=shown(line.text)) if is_one else None


def brief_head(line: Line, sheet: Sheet) -> Marked | None:
    """``■ 芦淞市场群开通夜班车`` over its text; ``■书讯 《洣江笔记》出版``; ``【攸县】红薯粉条开晒``."""
    if (sheet.within and sheet.role_above is not Role.LABEL) or line.folded[0] in "-*·":
        return None
    placed, match = PLACED.match(line.folded), BULLET.match(line.folded)
    if not (placed or match) or not looks_like_heading(line):
        return None
    if placed:
        return Marked(line, Role.BRIEF_HEAD)
    if LOST.search(line.folded) or _is_torn_item(line, sheet.below):
        return None
    return Marked(line, Role.BRIEF_HEAD, text=line.text[match.end() :])


def _is_torn_item(line: Line, below: Line | None) -> bool:
    """``△ 某人遗失道路运输证,证`` / ``号43020,声明作废``: the text goes on in a shorter line."""
    return bool(below and not below.gap and below.width <= line.width)


def heading(line: Line, sheet: Sheet) -> Marked | None:
    """``河西菜场换新颜``, and over it the label ``株洲时评``.

    Told by their look, or where a byline or a dateline stands right below. Line under line with
    a text only the title of the next notice (``拍卖公告``) is one; the rest goes on with the text.
    """
    bracketed = line.folded.startswith("【") and line.folded.endswith("】")
    word = bare(line.folded)
    if bracketed and (word in PICTURE_LABELS or word.endswith("讯")):
        return Marked(line, Role.LABEL)
    label = line.width <= LONGEST_LABEL and not bracketed and is_label(line.folded)
    if _over_opening(line, sheet):
        return Marked(line, Role.LABEL if label else Role.HEADING)
    if (
        sheet.within
        and line.width <= WIDEST_NOTICE_TITLE
        and _is_end(sheet.above)
        and is_notice_title(line.folded)
    ):
        return Marked(line, Role.HEADING)
    if not label and not bracketed and not looks_like_heading(line):
        over = _over_dateline(line, sheet) or _between_label_and_byline(line, sheet)
        return Marked(line, Role.HEADING) if over else None
    if sheet.within and sheet.role_above not in HEADS - {Role.BRIEF_HEAD}:
        return None
    return Marked(line, Role.LABEL if label else Role.HEADING)


def _over_dateline(line: Line, sheet: Sheet) -> bool:
    """A short line alone, above it whole sentences and below it a dateline with its bylines."""
    below = sheet.below
    opening = sheet.opening(below) if below and below.gap and line.gap else None
    if not opening or not opening.credits or line.width > LONGEST_HEADING or sheet.opening(line):
        return False
    whole = line.end[-1] not in "。,、;:" and not is_inside(line)
    return whole and (sheet.above is None or not is_open(sheet.above.end))


def _between_label_and_byline(line: Line, sheet: Sheet) -> bool:
    """``案例追踪`` / ``六千元的健身卡,退了`` / ``本报记者 江一舟``: a headline like a sentence."""
    if sheet.role_above is not Role.LABEL or sheet.below is None or not sheet.below.gap:
        return False
    return bool(line.gap) and _may_stand_over(line) and _opens_text(sheet.below, sheet)


def _is_end(line: Line) -> bool:
    """Whether a line closes a text: a whole sentence, or the day under a notice."""
    return not is_open(line.end) or bool(DATE_AT_END.search(line.end))


def _over_opening(line: Line, sheet: Sheet) -> bool:
    """Whether short lines lead from here without a gap to a byline or a dateline.

    ``孩子的书包轻了`` / ``本报记者 尹 冰`` / ``开学第一天,……``, printed line under line: whatever
    stands there is a headline, however much it sounds like a text.
    """
    if sheet.at in sheet.heads_over_openings:
        return True
    if sheet.within and is_open(sheet.above.end) and sheet.role_above not in HEADS:
        return False
    if sheet.below is None or sheet.below.gap or not _may_stand_over(line):
        return False
    for at in range(sheet.at + 1, min(sheet.at + MOST_HEADS, len(sheet.lines))):
        below = sheet.lines[at]
        if below.gap:
            return False
        if _opens_text(below, sheet):
            sheet.heads_over_openings.update(range(sheet.at, at))
            return True
        if not _may_stand_over(below):
            return False
    return False


def _may_stand_over(line: Line) -> bool:
    """Whether a line is short and whole enough for the heads of a text."""
    short = line.width <= LONGEST_HEADING and line.end[-1] not in "。;:,"
    return short and not BULLET.match(line.folded)


def _opens_text(line: Line, sheet: Sheet) -> bool:
    """A byline, an author's unit and name, or a dateline with its bylines."""
    opening = sheet.opening(line)
    if opening:
        return bool(opening.credits) or line.width > WIDEST_DATELINE
    if line.width > WIDEST_BYLINE or "。" in line.folded:
        return False
    credits = read_credits(line.text, line.number)
    if credits is not None and is_credit(line, credits):
        return not OF_PICTURE.search(squeeze(line.folded))
    return bool(read_author_line(line.text, line.number))
