"""What says outright that a section opens an article, whatever stands above it."""

from articles.pagefile.cutting.boxes import is_box_label, is_list, is_listing, is_weather
from articles.pagefile.cutting.pictures import is_photo_story, is_signed_picture, is_under_picture
from articles.pagefile.cutting.sections import Section
from articles.pagefile.marking.labels import is_notice_title
from articles.pagefile.marking.roles import Role


def is_surely_new(section: Section) -> bool:
    """Whether an article begins whatever stands above.

    So do a jumped text, a brief, lead-ins and works of art; without headings also a list, a
    picture with its caption and a text that names its own authors.
    """
    if section.has(Role.JUMP_FROM) or section.has(Role.BRIEF_HEAD):
        return True
    if not section.body:
        return False
    first = section.body[0]
    if first.role in (Role.LEAD_IN, Role.ARTWORK) or (first.role is Role.BODY and first.page):
        return True
    return not section.heads and _opens_without_heads(section)


def _opens_without_heads(section: Section) -> bool:
    first = section.body[0]
    if first.role is Role.CAPTION or (first.opening is not None and first.opening.credits):
        return True
    return is_list(section) or is_photo_story(section) or is_signed_picture(first)


def may_be_subhead(section: Section) -> bool:
    """Whether nothing about a section says outright that an article begins."""
    if section.subhead is None:
        section.subhead = _may_be_subhead(section)
    return section.subhead


def _may_be_subhead(section: Section) -> bool:
    titles = [m for m in section.titles if m.role in (Role.HEADING, Role.LABEL)]
    if section.has_byline or is_surely_new(section) or is_photo_story(section):
        return False
    if is_listing(titles) or is_weather(titles) or is_under_picture(section):
        return False
    if any(m.role in (Role.PLACE, Role.DECK) or is_box_label(m) for m in section.heads):
        return False
    return not any(is_notice_title(m.line.folded) for m in titles)
