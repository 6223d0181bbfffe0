"""Whether the headings of two sections are subheads of one text, which come in sets of one make."""

from collections.abc import Iterable

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.cutting.fitsigns import (
    begins_in_verse,
    has_verse,
    is_authored,
    parts_dense,
    speak_on,
)
from articles.pagefile.cutting.openings import may_be_subhead
from articles.pagefile.cutting.sections import Section, ends_signed
from articles.pagefile.cutting.subheads import MARKED, alike, make_of
from articles.pagefile.marking.roles import Role
from articles.pagefile.records import Lexicon
from articles.pagefile.words.places import COUNTY

LONE = 0.3
"""Less like all the others, a subhead is the only one of its text."""
BEHIND_GAP = 1 / 3
"""However much alike: a blank line over the heading where the text above has none parts more."""
SHARED, FEWEST = 2, 2
"""Characters with which all subheads of a series begin, and how many there must be."""
SERIAL = 0.7
"""From here on two plain headings may be subheads of one text."""


def sibling_signs(
    section: Section, draft: Draft, after: Iterable[Section], lexicon: Lexicon
) -> dict[str, float]:
    """从“卖零件”到“卖方案” / 从“一家干”到…: the signs by name (``weighing.SIBLINGS``).

    ``after``: the sections below it, among which siblings are looked for as well.
    """
    if not section.titles or not may_be_subhead(section):
        return {}
    if begins_in_verse(section) and not has_verse(draft):
        return {}
    inside = [s for s in _subheaded(draft) if s.titles]
    unsigned = (s for s in (*inside, *after) if not ends_signed(s))
    best = max((likeness(section, s, lexicon) for s in unsigned), default=0.0)
    makes = {make_of(s, lexicon) for s in inside}
    if makes and makes <= MARKED and not best and make_of(section, lexicon) not in makes:
        return {"other_make": 1.0}
    essay = draft.sections[0].has(Role.AUTHOR)
    if not inside and best < LONE and (essay or len(section.titles) > 1):
        return {"alone": 1.0}
    return {"sibling": min(best, BEHIND_GAP) if parts_dense(section, draft) else best}


def likeness(section: Section, other: Section, lexicon: Lexicon) -> float:
    """0..1, how much the headings of two sections look like subheads of one text."""
    if not other.titles or not (other.has(Role.JUMP_FROM) or may_be_subhead(other)):
        return 0.0
    if _are_labelled_apart(section, other):
        return 0.0
    return alike(section, other, lexicon)


def continues_series(section: Section, draft: Draft, lexicon: Lexicon) -> bool:
    """``算一笔账:职工去哪里`` where ``算一笔账:税收少多少`` is a subhead of ``draft``."""
    titles = section.titles
    if not titles or ":" not in titles[0].line.folded or make_of(section, lexicon) != "colon":
        return False
    if not may_be_subhead(section):
        return False
    inside = (s for s in draft.sections[1:] if s.titles)
    return any(alike(section, other, lexicon) == 1.0 for other in inside)


def begins_like_all(section: Section, draft: Draft) -> bool:
    """``扫出一股新风`` where the subheads are ``扫出一本账`` and ``扫出一门新生意``."""
    inside = [s.titles[0].line.folded[:SHARED] for s in draft.sections[1:] if s.titles]
    if len(inside) < FEWEST or len(section.titles) != 1 or len(set(inside)) > 1:
        return False
    begins = inside[0]
    return section.titles[0].line.folded.startswith(begins) and not COUNTY.match(begins)


def resumes(section: Section, draft: Draft, between: Draft, lexicon: Lexicon) -> bool:
    """The same people go on asking and answering, or a series of subheads goes on.

    Plain subheads do so only behind a box that nobody signs.
    """
    if not section.has_byline and may_be_subhead(section) and speak_on(section, draft):
        return True
    enough = 1.0 if any(map(is_authored, between.sections)) else SERIAL
    return is_of_series(section, draft, lexicon, enough)


def is_of_series(section: Section, draft: Draft, lexicon: Lexicon, least: float = SERIAL) -> bool:
    """Whether the heading looks so much like one of the draft's subheads."""
    if section.has_byline or not may_be_subhead(section):
        return False
    inside = (s for s in draft.sections[1:] if s.titles)
    return any(likeness(section, s, lexicon) >= least for s in inside)


def _subheaded(draft: Draft) -> list[Section]:
    """The sections of a text that a subhead may stand over; under a jump the first is one."""
    return draft.sections if draft.sections[0].has(Role.JUMP_FROM) else draft.sections[1:]


def _are_labelled_apart(section: Section, other: Section) -> bool:
    """``法律信箱`` and ``养生之道``, each over a headline: columns; no ``看民生`` and ``看生态``."""
    mine, others = section.titles, other.titles
    labelled = len(mine) > 1 and mine[0].role is Role.LABEL
    return labelled and mine[0].line.folded[0] != others[0].line.folded[0]
