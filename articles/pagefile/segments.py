"""From sections to articles: whose text does each section go on with?"""

from articles.pagefile.drafts import Draft, is_box
from articles.pagefile.language import Continuity
from articles.pagefile.records import Lexicon
from articles.pagefile.roles import Role
from articles.pagefile.sections import Section, is_surely_new
from articles.pagefile.weighing import Evidence

NEW_ARTICLE = 0.5
"""Sections weighing more open an article."""


class Segmenter:
    """Gathers sections into drafts of articles."""

    def __init__(self, sections: list[Section], lexicon: Lexicon, continuity: Continuity) -> None:
        self.sections = sections
        self.evidence = Evidence(sections, lexicon, continuity)
        self.drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        for index, section in enumerate(self.sections):
            owner = None if self._heads_briefs(index) else self._owner(index, section)
            if owner is None:
                self.drafts.append(Draft([section]))
            elif self.evidence.by_continuation(section, owner) < 0:
                _go_on(owner, section)
            else:
                owner.sections.append(section)
                self.drafts.remove(owner)
                self.drafts.append(owner)
        return self.drafts

    def _heads_briefs(self, index: int) -> bool:
        """``简讯`` over ■ heads: a label that opens a group."""
        section, below = self.sections[index], self.sections[index + 1 : index + 2]
        alone = not section.body and all(m.role is Role.LABEL for m in section.heads)
        return bool(alone and below and below[0].has(Role.BRIEF_HEAD))

    def _owner(self, index: int, section: Section) -> Draft | None:
        """The draft that this section goes on with; None when it opens an article."""
        if not self.drafts or is_surely_new(section):
            return None
        if not section.heads:
            return self.drafts[-1]
        current = self.drafts[-1]
        candidates = [current]
        if is_box(current) and len(self.drafts) > 1 and not self.drafts[-2].closed:
            candidates.append(self.drafts[-2])
        weights = [self.evidence.weigh(index, section, draft) for draft in candidates]
        if len(weights) == 2:
            weights[0] += 2.0
        best = min(range(len(weights)), key=weights.__getitem__)
        return None if weights[best] > NEW_ARTICLE else candidates[best]


def _go_on(draft: Draft, section: Section) -> None:
    """Headings in the middle of a sentence: the text above goes on below them."""
    draft.late.append((section.body[0].line.number, section.heads))
    draft.sections[-1].body += section.body
    draft.sections[-1].closed = draft.sections[-1].closed or section.closed
