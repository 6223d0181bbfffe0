"""Put a backup in the place of the archive; the one that was there is kept beside it."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles import search
from articles.importing.backing import BadBackup, NotSqlite, restore
from articles.importing.locking import ImportRunning, import_lock


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--no-index", action="store_true", help="leave the search index alone")

    def handle(self, *, file, no_index, **options):
        try:
            with import_lock():
                counts, kept = restore(file)
                call_command("migrate", verbosity=0)
        except (BadBackup, NotSqlite, ImportRunning, OSError) as error:
            raise CommandError(f"Nothing was restored: {error}") from None
        if not no_index:
            search.rebuild()
        self.stdout.write(f"restored: {', '.join(f'{n} {name}s' for name, n in counts.items())}")
        self.stdout.write(f"what was there before is kept in {kept}")
