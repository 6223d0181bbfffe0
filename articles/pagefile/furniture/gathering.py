"""The page's lines asked one by one, and what they say of the page gathered.

One small rule per kind of furniture, asked in order of ``(line, at)``: a line that is no
paragraph, and its ``Place``. The first that answers with a ``Finding`` decides; None leaves the
line to the next.
"""

from collections.abc import Iterable

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
from articles.pagefile.marking.pointers import is_lead_in_label
from articles.pagefile.records import Credit, Furniture
from articles.pagefile.text.lines import Line

WIDEST = 110
"""Wider lines are text."""
WIDEST_SHORT = 40
"""The first wider line that is no furniture ends the page's top, and a box of lead-ins."""
RULES = (ornament, countdown, staff_box, co_host, running_header)
RULES += (header_at_top, header_at_foot, folio, header_in_mid_page, masthead, weather, hotline)


class TopMatter:
    """What the page says about itself, gathered from its furniture."""

    def __init__(self) -> None:
        self.kinds: dict[int, str] = {}
        self.number: str | None = None
        self.title: str | None = None
        self.staff: list[Credit] = []
        self.section_labels: list[Line] = []
        """Labels with a co-host line below: 旧改进行时."""

    def runs(self, lines: list[Line]) -> list[Furniture]:
        """Neighbouring lines of one kind as one piece of furniture."""
        pieces: list[Furniture] = []
        for line in lines:
            kind = self.kinds.get(line.number)
            if kind is None:
                continue
            if pieces and pieces[-1].kind == kind and pieces[-1].lines[1] == line.number - 1:
                pieces[-1] = Furniture(kind, (pieces[-1].lines[0], line.number))
            else:
                pieces.append(Furniture(kind, (line.number, line.number)))
        return pieces


def read_furniture(lines: list[Line]) -> TopMatter:
    """Find the furniture of a page; the other lines are for the articles."""
    found = _found(lines)
    title = title_at_top(lines, found)
    if title:
        found[lines[0].number] = title
    labels = section_labels(lines, found)
    top = TopMatter()
    top.number, top.title = _number_and_title(found.values())
    top.staff = [credit for one in found.values() for credit in one.staff]
    top.kinds = {number: one.kind for number, one in found.items()}
    top.kinds |= {label.number: "section_label" for label in labels}
    top.section_labels = labels
    return top


def _found(lines: list[Line]) -> dict[int, Finding]:
    """What each line of furniture is, by the line's number."""
    found: dict[int, Finding] = {}
    above_text, in_lead_ins = True, False
    for index, line in enumerate(lines):
        short = line.width <= WIDEST_SHORT
        in_lead_ins = short and (in_lead_ins or is_lead_in_label(line.folded))
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
