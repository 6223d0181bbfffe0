"""Write the dumps that readers download at /data/."""

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.dumps import is_behind, read_manifest, write_dumps


class Command(BaseCommand):
    help = "Write the dumps at /data/ anew: JSON lines and CSV by year, with checksums."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-behind", action="store_true", help="only when the archive has changed since"
        )

    def handle(self, *, if_behind, **options):
        if if_behind and not is_behind(read_manifest(settings.DATA_DIR)):
            self.stdout.write("the dumps are up to date")
            return
        files = write_dumps(settings.DATA_DIR)
        size = sum(one["bytes"] for one in files)
        self.stdout.write(f"{len(files)} files, {size:,} bytes in {settings.DATA_DIR}")
