"""Lines of a text that are no plain paragraphs: tables, items of a list, speech."""

import re

from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.marking.speakers import SPEAKER
from articles.pagefile.text.lines import BULLET, NUMBERED, Line

RULE = re.compile(r"[-:| ]+")
"""``-----|-----|`` under the heads of a table."""
RANK, FEWEST_RANKS = re.compile(r"(?:^|[\s:])\d{1,2}[.、](?=[^\d\s])"), 3
"""A place in a ranking, and how many make one."""
ITEM_HINT = re.compile("[●■◆○▲△★☆◇□•·▶►※◎*(一二三四五六七八九十①-⑳\\d-]")
WIDEST_HEADING = 24
"""A numbered line alone is an item where it is wider, else it may be a subhead."""


def table(line: Line, sheet: Sheet) -> Marked | None:
    """``| 电工 | 3 | 持证上岗 |``, ``- | 品名 | 原价 |``."""
    if line.folded[0] not in "|-" or line.folded.count("|") < 2:
        return None
    is_row = line.folded.startswith(("|", "- |")) or RULE.fullmatch(line.folded)
    return Marked(line, Role.TABLE) if is_row else None


def item(line: Line, sheet: Sheet) -> Marked | None:
    """``● 株洲县办起食用菌菌种站……``, ``一、持有效证件……``, ``男子:1.某厂 2.某校 3.某队``."""
    if len(RANK.findall(line.folded)) >= FEWEST_RANKS:
        return Marked(line, Role.ITEM)
    if not ITEM_HINT.match(line.folded):
        return None
    if BULLET.match(line.folded):
        return Marked(line, Role.ITEM, signature=sheet.signature(line))
    if not NUMBERED.match(line.folded):
        return None
    beside = [one for one in (sheet.above, sheet.below) if one]
    listed = sheet.within or any(NUMBERED.match(one.folded) for one in beside)
    if listed or line.width > WIDEST_HEADING or line.folded[-1] in "。;":
        return Marked(line, Role.ITEM)
    return None


def speech(line: Line, sheet: Sheet) -> Marked | None:
    """``周卫红:是的。`` and a question between two answers."""
    if line.folded.startswith("@"):
        return Marked(line, Role.BODY)
    if not sheet.speakers:
        return None
    match = SPEAKER.match(line.folded)
    if match and match[1] in sheet.speakers and line.width > len(match[1]) + 1:
        return Marked(line, Role.BODY, signature=sheet.signature(line))
    if not line.folded.endswith("?") or sheet.below is None:
        return None
    answer = SPEAKER.match(sheet.below.folded)
    return Marked(line, Role.BODY) if answer and answer[1] in sheet.speakers else None
