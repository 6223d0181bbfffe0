"""What belongs to the page and to no article: masthead, page header, staff box, hotline …"""

import re

from articles.pagefile.marking.pointers import JUMP_FROM, is_lead_in_label
from articles.pagefile.people.names import is_name
from articles.pagefile.records import Credit, Furniture
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import Line
from articles.pagefile.words import words

TOP = 14
"""Mastheads and page headers stand within so many lines of the page's top."""
NUMBER = r"(?:[A-Z]\s?\d{1,2}|\d{1,2}|[①-⑨]|第[一二三四五六七八九十]{1,3}版|[一二三四五六七八九十]{1,2}版)"
TITLE = r"(?P<title>[\u4e00-\u9fff·]{2,10}(?: [\u4e00-\u9fff·]{2,6})?)"
HEADER = re.compile(rf"^(?P<number>{NUMBER})\s*版?\s*[:·|/-]?\s*{TITLE}?$")
HEADER_TURNED = re.compile(rf"^{TITLE}\s+(?P<number>{NUMBER})\s*版?$")
"""So are teasers printed (``湘江边的夜市 A5版``): a header in the page's first two lines only, or
with a page's name."""
FIRST_LINES = 2
WIDEST_TEASER = 40
"""The first wider line ends a box of lead-ins."""
NO_DRAW = "(?!.*(?:码|开奖|公告|作废|遗失))"
"""``体彩第14275期开奖号码`` numbers a lottery and no issue."""
MASTHEAD = (
    re.compile(r"^株洲(?:日|晚|晨)?报(?:社)?$|^《?株洲日报》?(?:社)?(?:出版|主办|主管)?$"),
    re.compile(r"^[A-Z][A-Z \-]{7,}$"),
    re.compile(
        r"机关报|国内统一|统一刊号|出版物号|^CN\s?\d\d|^代号\s?[\d一二三四五六七八九〇零—]{2}|邮发代号|今日\S{1,4}版"
        r"|(?:(?:^|\s)总?第\s?[\d一二三四五六七八九十百〇零]+\s?[期号]|第\d{3,6}期)" + NO_DRAW
    ),
    re.compile(
        r"^(?:农历|夏历)|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.{0,3}[正一二三四五六七八九十冬腊]{1,2}月"
    ),
    re.compile(
        r"^(?:(?:19|20)\d\d|[一二][〇○零九一二三四五六七八0]{3})年\S{1,3}月\S{1,3}日(?:\s|星期|$)"
    ),
    re.compile(r"^星期[一二三四五六日天]$"),
    re.compile(r"^(?:第[一二三四五六七八九十]{1,3}版|本期\d+版)$"),
)
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
"""The page number alone at the foot: ``—A6—``."""
IN_CORNER = re.compile(
    r"^[\u4e00-\u9fff·]{2,6} (?:[A-Z]\d{1,2}|0\d)版?$|^(?:[A-Z]\d{1,2}|0\d)版? [\u4e00-\u9fff·]{2,6}$"
)
"""``综合 A4``, ``08 视窗``: the page's title and number, at its foot as they stand in its corner."""
FOOT = 4
"""Folios stand within so many lines of the page's end."""
STAFF_ROLE = re.compile(
    r"(?P<role>(?:本版|责任|执行|值班|美术|图片|版式|首席|视觉)?(?:编辑|责编|美编|主编|总编|总监|策划|编委|主任|校对|校检|版式|组版|排版|设计|检校|审读|统筹)"
    r"(?:设计|编辑)?|版式设计|责编|美编|校对|组版|版式|制图)[\s:/]*(?P<name>[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]\s[\u4e00-\u9fff](?![\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff](?:\s[\u4e00-\u9fff]){1,2}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]+)?)"
)
STAFF_HINT = re.compile("[编任校版计读筹图]")
"""Each role has one of these characters."""
SAYS = re.compile(r"[\w|]")
"""``★★★``: a line without a letter or a figure is an ornament."""
WIDEST_TITLE = 6
"""A page that begins with a text from another has its title right above."""
ENDS_SENTENCE = "。!?”"
"""``。`` alone ends the sentence that OCR tore from it."""
PLAIN_TITLE = re.compile("[\u4e00-\u9fff·]{2,9}")
KINDS_OF_PAGE = "专版|专刊|特刊|副刊|专页|特版|周刊"
PAGE_NAME = re.compile(
    f"[\u4e00-\u9fff·]{{2,8}}(?:{KINDS_OF_PAGE})|(?:综合|县区|县域|区县|市县|社会|经济|民生|国内|国际|体育|文化|都市|本市|时政|教育|健康|农村|工业|财经|法治)[新要]闻"
)
"""What a page is called; above all other lines it is no column."""
PAGE_WORDS = words("""
    要闻 综合 时政 经济 财经 社会 民生 法治 教育 健康 文化 文体 体育 国内 国际 城区 县区 区县 县域 县市
    副刊 周末 广告 公告 信息 服务 分类 专题 理论 评论 视窗 影像 生活 娱乐
    """)
