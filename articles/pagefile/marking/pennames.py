"""Pen names that look like a heading."""

import re
from dataclasses import replace

from articles.pagefile.marking.labels import is_notice_title
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.seams import Continuity

PEN_NAME = re.compile(
    "[\u4e00-\u9fff]{2,3}|(?P<styled>[\u4e00-\u9fff]{2}(?:山人|居士|散人|主人|闲人|老人|渔夫|樵夫))"
)
NARROWEST_HEADLINE, NARROWEST_PROSE = 5, 21
WIDEST_SIBLING, NEAR_SIBLING = 4, 16


def mark_pen_names(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """``归去来`` between a headline and a text that nobody else signs, and no subhead."""
    result = list(marked)
    for index in range(1, len(marked) - 1):
        mark = marked[index]
        if mark.role is Role.HEADING and _is_pen_name(marked, index):
            name = "".join(mark.line.text.split())
            credit = Credit("", name, mark.line.number, mark.line.text)
            result[index] = replace(mark, role=Role.AUTHOR, credits=(credit,))
    return result


def _is_pen_name(marked: list[Marked], index: int) -> bool:
    above, mark, below = marked[index - 1 : index + 2]
    folded = mark.line.folded
    name = PEN_NAME.fullmatch(squeeze(folded))
    if not name or is_notice_title(folded):
        return False
    titled = above.role in (Role.HEADING, Role.DECK)
    prose = below.role is Role.BODY and not below.opening and below.line.width >= NARROWEST_PROSE
    if not titled or not prose:
        return False
    if " " in folded or name["styled"]:
        return True
    wide = above.line.width >= NARROWEST_HEADLINE
    return wide and not _has_sibling(marked, index)


def _has_sibling(marked: list[Marked], index: int) -> bool:
    """Another heading as short stands between paragraphs below: both are subheads."""
    below = zip(marked[index + 1 :], marked[index + 2 : index + NEAR_SIBLING], strict=False)
    return any(
        above.role is Role.BODY and mark.role is Role.HEADING and mark.line.width <= WIDEST_SIBLING
        for above, mark in below
    )
