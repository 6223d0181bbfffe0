"""From marked lines to sections, and from sections to articles.

A section is a group of heading lines with the body lines under it. Whether its headings open
a new article or are only subheads (小标题) inside the current one is weighed like a sub-editor
would: a dateline or byline below, a label or a deck, a signature above speak for a new
article; sibling subheads of the same make, a chapter number, the same vocabulary against.
"""

import itertools
import re
from dataclasses import dataclass, field
from functools import lru_cache

from articles.pagefile.language import Continuity, middle_weight
from articles.pagefile.lines import Line
from articles.pagefile.records import Kind, Lexicon
from articles.pagefile.regions import is_lone_picture
from articles.pagefile.roles import (
    HEADS,
    NUMBERED,
    Marked,
    Role,
    is_advert_title,
    is_notice_title,
    is_open,
    is_place,
    squeeze,
)
from articles.pagefile.words import BOX_LABELS, PUBLIC_AD_LABELS

NEW_ARTICLE = 0.5
"""Sections weighing more open an article."""
UNSIGNED = -1.0
"""Few articles have neither byline nor dateline, subheads never have one."""
COMPACT = 1.5
"""Boxes are set without blank lines, subheads stand between them like any paragraph."""
DENSE = 2.5
"""For a heading behind a blank line where the text above has none."""
FAR_SIBLING = 4
"""Subheads of the same make are looked for in so many sections around."""
ENDS_TEXT = re.compile(r"(?:未完待续|待续|完|下转第?[^版]{1,3}版)[)\]▶\s]*$")


@dataclass(slots=True)
class Section:
    """A group of heading lines (perhaps none) and the lines under it."""

    heads: list[Marked]
    body: list[Marked]
    closed: bool = False
    """A signature, a credit or a jump says that the text ends here."""
    words: frozenset[str] | None = None

    @property
    def titles(self) -> list[Marked]:
        return [m for m in self.heads if m.role in TITLES]

    @property
    def is_signed(self) -> bool:
        """A byline over the text or a dateline before it."""
        if any(m.role in SIGNED for m in self.heads):
            return True
        prose = [m for m in self.body if m.role is Role.BODY]
        return any(m.opening is not None for m in prose[:1])

    def has(self, role: Role) -> bool:
        return any(m.role is role for m in self.heads)


TITLES = frozenset(
    {Role.HEADING, Role.LABEL, Role.DECK, Role.PLACE, Role.TITLE_AND_AUTHOR, Role.BRIEF_HEAD}
)
SIGNED = frozenset({Role.BYLINE, Role.AUTHOR, Role.TITLE_AND_AUTHOR})


@dataclass(slots=True)
class Draft:
    """An article being gathered: its sections in the page's order."""

    sections: list[Section]
    kind: Kind | None = None
    section_label: str | None = None
    """The label of the page's section it stands in (旧改进行时 with its co-host line)."""
    late: list[tuple[int, list[Marked]]] = field(default_factory=list)
    """Headings printed in mid-sentence, each with the number of the line below them."""
    fixed: bool = False

    @property
    def closed(self) -> bool:
        return self.sections[-1].closed

    @property
    def lines(self) -> list[Line]:
        return [m.line for s in self.sections for m in (*s.heads, *s.body)]


@lru_cache(maxsize=4096)
def bigrams(text: str) -> frozenset[str]:
    """Pairs of Chinese characters that stand together."""
    return frozenset(a + b for a, b in itertools.pairwise(text) if a >= "\u4e00" and b >= "\u4e00")


def vocabulary(section: Section) -> frozenset[str]:
    """Pairs of characters of a section's text, kept once worked out."""
    if section.words is None:
        section.words = frozenset().union(*(bigrams(m.line.folded) for m in section.body))
    return section.words


