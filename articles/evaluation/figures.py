"""The figures: what was said, what was wanted, what of it is right.

The same counts as ``score_articles.py`` of the labelled pages makes from an export. A figure
is the share of right ones; where an article can be missed or invented, the harmonic mean of
precision and recall.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from articles.evaluation.bylines import compare_bylines
from articles.evaluation.texts import lines_of, lines_unspaced, squash

NOT_ARTICLES = {"lead_in", "public_service_ad", "advert", "furniture"}
"""Kinds of labelled items that need not become articles."""
HEADINGS = ("headline", "kicker", "deck", "column")
OVERLAP = 0.5
"""An article is found when it shares at least so much of its lines."""
ALIKE = 0.97
WHOLE_CITY = "株洲市"


@dataclass(slots=True)
class Tally:
    """Counts of one figure."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, right: int, said: int, wanted: int) -> None:
        self.right, self.said, self.wanted = (
            self.right + right,
            self.said + said,
            self.wanted + wanted,
        )

    @property
    def share(self) -> float | None:
        """0..1; None where nothing was said or wanted."""
        total = self.said + self.wanted
        return 2 * self.right / total if total else None


@dataclass(slots=True)
class Measured:
    """All figures, and a sentence for each thing that is wrong."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)

    def check(self, figure: str, right: bool, where: str, got=None, want=None) -> None:
        self.tallies[figure].add(int(right), 1, 1)
        if not right:
            self.errors.append(f"{where}: {figure}: got {got!r}, want {want!r}")

    def sets(self, figure: str, got: set, want: set, where: str) -> None:
        self.tallies[figure].add(len(got & want), len(got), len(want))
        if got != want:
            extra, missing = sorted(got - want), sorted(want - got)
            self.errors.append(f"{where}: {figure}: extra {extra}, missing {missing}")


def measure(labels: Iterable[dict], rows: Iterable[dict]) -> Measured:
    """Hold rows of articles against the labels of their pages."""
    by_page: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        by_page[row["page"].rsplit("/", 1)[-1]].append({**row, "_lines": lines_of(row)})
    measured = Measured()
    for label in labels:
        name = label["file"].rsplit("/", 1)[-1]
        _measure_page(label, name, by_page.get(name, []), measured)
    return measured


def _measure_page(label: dict, name: str, said: list[dict], measured: Measured) -> None:
    blank = set(label.get("blank_lines") or [])
    items = [{**item, "_lines": lines_of(item) - blank} for item in label["items"]]
    said = [{**row, "_lines": row["_lines"] - blank} for row in said]
    first_row = said[:1]
    wanted = [item for item in items if item["kind"] not in NOT_ARTICLES]
    adverts = set().union(*(i["_lines"] for i in items if i["kind"] in NOT_ARTICLES), set())
    said = [row for row in said if not (row["_lines"] and row["_lines"] <= adverts)]
    wanted, said = _without_split(wanted, said)
    found = _find(wanted, said, name, measured)
    for item in wanted:
        _measure_item(item, found.get(id(item), {}), name, measured)
    if first_row and said:
        _measure_date(label.get("issue_date") or {}, said[0], name, measured)


def _without_split(wanted: list[dict], said: list[dict]) -> tuple[list[dict], list[dict]]:
    """Briefs that may be read as one or as several: left out where they came as several."""
    for item in [item for item in wanted if item.get("may_split")]:
        parts = [row for row in said if row["_lines"] and row["_lines"] <= item["_lines"]]
        if len(parts) > 1:
            wanted = [other for other in wanted if other is not item]
            said = [row for row in said if not any(row is part for part in parts)]
    return wanted, said


def _find(wanted: list[dict], said: list[dict], name: str, measured: Measured) -> dict[int, dict]:
    """The row that was found for each item; counts detection and exact lines."""
    pairs = list(_pairs(wanted, said))
    good = [(item, row) for share, item, row in pairs if share >= OVERLAP]
    exact = sum(share > 0.999 for share, _, _ in pairs)
    measured.tallies["article (lines IoU>=0.5)"].add(len(good), len(said), len(wanted))
    measured.tallies["article exact lines"].add(exact, len(said), len(wanted))
    found = {id(item): row for item, row in good}
    used = {id(row) for _, row in good}
    for item in wanted:
        if id(item) not in found:
            measured.errors.append(f"{name}: missed article {item.get('headline')!r}")
    for row in said:
        if id(row) not in used:
            measured.errors.append(f"{name}: spurious article {row.get('headline')!r}")
    return found


def _pairs(wanted: Sequence[dict], said: Sequence[dict]) -> Iterator[tuple[float, dict, dict]]:
    """Items and rows with shared lines, those that share most first, each once."""
    shares = [
        (len(item["_lines"] & row["_lines"]) / len(item["_lines"] | row["_lines"]), i, r)
        for i, item in enumerate(wanted)
        for r, row in enumerate(said)
        if item["_lines"] & row["_lines"]
    ]
    taken_items, taken_rows = set(), set()
    for share, i, r in sorted(shares, reverse=True):
        if i not in taken_items and r not in taken_rows:
            taken_items.add(i)
            taken_rows.add(r)
            yield share, wanted[i], said[r]


def _measure_item(item: dict, row: dict, name: str, measured: Measured) -> None:
    where = f"{name}: {(item.get('headline') or item.get('first_words') or '')[:18]}"
    _measure_headings(item, row, where, measured)
    _measure_body(item, row, where, measured)
    right, said, wanted, wrong = compare_bylines(item, row.get("bylines") or [])
    measured.tallies["bylines (role, name)"].add(right, said, wanted)
    if wrong:
        measured.errors.append(f"{where}: bylines: {wrong}")
    _measure_subjects(item, row, where, measured)


def _measure_headings(item: dict, row: dict, where: str, measured: Measured) -> None:
    for key in HEADINGS:
        wants = [squash(words) for words in [item.get(key), *item.get(key + "_also", [])]]
        got = squash(row.get(key))
        if wants[0] or got:
            measured.check(key, got in wants, where, row.get(key), item.get(key))


def _measure_body(item: dict, row: dict, where: str, measured: Measured) -> None:
    body, broken = squash(row.get("body")), lines_unspaced(row.get("body"))
    for join in item.get("joins") or []:
        text = lines_unspaced(join["text"])[1:].replace("|", "")
        measured.check("broken sentences rejoined", text in broken, where, "apart", join["text"])
    for text in item.get("not_in_body") or []:
        kept_out = squash(text) not in body
        measured.check("foreign text kept out", kept_out, where, "in the body", text)
    for figure, key, fits, shown in (
        ("body starts", "first_words", body.startswith, body[:14]),
        ("body ends", "last_words", body.endswith, body[-14:]),
    ):
        wants = [item.get(key), item.get(key + "_text"), *item.get(key + "_also", [])]
        wants = [words for words in wants if words]
        if wants:
            fit = any(fits(squash(words)) for words in wants)
            measured.check(figure, fit, where, shown, item[key])
    if item.get("body_text"):
        want = squash(item["body_text"])
        alike = SequenceMatcher(None, body, want, autojunk=False).ratio()
        figure = f"body text (alike >= {ALIKE})"
        measured.check(figure, alike >= ALIKE, where, round(alike, 3), f"{ALIKE} or more")


def _measure_subjects(item: dict, row: dict, where: str, measured: Measured) -> None:
    either = {WHOLE_CITY, *(item.get("districts_also") or [])}
    got, want = set(row.get("districts") or []), set(item.get("districts") or [])
    if "districts" in item:
        measured.sets("districts", got - either, want - either, where)
    primaries = [item.get("primary_district"), *item.get("primary_also", [])]
    primary = row.get("primary_district")
    if "primary_district" in item:
        measured.check("primary district", primary in primaries, where, primary, primaries[0])
    if item.get("topics"):
        topics = set(row.get("topics") or [])
        right = set(item["topics"]) | set(item.get("topics_also") or [])
        fits = bool(topics & right) and len(topics) <= 4
        figure = "topic (any right, none absurd)"
        measured.check(figure, fits, where, sorted(topics), item["topics"])


def _measure_date(wanted: dict, row: dict, name: str, measured: Measured) -> None:
    plain = (row.get("issue_date") or "").rstrip("~?%") or None
    right = plain in [wanted.get("best"), *(wanted.get("also_right") or [])]
    measured.check("issue date", right, name, row.get("issue_date"), wanted.get("best"))
