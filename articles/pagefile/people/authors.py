"""Author lines and signatures: a name under a heading or below the text.

``□ 沈星辰``, ``作者/覃小渡``, ``(台北)文 守 仁``, ``市第三机床厂 秦 川``,
``……。（谭绍庭 易大春）`` (names are invented).
"""

import re
from itertools import takewhile

from articles.pagefile.people.credits import CREDIT_HINT, PLACE_NOTE, read_credits
from articles.pagefile.people.names import HAN, SPACED_NAME, TOKEN, is_name, join_spaced
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import fold
from articles.pagefile.words.places import COUNTY_MISREADINGS, COUNTY_NAMES, ELSEWHERE

AUTHOR_MARK = re.compile(
    r"^(?:[□○◇◆■●▢☐◎◉⊙]\s*|口\s*(?=\S{1,4}(?:\s\S{1,4}){0,2}$)|(?:作者|文|撰文|撰稿|图文|作)\s*[/:：]\s*|作者\s+|文\s{1,2}(?=\S))"
)
BETWEEN_NAMES = re.compile(r"[\s、,]")
UNIT = re.compile(
    r"(?:[局院校厂矿所站社会馆队团班部委办处科厅段室场]|教授|研究员|[医律药]师|[\u4e00-\u9fff]{2}师|考生|学生|村民|居民|教师|职工|工人|[一二三四五六七八九十]中|中学|小学|大学|公司|银行|街道|社区|[乡镇村])$"
)
POSTS = frozenset(["学生", "考生", "教师", "读者", "村民", "居民", "市民", "职工", "工人", "农民"])
LONGEST_AUTHOR = 40
TEACHER = re.compile(r"\s*(?:指导|辅导)(?:老师|教师)[:/\s]*\S{1,4}(?:\s\S)?$")
SIGNATURE = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\s*$")
FROM = re.compile(r"[(][\u4e00-\u9fff]{2,6}[)]\s*[\u4e00-\u9fff]")
SPACED_BEHIND_PLACE = re.compile(f"(?:^|[ )]){SPACED_NAME}$")
"""``酃县 青 禾``, ``(株洲县)野 舟``: spaced out behind a place, whatever its first character."""
SPACED_OUT = re.compile(f"[{HAN}](?: +[{HAN}]){{1,2}}")
"""``(瓷 声)`` at the end of a text: a pen name, surname or not."""
NOTED = re.compile(rf"{SPACED_NAME} ?[(][{HAN}]{{2,8}}[)]")
"""``铁 流(工人)``: a pen name and what the author is."""
EDITORS = frozenset(["编者", "本刊", "本报", "记者"])
ABOUT_AUTHOR = re.compile("(?:本文)?作者(?:系|为|是|单位|简介|:)")
"""``(作者系某镇干部)`` says what the author is and names nobody."""
NAMED_AUTHOR = re.compile(
    rf"(?:本文)?作者(?:[ :]+(?P<name>{SPACED_NAME}|[{HAN}]{{2,4}})[ ,]+[系为是]|[系为是][^,。]* (?P<last>{SPACED_NAME}|[{HAN}]{{2,3}})$)"
)
"""``(作者 江小舟 系某中学教师)``, ``(作者为某镇副书记 江小舟)``."""
TAKEN_FROM = re.compile(
    "(?:均)?据[\u4e00-\u9fff]{2,8}(?:[社报网台]|晚报|日报|新闻)(?:电|讯|消息|报道)?$"
)
"""``(据新华社)`` says where the news comes from."""
SCHOOL_CLASS = re.compile(
    r"(?:[高初][一二三]|[一二三四五六]年级|(?<=[学中小])\s?[一二三四五六七八九](?=[(\d]))\s*(?:[(]?\d{1,4}[)]?\s*班)?"
)


