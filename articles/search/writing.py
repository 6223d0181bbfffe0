"""Writing an index: documents into segments, segments into one another."""

import zlib
from collections.abc import Iterable

from whoosh.fields import ID, Schema
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from .codec import (
    FIELDS,
    WEIGHTED,
    ArticleCodec,
    TermReader,
)
from .documents import VALUE_END, Document, grams, parted, weigh
from .folding import bare
from .reading import IndexUnavailable
from .rows import DocumentReader, DocumentWriter
from .sums import changed, write_sums
from .words import Cutter

SMALL, MOST_SMALL = 4000, 8
"""Segments of fewer documents are merged when there would be more than so many of them."""
FULL = 30_000
"""Documents of a segment, at most, when it is built: what a builder holds in memory."""


def schema() -> Schema:
    """For Whoosh's table of contents; what the fields hold is the codec's affair."""
    return Schema(**{field: ID() for field in FIELDS})


class ArticleWriter(SegmentWriter):
    """Whoosh's writer for documents of articles. The caller holds ``Store.writing``, which
    waits where Whoosh's own lock gives up, and lets builders share an index."""

    def __init__(self, index: FileIndex, cutter: Cutter):
        super().__init__(index, codec=ArticleCodec(), compound=False, _lk=False)
        self._cutter = cutter
        self._documents = DocumentWriter(self.storage, self.newsegment)

    def add_article(self, document: Document) -> None:
        weights, length = weigh(document, self._cutter.cut)
        keywords = self._cutter.keywords(weights)
        self._add_row(
            (
                bare(document.text).encode(),
                zlib.compress(document.text.encode(), 1),
                VALUE_END.join(keywords).encode(),
            ),
            pk=document.pk,
            moment=document.moment,
            digest=document.digest,
            earliest=document.earliest,
            latest=document.latest,
            length=length,
        )
        number, gather = self.docnum, self.fieldwriter.gather
        gather("id", (str(document.pk),), number)
        gather("gram", grams(document.text), number)
        gather("headline_gram", grams(document.parts["headline"]), number)
        gather("beside_gram", grams(document.beside), number)
        gather("parted", parted(document.text), number)
        gather("keyword", keywords, number)
        for field, values in document.tags.items():
            gather(field, values, number)
        self.fieldwriter.gather_weighted(weights, number)
        self.docnum += 1

    def _add_row(self, texts: tuple[bytes, bytes, bytes], **numbers: int) -> None:
        self.perdocwriter.start_doc(self.docnum)
        self._documents.add(texts, **numbers)
        self.perdocwriter.finish_doc()
        self._added = True

    def delete_articles(self, pks: Iterable[int]) -> int:
        """Take articles out of the segments written before; says how many there were."""
        deleted = 0
        for segment in self.segments:
            terms = TermReader(self.storage, segment)
            for pk in pks:
                for number in terms.list("id", str(pk))[0]:
                    if not segment.is_deleted(number):
                        segment.delete_document(number)
                        deleted += 1
        return deleted

    def absorb(self, segment) -> None:
        """Take over a segment's documents that are not deleted.

        Raises IndexUnavailable where its files are damaged: in a new one nobody would notice.
        """
        if name := changed(self.storage, segment):
            raise IndexUnavailable(f"{name} of the index is damaged; run manage.py rebuild_index")
        new_numbers, rows = {}, DocumentReader(self.storage, segment)
        for old in range(segment.doc_count_all()):
            if not segment.is_deleted(old):
                new_numbers[old] = self.docnum
                numbers = {name: column[old] for name, column in rows.columns.items()}
                self._add_row(rows.texts(old), **numbers)
                self.docnum += 1
        self._absorb_terms(TermReader(self.storage, segment), new_numbers)

    def _absorb_terms(self, terms: TermReader, new_numbers: dict[int, int]) -> None:
        for field in FIELDS:
            for index in terms.range(field):
                old, weights = terms.list_at(index)
                kept = [(new_numbers[n], i) for i, n in enumerate(old) if n in new_numbers]
                self.fieldwriter.gather_list(
                    field,
                    terms.term_at(index),
                    [number for number, _ in kept],
                    bytes(weights[i] for _, i in kept) if field == WEIGHTED else b"",
                )

    def _flush_segment(self):
        self._documents.close()
        self.perdocwriter.close()
        self.fieldwriter.size = self.docnum
        self.fieldwriter.close()
        write_sums(self.storage, self.newsegment)

    def _close_segment(self):
        super()._close_segment()
        if not self._documents.is_closed:
            self._documents.close()


def merge_small(writer: ArticleWriter, segments: list) -> list:
    """Merge policy: drop what is empty, absorb small segments when there are too many."""
    segments = [segment for segment in segments if segment.doc_count()]
    small = [segment for segment in segments if segment.doc_count() < SMALL]
    if len(small) <= MOST_SMALL:
        return segments
    for segment in small:
        writer.absorb(segment)
    return [segment for segment in segments if segment not in small]


def merge_all(writer: ArticleWriter, segments: list) -> list:
    """Merge policy: everything into one segment."""
    for segment in segments:
        writer.absorb(segment)
    return []
