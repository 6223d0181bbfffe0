"""Lines that point to another page: jumps (转版) and lead-ins (导读)."""

import re
from dataclasses import replace

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.labels import bare
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.text.lines import Line
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.labels import LEAD_IN_LABELS

PAGE_CODE = r"(?:[A-Z]?\s?\d{1,2}|[一二三四五六七八九十]{1,3})"
JUMP_FROM = re.compile(
    rf"^[◀◁<《(\[\s←▲▶★]*(?:上|紧|紧接)[接承]?(?:上)?第?\s*(?P<page>{PAGE_CODE})\s*版[^。,]{{0,16}}?[)\]》>▶\s]*$"
)
JUMP_FROM_INLINE = re.compile(
    rf"^[(\[◀◁<《←▲▶★\s]*(?:上接|紧接|接上|接)第?\s*(?P<page>{PAGE_CODE})\s*版[^。,()]{{0,16}}?(?:[)\]▶》>]+\s*|\s+|$)"
)
JUMP_TO = re.compile(
    rf"[(\[▶►>→\s▷◆★]*(?:下转|转|紧转|接转)第?\s*(?P<page>{PAGE_CODE})\s*版[^。,]{{0,12}}?[)\]▶►>→\s]*$"
)
SEE_PAGE = re.compile(
    rf"\s*[(\[▶►>→▷◆★]+\s*(?:相关|详细|更多)?(?:报道|新闻|评论|内容|图片|消息)?(?:请?详?见|刊)\s*第?{PAGE_CODE}\s*版[)\]▶►>→]*$"
)
"""``▶▶相关报道见2版`` at the end of a text."""
PAGE_REFERENCE = re.compile(
    r"(?:详?见|[>→▶\s(])*[A-Z]?\d{1,2}[版]\)?$|\s[一二三四五六七八]版$|(?:详?见|\()第?[一二三四五六七八九十]{1,2}版\)?$"
)
ONLY_REFERENCE = re.compile(r"^[(▶>→]*(?:详?见)?[A-Z]?\d{1,2}版[)]?$")
WIDEST_LABEL = 12
"""With its brackets a label of lead-ins is no wider."""

LONGEST_TEASER = 90
FARTHEST_REFERENCE = 5
"""Lines between two page references of one box of teasers."""


def jump(line: Line, sheet: Sheet) -> Marked | None:
    """``◀上接A1版``, ``(上接第一版)`` alone or before the text; ``下转3版`` alone."""
    if "版" not in line.folded:
        return None
    match = JUMP_FROM.match(line.folded) if line.width <= 30 else None
    if match:
        return Marked(line, Role.JUMP_FROM, page=match["page"])
    match = JUMP_FROM_INLINE.match(line.folded)
    if match:
        rest = line.text[match.end() :]
        role = Role.BODY if rest else Role.JUMP_FROM
        return Marked(line, role, page=match["page"], text=rest, signature=sheet.signature(line))
    match = JUMP_TO.match(line.folded) if line.width <= 24 else None
    return Marked(line, Role.JUMP_TO, page=match["page"]) if match else None


def lead_in(line: Line, sheet: Sheet) -> Marked | None:
    """``导读``; ``湘江风光带夜市搬家记 A5版``; ``04版``."""
    if line.width <= WIDEST_LABEL and is_lead_in_label(line.folded):
        return Marked(line, Role.LEAD_IN)
    if line.width > 40 or "版" not in line.folded[-2:]:
        return None
    if ONLY_REFERENCE.match(line.folded):
        return Marked(line, Role.LEAD_IN)
    if PAGE_REFERENCE.search(line.folded) and (
        looks_like_heading(line) or line.folded.endswith(")")
    ):
        return Marked(line, Role.LEAD_IN)
    return None


def is_lead_in_label(folded: str) -> bool:
    return bare(folded) in LEAD_IN_LABELS


def mark_lead_ins(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """Headings and teasers between 导读 and the last page reference of its box."""
    result = list(marked)
    start = None
    for index, mark in enumerate(marked):
        if mark.role is Role.LEAD_IN:
            if start is not None and index - start <= FARTHEST_REFERENCE:
                for between in range(start + 1, index):
                    result[between] = replace(marked[between], role=Role.LEAD_IN)
            start = index
        elif not _may_be_teaser(mark):
            start = None
    return result


def _may_be_teaser(mark: Marked) -> bool:
    if mark.role in (Role.HEADING, Role.DECK, Role.LABEL, Role.PLACE, Role.BRIEF_HEAD):
        return True
    return (
        mark.role in (Role.BODY, Role.ITEM)
        and mark.line.width <= LONGEST_TEASER
        and not mark.opening
    )
