"""Read page files and say what is doubtful in them; the archive is not touched."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.gazetteer import gazetteer_from_files, lexicon_of
from articles.importing.files import NotAPage, PageFile, find, page_source
from articles.pagefile import parse_page
from articles.pagefile.records import PageHints


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    def handle(self, *, paths, **options):
        for path in paths:
            if not path.exists():
                raise CommandError(f"There is no {path}.", returncode=2)
        lexicon, failed, counted = lexicon_of(gazetteer_from_files()), 0, 0
        for file in find(paths):
            counted += 1
            try:
                lines = list(_doubts(file, lexicon))
            except NotAPage as error:
                failed += 1
                lines = [f"{file.path}: {error.code} {error.detail}".rstrip()]
            for line in lines:
                self.stdout.write(line)
        self.stdout.write(f"{counted} files, {failed} that cannot be imported")
        if failed:
            sys.exit(1)


def _doubts(file, lexicon):
    """``path:line: code message`` for each problem of one file."""
    if not isinstance(file, PageFile):
        if file.failed:
            raise NotAPage(file.code, file.detail)
        yield f"{file.file}: {file.code} {file.detail}".rstrip()
        return
    source = page_source(file, {})
    parsed = parse_page(source.text, PageHints(name=file.key), lexicon)
    problems = [*source.problems, *parsed.problems]
    problems += [problem for article in parsed.articles for problem in article.problems]
    for problem in sorted(problems, key=lambda one: one.line or 0):
        where = f"{file.path}:{problem.line}" if problem.line else f"{file.path}"
        yield f"{where}: {problem.code} {problem.detail}".rstrip()
