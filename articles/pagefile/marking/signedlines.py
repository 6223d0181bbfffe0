"""Lines that say who made a text or a picture: bylines, authors, works, captions."""

import re
from collections.abc import Sequence

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.labels import is_label, is_notice_title
from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.marking.signings import RESPECTS
from articles.pagefile.people.authors import AUTHOR_MARK, FROM, read_author_line, read_member
from articles.pagefile.people.credits import CREDIT_HINT, PAIR_ROLE, read_credits
from articles.pagefile.people.names import HAN, SPACED_NAME, is_name
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import fold, squeeze
from articles.pagefile.text.language import dictionary
from articles.pagefile.text.lines import BULLET, Line
from articles.pagefile.words.names import DOUBLE_SURNAMES
from articles.pagefile.words.press import BYSTANDER

SIGNED = re.compile("(?:记者|通讯员)[ /:]")
ASKED = re.compile(r"(?<=\S\S)\s+(?:对话|专访|访问)\S+$")
"""``本报记者 尹 冰 对话市中心医院主任江小舟``: who asked, and whom."""
NAMELESS = re.compile("记者|通讯员|评论员|供图|摄|编辑部|资料")
COMMENTATOR = re.compile("评论员$")
"""``本报评论员`` stands over what he writes."""
CLOSING = re.compile("摄$|摄影报道$|供图$|图/文|文/图|宣$|^设计|出品|拍摄|制作|图$")
SOURCE = re.compile(r"[(\[][^()]{3,24}(?:提供|供稿|发布|整理)(?:,[^()]{1,10})?[)\]]")
"""``(市物价局提供)`` under a table says where it comes from."""
TITLE_HINT = re.compile(
    r"\s\S.*(?:[·)]|[作摄书绘刻]$|\s[\u4e00-\u9fff]$)|[)]\s+[\u4e00-\u9fff]{2,4}$|\s文[/:]|\s[□○]"
)
STAFF = re.compile(f"记者|通讯员|实习生|供图|{BYSTANDER} ")
WORK = re.compile("[作摄书绘刻]$")
WORK_FIRST = re.compile("(?:[文图摄译]|图片|摄影|撰文|文字)[/:]")
"""``图/易 丁 文/江小舟``: nothing but credits."""
AUTHOR_HINT = re.compile(
    r"^(?:[□○◇◆■●▢☐◎◉⊙口(\[]|作者|文|撰|图文|作|[\u3400-\u9fff·\sA-Za-z()\[\]、/:.]{2,40}$)"
)
UNIT_HINT = re.compile(r"[局院校厂矿所站社会馆队团班中学行司乡镇村道区][)\d]*\s+\S")
"""A unit before the author's name: ``市第三机床厂 秦 川``."""
GENRE_AT_END = re.compile(
    r"[(](?:国画|中国画|油画|版画|水彩画?|水粉画?|工笔画?|写意画?|年画|漫画|速写|素描|书法|篆刻|剪纸|木刻|摄影|雕塑|瓷版画)[)]$"
)
"""What kind of work stands on the page, behind its title."""
WHOLE_WORK = re.compile(
    rf"(?:书法|篆刻|国画|油画|版画|剪纸|年画|漫画|速写|行书|草书|隶书|楷书|篆书|行草)[: ]\s?(?P<title>\S{{2,12}})"
    rf"(?:\s?[(][^()]{{1,6}}[)])?\s+(?P<name>[{HAN}]{{2,4}}|{SPACED_NAME})\s*(?P<by>[书作画绘刻])"
)
TAUGHT = re.compile(r"[(](?:指导|辅导)(?:老师|教师)[:/ ]?[^()]{2,8}[)]")
"""``(指导老师 江小舟)`` below a pupil's text."""
POINTER = re.compile("[▲▼①-⑨](?![^遗声]{0,2}[上下][接转])(?!.*(?:遗失|声明))")
LONGEST_CAPTION = 40
WIDEST_CREDITS = 120
WIDEST_WORK, LONGEST_UNIT = 24, 8
LETTER_CLOSE = re.compile(
    r"(?:儿|女|儿子|女儿|孙女?|[父母]亲?|妻子?|丈?夫|弟弟?|妹妹?|[兄哥姐]|友人?|学生|[您你]的\S{1,4}) \S[^,。:]*$"
)
AUTHOR_FIRST = re.compile(
    rf"^[\[〔(][{HAN}]{{1,6}}[\]〕)]\s?(?P<name>[{HAN}]+(?:·[{HAN}]+)*)(?:[(][^()]{{1,30}}[)])?\s+(?P<title>\S.{{2,}})$"
)
"""``[法]让·勒布朗 河上的灯``: a foreign author before the title."""
SPACED_AUTHOR = re.compile(
    rf"(?P<title>\S{{3,16}})\s+(?P<name>{SPACED_NAME}|(?:{'|'.join(sorted(DOUBLE_SURNAMES))})[{HAN}]{{2}})"
)
TITLED = (Role.HEADING, Role.DECK, Role.BYLINE, Role.AUTHOR)
WRITTEN_BY = re.compile("(?:文|图文|作者|文字)[/:]")
PEN_NAME = re.compile(SPACED_NAME)
BRACKETED_NAME = re.compile(
    rf"[(](?P<name>[{HAN}]{{2,4}}|{SPACED_NAME})(?<![首篇则章节回题画诗文曲])[)]"
)
TUNE = re.compile(
    r"^(?:[五七][律绝古]|临江仙|浣溪沙|满江红|沁园春|水调歌头|念奴娇|蝶恋花|菩萨蛮|清平乐|西江月|卜算子|鹧鸪天|如梦令"
    r"|忆江南|采桑子|江城子|浪淘沙|虞美人|渔家傲|青玉案|定风波|长相思|点绛唇|玉楼春|破阵子|贺新郎|水龙吟|踏莎行"
    r"|鹊桥仙|永遇乐|忆秦娥|南乡子|诉衷情|行香子|望海潮|天净沙|十六字令)·"
)
"""词牌 and 诗体 before a poem's title."""
PERSON = re.compile(r"市民|读者|网友|村民|游客|学生|教师|居民|作者")
"""Who took a picture, no title of a work."""
CAPTION_CREDIT = re.compile(
    r"(?:^|[。!?”)\s])\s*(?P<credit>[^。!?“”]{1,48}(?:摄|供图|摄影|摄影报道|图|提供|制图|图片))[)\]]?$"
)


