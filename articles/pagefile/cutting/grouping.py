"""Lines into sections: headings that follow each other, and what stands under them.

One small rule per reason, asked in order of ``(marked, index, section)``: the page's lines, the
line's place and the section above it. The first that says True or False decides whether the
line opens a section; None leaves it to the next.
"""

from itertools import takewhile

from articles.pagefile.cutting.boxes import opens_box
from articles.pagefile.cutting.pictures import credits_picture, is_lone_picture
from articles.pagefile.cutting.sections import TITLES, Section, closes
from articles.pagefile.marking.labels import bare
from articles.pagefile.marking.notes import AFTERWORD
from articles.pagefile.marking.roles import HEADS, Marked, Role, is_open
from articles.pagefile.text.lines import BULLET
from articles.pagefile.words.notices import PUBLIC_AD_LABELS
from articles.pagefile.words.places import COUNTY

FEWEST_COUNTIES = 2
"""Items of one county are a text's own; of two or more they are news in brief."""
OVER_TEXT = HEADS | {Role.JUMP_FROM}
"""Lines that a section begins with."""
ALWAYS = frozenset({Role.JUMP_FROM, Role.ARTWORK, Role.BRIEF_HEAD})
"""Lines that open a section wherever they stand."""


def cut_sections(marked: list[Marked]) -> list[Section]:
    """The page's lines as sections, in its order."""
    sections: list[Section] = []
    for index, mark in enumerate(marked):
        if not sections or _opens_section(marked, index, sections[-1]):
            sections.append(Section([], []))
        section = sections[-1]
        is_over = mark.role in OVER_TEXT and not section.body
        (section.heads if is_over else section.body).append(mark)
        section.closed = section.closed or closes(mark)
    return sections


def _opens_section(marked: list[Marked], index: int, section: Section) -> bool:
    answers = (rule(marked, index, section) for rule in RULES)
    return next((answer for answer in answers if answer is not None), False)


def _goes_on_in_line(marked, index, section):
    """Heading and text that OCR ran together on one line stay together."""
    return False if marked[index].line.number == marked[index - 1].line.number else None


def _is_slogan(marked, index, section):
    """``公益广告`` alone: what stands below is its headline."""
    words = [bare(mark.line.folded) for mark in section.heads]
    labelled = not section.body and len(words) == 1 and words[0] in PUBLIC_AD_LABELS
    return False if labelled and marked[index].role is Role.BRIEF_HEAD else None


def _opens_by_role(marked, index, section):
    mark = marked[index]
    return mark.role in ALWAYS or (bool(mark.page) and mark.role is Role.BODY) or None


def _opens_news_in_brief(marked, index, section):
    """``◎ 某县……`` / ``◎ 某区……`` without a head below another text: each of another county."""
    above, items = marked[index - 1], _items_from(marked, index)
    if not items[0].line.gap or above.role is not Role.BODY or is_open(above.line.end):
        return None
    counties = {found[0] for m in items if (found := COUNTY.match(BULLET.sub("", m.line.folded)))}
    return len(counties) >= FEWEST_COUNTIES or None


def _items_from(marked: list[Marked], index: int) -> list[Marked]:
    """The line and the items right under it, where it is one of a list with bullets."""
    first = marked[index]
    found = [first]
    if first.role is Role.ITEM and BULLET.match(first.line.folded):
        below = takewhile(lambda m: m.role is Role.ITEM and not m.line.gap, marked[index + 1 :])
        found += [m for m in below if m.line.folded[0] == first.line.folded[0]]
    return found


def _opens_another(marked, index, section):
    """A dateline with its bylines below a signed text: another one, its headline lost or late."""
    mark = marked[index]
    opens = mark.role is Role.BODY and mark.opening is not None and bool(mark.opening.credits)
    if not opens or not section.body:
        return None
    signed = section.has_byline or section.closed
    return signed or _is_headed_late(marked, index) or None


def _is_headed_late(marked, index):
    """Headings right below a dateline's paragraph, over text that nobody signs: its own."""
    below = marked[index + 1 :]
    heads = [*takewhile(lambda m: m.role in (Role.HEADING, Role.DECK), below)]
    under = below[len(heads)] if len(heads) < len(below) else None
    unsigned = under is not None and under.role is Role.BODY and under.opening is None
    return bool(heads) and unsigned


def _opens_picture(marked, index, section):
    return is_lone_picture(marked, index) or None


def _ends_note(marked, index, section):
    """Headings below an editor's note are those of the text that it speaks of."""
    noted = bool(section.heads) and all(mark.role is Role.NOTE for mark in section.heads)
    return (noted and marked[index].role in TITLES) or None


def _credits_artwork(marked, index, section):
    credits = marked[index].role is Role.CREDIT and marked[index - 1].role is Role.ARTWORK
    return False if credits else None


def _parts_picture_title(marked, index, section):
    """A label below a lone heading that stands under a picture's credit: the picture's title."""
    titled = not section.body and len(section.heads) == 1 and index >= 2
    if not titled or section.heads[0].role is not Role.HEADING:
        return None
    return (marked[index].role is Role.LABEL and credits_picture(marked[index - 2])) or None


def _opens_box(marked, index, section):
    titled = any(mark.role is Role.HEADING for mark in section.heads)
    return (titled and opens_box(marked[index])) or None


def _parts_lead_ins(marked, index, section):
    """Lead-ins stand together, and apart from everything else; so does a work of art."""
    mark, above = marked[index].role, marked[index - 1].role
    if mark is not Role.LEAD_IN and above not in (Role.LEAD_IN, Role.ARTWORK):
        return None
    return mark is not Role.LEAD_IN or above is not Role.LEAD_IN


def _is_afterword(marked, index, section):
    mark = marked[index]
    return False if mark.role is Role.NOTE and AFTERWORD.match(mark.line.folded) else None


def _is_heading_below_text(marked, index, section):
    below_text = bool(section.body) or marked[index - 1].role not in OVER_TEXT
    return marked[index].role in HEADS and below_text


RULES = (_goes_on_in_line, _is_slogan, _opens_by_role, _opens_news_in_brief, _opens_another)
RULES += (_opens_picture, _parts_picture_title, _ends_note, _credits_artwork)
RULES += (_opens_box, _parts_lead_ins, _is_afterword, _is_heading_below_text)
