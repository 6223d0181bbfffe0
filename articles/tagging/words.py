"""The word lists that tagging needs, as frozen records, and the automata built from them.

They come from the data files or from the database (an editor may change them there); this room
only reads what it is given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from articles.tagging.cues import Cues

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name that tells the district."""

    name: str
    district: str
    """Today's canonical name of the district (``渌口区`` for ``株洲县``)."""
    kind: str
    """``district`` and ``old`` (full names), ``short``, ``misreading``, ``town``, or what kind of
    place it is: ``locality``, ``road``, ``scenic``, ``park``, ``firm``, ``school`` …"""
    until: date | None = None
    """The last day on which the name meant the district; None while it still does."""
    meant: str = ""
    """The right name where this one is a misreading of it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that look like a place's name, or are one only in company."""

    words: str
    kind: str
    """``not_a_place``, ``not_a_name`` (贫困村: no editor need look at it), ``origin`` (where a
    person is from), ``ordinary`` (also a common word, or a name that other cities have too: it
    counts only beside a surer one)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the lists say of one name; without senses it is a wording or a place elsewhere."""

    senses: tuple[PlaceName, ...] = ()
    is_outside: bool = False
    is_ordinary: bool = False
    """Also a common word: it counts only beside a surer name."""
    is_dated: bool = False
    """Some sense of it has ended."""

    def on(self, day: date | None) -> tuple[PlaceName, ...]:
        """The senses that the name had on a day."""
        if day is None or not self.is_dated:
            return self.senses
        return tuple(s for s in self.senses if s.until is None or day <= s.until)


class Automaton(Generic[T]):
    """Many words, each with a value, found in one pass: leftmost, then longest."""

    def __init__(self, values: Mapping[str, T]):
        self.values = list(values.values())
        self._words = AhoCorasick(
            list(values),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """Each hit as (index of its value, start, end) in the text's order."""
        return self._words.find_matches_as_indexes(text)


@dataclass(frozen=True)
class Gazetteer:
    """All that is known of names of places."""

    city: str
    names: tuple[PlaceName, ...]
    wording: tuple[Wording, ...] = ()
    outside: tuple[str, ...] = ()
    """Cities, counties and countries elsewhere, without 省, 市, 县 at the end."""
    lookalikes: tuple[tuple[str, str], ...] = ()
    """Pairs (right, read): characters that OCR takes for one another."""
    cues: Cues = field(default_factory=Cues)
    """Words around a name that say how it is meant."""

    @property
    def _ordinary(self) -> frozenset[str]:
        return frozenset(w.words for w in self.wording if w.kind == "ordinary")

    @cached_property
    def districts(self) -> frozenset[str]:
        return frozenset(n.district for n in self.names) - {self.city}

    def matches(self, text: str) -> list[tuple[Known, int, int]]:
        """Leftmost longest names and wordings in the text, in order, with start and end."""
        values = self._automaton.values
        return [(values[index], start, end) for index, start, end in self._automaton.hits(text)]

    @cached_property
    def _automaton(self) -> "Automaton[Known]":
        senses: dict[str, tuple[PlaceName, ...]] = {}
        for sense in self._all_names():
            if sense not in senses.get(sense.name, ()):
                senses[sense.name] = (*senses.get(sense.name, ()), sense)
        hidden = {words.words: Known() for words in self.wording if words.kind != "ordinary"}
        hidden |= {name: Known(is_outside=True) for name in self.outside if name not in hidden}
        senses = {name: said for name, said in senses.items() if name not in hidden}
        for sense in self._misread_names(senses):
            if sense.name not in hidden:
                senses.setdefault(sense.name, (sense,))
        ordinary = self._ordinary
        named = {name: _known(said, is_ordinary=name in ordinary) for name, said in senses.items()}
        return Automaton(hidden | named)

    def _all_names(self) -> Iterator[PlaceName]:
        own = self._own_names
        for name in self.names:
            is_misread = name.kind == "misreading" and not name.meant
            yield replace(name, meant=_likest(name, own)) if is_misread else name
            if name.kind == "town":
                for other in town_forms(name.name):
                    yield PlaceName(other, name.district, "town", name.until)

    @property
    def _own_names(self) -> dict[str, list[str]]:
        """The right names of each district, old ones too."""
        own: dict[str, list[str]] = {}
        for name in self.names:
            if name.kind in ("district", "old", "short"):
                own.setdefault(name.district, []).append(name.name)
        return own

    def _misread_names(self, known: Mapping[str, tuple[PlaceName, ...]]) -> Iterator[PlaceName]:
        """Each longer name with one character taken for its look-alike."""
        swaps: dict[str, list[str]] = {}
        for right, read in self.lookalikes:
            swaps.setdefault(right, []).append(read)
        for name, senses in tuple(known.items()):
            if len(name) < 3:
                continue
            for at, char in enumerate(name):
                for read in swaps.get(char, ()):
                    misread = name[:at] + read + name[at + 1 :]
                    for sense in senses:
                        right = sense.meant or name
                        yield PlaceName(misread, sense.district, sense.kind, sense.until, right)


@dataclass(frozen=True, slots=True)
class TopicTerm:
    """A word that speaks for a topic."""

    topic: str
    term: str
    weight: float


@dataclass(frozen=True)
class TopicRules:
    """The project's topics in their order, and the words that speak for them."""

    topics: tuple[str, ...]
    terms: tuple[TopicTerm, ...]

    @cached_property
    def order(self) -> dict[str, int]:
        """Each topic's place on the site."""
        return {topic: order for order, topic in enumerate(self.topics)}

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """Leftmost longest terms in the text's order: (which word, start, end)."""
        return self._automaton.hits(text)

    @property
    def says(self) -> list[tuple[tuple[str, float], ...]]:
        """What each word of `hits` says: topics and weights."""
        return self._automaton.values

    def weights_of(self, topic: str) -> dict[int, float]:
        """The words of `hits` that speak for a topic, with their weights."""
        return self._by_topic.get(topic, {})

    @cached_property
    def _by_topic(self) -> dict[str, dict[int, float]]:
        by_topic: dict[str, dict[int, float]] = {topic: {} for topic in self.topics}
        for word, said in enumerate(self.says):
            for topic, weight in said:
                by_topic.setdefault(topic, {})[word] = weight
        return by_topic

    @cached_property
    def _automaton(self) -> Automaton:
        known: dict[str, tuple[tuple[str, float], ...]] = {}
        for term in self.terms:
            known[term.term] = (*known.get(term.term, ()), (term.topic, term.weight))
        return Automaton(known)


def _known(senses: tuple[PlaceName, ...], *, is_ordinary: bool) -> Known:
    return Known(
        senses,
        is_ordinary=is_ordinary,
        is_dated=any(sense.until is not None for sense in senses),
    )


def _likest(misread: PlaceName, own: Mapping[str, list[str]]) -> str:
    """The name of its district that shares most characters with a misread one, place by place."""

    def shared(name: str) -> int:
        alike = sum(a == b for a, b in zip(misread.name, name, strict=False))
        return alike - abs(len(name) - len(misread.name))

    return max(own[misread.district], key=shared)


def town_forms(town: str) -> Iterator[str]:
    """The same town as a township, a street or a commune: what it was or may become."""
    for suffix in ("瑶族乡", "街道", "镇", "乡"):
        if town.endswith(suffix):
            base = town.removesuffix(suffix)
            for other in ("街道", "镇", "乡", "办事处", "公社", "街"):
                if other != suffix:
                    yield base + other
            return