def credits(line: Line, sheet: Sheet) -> Marked | None:
    """``本报记者 尹 冰``, ``图/文 本报记者 程 野``, ``株洲日报通讯员/罗一凡摄``."""
    found = read_credit_line(line)
    return Marked(line, _credit_role(line, sheet, found), found) if found is not None else None


def read_credit_line(line: Line) -> tuple[Credit, ...] | None:
    """The people that a line credits which says nothing else, or None for any other line.

    None named for ``本报评论员``, ``通讯员供图``.
    """
    if line.width > WIDEST_CREDITS or "。" in line.folded or not CREDIT_HINT.search(line.folded):
        return None
    if not SIGNED.search(line.folded) and is_label(line.folded):
        return None
    asked = ASKED.search(line.folded)
    text = line.text[: asked.start()] if asked else line.text
    found = read_credits(text, line.number)
    return tuple(found) if found is not None and is_credit(line, found) else None


def is_credit(line: Line, found: Sequence[Credit]) -> bool:
    """Whether the people that ``read_credits`` found in a line stand there with what they did.

    Bare names have no role; where nobody is named the line must be short and say why.
    """
    if found:
        return any(credit.role for credit in found)
    return line.width < 20 and bool(NAMELESS.search(line.folded))


def _credit_role(line: Line, sheet: Sheet, found: Sequence[Credit]) -> str:
    """A byline stands over a text, a credit closes it: below stands another text's heading."""
    if sheet.role_above is None or sheet.role_above in HEADS:
        return Role.BYLINE
    below = sheet.below
    if not found and COMMENTATOR.search(line.folded) and below and looks_like_heading(below):
        return Role.BYLINE
    closing = CLOSING.search(squeeze(line.folded)) or below is None or looks_like_heading(below)
    return Role.CREDIT if closing else Role.BYLINE


