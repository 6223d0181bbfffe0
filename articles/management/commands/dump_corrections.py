"""Write the editors' work and all public ids as lines of JSON."""

from pathlib import Path

from django.core.management.base import BaseCommand

from articles.importing.dumping import dump
from articles.moment import snapshot


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file, **options):
        aside = file.with_name(f"{file.name}.part")
        with snapshot(), aside.open("w", encoding="utf-8") as stream:
            count = dump(stream)
        aside.replace(file)
        self.stdout.write(f"{count} lines written to {file}")
