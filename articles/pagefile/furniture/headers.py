"""The page's header: its number and title at the top, at the foot or above the day."""

import re
from collections.abc import Mapping

from articles.pagefile.furniture.pagenames import PAGE_NAME, is_page_name
from articles.pagefile.furniture.pagenumbers import NUMBER, normal_page_number
from articles.pagefile.furniture.place import Finding, Place
from articles.pagefile.marking.pointers import JUMP_FROM
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import Line

TITLE = r"(?P<title>[\u4e00-\u9fff·]{2,10}(?: [\u4e00-\u9fff·]{2,6})?)"
HEADER = re.compile(rf"^(?P<number>{NUMBER})\s*版?\s*[:·|/-]?\s*{TITLE}?$")
HEADER_TURNED = re.compile(rf"^{TITLE}\s+(?P<number>{NUMBER})\s*版?$")
"""So are teasers printed (``湘江边的夜市 A5版``): a header in the page's first two lines only, or
with a page's name."""
FIRST_LINES = 2
WIDEST_HEADER = 16
NOTICE = re.compile("公告|声明|启事")
"""``3 招租公告`` counts notices and no pages."""
NOTICES = frozenset({"公告", "广告", "信息", "服务", "分类", "评论", "理论", "专题"})
"""What heads notices and columns as often as a page."""
IN_MID_PAGE = re.compile(r"^第[一二三四五六七八]版 [\u4e00-\u9fff·]{2,6}$")
HEADER_WORD = re.compile(
    r"(?P<paper>《?株洲(?:日|晚|晨)报》?|[A-Z]{4,})"
    r"|(?P<date>(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九0]{3})"
    r"(?:年\S{1,3}月\S{1,3}日|[.\-/]\d{1,2}[.\-/]\d{1,2}日?)(?:星期[一二三四五六日天])?)"
    r"|(?P<weekday>(?:星期|周)[一二三四五六日天])"
    r"|(?P<lunar>(?:农历|夏历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{2,6})"
    rf"|(?P<number>{NUMBER})版?"
    r"|(?P<title>[\u4e00-\u9fff·]{2,6})(?<![局委办院厂校司会])"
)
"""What a page's header is made of, word by word: ``07 神农副刊 2019年4月4日 星期四``."""
HEADER_HINT = re.compile(r"年|\d[.\-/]\d|报|[A-Z]{4}")
"""Neither day nor paper without one of these."""
FOLIO = re.compile(rf"^[—–\-·\s]*(?P<number>{NUMBER})版?[—–\-·\s]*$")
SAYS_FOLIO = re.compile("[A-Z—–版-]")
"""A bare figure may be anything."""
WIDEST_FOLIO = 8
IN_CORNER = re.compile(
    r"^[\u4e00-\u9fff·]{2,6} (?:[A-Z]\d{1,2}|0\d)版?$|^(?:[A-Z]\d{1,2}|0\d)版? [\u4e00-\u9fff·]{2,6}$"
)
"""``综合 A4``, ``08 视窗``: the page's title and number, at its foot as they stand in its corner."""
FOOT = 4
"""Folios stand within so many lines of the page's end."""
WIDEST_DAY = 24
WIDEST_TITLE = 6
"""A page that begins with a text from another has its title right above."""
UNDER_TITLE = ("staff_box", "masthead", "hotline")
PLAIN_TITLE = re.compile("[\u4e00-\u9fff·]{2,9}")


def running_header(line: Line, at: Place) -> Finding | None:
    """A header of several words with the day among them; printed at the top, OCR reads it anywhere."""
    if not HEADER_HINT.search(line.folded):
        return None
    words = [HEADER_WORD.fullmatch(word) for word in line.folded.split()]
    if not all(words):
        return None
    kinds = {match.lastgroup for match in words}
    telling = {"date", "lunar", "paper"} if at.at_top else {"date", "lunar"}
    if not kinds & telling or (len(words) < 2 and not at.at_top and at.above is None):
        return None
    number = next((match["number"] for match in words if match["number"]), None)
    title = next((match["title"] for match in words if match["title"]), None)
    kind = "masthead" if at.at_top else "page_header"
    return Finding(kind, normal_page_number(number) if number else None, title)


def header_at_top(line: Line, at: Place) -> Finding | None:
    """``A3 综合新闻``, ``第二版 湘江月 副刊``, ``综合新闻 02``, ``07 公告·服务``."""
    return _header(line, any_title=at.index < FIRST_LINES) if at.at_top else None


def header_at_foot(line: Line, at: Place) -> Finding | None:
    """``综合 A4`` at the page's end, or ``A5 县域新闻`` right over the day."""
    if at.at_top or at.in_lead_ins or line.width > WIDEST_HEADER:
        return None
    in_corner = at.index >= len(at.lines) - FOOT and IN_CORNER.match(line.folded)
    return _header(line, any_title=True) if in_corner or _is_over_day(at) else None


def header_in_mid_page(line: Line, at: Place) -> Finding | None:
    """``第二版 湘江月``, where OCR read one page below the other."""
    if line.width > WIDEST_HEADER or not line.gap or at.in_lead_ins:
        return None
    return _header(line, any_title=True) if IN_MID_PAGE.match(line.folded) else None


def folio(line: Line, at: Place) -> Finding | None:
    """The page number alone at the foot: ``—A6—``."""
    at_foot = at.index >= len(at.lines) - FOOT and not at.at_top and not at.in_lead_ins
    if not at_foot or line.width > WIDEST_FOLIO or not SAYS_FOLIO.search(line.folded):
        return None
    match = FOLIO.match(line.folded)
    return Finding("page_header", normal_page_number(match["number"])) if match else None


def title_at_top(lines: list[Line], found: Mapping[int, Finding]) -> dict[int, Finding]:
    """``人物`` alone over the page's staff, its hotline or a text that jumps here: its title."""
    if len(lines) < 2 or lines[0].number in found:
        return {}
    first, below = lines[:2]
    jumps = JUMP_FROM.match(below.folded) and first.width <= WIDEST_TITLE
    over = below.number in found and found[below.number].kind in UNDER_TITLE
    named = below.gap > 0 and _names_page(first, below)
    is_one = (jumps or over or named) and PLAIN_TITLE.fullmatch(squeeze(first.folded))
    return {first.number: Finding("page_header", title=first.text)} if is_one else {}


def _names_page(first: Line, below: Line) -> bool:
    """``影像周刊``, ``体育·国际``; ``文体`` too, but not ``公告``, nor over a paragraph."""
    if PAGE_NAME.fullmatch(first.folded):
        return True
    alone = "。" not in below.folded and first.folded not in NOTICES
    return is_page_name(first.folded) and ("·" in first.folded or alone)


def _header(line: Line, any_title: bool) -> Finding | None:
    """Number and title; ``any_title``: also ``湘江边的夜市 A5版``, as teasers are printed."""
    if line.width > WIDEST_HEADER:
        return None
    match = HEADER.match(line.folded)
    if not match:
        match = HEADER_TURNED.match(line.folded)
        if not match or not (any_title or is_page_name(match["title"])):
            return None
    counted = len(match["number"]) == 1 and match["number"].isdecimal()
    if counted and NOTICE.search(match["title"] or ""):
        return None
    title = line.text[match.start("title") : match.end("title")] if match["title"] else None
    return Finding("page_header", normal_page_number(match["number"]), title)


def _is_over_day(at: Place) -> bool:
    if at.next is None or at.next.gap or at.next.width > WIDEST_DAY:
        return False
    words = map(HEADER_WORD.fullmatch, at.next.folded.split())
    return any(match and match.lastgroup == "date" for match in words)
