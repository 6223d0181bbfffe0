"""Who wrote it: datelines (电头), bylines (署名) and credits, in all printed forms.

Forms, old and new (sample names are invented)::

    本报讯（记者 易 丁 通讯员 何楚云、刘 炜）正文     株洲日报讯(全媒体记者/尹冰 通讯员/祁向阳) 正文
    掌上株洲·株洲日报(记者/尹冰)正文                    本报首席记者 诸葛明远 实习生 苏 禾
    (本报记者 文小波 通讯员 洪 波)                      （谭绍庭 易大春）
    图/文 本报记者 程 野      株洲日报通讯员/罗一凡摄    □ 沈星辰    作者/覃小渡    (台北)文 守 仁
"""

import re
from dataclasses import dataclass

from articles.pagefile.fold import fold
from articles.pagefile.records import Credit
from articles.pagefile.words import DOUBLE_SURNAMES, SURNAMES

PAPER = (
    r"(?:(?:据)?(?:本报|本刊|本网|本台|本社|株洲日报|株洲晚报|株洲晨报|晨报|晚报|日报|掌上株洲|株洲网|株洲新闻网"
    r"|株洲融媒|株洲发布|株洲广播电视台|株洲电视台|湖南日报|新湖南|红网|时刻新闻|华声在线|三湘都市报|潇湘晨报"
    r"|新华社|新华网|中新社|人民日报|人民网|央视新闻|中国新闻网|经济日报|光明日报|法制日报|工人日报)"
    r"(?:客户端|社)?)"
)
PREFIX = (
    r"(?:全媒体|融媒体|多媒体|新媒体|首席|见习|实习|特派|特约|资深|高级|主任|摄影|文字|视频|摄像|驻[^\s/、]{1,4}站?"
    r"|本报|本刊|本网|业余|农民)"
)
PERSON_ROLE = (
    rf"(?:{PREFIX}{{0,4}}(?:记者站|记者|通讯员|实习生|评论员|撰稿人|作者|编辑|摄影师|主播))"
)
WORK_ROLE = (
    r"(?:出品|策划|统筹|撰文|撰稿|执笔|采写|采访|整理|文字|图片|摄影|拍摄|摄像|摄制|航拍|供图|供稿|剪辑|后期|制图|绘图|漫画|插图"
    r"|配图|视频|配音|设计|翻译|编译|监制|海报|书法|二维码制作|视频制作|海报制作|制作"
    r"|[文图摄译](?=[/:]))"
)
PRODUCED = ("出品", "制作")
"""Roles that stand behind the name: 株洲日报城事部出品."""
NOT_IN_NAMES = re.compile(r"[了的是在和与将被把从这那也就都之]|先生|女士|小姐|同志|老师")
NOT_NAMES = frozenset(
    [
        "任命",
        "完结",
        "连载",
        "待续",
        "全文",
        "节选",
        "国画",
        "油画",
        "书法",
        "版画",
        "水彩",
        "摄影",
        "资料",
        "小说",
        "散文",
        "诗歌",
        "简讯",
        "安全",
        "成功",
        "高兴",
        "时间",
        "方法",
        "金秋",
        "花开",
        "白天",
        "明天",
        "今天",
        "后天",
        "明年",
        "今年",
        "全体",
        "全市",
        "全县",
        "成立",
        "向前",
        "关于",
        "方案",
        "路线",
        "经过",
        "单位",
        "金额",
        "项目",
        "水利",
        "水电",
        "国庆",
        "元旦",
        "安排",
        "常识",
        "万象",
        "万物",
        "平安",
        "幸福",
        "和谐",
        "华章",
        "文化",
        "文明",
        "文艺",
        "文苑",
        "白云",
        "高原",
        "高山",
        "古今",
        "古代",
        "古城",
        "古镇",
        "江南",
        "江边",
        "江湖",
        "山水",
        "山村",
        "山歌",
        "花园",
        "花鼓戏",
        "云阳山",
        "方寸",
        "方圆",
        "安居",
        "安家",
        "乐园",
        "谢启",
        "讣告",
        "通知",
        "启事",
        "游记",
        "游园",
        "都市",
        "都会",
        "包装",
        "包裹",
        "祝福",
        "祝贺",
        "祝酒歌",
        "房东",
        "房子",
        "毛病",
        "马路",
        "牛年",
        "龙年",
        "马年",
        "金牛",
        "金融",
        "项链",
        "石头",
        "石桥",
        "石磨",
        "水缸",
        "水车",
        "水塘",
        "江河",
        "江水",
        "雷雨",
        "雷锋",
        "雪花",
        "时光",
        "时评",
        "时候",
        "路上",
        "路灯",
        "路口",
        "向往",
        "向上",
        "向日葵",
        "经典",
        "经济",
        "经验",
        "强国",
        "强军",
        "应急",
        "解放",
        "解读",
        "解决",
        "农民",
        "农村",
        "农业",
        "农事",
        "温暖",
        "温馨",
        "常委",
        "常务",
        "党建",
        "党员",
        "党课",
        "游泳",
        "游戏",
        "乐观",
        "乐章",
        "季节",
        "季风",
        "夏天",
        "夏夜",
        "夏日",
        "秋天",
        "秋收",
        "秋夜",
        "冬天",
        "寒冬",
        "牧歌",
        "牧童",
        "白鹭",
        "和平",
        "和风",
        "华夏",
        "柳絮",
        "梅花",
        "桃花",
        "柏树",
        "桑葚",
        "桑树",
        "竹林",
        "荷花",
        "荷塘",
        "荷叶",
        "莲花",
        "雪天",
        "车站",
        "车间",
        "车队",
        "车祸",
        "花炮",
        "花香",
        "花海",
        "花灯",
    ]
)
"""Words that would pass for surname and given name."""
ROLE = re.compile(
    rf"(?P<paper>(?:(?!本[报刊网]){PAPER}[·\s/、]*){{0,3}})(?P<role>{PERSON_ROLE}|{PREFIX}{{1,3}}(?=/)|{WORK_ROLE})"
)
SUFFIX = re.compile(
    r"(?P<suffix>图文|文图|[文图摄][/、·及 ]{0,2}[文图摄]|摄影报道|摄影|摄|供图|供稿|图片|图|采写|整理|撰文|报道|译|编译|作|绘|宣|文)$"
)
PAIR_ROLE = re.compile(
    r"^(?:图文|文图|文/图|图/文|文、图|图、文|文·图|图·文|摄影/文|文/摄影|文/摄|摄/文)[:/ ]*"
)
HAN = r"\u3400-\u9fff〇"
TOKEN = re.compile(rf"[{HAN}]+(?:·[{HAN}]+)+|[{HAN}]+|[A-Za-z][A-Za-z.'’\-]*")
ORGANISATION = re.compile(
    r"(?:队|局|办|公司|社|中心|院|委|部|校|台|站|所|组|会|厅|处|科|室|馆|镇|乡|街道|学|园|库|厂|店|集团|联盟|协会|宣)$"
)
PLACE_NOTE = re.compile(r"[(\[〔【][^()\[\]〔〕【】]{0,30}[)\]〕】]")
"""A nationality, a place or a school beside an author: ``[英]``, ``(台北)``, ``(维吾尔族)``."""

