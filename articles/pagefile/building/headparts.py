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
from articles.pagefile.marking.roles import Marked
from articles.pagefile.text.vocabulary import bigrams

COLUMN, KICKER, HEADLINE, DECK = PARTS = "CKHD"
MOST = 6
"""Heads of more lines have only their first lines weighed; the others explain."""
PRINTED = re.compile("C?K{0,2}H{1,2}D{0,3}|K?H{1,2}D?C|K?H{1,2}CD?")
"""The orders of parts that newspapers print."""
WEIGHTS: dict[str, tuple[float, float, float, float]] = {
    "actor": (-0.30, -0.20, 0.10, 0.40),
    "acts": (-0.60, 0.25, 0.65, -0.30),
    "afterwards": (-0.05, -0.35, -0.55, 1.95),
    "asks": (-0.65, -0.05, 0.80, -0.60),
    "brief": (0.60, 0.40, -0.45, -0.60),
    "campaign": (1.30, -0.50, -0.50, -0.25),
    "clauses": (0.00, 0.30, -0.30, 0.00),
    "colon": (-1.15, 0.05, -0.05, 0.10),
    "comma": (-0.65, 0.65, -0.70, -0.35),
    "counts": (-0.15, 0.30, -0.35, 0.20),
    "couplet": (-0.05, 0.90, -0.10, -0.75),
    "cover": (-1.10, 0.75, 0.00, 0.35),
    "dotted": (0.85, -0.55, -0.20, -0.10),
    "event": (-2.60, 1.40, -0.35, 0.05),
    "extent": (-0.25, 0.15, -0.40, 0.50),
    "facts": (-0.15, -0.55, -0.45, 1.15),
    "figures": (-0.65, -0.50, 0.40, 0.75),
    "four": (0.30, -0.25, 0.00, -0.10),
    "genre": (-0.30, 1.00, -0.30, 0.80),
    "label": (3.30, -0.05, -0.50, 0.25),
    "named": (0.10, -0.05, 0.10, -0.20),
    "occasion": (-0.25, 0.75, -0.70, -0.30),
    "office": (-1.55, 0.85, 0.70, 0.00),
    "parts": (-0.25, 0.30, 0.30, -0.35),
    "place": (0.40, -0.15, -0.30, 0.05),
    "possessive": (0.20, 0.00, 0.50, -0.70),
    "quote": (-2.05, 0.50, 0.00, -0.40),
    "quotes": (-0.70, -0.20, 1.05, -0.15),
    "said": (-0.85, 0.10, 0.55, 0.30),
    "series": (0.70, 0.05, -0.65, -0.10),
    "short": (1.45, -0.40, -0.65, -0.60),
    "somewhere": (0.75, 1.05, -0.40, -0.20),
    "source": (0.00, 0.00, -0.10, 1.10),
    "speech": (0.05, 1.80, -0.45, 0.10),
    "subject": (-0.60, -0.20, 0.70, 0.15),
    "tiny": (1.35, -0.75, -0.60, -0.15),
    "town": (-0.40, 0.45, -0.05, 0.00),
    "unsaid": (0.95, 0.30, -0.75, -0.55),
    "verse": (0.25, -0.15, 0.05, -0.15),
    "when": (-0.30, 0.20, -0.20, 0.30),
}
"""What a sign is worth for a column, a kicker, a headline, a deck."""
STEPS = {
    "C$": -0.80,
    "CD": -0.15,
    "CH": -0.45,
    "CK": 0.95,
    "D$": 1.05,
    "DC": -0.15,
    "DD": -0.45,
    "H$": -0.15,
    "HC": -0.80,
    "HD": 1.05,
    "HH": -1.45,
    "KH": 1.30,
    "KK": -0.75,
    "^C": 0.10,
    "^H": -0.65,
    "^K": 0.65,
}
"""What it is worth that one part follows another; ``^`` and ``$`` are the head's ends."""
SECOND_OF_A_KIND = -3.0
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
