"""Files of a segment, as a codec of Whoosh.

Whoosh keeps segments, their table of contents, deletions and the write lock; this codec keeps
what is inside a segment. Its own would write each posting by itself, pickled; here terms are
gathered whole and written as arrays that readers map into memory and share between threads.

``.trm``  sorted terms with document counts and places of posting lists, and a table of hashes
``.pst``  posting lists (postings.py)
``.doc``  and ``.txt``: columns and texts of its documents (rows.py)
``.sum``  sizes and checksums of these files (sums.py)
"""

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from .documents import FACETS
from .mapped import expect, mapped_file
from .postings import decode, decode_bits, encode

FIELDS = ("id", "gram", "headline_gram", "beside_gram", "parted", "word", "keyword", *FACETS)
_NUMBERS = {field: number for number, field in enumerate(FIELDS)}
WEIGHTED = "word"
HEAVIEST = 255
_HEAD = struct.Struct("<QQ")
"""How many terms, and how many slots of the table of hashes."""


class ArticleCodec(W3Codec):
    """Whoosh's third codec with its term index and postings replaced."""

    def field_writer(self, storage, segment):
        return TermWriter(storage, segment)

    def terms_reader(self, storage, segment):
        return TermReader(storage, segment)


class TermWriter(base.FieldWriter):
    """Gathers the terms of one segment and writes them when it is closed."""

    def __init__(self, storage, segment):
        self._storage, self._segment = storage, segment
        self._numbers: dict[str, dict[str, array]] = {field: {} for field in FIELDS}
        self._weights: dict[str, bytearray] = {}
        self.size = 0
        self.is_closed = False

    def gather(self, field: str, terms: Iterable[str], number: int) -> None:
        """The document ``number`` has ``terms``; numbers come in ascending order."""
        lists = self._numbers[field]
        for term in terms:
            if term in lists:
                lists[term].append(number)
            else:
                lists[term] = array("I", (number,))

    def gather_weighted(self, weights: dict[str, int], number: int) -> None:
        self.gather(WEIGHTED, weights, number)
        for term, weight in weights.items():
            self._weights.setdefault(term, bytearray()).append(min(weight, HEAVIEST))

    def gather_list(self, field: str, term: str, numbers: list[int], weights: bytes) -> None:
        """Whole posting list of a segment that is merged into this one."""
        if numbers:
            self._numbers[field].setdefault(term, array("I")).extend(numbers)
            if field == WEIGHTED:
                self._weights.setdefault(term, bytearray()).extend(weights)

    def close(self):
        keys, ends, counts, places = bytearray(), array("I"), array("I"), array("I")
        with self._segment.create_file(self._storage, ".pst") as file:
            place = 0
            for key, numbers, weights in self._lists():
                keys += key
                ends.append(len(keys))
                counts.append(len(numbers))
                if len(numbers) == 1:
                    places.append(numbers[0] << 8 | (weights[0] if weights else 1))
                else:
                    block = encode(numbers, self.size, weights)
                    places.append(place)
                    file.write(block)
                    place += len(block)
        slots = _hashed(keys, ends)
        with self._segment.create_file(self._storage, ".trm") as file:
            for part in (_HEAD.pack(len(ends), len(slots)), ends, counts, places, slots, keys):
                file.write(bytes(part))
        self._numbers, self._weights = {}, {}
        self.is_closed = True

    def _lists(self) -> Iterator[tuple[bytes, array, bytes | None]]:
        for number, field in enumerate(FIELDS):
            lists = self._numbers[field]
            for term in sorted(lists):
                weights = bytes(self._weights[term]) if field == WEIGHTED else None
                yield bytes((number,)) + term.encode(), lists[term], weights

    def _by_whole_lists_only(self, *arguments):
        raise NotImplementedError("terms are gathered whole: use ArticleWriter.add_article")

    start_field = start_term = add = finish_term = finish_field = _by_whole_lists_only


def _hashed(keys: bytearray, ends: array) -> array:
    """A table that finds a key's index, plus one, at its hash or in the slots that follow.

    0 is an empty slot; a third of them are, so that searching seldom goes on.
    """
    size = len(ends) * 3 // 2 + 1
    slots = array("I", bytes(4 * size))
    start = 0
    for index, end in enumerate(ends, 1):
        slot = zlib.crc32(keys[start:end]) % size
        while slots[slot]:
            slot = (slot + 1) % size
        slots[slot] = index
        start = end
    return slots


