"""Reads and plans pages in worker processes. They never touch the database."""

import gc
import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from django.db import connection

from ..corrections import Values
from .files import NotAPage, PageFile, Skipped, page_source
from .planning import plan_page
from .records import KnownPage, PagePlan, PageSource, WordLists

logger = logging.getLogger(__name__)
AHEAD = 16
"""Jobs handed to each worker before their results are asked for."""
LEFT_BEHIND = 50_000
"""Objects between two rounds of a worker's collector of garbage. Reading a page makes many and
no circles of them; collected as often as Python does, they cost a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be planned: from its file, or (a ``PageSource``) from its text in the archive."""

    file: PageFile | PageSource
    manifest: Values
    known: KnownPage | None


Result = PagePlan | Skipped


def planned(jobs: Iterable[Job], lists: WordLists, workers: int) -> Iterator[tuple[Job, Result]]:
    """Each job with its plan, in order; a file that is no page comes back as skipped."""
    if workers <= 1:
        yield from ((job, do(job, lists)) for job in jobs)
        return
    if not connection.in_atomic_block:
        connection.close()  # a forked copy of an open SQLite connection must never be used
    context = get_context("fork")
    with ProcessPoolExecutor(workers, context, _receive, (lists,)) as pool:
        yield from _in_order(pool, jobs, workers * AHEAD)


def _in_order(pool, jobs: Iterable[Job], ahead: int) -> Iterator[tuple[Job, Result]]:
    waiting: deque[tuple[Job, Future]] = deque()
    for job in jobs:
        waiting.append((job, pool.submit(_work, job)))
        if len(waiting) >= ahead:
            first, future = waiting.popleft()
            yield first, future.result()
    for job, future in waiting:
        yield job, future.result()


_lists: WordLists


def _receive(lists: WordLists) -> None:
    """A worker begins: what it has inherited stays, and what a page leaves behind can wait."""
    global _lists
    _lists = lists
    gc.freeze()
    gc.set_threshold(LEFT_BEHIND)


def _work(job: Job) -> Result:
    return do(job, _lists)


def do(job: Job, lists: WordLists) -> Result:
    """Read and plan one page. A page that the reader stumbles over stops no other."""
    key = job.file.key
    try:
        source = job.file
        if isinstance(source, PageFile):
            source = page_source(source, job.manifest)
        neighbour = job.known.neighbour_date if job.known else None
        return plan_page(source, job.known, lists, neighbour)
    except NotAPage as error:
        return Skipped(key, error.code, error.detail)
    except Exception as error:  # a fault of ours on one page: named, logged, the rest goes on
        logger.exception("%s could not be read", key)
        return Skipped(key, "reader-failed", f"{type(error).__name__}: {error}")
