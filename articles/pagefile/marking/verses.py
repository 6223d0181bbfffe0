"""Blocks of short lines: what in them is a poem's title and author, a label, a closing credit.

``如梦令·夜归`` / ``尤小石`` / ``残照一川流不尽,……``, printed line under line, all look like verse.
"""

import re
from collections.abc import Iterator, Set

from articles.pagefile.marking.labels import bare, is_label
from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.people.authors import read_author_line
from articles.pagefile.people.credits import read_credits
from articles.pagefile.people.names import HAN, is_name
from articles.pagefile.records import Credit
from articles.pagefile.text.dictionary import dictionary
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.arts import TUNES
from articles.pagefile.words.notices import PUBLIC_AD_LABELS

BRACKETED = re.compile(r"[〈《【]\S{1,14}[〉》】]$")
AUTHORED = re.compile(rf"\S.*?\s(?P<name>[{HAN}]{{2,4}})")
POINTED = ",。;!?、:…"
WIDEST_NAME, WIDEST_IN_COUPLET = 4, 16
SAY_AUTHOR = frozenset({Role.AUTHOR, Role.BYLINE, Role.TITLE_AND_AUTHOR})


def mark_verses(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """The roles again, with titles, authors and credits told from the verses."""
    result: list[Marked] = []
    block: list[Marked] = []
    for mark in marked:
        if block and (mark.role is not Role.VERSE or mark.line.gap):
            result += _read_block(block, result)
            block = []
        if mark.role is Role.VERSE and not block and result:
            result[-1] = _with_author(result[-1])
        if mark.role is Role.VERSE:
            block.append(mark)
        else:
            result.append(mark)
    return result + (_read_block(block, result) if block else [])


def _with_author(mark: Marked) -> Marked:
    """``山中(外一首) 易小舟`` over verses: the poem's title and its author."""
    match = AUTHORED.fullmatch(mark.line.folded) if mark.role is Role.HEADING else None
    name = match["name"] if match else ""
    if not is_name(name) or name in dictionary():
        return mark
    begin, end = match.span("name")
    credit = Credit("", mark.line.text[begin:end], mark.line.number, mark.line.text)
    title = mark.line.text[:begin].strip()
    return Marked(mark.line, Role.TITLE_AND_AUTHOR, (credit,), text=title)


def names_tune(folded: str) -> bool:
    """``如梦令·夜归``: a poem's title behind its tune (词牌) or form."""
    tune, dot, _ = folded.partition("·")
    return bool(dot) and tune in TUNES


def _stands_under(above: list[Marked], roles: Set[str]) -> bool:
    return bool(above) and above[-1].role in roles


def _read_block(block: list[Marked], above: list[Marked]) -> list[Marked]:
    headed, signed = _stands_under(above, HEADS), _stands_under(above, {Role.AUTHOR, Role.BYLINE})
    first, closing = block[0].line, _closing_credit(block[-1])
    body = block[:-1] if closing else block
    end = [closing] if closing else []
    if not headed and is_label(first.folded):
        public = bare(first.folded) in PUBLIC_AD_LABELS and len(body) > 2
        title = [Marked(body[1].line, Role.HEADING)] if public else []
        return [Marked(first, Role.LABEL), *title, *body[1 + len(title) :], *end]
    author = _author(body[1]) if len(body) > 2 and not signed else None
    if author or names_tune(first.folded) or (not headed and _is_title(body, bool(end))):
        heads = [Marked(first, Role.HEADING), *([author] if author else [])]
        return [*heads, *body[len(heads) :], *end]
    return [*body, *end]


def _author(mark: Marked) -> Marked | None:
    """A bare name among verses: ``尤 小 石``."""
    if mark.line.width > WIDEST_NAME or mark.line.end[-1] in POINTED:
        return None
    found = read_author_line(mark.line.text, mark.line.number)
    return Marked(mark.line, Role.AUTHOR, tuple(found)) if found and len(found) == 1 else None


def _closing_credit(mark: Marked) -> Marked | None:
    """The poet's name below the verses, or who gave out the advert: ``某街道办 宣``."""
    if mark.line.folded.endswith("宣"):
        found = read_credits(mark.line.text, mark.line.number)
        return Marked(mark.line, Role.CREDIT, tuple(found)) if found else None
    author = _author(mark)
    return Marked(mark.line, Role.CREDIT, author.credits) if author else None


def _is_title(block: list[Marked], signed: bool) -> bool:
    """The first line is in brackets, or has no point where the verses below have theirs."""
    first, verses = block[0].line.folded, block[1:]
    if BRACKETED.match(first):
        return True
    pointed = sum(mark.line.end[-1] in POINTED for mark in verses)
    bare = not any(point in first for point in POINTED)
    return bare and len(verses) > 1 and pointed * 3 >= len(verses) * 2


def mark_couplets(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """Stanzas of two verses above and below longer ones: too few lines to look like a poem."""
    result = list(marked)
    for first, last in _pairs_of_heads(marked):
        above = result[first - 1].role if first else None
        below = marked[last].role if last < len(marked) else None
        opens = above in SAY_AUTHOR and below is Role.VERSE
        closes = above is Role.VERSE and (last == len(marked) or not _signs(marked[last]))
        if opens or closes:
            result[first:last] = [Marked(m.line, Role.VERSE) for m in marked[first:last]]
    return result


def _pairs_of_heads(marked: list[Marked]) -> Iterator[tuple[int, int]]:
    """Two plain headings, line under line, blank lines around them."""
    for first in range(len(marked) - 1):
        pair, below = marked[first : first + 2], marked[first + 2 : first + 3]
        plain = all(m.role is Role.HEADING and m.line.width <= WIDEST_IN_COUPLET for m in pair)
        alone = pair[0].line.gap and not pair[1].line.gap and all(m.line.gap for m in below)
        if plain and alone:
            yield first, first + 2


def _signs(mark: Marked) -> bool:
    """A text under headings of its own: a byline stands over it or a dateline before it."""
    return mark.role in SAY_AUTHOR | {Role.DECK} or mark.opening is not None