def signature(line: Line, sheet: Sheet) -> Marked | None:
    """``（谭绍庭 易大春）``, ``(市第三小学四年级 苏 禾 指导老师 何楚云)`` alone below a text.

    So does ``女儿 小满 二〇〇九年冬至`` under a letter, which credits nobody.
    """
    if TAUGHT.fullmatch(line.folded):
        return Marked(line, Role.CREDIT)
    if RESPECTS.search(line.folded):
        return None
    if LETTER_CLOSE.match(line.folded) and line.width <= WIDEST_WORK and sheet.is_below_text():
        return Marked(line, Role.CREDIT)
    if line.folded[0] not in "([" or line.width > 40:
        return None
    if SOURCE.fullmatch(line.folded) and sheet.marked and sheet.role_above not in HEADS:
        return Marked(line, Role.CREDIT)
    if not sheet.is_below_text():
        return _bracketed_author(line, sheet)
    signed = sheet.signature(line)
    return Marked(line, Role.CREDIT, signed[0]) if signed and signed[1] == 0 else None


def _bracketed_author(line: Line, sheet: Sheet) -> Marked | None:
    """``(一苇)``, ``(石峰区 易 丁)`` between a headline and its text; ``(组诗)`` is something else."""
    if sheet.role_above not in (Role.HEADING, Role.DECK):
        return None
    match = BRACKETED_NAME.fullmatch(line.folded)
    if not match:
        member = read_member(line.text[1:-1], line.number)
        return Marked(line, Role.AUTHOR, tuple(member)) if member else None
    name = squeeze(line.text[match.start("name") : match.end("name")])
    folded = fold(name)
    if folded in dictionary() and not is_name(folded):
        return None
    return Marked(line, Role.AUTHOR, (Credit("", name, line.number, line.text),))


def author(line: Line, sheet: Sheet) -> Marked | None:
    """``□ 沈星辰``, ``作者/覃小渡``, ``易 丁``: an author's line between heading and text."""
    if line.width > 40 or "。" in line.folded:
        return None
    if not AUTHOR_HINT.match(line.folded) and not UNIT_HINT.search(line.folded):
        return None
    marked = AUTHOR_MARK.match(line.folded)
    if not marked and (not _may_be_author(sheet) or TUNE.match(line.folded)):
        return None
    if _is_pen_name(line, sheet):
        name = squeeze(line.text.replace("\u3000", " "))
        return Marked(line, Role.AUTHOR, (Credit("", name, line.number, line.text),))
    if GENRE_AT_END.search(line.folded):
        return None
    found = read_author_line(line.text, line.number)
    if found is None or is_label(line.folded):
        return None
    if BULLET.match(line.folded) and (
        _heads_a_text(line, sheet) or any(len(one.name) > LONGEST_UNIT for one in found)
    ):
        return None
    below_text = sheet.is_below_text()
    if below_text and not marked and " " not in line.folded and _is_over_author(sheet):
        return None
    if below_text and not marked and (_is_word(line) or sheet.is_signed_above()):
        return None
    return Marked(line, Role.CREDIT if below_text else Role.AUTHOR, tuple(found))


def _is_over_author(sheet: Sheet) -> bool:
    """``金鼎`` / ``从濠江到湘江`` / ``江 凡``: the authors stand under the headlines here."""
    below = sheet.lines[sheet.at + 1 : sheet.at + 3]
    if len(below) < 2 or not looks_like_heading(below[0]) or below[1].width > WIDEST_WORK:
        return False
    return bool(read_author_line(below[1].text, below[1].number))


