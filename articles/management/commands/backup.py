"""Back the archive up into one file, while it is read and written."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.importing.backing import NotSqlite, back_up


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file, **options):
        try:
            counts = back_up(file)
        except (NotSqlite, OSError) as error:
            raise CommandError(f"No backup was made: {error}") from None
        self.stdout.write(f"{file}: {', '.join(f'{n} {name}s' for name, n in counts.items())}")
