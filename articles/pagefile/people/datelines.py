"""How a text opens: its dateline (电头) and the bylines in parentheses behind it.

Forms, old and new (sample names are invented)::

    本报讯（记者 易 丁 通讯员 何楚云、刘 炜）正文     株洲日报讯(全媒体记者/尹冰 通讯员/祁向阳) 正文
    掌上株洲·株洲日报(记者/尹冰)正文                    新华社北京三月十五日电 正文
"""

import re
from dataclasses import dataclass

from articles.pagefile.people.credits import read_credits
from articles.pagefile.people.names import HAN
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import fold
from articles.pagefile.words.press import PAPER, PAPERS

DATELINE = re.compile(
    rf"^(?P<line>(?:{PAPER}(?:记者|客户端|全媒体|融媒体)?[·\s/、]*){{1,3}}"
    rf"(?:(?P<place>[{HAN}]{{0,8}}?(?:[〇零一二三四五六七八九十\d]{{1,3}}月"
    rf"[〇零一二三四五六七八九十\d]{{1,3}}日)?)(?P<mark>综合消息|消息|专电|讯|电)|(?=\s*\()))"
)
REPORTED = re.compile(
    r"^(?P<line>据(?:《[^》]{2,20}》|[^,。《》]{2,16}?(?:社|网|报|台|客户端|新闻))"
    r"[年月日\d一二三四五六七八九十前昨今]{0,8}(?:(?:报道|消息|讯|电)?(?=[,:\s])|报道))[,:\s]?"
)
"""``据《某报》6月9日报道`` opens a text taken from another paper."""
FOREIGN = re.compile(r"^(?P<line>(?:据|综合)?外[电刊报媒](?:综合)?(?:消息|报道))[,:\s]")
"""``综合外电消息`` says where news of the world comes from."""
IN_BRACKETS = re.compile(r"^【(?P<line>[^】]{2,14}(?:讯|电|消息))】\s*")
LOST_PAPER = re.compile(r"^(?P<line>讯|电)?\((?=[^()]{0,8}(?:记者|通讯员))")
CLOSES = {"(": ")", "〔": "〕", "[": "]"}
"""Brackets around the bylines of a dateline."""
OPENING_HINT = frozenset("据综外【讯电(") | {paper[0] for paper in PAPERS}
"""What a paper's name and the other openings begin with."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a body opens: its dateline, the bylines said there, and where the text begins."""

    dateline: str | None
    credits: tuple[Credit, ...]
    start: int


def may_open(folded: str) -> bool:
    """Whether a line can begin with a dateline at all; asked of every line."""
    return folded[:1] in OPENING_HINT


def read_opening(text: str, line: int) -> Opening:
    """The dateline and bylines that a body's first paragraph opens with."""
    folded = fold(text[:400])
    match = DATELINE.match(folded)
    if match and not _is_dateline(match, folded):
        match = None
    match = match or IN_BRACKETS.match(folded) or LOST_PAPER.match(folded)
    if match:
        label = text[slice(*match.span("line"))].strip() if match["line"] else None
        start = match.end() if match.re is IN_BRACKETS else match.end("line") if label else 0
        credits, start = _bracketed(text, folded, start, line)
        if label or credits:
            return Opening(label, tuple(credits), start)
    reported = FOREIGN.match(folded) or REPORTED.match(folded)
    if reported:
        return Opening(text[: reported.end("line")].strip(), (), reported.end())
    return Opening(None, (), 0)


def _is_dateline(match: re.Match[str], folded: str) -> bool:
    """本报讯 is one; 株洲日报社 and 本报记者 in running text are not."""
    if match["mark"]:
        after = folded[match.end("mark") : match.end("mark") + 1]
        parted = after in ("", " ", "(", ":") or (match["place"] or "").endswith("日")
        return parted or match["line"] == "本报讯" or match["mark"] != "电"
    bracket = folded[match.end("line") :].lstrip()[:12]
    return bool(re.search("记者|通讯员", bracket))


def _bracketed(text, folded, start, line):
    """Bylines in the parentheses after a dateline; the body begins behind them."""
    begin = start + len(folded[start:]) - len(folded[start:].lstrip())
    close = CLOSES.get(folded[begin : begin + 1])
    if close:
        end = folded.find(close, begin)
        if end == -1 or end - begin > 150:
            return [], begin
        found = read_credits(text[begin + 1 : end], line)
        if found is not None:
            after = end + 1
            return found, after + len(folded[after:]) - len(folded[after:].lstrip(" :"))
    return [], begin
