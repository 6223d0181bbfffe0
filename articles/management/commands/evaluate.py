"""Measure how well pages are read: page files against their labels."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.evaluation import Measured, measure, read_folder


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="labels, one JSON a page")
        parser.add_argument("pages", type=Path, metavar="PAGES_DIR", help="the page files")
        parser.add_argument("--show-errors", action="store_true", help="say what is wrong")
        parser.add_argument("--per-page", action="store_true", help="figures of each page too")
        parser.add_argument("--floor", type=float, help="exit 1 when a figure is below")

    def handle(self, *, gold, pages, show_errors, per_page, floor, **options):
        for folder in (gold, pages):
            if not folder.is_dir():
                raise CommandError(f"no such folder: {folder}", returncode=2)
        labels = [
            json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))
        ]
        self._name_missing(labels, pages)
        rows = list(read_folder(pages))
        if per_page:
            for label in labels:
                self.stdout.write(label["file"])
                self._show(measure([label], rows))
        measured = measure(labels, rows)
        if show_errors:
            self.stdout.write("\n".join(measured.errors))
        self._show(measured)
        self._judge(measured, floor)

    def _name_missing(self, labels: list[dict], pages: Path) -> None:
        missing = [label["file"] for label in labels if not (pages / label["file"]).is_file()]
        if missing and len(missing) == len(labels):
            raise CommandError(f"{pages} holds none of the labelled pages", returncode=2)
        for name in missing:
            self.stderr.write(
                f"{pages / name}: labelled, but there is no such file: counts as unread"
            )

    def _show(self, measured: Measured) -> None:
        for figure, tally in measured.tallies.items():
            if tally.share is not None:
                counts = f"right {tally.right}, said {tally.said}, wanted {tally.wanted}"
                self.stdout.write(f"{figure:34} {tally.share:6.3f}   {counts}")

    def _judge(self, measured: Measured, floor: float | None) -> None:
        shares = {figure: tally.share for figure, tally in measured.tallies.items()}
        low = [f for f, share in shares.items() if share is not None and share < (floor or 0)]
        if not shares or low:
            raise CommandError("below the floor: " + ", ".join(low or ["nothing was measured"]))
