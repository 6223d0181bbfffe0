"""Load a dump of corrections into an archive built from the same page files."""

import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from articles import search
from articles.importing.lists import word_lists
from articles.importing.loading import BadDump, load, note_changes
from articles.importing.locking import ImportRunning, import_lock
from articles.importing.planning import version
from articles.importing.report import Report
from articles.importing.rereading import read_again
from articles.importing.runs import closed
from articles.management.progress import Progress
from articles.models import ImportRun


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--workers", type=int, default=0, help="processes that read pages")
        parser.add_argument("--no-index", action="store_true", help="leave the search index alone")

    def handle(self, *, file, workers, no_index, **options):
        try:
            with import_lock(), file.open(encoding="utf-8") as stream:
                loaded = load(stream)
                self._read_again(workers or len(os.sched_getaffinity(0)))
                changed = note_changes(stream)
        except (BadDump, ImportRunning, OSError) as error:
            raise CommandError(f"Nothing was loaded: {error}") from None
        if not no_index:
            search.rebuild()
        counts = ", ".join(f"{count} {name}s" for name, count in loaded.counts.items())
        self.stdout.write(f"loaded: {counts}")
        if changed:
            self.stdout.write(f"{changed} articles read otherwise than when the dump was made")
        for key in loaded.missing:
            self.stderr.write(f"{key}: no such page file with this content; left out")
        if loaded.missing:
            sys.exit(1)

    def _read_again(self, workers: int) -> None:
        lists = word_lists()
        run = ImportRun.objects.create(
            arguments={"command": "load_corrections"}, reader_version=version(lists)
        )
        report = Report(detailed=False)
        with Progress(self.stderr._out) as progress:
            read_again(
                Q(),
                lists,
                run,
                report,
                workers=workers,
                progress=progress,
                records_changes=False,
            )
        closed(run, report)
