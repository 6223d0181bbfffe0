"""Hold page files, database and search index against each other."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from articles import search
from articles.importing import checking
from articles.importing.lists import word_lists
from articles.models import ImportRun


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument(
            "--pages",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="the page files; else those of the last import, where they still are",
        )
        parser.add_argument("--repair", action="store_true", help="mend counts, copies and index")

    def handle(self, *, pages, repair, **options):
        if repair:
            checking.repair()
            if search.damage():
                search.rebuild()
            search.index_articles([one.article for one in search.check()])
        found = [
            *checking.files(pages or _last_paths()),
            *checking.database(word_lists()),
            *(checking.Finding("index-damaged", said) for said in [search.damage()] if said),
            *(
                checking.Finding(f"index-{one.code}", f"article {one.article}")
                for one in search.check()
            ),
        ]
        for one in found:
            self.stdout.write(f"{one.where}: {one.code} {one.detail}".rstrip())
        self.stdout.write(f"findings: {len(found)}" if found else "all in order")
        if found:
            sys.exit(1)


def _last_paths() -> list[Path]:
    """Where the last import found its files; none where the folder is gone."""
    for run in ImportRun.objects.order_by("-pk"):
        if paths := run.arguments.get("paths"):
            return [Path(path) for path in paths if Path(path).exists()]
    return []
