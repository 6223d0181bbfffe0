"""Pictures by themselves: a caption that belongs to no text beside it."""

import re

from articles.pagefile.marking.mistaken import is_inside
from articles.pagefile.marking.roles import HEADS, Marked, Role, is_open
from articles.pagefile.text.fold import squeeze

ARROWS = "▲▼△▽◀▶↑↓←→"
"""``▲1958年的合影`` is one of several pictures of the text beside it."""
PHOTOGRAPHED = re.compile("(?:摄|摄影|摄影报道|供图)[)]?$")
SAYS_PICTURE = re.compile(r"[左右上下本题]?图(?:为|是|一|二|[:①②])")
"""``左图:…``, ``图为…``: so a caption begins."""
NEWS_OF_A_PICTURE = re.compile(
    r"(?:昨日|昨天|日前|近日|连日来|前天|\d{1,2}月\d{1,2}日|[\u4e00-\u9fff]{1,3}[县区](?!别|域|分))(?!.{0,20}为[:,])"
)
"""A caption that tells when or where by itself."""
NARROWEST_STORY = 30


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
    if not is_caption or mark.line.width < NARROWEST_STORY or mark.line.folded[0] in ARROWS:
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