"""A page's name, or half of one (``体育·国际``), where a page number stands beside it."""
HOTLINE = re.compile(r"(?:热线|电话|广告|发行|投稿|来稿|邮箱|网址|许可证)")
CO_HOST = ("主办", "协办", "合办", "承办", "联办", "联合主办", "联合推出", "联合出品")
CO_HOST += ("特约刊登", "冠名")
OWNERS = ("新闻", "广告", "发行", "读者", "投稿", "报料", "爆料", "刊登", "订报", "征订", "来稿")
OWNERS += ("民生", "市民", "公告", "健康", "分类", "评论", "本报", "本版", "株洲日报")
OWN_LINE = re.compile(
    rf"(?:{'|'.join(OWNERS)})\S{{0,6}}?(?:热线|电话|邮箱|许可证|服务|广告|QQ群|公众号)"
)
OWN_NUMBER = re.compile(r"\d{5,}|@")
OWN_FIRST = re.compile(r"(?:热线|短信|报料|爆料)(?:电话)?\s?:?\s?\d{5,}")
"""``热线:28820000 短信:…`` under the page's header."""
LINE_OF_DESK = re.compile(r"[\u4e00-\u9fff]{0,6}(?:线索|供稿|报料|爆料|投稿)(?:热线|电话|邮箱)[: ]")
"""``扶贫线索热线 0731-28810000``: a desk's own."""
DEPARTMENT = re.compile(r"(?:广告|发行|编辑|通联)部[: ].*(?:电话|传真)[: ]?\s?[\d—-]{6,}")
"""``广告部:某某路报业楼 电话:0733—28820000``."""
ONLINE = re.compile(r"(?:株洲新闻网|株洲网|掌上株洲)\S{0,3} .*(?:www|客户端|微信|微博)")
COUNTDOWN = re.compile(r"距(?:离)?\S{2,14}(?:还有|仅剩|倒计时)\d{1,3}天")
IMPRINT = re.compile(r"^本[报社]\S{0,5}[地社]址")
"""``本报地址:株洲市某路 电话:二四三六〇 零售每份五分``, at the foot of old pages."""
WIDEST_EAR = 40
EAR = re.compile(r"(?:[晴阴雨雪]|多云).*(?:风.*级|\d\s?℃?\s?[—~至-]\s?\d+\s?℃)")
"""``今日中秋 晴到多云 偏北风2级 17℃—26℃`` in the ear of the front page."""
NUMBERED_ISSUE = re.compile(rf"^总?第\s?\d{{3,6}}\s?[号期]{NO_DRAW}|国内统一刊号")
"""``第2384号 今日四版 代号41—00``, wherever OCR read it."""
ALONE = re.compile(r"^株 ?洲 ?日 ?报$")
WHOLE_HEADER = re.compile(r"^第[一二三四五六七八]版 [\u4e00-\u9fff·]{2,6}$")
POINT = re.compile("[,。]")
WEATHER = re.compile(r"天气|气温|℃")


class TopMatter:
    """What the page says about itself, gathered from its furniture."""

    def __init__(self) -> None:
        self.kinds: dict[int, str] = {}
        self.number: str | None = None
        self.title: str | None = None
        self.staff: list[Credit] = []
        self.section_labels: list[Line] = []
        """Labels with a co-host line below: 旧改进行时."""

    def runs(self, lines: list[Line]) -> list[Furniture]:
        """Neighbouring lines of one kind as one piece of furniture."""
        pieces: list[Furniture] = []
        for line in lines:
            kind = self.kinds.get(line.number)
            if kind is None:
                continue
            if pieces and pieces[-1].kind == kind and pieces[-1].lines[1] == line.number - 1:
                pieces[-1] = Furniture(kind, (pieces[-1].lines[0], line.number))
            else:
                pieces.append(Furniture(kind, (line.number, line.number)))
        return pieces


def read_furniture(lines: list[Line]) -> TopMatter:
    """Find the furniture of a page; the other lines are for the articles."""
    found = TopMatter()
    at_top, in_lead_ins = True, False
    for index, line in enumerate(lines):
        in_lead_ins = line.width <= WIDEST_TEASER and (in_lead_ins or is_lead_in_label(line.folded))
        kind = _kind(line, index, at_top and index < TOP, in_lead_ins, lines, found)
        if kind:
            found.kinds[line.number] = kind
        elif line.width > 40 or index >= TOP:
            at_top = False
    _title_over_staff(lines, found)
    _section_labels(lines, found)
    return found


