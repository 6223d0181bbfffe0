"""From sections to articles: whose text does each section go on with?"""

from operator import itemgetter

from articles.pagefile.cutting.boxes import is_list
from articles.pagefile.cutting.drafts import Draft, is_box
from articles.pagefile.cutting.fitsigns import run_on_signs, unlikeness
from articles.pagefile.cutting.openings import is_surely_new, may_be_subhead
from articles.pagefile.cutting.pictures import credits_picture, is_picture
from articles.pagefile.cutting.sections import Section
from articles.pagefile.cutting.siblings import (
    begins_like_all,
    continues_series,
    is_of_series,
    resumes,
)
from articles.pagefile.cutting.subheads import counts_on
from articles.pagefile.cutting.torn_above import find_torn_above
from articles.pagefile.cutting.weighing import Evidence
from articles.pagefile.marking.mistaken import is_inside
from articles.pagefile.marking.roles import Role
from articles.pagefile.records import Lexicon
from articles.pagefile.text.seams import Continuity

NEW_ARTICLE = 0.5
"""Sections weighing more open an article."""
PARTED = 2.5
"""Against the text right above where another may go on behind it."""
LONGEST = 8
"""Under a jump mark a longer heading, and the only one of its text, is the headline again."""
FITS_BETTER = 2.0
"""How much better one more subhead must fit a text far above than the one right above it."""
BETWEEN = 2
"""Boxes without a known label that may part a text from what goes on below them."""
INTRODUCTION = 2
"""Paragraphs at most that stand between a headline and its byline."""
FAR_SIBLING = 4
"""Subheads of the same make are looked for in so many sections below."""
SERIES = 14
"""A series of subheads is looked for in so many articles above."""


class Segmenter:
    """Gathers a page's sections into drafts of articles, one after the other from the top.

    A draft that takes a section more goes to the end of ``drafts``: the last is the one right above.
    """

    def __init__(self, sections: list[Section], lexicon: Lexicon, continuity: Continuity) -> None:
        self.sections, self.lexicon, self.continuity = sections, lexicon, continuity
        self.drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        """The drafts; every section's lines are in one of them. Not to be called twice."""
        for index, section in enumerate(self.sections):
            if self.drafts and _titles_picture(section, self.drafts[-1]):
                self.drafts[-1].late.append((section.heads[0].line.number, section.heads))
                continue
            owner = None if self._heads_briefs(index) else self._owner(index, section)
            if owner is None:
                self.drafts.append(Draft([section]))
            elif self._stands_inside(section, owner):
                _go_on(owner, section)
            else:
                owner.sections.append(section)
                self.drafts.remove(owner)
                self.drafts.append(owner)
        for draft in self.drafts:
            _part_subheads(draft)
        return self.drafts

    def _stands_inside(self, section: Section, owner: Draft) -> bool:
        """Whether the section's headings are the text's own, printed in the middle of it."""
        if _heads_text_above(section, owner):
            return True
        return any(run_on_signs(section, owner, self.continuity).values())

    def _heads_briefs(self, index: int) -> bool:
        """``简讯`` over ■ heads: a label that opens a group."""
        section, below = self.sections[index], self.sections[index + 1 : index + 2]
        alone = not section.body and len(section.heads) == 1
        return bool(alone and below and below[0].has(Role.BRIEF_HEAD))

    def _owner(self, index: int, section: Section) -> Draft | None:
        """The draft that this section goes on with; None when it opens an article."""
        if not self.drafts or is_surely_new(section):
            return None
        current = next((d for d in reversed(self.drafts) if not is_picture(d)), self.drafts[-1])
        if not section.heads or _heads_text_above(section, current):
            return current
        if _signs_late(section, current):
            return current
        counted = (
            d
            for d in reversed(self.drafts)
            if _counts_on(section, d) or begins_like_all(section, d)
        )
        if not section.has_byline and (owner := next(counted, None)):
            return owner
        after = self.sections[index + 1 : index + 1 + FAR_SIBLING]
        evidence = Evidence(section, after, self.lexicon, self.continuity)
        taken_up = find_torn_above(section, current, self.drafts, evidence)
        others = [taken_up] if taken_up else self._interrupted(section, current, evidence)
        weights = [(evidence.weigh(d), d) for d in (current, *others)]
        if taken_up and not may_be_subhead(section):
            return taken_up if weights[0][0] <= NEW_ARTICLE else None
        if others:
            weights[0] = (weights[0][0] + PARTED, current)
        weight, owner = min(weights, key=itemgetter(0))
        return None if weight > NEW_ARTICLE else owner

    def _interrupted(self, section: Section, current: Draft, evidence: Evidence) -> list[Draft]:
        """Articles that may go on here behind the box, or the whole articles, that parted them."""
        before = self.drafts[-2:-1]
        parted = [d for d in before if is_box(current) and not d.closed and d is not current]
        earlier = [d for d in self.drafts[-SERIES:] if d is not current and d not in parted]
        near = self.drafts[-BETWEEN - 1 :]
        return parted + [
            d
            for d in earlier
            if continues_series(section, d, self.lexicon)
            or (d in near and not d.closed and resumes(section, d, current, self.lexicon))
            or self._is_at_home(section, d, current, evidence)
        ]

    def _is_at_home(
        self, section: Section, draft: Draft, current: Draft, evidence: Evidence
    ) -> bool:
        """One more of its subheads far below: the text right above has none and other words."""
        if len(current.sections) > 1 or draft.closed:
            return False
        if not is_of_series(section, draft, self.lexicon):
            return False
        return evidence.weigh(draft) + FITS_BETTER <= evidence.weigh(current) <= NEW_ARTICLE