def cut_sections(marked: list[Marked]) -> list[Section]:
    """Group lines: headings that follow each other, then what stands under them."""
    sections: list[Section] = []
    for index, mark in enumerate(marked):
        if _opens_section(marked, index, sections):
            sections.append(Section([], []))
        section = sections[-1]
        (
            section.heads
            if mark.role in HEADS | {Role.JUMP_FROM} and not section.body
            else section.body
        ).append(mark)
        section.closed = section.closed or _closes(mark)
    return sections


def _opens_section(marked: list[Marked], index: int, sections: list[Section]) -> bool:
    mark = marked[index]
    if not sections:
        return True
    if mark.role in (Role.JUMP_FROM, Role.ARTWORK, Role.BRIEF_HEAD):
        return True
    if (mark.page and mark.role is Role.BODY) or is_lone_picture(marked, index):
        return True
    if (
        sections[-1].heads
        and all(m.role is Role.NOTE for m in sections[-1].heads)
        and mark.role in TITLES
    ):
        return True
    above = marked[index - 1].role
    if mark.role is Role.LEAD_IN or above in (Role.LEAD_IN, Role.ARTWORK):
        return mark.role is not Role.LEAD_IN or above is not Role.LEAD_IN
    return mark.role in HEADS and above not in HEADS | {Role.JUMP_FROM}


def _closes(mark: Marked) -> bool:
    if mark.role in (Role.CREDIT, Role.JUMP_TO):
        return True
    if mark.role is Role.BODY and mark.signature is not None:
        return True
    return mark.role in (Role.BODY, Role.ITEM) and bool(ENDS_TEXT.search(mark.line.end))


