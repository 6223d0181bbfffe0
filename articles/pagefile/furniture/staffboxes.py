"""The staff box: who edited, laid out and proofread the page."""

import re

from articles.pagefile.furniture.headers import HEADER_WORD
from articles.pagefile.furniture.place import Finding, Place
from articles.pagefile.people.names import is_name
from articles.pagefile.records import Credit
from articles.pagefile.text.lines import Line
from articles.pagefile.words import words

ROLES = words("""
    编辑 责编 美编 主编 总编 总监 策划 编委 主任 校对 校检 检校 版式 组版 排版 设计 审读 统筹 制图
    """)
OF_WHAT = words("本版 责任 执行 值班 美术 图片 版式 首席 视觉")
NAME = (
    r"(?:[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]\s[\u4e00-\u9fff](?![\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff](?:\s[\u4e00-\u9fff]){1,2}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]+)?)"
)
STAFF = re.compile(
    rf"(?P<role>(?:{'|'.join(sorted(OF_WHAT))})?(?:{'|'.join(sorted(ROLES))})(?:设计|编辑)?)[\s:/]*(?P<name>{NAME})"
)
HINT = re.compile(f"[{''.join(sorted({role[-1] for role in ROLES}))}]")
"""Each role ends with one of these characters."""
BESIDE = re.compile(
    r"[\d\s:/@.\-|()年月日星期一二三四五六日a-zA-Z]|电话|热线|来稿请寄|投稿|邮箱|新闻|本版|电子|信箱|QQ|编辑部"
)
"""What may stand beside the staff: the day, a telephone, an address."""
MOST_ELSE, MOST_ELSE_BESIDE_ONE = 8, 2


def staff_box(line: Line, at: Place) -> Finding | None:
    """``责任编辑/柳如眉 美术编辑/江一舟 校对/文小满``, with a date or a telephone before."""
    text = line.folded
    if "。" in text or text.endswith(":") or not HINT.search(text):
        return None
    matches = list(STAFF.finditer(text))
    if not matches:
        return None
    if len(matches) == 1 and not _names_staff(matches[0]):
        return None
    one_below_top = len(matches) == 1 and not at.at_top
    if _characters_else(text) > (MOST_ELSE_BESIDE_ONE if one_below_top else MOST_ELSE):
        return None
    return Finding("staff_box", staff=tuple(_credit(line, match) for match in matches))


def _characters_else(text: str) -> int:
    """How much the line says beside its staff and the page's header."""
    rest = STAFF.sub("", text).split()
    return len(BESIDE.sub("", " ".join(w for w in rest if not HEADER_WORD.fullmatch(w))))


def _names_staff(match: re.Match[str]) -> bool:
    """A page's one editor; ``编辑手记`` is a column."""
    parted = match.start("name") > match.end("role") or is_name(match["name"])
    return parted and bool(re.search("编|校|版", match["role"]))


def _credit(line: Line, match: re.Match[str]) -> Credit:
    name = line.text[match.start("name") : match.end("name")]
    return Credit(match["role"], re.sub(r"\s", "", name), line.number, match[0])
