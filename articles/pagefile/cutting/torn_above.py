"""Whose torn text stands above a heading: a subhead below a tail belongs to the tail's article.

Where columns were read across, the rest of an article stands at the page's foot as it was
printed: the end of the broken sentence, then the next subhead and what is under it.
"""

from collections.abc import Iterable

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.cutting.fitsigns import seam_of
from articles.pagefile.cutting.sections import Section, closes, is_compact
from articles.pagefile.cutting.weighing import Evidence
from articles.pagefile.marking.roles import Marked, Role, is_open
from articles.pagefile.text.beginnings import inside_weight

INSIDE = 0.8
"""From where on a paragraph begins in mid-sentence."""
TAKES_UP = -0.5
"""How well it must go on where another text stops."""
WELL = 0.0
"""If it goes on less well, the heading must fit the other text better than the one above it."""
AT_HOME = 3.0
"""How much better than right below a sentence of its own text that breaks off."""
LIKENESS = 0.5
"""How much it counts that the heading's text fits the other (``Evidence.weigh``)."""


def find_torn_above(
    section: Section, current: Draft, drafts: Iterable[Draft], evidence: Evidence
) -> Draft | None:
    """The article whose torn sentence goes on in the paragraphs right above the headings."""
    above = current.sections[-1]
    body = [mark for mark in above.body if mark.role is Role.BODY]
    opened = above.has_byline or _opens_under_subhead(body, current)
    tails = (at for at in reversed(range(opened, len(body))) if _begins_inside(body[at]))
    at = next(tails, None)
    if at is None or any(map(closes, above.body[above.body.index(body[at]) :])):
        return None
    least = TAKES_UP
    if at and is_open(body[at - 1].line.end):
        least = seam_of(body[at - 1], body[at], evidence.continuity) + AT_HOME
    fits = []
    for order, draft in enumerate(drafts):
        end = _open_end(draft)
        apart = is_compact(section) > is_compact(draft.sections[0])
        if end is None or draft is current or apart:
            continue
        seam = seam_of(end, body[at], evidence.continuity)
        if seam < least:
            continue
        weight = evidence.weigh(draft)
        if seam >= WELL or weight < evidence.weigh(current):
            fits.append((seam - LIKENESS * weight, order, draft))
    return max(fits)[2] if fits else None


def _opens_under_subhead(body: list[Marked], draft: Draft) -> bool:
    """Whether the first of the paragraphs stands right under the draft's last subhead."""
    last = draft.sections[-1]
    return len(draft.sections) > 1 and bool(last.heads) and body[:1] == last.body[:1]


def _begins_inside(mark: Marked) -> bool:
    """A paragraph of its own that begins in mid-sentence."""
    return bool(mark.line.gap) and inside_weight(mark.line.folded) >= INSIDE


def _open_end(draft: Draft) -> Marked | None:
    """The last paragraph of a text where it stops in mid-sentence."""
    last = next((m for m in reversed(draft.sections[-1].body) if m.role is Role.BODY), None)
    return last if last is not None and is_open(last.line.end) else None
