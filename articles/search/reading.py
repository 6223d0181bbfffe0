"""A snapshot of an index: everything a query may ask of it. Threads share one."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from .codec import COLUMNS, WEIGHTED, DocumentReader, TermReader
from .postings import bits_of, flags_of, numbers_of

CACHE_BYTES = 24_000_000
_SPARSE = 64


class Snapshot:
    """One committed state of an index. Sets of documents are ints (postings.py)."""

    def __init__(self, storage, segments: list):
        self._terms = [TermReader(storage, segment) for segment in segments]
        self._documents = [DocumentReader(storage, segment) for segment in segments]
        self._bases, self.size = [], 0
        self.segments = len(segments)
        deleted = 0
        for segment in segments:
            self._bases.append(self.size)
            deleted |= bits_of(segment.deleted_docs(), segment.doc_count_all()) << self.size
            self.size += segment.doc_count_all()
        self.everything = ((1 << self.size) - 1) & ~deleted
        entries = max(64, CACHE_BYTES * 8 // (self.size + 1000))
        self.bits = lru_cache(min(entries, 4096))(self._bits)
        self._facets: dict[str, list[tuple[str, int | list[int]]]] = {}
        self.remembered: dict = {}
        """Answers worth keeping as long as the snapshot (evaluating.py)."""

    def _bits(self, field: str, term: str) -> int:
        """The set of documents that have ``term`` in ``field``."""
        found = 0
        for base, terms in zip(self._bases, self._terms, strict=True):
            found |= terms.bits(field, term) << base
        return found & self.everything

    def count(self, field: str, term: str) -> int:
        """How many documents have a term, deleted ones included: an upper bound, quickly."""
        return sum(terms.count(field, term) for terms in self._terms)

    def terms(self, field: str, prefix: str = "") -> list[str]:
        """All terms of a field that begin with ``prefix``."""
        return sorted(
            {terms.term_at(index) for terms in self._terms for index in terms.range(field, prefix)}
        )

    def weights(self, word: str) -> Iterator[tuple[int, int]]:
        """Documents with a word, and its weight in each."""
        for base, terms in zip(self._bases, self._terms, strict=True):
            numbers, weights = terms.list(WEIGHTED, word)
            for number, weight in zip(numbers, weights, strict=True):
                yield base + number, weight

    def _place(self, number: int) -> tuple[DocumentReader, int]:
        segment = bisect_right(self._bases, number) - 1
        return self._documents[segment], number - self._bases[segment]

    def bare(self, number: int) -> bytes:
        """A document's folded text without punctuation."""
        documents, local = self._place(number)
        return documents.bare(local)

    def strict(self, number: int) -> bytes:
        """A document's folded text with its punctuation; ten times slower to get."""
        documents, local = self._place(number)
        return documents.strict(local)

    def keywords(self, number: int) -> list[str]:
        documents, local = self._place(number)
        return documents.keywords(local).decode().split("\x1f")

    def number(self, pk: int) -> int | None:
        """Document number of an article."""
        return next(iter(numbers_of(self.bits("id", str(pk)))), None)

    def column(self, name: str) -> array:
        """A value of every document, deleted ones too."""
        values = array(COLUMNS[name])
        for documents in self._documents:
            values.frombytes(documents.columns[name].cast("B"))
        return values

    @cached_property
    def pk(self) -> array:
        return self.column("pk")

    @cached_property
    def moment(self) -> array:
        return self.column("moment")

    @cached_property
    def earliest(self) -> array:
        return self.column("earliest")

    @cached_property
    def latest(self) -> array:
        return self.column("latest")

    @cached_property
    def norms(self) -> array:
        """BM25's part of the length of each text: k1 (1 - b + b · length / mean)."""
        lengths = self.column("length")
        mean = (sum(lengths) / len(lengths) or 1) if lengths else 1
        return array("f", (1.2 * (0.25 + 0.75 * length / mean) for length in lengths))

    @cached_property
    def by_earliest(self) -> list[int]:
        """Document numbers by first possible day."""
        return sorted(range(self.size), key=self.earliest.__getitem__)

    def between(self, first: int, last: int) -> int:
        """The set of documents dated for certain within two days, both included."""
        day, latest = self.earliest, self.latest
        order = self.by_earliest
        start = _first_at_least(order, day, max(first, 1))
        end = _first_at_least(order, day, last + 1)
        inside = (number for number in order[start:end] if latest[number] <= last)
        return bits_of(inside, self.size) & self.everything

    def newest_first(self, bits: int) -> list[int]:
        numbers = numbers_of(bits)
        numbers.reverse()
        numbers.sort(key=self.moment.__getitem__, reverse=True)
        return numbers

    def oldest_first(self, bits: int) -> list[int]:
        """Oldest day first, in page order within a day; undated articles last."""
        moment = self.moment

        def key(number: int) -> tuple[int, int]:
            day, place = divmod(moment[number], 10**8)
            return day or 99999999, -place

        return sorted(numbers_of(bits), key=key)

    def counts(self, field: str, bits: int) -> list[tuple[str, int]]:
        """Values of a field among a set, with exact counts; most frequent first."""
        flags = None
        counts = []
        for value, members in self._members(field):
            if isinstance(members, int):
                count = (members & bits).bit_count()
            else:
                flags = flags or flags_of(bits, self.size)
                count = sum(map(flags.__getitem__, members))
            if count:
                counts.append((value, count))
        return sorted(counts, key=lambda counted: (-counted[1], counted[0]))

    def _members(self, field: str) -> list[tuple[str, int | list[int]]]:
        """Each value with its documents: a set, or for rare ones their places in flags_of."""
        if field not in self._facets:
            members = []
            for value in self.terms(field):
                rare = self.count(field, value) * _SPARSE < self.size
                places = self._places(field, value) if rare else self._bits(field, value)
                members.append((value, places))
            self._facets[field] = members
        return self._facets[field]

    def _places(self, field: str, value: str) -> list[int]:
        """Places in flags_of of the documents with a value; deleted ones never are in a set."""
        return [
            ~(base + number)
            for base, terms in zip(self._bases, self._terms, strict=True)
            for number in terms.list(field, value)[0]
        ]


def _first_at_least(order: list[int], day: array, wanted: int) -> int:
    return bisect_left(order, wanted, key=day.__getitem__)


def pks(snapshot: Snapshot, numbers: Iterable[int]) -> list[int]:
    return [snapshot.pk[number] for number in numbers]
