"""The heading lines of an article told apart: 栏目, 引题, 主题, 副题."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.pagefile.building.headparts import COLUMN, DECK, HEADLINE, KICKER, Beside, part_heads
from articles.pagefile.cutting.subheads import opens_series
from articles.pagefile.marking.labels import is_label, shown
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.text.lines import Line

SORTED = (Role.HEADING, Role.LABEL, Role.TITLE_AND_AUTHOR, Role.BRIEF_HEAD)
INLINE_DECK = re.compile(r"(?<=\S{4})\s+[—–―─━]{2,}\s*(?=\S{4})")
BRACKETED = re.compile("[(].*[)]")
SERIAL = re.compile(r"\s*[(]\s*[\d一二三四五六七八九十]{1,4}\s*[)]$")


@dataclass(frozen=True, slots=True)
class Heads:
    """An article's headings; None where it has none."""

    column: str | None = None
    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None


def read_heads(heads: list[Marked], lead: str = "") -> Heads:
    """Sort the headings proper of a text; bylines and notes among them are left out.

    ``lead``: how the text begins, folded; a headline says it in short.
    """
    decks = [m.words for m in heads if m.role is Role.DECK]
    places = [m.words for m in heads if m.role is Role.PLACE]
    titles = [m for m in heads if m.role in SORTED]
    column, titles = _brief_column(titles)
    bracketed = [m for m in titles[1:] if BRACKETED.fullmatch(m.line.folded)]
    decks = [m.words for m in bracketed] + decks
    titles = [m for m in titles if not any(m is other for other in bracketed)]
    if places and not titles and not column:
        return Heads(headline=" ".join(p.strip(":：") for p in places))
    signers = sum(len(m.credits) for m in heads if m.role is Role.BYLINE)
    beside = Beside(bool(places), bool(decks), signers)
    parts = part_heads(titles, lead, beside) if titles else ""
    column = column or _joined([shown(w) for w in _words(titles, parts, COLUMN)])
    headline, after = _parted(_joined(_words(titles, parts, HEADLINE)))
    decks = [*after, *decks]
    return Heads(
        column,
        _joined(places + _words(titles, parts, KICKER)),
        SERIAL.sub("", headline) if headline else None,
        _joined(_words(titles, parts, DECK) + decks),
    )


def _parted(headline: str | None) -> tuple[str | None, list[str]]:
    """``药箱进楼栋 ——三十个小区半夜买药不用跑``: headline and deck on one line."""
    match = INLINE_DECK.search(headline) if headline else None
    return (headline[: match.start()], [headline[match.end() :]]) if match else (headline, [])


def part_subheads(heads: list[Marked], later: Sequence[Line]) -> tuple[list[Marked], list[Marked]]:
    """The headings proper and the subheads that stand over the first paragraph.

    ``later``: the subheads further down.
    """
    under = {id(mark) for mark in _subheads(heads)}
    last = next((mark for mark in reversed(heads) if mark.role in SORTED), None)
    if last is not None and last is not heads[0] and opens_series(last.line, later):
        under.add(id(last))
    return (
        [mark for mark in heads if id(mark) not in under],
        [mark for mark in heads if id(mark) in under],
    )


def _subheads(heads: list[Marked]) -> list[Marked]:
    """Headings below the byline or a note, or in 【】."""
    titled, signed, under = False, False, []
    labelled = any(mark.role is Role.LABEL for mark in heads[:1])
    for mark in heads:
        is_title = mark.role is Role.HEADING or (mark.role is Role.LABEL and labelled)
        bracketed = is_title and mark.line.folded.startswith("【") and titled
        if is_title and ((titled and signed) or bracketed):
            under.append(mark)
        titled = titled or mark.role in (Role.HEADING, Role.TITLE_AND_AUTHOR)
        signed = signed or mark.role in (Role.BYLINE, Role.AUTHOR, Role.NOTE)
    return under


def _joined(parts: list[str]) -> str | None:
    return " ".join(parts) or None


def _brief_column(titles: list[Marked]) -> tuple[str | None, list[Marked]]:
    """``■书讯 《洣江笔记》出版``: a label and a heading behind one mark."""
    brief = titles[0] if titles and titles[0].role is Role.BRIEF_HEAD else None
    label, _, rest = brief.words.strip().partition(" ") if brief else ("", "", "")
    if not rest or not is_label(label):
        return None, titles
    return shown(label), [Marked(brief.line, Role.HEADING, text=rest.strip()), *titles[1:]]


def _words(titles: list[Marked], parts: str, part: str) -> list[str]:
    chosen = [mark for mark, one in zip(titles, parts, strict=True) if one == part]
    return [mark.words.strip() for mark in chosen]
