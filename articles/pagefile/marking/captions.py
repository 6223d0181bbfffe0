"""Captions: what stands under a picture, and who took it."""

import re
from dataclasses import replace

from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.people.credits import read_credits
from articles.pagefile.text.lines import Line
from articles.pagefile.text.seams import Continuity

POINTER = re.compile("[▲▼①-⑨](?![^遗声]{0,2}[上下][接转])(?!.*(?:遗失|声明))")
"""A mark that points to a picture, or its number; no jump, and no item of a list of losses."""
CREDIT_AT_END = re.compile(
    r"(?:^|[。!?”)\s])\s*(?P<credit>[^。!?“”]{1,48}(?:摄|供图|摄影|摄影报道|图|提供|制图|图片))[)\]]?$"
)
LAST_OF_CREDIT = "摄图影供片道]"
GIVEN_BY = re.compile(r"^(?:本版)?图片?(?:均)?由")
"""``本版图片均由江一舟提供``."""
CIRCLED = re.compile("[①-⑳]")
SHORTEST, LONGEST_WITHOUT_CREDIT, LONGEST = 6, 40, 220


def caption(line: Line, sheet: Sheet) -> Marked | None:
    """``工人给外墙刷保温层。尹冰摄``; ``图为…。 本报记者 程 野 摄``; ``▲一九五八年的合影``."""
    if _points_to_picture(line, sheet.below):
        return Marked(line, Role.CAPTION)
    if line.end[-1] not in LAST_OF_CREDIT or line.width > LONGEST:
        return None
    match = CREDIT_AT_END.search(line.end)
    if not match:
        return None
    cut = len(line.text) - len(line.end) + match.start("credit")
    found = read_credits(GIVEN_BY.sub("", line.text[cut:]), line.number)
    if found is None:
        return None
    return Marked(line, Role.CAPTION, tuple(found), text=line.text[:cut].strip())


def _points_to_picture(line: Line, below: Line | None) -> bool:
    """A mark that points to a picture, or its number, before words that stand alone, no sentence."""
    if not POINTER.match(line.folded) or not SHORTEST <= line.width <= LONGEST_WITHOUT_CREDIT:
        return False
    alone = line.gap and (below is None or below.gap)
    return bool(alone and line.end[-1] not in "。;)]、,:")


def mark_numbered_captions(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """``①打包客在楼梯口等货。`` / ``②四道麻绳,一道也不能松。`` under a dropped picture."""
    result: list[Marked] = []
    for mark in marked:
        above = result[-1] if result else None
        goes_on = above is not None and above.role is Role.CAPTION and not mark.line.gap
        if CIRCLED.match(mark.line.folded) and (mark.line.after_picture or goes_on):
            mark = replace(mark, role=Role.CAPTION)
        result.append(mark)
    return result
