"""Titles with their author on the same line."""

import re
from collections.abc import Iterator

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.people.authors import read_author_line
from articles.pagefile.people.credits import PAIR_ROLE, read_credits
from articles.pagefile.people.names import HAN, SPACED_NAME, is_name
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import Line
from articles.pagefile.words.names import DOUBLE_SURNAMES
from articles.pagefile.words.press import BYSTANDER

HINT = re.compile(
    r"\s\S.*(?:[·)]|[作摄书绘刻]$|\s[\u4e00-\u9fff]$)|[)]\s+[\u4e00-\u9fff]{2,4}$|\s文[/:]|\s[□○]"
)
BY_STAFF = re.compile(f"记者|通讯员|实习生|供图|{BYSTANDER} ")
CREDITS_FIRST = re.compile("(?:[文图摄译]|图片|摄影|撰文|文字)[/:]")
"""``图/易 丁 文/江小舟``: nothing but credits."""
WORK = re.compile("[作摄书绘刻]$")
"""``慕容秋 作``: who made a work of art."""
GIVEN_OUT = "宣"
"""``某市文明办 某某日报社 宣`` under an advert of the public service."""
BEHIND_UNIT = re.compile(r"[局院校厂矿所站社会馆队团班中学行司乡镇村道区][)\d]*\s+\S")
"""A unit before the author's name: ``市第三机床厂 秦 川``."""
WITH_NOTE = re.compile(r"[(].{1,12}[)]$")
"""``阿依努尔·沙比尔(维吾尔族)``."""
AUTHOR_FIRST = re.compile(
    rf"^[\[〔(][{HAN}]{{1,6}}[\]〕)]\s?(?P<name>[{HAN}]+(?:·[{HAN}]+)*)(?:[(][^()]{{1,30}}[)])?\s+(?P<title>\S.{{2,}})$"
)
"""``[法]让·勒布朗 河上的灯``: a foreign author before the title."""
SPACED_AUTHOR = re.compile(
    rf"(?P<title>\S{{3,16}})\s+(?P<name>{SPACED_NAME}|(?:{'|'.join(sorted(DOUBLE_SURNAMES))})[{HAN}]{{2}})"
)
UNDER_HEADS = (Role.HEADING, Role.DECK, Role.BYLINE, Role.AUTHOR)
WRITTEN_BY = re.compile("(?:文|图文|作者|文字)[/:]")
PERSON = re.compile(r"市民|读者|网友|村民|游客|学生|教师|居民|作者")
"""Who took a picture, no title of a work."""
WIDEST = 44


def title_and_author(line: Line, sheet: Sheet) -> Marked | None:
    """``写给湘江的信 阿依努尔·沙比尔(维吾尔族)``."""
    if not may_be_signed(line):
        return None
    marked_or_spaced = _behind_mark(line) or _behind_title(line, sheet)
    return marked_or_spaced or _before_title(line) or _told_by_name(line)


def may_be_signed(line: Line) -> bool:
    """Whether a title and a name may stand on the line, and not only credits."""
    if line.width > WIDEST or " " not in line.folded or not HINT.search(line.folded):
        return False
    if BY_STAFF.search(line.folded) or line.folded.endswith(GIVEN_OUT):
        return False
    if PAIR_ROLE.match(line.folded) or CREDITS_FIRST.match(line.folded):
        return False
    return looks_like_heading(line)


def parted(line: Line) -> Iterator[tuple[int, list[Credit]]]:
    """Where an author may begin behind the title, and who it would be; longest author first."""
    for gap in re.finditer(r"\s+", line.folded):
        if PERSON.fullmatch(line.folded[: gap.start()]):
            return
        found = read_author_line(line.text[gap.end() :].strip(), line.number)
        if found is not None:
            yield gap.end(), found


def _titled(line: Line, title: str, found: list[Credit]) -> Marked:
    return Marked(line, Role.TITLE_AND_AUTHOR, tuple(found), text=title.strip())


def _behind_mark(line: Line) -> Marked | None:
    """``一只陶罐的来历 □ 江小舟``: a title, and behind the mark its author."""
    title, mark, name = line.text.partition("□" if "□" in line.text else "○")
    if not (title and mark) or title[0] in "[［〔":
        return None
    found = read_author_line(mark + name, line.number)
    return _titled(line, title, found) if found else None


def _behind_title(line: Line, sheet: Sheet) -> Marked | None:
    """``井边的石头 易 丁``: a title over a text, behind it the author spaced out."""
    match = None if WORK.search(line.folded) else SPACED_AUTHOR.fullmatch(line.folded)
    if not match or not line.gap or sheet.role_above in UNDER_HEADS:
        return None
    if not is_name(squeeze(match["name"])) or BEHIND_UNIT.search(line.folded):
        return None
    name = "".join(line.text[match.start("name") :].split())
    return _titled(
        line, line.text[: match.end("title")], [Credit("", name, line.number, line.text)]
    )


def _before_title(line: Line) -> Marked | None:
    """``[法]让·勒布朗 河上的灯``: a foreign name, and behind it a title and no translator."""
    match = AUTHOR_FIRST.match(line.folded)
    if not match or not ("·" in match["name"] or is_name(match["name"])):
        return None
    title = line.text[match.start("title") :]
    if read_credits(title, line.number) is not None:
        return None
    name = line.text[match.start("name") : match.end("name")]
    return _titled(line, title, [Credit("", name, line.number, line.text)])


def _told_by_name(line: Line) -> Marked | None:
    """One author behind the title whose unit, note or foreign name tells that it is one."""
    if WORK.search(line.folded):
        return None
    for cut, found in parted(line):
        rest = line.folded[cut:]
        told = "·" in "".join(credit.name for credit in found)
        told = told or bool(WITH_NOTE.search(rest) or BEHIND_UNIT.search(rest))
        marked = found and WRITTEN_BY.match(line.folded, cut)
        if marked or (told and len(found) == 1):
            return _titled(line, line.text[:cut], found)
    return None
