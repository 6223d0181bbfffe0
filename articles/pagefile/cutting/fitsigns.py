"""Whether a section fits the text above it: what it speaks of, who speaks, where the text stops.

A closed text, a notice or an advert takes no further section; a text that stops in mid-sentence
waits for the one that goes on with it.
"""

import re

from articles.pagefile.cutting.drafts import Draft, is_notice
from articles.pagefile.cutting.pictures import is_photo_story, is_picture
from articles.pagefile.cutting.sections import Section, bigrams_of, ends_signed, is_dense, speakers
from articles.pagefile.cutting.subheads import make_of
from articles.pagefile.marking.roles import Marked, Role, is_open
from articles.pagefile.records import Lexicon
from articles.pagefile.text.beginnings import middle_weight
from articles.pagefile.text.numerals import number
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.places import COUNTY

WIDEST_LABEL = 8
"""Characters of a label that a text stands under until its headline comes."""
ASKED = 2
"""Paragraphs under a heading in which somebody must speak."""
FEWEST_PAIRS = 40
"""Of characters: a shorter text's vocabulary tells nothing."""
SHARED, BY_SHARE = 0.09, 30
"""The part of a section's pairs that the text above knows in doubtful cases, and what more or
fewer of them tell."""
SAME_MATTER, OTHER_MATTER = -2.0, 1.5
"""The most that the vocabulary says for either."""
LONG_TEXT, WIDE, STRANGE = 99, 11, 1.4
"""Pairs of characters in the text above, characters of the heading, and its vocabulary's word."""
OF_SET = re.compile(r"(?P<more>外)?(?P<count>[一二两三四五六七八九十])首\)?$|组诗\)?$")
WIDEST_POEM, WIDEST_STANZA, MOST_POEMS = 12, 60, 8
"""Characters of a poem's title in a set and of a line of it, poems in a set that does not say how
many."""
INSIDE, SURE_SEAM, LATE_SEAM = 0.7, 0.8, -1.0
"""From where on a text begins in mid-sentence and goes on well; well enough where a headline is
waited for."""


def fit_signs(section: Section, draft: Draft) -> dict[str, bool]:
    """The signs of a section below a draft, by name (``weighing.FIT``)."""
    notice, verses = is_notice(draft), has_verse(draft)
    on = any(m.role is Role.VERSE for m in section.body) and not section.has_byline
    return {
        "closed": draft.closed,
        "both_signed": _is_signed_off(section) and any(map(is_authored, draft.sections)),
        "elsewhere": _is_elsewhere(section, draft),
        "gap": parts_dense(section, draft),
        "speech": speak_on(section, draft),
        "below_notice": notice,
        "below_list": not notice and _ends_in_list(draft),
        "below_picture": is_picture(draft),
        "verses_on": verses and on,
        "verses_over": verses and not on,
        "verses_begin": not verses and begins_in_verse(section),
        "of_set": _is_of_set(section, draft),
        "below_heads": len(draft.sections) == 1 and not draft.sections[0].body,
    }


def word_signs(section: Section, draft: Draft, lexicon: Lexicon) -> dict[str, float]:
    """What the vocabularies of a section and a draft say (``weighing.WORDS``)."""
    unlike = unlikeness(section, draft)
    strangers = unlike >= STRANGE and _is_among_strangers(section, draft, lexicon)
    return {"unlike": unlike, "strangers": strangers}


def run_on_signs(section: Section, draft: Draft, continuity: Continuity) -> dict[str, bool]:
    """Headings in mid-sentence: the text below goes on where the text above stops."""
    above = next((m for s in reversed(draft.sections) for m in reversed(s.body)), None)
    below = next((m for m in section.body if m.role not in (Role.CAPTION, Role.CREDIT)), None)
    if above is None or above.role is not Role.BODY or not is_open(above.line.end):
        return {}
    if below is None or below.role is not Role.BODY or is_photo_story(section):
        return {}
    if _waits_for_headline(section, draft):
        return {"headline": seam_of(above, below, continuity) >= LATE_SEAM}
    inside = middle_weight(below.line.folded) >= INSIDE
    return {"sentence": inside and seam_of(above, below, continuity) >= SURE_SEAM}


