"""The heading lines of an article told apart: 栏目, 引题, 主题, 副题."""

import re
from dataclasses import dataclass

from articles.pagefile.fold import squeeze
from articles.pagefile.labels import is_label
from articles.pagefile.records import Lexicon
from articles.pagefile.roles import Marked, Role
from articles.pagefile.words.places import COUNTY_NAMES

SPEECH_ENDING = re.compile(
    r"(?:强调|指出|要求|表示|提出|致辞|讲话|时说|寄语|批示|发言|座谈|调研|检查|会见|部署|动员|呼吁)$"
)
GENRE_ENDING = re.compile(
    r"(?:回访|纪实|见闻|侧记|综述|述评|调查|专访|特写|速写|巡礼|扫描|观察|报告|系列|之[一二三四五六七八九十])$"
)
SENTENCE_OPENING = re.compile(r"(?:里|中|上|下|时|后|前|间|处|旁|边|从|让|把|为了|面对)$")
EVENT_ENDING = re.compile(
    r"(?:来袭|来了|开幕|闭幕|启动|落幕|揭晓|出炉|开工|竣工|上市|上线|在即|将至|走访|到来|升级)$"
)
FIGURES = re.compile(
    r"\d+(?:\.\d+)?\s*[%‰个家户万亿元名人项条公吨亩辆台所件张座次天岁里米斤只栋间]|[一二三四五六七八九十百千万]{1,6}[个家户名人项条亩所成倍吨张座辆台次天岁里米斤只栋间]"
)
FACTS = re.compile(
    r"同比|增长|下降|达到|超过|累计|共|总投资|突破|实现|完成|建成|开通|通车|竣工|投产|可|将|已"
    r"|(?<=[日月底])前|(?<=[日月时])[起至]|预计|全部"
)
EXTENT = re.compile(
    r"\d|首[批期]|[一二三]期|[总共]|累计|涉[及案]|预计|计划|目前|[今明去当]年|年[内底]|[上下]半年|[超近逾]"
    r"|前?[一二三四五六七八九十\d]+(?:至[\d一二三四五六七八九十]+)?(?:月|季度|个月)|全[程部市县区]|最[低高多快]|[可将均已达占从]|同比|周末|误差|[不仅][到足]"
)
"""How much, since when, for whom: so a deck begins."""
OCCASION = re.compile(
    r"(?:[大现场谈议究]会|会议|活动|行动|仪式|论坛|比赛|展览|学习|新政|工作|[起件]\S{0,10}案|召开|举行|举办|揭晓|揭榜|开幕|闭幕|升级"
    r"|创新高|在即|将至|来袭|下乡|记忆)$"
)
"""An occasion, of which the headline says what it means."""
SOURCE = re.compile(r"\S{0,4}(?:警方|专家|部门|单位|[局院办]|提醒|回应|医生|律师|市民):")
CATCHY = re.compile("[?:“]")
PLACES = re.compile(
    "|".join(sorted((n for n in COUNTY_NAMES if len(n) > 1 and n != "市区"), key=len, reverse=True))
    + "|我市|我省|全市|我县|我区|株洲|[\u4e00-\u9fff]{2,3}(?:县|区|市|镇|乡|村)|修县|枚县|攸县"
)
SUBJECT = re.compile(rf"(?![从在到由自为让把])(?:{PLACES.pattern})(?=\S{{2}})")
"""A headline says who; kicker and deck leave it out."""
SERIAL = re.compile(r"\s*[(]\s*[\d一二三四五六七八九十]{1,4}\s*[)]$")


@dataclass(frozen=True, slots=True)
class Heads:
    """An article's headings; None where it has none."""

    column: str | None = None
    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None


def read_heads(heads: list[Marked], lexicon: Lexicon) -> Heads:
    """Sort the heading lines over a text; bylines and notes among them are left out."""
    heads = over_byline(heads)
    decks = [m.words for m in heads if m.role is Role.DECK]
    places = [m.words for m in heads if m.role is Role.PLACE]
    titles = [
        m
        for m in heads
        if m.role in (Role.HEADING, Role.LABEL, Role.TITLE_AND_AUTHOR, Role.BRIEF_HEAD)
    ]
    column, titles = _column(titles, lexicon)
    bracketed = [m for m in titles[1:] if re.fullmatch(r"[(].*[)]", m.line.folded)]
    decks += [m.words for m in bracketed]
    rest = [m for m in titles if not any(m is other for other in bracketed)]
    kicker, headline, deck = _sort(rest, has_kicker=bool(places), has_deck=bool(decks))
    if places and not headline and not column:
        return Heads(None, None, " ".join(p.strip(":：") for p in places), None)
    return Heads(
        column,
        _joined(list(places) + ([kicker] if kicker else [])),
        SERIAL.sub("", headline) if headline else None,
        _joined(([deck] if deck else []) + decks),
    )


def over_byline(heads: list[Marked]) -> list[Marked]:
    """The headings proper: those over the byline, and no 【案情】."""
    under = {id(mark) for mark in under_byline(heads)}
    return [mark for mark in heads if id(mark) not in under]


def under_byline(heads: list[Marked]) -> list[Marked]:
    """Subheads that stand over the first paragraph: below the byline or a note, or in 【】."""
    titled, signed, under = False, False, []
    for mark in heads:
        is_title = mark.role in (Role.HEADING, Role.LABEL)
        bracketed = is_title and mark.line.folded.startswith("【") and titled
        if is_title and ((titled and signed) or bracketed):
            under.append(mark)
        titled = titled or mark.role in (Role.HEADING, Role.TITLE_AND_AUTHOR)
        signed = signed or mark.role in (Role.BYLINE, Role.AUTHOR, Role.NOTE)
    return under