def _title_over_staff(lines: list[Line], found: TopMatter) -> None:
    """``人物`` alone over the page's staff, its hotline or a text that jumps here: its title."""
    if len(lines) < 2 or lines[0].number in found.kinds:
        return
    first, below = lines[:2]
    jumps = JUMP_FROM.match(below.folded) and first.width <= WIDEST_TITLE
    over = found.kinds.get(below.number) in ("staff_box", "masthead", "hotline")
    named = bool(PAGE_NAME.fullmatch(first.folded)) and below.gap > 0
    if (jumps or over or named) and PLAIN_TITLE.fullmatch(squeeze(first.folded)):
        found.kinds[first.number] = "page_header"
        found.title = found.title or first.text


def _kind(
    line: Line, index: int, at_top: bool, in_lead_ins: bool, lines: list[Line], found: TopMatter
) -> str | None:
    text = line.folded
    if line.is_long or line.width > 110:
        return None
    if not SAYS.search(text):
        return None if text[0] in ENDS_SENTENCE else "decoration"
    if COUNTDOWN.fullmatch(text):
        return "decoration"
    if _read_staff(line, at_top, found):
        return "staff_box"
    if (
        text.rstrip().endswith(CO_HOST)
        and line.width <= 44
        and "。" not in text
        and "," not in text
    ):
        return "co_host_line"
    beside = index > 0 and lines[index - 1].number in found.kinds
    if _read_running_header(line, at_top and not in_lead_ins, beside, found):
        return "masthead" if at_top else "page_header"
    if line.width <= WIDEST_EAR and EAR.search(text) and (index < TOP or "天气" in text[:4]):
        return "weather"
    if not at_top:
        if not in_lead_ins and _read_foot(index, lines, found):
            return "page_header"
        if line.width <= WIDEST_EAR and (NUMBERED_ISSUE.search(text) or ALONE.match(text)):
            return "masthead"
        if WHOLE_HEADER.match(text) and line.gap and not in_lead_ins:
            return "page_header" if _read_header(line, found) else None
        return "hotline" if _is_hotline(line, index, lines) else None
    if not in_lead_ins and _read_header(line, found, index < FIRST_LINES):
        return "page_header"
    if any(pattern.search(text) for pattern in MASTHEAD) and "。" not in text:
        _number_in_masthead(text, found)
        return "masthead"
    if (
        found.kinds
        and WEATHER.search(text)
        and line.width <= 40
        and index > 2
        and not POINT.search(text)
    ):
        return "weather"
    if found.kinds and not line.gap and HOTLINE.search(text) and "。" not in text:
        return "masthead"
    if OWN_FIRST.match(text) or DEPARTMENT.match(text) or ONLINE.match(text):
        return "hotline"
    return "hotline" if _is_hotline(line, index, lines) else None


def _is_hotline(line: Line, index: int, lines: list[Line]) -> bool:
    """``新闻热线:28820000``: the paper's own, standing alone between blank lines."""
    text = line.folded
    if IMPRINT.match(text):
        return True
    if line.width >= 90 or not OWN_NUMBER.search(text):
        return False
    if not text.startswith(OWNERS) and not LINE_OF_DESK.match(text):
        return False
    alone = line.gap and (index + 1 == len(lines) or lines[index + 1].gap)
    return bool(alone and (OWN_LINE.match(text) or LINE_OF_DESK.match(text)))


def _read_header(line: Line, found: TopMatter, any_title: bool = True) -> bool:
    """``A3 综合新闻``, ``第二版 湘江月 副刊``, ``综合新闻 02``, ``07 公告·服务``.

    ``any_title``: whatever stands before the number is taken for the page's title.
    """
    match = HEADER.match(line.folded)
    if not match:
        match = HEADER_TURNED.match(line.folded)
        if match and not any_title and not _is_page_name(match["title"]):
            return False
    if not match or line.width > 16:
        return False
    numbered_notice = match["number"] in "一二三四五六七八九123456789"
    if numbered_notice and re.search("公告|声明|启事", match["title"] or ""):
        return False
    if found.number is None:
        found.number = normal_page_number(match["number"])
        if match["title"]:
            found.title = line.text[match.start("title") : match.end("title")]
    return True


def _is_page_name(title: str) -> bool:
    return bool(PAGE_NAME.fullmatch(title)) or PAGE_WORDS.issuperset(re.split("[· ]", title))


