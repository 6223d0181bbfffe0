"""Author lines of essays and poems: a name under a heading or below the text.

``□ 沈星辰``, ``作者/覃小渡``, ``(台北)文 守 仁``, ``市第三机床厂 秦 川`` (names are invented).
"""

import re

from articles.pagefile.credits import CREDIT_HINT, PLACE_NOTE, read_credits
from articles.pagefile.fold import fold
from articles.pagefile.names import TOKEN, is_name, join_spaced
from articles.pagefile.records import Credit
from articles.pagefile.words.names import SURNAMES

AUTHOR_MARK = re.compile(
    r"^(?:[□○◇◆■●▢☐口]\s*|(?:作者|文|撰文|撰稿|图文|作)\s*[/:：]\s*|作者\s+|文\s{1,2}(?=\S))"
)
BETWEEN_NAMES = re.compile(r"[\s、,]")
UNIT = re.compile(
    r"(?:[局院校厂矿所站社会馆队团班部委办处科厅段室]|[一二三四五六七八九十]中|中学|小学|大学|公司|银行|街道|社区|[乡镇村])$"
)
SCHOOL_CLASS = re.compile(r"(?:[高初][一二三]|[一二三四五六]年级)\s*(?:[(]?\d{1,4}[)]?\s*班)?")


def read_author_line(text: str, line: int, surnames=SURNAMES) -> list[Credit] | None:
    """The author of an essay or a poem on a line of its own, with or without a mark."""
    folded = fold(text)
    mark = AUTHOR_MARK.match(folded)
    rest, folded = (text[mark.end() :], folded[mark.end() :]) if mark else (text, folded)
    if mark or CREDIT_HINT.search(folded):
        found = read_credits(rest, line, surnames)
        if found is not None and (mark or any(c.role for c in found) or not found):
            return found
    bare = PLACE_NOTE.sub(lambda m: " " * len(m[0]), folded)
    names = join_spaced(TOKEN.findall(bare)) if len(bare) <= 40 else []
    if not names or len("".join(names)) < len(BETWEEN_NAMES.sub("", bare)):
        return None
    if all(is_name(name, surnames) for name in names) and (mark or len(names) <= 3):
        return [Credit("", name, line, text) for name in names]
    if mark and len(names) == 1 and len(names[0]) <= 4:
        return [Credit("", names[0], line, text)]
    return _member_of_a_unit(folded, line, text, surnames)


def _member_of_a_unit(folded, line, text, surnames) -> list[Credit] | None:
    """``市第三机床厂 秦 川``, ``市十二中 高二(3)班 钟小满``: whose member the author is, then the name."""
    bare = SCHOOL_CLASS.sub(" ", folded)
    unit, *names = join_spaced(TOKEN.findall(bare)) or [""]
    if len(unit) < 4 or not UNIT.search(unit) or len(names) != 1 or not is_name(names[0], surnames):
        return None
    if len(unit + names[0]) < len(re.sub(r"\s", "", bare)):
        return None
    return [Credit("", names[0], line, text)]
