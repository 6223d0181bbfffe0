"""An import run from the folder to the closing counts.

Files are read and planned in worker processes; one process, the caller's, writes, page by page in
sorted order. Killed at any moment, a run leaves whole pages, and the next run does the rest.
"""

import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils import timezone

from ..corrections import Values
from ..models import ImportRun, Problem
from . import lists as word_list_tables
from . import neighbours
from .choosing import Progress, choose
from .files import PageFile, Skipped, page_source
from .planning import plan_page, version
from .pool import Job, planned
from .records import KnownPage, PagePlan, PageSource, WordLists
from .report import Report
from .store import known_pages
from .writing import Cause, StalePlan, write

logger = logging.getLogger(__name__)
BATCH = 64
"""Known pages are fetched so many at a time."""
ATTEMPTS = 5
"""An editor may change a page between plan and write; then it is planned again."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run shall go."""

    dry_run: bool = False
    force: bool = False
    """Read again also what has not changed."""
    workers: int = 0
    """Processes that read; 0 for one a core."""
    manifest: dict[str, Values] = field(default_factory=dict)
    arguments: Values = field(default_factory=dict)
    """The command's own words, for the record."""
    detailed: bool = True
    """Whether the report keeps every value that changes, or only what happened to how many."""


def _quiet(what: str, done: int, total: int) -> None:
    """No progress."""


def import_pages(paths: Iterable[Path], options: Options, progress: Progress = _quiet) -> Report:
    """Import page files. The caller holds the import lock, unless it is a dry run."""
    lists = _lists(options)
    report = Report(detailed=options.detailed)
    chosen = choose(paths, lists, options.manifest, report, progress, force=options.force)
    plans = _plans(chosen.files, options, lists, report, progress)
    if options.dry_run:
        _rehearse(plans, chosen.files, options, lists, report)
        return report
    was_interrupted = _close_left_runs()
    run = ImportRun.objects.create(arguments=options.arguments, reader_version=version(lists))
    _record(run, report.skipped)
    for plan in plans:
        _write(plan, lists, run, report)
    read = {neighbours.folder_of(key) for key in report.by_key}
    _lend_dates(chosen.folders if was_interrupted else read, lists, run, report)
    _record(run, report.skipped)
    closed(run, report)
    return report


def _lists(options: Options) -> WordLists:
    """The word lists after loading the data files; a dry run takes the loading back."""
    with transaction.atomic():
        word_list_tables.load()
        lists = word_list_tables.word_lists()
        if options.dry_run:
            transaction.set_rollback(True)
    return lists


# --- plan and write ---


def _plans(files, options: Options, lists, report: Report, progress) -> Iterator[PagePlan]:
    """The plans in order; the report is told of each, and of each file that fails."""
    jobs = _jobs(files, options)
    workers = options.workers or len(os.sched_getaffinity(0))
    for number, (_job, result) in enumerate(planned(jobs, lists, min(workers, len(files)))):
        progress("importing", number, len(files))
        if isinstance(result, Skipped):
            report.skipped.append(result)
            continue
        report.add(result)
        yield result
    progress("importing", len(files), len(files))


def _batches(files: list[PageFile]) -> Iterator[list[PageFile]]:
    for start in range(0, len(files), BATCH):
        yield files[start : start + BATCH]


def _jobs(files: list[PageFile], options: Options) -> Iterator[Job]:
    for batch in _batches(files):
        known = {p.source.key: p for p in known_pages(Q(key__in=[f.key for f in batch]))}
        for file in batch:
            page = known.get(file.key)
            said = options.manifest.get(file.key, page.source.manifest if page else {})
            yield Job(file, said, page)


def _write(plan: PagePlan, lists: WordLists, run: ImportRun, report: Report) -> None:
    try:
        _write_current(plan, lists, run)
    except DatabaseError as error:
        logger.exception("%s was not written", plan.source.key)
        del report.by_key[plan.source.key]
        report.skipped.append(Skipped(plan.source.key, "not-written", str(error)))


def _write_current(plan: PagePlan, lists: WordLists, run: ImportRun) -> None:
    for _attempt in range(ATTEMPTS):
        try:
            write(plan, Cause(run))
            return
        except StalePlan:
            (known,) = known_pages(Q(key=plan.source.key))
            plan = plan_page(plan.source, known, lists, plan.neighbour_date)
    raise DatabaseError(f"{plan.source.key} kept changing while it was imported")


# --- dates that pages lend each other ---


def _lend_dates(folders: set[str], lists: WordLists, run: ImportRun, report: Report) -> None:
    for folder in sorted(folders):
        for key, lent in neighbours.lent_dates(folder).items():
            (known,) = known_pages(Q(key=key))
            plan = plan_page(known.source, known, lists, lent)
            report.add(plan)
            _write(plan, lists, run, report)


def _rehearse(
    plans: Iterable[PagePlan],
    files: list[PageFile],
    options: Options,
    lists: WordLists,
    report: Report,
) -> None:
    """Make all plans and lend the dates among them, writing nothing."""
    by_folder: dict[str, dict[str, neighbours.Planned]] = {}
    for plan in plans:
        folder = neighbours.folder_of(plan.source.key)
        by_folder.setdefault(folder, {})[plan.source.key] = neighbours.planned(plan)
    by_key = {file.key: file for file in files}
    for folder, of_folder in sorted(by_folder.items()):
        for key, lent in neighbours.lent_dates(folder, of_folder).items():
            report.by_key.pop(key, None)
            file = by_key[key] if key in of_folder else None
            source, known = _present(key, file, options)
            report.add(plan_page(source, known, lists, lent))


def _present(
    key: str, file: PageFile | None, options: Options
) -> tuple[PageSource, KnownPage | None]:
    """A page's file and what is known of it: as planned, or as it stands."""
    if file:
        (job,) = _jobs([file], options)
        return page_source(file, job.manifest), job.known
    (known,) = known_pages(Q(key=key))
    return known.source, known


# --- the run's own record ---


def _close_left_runs() -> bool:
    """Mark runs that were killed; whether the last of all runs was one."""
    left = ImportRun.objects.filter(status=ImportRun.Status.RUNNING)
    left.update(status=ImportRun.Status.INTERRUPTED, finished_at=timezone.now())
    last = ImportRun.objects.order_by("-pk").first()
    return last is not None and last.status == ImportRun.Status.INTERRUPTED


def closed(run: ImportRun, report: Report) -> None:
    """Say in the run's record that it came to its end, and with what."""
    run.counts = {"pages": report.page_counts, "articles": report.article_counts}
    run.status, run.finished_at = ImportRun.Status.FINISHED, timezone.now()
    run.save()


def _record(run: ImportRun, skipped: Iterable[Skipped]) -> None:
    """Keep what was not imported as problems of the file; those known already stay."""
    for one in skipped:
        Problem.objects.filter(file=one.file, page=None).exclude(code=one.code).delete()
        Problem.objects.get_or_create(
            file=one.file, code=one.code, detail=one.detail, page=None, defaults={"run": run}
        )


__all__ = ["Options", "Progress", "Report", "Skipped", "import_pages", "page_source"]