def read_author_line(text: str, line: int) -> list[Credit] | None:
    """The author of an essay or a poem on a line of its own, with or without a mark."""
    folded = fold(text)
    mark = AUTHOR_MARK.match(folded)
    if mark and _is_surname(mark[0], folded[mark.end() :]):
        mark = None
    rest, folded = (text[mark.end() :], folded[mark.end() :]) if mark else (text, folded)
    if mark or CREDIT_HINT.search(folded):
        found = read_credits(rest, line)
        if found is not None and (mark or any(c.role for c in found) or not found):
            return found
    names = _names_alone(rest, folded)
    if not names:
        return None
    if names[0] in COUNTY_NAMES and (member := read_member(rest, line)):
        return member
    if len(names) == 1 and NOTED.fullmatch(folded):
        return [Credit("", names[0], line, text)]
    if all(is_name(fold(name)) for name in names) and (mark or len(names) <= 3):
        return [Credit("", name, line, text) for name in names]
    if mark and mark[0] != "口" and len(names) == 1 and len(names[0]) <= 4:
        return [Credit("", names[0], line, text)]
    return read_member(rest, line)


def _names_alone(text: str, folded: str) -> list[str]:
    """The words of a short line in the page's spelling; none when there is more than words."""
    bare = PLACE_NOTE.sub(lambda m: " " * len(m[0]), folded)
    if len(bare) > LONGEST_AUTHOR:
        return []
    names = join_spaced([text[m.start() : m.end()] for m in TOKEN.finditer(bare)])
    return names if len("".join(names)) >= len(BETWEEN_NAMES.sub("", bare)) else []


def _is_surname(mark: str, rest: str) -> bool:
    """``文 峰``, ``文 守 仁``: the surname 文, spaced out; ``文 江小舟`` is a mark and a name."""
    letters = rest.split()
    return mark.strip() == "文" and len(letters) <= 2 and all(len(one) == 1 for one in letters)


def _says_where(word: str) -> bool:
    """A county, a unit or a post: ``市二医院`` ``副主任医师`` before the name."""
    known = word in COUNTY_NAMES or word in COUNTY_MISREADINGS or word in POSTS or word in ELSEWHERE
    return known or bool(len(word) >= 3 and UNIT.search(word)) or _is_in_county(word)


def _is_in_county(word: str) -> bool:
    """``东区月塘``, ``茶陵县桥头``: a county and a place of its."""
    return any(word[:size] in COUNTY_NAMES and word[size - 1] in "区县市" for size in (2, 3))


def read_member(text: str, line: int) -> list[Credit] | None:
    """``市第三机床厂 秦 川``, ``市十二中 高二(3)班 钟小满``: whose member the author is, then the name.

    A school's pupil may stand beside the teacher: ``指导老师 费文君`` is left out.
    """
    folded = TEACHER.sub("", fold(text))
    bare = SCHOOL_CLASS.sub(lambda m: " " * len(m[0]), folded)
    words = _names_alone(text[: len(bare)], bare)
    units = len([*takewhile(_says_where, map(fold, words))])
    names = words[units:]
    if units + bool(FROM.match(bare)) and len(names) == 1 and SPACED_BEHIND_PLACE.search(bare):
        return [Credit("", names[0], line, text)]
    if not units or not 0 < len(names) <= 3:
        return None
    if not all(is_name(fold(name)) for name in names):
        return None
    return [Credit("", name, line, text) for name in names]


def read_signature(text: str, line: int) -> tuple[list[Credit], int] | None:
    """The bylines in parentheses that close a text, and where they begin; None without any."""
    tail = text[-90:]
    match = SIGNATURE.search(fold(tail))
    if not match:
        return None
    signed = tail[match.start(1) : match.end(1)]
    if TEACHER.fullmatch(fold(signed)):
        return [], len(text) - len(tail) + match.start()
    if about := NAMED_AUTHOR.match(fold(signed)):
        first, last = about.span("name") if about["name"] else about.span("last")
        name = "".join(signed[first:last].split())
        return [Credit("", name, line, signed)], len(text) - len(tail) + match.start()
    if ABOUT_AUTHOR.match(fold(signed)) or TAKEN_FROM.match(fold(signed)):
        return [], len(text) - len(tail) + match.start()
    found = read_member(signed, line)
    if found is None:
        found = read_credits(signed, line)
    if found is None and SPACED_OUT.fullmatch(fold(signed)):
        name = "".join(signed.split())
        found = [] if fold(name) in EDITORS else [Credit("", name, line, signed)]
    if found is None:
        return None
    return found, len(text) - len(tail) + match.start()
