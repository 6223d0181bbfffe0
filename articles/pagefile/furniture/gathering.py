"""The page's lines asked one by one, and what they say of the page gathered.

One small rule per kind of furniture, asked in order of ``(line, at)``: a line that is no
paragraph, and its ``Place``. The first that answers with a ``Finding`` decides; None leaves the
line to the next.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.pagefile.furniture.ears import countdown, ornament, weather
from articles.pagefile.furniture.headers import (
    folio,
    header_at_foot,
    header_at_top,
    header_in_mid_page,
    running_header,
    title_at_top,
)
from articles.pagefile.furniture.hotlines import hotline
from articles.pagefile.furniture.labels import co_host, section_labels
from articles.pagefile.furniture.mastheads import masthead
from articles.pagefile.furniture.place import TOP, Finding, Place
from articles.pagefile.furniture.staffboxes import staff_box
from articles.pagefile.marking.pointers import WIDEST_LABEL, is_lead_in_label
from articles.pagefile.records import Credit, Furniture
from articles.pagefile.text.lines import Line

WIDEST = 110
"""Wider lines are text."""
WIDEST_SHORT = 40
"""The first wider line that is no furniture ends the page's top, and a box of lead-ins."""
RULES = (ornament, countdown, staff_box, co_host, running_header)
RULES += (header_at_top, header_at_foot, folio, header_in_mid_page, masthead, weather, hotline)


@dataclass(frozen=True, slots=True)
class TopMatter:
    """What the page says about itself, gathered from its furniture."""

    kinds: Mapping[int, str]
    """The kind of each line that is furniture, by the line's number."""
    number: str | None
    title: str | None
    staff: tuple[Credit, ...]
    section_labels: tuple[Line, ...]
    """Labels with a co-host line below: 旧改进行时."""


def read_furniture(lines: list[Line]) -> TopMatter:
    """Find the furniture of a page; the other lines are for the articles."""
    found = _found(lines)
    found |= title_at_top(lines, found)
    labels = section_labels(lines, found)
    found |= labels
    number, title = _number_and_title(found.values())
    return TopMatter(
        kinds={at: finding.kind for at, finding in found.items()},
        number=number,
        title=title,
        staff=tuple(credit for finding in found.values() for credit in finding.staff),
        section_labels=tuple(
            line for line in lines if line.number in labels and not labels[line.number].title
        ),
    )


def runs_of(lines: Iterable[Line], kinds: Mapping[int, str]) -> list[Furniture]:
    """Neighbouring lines of one kind as one piece of furniture."""
    pieces: list[Furniture] = []
    for line in lines:
        kind = kinds.get(line.number)
        if kind is None:
            continue
        if pieces and pieces[-1].kind == kind and pieces[-1].lines[1] == line.number - 1:
            pieces[-1] = Furniture(kind, (pieces[-1].lines[0], line.number))
        else:
            pieces.append(Furniture(kind, (line.number, line.number)))
    return pieces


def _found(lines: list[Line]) -> dict[int, Finding]:
    """What each line of furniture is, by the line's number."""
    found: dict[int, Finding] = {}
    above_text, in_lead_ins = True, False
    for index, line in enumerate(lines):
        short = line.width <= WIDEST_SHORT
        opens = line.width <= WIDEST_LABEL and is_lead_in_label(line.folded)
        in_lead_ins = opens or (in_lead_ins and short)
        above = found.get(lines[index - 1].number) if index else None
        at_top = above_text and index < TOP and not in_lead_ins
        finding = _ask(line, Place(lines, index, at_top, in_lead_ins, above))
        if finding:
            found[line.number], in_lead_ins = finding, False
        elif not short:
            above_text = False
    return found


def _ask(line: Line, at: Place) -> Finding | None:
    if line.is_long or line.width > WIDEST:
        return None
    for rule in RULES:
        finding = rule(line, at)
        if finding is not None:
            return finding
    return None


def _number_and_title(found: Iterable[Finding]) -> tuple[str | None, str | None]:
    """The first number with its title; a line with another number says nothing of this page."""
    number = title = None
    for one in found:
        if number is None and one.number:
            number, title = one.number, one.title or title
        elif one.number in (None, number):
            title = title or one.title
    return number, title
