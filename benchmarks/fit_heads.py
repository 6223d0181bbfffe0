"""Fit the weights of ``articles/pagefile/building/headparts.py`` to heads whose parts are labelled.

    python -m benchmarks.fit_heads [FOLDER…]

FOLDER holds ``pages`` and ``gold`` (docs/page-format.md); the invented heads of
``tests/pagefile/samples`` are always among the samples. A head's orders of parts are a choice of
one among several; their weights are fitted by maximum likelihood, drawn to what print's habits
say (``HABITS``). Prints the two tables, rounded, and how many heads they read rightly.
"""

import itertools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path

from articles.pagefile import decode, parse_page
from articles.pagefile.building import headings, headparts
from articles.pagefile.building.headsigns import LEAD, signs
from articles.pagefile.text.vocabulary import bigrams
from tests.pagefile.headgroups import head_groups

ROUNDS, DRAW, RATE = 400, 0.1, 0.3
STEPS_IN_ONE = 20
"""Weights are rounded to this part of one; more coarsely they read two heads of a hundred worse."""
OF_HABITS = 2
"""So often each invented head counts: they were written to show print's habits."""
FIELDS = ("column", "kicker", "headline", "deck")
HABITS = {
    ("C", "label"): 3.0,
    ("C", "colon"): -1.0,
    ("C", "comma"): -1.0,
    ("C", "asks"): -0.5,
    ("C", "event"): -2.5,
    ("C", "quote"): -2.0,
    ("C", "occasion"): -0.5,
    ("K", "event"): 1.0,
    ("K", "somewhere"): 2.4,
    ("H", "somewhere"): -1.2,
    ("K", "speech"): 1.5,
    ("K", "office"): 1.5,
    ("C", "office"): -1.5,
    ("K", "genre"): 0.5,
    ("D", "genre"): 0.7,
    ("D", "source"): 1.0,
    ("D", "afterwards"): 1.0,
    ("C", "H"): 0.3,
    ("H", "H"): -1.0,
}
"""What is known of heads before any is counted."""


@dataclass(slots=True)
class Sample:
    """A head: what counts for each order of its parts, and which orders are right."""

    orders: dict[str, Counter]
    right: set[str]


def heads_of(text: str) -> Iterator[tuple[list, str, headparts.Beside]]:
    """Every head that the reader of pages weighs on a page."""
    asked = []

    def listen(titles, lead, beside):
        asked.append((titles, lead, beside))
        return headparts.part_heads(titles, lead, beside)

    headings.part_heads = listen
    parse_page(text)
    headings.part_heads = headparts.part_heads
    return (head for head in asked if len(head[0]) > 1)


def sample(titles, lead, beside, wanted) -> Sample | None:
    """None where no order gives the labelled parts: lines of another article among them."""
    orders = headparts.orders(len(titles))
    right = {order for order in orders if _agrees(titles, order, beside, wanted)}
    counted = {order: _counts(titles, order, lead, beside) for order in orders}
    return Sample(counted, right) if right else None


def _agrees(titles, order, beside, wanted) -> bool:
    for part, name in zip(headparts.PARTS, FIELDS, strict=True):
        mine = "".join(m.words for m, one in zip(titles, order, strict=True) if one == part)
        also = [wanted.get(name), *wanted.get(f"{name}_also", [])]
        known = {"".join((words or "").split()).strip("—:：") for words in also}
        mine = "".join(mine.split()).strip("—:：【】■●")
        loose = (name == "kicker" and beside.has_kicker) or (name == "deck" and beside.has_deck)
        if mine not in known and not (loose and (not mine or any(mine in w for w in known))):
            return False
    return True


def _counts(titles, order, lead, beside) -> Counter:
    counts, said = Counter(), bigrams(lead[:LEAD])
    for mark, part in zip(titles, order, strict=True):
        counts.update({(part, sign): value for sign, value in signs(mark, said).items()})
    counts.update(itertools.pairwise(f"^{order}$"))
    counts["given"] = headparts.given(titles, order, beside)
    return counts


def fit(samples: list[Sample]) -> dict:
    weights, moved = defaultdict(float, HABITS), defaultdict(float)
    weights["given"] = 1.0
    for _ in range(ROUNDS):
        slope = Counter()
        for one in samples:
            worth = {o: exp(_dot(weights, counts)) for o, counts in one.orders.items()}
            whole, right = sum(worth.values()), sum(worth[o] for o in one.right)
            for order, counts in one.orders.items():
                excess = worth[order] / whole - worth[order] / right * (order in one.right)
                for key, value in counts.items():
                    slope[key] += excess * value
        for key in slope.keys() - {"given"}:
            step = slope[key] + DRAW * len(samples) / 50 * (weights[key] - HABITS.get(key, 0.0))
            moved[key] += step * step
            weights[key] -= RATE * step / sqrt(moved[key] + 1e-6)
    return weights


def _dot(weights, counts) -> float:
    return sum(weights[key] * value for key, value in counts.items())


def labelled(folder: Path) -> Iterator[Sample]:
    for path in sorted((folder / "gold").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        page = decode((folder / "pages" / label["file"]).read_bytes()).text
        for head in heads_of(page):
            number = head[0][0].line.number
            item = next((i for i in label["items"] if _holds(i, number)), None)
            if item and item["kind"] != "advert" and (found := sample(*head, item)):
                yield found


def _holds(item: dict, number: int) -> bool:
    return any(first <= number <= last for first, last in item["line_ranges"])


def main(folders: list[str]) -> None:
    invented = [s for g in head_groups() for h in heads_of(g.page) if (s := sample(*h, g.parts))]
    samples = OF_HABITS * invented
    samples += [s for folder in folders for s in labelled(Path(folder))]
    weights = {k: round(v * STEPS_IN_ONE) / STEPS_IN_ONE for k, v in fit(samples).items()}
    weights = defaultdict(float, weights)
    for sign in sorted({key[1] for key in weights if len(key[1]) > 1}):
        row = ", ".join(f"{weights[part, sign]:.2f}" for part in headparts.PARTS)
        print(f'    "{sign}": ({row}),')
    for pair in sorted(key for key in weights if len(key) == 2 and len(key[1]) == 1):
        print(f'    "{"".join(pair)}": {weights[pair]:.2f},')
    right = sum(max(s.orders, key=lambda o: _dot(weights, s.orders[o])) in s.right for s in samples)
    print(f"# {right} of {len(samples)} heads")


if __name__ == "__main__":
    main(sys.argv[1:])
