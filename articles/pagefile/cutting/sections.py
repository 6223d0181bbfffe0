"""Sections: a group of heading lines with the body lines under it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from articles.pagefile.marking.headinglike import CONTACT
from articles.pagefile.marking.labels import bare, is_notice_title
from articles.pagefile.marking.mistaken import is_inside
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.signings import RESPECTS
from articles.pagefile.marking.speakers import SPEAKER
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import BULLET
from articles.pagefile.words.labels import BOX_LABELS, PICTURE_LABELS
from articles.pagefile.words.notices import PUBLIC_AD_LABELS
from articles.pagefile.words.places import COUNTY_MISREADINGS, COUNTY_NAMES

ENDS_TEXT = re.compile(r"(?:未完待续|待续|完|下转第?[^版]{1,3}版)[)\]▶\s]*$")

CHINESE = re.compile("[\u4e00-\U0010ffff]{2,}")
WEATHER = re.compile("^(?:今日|明日|今明|今天|明天|本周|一周)?天气(?:预报|趋势)?$|气象服务")
LISTING = re.compile(
    "(?:名次|成绩单?|[分牌行]榜|行情|菜价|安排|提示|预告|精选|价目|变动|更名|迁址|影讯|片讯|剧讯|荧屏|荧幕|看盘|竞猜|揭晓|排名|播报|速览"
    "|(?:本周|今晚|今日|周末|明日)(?:电视|节目|影视)|[两二三四五六七八九十]则)$"
)
"""What is listed below: ``足球赛名次``, ``本周菜价``, ``文讯两则``."""
FEWEST_ENTRIES, WIDEST_ENTRY = 3, 40
ENTRY = re.compile(rf"{SPEAKER.pattern}|[\[【][^\]】]{{1,8}}[\]】]")
COUNTY = re.compile(
    "|".join(
        sorted((n for n in COUNTY_NAMES | set(COUNTY_MISREADINGS) if len(n) > 1), key=len)[::-1]
    )
)
WHOLE_STORY = 60
"""A caption so wide tells all that there is to a picture."""
PICTURED = re.compile(r"(?:摄|供图|图/文|文/图)[)\]]?$")


@dataclass(slots=True, eq=False)
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

    def has(self, role: str) -> bool:
        return any(m.role is role for m in self.heads)

    def go_on(self, section: "Section") -> None:
        """Take over what stands below headings in the middle of the text."""
        self.body += section.body
        self.closed = self.closed or section.closed
        self.words = None


TITLES = frozenset(
    {Role.HEADING, Role.LABEL, Role.DECK, Role.PLACE, Role.TITLE_AND_AUTHOR, Role.BRIEF_HEAD}
)
SIGNED = frozenset({Role.BYLINE, Role.AUTHOR, Role.TITLE_AND_AUTHOR})


@lru_cache(maxsize=4096)
def bigrams(text: str) -> frozenset[str]:
    """Pairs of Chinese characters that stand together."""
    return frozenset().union(*[map(add, run, run[1:]) for run in CHINESE.findall(text)])


def vocabulary(section: Section) -> frozenset[str]:
    """Pairs of characters of a section's text, kept once worked out."""
    if section.words is None:
        section.words = frozenset().union(*(bigrams(m.line.folded) for m in section.body))
    return section.words


def closes(mark: Marked) -> bool:
    """Whether a text ends with the line: a signature, a credit, a jump."""
    if mark.role in (Role.CREDIT, Role.SIGNING, Role.ARTWORK, Role.JUMP_TO):
        return True
    if mark.role is Role.BODY and mark.signature is not None:
        return True
    return mark.role in (Role.BODY, Role.ITEM) and bool(ENDS_TEXT.search(mark.line.end))


def is_surely_new(section: Section) -> bool:
    if not section.heads and (is_list(section) or is_photo_story(section)):
        return True
    if not section.heads and section.body and _is_signed_picture(section.body[0]):
        return True
    return any(
        m.role in (Role.JUMP_FROM, Role.BRIEF_HEAD, Role.LEAD_IN, Role.ARTWORK)
        for m in section.heads
    ) or any(
        m.role in (Role.LEAD_IN, Role.ARTWORK)
        or (m.role is Role.BODY and m.page)
        or (not section.heads and m.opening is not None and m.opening.credits)
        or (m.role is Role.CAPTION and not section.heads)
        for m in section.body[:1]
    )


def opens_box(mark: Marked) -> bool:
    """``相关链接``, ``公益广告``, ``图片新闻``: whatever stands above, a box begins."""
    if mark.role is not Role.LABEL:
        return False
    return is_box_label(mark) or bare(mark.line.folded) in PICTURE_LABELS


def is_box_label(mark: Marked) -> bool:
    word = bare(mark.line.folded)
    return word in BOX_LABELS or word in PUBLIC_AD_LABELS


