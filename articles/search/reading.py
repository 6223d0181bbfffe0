"""A snapshot of an index: everything a query may ask of it. Threads share one."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from itertools import chain, compress, islice
from operator import gt, ne, or_

from .codec import WEIGHTED, TermReader
from .documents import FAINT_KINDS
from .mapped import is_cut
from .postings import bits_of, flags_of, highest, numbers_of
from .rows import COLUMNS, DocumentReader
from .sums import changed, cut

CACHE_BYTES = 24_000_000
_SPARSE = 64
FRESH = 5000
"""See ``Snapshot.expect``."""


class IndexUnavailable(Exception):
    """There is no index that could answer. The message says what an operator should do."""


class Snapshot:
    """One committed state of an index. Sets of documents are ints (postings.py)."""

    def __init__(self, storage, segments: list):
        """Raises IndexUnavailable where a file is missing or was cut."""
        if name := next(filter(None, (cut(storage, segment) for segment in segments)), ""):
            raise IndexUnavailable(f"{name} of the index is missing or damaged")
        self._terms = [TermReader(storage, segment) for segment in segments]
        self._documents = [DocumentReader(storage, segment) for segment in segments]
        self._origin = (storage, segments)
        self._bases, self.size = [], 0
        self.segments = len(segments)
        deleted = 0
        for segment in segments:
            self._bases.append(self.size)
            gone = bits_of(list(segment.deleted_docs()), segment.doc_count_all())
            deleted |= gone << self.size
            self.size += segment.doc_count_all()
        self.everything = ((1 << self.size) - 1) & ~deleted
        entries = max(64, CACHE_BYTES * 8 // (self.size + 1000))
        self.bits = lru_cache(min(entries, 4096))(self._bits)
        self._fresh = FRESH
        self._facets: dict[str, list[tuple[str, int | list[int]]]] = {}
        self.remembered: dict = {}
        """Answers worth keeping as long as the snapshot (evaluating.py)."""

    def is_cut(self) -> bool:
        """Whether a file lost its end since it was opened."""
        readers = chain(self._terms, self._documents)
        return any(is_cut(file) for reader in readers for file in reader.files)

    def changed_file(self) -> str:
        """The name of a file that is not as it was written, or nothing. Reads all files."""
        storage, segments = self._origin
        return next(filter(None, (changed(storage, segment) for segment in segments)), "")

    def _bits(self, field: str, term: str) -> int:
        """The set of documents that have ``term`` in ``field``."""
        found = 0
        for base, terms in zip(self._bases, self._terms, strict=True):
            found |= terms.bits(field, term) << base
        return found & self.everything

    def count(self, field: str, term: str) -> int:
        """How many documents have a term, deleted ones included: an upper bound, quickly."""
        return sum(terms.count(field, term) for terms in self._terms)

    def weights(self, word: str) -> Iterator[tuple[int, int]]:
        """Documents with a word, and its weight in each."""
        for base, terms in zip(self._bases, self._terms, strict=True):
            numbers, weights = terms.list(WEIGHTED, word)
            yield from zip(map(base.__add__, numbers), weights, strict=True)

    def weights_among(self, word: str, few: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The same of a few documents, ascending, without walking through all the others."""
        start = 0
        for base, terms in zip(self._bases, self._terms, strict=True):
            end = bisect_left(few, base + terms.size, start)
            if start < end:
                numbers, weights = terms.list(WEIGHTED, word)
                for wanted in few[start:end]:
                    at = bisect_left(numbers, wanted - base)
                    if at < len(numbers) and numbers[at] == wanted - base:
                        yield wanted, weights[at]
            start = end

    def _place(self, number: int) -> tuple[DocumentReader, int]:
        segment = bisect_right(self._bases, number) - 1
        return self._documents[segment], number - self._bases[segment]

    def expect(self, numbers: Sequence[int]) -> None:
        """Have the texts of these documents read from the disk together rather than one after
        the other. After some thousand of them most are in memory: then it does nothing."""
        if self._fresh > 0:
            self._fresh -= len(numbers)
            for number in numbers:
                documents, local = self._place(number)
                documents.expect(local)

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
    def ordered(self) -> int:
        """So many documents from the first one on are in order of time. A rebuilt index has all
        of them so; what is indexed later stands behind."""
        descents = map(gt, self.moment, islice(self.moment, 1, None))
        return next(compress(range(1, self.size), descents), self.size)

    @cached_property
    def _vague(self) -> int:
        """The set of documents of which not one day is known."""
        vague = compress(range(self.size), map(ne, self.earliest, self.latest))
        return bits_of(list(vague), self.size)

    def between(self, first: int, last: int) -> int:
        """The set of documents dated for certain within two days, both included."""
        day, latest = self.earliest, self.latest
        first = max(first, 1)
        start = bisect_left(day, first, hi=self.ordered)
        end = max(start, bisect_right(day, last, hi=self.ordered))
        inside = (1 << end) - (1 << start)
        late = [n for n in numbers_of(inside & self._vague) if latest[n] > last]
        behind = range(self.ordered, self.size)
        more = [n for n in behind if first <= day[n] <= last and latest[n] <= last]
        inside = inside & ~bits_of(late, self.size) | bits_of(more, self.size)
        return inside & self.everything

    @cached_property
    def faint(self) -> int:
        """The set of documents that readers seldom look for."""
        return reduce(or_, (self._bits("kind", kind) for kind in FAINT_KINDS), 0)

    def newest_first(self, bits: int, limit: int | None = None) -> list[int]:
        """The newest ``limit`` documents of a set, or all of it."""
        ordered = bits & ((1 << self.ordered) - 1)
        newest = highest(ordered, ordered.bit_count() if limit is None else limit)
        if behind := bits >> self.ordered:
            newest = [number + self.ordered for number in reversed(numbers_of(behind))] + newest
            newest.sort(key=self.moment.__getitem__, reverse=True)
        return newest[:limit]

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
            entries: dict[str, list[tuple[int, TermReader, int]]] = {}
            for base, terms in zip(self._bases, self._terms, strict=True):
                for index in terms.range(field):
                    entries.setdefault(terms.term_at(index), []).append((base, terms, index))
            self._facets[field] = [(value, self._held(found)) for value, found in entries.items()]
        return self._facets[field]

    def _held(self, entries: list[tuple[int, TermReader, int]]) -> int | list[int]:
        """The documents of a term, from its entry in each segment; deleted ones may be among
        the places of a rare one, but never are in a set."""
        if sum(terms.count_at(index) for _, terms, index in entries) * _SPARSE < self.size:
            return [~(base + n) for base, terms, at in entries for n in terms.list_at(at)[0]]
        found = reduce(or_, (terms.bits_at(index) << base for base, terms, index in entries))
        return found & self.everything
