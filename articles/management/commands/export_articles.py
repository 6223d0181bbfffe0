"""Write what the archive holds now, one article a line, with the editors' corrections."""

import csv
import json
import sys
from contextlib import nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand

from articles.exporting import COLUMNS, export_rows
from articles.moment import snapshot


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=["jsonl", "csv"], default="jsonl")
        parser.add_argument("--output", type=Path, help="file to write; else standard output")

    def handle(self, *, format, output, **options):
        write = _write_csv if format == "csv" else _write_jsonl
        encoding = "utf-8-sig" if format == "csv" else "utf-8"
        opened = (
            output.open("w", encoding=encoding, newline="") if output else nullcontext(sys.stdout)
        )
        with snapshot(), opened as stream:
            count = write(stream)
        if output:
            self.stdout.write(f"{count} articles written to {output}")


def _write_jsonl(stream) -> int:
    count = 0
    for row in export_rows():
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def _write_csv(stream) -> int:
    """Lists and records stand as JSON in their cells."""
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    count = 0
    for row in export_rows():
        writer.writerow({name: _cell(value) for name, value in row.items()})
        count += 1
    return count


def _cell(value):
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else _harmless(value)


def _harmless(value):
    """Text that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return value
