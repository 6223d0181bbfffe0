"""Evidence that a section opens an article, and that it only goes on with one.

A sub-editor's signs: a dateline or byline below, a label or a deck, a signature above speak for
a new article; sibling subheads of the same make, a chapter number, the same vocabulary against.
"""

from itertools import takewhile

from articles.pagefile.cutting.boxes import is_displayed, is_list, is_listing, is_weather, opens_box
from articles.pagefile.cutting.drafts import Draft, is_notice
from articles.pagefile.cutting.openings import may_be_subhead
from articles.pagefile.cutting.pictures import is_photo_story, is_picture, is_under_picture
from articles.pagefile.cutting.sections import (
    Section,
    bigrams_of,
    ends_signed,
    is_compact,
    is_dense,
    speakers,
)
from articles.pagefile.cutting.subheads import alike, shape
from articles.pagefile.marking.labels import is_notice_title
from articles.pagefile.marking.roles import Marked, Role, is_open
from articles.pagefile.marking.signings import opens_letter
from articles.pagefile.records import Lexicon
from articles.pagefile.text.beginnings import middle_weight
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.places import COUNTY

WIDEST_LABEL = 8
SEVERAL = 2.4
"""A subhead is one line; a label or a kicker over a headline makes two."""
ELSEWHERE = 2.2
"""For a heading that begins with a county of which the text above does not speak."""
UNSIGNED = -1.0
"""Few articles have neither byline nor dateline, subheads never have one."""
COMPACT = 1.5
"""Boxes are set without blank lines, subheads stand between them like any paragraph."""
LETTER = 4.0
"""``编辑同志:`` opens a letter, and nobody writes one under a subhead."""
DENSE = 2.5
"""For a heading behind a blank line where the text above has none."""
SPEECH = 5.0
"""For questions and answers of the same people on both sides of a heading."""
ASKED = 2
"""Paragraphs under a heading in which somebody must speak."""
SIBLING = 3.0
LISTED = 2.5
"""For a table or a list below, and for a heading that announces one."""
UNDER_PICTURE = 4.0
"""For a heading over a dropped picture and its one paragraph."""
LONE, ALONE = 0.3, 1.2
"""An essay with one subhead and no other like it is seldom printed, nor is one of two lines."""
STRANGE = 2.0
"""For a plain heading where all subheads above are ``【案情】`` or numbered."""
LONG_TEXT, WIDE, STRANGE_WORDS, OF_STRANGERS = 99, 11, 1.4, 0.5
"""Pairs of characters, characters, what ``by_vocabulary`` says at least, what it is worth."""
MARKED = frozenset({"number", "bracket", "prefix"})
"""Makes of subheads that say by themselves what they are."""
SERIAL = 0.7
"""From here on two plain headings may be subheads of one text."""
FEWEST_ROWS = 3
FAR_SIBLING = 4
"""Subheads of the same make are looked for in so many sections around."""