def _is_word(line: Line) -> bool:
    """``公示`` passes for surname and given name; no word of the dictionary is taken for one."""
    return line.folded in dictionary() or is_notice_title(line.folded)


def _heads_a_text(line: Line, sheet: Sheet) -> bool:
    """``■文讯`` behind a blank line, with its text right below: nothing for an author to sign."""
    below = sheet.below
    return bool(sheet.role_above not in HEADS and line.gap and below and not below.gap)


def _may_be_author(sheet: Sheet) -> bool:
    """A bare name is an author under a heading or below the last paragraph."""
    above, below = sheet.role_above, sheet.below
    if below and (AUTHOR_MARK.match(below.folded) or FROM.match(below.folded)):
        return False
    if above in (Role.HEADING, Role.DECK, Role.LABEL):
        return below is None or not looks_like_heading(below) or above is not Role.LABEL
    return above in (Role.BODY, Role.VERSE)


def _is_pen_name(line: Line, sheet: Sheet) -> bool:
    """``老 丁``, ``一 苇`` spaced out between a headline and its text: no word, and no surname."""
    below = sheet.below
    return (
        bool(PEN_NAME.fullmatch(line.folded))
        and sheet.role_above in (Role.HEADING, Role.DECK)
        and below is not None
        and not looks_like_heading(below)
        and squeeze(line.folded) not in dictionary()
    )


def artwork(line: Line, sheet: Sheet) -> Marked | None:
    """``春到云阳山(国画)`` over ``慕容秋 作``: a work's title, and its author in the line below.

    ``书法:春到云阳山 (行草) 慕容秋 书`` has all on one line.
    """
    if whole := WHOLE_WORK.fullmatch(line.folded):
        name = "".join(line.text[whole.start("name") : whole.end("name")].split())
        title = line.text[whole.start("title") : whole.end("title")]
        return Marked(
            line, Role.ARTWORK, (Credit(whole["by"], name, line.number, line.text),), text=title
        )
    if line.width > WIDEST_WORK or not GENRE_AT_END.search(line.folded):
        return None
    below = sheet.below
    if below is None or below.width > WIDEST_WORK or not WORK.search(below.folded):
        return None
    found = read_credits(below.text, below.number)
    return Marked(line, Role.ARTWORK, tuple(found)) if found else None


def title_and_author(line: Line, sheet: Sheet) -> Marked | None:
    """``写给湘江的信 阿依努尔·沙比尔(维吾尔族)``; ``春到云阳山(国画) 慕容秋 作``."""
    if line.width > 44 or " " not in line.folded or not TITLE_HINT.search(line.folded):
        return None
    if STAFF.search(line.folded) or not looks_like_heading(line):
        return None
    if PAIR_ROLE.match(line.folded) or WORK_FIRST.match(line.folded):
        return None
    if found := _behind_mark(line) or _over_spaced_author(line, sheet):
        return found
    first = AUTHOR_FIRST.match(line.folded)
    if first and _opens_with_author(first, line):
        name = line.text[first.start("name") : first.end("name")]
        credit = Credit("", name, line.number, line.text)
        return Marked(
            line, Role.TITLE_AND_AUTHOR, (credit,), text=line.text[first.start("title") :]
        )
    if work := _with_genre(line):
        return work
    match = WORK.search(line.folded)
    whole = read_author_line(line.text, line.number)
    if match and whole and line.width <= len(whole[0].name) + 1:
        return None
    for cut in _cuts(line.folded):
        if PERSON.fullmatch(line.folded[:cut].strip()):
            return None
        rest = line.text[cut:].strip()
        found = read_author_line(rest, line.number)
        marked = bool(found) and bool(WRITTEN_BY.match(line.folded, cut))
        if found is None or not (marked or _is_author_at_end(line.folded[cut:], found, match)):
            continue
        role = Role.ARTWORK if match else Role.TITLE_AND_AUTHOR
        return Marked(line, role, tuple(found), text=line.text[:cut].strip())
    return None


