"""Second look at the marked lines: what only several lines together can tell."""

import re
from collections import Counter
from dataclasses import replace

from articles.pagefile.marking.labels import is_notice_title
from articles.pagefile.marking.mistaken import (
    mark_overlooked_heads,
    unmark_torn_ends,
    unmark_torn_lines,
)
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.senders import mark_senders
from articles.pagefile.marking.verses import mark_couplets, mark_verses
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.notices import PUBLIC_AD_LABELS

GENRE_OF_ART = re.compile(
    r"[(](?:国画|中国画|油画|版画|年画|水[彩粉]画?|粉画|工笔画?|瓷画|农民画|木刻|剪纸|篆刻|书法|行书|楷书|草书|隶书|漫画|速写|素描|雕塑|摄影)[)]$"
)
PEN_NAME = re.compile(
    "[\u4e00-\u9fff]{2,3}|(?P<styled>[\u4e00-\u9fff]{2}(?:山人|居士|散人|主人|闲人|老人|渔夫|樵夫))"
)
LEAST_HEADLINE, LEAST_PROSE, NEAR_SIBLING = 4, 20, 16
LONGEST_TEASER = 90
FARTHEST_REFERENCE = 5
"""Lines between two page references of one box of teasers."""
CIRCLED = re.compile("[①-⑳]")


def mark_regions(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """Roles again, with the neighbours' roles known."""
    marked = _decks(_notes(mark_couplets(_public_ads(mark_verses(marked)))))
    marked = _numbered_captions(_artworks(_lead_ins(unmark_torn_ends(marked, continuity))))
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


def _artworks(marked: list[Marked]) -> list[Marked]:
    """``春到云阳山(国画)`` / ``慕容秋 作``: a work of art on two lines."""
    result = list(marked)
    for index in range(len(marked) - 1):
        title, artist = marked[index], marked[index + 1]
        signed = artist.role in (Role.BYLINE, Role.AUTHOR, Role.CREDIT) and artist.credits
        if signed and title.line.width <= 20 and GENRE_OF_ART.search(title.line.folded):
            result[index] = Marked(title.line, Role.ARTWORK, text=title.line.text)
            result[index + 1] = replace(artist, role=Role.CREDIT)
    return result


def _pen_names(marked: list[Marked]) -> list[Marked]:
    """``归去来`` between a headline and a text that nobody else signs, and no subhead."""
    result = list(marked)
    for index in range(1, len(marked) - 1):
        mark, above, below = marked[index], marked[index - 1], marked[index + 1]
        name = PEN_NAME.fullmatch(squeeze(mark.line.folded))
        if mark.role is not Role.HEADING or not name:
            continue
        if is_notice_title(mark.line.folded):
            continue
        titled = above.role in (Role.HEADING, Role.DECK)
        prose = below.role is Role.BODY and not below.opening and below.line.width > LEAST_PROSE
        spaced = " " in mark.line.folded or name["styled"]
        sure = spaced or (above.line.width > LEAST_HEADLINE and not _has_sibling(marked, index))
        if titled and prose and sure:
            credit = Credit("", "".join(mark.line.text.split()), mark.line.number, mark.line.text)
            result[index] = replace(mark, role=Role.AUTHOR, credits=(credit,))
    return result


def _numbered_captions(marked: list[Marked]) -> list[Marked]:
    """``①打包客在楼梯口等货。`` / ``②四道麻绳,一道也不能松。`` under a dropped picture."""
    result: list[Marked] = []
    for mark in marked:
        above = result[-1] if result else None
        goes_on = above is not None and above.role is Role.CAPTION and not mark.line.gap
        if CIRCLED.match(mark.line.folded) and (mark.line.after_picture or goes_on):
            mark = replace(mark, role=Role.CAPTION)
        result.append(mark)
    return result


def _has_sibling(marked: list[Marked], index: int) -> bool:
    """Another heading as short stands between paragraphs below: both are subheads."""
    below = zip(marked[index + 1 :], marked[index + 2 : index + NEAR_SIBLING], strict=False)
    return any(
        above.role is Role.BODY and mark.role is Role.HEADING and mark.line.width <= 4
        for above, mark in below
    )