DATELINE = re.compile(
    rf"^(?P<line>(?:{PAPER}(?:记者|客户端|全媒体|融媒体)?[·\s/、]*){{1,3}}"
    rf"(?:(?P<place>[{HAN}]{{0,8}}?(?:[〇零一二三四五六七八九十\d]{{1,3}}月"
    rf"[〇零一二三四五六七八九十\d]{{1,3}}日)?)(?P<mark>综合消息|消息|专电|讯|电)|(?=\s*\()))"
)
REPORTED = re.compile(
    r"^(?P<line>据(?:《[^》]{2,20}》|[^,。《》]{2,16}?(?:社|网|报|台|客户端|新闻))(?:报道|消息|讯|电)?)[,:\s]"
)
LOST_PAPER = re.compile(r"^(?P<line>讯|电)?\((?=[^()]{0,8}(?:记者|通讯员))")
WHOLLY_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]$")
PROMOTION = re.compile(r"^扫描?(?:描)?(?:下方|左侧|右侧)?二维码[^《》]{0,8}(?:《[^》]*》)?[\s,，]*")
NOBODY = re.compile(rf"^(?:{PAPER})?(?:特约)?(?:评论员|编辑部|综合|编辑|编者|记者)$")
EMPTY_CREDIT = re.compile(
    rf"(?:{PAPER}[·\s/、]*)*(?:记者|通讯员|资料|图片|视频截图|网络)[\s/]*(?:供图|摄|提供|图|截图)$|^资料图片?$|^(?:图片)?由?资料片?$"
)
AUTHOR_MARK = re.compile(
    r"^(?:[□○◇◆■●▢☐口]\s*|(?:作者|文|撰文|撰稿|图文|作)\s*[/:：]\s*|作者\s+|文\s{1,2}(?=\S))"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a body opens: its dateline, the bylines said there, and where the text begins."""

    dateline: str | None
    credits: tuple[Credit, ...]
    start: int


def is_name(word: str, surnames: frozenset[str] = SURNAMES) -> bool:
    """Whether a Chinese word reads as a person's name: surname and one or two characters."""
    if "·" in word:
        return len(word) >= 4
    if word in NOT_NAMES:
        return False
    if word[:2] in DOUBLE_SURNAMES:
        return 3 <= len(word) <= 4
    return 2 <= len(word) <= 3 and word[0] in surnames


def read_credits(text: str, line: int, surnames: frozenset[str] = SURNAMES) -> list[Credit] | None:
    """The people that ``text`` credits, or None when it says anything else besides.

    An empty list: a credit that names nobody (``本报评论员``, ``通讯员供图``).
    """
    shown = PROMOTION.sub("", text.strip(" \u3000-—"))
    shown = shown[1:-1] if WHOLLY_BRACKETED.match(shown) else shown
    folded = fold(shown)
    if len(folded) != len(shown) or not 1 < len(folded) <= 160 or "。" in folded:
        return None
    if NOBODY.match(folded) or EMPTY_CREDIT.fullmatch(folded):
        return []
    return _Reader(shown, folded, line, surnames).read()


class _Reader:
    """Reads one byline: roles first, then the names between them."""

    def __init__(self, shown: str, folded: str, line: int, surnames: frozenset[str]) -> None:
        self.shown, self.folded, self.line, self.surnames = shown, folded, line, surnames

    def read(self) -> list[Credit] | None:
        pair = PAIR_ROLE.match(self.folded)
        begin = pair.end() if pair else 0
        roles = [m for m in ROLE.finditer(self.folded, begin) if self._is_role(m)]
        groups = self._groups(begin, roles, pair)
        credits: list[Credit] = []
        for role, first, last in groups:
            found = self._group(role, first, last, is_last=last == len(self.folded))
            if found is None:
                return None
            credits += found
        return credits if credits or (roles and EMPTY_CREDIT.search(self.folded)) else None

    def _is_role(self, match: re.Match[str]) -> bool:
        """A one-word role of work must stand alone or before its name: 拍摄/尹冰."""
        after = self.folded[match.end() :]
        if re.match(PERSON_ROLE, match["role"]):
            return True
        return bool(after.strip(" /:")) and (after[0] in " /:、" or match.end() < len(self.folded))

    def _groups(self, begin, roles, pair):
        """(role, first, last) of each run of names; names before any role have role ``""``."""
        first = roles[0].start() if roles else len(self.folded)
        if roles and roles[0]["role"] in PRODUCED:
            yield roles.pop(0)["role"], begin, first
            first = roles[0].start() if roles else len(self.folded)
        elif first > begin and self.folded[begin:first].strip(" /:、"):
            yield (self.shown[: pair.end()].strip(" /:") if pair else "", begin, first)
        for match, following in zip(roles, [*roles[1:], None][: len(roles)], strict=True):
            last = following.start() if following else len(self.folded)
            yield self.shown[match.start("role") : match.end("role")], match.end(), last

    def _group(self, role: str, first: int, last: int, is_last: bool) -> list[Credit] | None:
        words = self.folded[first:last].rstrip(" /:、,;|&")
        stop = first + len(words)
        suffix = SUFFIX.search(words) if is_last or role == "" else None
        if suffix and self._is_suffix(words, suffix, role):
            stop = first + suffix.start()
            role = _role_with_suffix(role, suffix["suffix"])
        names = self._names(first, stop)
        if names is None or (not role and not all(self._may_stand_alone(n) for n in names)):
            return None
        if suffix and role == "译":
            return [self._credit("", name) for name in names[:-1]] + [self._credit(role, names[-1])]
        return [self._credit(role, name) for name in names]

    def _is_suffix(self, words: str, suffix: re.Match[str], role: str) -> bool:
        """``罗一凡摄`` ends in a role, ``李文`` in a given name."""
        before = words[: suffix.start()]
        if not role and suffix["suffix"] == "宣":
            return before.endswith(("社", "报", "办", "部", "委", "局"))
        word = suffix["suffix"]
        if not before.strip(" /:、"):
            return True
        if before[-1] in " /:、)" or len(word) > 1:
            return True
        token = TOKEN.findall(before)[-1:] or [""]
        return word in "摄译绘" and (
            is_name(token[0], self.surnames) or len(token[0]) > 3 or not role
        )

    def _may_stand_alone(self, name: str) -> bool:
        squeezed = fold(name)
        return (
            is_name(squeezed, self.surnames) or bool(ORGANISATION.search(squeezed)) or "·" in name
        )

    def _names(self, first: int, last: int) -> list[str] | None:
        """Names in one run; the print's inner spaces are taken out (``刘 炜``)."""
        names: list[str] = []
        for start, end in self._pieces(first, last):
            tokens = [(m.start(), m.end()) for m in TOKEN.finditer(self.folded, start, end)]
            covered = sum(b - a for a, b in tokens)
            if covered < len(self.folded[start:end].replace(" ", "")):
                return None
            names += _merge([self.shown[a:b] for a, b in tokens])
        if not all(self._is_readable(name) for name in names):
            return None
        return names

    def _is_readable(self, name: str) -> bool:
        """A person's name, or the name of something that is one."""
        folded = fold(name)
        if len(folded) > 24 or NOT_IN_NAMES.search(folded):
            return False
        short = len(folded) <= 4 or "·" in folded or folded.isascii()
        return short or bool(ORGANISATION.search(folded))

    def _pieces(self, first: int, last: int):
        """Runs between commas, slashes and other strong separators; notes in brackets left out."""
        text = PLACE_NOTE.sub(lambda m: "、" * len(m[0]), self.folded[first:last])
        for match in re.finditer(r"[^/、,;:|&()\[\]]+", text):
            if match[0].strip() and match[0].strip() != "and":
                yield first + match.start(), first + match.end()

    def _credit(self, role: str, name: str) -> Credit:
        folded = fold(name)
        organisation = "·" not in name and bool(
            (len(folded) > 4 and re.match(f"[{HAN}]", folded))
            or (len(folded) > 3 and ORGANISATION.search(folded) and not is_name(folded))
        )
        return Credit(role, name, self.line, self.shown, organisation)


def _role_with_suffix(role: str, suffix: str) -> str:
    """What a word after the names says of them: ``本报记者 程野 图/文`` stays 本报记者."""
    if suffix in ("摄", "摄影"):
        return "摄影"
    if suffix in ("供图", "图片", "图"):
        return "供图"
    return role or suffix


def _merge(tokens: list[str]) -> list[str]:
    """Names from blank-separated tokens: 刘|炜 → 刘炜, Emily|Zhou → Emily Zhou."""
    names: list[str] = []
    singles: list[str] = []

    def flush() -> None:
        while singles:
            size = 3 if len(singles) == 3 else min(2, len(singles))
            names.append("".join(singles[:size]))
            del singles[:size]

    for token in tokens:
        if len(token) == 1 and not token.isascii():
            if not singles and names and names[-1] in DOUBLE_SURNAMES:
                names[-1] += token
            else:
                singles.append(token)
            continue
        flush()
        if token.isascii() and names and names[-1].isascii():
            names[-1] += " " + token
        elif names and fold(names[-1]) in DOUBLE_SURNAMES and len(token) <= 2:
            names[-1] += token
        else:
            names.append(token)
    flush()
    return names


def read_author_line(text: str, line: int, surnames=SURNAMES) -> list[Credit] | None:
    """The author of an essay or a poem on a line of its own, with or without a mark."""
    folded = fold(text)
    mark = AUTHOR_MARK.match(folded)
    rest = text[mark.end() :] if mark else text
    bare = PLACE_NOTE.sub(lambda m: " " * len(m[0]), fold(rest))
    found = read_credits(rest, line, surnames)
    if found is not None and (mark or any(c.role for c in found) or not found):
        return found
    names = _merge(TOKEN.findall(bare)) if len(bare) <= 40 else []
    if not names or len("".join(names)) < len(re.sub(r"[\s、,]", "", bare)):
        return None
    if all(is_name(name, surnames) for name in names) and (mark or len(names) <= 3):
        return [Credit("", name, line, text) for name in names]
    if mark and len(names) == 1 and len(names[0]) <= 4:
        return [Credit("", names[0], line, text)]
    return _member_of_a_unit(fold(rest), line, text, surnames)


UNIT = re.compile(
    r"(?:[局院校厂矿所站社会馆队团班部委办处科厅段室]|[一二三四五六七八九十]中|中学|小学|大学|公司|银行|街道|社区|[乡镇村])$"
)


SCHOOL_CLASS = re.compile(r"(?:[高初][一二三]|[一二三四五六]年级)\s*(?:[(]?\d{1,4}[)]?\s*班)?")


def _member_of_a_unit(folded, line, text, surnames) -> list[Credit] | None:
    """``市第三机床厂 秦 川``, ``市十二中 高二(3)班 钟小满``: whose member the author is, then the name."""
    bare = SCHOOL_CLASS.sub(" ", folded)
    unit, *names = _merge(TOKEN.findall(bare)) or [""]
    if len(unit) < 4 or not UNIT.search(unit) or len(names) != 1 or not is_name(names[0], surnames):
        return None
    if len(unit + names[0]) < len(re.sub(r"\s", "", bare)):
        return None
    return [Credit("", names[0], line, text)]


OPENING_HINT = re.compile(r"[据本株晨晚日掌湖新红时华三潇中人央经光法工讯电(]")


def may_open(folded: str) -> bool:
    """Whether a line can begin with a dateline at all; asked of every line."""
    return bool(OPENING_HINT.match(folded))


def read_opening(text: str, line: int, surnames=SURNAMES) -> Opening:
    """The dateline and bylines that a body's first paragraph opens with."""
    folded = fold(text[:400])
    match = DATELINE.match(folded)
    if match and not _is_dateline(match, folded):
        match = None
    if not match:
        match = LOST_PAPER.match(folded)
    if match:
        label = (text[: match.end("line")].strip() or None) if match["line"] else None
        start = match.end("line") if match["line"] else 0
        credits, start = _bracketed(text, folded, start, line, surnames)
        if label or credits:
            return Opening(label, tuple(credits), start)
    reported = REPORTED.match(folded)
    if reported:
        return Opening(text[: reported.end("line")].strip(), (), reported.end())
    return Opening(None, (), 0)


def _is_dateline(match: re.Match[str], folded: str) -> bool:
    """本报讯 is one; 株洲日报社 and 本报记者 in running text are not."""
    if match["mark"]:
        after = folded[match.end("mark") : match.end("mark") + 1]
        return after in ("", " ", "(", ":") or match["line"] == "本报讯" or match["mark"] != "电"
    bracket = folded[match.end("line") :].lstrip()[:12]
    return bool(re.search("记者|通讯员", bracket))


def _bracketed(text, folded, start, line, surnames):
    """Bylines in the parentheses after a dateline; the body begins behind them."""
    begin = start + len(folded[start:]) - len(folded[start:].lstrip())
    if folded[begin : begin + 1] == "(":
        end = folded.find(")", begin)
        if end == -1 or end - begin > 150:
            return [], begin
        found = read_credits(text[begin + 1 : end], line, surnames)
        if found is not None:
            after = end + 1
            return found, after + len(folded[after:]) - len(folded[after:].lstrip(" :"))
    return [], begin


SIGNATURE = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\s*$")


def read_signature(text: str, line: int, surnames=SURNAMES) -> tuple[list[Credit], int] | None:
    """The bylines in parentheses that close a text, and where they begin; None without any."""
    tail = text[-90:]
    match = SIGNATURE.search(fold(tail))
    if not match:
        return None
    found = read_credits(tail[match.start(1) : match.end(1)], line, surnames)
    if found is None:
        return None
    begin = len(text) - len(tail) + match.start()
    return found, begin
