"""Reads pages of the archive again from their stored text: after a change of word lists, after
loading corrections, and where an operator wants a new reader's work without the files."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from ..models import ImportRun, Page
from . import neighbours
from .planning import plan_page, version
from .pool import Job, planned
from .records import PagePlan, WordLists
from .report import Report
from .store import known_pages
from .writing import Cause, write

BATCH = 64


def stale(lists: WordLists) -> Q:
    """Pages that were read by another reader or with other word lists."""
    return ~Q(reader_version=version(lists))


def of(page_ids: list[int]) -> Q:
    """These pages."""
    return Q(pk__in=page_ids)


def plans(pages: Q, lists: WordLists, workers: int, report: Report, progress) -> Iterator[PagePlan]:
    """Plans of the pages in order of their keys. Nothing is written."""
    keys = list(Page.objects.filter(pages).order_by("key").values_list("key", flat=True))
    done = planned(_jobs(keys), lists, min(workers, len(keys)))
    for number, (_job, result) in enumerate(done):
        progress("reading again", number, len(keys))
        if isinstance(result, PagePlan):
            report.add(result)
            yield result
        else:
            report.skipped.append(result)


def _jobs(keys: list[str]) -> Iterator[Job]:
    for start in range(0, len(keys), BATCH):
        for page in known_pages(Q(key__in=keys[start : start + BATCH])):
            yield Job(page.source, page.source.manifest, page)


def read_again(
    pages: Q,
    lists: WordLists,
    run: ImportRun,
    report: Report,
    *,
    workers: int,
    progress,
    records_changes: bool = True,
) -> None:
    """Read the pages again and write what differs. The caller holds the import lock."""
    cause = Cause(run, records_changes=records_changes)
    for plan in plans(pages, lists, workers, report, progress):
        write(plan, cause)
    lend_dates(report.by_key, lists, cause, report)


def lend_dates(keys: Iterable[str], lists: WordLists, cause: Cause, report: Report) -> None:
    for folder in sorted({neighbours.folder_of(key) for key in keys}):
        for key, lent in neighbours.lent_dates(folder).items():
            (known,) = known_pages(Q(key=key))
            plan = plan_page(known.source, known, lists, lent)
            report.add(plan)
            write(plan, cause)
