"""The parts of a head, decided for all its lines at once: 栏目, 引题, 主题, 副题.

A line seen alone says little: ``水清岸绿 鸟回来了`` is a kicker over a headline that says who did
what, and a headline over ``首批三百户已装好``. So every order of parts that is printed is weighed
(column, kicker, headline, deck; a column also below the headline), each line with the signs that
speak for its part, and the heaviest order taken. The weights were fitted to labelled heads
(benchmarks/fit_heads.py) and rounded.
"""

import itertools
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

from articles.pagefile.building.headsigns import LEAD, goes_on, signs
from articles.pagefile.cutting.sections import bigrams
from articles.pagefile.marking.roles import Marked

COLUMN, KICKER, HEADLINE, DECK = PARTS = "CKHD"
MOST = 6
"""Heads of more lines have only their first lines weighed; the others explain."""
PRINTED = re.compile("C?K{0,2}H{1,2}D{0,3}|K?H{1,2}D?C|K?H{1,2}CD?")
"""The orders of parts that newspapers print."""
WEIGHTS: dict[str, tuple[float, float, float, float]] = {
    "actor": (0.0, 0.0, 0.0, 0.2),
    "acts": (-0.4, 0.0, 0.5, 0.0),
    "afterwards": (0.0, 0.0, -0.3, 1.4),
    "asks": (-0.6, 0.0, 0.4, -0.3),
    "brief": (0.5, 0.2, -0.3, -0.4),
    "campaign": (0.9, -0.4, -0.3, -0.2),
    "colon": (-1.1, 0.0, 0.0, 0.0),
    "comma": (-0.9, 0.5, -0.4, 0.0),
    "counts": (0.0, 0.2, -0.3, 0.3),
    "couplet": (0.0, 0.6, 0.0, -0.4),
    "cover": (-0.8, 0.5, 0.0, 0.4),
    "dotted": (0.3, -0.2, 0.0, 0.0),
    "event": (-2.5, 1.2, 0.0, 0.0),
    "extent": (0.0, 0.2, -0.4, 0.4),
    "facts": (0.0, 0.0, -0.4, 0.6),
    "figures": (-0.4, -0.3, 0.0, 0.5),
    "four": (0.4, -0.3, 0.0, 0.0),
    "genre": (0.0, 0.7, 0.0, 0.8),
    "label": (3.2, 0.0, -0.2, 0.0),
    "named": (0.3, 0.0, 0.0, -0.2),
    "occasion": (-0.5, 0.5, -0.4, 0.0),
    "parts": (-0.2, 0.3, 0.2, -0.2),
    "possessive": (0.0, 0.0, 0.4, -0.4),
    "quote": (-2.0, 0.2, 0.0, 0.0),
    "quotes": (-0.5, -0.2, 0.9, 0.0),
    "said": (-0.7, 0.0, 0.3, 0.0),
    "series": (0.4, 0.0, -0.3, 0.0),
    "short": (1.1, -0.3, -0.5, -0.3),
    "somewhere": (0.3, 1.6, -0.5, 0.0),
    "source": (0.0, 0.0, 0.0, 1.0),
    "speech": (0.0, 1.7, -0.3, 0.0),
    "subject": (-0.4, 0.0, 0.4, 0.0),
    "tiny": (1.0, -0.5, -0.4, 0.0),
    "town": (0.0, 0.2, 0.0, 0.0),
    "unsaid": (0.7, 0.2, -0.6, -0.3),
}
"""What a sign is worth for a column, a kicker, a headline, a deck."""
STEPS = {
    "C$": -0.7,
    "CH": -0.3,
    "CK": 0.7,
    "D$": 0.8,
    "DD": -0.3,
    "HC": -0.7,
    "HD": 0.8,
    "HH": -1.4,
    "KH": 1.1,
    "KK": -0.5,
    "^H": -0.5,
    "^K": 0.5,
}
"""What it is worth that one part follows another; ``^`` and ``$`` are the head's ends."""
SECOND_OF_A_KIND = -2.0
"""A county over the headline leaves little for a kicker to say, a dashed line little for a deck."""
HALVES = 7.0
"""For a headline on two lines, of which the first stops behind its verb."""
MANY, ROUND = 5, 4.0
"""Five and more write a round of the counties: below its headline stands the campaign's slogan."""
WIDER, FARTHEST = 0.03, 12
"""What a character more than the headline has is worth to the other parts, and how many count."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the heading lines of a head."""

    has_kicker: bool = False
    """A county over them."""
    has_deck: bool = False
    """A line with a dash below."""
    signers: int = 0
    """People named in the byline."""


def part_heads(titles: Sequence[Marked], lead: str, beside: Beside) -> str:
    """A letter of ``PARTS`` for each heading line; ``lead``: how the text begins, folded."""
    if len(titles) == 1:
        return HEADLINE
    weighed, said = titles[:MOST], bigrams(lead[:LEAD])
    worths = [_worth(mark, said) for mark in weighed]

    def weight(parts: str) -> float:
        total = sum(worth[PARTS.index(part)] for worth, part in zip(worths, parts, strict=True))
        total += sum(STEPS.get(a + b, 0.0) for a, b in itertools.pairwise(f"^{parts}$"))
        return total + given(weighed, parts, beside)

    return max(orders(len(weighed)), key=weight) + DECK * (len(titles) - len(weighed))


@cache
def orders(count: int) -> tuple[str, ...]:
    """The printed orders of the parts of so many lines."""
    every = map("".join, itertools.product(PARTS, repeat=count))
    return tuple(parts for parts in every if PRINTED.fullmatch(parts))


def _worth(mark: Marked, lead: Set[str]) -> list[float]:
    found = [(WEIGHTS[sign], value) for sign, value in signs(mark, lead).items() if sign in WEIGHTS]
    return [sum(weights[at] * value for weights, value in found) for at in range(len(PARTS))]


def given(titles: Sequence[Marked], parts: str, beside: Beside) -> float:
    """What is not fitted: the widths of the lines, and what stands beside them already."""
    heads = [m.line.width for m, part in zip(titles, parts, strict=True) if part == HEADLINE]
    middle = sum(heads) / len(heads)
    widths = (
        max(-FARTHEST, min(FARTHEST, mark.line.width - middle))
        for mark, part in zip(titles, parts, strict=True)
        if part != HEADLINE
    )
    second = (beside.has_kicker and KICKER in parts) + (beside.has_deck and DECK in parts)
    slogan = parts.endswith(COLUMN) and beside.signers >= MANY
    one = sum(
        HALVES
        for at, mark in enumerate(titles[:-1])
        if parts[at : at + 2] == HEADLINE * 2 and goes_on(mark)
    )
    return WIDER * sum(widths) + SECOND_OF_A_KIND * second + ROUND * slogan + one
