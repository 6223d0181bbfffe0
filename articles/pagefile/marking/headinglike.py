"""Is a line a heading, or a piece of text that a column's foot cut short?

Both are short and end without a full stop. A heading is whole: its quotation marks close, its
last word is complete, its clauses are short and even. A torn line stops anywhere
(``去年秋天,街道把改造方案贴在楼道口,请居``).
"""

import re

from articles.pagefile.people.datelines import may_open, read_opening
from articles.pagefile.text.beginnings import middle_weight
from articles.pagefile.text.dictionary import ends_word
from articles.pagefile.text.lines import Line

LONGEST_HEADING = 46
DOCUMENT_NUMBER = re.compile(r"[〔\[]\s*(?:19|20)\d\d\s*[〕\]]|第\d+号$")
CONTACT = re.compile(
    r"(?:电话|热线|手机|传真|地址|网址|邮编|微信号?)\s*(?::|\d{3,4}-|\d{5})|联系人|(?:咨询|报名|联系)电话|\d{7,}"
)
CLOCK = re.compile(
    r"(?<!\d)\d{1,2}:\d\d(?!\d)|[一二三四五六七八九十]时(?:[半、 ]|$)|日[(]星期.[)]$"
)
"""``19:30新闻联播``, ``《红高粱》十二时、十九时半``: a programme."""
DRAW = re.compile(r"号码:\s?\d|注数:|\d注|第\d{4,}期:|\d \d \d \d?|\d日\s?\d{1,2}[时:]")
"""Numbers of a lottery's draw, the hour of a match: ``开奖号码:3 0 7 7 2``, ``10月19日14时``."""
NOT_IN_HEADINGS = re.compile(
    f"{DOCUMENT_NUMBER.pattern}|{CONTACT.pattern}|@|www|{CLOCK.pattern}|{DRAW.pattern}"
)
NOTICE_HINT = re.compile("[\\d:@时]|电话|联系人|www")
"""Nothing of that without one of these."""
DATE_AT_END = re.compile(
    r"(?:\d{4}年|[〇零一二三四五六七八九]{4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)
TIME_AT_END = re.compile(r"\d[年月日时点分]$")
BODY_BEGINNING = re.compile(
    r"^(?:连日来|眼下|如今|近日|日前|昨日|昨天|今日|目前|据悉|据了解|近年来|今年以来|截至|随着|记者|[12]?\d{1,3}月\d{1,2}日|20\d\d年)"
)
FUNCTION_WORDS = re.compile("[的了在是和把被将从对向与及并也就都还已曾后时]")
UNFINISHED = frozenset(
    "的了和与在把被对从向是不并及个这那其以为每各某约至将就也都又还很更最所之而但或且由先才再"
)
"""Characters that a complete heading does not end with."""
LISTING, CLAUSE_END = re.compile("、.{0,2}$"), re.compile("[,:]")
TOLD = re.compile("[,。?!]”[^“”]+[,:]“")
"""``“这表的主人,”他慢慢说,“还在吗?”``: somebody tells a story."""
REPORTED = re.compile(
    r"(?:负责人|书记|主任|局长|经理|院长|校长|所长|站长|厂长|镇长|乡长|队长)\S{0,3}?(?:介绍|表示|透露|坦言|告诉记者|说),"
)
"""``市林业局负责人介绍,第一批……``: a paragraph begins."""
SPOKEN = re.compile(r"(?:强调|指出|要求|表示|提出|寄语|呼吁):$")
"""``某某调研时强调:`` over what was said."""
WIDE, LONG_PART, LONG_CLAUSE = 20, 20, 12


def looks_like_heading(line: Line) -> bool:
    """Short, no sentence in it, quotation marks and parentheses complete, words complete."""
    text = line.folded
    if line.width > LONGEST_HEADING or line.is_long or "。" in text or ";" in text:
        return False
    if text[-1] == ":" and SPOKEN.search(text):
        text = text[:-1]
    if text[-1] in ",、;:" or text[0] in ",、。;:!?”)》" or not _balanced(text):
        return False
    if NOTICE_HINT.search(text) and NOT_IN_HEADINGS.search(text):
        return False
    if text[-1] == "”" and text[-2:-1] in "。!?," and text.count("“") < 2:
        return False
    if TOLD.search(text):
        return False
    if heading_weight(line) <= 0:
        return False
    return not (may_open(text) and read_opening(line.text, line.number).start)


def _balanced(text: str) -> bool:
    return (
        text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and text.count("《") == text.count("》")
    )


def heading_weight(line: Line) -> float:
    """Above 0: rather a heading than a piece of text."""
    text, width = line.folded, line.width
    longest = max((len(part) for part in text.split()), default=0)
    weight = 3.0 - 0.1 * max(0, width - WIDE) - 0.16 * max(0, longest - LONG_PART)
    weight -= 0.45 * max(0, len(FUNCTION_WORDS.findall(text)) - 2)
    weight -= _by_clauses(text, width) + _by_ends(text, width)
    return weight


def _by_clauses(text: str, width: int) -> float:
    """``路通了,人就近了`` is a heading, a long clause and the beginning of another is none."""
    commas = text.count(",")
    against = 1.5 if LISTING.search(text) else 0.0
    if not commas or " " in text:
        return against
    clauses = CLAUSE_END.split(text)
    against += 0.8 * (width > 18) + 0.8 * (max(map(len, clauses)) > LONG_CLAUSE)
    against += 0.7 * max(0, commas - 2) + 1.5 * (len(clauses[-1]) <= 3)
    return against


def _by_ends(text: str, width: int) -> float:
    """What is cut off ends in half a word and may begin in one."""
    against = 0.0
    if width >= 10 and text[-1] >= "\u4e00" and not ends_word(text):
        against += 0.9
    if text[-1] in UNFINISHED:
        against += 1.5
    if middle_weight(text) >= 1.2:
        against += 1.0
    if BODY_BEGINNING.match(text) and width > 12:
        against += 1.5
    if "," in text and REPORTED.search(text):
        against += 3.0
    if width > 8 and text[-1] == "日" and DATE_AT_END.search(text):
        against += 3.0
    if width > 12 and TIME_AT_END.search(text, len(text) - 2):
        against += 2.5
    return against
