"""Second look at the marked lines: what only several lines together can tell."""

import re
from collections import Counter
from dataclasses import replace

from articles.pagefile.marking.artworks import mark_artworks
from articles.pagefile.marking.captions import mark_numbered_captions
from articles.pagefile.marking.labels import is_notice_title
from articles.pagefile.marking.mistaken import (
    is_inside,
    mark_overlooked_heads,
    unmark_torn_ends,
    unmark_torn_lines,
)
from articles.pagefile.marking.roles import HEADS, Marked, Role, is_open
from articles.pagefile.marking.senders import mark_senders
from articles.pagefile.marking.verses import mark_couplets, mark_verses
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.language import Continuity
from articles.pagefile.words.notices import PUBLIC_AD_LABELS

ARROWS = "▲▼△▽◀▶↑↓←→"
"""``▲1958年的合影`` is one of several pictures of the text beside it."""
PEN_NAME = re.compile("[\u4e00-\u9fff]{2,3}")
LEAST_HEADLINE, LEAST_PROSE, NEAR_SIBLING = 4, 20, 16
LONGEST_TEASER = 90
FARTHEST_REFERENCE = 5
"""Lines between two page references of one box of teasers."""
PHOTOGRAPHED = re.compile("(?:摄|摄影|摄影报道|供图)[)]?$")
SAYS_PICTURE = re.compile(r"[左右上下本题]?图(?:为|是|一|二|[:①②])")
"""``左图:…``, ``图为…``: so a caption begins."""
NEWS_OF_A_PICTURE = re.compile(
    r"(?:昨日|昨天|日前|近日|连日来|前天|\d{1,2}月\d{1,2}日|[\u4e00-\u9fff]{1,3}[县区](?!别|域|分))(?!.{0,20}为[:,])"
)
"""A caption that tells when or where by itself."""


def mark_regions(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """Roles again, with the neighbours' roles known."""
    marked = _decks(_notes(mark_couplets(_public_ads(mark_verses(marked)))))
    marked = _lead_ins(unmark_torn_ends(marked, continuity))
    marked = mark_numbered_captions(mark_artworks(marked, continuity), continuity)
    return unmark_torn_lines(_pen_names(mark_overlooked_heads(mark_senders(marked))), continuity)


def _public_ads(marked: list[Marked]) -> list[Marked]:
    """``公益广告`` / ``★ 一把火 毁青山`` / ``林区不吸烟``: only the first line is a headline."""
    result, at = list(marked), -1
    for index, mark in enumerate(marked):
        if mark.role is Role.LABEL and squeeze(mark.line.folded) in PUBLIC_AD_LABELS:
            at = index + 2
        elif at == index and mark.role is Role.HEADING and not mark.line.after_picture:
            result[index], at = replace(mark, role=Role.BODY), index + 1
    return result


def _decks(marked: list[Marked]) -> list[Marked]:
    """``◎ 一位乡村教师的三十年`` below a headline, where no other heading has that mark."""
    heads = [m for m in marked if m.role is Role.BRIEF_HEAD]
    marks = Counter(m.line.folded[0] for m in heads)
    return [
        replace(mark, role=Role.DECK)
        if mark.role is Role.BRIEF_HEAD
        and above
        and above.role is Role.HEADING
        and marks[mark.line.folded[0]] == 1
        else mark
        for above, mark in zip([None, *marked], marked, strict=False)
    ]


def _notes(marked: list[Marked]) -> list[Marked]:
    """An 编者按 alone on its line takes the paragraph below with it."""
    result: list[Marked] = []
    for mark in marked:
        above = result[-1] if result else None
        alone = above and above.role is Role.NOTE and above.line.width <= 6
        if alone and mark.role is Role.BODY and not (mark.opening and mark.opening.credits):
            mark = Marked(mark.line, Role.NOTE)
        result.append(mark)
    return result


def _lead_ins(marked: list[Marked]) -> list[Marked]:
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


def _pen_names(marked: list[Marked]) -> list[Marked]:
    """``归去来`` between a headline and a text that nobody else signs, and no subhead."""
    result = list(marked)
    for index in range(1, len(marked) - 1):
        mark, above, below = marked[index], marked[index - 1], marked[index + 1]
        if mark.role is not Role.HEADING or not PEN_NAME.fullmatch(squeeze(mark.line.folded)):
            continue
        if is_notice_title(mark.line.folded):
            continue
        titled = above.role in (Role.HEADING, Role.DECK)
        prose = below.role is Role.BODY and not below.opening and below.line.width > LEAST_PROSE
        spaced = " " in mark.line.folded
        sure = spaced or (above.line.width > LEAST_HEADLINE and not _has_sibling(marked, index))
        if titled and prose and sure:
            name = "".join(mark.line.text.split())
            credit = Credit("", name, mark.line.number, mark.line.text)
            result[index] = replace(mark, role=Role.AUTHOR, credits=(credit,))
    return result


def _has_sibling(marked: list[Marked], index: int) -> bool:
    """Another heading as short stands between paragraphs below: both are subheads."""
    below = zip(marked[index + 1 :], marked[index + 2 : index + NEAR_SIBLING], strict=False)
    return any(
        above.role is Role.BODY and mark.role is Role.HEADING and mark.line.width <= 4
        for above, mark in below
    )


def is_lone_picture(marked: list[Marked], index: int) -> bool:
    """A caption between the end of one text and the headings of the next: a picture by itself."""
    mark, above = marked[index], marked[index - 1] if index else None
    credited = _is_credited_below(marked, index)
    photographed = mark.line.after_picture and PHOTOGRAPHED.search(mark.line.end)
    credited_inside = mark.signature is not None and (
        photographed or SAYS_PICTURE.match(mark.line.folded)
    )
    is_caption = mark.role is Role.CAPTION or (
        mark.role is Role.BODY and (credited or credited_inside)
    )
    if not is_caption or mark.line.width < 30 or mark.line.folded[0] in ARROWS:
        return False
    below = marked[index + 1 + credited] if index + 1 + credited < len(marked) else None
    tells = mark.line.after_picture and NEWS_OF_A_PICTURE.match(mark.line.folded)
    if not tells and not _parts_texts(below):
        return False
    if above is None or above.role in HEADS:
        return above is None
    if mark.line.after_picture or NEWS_OF_A_PICTURE.match(mark.line.folded):
        return True
    return mark.role is Role.CAPTION and not is_open(above.line.end[-20:])


def _is_credited_below(marked: list[Marked], index: int) -> bool:
    """Whether the photographer's line stands right under it."""
    below = marked[index + 1] if index + 1 < len(marked) else None
    credit = below is not None and below.role in (Role.CREDIT, Role.BYLINE) and not below.line.gap
    return credit and bool(PHOTOGRAPHED.search(squeeze(below.line.folded)))


def _parts_texts(below: Marked | None) -> bool:
    """Whether another text stands below: its headings, or a tail that was torn off."""
    if below is None or below.role in HEADS | {Role.JUMP_FROM, Role.LEAD_IN} or below.page:
        return True
    return below.role is Role.BODY and is_inside(below.line)
