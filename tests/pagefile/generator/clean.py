"""The invented articles that the generator damages, read from ``articles.txt``."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FIELDS = {"K": "kicker", "H": "headline", "D": "deck", "C": "column"}


@dataclass(frozen=True)
class Clean:
    """An article as it was written; ``blocks`` are (letter, words) in order: P, S or V."""

    kind: str
    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None
    column: str | None = None
    bylines: tuple[tuple[str, str], ...] = ()
    blocks: tuple[tuple[str, str], ...] = field(default=())

    @property
    def paragraphs(self) -> list[str]:
        return [words for letter, words in self.blocks if letter == "P"]


@cache
def clean_articles() -> tuple[Clean, ...]:
    """All articles of the file."""
    text = Path(__file__).with_name("articles.txt").read_text(encoding="utf-8")
    records = [r for r in text.split("\n\n") if r.strip()]
    return tuple(_read(record.strip().split("\n")) for record in records if record[0] != "#")


def _read(lines: list[str]) -> Clean:
    kind, *rest = lines
    heads, bylines, blocks = {}, [], []
    for line in rest:
        letter, words = line.split(" ", 1)
        if letter in FIELDS:
            heads[FIELDS[letter]] = words
        elif letter == "B":
            bylines += _bylines(words.split(" "))
        else:
            blocks.append((letter, words))
    return Clean(kind, bylines=tuple(bylines), blocks=tuple(blocks), **heads)


def _bylines(words: list[str]) -> list[tuple[str, str]]:
    """``记者 江一舟 通讯员 文小满 单小荷``: a role holds for the names behind it."""
    roles = ("记者", "通讯员", "实习生", "作者", "摄影", "评论员")
    found, role = [], ""
    for word in words:
        if word.endswith(roles):
            role = word
        else:
            found.append((role, word))
    return found
