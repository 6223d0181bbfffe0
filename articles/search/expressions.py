"""What a search asks, as frozen values: the language between readers and engines."""

from dataclasses import dataclass, field
from typing import Literal

Part = Literal["any", "title", "headline", "column", "names", "captions", "body"]
"""A part of an article's text: ``title`` is kicker, headline and deck; ``names`` the bylines'.
``headline`` alone is not asked by readers but by the order of hits."""


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Text:
    """Articles whose text contains ``value`` after folding."""

    value: str
    exact: bool = False
    """True keeps punctuation (a quoted query), False ignores it on both sides."""
    part: Part = "any"


@dataclass(frozen=True, slots=True)
class Tagged:
    """Articles that carry one of ``values`` in a field of facets (county, topic, year …)."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Articles dated for certain within days, as numbers YYYYMMDD, both ends included."""

    first: int = 0
    last: int = 99991231


@dataclass(frozen=True, slots=True)
class Named:
    """A value that a reader typed after a prefix and that the archive may or may not know."""

    field: str
    name: str
    typed: str = field(compare=False, default="")
    """The words as typed, searched as text where the archive knows no such name."""


@dataclass(frozen=True, slots=True)
class Both:
    """All of ``parts``; without any, every article."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of ``parts`` at least; without any, no article."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Expression"


Expression = Everything | Text | Tagged | Between | Named | Both | Either | Not


def both(*parts: Expression) -> Expression:
    """Conjunction without needless layers."""
    flat = []
    for part in parts:
        if isinstance(part, Both):
            flat.extend(part.parts)
        elif not isinstance(part, Everything):
            flat.append(part)
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else Both(tuple(flat))


def wanted(expression: Expression) -> list[Text]:
    """The texts that a hit may contain because it was asked for: what marks and ranks."""
    match expression:
        case Text():
            return [expression]
        case Both(parts) | Either(parts):
            return [text for part in parts for text in wanted(part)]
        case _:
            return []


def mapped(expression: Expression, change) -> Expression:
    """The same expression with ``change`` applied to each of its leaves."""
    match expression:
        case Both(parts):
            return both(*(mapped(part, change) for part in parts))
        case Either(parts):
            return Either(tuple(mapped(part, change) for part in parts))
        case Not(part):
            return Not(mapped(part, change))
        case _:
            return change(expression)
