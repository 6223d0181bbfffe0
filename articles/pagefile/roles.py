"""What each line of a page is, seen by itself and its neighbours: heading, byline, body …

One small function per kind of line, asked in order; the first that says yes decides. Samples
(invented) stand beside each; docs/page-format.md tells how such lines are printed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from articles.pagefile.bylines import (
    AUTHOR_MARK,
    Opening,
    may_open,
    read_author_line,
    read_credits,
    read_opening,
    read_signature,
)
from articles.pagefile.headinglike import DATE_AT_END, LONGEST_HEADING, looks_like_heading
from articles.pagefile.lines import Line
from articles.pagefile.records import Credit, Lexicon
from articles.pagefile.words import (
    AD_ENDINGS,
    BOX_LABELS,
    COUNTY_MISREADINGS,
    COUNTY_NAMES,
    LABEL_WORDS,
    LEAD_IN_LABELS,
    NOTE_LABELS,
    NOTICE_ENDINGS,
    PUBLIC_AD_LABELS,
    SURNAMES,
)
from articles.pagefile.wrapping import wrapped_runs


class Role(StrEnum):
    """The part a line plays on the page."""

    HEADING = "heading"
    DECK = "deck"
    LABEL = "label"
    PLACE = "place"
    BYLINE = "byline"
    AUTHOR = "author"
    TITLE_AND_AUTHOR = "title_and_author"
    ARTWORK = "artwork"
    NOTE = "note"
    BRIEF_HEAD = "brief_head"
    BODY = "body"
    ITEM = "item"
    TABLE = "table"
    VERSE = "verse"
    CREDIT = "credit"
    CAPTION = "caption"
    JUMP_FROM = "jump_from"
    JUMP_TO = "jump_to"
    LEAD_IN = "lead_in"


HEADS = frozenset(
    {Role.HEADING, Role.DECK, Role.LABEL, Role.PLACE, Role.BYLINE, Role.AUTHOR}
    | {Role.TITLE_AND_AUTHOR, Role.NOTE, Role.BRIEF_HEAD}
)
"""Roles of lines that stand over a body."""

TERMINAL = "。!?…;"
CLOSING = "”’)]》】〉"
WIDEST_MARK = 60
"""Wider lines with a full stop are no heading, byline or label."""
BULLET = re.compile(r"^[●■◆○▲△★☆◇□•·▶►※◎]\s*|^[-*]\s+(?=\S)")
NUMBERED = re.compile(r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|[(]?\d{1,2}[)、.](?!\d)|[①-⑳])")
PAGE_CODE = r"(?:[A-Z]?\s?\d{1,2}|[一二三四五六七八九十]{1,3})"
JUMP_FROM = re.compile(
    rf"^[◀◁<《(\[\s←▲▶★]*(?:上|紧|紧接)[接承]?(?:上)?第?\s*(?P<page>{PAGE_CODE})\s*版[^。,]{{0,16}}?[)\]》>▶\s]*$"
)
JUMP_FROM_INLINE = re.compile(
    rf"^[(\[◀◁<《←\s]*(?:上接|紧接|接上|接)第?\s*(?P<page>{PAGE_CODE})\s*版[^。,()]{{0,16}}?(?:[)\]▶》>]+\s*|\s+|$)"
)
JUMP_TO = re.compile(
    rf"[(\[▶►>→\s▷◆★]*(?:下转|转|紧转|接转)第?\s*(?P<page>{PAGE_CODE})\s*版[^。,]{{0,12}}?[)\]▶►>→\s]*$"
)
PAGE_REFERENCE = re.compile(
    r"(?:详?见|[>→▶\s(])*[A-Z]?\d{1,2}[版]\)?$|(?:详?见|\()第?[一二三四五六七八九十]{1,2}版\)?$"
)
ONLY_REFERENCE = re.compile(r"^[(▶>→]*(?:详?见)?[A-Z]?\d{1,2}版[)]?$")
LABEL_OPENING = re.compile(
    r"^(?:闲话|漫话|话说|走进|聚焦|直击|关注|印象|发现|寻找|最美|记住|品读|悦读|身边|我的|记者走|新春走|第一现场|特别报道|本报特稿|本报专稿)"
    r"[\u4e00-\u9fff]{0,4}$"
)
CREDIT_HINT = re.compile(
    "记者|通讯员|实习|[摄图文编作译宣画]|设计|出品|制作|采写|供稿|评论员|整理|策划|资料"
)
"""Without one of these a line credits nobody."""
TITLE_HINT = re.compile(r"\s\S.*(?:[·)]|作$|摄$|书$|绘$)")
AUTHOR_HINT = re.compile(
    r"^(?:[□○◇◆■●▢☐口(\[]|作者|文|撰|图文|作|[\u3400-\u9fff·\sA-Za-z()\[\]、/:.]{2,40}$)"
)
NOTE_MARK = re.compile(
    r"^[【\[(（]?(?:编者的话|编者按|編者按|开栏语|開欄語|编前话?|编者语|按语)[】\])）]?\s*[:：]?\s*"
)
UNIT_HINT = re.compile(r"[局院校厂矿所站社会馆队团班中学行司乡镇村道区][)\d]*\s+\S")
"""A unit before the author's name: ``市第三机床厂 秦 川``."""
TUNE = re.compile(
    r"^(?:[五七][律绝古]|临江仙|浣溪沙|满江红|沁园春|水调歌头|念奴娇|蝶恋花|菩萨蛮|清平乐|西江月|卜算子|鹧鸪天|如梦令"
    r"|忆江南|采桑子|江城子|浪淘沙|虞美人|渔家傲|青玉案|定风波|长相思|点绛唇|玉楼春|破阵子|贺新郎|水龙吟|踏莎行"
    r"|鹊桥仙|永遇乐|忆秦娥|南乡子|诉衷情|行香子|望海潮|天净沙|十六字令)·"
)
"""词牌 and 诗体 before a poem's title."""
PICTURE_LABELS = frozenset(
    ["图片新闻", "摄影报道", "新闻图片", "图片报道", "图片故事", "影像", "镜头"]
)
MOST_HEADS = 5
"""Column, kicker, headline and deck over a byline are no more lines than this."""
DECK_MARK = re.compile(r"^[—–―─-]{1,4}\s*(?=\S)")
SPEAKER = re.compile(r"^(@?[^\s:。,!?“”]{1,12}):")
TOWN_OF_COUNTY = re.compile(
    r"^(?P<county>\S{1,3}[县区市])[\u4e00-\u9fff]{2,3}(?:镇|乡|街道|村|社区)$"
)
CAPTION_CREDIT = re.compile(
    r"(?:^|[。!?”)\s])\s*(?P<credit>[^。!?“”]{1,48}(?:摄|供图|摄影|图|提供|制图|图片))[)\]]?$"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its role and what was read from it on the way."""

    line: Line
    role: Role
    credits: tuple[Credit, ...] = ()
    opening: Opening | None = None
    page: str | None = None
    """Page number that a jump names, as printed."""
    text: str = ""
    """The line's own words where a mark was taken off; else the line's text."""
    signature: tuple[tuple[Credit, ...], int] | None = None
    """Bylines in parentheses at the line's end, and where in the words they begin."""
    goes_on: bool = False
    """A printed line of a paragraph: its words go on in the line below."""

    @property
    def words(self) -> str:
        return self.text or self.line.text


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules may ask beside the line."""

    lexicon: Lexicon
    speakers: frozenset[str]
    """Words before a colon that open several lines of the page: 问, 答, 周卫红."""
    surnames: frozenset[str]


def context_of(lines: list[Line], lexicon: Lexicon) -> Context:
    """The page's habits: its spacing, its speakers."""
    counts: dict[str, int] = {}
    for line in lines:
        match = SPEAKER.match(line.folded)
        if match and (line.end[-1] in "。!?…" or not looks_like_heading(line)):
            counts[match[1]] = counts.get(match[1], 0) + 1
    speakers = {word for word, count in counts.items() if count > 1 or word in ("问", "答", "记者")}
    surnames = SURNAMES | lexicon.surnames if lexicon.surnames else SURNAMES
    return Context(lexicon, frozenset(speakers), surnames)


def is_open(end: str) -> bool:
    """Whether a body line stops without a sentence's end."""
    bare = end.rstrip(" ")
    while bare and bare[-1] in CLOSING:
        bare = bare[:-1]
        if not bare:
            return False
    return not bare or (bare[-1] not in TERMINAL and bare == end.rstrip(" "))


def squeeze(text: str) -> str:
    return text.replace(" ", "")


def is_place(folded: str, lexicon: Lexicon) -> bool:
    """``芦淞区`` or ``芦淞区:`` alone on a line: a kicker that names the county."""
    word = squeeze(folded).rstrip(":")
    if len(word) >= 5 and TOWN_OF_COUNTY.match(word):
        word = TOWN_OF_COUNTY.match(word)["county"]
    return word in COUNTY_NAMES or word in COUNTY_MISREADINGS or word in lexicon.places


def is_label(folded: str, lexicon: Lexicon) -> bool:
    """A standing label over an article: ``株洲时评``, ``高质量发展一线见闻``, ``湘江·观潮``."""
    word = squeeze(folded).strip("【】[]■●▪:")
    if word in lexicon.columns or word in BOX_LABELS or word in PUBLIC_AD_LABELS:
        return True
    if folded.startswith("【") or not 2 <= len(word) <= 16 or re.search(r"[,。!?、:]", word):
        return False
    if "·" in word and len(word) <= 6:
        return True
    return _is_slogan(folded) or _ends_like_label(word) or bool(LABEL_OPENING.match(word))


def _is_slogan(folded: str) -> bool:
    """``奋进新征程 建功新时代``: equal halves of the campaign's words."""
    parts = folded.split()
    return (
        2 <= len(parts) <= 3
        and len({len(part) for part in parts}) == 1
        and 3 <= len(parts[0]) <= 6
        and bool(
            re.search(
                "新时代|新征程|新伟业|新篇章|新作为|新担当|二十大|十九大|十八大|十七大|党代会|两会|初心|使命",
                folded,
            )
        )
    )


def _ends_like_label(word: str) -> bool:
    longest = 12 if len(word) > 10 else len(word)
    return len(word) <= 12 and any(
        word[-size:] in LABEL_WORDS for size in range(2, min(6, longest) + 1)
    )


def is_notice_title(folded: str) -> bool:
    """``拍卖公告``, ``遗失声明``, ``下列证件 声明作废``, ``获奖名单``."""
    word = squeeze(BULLET.sub("", folded)).rstrip(":!")
    if len(word) <= 8 and re.match(r"急?寻[人物亲找弟兄妹姐母父子女友]|寻胞|征婚|招领|认领", word):
        return True
    return len(word) <= 34 and word.endswith(tuple(NOTICE_ENDINGS)) and "," not in word


def is_advert_title(folded: str) -> bool:
    word = squeeze(folded)
    return len(word) <= 14 and word.endswith(tuple(AD_ENDINGS))


class Marker:
    """Gives each line its role; ``previous`` lines are known, the block is looked ahead."""

    def __init__(self, lines: list[Line], context: Context) -> None:
        self.lines, self.context = lines, context
        self.marked: list[Marked] = []
        self._heads_over_openings: set[int] = set()
        self._wrapped = wrapped_runs(lines)

    def run(self) -> list[Marked]:
        blocks = list(self._blocks())
        for first, last in blocks:
            if not self._wrapped.keys() & set(range(first, last)) and self._is_verse(first, last):
                self.marked += [Marked(line, Role.VERSE) for line in self.lines[first:last]]
            else:
                for index in range(first, last):
                    self.marked.append(self._mark(index, index > first))
        return self.marked

    def _blocks(self):
        """Index ranges of lines without a blank line between; single lines on unspaced pages."""
        first = 0
        for index in range(1, len(self.lines) + 1):
            if index == len(self.lines) or self.lines[index].gap:
                yield first, index
                first = index

    def _is_verse(self, first: int, last: int) -> bool:
        """A stanza or a list of names: three or more short lines that stand together."""
        block = self.lines[first:last]
        if len(block) < 3 or any(line.width > 24 for line in block):
            return False
        if any(BULLET.match(line.folded) or "|" in line.folded for line in block):
            return False
        if any(line.folded.endswith(":") or ONLY_REFERENCE.match(line.folded) for line in block):
            return False
        return not any(PAGE_REFERENCE.search(line.folded) for line in block) and not any(
            self._credits(line, 0, within=True) for line in block
        )

    def _mark(self, index: int, within: bool) -> Marked:
        """The role of one line; ``within``: it follows another without a blank line."""
        line = self.lines[index]
        opening = self._opening(line)
        if index in self._wrapped:
            goes_on, signature = self._wrapped[index], self._signature(line)
            return Marked(line, Role.BODY, (), opening, signature=signature, goes_on=goes_on)
        if opening and (opening.credits or line.width > 30):
            return Marked(line, Role.BODY, opening=opening, signature=self._signature(line))
        plain = line.width > WIDEST_MARK and "。" in line.folded
        for rule in RULES_FOR_PARAGRAPHS if plain else RULES:
            found = rule(self, line, index, within)
            if found is not None:
                return found
        return Marked(line, Role.BODY, opening=opening, signature=self._signature(line))

    def _signature(self, line: Line):
        if not line.end.endswith((")", "]")):
            return None
        found = read_signature(line.text, line.number, self.context.surnames)
        return (tuple(found[0]), found[1]) if found else None

    def _opening(self, line: Line) -> Opening | None:
        if not may_open(line.folded):
            return None
        opening = read_opening(line.text[:400], line.number, self.context.surnames)
        return opening if opening.start else None

    # --- one function per kind of line, in the order they are asked ---

    def _table(self, line, index, within):
        """``| 电工 | 3 | 持证上岗 |``, ``- | 品名 | 原价 |``."""
        if line.folded.startswith(("|", "- |")) and line.folded.count("|") > 1:
            return Marked(line, Role.TABLE)
        return None

    def _jump(self, line, index, within):
        """``◀上接A1版``, ``(上接第一版)`` alone or before the text; ``下转3版`` alone."""
        match = JUMP_FROM.match(line.folded) if line.width <= 30 else None
        if match:
            return Marked(line, Role.JUMP_FROM, page=match["page"])
        match = JUMP_FROM_INLINE.match(line.folded)
        if match:
            rest = line.text[match.end() :]
            role = Role.BODY if rest else Role.JUMP_FROM
            return Marked(
                line, role, page=match["page"], text=rest, signature=self._signature(line)
            )
        match = JUMP_TO.match(line.folded) if line.width <= 24 else None
        return Marked(line, Role.JUMP_TO, page=match["page"]) if match else None

    def _deck(self, line, index, within):
        """``——1600名农民家门口当上“豆腐工人”``."""
        match = DECK_MARK.match(line.folded)
        if match and line.width <= 60 and "。" not in line.folded and len(match[0].strip()) > 1:
            return Marked(line, Role.DECK, text=line.text[match.end() :])
        return None

    def _credits(self, line, index, within):
        """``本报记者 尹 冰``, ``图/文 本报记者 程 野``, ``株洲日报通讯员/罗一凡摄``."""
        if line.width > 120 or not CREDIT_HINT.search(line.folded) or "。" in line.folded:
            return None
        signed = re.search("(?:记者|通讯员)[ /:]", line.folded)
        if not signed and is_label(line.folded, self.context.lexicon):
            return None
        found = read_credits(line.text, line.number, self.context.surnames)
        if found is None or not self._is_credit(line, found):
            return None
        return Marked(line, self._credit_role(line, index, found), tuple(found))

    def _is_credit(self, line, found) -> bool:
        if found:
            return any(credit.role for credit in found)
        return (
            bool(re.search("记者|通讯员|评论员|供图|摄|编辑部|资料", line.folded))
            and line.width < 20
        )

    def _credit_role(self, line, index, found) -> Role:
        """A byline stands over a text, a credit closes it."""
        closing = re.search(
            r"摄$|供图$|图/文|文/图|宣$|^设计|出品|拍摄|制作|图$", squeeze(line.folded)
        )
        below_body = bool(self.marked) and self.marked[-1].role not in HEADS
        return Role.CREDIT if closing and below_body else Role.BYLINE

    def _author(self, line, index, within):
        """``□ 沈星辰``, ``作者/覃小渡``, ``易 丁``: an author's line between heading and text."""
        hinted = AUTHOR_HINT.match(line.folded) or UNIT_HINT.search(line.folded)
        if line.width > 40 or not hinted or "。" in line.folded:
            return None
        found = read_author_line(line.text, line.number, self.context.surnames)
        if found is None or is_label(line.folded, self.context.lexicon):
            return None
        marked = AUTHOR_MARK.match(line.folded) or any(credit.role for credit in found)
        if not marked and not (self._may_be_author(index) and _is_bare_author(line.folded)):
            return None
        signed_below = self.marked and self.marked[-1].role in (Role.BODY, Role.VERSE, Role.ITEM)
        return Marked(line, Role.CREDIT if signed_below else Role.AUTHOR, tuple(found))

    def _may_be_author(self, index: int) -> bool:
        """A bare name is an author under a heading or below the last paragraph."""
        if not self.marked:
            return False
        above = self.marked[-1].role
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if above in (Role.HEADING, Role.DECK, Role.LABEL):
            return below is None or not looks_like_heading(below) or above is not Role.LABEL
        return above in (Role.BODY, Role.VERSE)

    def _title_and_author(self, line, index, within):
        """``写给湘江的信 阿依努尔·沙比尔(维吾尔族)``; ``春到云阳山(国画) 慕容秋 作``."""
        if line.width > 44 or not TITLE_HINT.search(line.folded) or not looks_like_heading(line):
            return None
        if re.search("记者|通讯员|实习生|供图", line.folded):
            return None
        match = re.search(r"(?:作|摄|书|绘)$", line.folded)
        whole = read_author_line(line.text, line.number, self.context.surnames)
        if match and whole and line.width <= len(whole[0].name) + 1:
            return None
        for cut in _cuts(line.folded):
            rest = line.text[cut:].strip()
            found = read_author_line(rest, line.number, self.context.surnames)
            if found is None or not self._is_author_at_end(line.folded[cut:], found, match):
                continue
            role = Role.ARTWORK if match else Role.TITLE_AND_AUTHOR
            return Marked(line, role, tuple(found), text=line.text[:cut].strip())
        return None

    def _is_author_at_end(self, rest, found, work) -> bool:
        names = [credit.name for credit in found]
        return bool(
            work or any("·" in name for name in names) or re.search(r"[(].{1,12}[)]$", rest)
        ) and (len(names) == 1)

    def _note(self, line, index, within):
        """``编者按``, ``编者按:…``, ``上期提要:…``: words about the text, not of it."""
        word = re.split("[:：]", squeeze(line.folded).strip("【】[]()"), maxsplit=1)
        if word[0].strip("【】[]()") in NOTE_LABELS:
            return Marked(line, Role.NOTE)
        if word[0] in ("上期提要", "前情提要", "内容提要", "前文提要") and len(word) > 1:
            return Marked(line, Role.NOTE)
        return None

    def _lead_in(self, line, index, within):
        """``导读``; ``湘江风光带夜市搬家记 A5版``; ``04版``."""
        if squeeze(line.folded).strip("【】[]■●◆:") in LEAD_IN_LABELS or ONLY_REFERENCE.match(
            line.folded
        ):
            return Marked(line, Role.LEAD_IN)
        refers = line.width <= 40 and PAGE_REFERENCE.search(line.folded)
        if refers and (looks_like_heading(line) or line.folded.endswith(")")):
            return Marked(line, Role.LEAD_IN)
        return None

    def _caption(self, line, index, within):
        """``工人给外墙刷保温层。尹冰摄``; ``图为…。 本报记者 程 野 摄``."""
        match = CAPTION_CREDIT.search(line.end)
        if not match or line.width > 220:
            return None
        credit = line.text[len(line.text) - (len(line.end) - match.start("credit")) :]
        credit = re.sub(r"^(?:本版)?图片?(?:均)?由", "", credit)
        found = read_credits(credit, line.number, self.context.surnames)
        if found is None or line.end.endswith(")"):
            return None
        cut = len(line.text) - len(line.end) + match.start("credit")
        return Marked(line, Role.CAPTION, tuple(found), text=line.text[:cut].strip())

    def _brief_head(self, line, index, within):
        """``■ 芦淞市场群开通夜班车`` over its text; ``■书讯 《洣江笔记》出版``."""
        match = BULLET.match(line.folded)
        if not match or within or not looks_like_heading(line) or line.folded[0] in "-*·":
            return None
        return Marked(line, Role.BRIEF_HEAD, text=line.text[match.end() :])

    def _item(self, line, index, within):
        """``● 株洲县办起食用菌菌种站……``, ``一、持有效证件……``."""
        if BULLET.match(line.folded):
            return Marked(line, Role.ITEM, signature=self._signature(line))
        if NUMBERED.match(line.folded) and (within or line.width > 24 or line.folded[-1] in "。;"):
            return Marked(line, Role.ITEM)
        return None

    def _place(self, line, index, within):
        if is_place(line.folded, self.context.lexicon) and not within:
            return Marked(line, Role.PLACE)
        return None

    def _speech(self, line, index, within):
        """``周卫红:是的。`` and a question between two answers."""
        if line.folded.startswith("@"):
            return Marked(line, Role.BODY)
        match = SPEAKER.match(line.folded)
        if match and match[1] in self.context.speakers and line.width > len(match[1]) + 1:
            return Marked(line, Role.BODY)
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        match = SPEAKER.match(below.folded) if below and line.folded.endswith("?") else None
        if match and match[1] in self.context.speakers:
            return Marked(line, Role.BODY)
        return None

    def _ends_above(self, index: int) -> bool:
        """The line above is a whole sentence, or the day under a notice."""
        above = self.lines[index - 1]
        return not is_open(above.end) or bool(DATE_AT_END.search(above.end))

    def _over_opening(self, index: int) -> bool:
        """Whether short lines lead from here without a gap to a byline or a dateline.

        ``孩子的书包轻了`` / ``本报记者 尹 冰`` / ``开学第一天,……``, printed line under line: whatever
        stands there is a headline, however much it sounds like a text.
        """
        if index in self._heads_over_openings:
            return True
        above = self.lines[index - 1] if index else None
        if (
            self.lines[index].gap == 0
            and above
            and is_open(above.end)
            and self.marked[-1].role not in HEADS
        ):
            return False
        reach = []
        for at in range(index, min(index + MOST_HEADS, len(self.lines))):
            line = self.lines[at]
            if at > index and line.gap:
                break
            if at > index and self._opens_text(line):
                self._heads_over_openings.update(reach)
                return True
            if line.width > LONGEST_HEADING or line.end[-1] in "。;:," or BULLET.match(line.folded):
                break
            reach.append(at)
        return False

    def _opens_text(self, line: Line) -> bool:
        """A byline, an author's unit and name, or a dateline with its bylines."""
        opening = self._opening(line)
        if opening:
            return bool(opening.credits) or line.width > 30
        if line.width > 60 or "。" in line.folded:
            return False
        credits = read_credits(line.text, line.number, self.context.surnames)
        if credits is not None and self._is_credit(line, credits):
            return not re.search("摄$|供图$", squeeze(line.folded))
        return bool(read_author_line(line.text, line.number, self.context.surnames))

    def _heading(self, line, index, within):
        bracketed = line.folded.startswith("【") and line.folded.endswith("】")
        if bracketed and squeeze(line.folded).strip("【】") in PICTURE_LABELS:
            return Marked(line, Role.LABEL)
        label = line.width <= 16 and not bracketed and is_label(line.folded, self.context.lexicon)
        if self._over_opening(index):
            return Marked(line, Role.LABEL if label else Role.HEADING)
        if within and line.width <= 12 and self._ends_above(index) and is_notice_title(line.folded):
            return Marked(line, Role.HEADING)
        if not label and not bracketed and not looks_like_heading(line):
            return None
        above = self.marked[-1].role if self.marked else None
        if within and above not in HEADS - {Role.BRIEF_HEAD}:
            return None
        return Marked(line, Role.LABEL if label else Role.HEADING)


RULES = (
    Marker._table,
    Marker._jump,
    Marker._deck,
    Marker._place,
    Marker._note,
    Marker._lead_in,
    Marker._speech,
    Marker._title_and_author,
    Marker._credits,
    Marker._author,
    Marker._caption,
    Marker._brief_head,
    Marker._item,
    Marker._heading,
)


RULES_FOR_PARAGRAPHS = (Marker._table, Marker._jump, Marker._note, Marker._caption, Marker._item)
"""What a long line with a full stop in it may be beside a paragraph."""


def _is_bare_author(folded: str) -> bool:
    """A name with a dot may also be an estate, ``绿水湾·江畔人家``, or a tune: ``如梦令·夜归``."""
    return not TUNE.match(folded) and (
        "·" not in folded or "(" in folded or not re.search("[家园府城苑湾里都墅庭居庄]$", folded)
    )


def _cuts(folded: str):
    """Places where a title may end and an author begin, longest author first."""
    return [match.end() for match in re.finditer(r"\s+", folded)]
