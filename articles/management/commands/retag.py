"""Read the archive's pages again where word lists or the page reader have changed since."""

import os
import sys
from collections import deque

from django.core.management.base import BaseCommand, CommandError

from articles import search
from articles.importing import rereading
from articles.importing.lists import load, word_lists
from articles.importing.locking import ImportRunning, import_lock
from articles.importing.planning import version
from articles.importing.report import Report
from articles.importing.runs import closed
from articles.management.progress import Progress
from articles.models import ImportRun


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would change")
        parser.add_argument("--workers", type=int, default=0, help="processes that read pages")
        parser.add_argument("--no-index", action="store_true", help="leave the search index alone")

    def handle(self, *, dry_run, workers, no_index, **options):
        workers = workers or len(os.sched_getaffinity(0))
        report = Report(detailed=dry_run)
        with Progress(self.stderr._out) as progress:
            if dry_run:
                lists = word_lists()
                pages = rereading.stale(lists)
                deque(rereading.plans(pages, lists, workers, report, progress), maxlen=0)
            else:
                self._retag(workers, report, progress)
        if not dry_run and not no_index:
            search.index_articles([])
        for line in report.lines() if dry_run else ():
            self.stdout.write(line)
        self.stdout.write(("would be: " if dry_run else "") + report.closing_line())
        if report.failed:
            sys.exit(1)

    def _retag(self, workers: int, report: Report, progress) -> None:
        try:
            with import_lock():
                load()
                lists = word_lists()
                run = ImportRun.objects.create(
                    arguments={"command": "retag"}, reader_version=version(lists)
                )
                pages = rereading.stale(lists)
                rereading.read_again(pages, lists, run, report, workers=workers, progress=progress)
                closed(run, report)
        except ImportRunning as error:
            raise CommandError(f"Nothing was read: {error}.") from None
