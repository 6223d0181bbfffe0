"""Back the archive up into one file, while it is read and written."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.importing.backing import NotSqlite, back_up

HOLDS = """\
{file} holds the database: {pages} pages with their texts, {articles} articles, {corrections} \
corrections with the whole history, word lists and accounts.
It does not hold the search index and the files at /data/ (restore and write_data make them anew), \
the page files you imported from, and secret_key (without it editors log in again)."""


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file, verbosity, **options):
        try:
            counts = back_up(file)
        except (NotSqlite, OSError) as error:
            raise CommandError(f"No backup was made: {error}.") from None
        if verbosity:
            named = {f"{name}s": count for name, count in counts.items()}
            self.stdout.write(HOLDS.format(file=file, **named))
