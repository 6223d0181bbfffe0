"""Reads the invented articles of `invented.txt` and `unseen.txt`, and tags them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.gazetteer import gazetteer_from_files, topics_from_files
from articles.pagefile.records import Kind
from articles.tagging import ArticleText, Tags, tag_text

_FIELDS = {"引题": "kicker", "题": "headline", "副题": "deck", "栏目": "column", "电头": "dateline"}


@dataclass(frozen=True)
class Invented:
    """An article we made up, and what is right for it."""

    on: date
    text: ArticleText
    districts: frozenset[str]
    optional: frozenset[str]
    primary: str | None
    topics: frozenset[str]

    def tags(self) -> Tags:
        return tag_text(self.text, gazetteer_from_files(), topics_from_files(), self.on)


def invented_articles(name: str = "invented.txt") -> Iterator[Invented]:
    path = Path(__file__).with_name(name)
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if block.strip() and not block.startswith("%"):
            yield _read(block.strip().split("\n"))


def _read(lines: list[str]) -> Invented:
    day, kind = lines[0].split()
    fields, paragraphs, districts, topics = {}, [], [], []
    for line in lines[1:]:
        key, _, value = line.partition(": ")
        if key == "文":
            paragraphs.append(value)
        elif key == "县区":
            districts = value.split()
        elif key == "专题":
            topics = value.split()
        else:
            fields[_FIELDS[key]] = value
    named = {name.rstrip("*") for name in districts if not name.startswith("(")} - {"-"}
    return Invented(
        on=date.fromisoformat(day),
        text=ArticleText(kind=Kind(kind), paragraphs=tuple(paragraphs), **fields),
        districts=frozenset(named),
        optional=frozenset(n[1:-1] for n in districts if n.startswith("(")),
        primary=next((n[:-1] for n in districts if n.endswith("*")), None),
        topics=frozenset(topics),
    )
