"""The query language: what a reader types → an expression. Nothing typed is an error.

Words apart are all wanted, each as a piece of text. ``"…"`` keeps punctuation, ``-x`` excludes,
``a OR b`` joins its two neighbours, a prefix (标题: headline: …) limits to a part, a person, a
place or days. What is malformed is searched as text.
"""

import re
from calendar import monthrange

from .expressions import Between, Both, Either, Everything, Expression, Named, Not, Text, both
from .folding import bare, fold

PREFIXES = {
    "标题": "title",
    "title": "title",
    "headline": "title",
    "正文": "body",
    "body": "body",
    "栏目": "column",
    "column": "column",
    "图说": "captions",
    "caption": "captions",
    "记者": "names",
    "作者": "names",
    "reporter": "names",
    "县区": "county",
    "county": "county",
    "专题": "topic",
    "主题": "topic",
    "topic": "topic",
    "体裁": "kind",
    "kind": "kind",
    "版": "number",
    "版次": "number",
    "page": "number",
    "日期": "date",
    "date": "date",
}
PARTS = ("title", "body", "column", "captions", "names")
LONGEST = 4000
"""Characters of a query that are read; what stands behind them is cut off, and said to be."""
MOST_WORDS = 40

_TOKEN = re.compile(
    rf"""(?P<minus>-?)
        (?:(?P<prefix>{"|".join(sorted(PREFIXES, key=len, reverse=True))})[:：])?
        (?:"(?P<quoted>[^"]*)"(?=\s|$)|(?P<word>\S+))""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY = r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?"
_DAYS = re.compile(rf"(?:{_DAY})?(\.\.)?(?:{_DAY})?")


def parse(query: str) -> Expression:
    """What ``query`` asks. An empty one asks for every article."""
    leaves: list[Expression | None] = []
    for match in _TOKEN.finditer(_one_line(query)):
        if len(leaves) >= MOST_WORDS:
            break
        leaves.append(None if match[0] == "OR" else _leaf(match))
    return both(*_joined(leaves))


def is_cut(query: str) -> bool:
    """Whether ``parse`` leaves something of the query unread."""
    return len(query) > LONGEST or len(_one_line(query).split()) > MOST_WORDS


def _one_line(query: str) -> str:
    """A line break in a query is one of the print: it parts no words."""
    return re.sub(r"[\r\n\u2028\u2029\x00]+", "", query[:LONGEST])


def _joined(leaves: list[Expression | None]) -> list[Expression]:
    """Leaves with each OR (None) applied to its neighbours; an OR without two is a word."""
    joined: list[Expression] = []
    index = 0
    while index < len(leaves):
        leaf = leaves[index]
        if leaf is not None:
            joined.append(leaf)
        elif joined and index + 1 < len(leaves) and leaves[index + 1] is not None:
            index += 1
            joined.append(_either(joined.pop(), leaves[index]))
        else:
            joined.append(Text("OR"))
        index += 1
    return joined


def _either(left: Expression, right: Expression) -> Expression:
    parts = left.parts if isinstance(left, Either) else (left,)
    return Either((*parts, right))


def _leaf(match: re.Match) -> Expression:
    quoted, value = match["quoted"] is not None, match["quoted"] or match["word"] or ""
    if not value.strip():
        return Text(match[0]) if match[0].strip('"') else Everything()
    leaf = _prefixed(match["prefix"], value, quoted) if match["prefix"] else Text(value, quoted)
    if leaf is None or (match["minus"] and not bare(fold(value))):
        return Text(match[0])
    return Not(leaf) if match["minus"] else leaf


def _prefixed(prefix: str, value: str, quoted: bool) -> Expression | None:
    field = PREFIXES[prefix.lower()]
    if field in PARTS:
        return Text(value, quoted, field)
    if field == "date":
        return days(value)
    return Named(field, value, f"{prefix}:{value}")


def days(value: str) -> Between | None:
    """``2023``, ``2023-05``, ``2023-05-01``, ``2023..``, ``..2023-05``, ``2021..2023-05``."""
    match = _DAYS.fullmatch(value)
    if not match or not (match[1] or match[5]) or (match[1] and match[5] and not match[4]):
        return None
    first = _edge(match[1], match[2], match[3], last=False) if match[1] else 0
    last_parts = (match[5], match[6], match[7]) if match[4] else (match[1], match[2], match[3])
    last = _edge(*last_parts, last=True) if last_parts[0] else 99991231
    return None if first is None or last is None else Between(first, last)


def _edge(year: str, month: str | None, day: str | None, *, last: bool) -> int | None:
    """First or last day of a year, a month or a day, as YYYYMMDD; None if there is none."""
    month_number = int(month) if month else (12 if last else 1)
    if not (1 <= month_number <= 12 and 1 <= int(year) <= 9999):
        return None
    length = monthrange(int(year), month_number)[1]
    day_number = int(day) if day else (length if last else 1)
    if not 1 <= day_number <= length:
        return None
    return int(year) * 10000 + month_number * 100 + day_number


def split(expression: Expression) -> list[Expression]:
    """The parts that must all hold, for saying them one by one."""
    match expression:
        case Both(parts):
            return list(parts)
        case Everything():
            return []
        case _:
            return [expression]
