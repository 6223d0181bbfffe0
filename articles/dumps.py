"""Dumps of the archive for researchers: files by year, a manifest, checksums."""

import csv
import gzip
import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from .exporting import BATCH, COLUMNS, export_row
from .models import Article, DataVersion, Tally


def read_manifest(folder: Path) -> dict:
    """What stands in the folder: ``written_at`` and ``files``; empty before the first time."""
    path = folder / "manifest.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def is_behind(manifest: dict) -> bool:
    """Whether the archive has changed since these files were written, or none ever were."""
    changed_at = DataVersion.now().changed_at
    written_at = manifest and parse_datetime(manifest["written_at"])
    return not written_at or bool(changed_at and changed_at > written_at)


def write_dumps(folder: Path) -> list[dict]:
    """Write all files anew; each takes its name only when it is whole. Returns what it wrote."""
    folder.mkdir(parents=True, exist_ok=True)
    written_at = timezone.now()
    files = [one for year in _years() for one in _write_year(folder, year)]
    sums = "".join(f"{one['sha256']}  {one['name']}\n" for one in files)
    _put(folder / "SHA256SUMS.txt", sums.encode())
    manifest = {"written_at": written_at.isoformat(), "files": files}
    _put(folder / "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1).encode())
    _forget(folder, {one["name"] for one in files})
    return files


def csv_row(record: dict) -> list[str]:
    """A record as cells; lists as JSON, bylines as ``role name`` joined by semicolons."""
    return [_cell(name, record[name]) for name in COLUMNS]


def _years() -> list[int]:
    rows = Tally.objects.filter(subject=Tally.Subject.ARCHIVE, articles__gt=0)
    return sorted(set(rows.values_list("year", flat=True)))


def _write_year(folder: Path, year: int) -> Iterator[dict]:
    """All live articles of the year, adverts and notices too, as JSON lines and as CSV."""
    stem = f"articles-{year:04}" if year else "articles-undated"
    live = Article.objects.live().order_by("date_earliest", "page__key", "position", "pk")
    if year:
        live = live.filter(date_earliest__range=(date(year, 1, 1), date(year, 12, 31)))
    else:
        live = live.filter(date_earliest=None)
    for ending, lines in (("jsonl", _json_lines), ("csv", _csv_lines)):
        rows = map(export_row, live.for_reading().iterator(BATCH))
        yield _write(folder / f"{stem}.{ending}.gz", lines(rows))


def _json_lines(records: Iterable[dict]) -> Iterator[str]:
    return (json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _csv_lines(records: Iterable[dict]) -> Iterator[str]:
    yield _csv_line(COLUMNS)
    for record in records:
        yield _csv_line(csv_row(record))


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cell(name: str, value) -> str:
    if name == "bylines":
        return "; ".join(f"{one['role'] or ''} {one['name']}".strip() for one in value)
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    text = "" if value is None else str(value)
    # A spreadsheet would run such a cell as a formula.
    return f"'{text}" if text[:1] in "=+-@\t\r" and not text.isdigit() else text


def _write(path: Path, lines: Iterator[str]) -> dict:
    """A gzip file whose bytes depend on its lines alone, so that the same data sums the same."""
    part = path.with_name(f".{path.name}.part")
    articles = 0
    with part.open("wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as zipped:
            for line in lines:
                zipped.write(line.encode())
                articles += 1
        raw.flush()
        os.fsync(raw.fileno())
    part.replace(path)
    with path.open("rb") as whole:
        digest = hashlib.file_digest(whole, "sha256").hexdigest()
    articles -= path.name.endswith(".csv.gz")
    size = path.stat().st_size
    return {"name": path.name, "articles": articles, "bytes": size, "sha256": digest}


def _put(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def _forget(folder: Path, kept: set[str]) -> None:
    """Take away files of years that the archive no longer has."""
    for path in folder.glob("articles-*.gz"):
        if path.name not in kept:
            path.unlink()