class Segmenter:
    """Gathers sections into drafts of articles."""

    def __init__(self, sections: list[Section], lexicon: Lexicon, continuity: Continuity) -> None:
        self.sections, self.lexicon, self.continuity = sections, lexicon, continuity
        self.drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        for index, section in enumerate(self.sections):
            owner = None if self._heads_briefs(index) else self._owner(index, section)
            if owner is None:
                self.drafts.append(Draft([section]))
            elif self._by_continuation(section, owner) < 0:
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
        if not self.drafts or _surely_new(section):
            return None
        if not section.heads:
            return self.drafts[-1]
        current = self.drafts[-1]
        candidates = [current]
        if is_box(current) and len(self.drafts) > 1 and not self.drafts[-2].closed:
            candidates.append(self.drafts[-2])
        weights = [self._weigh(index, section, draft) for draft in candidates]
        if len(weights) == 2:
            weights[0] += 2.0
        best = min(range(len(weights)), key=weights.__getitem__)
        return None if weights[best] > NEW_ARTICLE else candidates[best]

    def _weigh(self, index: int, section: Section, draft: Draft) -> float:
        """Evidence that ``section`` opens an article rather than goes on with ``draft``."""
        return (
            self._by_own_marks(section)
            + self._by_draft(section, draft)
            + self._by_siblings(index, section, draft)
            + self._by_vocabulary(section, draft)
            + self._by_continuation(section, draft)
        )

    def _by_own_marks(self, section: Section) -> float:
        titles = section.titles
        weight = 5.0 if section.is_signed else UNSIGNED
        weight += 4.0 if section.has(Role.PLACE) else 0.0
        weight += 3.0 if section.has(Role.DECK) else 0.0
        labels = [m for m in titles if m.role is Role.LABEL]
        if labels:
            weight += (
                4.0 if any(_is_box_label(m) for m in labels) else 2.5 if len(titles) > 1 else 1.5
            )
        if section.body and all(m.role in (Role.ITEM, Role.TABLE) for m in section.body):
            weight += 2.5
        if is_compact(section):
            weight += COMPACT
        headings = [m for m in titles if m.role in (Role.HEADING, Role.BRIEF_HEAD)]
        if any(is_notice_title(m.line.folded) for m in headings) or _is_weather(titles):
            weight += 5.0
        if len(headings) > 1:
            weight += 1.2
        width = max((m.line.width for m in headings), default=0)
        weight += -1.0 if width <= 6 else 0.6 if width >= 18 else 0.0
        if titles and all(
            shape(m.line, self.lexicon) in ("number", "bracket", "prefix") for m in titles
        ):
            weight -= 4.0
        if is_photo_story(section):
            weight += 5.0
        return weight

    def _by_draft(self, section: Section, draft: Draft) -> float:
        """A closed text, a notice or an advert takes no further section."""
        weight = 3.5 if draft.closed else 0.0
        if section.closed and _signs(section) and any(s.is_signed for s in draft.sections):
            weight += 3.0
        if is_dense(draft.sections[0]) and section.heads and section.heads[0].line.gap:
            weight += DENSE
        if is_notice(draft):
            weight += 4.0
        elif all(m.role in (Role.ITEM, Role.TABLE) for m in draft.sections[-1].body):
            weight += 1.5
        verse = any(m.role is Role.VERSE for s in draft.sections for m in s.body)
        if verse:
            goes_on = any(m.role is Role.VERSE for m in section.body)
            weight += -3.0 if goes_on and not section.is_signed else 3.0
        if not draft.sections[-1].body and len(draft.sections) == 1:
            weight -= 3.0
        return weight

    def _by_siblings(self, index: int, section: Section, draft: Draft) -> float:
        """Subheads come in sets of the same make: 从“卖零件”到“卖方案” / 从“一家干”到…"""
        titles = section.titles
        if not titles or not _may_be_subhead(section):
            return 0.0
        best = 0.0
        inside = list(draft.sections[1:])
        after = self.sections[index + 1 : index + 1 + FAR_SIBLING]
        for other in (*inside, *after):
            if other.titles and _may_be_subhead(other):
                best = max(best, alike(titles, other.titles, self.lexicon))
        return -3.0 * best

    def _by_vocabulary(self, section: Section, draft: Draft) -> float:
        """A subhead's section speaks of the same things as the text before it."""
        words = vocabulary(section)
        if len(words) < 40:
            return 0.0
        known = frozenset().union(*(vocabulary(s) for s in draft.sections))
        if len(known) < 40:
            return 0.0
        share = len(words & known) / len(words)
        return max(-2.0, min(1.5, (0.09 - share) * 30))

    def _by_continuation(self, section: Section, draft: Draft) -> float:
        """Headings in mid-sentence: the text below goes on where the text above stops."""
        above = next((m for s in reversed(draft.sections) for m in reversed(s.body)), None)
        below = next((m for m in section.body if m.role is Role.BODY), None)
        if not above or not below or above.role is not Role.BODY or not is_open(above.line.end):
            return 0.0
        if middle_weight(below.line.folded) < 0.7:
            return 0.0
        seam = self.continuity.seam(above.line.end[-60:], below.line.folded[:60])
        return -6.0 if seam >= 0.8 else 0.0


def _go_on(draft: Draft, section: Section) -> None:
    """Headings in the middle of a sentence: the text above goes on below them."""
    draft.late.append((section.body[0].line.number, section.heads))
    draft.sections[-1].body += section.body
    draft.sections[-1].closed = draft.sections[-1].closed or section.closed


def _surely_new(section: Section) -> bool:
    return any(
        m.role in (Role.JUMP_FROM, Role.BRIEF_HEAD, Role.LEAD_IN, Role.ARTWORK)
        for m in section.heads
    ) or any(
        m.role in (Role.LEAD_IN, Role.ARTWORK)
        or (m.role is Role.BODY and m.page)
        or (m.role is Role.CAPTION and not section.heads)
        for m in section.body[:1]
    )


def _is_box_label(mark: Marked) -> bool:
    word = squeeze(mark.line.folded).strip("【】[]■:")
    return word in BOX_LABELS or word in PUBLIC_AD_LABELS


def is_box(draft: Draft) -> bool:
    """A box beside another article: 相关链接, 新闻背景 …"""
    first = draft.sections[0]
    return any(m.role is Role.LABEL and _is_box_label(m) for m in first.heads)


