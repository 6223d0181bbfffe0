"""Bylines and credits: lines that say who did what for a text or a picture."""

import re
from collections.abc import Sequence

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.labels import is_label
from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.people.credits import CREDIT_HINT, read_credits
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import Line

SAYS_ROLE = re.compile("(?:记者|通讯员)[ /:]")
"""A line that says so is no label, whatever it ends in."""
ASKED = re.compile(r"(?<=\S\S)\s+(?:对话|专访|访问)\S+$")
"""``本报记者 尹 冰 对话市中心医院主任江小舟``: who asked, and whom."""
NAMELESS = re.compile("记者|通讯员|评论员|供图|摄|编辑部|资料")
COMMENTATOR = re.compile("评论员(?:文章)?$")
"""``本报评论员``, ``本报评论员文章`` stand over what he writes."""
CLOSING = re.compile("摄$|摄影报道$|供图$|图/文|文/图|宣$|^设计|出品|拍摄|制作|图$")
"""What is said of those who made a picture or a film, below the text."""
WIDEST_CREDITS, WIDEST_NAMELESS = 120, 19


def credit_line(line: Line, sheet: Sheet) -> Marked | None:
    """``本报记者 尹 冰``, ``图/文 本报记者 程 野``, ``株洲日报通讯员/罗一凡摄``."""
    found = read_credit_line(line)
    return Marked(line, _role(line, sheet, found), found) if found is not None else None


def read_credit_line(line: Line) -> tuple[Credit, ...] | None:
    """The people that a line credits which says nothing else, or None for any other line.

    None of them for ``本报评论员``, ``通讯员供图``, which name nobody.
    """
    if line.width > WIDEST_CREDITS or "。" in line.folded or not CREDIT_HINT.search(line.folded):
        return None
    if not SAYS_ROLE.search(line.folded) and is_label(line.folded):
        return None
    asked = ASKED.search(line.folded)
    text = line.text[: asked.start()] if asked else line.text
    found = read_credits(text, line.number)
    return tuple(found) if found is not None and is_credit(line, found) else None


def is_credit(line: Line, found: Sequence[Credit]) -> bool:
    """Whether the people whom ``read_credits`` found in a line stand there for what they did.

    Somebody must have a role; where nobody is named, a short line must say whose work it was.
    """
    if found:
        return any(credit.role for credit in found)
    return line.width <= WIDEST_NAMELESS and bool(NAMELESS.search(line.folded))


def _role(line: Line, sheet: Sheet, found: Sequence[Credit]) -> str:
    """A byline stands over a text, a credit closes it: below stands another text's heading."""
    if sheet.role_above is None or sheet.role_above in HEADS:
        return Role.BYLINE
    last = sheet.below is None or looks_like_heading(sheet.below)
    if not found and COMMENTATOR.search(line.folded) and last and sheet.below:
        return Role.BYLINE
    return Role.CREDIT if last or CLOSING.search(squeeze(line.folded)) else Role.BYLINE