def _joined(parts: list[str]) -> str | None:
    return " ".join(parts) or None


def _column(titles: list[Marked], lexicon: Lexicon) -> tuple[str | None, list[Marked]]:
    """A label is the column where a headline remains beside it."""
    brief = titles[0] if titles and titles[0].role is Role.BRIEF_HEAD else None
    if brief and " " in brief.words.strip():
        label, _, rest = brief.words.strip().partition(" ")
        if is_label(label, lexicon):
            renamed = Marked(brief.line, Role.HEADING, text=rest.strip())
            return label.strip("【】"), [renamed, *titles[1:]]
    labels = [m for m in titles if m.role is Role.LABEL]
    others = [m for m in titles if m.role is not Role.LABEL]
    if not labels:
        return _unmarked_column(titles)
    if not others:
        return (labels[0].words, labels[1:]) if len(labels) > 1 else (None, labels)
    named = labels[0].words.strip("【】[]■●◆: ：")
    return named, [m for m in titles if m is not labels[0]]


def _unmarked_column(titles: list[Marked]) -> tuple[str | None, list[Marked]]:
    """A label that no list knows: short beside the headline below it, a name and no statement."""
    if is_unmarked_label(titles) or _stands_over_kicker(titles):
        return titles[0].words, titles[1:]
    return None, titles


def is_unmarked_label(titles: list[Marked]) -> bool:
    """``乡土笔记``, ``数字`` over a longer heading that does not go on with it."""
    if len(titles) < 2 or any(m.role is not Role.HEADING for m in titles[:2]):
        return False
    first, below = titles[0].line, titles[1].line
    goes_on = below.folded[0] in "在被向与和"
    return first.width <= min(SHORT_LABEL, below.width) and _is_name(first.folded) and not goes_on


def _stands_over_kicker(titles: list[Marked]) -> bool:
    """``走进园区看转型`` over a kicker and a headline: three headings, none of them a deck."""
    if len(titles) < 3 or titles[0].line.width > 12:
        return False
    if len(titles) > 3:
        return True
    below = titles[1]
    led_in = kicker_weight(below, titles[2]) >= SURE_KICKER
    return led_in and titles[0].line.width <= WIDEST_LABEL and " " not in titles[0].line.folded


SHORT_LABEL, WIDEST_LABEL = 5, 8
"""Hardly a kicker says anything in so few characters; a label over a kicker may be longer."""
SURE_KICKER = 1.2


def _is_name(folded: str) -> bool:
    word = squeeze(folded)
    return bool(re.fullmatch("[\u4e00-\u9fff·]{2,5}", word)) and not (
        PLACES.search(word)
        or SENTENCE_OPENING.search(word)
        or EVENT_ENDING.search(word)
        or word[0] in "看问说讲"
    )


def _sort(titles: list[Marked], has_kicker: bool, has_deck: bool):
    """(kicker, headline, deck) of one to many heading lines."""
    words = [m.words.strip() for m in titles]
    if len(words) <= 1:
        return None, words[0] if words else None, None
    if len(words) == 2:
        if (has_deck and not has_kicker) or (
            not has_kicker and kicker_weight(titles[0], titles[1]) > 0
        ):
            return words[0], words[1], None
        if has_kicker and has_deck:
            return None, " ".join(words), None
        return None, words[0], words[1]
    if has_kicker:
        return None, words[0], " ".join(words[1:])
    if has_deck:
        return words[0], " ".join(words[1:]), None
    if len(words) == 3:
        return words[0], words[1], words[2]
    return words[0], words[1], " ".join(words[2:])


def kicker_weight(first: Marked, second: Marked) -> float:
    """Above 0: of two headings the first leads in (引题); below: the second explains (副题)."""
    a, b = first.line.folded, second.line.folded
    weight = 0.4 + _leads_in(a) - _explains(b)
    acts = SUBJECT.match(a) and not OCCASION.search(squeeze(a))
    weight += 1.6 * (bool(SUBJECT.match(b)) - bool(acts))
    if CATCHY.search(b) and not CATCHY.search(a):
        weight += -1.5 if SOURCE.match(b) else 1.5
    elif CATCHY.search(a) and not CATCHY.search(b) and _leads_in(a) <= 0:
        weight -= 0.5
    figures_a, figures_b = len(FIGURES.findall(a)), len(FIGURES.findall(b))
    weight += 0.6 * min(figures_a, 2) - 0.5 * (bool(figures_b) + min(figures_b, 2))
    return weight + 0.08 * (first.line.width - second.line.width)


def _leads_in(folded: str) -> float:
    """What makes a line a kicker: somebody speaks, something takes place, two halves rhyme."""
    word = squeeze(folded)
    weight = 3.0 * bool(SPEECH_ENDING.search(word)) + 2.5 * bool(GENRE_ENDING.search(word))
    weight += 1.5 * bool(SENTENCE_OPENING.search(folded)) + 1.6 * bool(OCCASION.search(word))
    if folded.startswith("“") and folded.endswith("”") and folded.count("“") == 1:
        weight += 1.0
    return weight + 0.9 * _is_couplet(folded)


def _explains(folded: str) -> float:
    """What makes a line a deck: a genre, how much, since when, for whom."""
    weight = 3.0 * bool(GENRE_ENDING.search(squeeze(folded)))
    weight += 1.0 * bool(EXTENT.match(folded))
    return weight + 0.5 * min(2, len(FACTS.findall(folded)))


def _is_couplet(folded: str) -> bool:
    """``高考在即 卫生先行``: two halves of about one length."""
    parts = folded.split()
    return len(parts) == 2 and abs(len(parts[0]) - len(parts[1])) <= 2
