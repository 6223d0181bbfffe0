"""An import run from the folder to the closing counts.

Files are read and planned in worker processes; one process, the caller's, writes, page by page in
sorted order. Killed at any moment, a run leaves whole pages, and the next run does the rest.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils import timezone

from ..corrections import Values
from ..models import ImportRun, Page, Problem
from . import lists as word_list_tables
from . import neighbours
from .files import NotAPage, PageFile, Skipped, find, fingerprint, page_source, read_bytes
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


Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done and how many there are."""


def _quiet(what: str, done: int, total: int) -> None:
    """No progress."""


def import_pages(paths: Iterable[Path], options: Options, progress: Progress = _quiet) -> Report:
    """Import page files. The caller holds the import lock, unless it is a dry run."""
    lists = _lists(options)
    report = Report()
    found = _found(paths, report, progress)
    files = _to_read(found, options, lists, report)
    plans = _plans(files, options, lists, report, progress)
    if options.dry_run:
        _rehearse(plans, lists, report)
        return report
    was_interrupted = _close_left_runs()
    run = ImportRun.objects.create(arguments=options.arguments, reader_version=version(lists))
    _record(run, report.skipped)
    for plan in plans:
        _write(plan, lists, run, report)
    _lend_dates(found if was_interrupted else report.by_key, lists, run, report)
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


# --- which files are to be read ---


@dataclass(frozen=True, slots=True)
class _Held:
    """What the archive says of a page's file."""

    sha256: str
    reader_version: str
    manifest: Values


Found = dict[str, tuple[PageFile, str]]
"""Page key → its file and the fingerprint of its content."""


def _found(paths, report: Report, progress) -> Found:
    """The page files in order; what is none is told to the report."""
    found: Found = {}
    for number, file in enumerate(find(paths)):
        progress("looking at files", number, 0)
        looked = _look(file, found)
        if isinstance(looked, Skipped):
            report.skipped.append(looked)
        else:
            found[file.key] = (file, looked)
    return found


def _look(file: PageFile | Skipped, found: dict) -> str | Skipped:
    """The fingerprint of a page file, or why it is none."""
    if isinstance(file, Skipped):
        return file
    if file.key in found:
        return Skipped(str(file.path), "same-name", f"as {found[file.key][0].path}")
    try:
        return fingerprint(read_bytes(file.path))
    except NotAPage as error:
        return Skipped(file.key, error.code, error.detail)


def _to_read(found: Found, options: Options, lists: WordLists, report: Report) -> list[PageFile]:
    """The files that need reading; the others are counted in the report."""
    held = _held(list(found))
    owners = _owners(found)
    files = []
    for key, (file, sha256) in found.items():
        if owners[sha256] != key:
            report.skipped.append(
                Skipped(key, "same-content", f"as {owners[sha256]}", failed=False)
            )
        elif not options.force and _is_current(held.get(key), sha256, key, options, lists):
            report.unchanged += 1
        else:
            files.append(file)
    return files


def _is_current(held: _Held | None, sha256: str, key: str, options, lists: WordLists) -> bool:
    return (
        held is not None
        and held.sha256 == sha256
        and held.reader_version == version(lists)
        and held.manifest == options.manifest.get(key, held.manifest)
    )


def _held(keys: list[str]) -> dict[str, _Held]:
    columns = ("key", "sha256", "reader_version", "manifest")
    rows = (
        row
        for batch in _batches(keys)
        for row in Page.objects.filter(key__in=batch).values_list(*columns)
    )
    return {key: _Held(*rest) for key, *rest in rows}


def _owners(found: dict) -> dict[str, str]:
    """Content → the page it belongs to: the one that has it already, else the first in order."""
    owners: dict[str, str] = {}
    for key, (_file, sha256) in found.items():
        owners.setdefault(sha256, key)
    for batch in _batches(list(owners)):
        held = Page.objects.filter(sha256__in=batch).values_list("sha256", "key")
        owners |= {
            sha256: key for sha256, key in held if key not in found or found[key][1] == sha256
        }
    return owners


def _batches(items: list, size: int = 500) -> Iterator[list]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


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


def _jobs(files: list[PageFile], options: Options) -> Iterator[Job]:
    for batch in _batches(files, BATCH):
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


def _lend_dates(keys: Iterable[str], lists: WordLists, run: ImportRun, report: Report) -> None:
    for folder in sorted({neighbours.folder_of(key) for key in keys}):
        for key, lent in neighbours.lent_dates(folder).items():
            (known,) = known_pages(Q(key=key))
            plan = plan_page(known.source, known, lists, lent)
            report.add(plan)
            _write(plan, lists, run, report)


def _rehearse(plans: Iterable[PagePlan], lists: WordLists, report: Report) -> None:
    """Make all plans and lend the dates among them, writing nothing."""
    by_folder: dict[str, dict[str, PagePlan]] = {}
    for plan in plans:
        folder = neighbours.folder_of(plan.source.key)
        by_folder.setdefault(folder, {})[plan.source.key] = plan
    for folder, of_folder in sorted(by_folder.items()):
        for key, lent in neighbours.lent_dates(folder, of_folder).items():
            report.by_key.pop(key, None)
            source, known = _present(key, of_folder.get(key))
            report.add(plan_page(source, known, lists, lent))


def _present(key: str, plan: PagePlan | None) -> tuple[PageSource, KnownPage | None]:
    """A page's file and what is known of it, planned anew or as it stands."""
    if plan:
        return plan.source, plan.known
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
