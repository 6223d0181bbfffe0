"""Headings that look like text, and torn text that looks like a heading."""

from dataclasses import replace

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.roles import Marked, Role, is_open
from articles.pagefile.marking.signings import SALUTATION
from articles.pagefile.text.beginnings import LATER_FIGURES, middle_weight
from articles.pagefile.text.lines import Line
from articles.pagefile.text.seams import Continuity

OVER = (Role.LABEL, Role.HEADING)
WIDEST_OVERLOOKED, WIDEST_NAMED = 50, 16
SHORTEST_QUESTION, LIKELY, SURELY = 8, 0.3, 2.5


def mark_overlooked_heads(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """Heading lines too long to look like one, told by what stands above and below them."""
    result = list(marked)
    for index in range(len(marked) - 1):
        mark = marked[index]
        if mark.role is not Role.BODY or mark.opening or mark.line.width > WIDEST_OVERLOOKED:
            continue
        if _is_over_headline(mark, marked[index + 1]):
            result[index] = replace(mark, role=Role.HEADING)
            continue
        if not is_open(mark.line.end) or is_inside(mark.line):
            continue
        over = _is_over_opening(mark, marked[index + 1])
        if over or (mark.line.gap and _is_between_heads(result, index)):
            result[index] = replace(mark, role=Role.HEADING)
    return result


def _is_over_headline(mark: Marked, below: Marked) -> bool:
    """``某县人民医院:`` alone over a headline: the kicker says whom it is about."""
    words = mark.line.folded
    short = words[-1] == ":" and mark.line.width <= WIDEST_NAMED and not SALUTATION.match(words)
    return short and bool(mark.line.gap) and below.role is Role.HEADING


def _is_over_opening(mark: Marked, below: Marked) -> bool:
    """``某县把学校办到“村口” 三年培训乡村工匠4600人,人均月增900元`` over 本报讯(记者 …)."""
    if not below.opening or not below.opening.credits:
        return False
    return looks_like_heading(mark.line) or bool(mark.line.gap and " " in mark.line.folded)


def _is_between_heads(marked: list[Marked], index: int) -> bool:
    """``四十年前,她推着一台缝纫机出了村`` over a headline at the top or below a label: a kicker.

    ``记者暗访一夜:愁的不是热`` between headline and byline: a deck.
    """
    if index + 2 >= len(marked):
        return False
    below, after = marked[index + 1], marked[index + 2]
    if index and marked[index - 1].role is Role.HEADING and below.role is Role.BYLINE:
        return True
    titled = (index == 0 or marked[index - 1].role in OVER) and below.role in OVER
    return titled and after.role in (Role.DECK, Role.BYLINE, Role.AUTHOR)


def is_inside(line: Line) -> bool:
    """Whether a paragraph begins in mid-sentence: the tail of some other text."""
    return middle_weight(line.folded[:80]) >= 0.7


def unmark_torn_lines(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """A short line without a full stop that another line goes on with is text, no heading."""
    result = list(marked)
    tails = _tails(marked) if any(map(_may_be_torn, marked)) else []
    figures_go_on = any(LATER_FIGURES.match(m.line.folded) for m in marked if m.role is Role.BODY)
    for index in range(1, len(marked) - 1):
        above, mark, below = result[index - 1], marked[index], marked[index + 1]
        if mark.role is not Role.HEADING or above.role is not Role.BODY:
            continue
        if below.line.number == mark.line.number:
            continue
        over_label = below.role is Role.LABEL and _may_be_torn(mark)
        if over_label or (below.role in OVER and _goes_on_elsewhere(mark, tails, continuity)):
            result[index] = replace(mark, role=Role.BODY)
            continue
        broken_number = figures_go_on and mark.line.end[-1].isdigit()
        if broken_number or _runs_on(mark, below, continuity):
            result[index] = replace(mark, role=Role.BODY)
    return result


def _tails(marked: list[Marked]) -> list[str]:
    """How the torn texts of the page go on."""
    return [m.line.folded[:60] for m in marked if m.role is Role.BODY and is_inside(m.line)]


def _may_be_torn(mark: Marked) -> bool:
    wide = mark.role is Role.HEADING and mark.line.width >= 12
    return wide and mark.line.folded[-1] not in "”!?" and "," in mark.line.folded


def _goes_on_elsewhere(mark: Marked, tails: list[str], continuity: Continuity) -> bool:
    """``每天清早,他都要去看看那口`` over another text's headline, ``井,……`` at the page's foot."""
    return _may_be_torn(mark) and any(
        continuity.seam(mark.line.end[-60:], tail) >= SURELY for tail in tails
    )


def _runs_on(mark: Marked, below: Marked, continuity: Continuity) -> bool:
    if below.role is not Role.BODY or mark.line.width < 12 or mark.line.folded.endswith("”"):
        return False
    inside = middle_weight(below.line.folded[:80]) >= 1.2
    return inside and continuity.seam(mark.line.end[-60:], below.line.folded[:60]) >= 1.5


def unmark_torn_ends(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """``……叫人`` / ``怎不心痛?``: the last words of a broken sentence, no heading."""
    result = list(marked)
    for index in range(1, len(marked)):
        above, mark = result[index - 1], marked[index]
        ends = mark.role is Role.HEADING and mark.line.end[-1] in "?!"
        if not ends or above.role is not Role.BODY or not is_open(above.line.end):
            continue
        short = mark.line.width <= SHORTEST_QUESTION
        if short and continuity.seam(above.line.end[-60:], mark.line.folded) >= LIKELY:
            result[index] = replace(mark, role=Role.BODY)
    return result
