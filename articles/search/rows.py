"""A segment's documents: what is known of each, and its texts.

``.doc``  columns of numbers, one row a document
``.txt``  of each document its text without punctuation, its folded text (packed), its keywords
"""

import zlib
from array import array
from itertools import pairwise

from .mapped import expect, mapped_file

COLUMNS = {
    "pk": "q",
    "moment": "q",
    "digest": "q",
    "earliest": "I",
    "latest": "I",
    "length": "I",
    "bare_end": "Q",
    "strict_end": "Q",
    "end": "Q",
}


class DocumentWriter:
    """Columns and texts of one segment's documents."""

    def __init__(self, storage, segment):
        self._storage, self._segment = storage, segment
        self._columns = {name: array(code) for name, code in COLUMNS.items()}
        self._texts = segment.create_file(storage, ".txt")
        self._place = 0
        self.is_closed = False

    def add(self, texts: tuple[bytes, bytes, bytes], **numbers: int) -> None:
        """``texts`` as DocumentReader gives them: bare, packed strict, keywords."""
        row = dict(numbers)
        for name, text in zip(("bare_end", "strict_end", "end"), texts, strict=True):
            self._texts.write(text)
            self._place += len(text)
            row[name] = self._place
        for name, column in self._columns.items():
            column.append(row[name])

    def close(self) -> None:
        self.is_closed = True
        self._texts.close()
        with self._segment.create_file(self._storage, ".doc") as file:
            for column in self._columns.values():
                file.write(column.tobytes())


class DocumentReader:
    """Columns and texts of one segment's documents; threads may share it."""

    def __init__(self, storage, segment):
        table = mapped_file(storage, segment, ".doc")
        self._texts = mapped_file(storage, segment, ".txt")
        self.files = (table, self._texts)
        start = 0
        self.columns = {}
        for name, code in COLUMNS.items():
            end = start + array(code).itemsize * segment.doc_count_all()
            self.columns[name] = table[start:end].cast(code)
            start = end
        expect(table, 0, len(table))
        if start != len(table):
            raise ValueError(f"there are not {segment.doc_count_all()} documents in a segment")
        self._bare_ends, self._ends = self.columns["bare_end"], self.columns["end"]

    def _starts(self, number: int) -> tuple[int, int, int, int]:
        columns = self.columns
        start = columns["end"][number - 1] if number else 0
        ends = (columns[name][number] for name in ("bare_end", "strict_end", "end"))
        return start, *ends

    def texts(self, number: int) -> tuple[bytes, bytes, bytes]:
        """Everything in ``.txt`` about a document, as DocumentWriter.add takes it."""
        places = self._starts(number)
        return tuple(bytes(self._texts[a:b]) for a, b in pairwise(places))

    def expect(self, number: int) -> None:
        """The text of a document will be read soon."""
        start = self._ends[number - 1] if number else 0
        expect(self._texts, start, self._bare_ends[number])

    def bare(self, number: int) -> bytes:
        """Folded text without punctuation, parts as in documents.Document.text; UTF-8."""
        start = self._ends[number - 1] if number else 0
        return self._texts[start : self._bare_ends[number]].tobytes()

    def strict(self, number: int) -> bytes:
        """Folded text with its punctuation."""
        return zlib.decompress(self.texts(number)[1])

    def keywords(self, number: int) -> bytes:
        return self.texts(number)[2]