class Evidence:
    """What speaks for and against a new article, over the sections of one page."""

    def __init__(self, sections: list[Section], lexicon: Lexicon, continuity: Continuity) -> None:
        self.sections, self.lexicon, self.continuity = sections, lexicon, continuity

    def weigh(self, index: int, section: Section, draft: Draft) -> float:
        """Evidence that ``section`` opens an article rather than goes on with ``draft``."""
        by_vocabulary = self.by_vocabulary(section, draft)
        is_strange = by_vocabulary >= STRANGE_WORDS and self._is_among_strangers(section, draft)
        return (
            self._by_own_marks(section)
            + self._by_draft(section, draft)
            + self._by_siblings(index, section, draft)
            + by_vocabulary
            + OF_STRANGERS * is_strange
            + self.by_continuation(section, draft)
        )

    def seam(self, above: Marked, below: Marked) -> float:
        """How well a paragraph goes on where another stops."""
        return self.continuity.seam(above.line.end[-60:], below.line.folded[:60])

    def _by_own_marks(self, section: Section) -> float:
        titles = section.titles
        weight = 5.0 if section.has_byline else UNSIGNED
        weight += 4.0 if section.has(Role.PLACE) else 0.0
        weight += 3.0 if section.has(Role.DECK) else 0.0
        labels = [m for m in titles if m.role is Role.LABEL]
        if labels:
            alone = len(titles) == 1 and " " not in titles[0].line.folded
            whole = alone or any(opens_box(m) for m in labels)
            weight += 4.0 if whole else 2.5 if len(titles) > 1 else 1.5
        if is_list(section) or _opens_with_table(section):
            weight += LISTED
        if is_listing(titles):
            weight += LISTED
        if is_displayed(section):
            weight += 3.5
        if is_compact(section):
            weight += COMPACT
        if section.body and opens_letter(section.body[0].line):
            weight += LETTER
        headings = [m for m in titles if m.role is Role.HEADING]
        if any(is_notice_title(m.line.folded) for m in headings) or is_weather(titles):
            weight += 5.0
        if len(headings) > 1:
            weight += SEVERAL
        width = max((m.line.width for m in headings), default=0)
        weight += -1.0 if width <= 6 else 0.6 if width >= 18 else 0.0
        if titles and all(shape(m.line, self.lexicon) in MARKED for m in titles):
            weight -= 4.0
        if is_photo_story(section):
            weight += 5.0
        elif is_under_picture(section):
            weight += UNDER_PICTURE
        return weight

    def _by_draft(self, section: Section, draft: Draft) -> float:
        """A closed text, a notice or an advert takes no further section."""
        weight = 3.5 if draft.closed else 0.0
        if section.closed and ends_signed(section) and any(map(_is_authored, draft.sections)):
            weight += 3.0
        if _is_elsewhere(section, draft):
            weight += ELSEWHERE
        if _parts_dense(section, draft):
            weight += DENSE
        if _speak_on(section, draft):
            weight -= SPEECH
        if is_notice(draft):
            weight += 4.0
        elif all(m.role in (Role.ITEM, Role.TABLE) for m in draft.sections[-1].body):
            weight += 1.5
        if is_picture(draft):
            weight += 4.0
        if _has_verse(draft):
            goes_on = any(m.role is Role.VERSE for m in section.body)
            weight += -3.0 if goes_on and not section.has_byline else 3.0
        elif _begins_in_verse(section):
            weight += 2.5
        if not draft.sections[-1].body and len(draft.sections) == 1:
            weight -= 3.0
        return weight

    def _by_siblings(self, index: int, section: Section, draft: Draft) -> float:
        """Subheads come in sets of the same make: 从“卖零件”到“卖方案” / 从“一家干”到…"""
        if not section.titles or not may_be_subhead(section):
            return 0.0
        if _begins_in_verse(section) and not _has_verse(draft):
            return 0.0
        inside = [s for s in _subheaded(draft) if s.titles]
        after = self.sections[index + 1 : index + 1 + FAR_SIBLING]
        unsigned = [s for s in (*inside, *after) if not ends_signed(s)]
        best = max((self.likeness(section, s) for s in unsigned), default=0.0)
        makes = {self._make(s) for s in inside}
        if makes and makes <= MARKED and not best and self._make(section) not in makes:
            return STRANGE
        essay = draft.sections[0].has(Role.AUTHOR)
        if not inside and best < LONE and (essay or len(section.titles) > 1):
            return ALONE
        return -SIBLING * best if not _parts_dense(section, draft) else -min(1.0, SIBLING * best)

    def likeness(self, section: Section, other: Section) -> float:
        """How much the headings of two sections look like subheads of one text."""
        if not other.titles or not (other.has(Role.JUMP_FROM) or may_be_subhead(other)):
            return 0.0
        if _are_labelled_apart(section, other):
            return 0.0
        return alike(section.titles, other.titles, self.lexicon)

    def _make(self, section: Section) -> str:
        return shape(section.titles[0].line, self.lexicon)

    def continues_series(self, section: Section, draft: Draft) -> bool:
        """``算一笔账:职工去哪里`` where ``算一笔账:税收少多少`` is a subhead of ``draft``."""
        titles = section.titles
        if not titles or ":" not in titles[0].line.folded or self._make(section) != "colon":
            return False
        if not may_be_subhead(section):
            return False
        return any(
            s.titles and alike(section.titles, s.titles, self.lexicon) == 1.0
            for s in draft.sections[1:]
        )

    def resumes(self, section: Section, draft: Draft, between: Draft) -> bool:
        """The same people go on asking and answering, or a series of subheads goes on.

        Plain subheads do so only behind a box that nobody signs.
        """
        if section.has_byline or not may_be_subhead(section):
            return False
        if _speak_on(section, draft):
            return True
        enough = 1.0 if any(map(_is_authored, between.sections)) else SERIAL
        inside = [s for s in draft.sections[1:] if s.titles]
        return any(self.likeness(section, s) >= enough for s in inside)

    def by_vocabulary(self, section: Section, draft: Draft) -> float:
        """A subhead's section speaks of the same things as the text before it."""
        words = bigrams_of(section)
        if len(words) < 40:
            return 0.0
        first, *others = (bigrams_of(s) for s in draft.sections)
        known = first.union(*others) if others else first
        if len(known) < 40:
            return 0.0
        share = len(words & known) / len(words)
        return max(-2.0, min(1.5, (0.09 - share) * 30))

    def _is_among_strangers(self, section: Section, draft: Draft) -> bool:
        """A wide plain heading below a long signed text, whose words its own text does not know."""
        titles, above = section.titles, draft.sections[0]
        if len(draft.sections) > 1 or not above.has_byline or len(bigrams_of(above)) < LONG_TEXT:
            return False
        wide = len(titles) == 1 and titles[0].line.width >= WIDE
        return wide and self._make(section) in ("plain", "parts")

    def by_continuation(self, section: Section, draft: Draft) -> float:
        """Headings in mid-sentence: the text below goes on where the text above stops."""
        above = next((m for s in reversed(draft.sections) for m in reversed(s.body)), None)
        below = next((m for m in section.body if m.role is Role.BODY), None)
        if not above or not below or above.role is not Role.BODY or not is_open(above.line.end):
            return 0.0
        if is_photo_story(section):
            return 0.0
        waits = _waits_for_headline(section, draft)
        if not waits and middle_weight(below.line.folded) < 0.7:
            return 0.0
        seam = self.seam(above, below)
        if waits:
            return -9.0 if seam >= -1.0 else 0.0
        return -6.0 if seam >= 0.8 else 0.0