def is_notice(draft: Draft) -> bool:
    heads = draft.sections[0].heads
    if any(m.role is Role.LABEL and squeeze(m.line.folded) in PUBLIC_AD_LABELS for m in heads):
        return True
    titles = [m for m in heads if m.role is Role.HEADING]
    if any(is_notice_title(m.line.folded) for m in titles):
        return True
    return not draft.sections[0].is_signed and any(
        is_advert_title(m.line.folded) for m in titles[-1:]
    )


def _may_be_subhead(section: Section) -> bool:
    """Whether nothing about a section says outright that an article begins."""
    titles = [m for m in section.titles if m.role in (Role.HEADING, Role.LABEL)]
    if section.is_signed or _surely_new(section) or is_photo_story(section):
        return False
    if any(m.role in (Role.PLACE, Role.DECK) or _is_box_label(m) for m in section.heads):
        return False
    return not any(is_notice_title(m.line.folded) for m in titles)


def _is_weather(titles: list[Marked]) -> bool:
    return any(
        re.search("^(?:今日|明日|本周|一周)?天气(?:预报|趋势)?$|气象服务", squeeze(m.line.folded))
        for m in titles
    )


def is_compact(section: Section) -> bool:
    """A heading with its text right under it, a blank line above: a box or a notice of its own."""
    if not section.heads or not section.body:
        return False
    return bool(section.heads[0].line.gap) and not section.body[0].line.gap


def is_dense(section: Section) -> bool:
    """Heads and paragraphs line under line: on such pages a blank line parts the articles."""
    under = [m.line for m in section.body[:3]]
    return is_compact(section) and len(under) > 1 and not any(line.gap for line in under)


def _signs(section: Section) -> bool:
    return any(m.signature is not None and m.signature[0] for m in section.body) or any(
        m.role is Role.CREDIT and m.credits for m in section.body
    )


def is_photo_story(section: Section) -> bool:
    """A dropped picture, a paragraph or two and a credit: nothing else looks like it."""
    prose = [m for m in section.body if m.role is Role.BODY]
    if not 0 < len(prose) <= 3 or not prose[0].line.after_picture:
        return False
    last = section.body[-1]
    return last.role is Role.CREDIT or bool(
        re.search(r"(?:摄|供图|图/文|文/图)[)\]]?$", last.line.end)
    )


def shape(line: Line, lexicon: Lexicon) -> str:
    """The make of a heading, by which subheads are known as siblings."""
    text = line.folded
    if NUMBERED.match(text) or re.match(
        r"第[一二三四五六七八九十\d]{1,3}[章节回部]|[(（]?[之其][一二三四五][)）]?", text
    ):
        return "number"
    if text.startswith("【") and text.endswith("】"):
        return "bracket"
    if text.startswith("“") and text.endswith("”") and text.count("“") <= 2:
        return "quoted"
    before, colon, after = text.partition(":")
    if colon and after:
        if is_place(before, lexicon) or re.search(
            "指挥部|局|委|办|街道|镇|乡|公司|学校|医院|社区|村", before
        ):
            return "owner"
        return (
            "prefix"
            if before in ("关键词", "镜头", "故事", "现场", "亮点", "看点", "问题", "对策")
            else "colon"
        )
    return "parts" if " " in text else "plain"


def alike(mine: list[Marked], others: list[Marked], lexicon: Lexicon) -> float:
    """0..1, how much two groups of headings look like sibling subheads."""
    if len(mine) != len(others):
        return 0.0
    a, b = mine[0].line, others[0].line
    kind = shape(a, lexicon)
    if kind != shape(b, lexicon):
        return 0.0
    if kind in ("number", "bracket", "quoted", "prefix"):
        return 1.0
    if kind == "owner":
        return 1.0
    same_edge = a.folded[0] == b.folded[0] or a.folded[-1] == b.folded[-1]
    near = abs(a.width - b.width) <= 2
    if kind == "colon" and a.folded.split(":")[0] == b.folded.split(":")[0]:
        return 1.0
    return (
        0.5 * near + 0.4 * same_edge + (0.3 if near and a.width <= 14 else 0.0)
        if near
        else 0.2 * same_edge
    )
