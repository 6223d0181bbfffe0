"""Jumped articles (转版): the half that ends 下转A3版 and the half that opens ◀上接A1版.

Pairs are sought over the pages of one issue. A jump names the page where the other half
stands, so most pairs are certain; where a page carries several halves, or the numbers are
lost, the words decide: how the sentence runs on over the break, and what both halves speak of.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from articles.pagefile.records import Kind, ParsedArticle, ParsedPage
from articles.pagefile.text.fold import fold
from articles.pagefile.text.seams import Continuity
from articles.pagefile.text.vocabulary import bigrams

ENOUGH = 0.5
"""Pairs less sure are not made."""


@dataclass(frozen=True, slots=True)
class JumpEnd:
    """One half: the page's key and the article's place on it (0 for the first)."""

    page: str
    position: int


@dataclass(frozen=True, slots=True)
class JumpPair:
    """Two halves of one article."""

    head: JumpEnd
    tail: JumpEnd
    score: float
    """0..1, how sure."""


def link_jumps(pages: Mapping[str, ParsedPage]) -> tuple[JumpPair, ...]:
    """Pair the halves of jumped articles over the pages of ONE issue, surest first.

    Each half is in one pair at most; a half whose partner's page is not given stays alone.
    """
    heads = [(end, a) for end, a in _ends(pages) if a.continued_to]
    tails = [(end, a) for end, a in _ends(pages) if a.continued_from or a.kind is Kind.CONTINUATION]
    weighed = [
        (_weight(pages, h_end, head, t_end, tail), h_end, t_end)
        for h_end, head in heads
        for t_end, tail in tails
        if h_end.page != t_end.page
    ]
    return tuple(_choose(weighed))


def _ends(pages: Mapping[str, ParsedPage]):
    for key in sorted(pages):
        for position, article in enumerate(pages[key].articles):
            yield JumpEnd(key, position), article


def _choose(weighed):
    """The surest pair first; with each half once. Halves are few, so greed is no danger."""
    taken: set[JumpEnd] = set()
    for weight, head, tail in sorted(weighed, key=lambda w: (-w[0], w[1].page, w[1].position)):
        score = round(1 / (1 + exp(-weight)), 2)
        if score >= ENOUGH and head not in taken and tail not in taken:
            taken |= {head, tail}
            yield JumpPair(head, tail, score)


def _weight(pages, h_end, head: ParsedArticle, t_end, tail: ParsedArticle) -> float:
    return (
        _numbers(head.continued_to, pages[t_end.page].page_number)
        + _numbers(tail.continued_from, pages[h_end.page].page_number)
        + _seam(head, tail)
        + _shared(head, tail)
        - 1.5
    )


def _numbers(named: str | None, number: str | None) -> float:
    """Whether the page that a jump names is the page where the other half stands."""
    if not named or not number:
        return 0.0
    return 2.0 if named == number else -5.0


def _seam(head: ParsedArticle, tail: ParsedArticle) -> float:
    left, right = fold(head.body[-60:]), fold(tail.body[:60])
    return max(-2.0, min(2.0, Continuity("").seam(left, right))) if left and right else 0.0


def _shared(head: ParsedArticle, tail: ParsedArticle) -> float:
    """Up to 3 for words that both halves use."""
    mine, theirs = bigrams(fold(head.body)), bigrams(fold(tail.body))
    if not mine or not theirs:
        return 0.0
    return min(3.0, 20 * len(mine & theirs) / min(len(mine), len(theirs)) - 1.0)