def _with_genre(line: Line) -> Marked | None:
    """``粽叶飘香(剪纸) 某某农场 易 丁``: a title, its genre, and who made the work."""
    title, mark, rest = line.text.partition(")" if ")" in line.text else "）")
    if not rest.strip() or not GENRE_AT_END.search(fold(title + mark)):
        return None
    found = read_author_line(rest.strip(), line.number)
    found = found or read_credits(rest.strip(), line.number)
    return Marked(line, Role.ARTWORK, tuple(found), text=title + mark) if found else None


def _behind_mark(line: Line) -> Marked | None:
    """``一只陶罐的来历 □ 江小舟``: a title, and behind the mark its author."""
    title, mark, name = line.text.partition("□" if "□" in line.text else "○")
    if not (title and mark) or title[0] in "[［〔":
        return None
    found = read_author_line(mark + name, line.number)
    return Marked(line, Role.TITLE_AND_AUTHOR, tuple(found), text=title.strip()) if found else None


def _over_spaced_author(line: Line, sheet: Sheet) -> Marked | None:
    """``井边的石头 易 丁``: a title over a text, behind it the author spaced out."""
    match = None if WORK.search(line.folded) else SPACED_AUTHOR.fullmatch(line.folded)
    if not match or not line.gap or sheet.role_above in TITLED:
        return None
    if not is_name(squeeze(match["name"])) or UNIT_HINT.search(line.folded):
        return None
    name = "".join(line.text[match.start("name") :].split())
    credit = Credit("", name, line.number, line.text)
    title = line.text[: match.end("title")]
    return Marked(line, Role.TITLE_AND_AUTHOR, (credit,), text=title)


def _opens_with_author(first: re.Match[str], line: Line) -> bool:
    """A foreign name, and behind it a title and not the translator."""
    known = "·" in first["name"] or is_name(first["name"])
    return known and read_credits(line.text[first.start("title") :], line.number) is None


def _cuts(folded: str):
    """Places where a title may end and an author begin, longest author first."""
    return [match.end() for match in re.finditer(r"\s+", folded)]


def _is_author_at_end(rest, found, work) -> bool:
    names = [credit.name for credit in found]
    return bool(
        work
        or any("·" in name for name in names)
        or re.search(r"[(].{1,12}[)]$", rest)
        or UNIT_HINT.search(rest)
    ) and (len(names) == 1)


def _points_to_picture(line: Line, below: Line | None) -> bool:
    """A mark that points to a picture, or its number, before words that stand alone, no sentence."""
    if not POINTER.match(line.folded) or not 6 <= line.width <= LONGEST_CAPTION:
        return False
    alone = line.gap and (below is None or below.gap)
    return bool(alone and line.end[-1] not in "。;)]、,:")


def caption(line: Line, sheet: Sheet) -> Marked | None:
    """``工人给外墙刷保温层。尹冰摄``; ``图为…。 本报记者 程 野 摄``; ``▲一九五八年的合影``."""
    if _points_to_picture(line, sheet.below):
        return Marked(line, Role.CAPTION)
    if line.end[-1] not in "摄图影供片道]" or line.width > 220:
        return None
    match = CAPTION_CREDIT.search(line.end)
    if not match:
        return None
    credit = line.text[len(line.text) - (len(line.end) - match.start("credit")) :]
    credit = re.sub(r"^(?:本版)?图片?(?:均)?由", "", credit)
    found = read_credits(credit, line.number)
    if found is None:
        return None
    cut = len(line.text) - len(line.end) + match.start("credit")
    return Marked(line, Role.CAPTION, tuple(found), text=line.text[:cut].strip())
