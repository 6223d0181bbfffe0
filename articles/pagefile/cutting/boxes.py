"""What a section is besides a text: a box, a list, an advert of a few lines."""

import re

from articles.pagefile.cutting.sections import Section
from articles.pagefile.marking.headinglike import CONTACT
from articles.pagefile.marking.labels import bare
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.signings import RESPECTS
from articles.pagefile.marking.speakers import SPEAKER
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import BULLET
from articles.pagefile.words.labels import BOX_LABELS, PICTURE_LABELS
from articles.pagefile.words.notices import PUBLIC_AD_LABELS

WEATHER = re.compile(
    "^(?:今日|明日|今明|今天|明天|本周|一周|元旦|春节|国庆|假日|节日|周末)?天气(?:预报|趋势)?$|气象服务"
)
LISTING = re.compile(
    "(?:名次|成绩单?|[分牌行]榜|行情|菜价|安排|提示|预告|精选|价目|变动|更名|迁址|影讯|片讯|剧讯|荧屏|荧幕|看盘|竞猜|揭晓|排名|播报|速览"
    "|(?:本周|今晚|今日|周末|明日)(?:电视|节目|影视)|[两二三四五六七八九十]则)$"
)
"""What is listed below: ``足球赛名次``, ``本周菜价``, ``文讯两则``."""
FEWEST_ENTRIES, WIDEST_ENTRY = 3, 40
"""Lines of a list without bullets, and characters of each."""
ENTRY = re.compile(rf"{SPEAKER.pattern}|[\[【][^\]】]{{1,8}}[\]】]")
MOST_LINES, WIDEST_LINE = 6, 60
"""Of an advert that is told by its address."""


def opens_box(mark: Marked) -> bool:
    """``相关链接``, ``公益广告``, ``图片新闻``: whatever stands above, a box begins."""
    if mark.role is not Role.LABEL:
        return False
    return is_box_label(mark) or bare(mark.line.folded) in PICTURE_LABELS


def is_box_label(mark: Marked) -> bool:
    """``新闻背景``, ``公益广告``: what stands below is no text of its own right."""
    word = bare(mark.line.folded)
    return word in BOX_LABELS or word in PUBLIC_AD_LABELS


def is_listing(titles: list[Marked]) -> bool:
    """Whether a heading announces a list."""
    return any(LISTING.search(m.line.folded) for m in titles)


def is_weather(titles: list[Marked]) -> bool:
    """Whether a heading announces the forecast."""
    return any(WEATHER.search(squeeze(m.line.folded)) for m in titles)


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


def is_displayed(section: Section) -> bool:
    """A few short lines with an address, a telephone number or good wishes: an advert."""
    body = section.body
    if not section.heads or not 0 < len(body) <= MOST_LINES or section.has_byline:
        return False
    if any(m.line.width > WIDEST_LINE for m in body):
        return False
    last = body[-1].line.folded
    return bool(RESPECTS.search(last)) or any(CONTACT.search(m.line.folded) for m in body)
