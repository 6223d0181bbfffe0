"""Write the dumps that readers download at /data/."""

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.dumps import write_dumps


class Command(BaseCommand):
    help = "Write the dumps at /data/ anew: JSON lines and CSV by year, with checksums."

    def handle(self, *args, **options):
        files = write_dumps(settings.DATA_DIR)
        size = sum(one["bytes"] for one in files)
        self.stdout.write(f"{len(files)} files, {size:,} bytes in {settings.DATA_DIR}")
