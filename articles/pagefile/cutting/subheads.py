"""Subheads (小标题) come in sets of the same make."""

import re
from collections.abc import Iterable

from articles.pagefile.cutting.sections import Section
from articles.pagefile.marking.labels import is_place
from articles.pagefile.records import Lexicon
from articles.pagefile.text.lines import NUMBERED, Line
from articles.pagefile.text.numerals import number
from articles.pagefile.words import words

SCENE = "镜头|故事|场景|画面|片段|人物|案例|现场|笔记"
CHAPTER = re.compile(
    rf"(?:{SCENE})[一二三四五六七八九十\d]{{1,3}}$|第[一二三四五六七八九十\d]{{1,3}}[章节回部]|[(（]?[之其][一二三四五][)）]?"
)
QUOTED, SAME_WORD = re.compile("“[^“”]+”"), 0.5
"""``谁来“和”:…``, ``怎么“和”:…`` turn the same word over."""
OWNER = re.compile("指挥部|局|委|(?<!怎么)办|街道|镇|乡|公司|学校|医院|社区|村")
PREFIXES = words("关键词 镜头 故事 现场 亮点 看点 问题 对策")
COUNTED = re.compile(
    rf"(?P<of>[(（]?第?|{SCENE}|之)(?P<count>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})(?P<unit>[章节回部幕问张步招关本]?[)）、.:]?)"
)

SIDE, OTHER_SIDE = "正方:", "反方:"
"""Of a debate, each with its subhead and its signature."""


MARKED = frozenset({"number", "bracket", "prefix"})
"""Makes of subheads that say by themselves what they are."""


def counts_on(line: Line, before: Line) -> bool:
    """``二、塘里有鱼`` behind ``一、山上有树``: the next of the same make."""
    if before.folded.startswith(SIDE) and line.folded.startswith(OTHER_SIDE):
        return True
    mine, last = COUNTED.match(line.folded), COUNTED.match(before.folded)
    if not mine or not last:
        return False
    alone = mine.end() == line.width and last.end() == before.width
    if not (mine["of"] or mine["unit"] or alone):
        return False
    same = mine["of"] == last["of"] and mine["unit"] == last["unit"]
    return same and number(mine["count"]) == (number(last["count"]) or 0) + 1


def opens_series(line: Line, later: Iterable[Line]) -> bool:
    """``一问:树苗从哪里来`` under a headline, where ``二问:…`` stands further down: a subhead."""
    match = COUNTED.match(line.folded)
    first = match is not None and number(match["count"]) == 1
    return first and any(counts_on(other, line) for other in later)


def shape(line: Line, lexicon: Lexicon) -> str:
    """The make of a heading, by which subheads are known as siblings.

    ``number`` ``二、塘里有鱼``, ``bracket`` ``【案情】``, ``quoted`` ``“先解开心结”``, ``owner``
    ``桥头镇:渠水进村``, ``prefix`` ``关键词:一窗办``, ``colon`` ``算一笔账:省下多少``, ``parts``
    ``渠通了 稻子绿了``, ``plain`` all others.
    """
    text = line.folded
    if NUMBERED.match(text) or CHAPTER.match(text):
        return "number"
    if text.startswith("【") and text.endswith("】"):
        return "bracket"
    if text.startswith("“") and text.endswith("”") and text.count("“") <= 2:
        return "quoted"
    before, colon, after = text.partition(":")
    if colon and after:
        if is_place(before, lexicon) or OWNER.search(before):
            return "owner"
        return "prefix" if before in PREFIXES else "colon"
    return "parts" if " " in text else "plain"


def make_of(section: Section, lexicon: Lexicon) -> str:
    """The make of the first of a section's headings, of which it must have one."""
    if section.make is None:
        section.make = shape(section.titles[0].line, lexicon)
    return section.make


def alike(section: Section, other: Section, lexicon: Lexicon) -> float:
    """0..1, how much the headings of two sections look like sibling subheads; ``other`` has some.

    A section of notes alone has none, and no siblings.
    """
    mine, others = section.titles, other.titles
    if len(mine) != len(others):
        return 0.0
    kind = make_of(section, lexicon)
    if kind != make_of(other, lexicon):
        return 0.0
    if kind in ("number", "bracket", "quoted", "prefix", "owner"):
        return 1.0
    a, b = mine[0].line, others[0].line
    if kind == "colon" and set(QUOTED.findall(a.folded)) & set(QUOTED.findall(b.folded)):
        return SAME_WORD
    if kind == "colon" and a.folded.split(":")[0] == b.folded.split(":")[0]:
        return 1.0
    same_edge = a.folded[0] == b.folded[0] or a.folded[-1] == b.folded[-1]
    if abs(a.width - b.width) > 2:
        return 0.2 * same_edge
    return 0.5 + 0.4 * same_edge + (0.3 if a.width <= 14 else 0.0)