def _heads_text_above(section: Section, draft: Draft) -> bool:
    """Whether the headings were printed over the text that stands above them."""
    if _lacks_head(draft):
        return _lacks_opening(section)
    bylined = section.has(Role.HEADING) and section.has(Role.BYLINE)
    return bylined and _has_only_labels(draft) and unlikeness(section, draft) < 0


def _titles_picture(section: Section, draft: Draft) -> bool:
    """A heading without a text right under the photographer's line of a picture without one."""
    lone = not section.body and len(section.heads) == 1 and len(draft.sections) == 1
    if not lone or section.heads[0].role is not Role.HEADING or draft.heads:
        return False
    body = draft.sections[0].body
    return bool(body) and credits_picture(body[-1])


def _counts_on(section: Section, draft: Draft) -> bool:
    """``镜头六`` where the last subhead of ``draft`` is ``镜头五``."""
    last = draft.sections[-1].titles
    return bool(section.titles and last) and counts_on(section.titles[0].line, last[0].line)


def _signs_late(section: Section, draft: Draft) -> bool:
    """``主持人:江小舟`` below the few words that open a headed text, and nobody has signed it."""
    first = draft.sections[0]
    signs_only = all(mark.role in (Role.BYLINE, Role.AUTHOR) for mark in section.heads)
    opening = len(draft.sections) == 1 and bool(first.titles) and len(first.body) <= INTRODUCTION
    return signs_only and opening and not first.has_byline and not draft.closed


def _lacks_head(draft: Draft) -> bool:
    """A dateline or a byline and no heading over it: OCR read the heading behind the text."""
    first = draft.sections[0]
    if draft.late:
        return False
    if first.heads and all(mark.role is Role.BYLINE for mark in first.heads):
        return bool(first.body) and not is_inside(first.body[0].line)
    prose = [mark for mark in first.body if mark.role is Role.BODY]
    opening = prose[0].opening if prose and not first.heads else None
    return opening is not None and bool(opening.credits)


def _has_only_labels(draft: Draft) -> bool:
    """A label over a text that nobody signs."""
    first = draft.sections[0]
    labels = bool(first.heads) and all(mark.role is Role.LABEL for mark in first.heads)
    return labels and len(draft.sections) == 1 and not first.has_byline and not draft.closed


def _lacks_opening(section: Section) -> bool:
    """Plain headings over a text that says nobody's name."""
    if not section.heads or not section.body or section.has_byline or is_list(section):
        return False
    return all(mark.role in (Role.HEADING, Role.DECK) for mark in section.heads)


def _go_on(draft: Draft, section: Section) -> None:
    """Headings in the middle of a sentence: the text above goes on below them."""
    draft.late.append((section.body[0].line.number, section.heads))
    draft.sections[-1].go_on(section)


def _part_subheads(draft: Draft) -> None:
    """``(上接1版)`` / ``看底气``: what stands under a jump alone is a subhead and no headline."""
    first = draft.sections[0]
    if len(draft.sections) == 1 and max((m.line.width for m in first.titles), default=0) > LONGEST:
        return
    plain = first.titles and all(m.role in (Role.JUMP_FROM, Role.HEADING) for m in first.heads)
    if plain and first.has(Role.JUMP_FROM):
        jump = [m for m in first.heads if m.role is Role.JUMP_FROM]
        draft.sections[:1] = [Section(jump, []), Section(first.titles, first.body, first.closed)]
