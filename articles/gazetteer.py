"""The project's own word lists of places and topics, read from `articles/data/`.

Tagging is pure and gets these as records; the importer may build the same records from the
database, where editors change them.
"""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from articles.pagefile.records import Lexicon
from articles.tagging.cues import Cue, Cues
from articles.tagging.words import Gazetteer, PlaceName, TopicRules, TopicTerm, Wording

DATA = Path(__file__).parent / "data"
CITY = "株洲市"
COUNTY_LEVEL = frozenset({"district", "old", "short", "misreading"})


def read_rows(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    """The rows of one data file."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def gazetteer_from_files(folder: Path = DATA) -> Gazetteer:
    """All names of places as the data files have them."""
    return Gazetteer(
        city=CITY,
        names=(*_district_names(folder), *_place_names(folder)),
        wording=wording_from_files(folder),
        outside=tuple(row["name"] for row in read_rows("outside.csv", folder)),
        lookalikes=tuple((r["right"], r["read"]) for r in read_rows("lookalikes.csv", folder)),
        cues=Cues(tuple(Cue(r["words"], r["kind"]) for r in read_rows("cues.csv", folder))),
    )


def lexicon_of(gazetteer: Gazetteer) -> Lexicon:
    """What the page reader must know of them: names of counties, right, old, short or misread."""
    names = (name.name for name in gazetteer.names if name.kind in COUNTY_LEVEL)
    return Lexicon(places=frozenset(names))


@cache
def topics_from_files(folder: Path = DATA) -> TopicRules:
    """The topics in their order and the words that speak for them."""
    return TopicRules(
        topics=tuple(row["name"] for row in read_rows("topics.csv", folder)),
        terms=tuple(
            TopicTerm(row["topic"], row["term"], float(row["weight"]))
            for row in read_rows("topic_terms.csv", folder)
        ),
    )


def wording_from_files(folder: Path = DATA) -> tuple[Wording, ...]:
    """Words that look like a place's name and are none, or only in company."""
    return tuple(Wording(row["words"], row["kind"]) for row in read_rows("wording.csv", folder))


def last_day(valid_to: str, name: str) -> date | None:
    """The last day on which an old name's short form means the district.

    A full name (株洲县) says what it says on any day; 东区 does only while it was one.
    """
    if not valid_to or name.endswith("县") or name.startswith("株洲"):
        return None
    year, *rest = (int(part) for part in valid_to.split("-"))
    return date(year, *(rest or [12, 31])) if len(rest) != 1 else date(year, rest[0], 28)


def _district_names(folder: Path) -> Iterator[PlaceName]:
    for row in read_rows("districts.csv", folder):
        today = row["became"] or row["name"]
        kind = "old" if row["became"] else "district"
        until = last_day(row["valid_to"], row["name"])
        yield PlaceName(row["name"], today, kind, until)
        for name in filter(None, row["short_names"].split(";")):
            yield PlaceName(name, today, "short", last_day(row["valid_to"], name))
        for name in filter(None, row["misreadings"].split(";")):
            yield PlaceName(name, today, "misreading")


def _place_names(folder: Path) -> Iterator[PlaceName]:
    for row in read_rows("towns.csv", folder):
        yield PlaceName(row["town"], row["county"], "town")
    for row in read_rows("places.csv", folder):
        yield PlaceName(row["name"], row["county"], row["kind"])
