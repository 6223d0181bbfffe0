"""The index as a whole: built aside by several processes, brought up to date after commits."""

import logging
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from django.db import connections
from whoosh.index import TOC, FileIndex

from ..models import Article
from ..querysets import ArticleQuerySet
from .documents import batches, day_number, documents, moment
from .store import NAME, IndexUnavailable, Store, mismatch, new_stamp
from .words import Cutter, archive_names
from .writing import FULL, ArticleWriter, merge_all, merge_small, schema

logger = logging.getLogger(__name__)
MOST_UNASKED = 3000
"""Other articles that are indexed without being asked for when there is no usable index."""
WORTH_PROCESSES = 3000
"""Fewer articles are indexed sooner than processes are started."""


def rebuild(store: Store, workers: int = 0, progress: Callable[[int], None] | None = None) -> int:
    """Index all live articles aside and swap; says how many. Readers keep the old index.

    ``workers`` 0 takes one for each processor; ``progress`` is told how many more are done.
    """
    with store.writing():
        return _rebuild(store, workers, progress or (lambda count: None))


def _rebuild(store: Store, workers: int, progress: Callable[[int], None]) -> int:
    cutter = Cutter(archive_names(), store.cache)
    ids = in_order_of_time([Article.objects.live()])
    workers = workers or os.cpu_count() or 1
    if len(ids) < WORTH_PROCESSES or _database_is_private():
        workers = 1
    index = store.begin()
    try:
        segments = _built(index, cutter, ids, workers, progress)
        TOC(schema(), segments, 1).write(index.storage, NAME)
        shutil.rmtree(Path(index.storage.folder) / f"{NAME}.tmp", ignore_errors=True)
    except BaseException:
        shutil.rmtree(index.storage.folder, ignore_errors=True)
        raise
    (Path(index.storage.folder) / f"_{NAME}_0.toc").unlink()
    store.publish(index, new_stamp(cutter))
    return sum(segment.doc_count() for segment in segments)


def in_order_of_time(parts: Iterable[ArticleQuerySet]) -> list[int]:
    """Primary keys by ``documents.moment``: then days are ranges of documents, and the newest
    hits are those with the highest numbers."""
    columns = ("date_earliest", "page_number", "position", "pk")
    known = chain.from_iterable(part.values_list(*columns).iterator() for part in parts)
    return [pk for _, pk in sorted((moment(day_number(d), n, p), pk) for d, n, p, pk in known)]


def _database_is_private() -> bool:
    """Other processes cannot see an SQLite database in memory, nor an open transaction."""
    connection = connections["default"]
    in_memory = getattr(connection, "is_in_memory_db", lambda: False)()
    return in_memory or connection.in_atomic_block


def _built(index: FileIndex, cutter: Cutter, ids: list[int], workers: int, progress) -> list:
    size = max(1, min(FULL, -(-len(ids) // workers)))
    slices = list(batches(ids, size))
    segments = []
    if workers == 1:
        for part in slices:
            segments.append(_segment(index, cutter, part))
            progress(len(part))
        return segments
    cutter.load()
    # A forked process must not share its parent's database connections.
    connections.close_all()
    context = multiprocessing.get_context("fork")
    with context.Pool(workers, _adopt, (index, cutter)) as pool:
        for segment in pool.imap(_adopted_segment, slices):
            segments.append(segment)
            progress(segment.doc_count())
    return segments


_adopted: dict = {}


def _adopt(index: FileIndex, cutter: Cutter) -> None:
    _adopted.update(index=index, cutter=cutter)


def _adopted_segment(ids: list[int]):
    return _segment(_adopted["index"], _adopted["cutter"], ids)


def _segment(index: FileIndex, cutter: Cutter, ids: list[int]):
    writer = ArticleWriter(index, cutter)
    for document in documents(ids):
        writer.add_article(document)
    return writer._finalize_segment()


def update(store: Store, ids: Iterable[int]) -> None:
    """Bring these articles up to date: add, replace, or take out what is no longer live.

    Without an index of this version the whole archive is indexed, if there is little beside
    ``ids``; else IndexUnavailable: an editor's click must not start the work of an hour.
    """
    ids = list(dict.fromkeys(ids))
    with store.writing():
        if (reason := mismatch(store.stamp())) is not None:
            if Article.objects.live().count() - len(ids) > MOST_UNASKED:
                raise IndexUnavailable(f"{reason}; run manage.py rebuild_index")
            logger.info("the whole archive is indexed: %s", reason)
            _rebuild(store, 0, lambda count: None)
            return
        cutter = Cutter(store.stamp()["names"], store.cache)
        for batch in batches(ids, FULL):
            with _writer(store, cutter) as writer:
                writer.delete_articles(batch)
                some = (Article.objects.live().filter(pk__in=part) for part in batches(batch, 5000))
                for document in documents(in_order_of_time(some)):
                    writer.add_article(document)


def remove(store: Store, ids: Iterable[int]) -> None:
    """Take articles out, whatever the database says of them."""
    with store.writing():
        try:
            with _writer(store, Cutter((), store.cache)) as writer:
                writer.delete_articles(list(ids))
        except IndexUnavailable:
            logger.info("nothing to remove: there is no index")


def clear(store: Store) -> None:
    """Put an empty index in force."""
    with store.writing():
        store.publish(store.begin(), new_stamp(Cutter(archive_names(), store.cache)))


def optimize(store: Store) -> None:
    """Merge all segments into one."""
    with store.writing(), _writer(store, Cutter((), store.cache), merge_all):
        pass


class _writer:
    """A writer on the index in force: commits at the end, or leaves all as it was."""

    def __init__(self, store: Store, cutter: Cutter, merge=merge_small):
        self._store, self._cutter, self._merge = store, cutter, merge

    def __enter__(self) -> ArticleWriter:
        self._writer = ArticleWriter(self._store.index(), self._cutter)
        return self._writer

    def __exit__(self, kind, error, trace) -> None:
        if kind is None:
            self._writer.commit(mergetype=self._merge)
        else:
            self._writer.cancel()
