"""Import page files: what is new, what has changed, and what a new reader reads differently."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles import search
from articles.importing.locking import ImportRunning, import_lock
from articles.importing.manifest import BadManifest, read_manifest
from articles.importing.runs import Options, Report, import_pages
from articles.management.progress import Progress
from articles.models import Page, Unindexed

USAGE = 2
"""Exit code for wrong usage; 1 says that some page failed and the rest was imported."""


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--dry-run", action="store_true", help="say what would change")
        parser.add_argument(
            "--manifest", type=Path, help="CSV: file, date, page number, page title"
        )
        parser.add_argument("--workers", type=int, default=0, help="processes that read pages")
        parser.add_argument("--force", action="store_true", help="read unchanged pages again too")
        parser.add_argument("--report", type=Path, help="write what changed to this JSON file")
        parser.add_argument("--no-index", action="store_true", help="leave the search index alone")
        parser.add_argument("--wait", action="store_true", help="wait for a running import")
        parser.add_argument("--if-empty", action="store_true", help="only into an empty archive")

    def handle(self, *, paths, dry_run, if_empty, wait, **options):
        if if_empty and Page.objects.exists():
            self.stdout.write("The archive is not empty; nothing was imported.")
            return
        run_options, quiet = self._options(paths, dry_run, options), options["verbosity"] == 0
        try:
            if dry_run:
                report = self._run(paths, run_options, quiet)
            else:
                with import_lock(wait=wait):
                    report = self._run(paths, run_options, quiet)
        except ImportRunning as error:
            raise CommandError(f"Nothing was imported: {error}.") from None
        if not dry_run and not options["no_index"]:
            self._index()
        self._tell(report, dry_run, quiet, options["report"])
        if report.failed:
            sys.exit(1)

    def _options(self, paths, dry_run, options) -> Options:
        for path in paths:
            if not path.exists():
                raise CommandError(f"There is no {path}.", returncode=USAGE)
        if options["workers"] < 0:
            raise CommandError("--workers cannot be negative.", returncode=USAGE)
        try:
            manifest = read_manifest(options["manifest"]) if options["manifest"] else {}
        except BadManifest as error:
            raise CommandError(str(error), returncode=USAGE) from None
        return Options(
            dry_run=dry_run,
            force=options["force"],
            workers=options["workers"],
            manifest=manifest,
            detailed=dry_run or options["report"] is not None,
            arguments={"paths": [str(path.resolve()) for path in paths], "force": options["force"]},
        )

    def _run(self, paths, options: Options, quiet: bool) -> Report:
        with Progress(self.stderr._out, quiet=quiet) as progress:
            return import_pages(paths, options, progress)

    def _index(self) -> None:
        behind = Unindexed.objects.values_list("article_id", flat=True)
        if behind.exists():
            search.index_articles(list(behind))

    def _tell(self, report: Report, dry_run: bool, quiet: bool, file: Path | None) -> None:
        for line in report.lines() if dry_run and not quiet else ():
            self.stdout.write(line)
        for one in report.skipped:
            self.stderr.write(f"{one.file}: {one.code} {one.detail}".rstrip())
        if file:
            text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
            file.write_text(f"{text}\n", encoding="utf-8")
        if not quiet:
            self.stdout.write(("would be: " if dry_run else "") + report.closing_line())
