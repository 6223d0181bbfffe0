"""Signatures: who wrote the text above, in parentheses or as letters close."""

import re

from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.marking.signings import RESPECTS
from articles.pagefile.people.authors import TEACHER
from articles.pagefile.text.lines import Line

SOURCE = re.compile(r"[(\[][^()]{3,24}(?:提供|供稿|发布|整理)(?:,[^()]{1,10})?[)\]]")
"""``(市物价局提供)`` under a table says where it comes from."""
LETTER_CLOSE = re.compile(
    r"(?:儿|女|儿子|女儿|孙女?|[父母]亲?|妻子?|丈?夫|弟弟?|妹妹?|[兄哥姐]|友人?|学生|[您你]的\S{1,4}) \S[^,。:]*$"
)
WIDEST_CLOSE, WIDEST_SIGNATURE = 24, 40


def signature(line: Line, sheet: Sheet) -> Marked | None:
    """``（谭绍庭 易大春）``, ``(市第三小学四年级 苏 禾 指导老师 何楚云)`` alone below a text.

    So does ``女儿 小满 二〇〇九年冬至`` under a letter, which credits nobody.
    """
    if line.folded[0] == "(" and TEACHER.fullmatch(line.folded.strip("()")):
        return Marked(line, Role.CREDIT)
    if RESPECTS.search(line.folded):
        return None
    if LETTER_CLOSE.match(line.folded) and line.width <= WIDEST_CLOSE and sheet.is_below_text():
        return Marked(line, Role.CREDIT)
    if line.folded[0] not in "([" or line.width > WIDEST_SIGNATURE:
        return None
    if SOURCE.fullmatch(line.folded) and sheet.marked and sheet.role_above not in HEADS:
        return Marked(line, Role.CREDIT)
    signed = sheet.signature(line) if sheet.is_below_text() else None
    return Marked(line, Role.CREDIT, signed[0]) if signed and signed[1] == 0 else None
