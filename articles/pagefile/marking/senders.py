"""Who sends a letter or a notice: the short lines below it that look like headings."""

import re

from articles.pagefile.marking.mistaken import is_inside
from articles.pagefile.marking.roles import HEADS, Marked, Role
from articles.pagefile.marking.signings import (
    SENDER_AND_DATE,
    is_bracketed,
    is_sender,
    is_signing,
    opens_letter,
)
from articles.pagefile.people.authors import read_author_line
from articles.pagefile.people.names import HAN, SPACED_NAME
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import Line
from articles.pagefile.text.seams import Continuity

MISTAKEN = frozenset({Role.HEADING, Role.LABEL, Role.BYLINE, Role.AUTHOR})
"""What a signing looks like by itself."""
TEXT = frozenset({Role.BODY, Role.ITEM, Role.VERSE, Role.SIGNING})
SENT_FROM = re.compile(f"[{HAN}]{{2,6}} +(?P<name>[{HAN}]{{2,3}}|{SPACED_NAME})")
"""``田心 易小舟`` under a letter: where, and who."""


def mark_senders(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """Short lines below a letter or a notice that say who sends it: no heading."""
    result, letter = list(marked), False
    for index in range(1, len(marked)):
        mark, above = marked[index], result[index - 1]
        below = marked[index + 1] if index + 1 < len(marked) else None
        letter = _is_letter(mark, above, letter)
        if letter and above.role is Role.BODY and (sender := SENT_FROM.fullmatch(mark.line.folded)):
            result[index] = _sent(mark, sender)
            continue
        if above.role is Role.SIGNING and mark.role is Role.BODY and _is_day(mark.line):
            result[index] = Marked(mark.line, Role.SIGNING)
        if mark.role not in MISTAKEN or above.role not in TEXT:
            continue
        if below is not None and below.role is Role.DECK:
            continue
        last = below is None or below.role in HEADS or is_inside(below.line) or _is_day(below.line)
        if is_bracketed(mark.line):
            author = read_author_line(mark.line.text[1:-1], mark.line.number)
            result[index] = Marked(mark.line, Role.CREDIT, tuple(author or mark.credits))
        elif is_signing(mark.line, above.line, last) or (
            letter and is_sender(mark.line, above.line)
        ):
            result[index] = Marked(mark.line, Role.SIGNING, mark.credits)
    return result


def _is_day(line: Line) -> bool:
    """``二〇〇一年三月十三日`` under the office that signs."""
    return bool(SENDER_AND_DATE.match(line.folded))


def _sent(mark: Marked, sender: re.Match[str]) -> Marked:
    """The line under a letter that says who wrote it."""
    name = squeeze(mark.line.text[sender.start("name") :])
    credit = Credit("", name, mark.line.number, mark.line.text)
    return Marked(mark.line, Role.CREDIT, (credit,))


def _is_letter(mark: Marked, above: Marked, letter: bool) -> bool:
    """Whether a letter to the editors goes on: from its salutation to the next text's headings."""
    if mark.role is Role.BODY and (opens_letter(mark.line) or above.role in HEADS):
        return opens_letter(mark.line)
    return letter
