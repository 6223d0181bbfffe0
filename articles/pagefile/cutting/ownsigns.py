"""What a section has about it that says whether it opens an article or is one more of a text.

A sub-editor's signs: a byline or a dateline, a county or a deck, a label, a list, an advert's
make; against them a heading that is numbered or in brackets.
"""

from collections.abc import Sequence
from itertools import takewhile

from articles.pagefile.cutting.boxes import is_displayed, is_list, is_listing, is_weather, opens_box
from articles.pagefile.cutting.pictures import is_photo_story, is_under_picture
from articles.pagefile.cutting.sections import Section, is_compact
from articles.pagefile.cutting.subheads import MARKED, shape
from articles.pagefile.marking.labels import is_notice_title
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.signings import opens_letter
from articles.pagefile.records import Lexicon

SHORT, WIDE = 6, 18
"""Characters of a heading that looks like a subhead, and of one that looks like a headline."""
FEWEST_ROWS = 3
"""Lines of a table with which a list begins."""


def own_signs(section: Section, lexicon: Lexicon) -> dict[str, bool]:
    """The signs of one section, by name (``weighing.OWN`` says what each is worth)."""
    titles = section.titles
    headings = [m for m in titles if m.role is Role.HEADING]
    width = max((m.line.width for m in headings), default=0)
    is_story = is_photo_story(section)
    return {
        "byline": section.has_byline,
        "unsigned": not section.has_byline,
        "place": section.has(Role.PLACE),
        "deck": section.has(Role.DECK),
        **_label_signs(titles),
        "list": is_list(section) or _opens_with_table(section),
        "listing": is_listing(titles),
        "displayed": is_displayed(section),
        "compact": is_compact(section),
        "letter": bool(section.body) and opens_letter(section.body[0].line),
        "notice": any(is_notice_title(m.line.folded) for m in headings) or is_weather(titles),
        "several": len(headings) > 1,
        "short": width <= SHORT,
        "wide": width >= WIDE,
        "marked": bool(titles) and all(shape(m.line, lexicon) in MARKED for m in titles),
        "story": is_story,
        "pictured": not is_story and is_under_picture(section),
    }


def _label_signs(titles: Sequence[Marked]) -> dict[str, bool]:
    """A label by itself or over a box, one over a headline, one on a line with it."""
    labels = [m for m in titles if m.role is Role.LABEL]
    if not labels:
        return {}
    alone = len(titles) == 1 and " " not in titles[0].line.folded
    if alone or any(map(opens_box, labels)):
        return {"label": True}
    return {"label_over": True} if len(titles) > 1 else {"label_beside": True}


def _opens_with_table(section: Section) -> bool:
    """``股市行情`` over a table; tails of other texts may stand below it."""
    rows = takewhile(lambda m: m.role is Role.TABLE, section.body)
    return len([*rows]) >= FEWEST_ROWS