def _waits_for_headline(section: Section, draft: Draft) -> bool:
    """A label and a byline over a text, and its headline with the deck in mid-sentence below."""
    over = draft.sections[0]
    short = len(over.titles) == 1 and over.titles[0].line.width <= WIDEST_LABEL
    return short and over.has_byline and section.has(Role.DECK) and not section.has_byline


def _are_labelled_apart(section: Section, other: Section) -> bool:
    """``法律信箱`` and ``养生之道``, each over a headline: columns; no ``看民生`` and ``看生态``."""
    mine, others = section.titles, other.titles
    labelled = len(mine) > 1 and mine[0].role is Role.LABEL
    return labelled and mine[0].line.folded[0] != others[0].line.folded[0]


def _is_authored(section: Section) -> bool:
    return section.has_byline or ends_signed(section)


def _is_elsewhere(section: Section, draft: Draft) -> bool:
    """``攸县村村响起“小喇叭”`` below a text about another county."""
    place = COUNTY.match(section.titles[0].line.folded) if section.titles else None
    if place is None or ":" in section.titles[0].line.folded:
        return False
    return not any(place[0] in m.line.folded for s in draft.sections for m in (*s.heads, *s.body))


def _opens_with_table(section: Section) -> bool:
    """``股市行情`` over a table; tails of other texts may stand below it."""
    rows = takewhile(lambda m: m.role is Role.TABLE, section.body)
    return len([*rows]) >= FEWEST_ROWS


def _speak_on(section: Section, draft: Draft) -> bool:
    """Who speaks first under a heading spoke in the text above it; his name may be lost once."""
    first = next(filter(None, speakers(section)[:ASKED]), "")
    return bool(first) and any(first in speakers(s) for s in draft.sections)


def _subheaded(draft: Draft) -> list[Section]:
    """The sections of a text that a subhead may stand over; under a jump the first is one."""
    return draft.sections if draft.sections[0].has(Role.JUMP_FROM) else draft.sections[1:]


def _parts_dense(section: Section, draft: Draft) -> bool:
    """A blank line over a heading where the text above has none between its lines."""
    return bool(is_dense(draft.sections[0]) and section.heads and section.heads[0].line.gap)


def _has_verse(draft: Draft) -> bool:
    return any(m.role is Role.VERSE for s in draft.sections for m in s.body)


def _begins_in_verse(section: Section) -> bool:
    return bool(section.body) and section.body[0].role is Role.VERSE
