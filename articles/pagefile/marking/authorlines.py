"""Author lines: who wrote an essay or a poem, between its headline and the text or below it."""

import re

from articles.pagefile.marking.artworks import GENRE_AT_END
from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.labels import is_label, is_notice_title
from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.marking.signedtitles import BEHIND_UNIT
from articles.pagefile.marking.verses import names_tune
from articles.pagefile.people.authors import (
    AUTHOR_MARK,
    FROM,
    SPACED_OUT,
    read_author_line,
    read_member,
)
from articles.pagefile.people.names import HAN, SPACED_NAME, is_name
from articles.pagefile.records import Credit
from articles.pagefile.text.dictionary import dictionary
from articles.pagefile.text.fold import fold, squeeze
from articles.pagefile.text.lines import BULLET, Line

AUTHOR_HINT = re.compile(
    r"^(?:[□○◇◆■●▢☐◎◉⊙口(\[]|作者|文|撰|图文|作|[\u3400-\u9fff·\sA-Za-z()\[\]、/:.]{2,40}$)"
)
IN_BRACKETS = re.compile(
    rf"[(](?P<name>[{HAN}]{{2,4}}|{SPACED_NAME})(?<![首篇则章节回题画诗文曲])[)]"
)
"""``(组诗)``, ``(外二首)`` say what the text is."""
UNDER_HEADLINE = (Role.HEADING, Role.DECK)
WIDEST_AUTHOR, WIDEST_BELOW_HEADLINE, LONGEST_NAME = 40, 24, 8


def bracketed_author(line: Line, sheet: Sheet) -> Marked | None:
    """``(一苇)``, ``(石峰区 易 丁)`` between a headline and its text."""
    text = line.folded
    if text[0] not in "([" or text[-1] not in ")]" or line.width > WIDEST_AUTHOR:
        return None
    if sheet.role_above not in UNDER_HEADLINE:
        return None
    match = IN_BRACKETS.fullmatch(text)
    if not match:
        member = read_member(line.text[1:-1], line.number)
        return Marked(line, Role.AUTHOR, tuple(member)) if member else None
    name = squeeze(line.text[match.start("name") : match.end("name")])
    is_word = fold(name) in dictionary() and not is_name(fold(name))
    return None if is_word else _author(line, name)


def author(line: Line, sheet: Sheet) -> Marked | None:
    """``□ 沈星辰``, ``作者/覃小渡``, ``易 丁``: an author's line between heading and text."""
    if line.width > WIDEST_AUTHOR or "。" in line.folded:
        return None
    if not AUTHOR_HINT.match(line.folded) and not BEHIND_UNIT.search(line.folded):
        return None
    marked = AUTHOR_MARK.match(line.folded)
    if not marked and (not _may_be_author(sheet) or names_tune(line.folded)):
        return None
    if _is_pen_name(line, sheet):
        return _author(line, squeeze(line.text.replace("\u3000", " ")))
    if GENRE_AT_END.search(line.folded):
        return None
    found = read_author_line(line.text, line.number)
    if found is None or is_label(line.folded):
        return None
    if BULLET.match(line.folded) and (
        _heads_a_text(line, sheet) or any(len(one.name) > LONGEST_NAME for one in found)
    ):
        return None
    if not sheet.is_below_text():
        return Marked(line, Role.AUTHOR, tuple(found))
    if not marked and _is_no_author_below_text(line, sheet):
        return None
    return Marked(line, Role.CREDIT, tuple(found))


def _author(line: Line, name: str) -> Marked:
    return Marked(line, Role.AUTHOR, (Credit("", name, line.number, line.text),))


def _is_no_author_below_text(line: Line, sheet: Sheet) -> bool:
    """A name below a text that is a word, that another signed or that heads the next text."""
    if " " not in line.folded and _stands_over_author(sheet):
        return True
    return _is_word(line) or sheet.is_signed_above()


def _stands_over_author(sheet: Sheet) -> bool:
    """``金鼎`` / ``从濠江到湘江`` / ``江 凡``: the authors stand under the headlines here."""
    below = sheet.lines[sheet.at + 1 : sheet.at + 3]
    if len(below) < 2 or not looks_like_heading(below[0]):
        return False
    if below[1].width > WIDEST_BELOW_HEADLINE:
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
    if above is Role.LABEL:
        return below is None or not looks_like_heading(below)
    return above in (*UNDER_HEADLINE, Role.BODY, Role.VERSE)


def _is_pen_name(line: Line, sheet: Sheet) -> bool:
    """``老 丁``, ``一 苇`` spaced out between a headline and its text: no word, and no surname."""
    return (
        bool(SPACED_OUT.fullmatch(line.folded))
        and sheet.role_above in UNDER_HEADLINE
        and sheet.below is not None
        and not looks_like_heading(sheet.below)
        and squeeze(line.folded) not in dictionary()
    )