def _read_running_header(line: Line, at_top: bool, beside: bool, found: TopMatter) -> bool:
    """A header of several words with the day among them; printed at the top, OCR reads it anywhere.

    ``beside``: furniture stands in the line above.
    """
    if not HEADER_HINT.search(line.folded):
        return False
    words = [HEADER_WORD.fullmatch(word) for word in line.folded.split()]
    if not all(words):
        return False
    kinds = {match.lastgroup for match in words}
    telling = {"date", "lunar", "paper"} if at_top else {"date", "lunar"}
    if not kinds & telling or (len(words) < 2 and not at_top and not beside):
        return False
    for match in words:
        if match.lastgroup == "number" and found.number is None:
            found.number = normal_page_number(match["number"])
        if match.lastgroup == "title" and found.title is None:
            found.title = match["title"]
    return True


def _read_foot(index: int, lines: list[Line], found: TopMatter) -> bool:
    """``—A6—`` at the page's end, or ``A5 县域新闻`` right over the day."""
    line, below = lines[index], lines[index + 1 : index + 2]
    over_day = line.width <= 16 and below and not below[0].gap and below[0].width <= 24
    over_day = over_day and any(
        match and match.lastgroup == "date"
        for match in map(HEADER_WORD.fullmatch, below[0].folded.split())
    )
    in_corner = index >= len(lines) - FOOT and IN_CORNER.match(line.folded)
    if over_day or in_corner:
        return _read_header(line, found)
    match = FOLIO.match(line.folded) if index >= len(lines) - FOOT and line.width <= 8 else None
    if match is None or not re.search("[A-Z—–版-]", line.folded):
        return False
    found.number = found.number or normal_page_number(match["number"])
    return True


def _number_in_masthead(text: str, found: TopMatter) -> None:
    match = re.match(r"^第([一二三四五六七八九十]{1,3})版$", text)
    if match and found.number is None:
        found.number = normal_page_number(match[1])


def _read_staff(line: Line, at_top: bool, found: TopMatter) -> bool:
    """``责任编辑/柳如眉 美术编辑/江一舟 校对/文小满``, with a date or a telephone before."""
    text = line.folded
    if "。" in text or text.endswith(":") or not STAFF_HINT.search(text):
        return False
    matches = list(STAFF_ROLE.finditer(line.folded))
    if not matches:
        return False
    rest = " ".join(
        w for w in STAFF_ROLE.sub("", line.folded).split() if not HEADER_WORD.fullmatch(w)
    )
    rest = re.sub(
        r"[\d\s:/@.\-|()年月日星期一二三四五六日a-zA-Z]|电话|热线|来稿请寄|投稿|邮箱|新闻|本版|电子|信箱|QQ|编辑部",
        "",
        rest,
    )
    if len(rest) > 8 or (len(matches) == 1 and (not at_top and len(rest) > 2)):
        return False
    if len(matches) == 1 and not _names_staff(matches[0]):
        return False
    for match in matches:
        name = line.text[match.start("name") : match.end("name")]
        found.staff.append(Credit(match["role"], re.sub(r"\s", "", name), line.number, match[0]))
    return True


def _names_staff(match: re.Match[str]) -> bool:
    """A page's one editor; ``编辑手记`` is a column."""
    parted = match.start("name") > match.end("role") or is_name(match["name"])
    return parted and bool(re.search("编|校|版", match["role"]))


def _section_labels(lines: list[Line], found: TopMatter) -> None:
    """The short lines right above a co-host line or a staff box name a section of the page."""
    for index, line in enumerate(lines):
        if found.kinds.get(line.number) not in ("co_host_line",):
            continue
        above = lines[index - 1] if index else None
        if (
            above
            and above.number not in found.kinds
            and above.width <= 14
            and "。" not in above.folded
        ):
            found.kinds[above.number] = "section_label"
            found.section_labels.append(above)


CHINESE_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
CHINESE_DIGITS |= {c: i for i, c in enumerate("①②③④⑤⑥⑦⑧⑨", 1)}


def normal_page_number(printed: str) -> str | None:
    """``02`` for 2, 二 or 第二版; ``A2`` for A2 or a 02."""
    text = re.sub(r"[第版\s]", "", printed.upper())
    match = re.fullmatch(r"([A-Z]?)0*(\d{1,3})", text)
    if match:
        letter, digits = match[1], int(match[2])
        return f"{letter}{digits}" if letter else f"{digits:02d}"
    value = _chinese_number(text)
    return f"{value:02d}" if value else None


def _chinese_number(text: str) -> int | None:
    if not text or any(c not in CHINESE_DIGITS and c != "十" for c in text):
        return None
    if "十" in text:
        tens, _, ones = text.partition("十")
        return CHINESE_DIGITS.get(tens, 1) * 10 + CHINESE_DIGITS.get(ones, 0)
    return int("".join(str(CHINESE_DIGITS[c]) for c in text))