def seam_of(above: Marked, below: Marked, continuity: Continuity) -> float:
    """How well a paragraph goes on where another stops."""
    return continuity.seam(above.line.end[-60:], below.line.folded[:60])


def unlikeness(section: Section, draft: Draft) -> float:
    """Below 0 where a section speaks of the same things as the text above it, as subheads' do."""
    mine = bigrams_of(section)
    if len(mine) < FEWEST_PAIRS:
        return 0.0
    first, *others = (bigrams_of(s) for s in draft.sections)
    known = first.union(*others) if others else first
    if len(known) < FEWEST_PAIRS:
        return 0.0
    share = len(mine & known) / len(mine)
    return max(SAME_MATTER, min(OTHER_MATTER, (SHARED - share) * BY_SHARE))


def is_authored(section: Section) -> bool:
    """Whether it names its authors, over the text or below it."""
    return section.has_byline or ends_signed(section)


def speak_on(section: Section, draft: Draft) -> bool:
    """Who speaks first under a heading spoke in the text above it; his name may be lost once."""
    first = next(filter(None, speakers(section)[:ASKED]), "")
    return bool(first) and any(first in speakers(s) for s in draft.sections)


def parts_dense(section: Section, draft: Draft) -> bool:
    """A blank line over a heading where the text above has none between its lines."""
    return bool(is_dense(draft.sections[0]) and section.heads and section.heads[0].line.gap)


def has_verse(draft: Draft) -> bool:
    """Whether a poem, or a text with verses in it, stands above."""
    return any(m.role is Role.VERSE for s in draft.sections for m in s.body)


def begins_in_verse(section: Section) -> bool:
    """Whether a verse stands right under the headings."""
    return bool(section.body) and section.body[0].role is Role.VERSE


def _is_of_set(section: Section, draft: Draft) -> bool:
    """``信号灯`` over verses below ``站台（外一首）``: one more poem of a set that is not yet full."""
    if section.has_byline or len(section.titles) != 1 or not section.body:
        return False
    if section.titles[0].line.width > WIDEST_POEM or section.body[0].line.width > WIDEST_STANZA:
        return False
    found = filter(None, (OF_SET.search(mark.line.folded) for mark in draft.sections[0].titles))
    of_set = next(found, None)
    if of_set is None:
        return False
    count = number(of_set["count"] or "") or MOST_POEMS
    return len(draft.sections) < count + bool(of_set["more"])


def _is_signed_off(section: Section) -> bool:
    return section.closed and ends_signed(section)


def _ends_in_list(draft: Draft) -> bool:
    """Nothing but items above; a draft of headings alone has nothing else either."""
    return all(m.role in (Role.ITEM, Role.TABLE) for m in draft.sections[-1].body)


def _is_elsewhere(section: Section, draft: Draft) -> bool:
    """``攸县村村响起“小喇叭”`` below a text about another county."""
    place = COUNTY.match(section.titles[0].line.folded) if section.titles else None
    if place is None or ":" in section.titles[0].line.folded:
        return False
    return not any(place[0] in m.line.folded for s in draft.sections for m in (*s.heads, *s.body))


def _is_among_strangers(section: Section, draft: Draft, lexicon: Lexicon) -> bool:
    """A wide plain heading below a long signed text, whose words its own text does not know."""
    titles, above = section.titles, draft.sections[0]
    if len(draft.sections) > 1 or not above.has_byline or len(bigrams_of(above)) < LONG_TEXT:
        return False
    wide = len(titles) == 1 and titles[0].line.width >= WIDE
    return wide and make_of(section, lexicon) in ("plain", "parts")


def _waits_for_headline(section: Section, draft: Draft) -> bool:
    """A label and a byline over a text, and its headline with the deck in mid-sentence below."""
    over = draft.sections[0]
    short = len(over.titles) == 1 and over.titles[0].line.width <= WIDEST_LABEL
    return short and over.has_byline and section.has(Role.DECK) and not section.has_byline