class _Keys:
    """The sorted terms, as a sequence that bisect can search."""

    def __init__(self, keys: memoryview, ends: memoryview):
        self._keys, self._ends = keys, ends

    def __len__(self):
        return len(self._ends)

    def __getitem__(self, index: int) -> bytes:
        start = self._ends[index - 1] if index else 0
        return bytes(self._keys[start : self._ends[index]])


class TermReader(base.TermsReader):
    """Terms and posting lists of one segment. Stateless, so threads may share it."""

    def __init__(self, storage, segment):
        self.size = segment.doc_count_all()
        self._postings = mapped_file(storage, segment, ".pst")
        table = mapped_file(storage, segment, ".trm")
        self.files = (self._postings, table)
        count, slots = _HEAD.unpack_from(table)
        columns, start = [], _HEAD.size
        for length in (count, count, count, slots):
            columns.append(table[start : start + 4 * length].cast("I"))
            start += 4 * length
        ends, self._counts, self._places, self._slots = columns
        self._keys = _Keys(table[start:], ends)
        expect(self._postings, self._first_place(FACETS[0]), len(self._postings))

    def _first_place(self, field: str) -> int:
        """Where the posting lists begin of a field and all that follow it."""
        at = self.range(field).start
        several = (n for n in range(at, len(self._counts)) if self._counts[n] > 1)
        return self._places[first] if (first := next(several, None)) is not None else 0

    def find(self, field: str, term: str) -> int | None:
        """Index of a term, or None."""
        key = bytes((_NUMBERS[field],)) + term.encode()
        slots, keys = self._slots, self._keys
        first = zlib.crc32(key) % len(slots)
        for slot in chain(range(first, len(slots)), range(first)):
            index = slots[slot]
            if not index or keys[index - 1] == key:
                return index - 1 if index else None
        return None

    def count(self, field: str, term: str) -> int:
        index = self.find(field, term)
        return 0 if index is None else self._counts[index]

    def bits(self, field: str, term: str) -> int:
        """The set of documents that have a term."""
        index = self.find(field, term)
        return 0 if index is None else self.bits_at(index)

    def bits_at(self, index: int) -> int:
        """The set of documents of term ``index``."""
        if self._counts[index] == 1:
            return 1 << (self._places[index] >> 8)
        return decode_bits(self._postings, self._places[index], self.size, self._counts[index])

    def list_at(self, index: int) -> tuple[list[int], bytes]:
        """Document numbers and weights (none where the field has none) of term ``index``."""
        place = self._places[index]
        if self._counts[index] == 1:
            return [place >> 8], bytes((place & 0xFF,))
        return decode(self._postings, place, self.size, self._counts[index])

    def list(self, field: str, term: str) -> tuple[list[int], bytes]:
        index = self.find(field, term)
        return ([], b"") if index is None else self.list_at(index)

    def range(self, field: str, prefix: str = "") -> range:
        """Indexes of the terms of a field that begin with ``prefix``."""
        key = bytes((_NUMBERS[field],)) + prefix.encode()
        first = bisect_left(self._keys, key)
        # No UTF-8 byte is 0xFF, so this sorts after every key with the prefix.
        return range(first, bisect_left(self._keys, key + b"\xff", first))

    def term_at(self, index: int) -> str:
        return self._keys[index][1:].decode()

    def count_at(self, index: int) -> int:
        return self._counts[index]

    # What Whoosh's own readers ask of a codec.

    def _key(self, index: int) -> tuple[str, bytes]:
        key = self._keys[index]
        return FIELDS[key[0]], key[1:]

    def __contains__(self, term):
        return self.find(term[0], term[1].decode()) is not None

    def indexed_field_names(self):
        return FIELDS

    def terms(self):
        return map(self._key, range(len(self._keys)))

    def terms_from(self, fieldname, prefix):
        first = self.range(fieldname, prefix.decode()).start
        return map(self._key, range(first, len(self._keys)))

    def items(self):
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname, prefix):
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname, text):
        numbers, weights = self.list(fieldname, text.decode())
        if not numbers:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return TermInfo(
            weight=sum(weights) or len(numbers),
            df=len(numbers),
            minlength=1,
            maxweight=max(weights, default=1),
            minid=numbers[0],
            maxid=numbers[-1],
        )

    def matcher(self, fieldname, text, format_, scorer=None):
        numbers, weights = self.list(fieldname, text.decode())
        if not numbers:
            raise TermNotFound(f"{fieldname}:{text!r}")
        weights = [float(weight) for weight in weights] or [1.0] * len(numbers)
        return ListMatcher(numbers, weights, format=format_, scorer=scorer)

    def cursor(self, fieldname, fieldobj):
        raise NotImplementedError("spelling is not done by walking terms")