def may_be_subhead(section: Section) -> bool:
    """Whether nothing about a section says outright that an article begins."""
    titles = [m for m in section.titles if m.role in (Role.HEADING, Role.LABEL)]
    if section.is_signed or is_surely_new(section) or is_photo_story(section):
        return False
    if is_listing(titles) or is_weather(titles) or is_under_picture(section):
        return False
    if any(m.role in (Role.PLACE, Role.DECK) or is_box_label(m) for m in section.heads):
        return False
    return not any(is_notice_title(m.line.folded) for m in titles)


def is_listing(titles: list[Marked]) -> bool:
    return any(LISTING.search(m.line.folded) for m in titles)


def is_weather(titles: list[Marked]) -> bool:
    return any(WEATHER.search(squeeze(m.line.folded)) for m in titles)


def is_compact(section: Section) -> bool:
    """A heading with its text right under it, a blank line above: a box or a notice of its own."""
    if not section.heads or not section.body:
        return False
    return bool(section.heads[0].line.gap) and not section.body[0].line.gap


def is_dense(section: Section) -> bool:
    """Heads and paragraphs line under line: on such pages a blank line parts the articles."""
    under = [m.line for m in section.body[:2]]
    return is_compact(section) and not any(line.gap for line in under)


def is_list(section: Section) -> bool:
    """``简讯`` over ● items, a table, numbered articles of a notice."""
    listed = [m for m in section.body if m.role not in (Role.CREDIT, Role.SIGNING)]
    if not listed:
        return False
    if all(m.role in (Role.ITEM, Role.TABLE) for m in listed):
        return True
    if _is_of_entries(section):
        return True
    items = [m for m in section.body if m.role is Role.ITEM]
    first = section.body[0]
    return first.role is Role.ITEM and bool(BULLET.match(first.line.folded)) and len(items) > 1


def _is_of_entries(section: Section) -> bool:
    """``烤火炉:某商店,四十五元。`` / ``[挪威]某市一家图书馆……``, line under line, each of another thing."""
    lines = [m.line for m in section.body]
    entries = [match[0] for line in lines if (match := ENTRY.match(line.folded))]
    dense = all(not line.gap and line.width <= WIDEST_ENTRY for line in lines[1:])
    return dense and len(set(entries)) >= FEWEST_ENTRIES and len(entries) >= len(lines) - 1


def speakers(section: Section) -> list[str]:
    """Who speaks in an interview, in turn: the words before a colon (``问``, ``答``, a name)."""
    found = (SPEAKER.match(m.line.folded) for m in section.body if m.role is Role.BODY)
    return [match[1] if match and len(match[1]) <= 5 else "" for match in found]


def is_displayed(section: Section) -> bool:
    """A few short lines with an address, a telephone number or good wishes: an advert."""
    body = section.body
    if not section.heads or not 0 < len(body) <= 6 or section.is_signed:
        return False
    if any(m.line.width > 60 for m in body):
        return False
    last = body[-1].line.folded
    return bool(RESPECTS.search(last)) or any(CONTACT.search(m.line.folded) for m in body)


def signs(section: Section) -> bool:
    return any(m.signature is not None and m.signature[0] for m in section.body) or any(
        m.role is Role.CREDIT and m.credits for m in section.body
    )


def is_photo_story(section: Section) -> bool:
    """A dropped picture, a paragraph or two and a credit: nothing else looks like it."""
    body = section.body
    if body and _is_telling_caption(body[0]) and all(is_inside(m.line) for m in body[1:2]):
        return True
    credit = next((at for at, mark in enumerate(body) if mark.role is Role.CREDIT), len(body) - 1)
    prose = [mark for mark in body[: credit + 1] if mark.role is Role.BODY]
    over = section.heads[0].line.after_picture if section.heads else False
    if not 0 < len(prose) <= 3 or not (prose[0].line.after_picture or over):
        return False
    return body[credit].role is Role.CREDIT or bool(PICTURED.search(body[credit].line.end))


def _is_telling_caption(mark: Marked) -> bool:
    """``图为……。 江小舟摄`` under a dropped picture: all that is told of it."""
    told = mark.role is Role.CAPTION and bool(mark.credits) and mark.line.width >= WHOLE_STORY
    return told and bool(mark.line.after_picture)


def _is_signed_picture(mark: Marked) -> bool:
    """``……图为饲养员在给兔称体重。(江小舟摄)`` under a dropped picture."""
    signed = mark.role is Role.BODY and mark.signature is not None and mark.line.after_picture
    return bool(signed and PICTURED.search(mark.line.end))


def is_under_picture(section: Section) -> bool:
    """A heading with a dropped picture over or under it, and one paragraph: its caption."""
    prose = [m for m in section.body if m.role in (Role.BODY, Role.CAPTION)]
    if not section.heads or len(prose) != 1:
        return False
    above = prose[0].role is Role.CAPTION and section.heads[0].line.after_picture
    return above or prose[0].line.after_picture
