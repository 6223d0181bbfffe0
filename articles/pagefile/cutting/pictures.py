"""Pictures: captions, photographers' lines, and what little text stands under a picture.

No picture stands in a page file. Where one was dropped, blank lines are left
(``Line.after_picture``), and below them what was printed under it.
"""

import re
from itertools import takewhile

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.cutting.sections import Section
from articles.pagefile.marking.mistaken import is_inside
from articles.pagefile.marking.roles import HEADS, Marked, Role, is_open
from articles.pagefile.text.fold import squeeze
from articles.pagefile.words.press import PICTURED

ENDS_PICTURED = re.compile(PICTURED)
ARROWS = "▲▼△▽◀▶↑↓←→"
"""``▲1958年的合影`` is one of several pictures of the text beside it."""
SAYS_PICTURE = re.compile(r"[左右上下本题]?图(?:为|是|一|二|[:①②])")
"""``左图:…``, ``图为…``: so a caption begins."""
NEWS_OF_A_PICTURE = re.compile(
    r"(?:昨日|昨天|日前|近日|连日来|前天|\d{1,2}月\d{1,2}日|[\u4e00-\u9fff]{1,3}[县区](?!别|域|分))(?!.{0,20}为[:,])"
)
"""A caption that tells when or where by itself."""
CLAUSE, NAMED = re.compile("[^,。]*"), 6
"""Whom or where a caption shows, and how many characters of it the text above must have."""
SHORTEST_STORY, WHOLE_STORY = 30, 60
"""Characters: a shorter caption tells nothing by itself; so wide a one tells all there is to it."""
MOST_PARAGRAPHS = 3
"""Under a picture and over its photographer's line."""


def is_picture(draft: Draft) -> bool:
    """A work of art or a picture with its caption: no text goes on with it."""
    marks = [m for s in draft.sections for m in (*s.heads, *s.body)]
    return all(m.role in (Role.ARTWORK, Role.CAPTION, Role.CREDIT) for m in marks)


def credits_picture(mark: Marked) -> bool:
    """``江小舟 摄`` on a line of its own."""
    credit = mark.role in (Role.CREDIT, Role.BYLINE)
    return credit and bool(ENDS_PICTURED.search(squeeze(mark.line.folded)))


def is_lone_picture(marked: list[Marked], index: int) -> bool:
    """A caption between the end of one text and the headings of the next: a picture by itself."""
    mark, above = marked[index], marked[index - 1] if index else None
    credited = _is_credited_below(marked, index)
    if mark.line.width < SHORTEST_STORY or mark.line.folded[0] in ARROWS:
        return False
    if not _captions(mark, credited):
        return False
    tells = bool(NEWS_OF_A_PICTURE.match(mark.line.folded))
    under = index + 1 + credited
    below = marked[under] if under < len(marked) else None
    if not (tells and mark.line.after_picture) and not _parts_texts(below):
        return False
    if above is None or above.role in HEADS:
        return above is None
    if _is_of_text_above(marked, index):
        return False
    if tells or mark.line.after_picture:
        return True
    return mark.role is Role.CAPTION and not is_open(above.line.end[-20:])


def _is_of_text_above(marked: list[Marked], index: int) -> bool:
    """A caption that begins with a place or a person named in the broken text above it."""
    if not is_open(marked[index - 1].line.end[-20:]):
        return False
    subject = CLAUSE.match(marked[index].line.folded)[0]
    text = takewhile(lambda m: m.role not in HEADS, reversed(marked[:index]))
    above = "".join(m.line.folded for m in text)
    pieces = (subject[at : at + NAMED] for at in range(len(subject) - NAMED + 1))
    return any(piece in above for piece in pieces)


def _captions(mark: Marked, credited: bool) -> bool:
    """Whether a line tells of a picture; ``credited``: the photographer's stands under it."""
    if mark.role is not Role.BODY:
        return mark.role is Role.CAPTION
    if credited or mark.signature is None:
        return credited
    taken = mark.line.after_picture and ENDS_PICTURED.search(mark.line.end)
    return bool(taken or SAYS_PICTURE.match(mark.line.folded))


def _is_credited_below(marked: list[Marked], index: int) -> bool:
    """Whether the photographer's line stands right under it."""
    below = marked[index + 1] if index + 1 < len(marked) else None
    return below is not None and not below.line.gap and credits_picture(below)


def _parts_texts(below: Marked | None) -> bool:
    """Whether another text stands below: its headings, or a tail that was torn off."""
    if below is None or below.role in HEADS | {Role.JUMP_FROM, Role.LEAD_IN} or below.page:
        return True
    return below.role is Role.BODY and is_inside(below.line)


def is_photo_story(section: Section) -> bool:
    """A dropped picture, a paragraph or two and a credit: nothing else looks like it."""
    body = section.body
    if body and _stands_alone(body):
        return True
    credit = next((at for at, mark in enumerate(body) if mark.role is Role.CREDIT), len(body) - 1)
    prose = [mark for mark in body[: credit + 1] if mark.role is Role.BODY]
    over = section.heads[0].line.after_picture if section.heads else False
    if not 0 < len(prose) <= MOST_PARAGRAPHS or not (prose[0].line.after_picture or over):
        return False
    return body[credit].role is Role.CREDIT or bool(ENDS_PICTURED.search(body[credit].line.end))


def _stands_alone(body: list[Marked]) -> bool:
    """A caption that tells all and names its photographer, over nothing but torn text."""
    told = tells_all(body[0]) and bool(body[0].credits)
    return told and all(is_inside(mark.line) for mark in body[1:2])


def tells_all(mark: Marked) -> bool:
    """``图为……。 江小舟摄`` under a dropped picture: all that is told of it."""
    told = mark.role is Role.CAPTION and mark.line.width >= WHOLE_STORY
    return told and bool(mark.line.after_picture)


def is_signed_picture(mark: Marked) -> bool:
    """``……图为饲养员在给兔称体重。(江小舟摄)`` under a dropped picture."""
    signed = mark.role is Role.BODY and mark.signature is not None and mark.line.after_picture
    return bool(signed and ENDS_PICTURED.search(mark.line.end))


def is_under_picture(section: Section) -> bool:
    """A heading with a dropped picture over or under it, and one paragraph: its caption."""
    prose = [m for m in section.body if m.role in (Role.BODY, Role.CAPTION)]
    if not section.heads or len(prose) != 1:
        return False
    above = prose[0].role is Role.CAPTION and section.heads[0].line.after_picture
    return above or prose[0].line.after_picture
