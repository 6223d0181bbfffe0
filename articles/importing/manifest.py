"""What the operator knows of pages beside their text: a CSV of file, date, page number, title."""

import csv
from pathlib import Path

from ..corrections import BadValue, Values, dated

COLUMNS = {"date": "date", "page number": "page_number", "page title": "page_title"}
"""Heading of a column → its name in a page's manifest values; ``_`` may stand for the space."""


class BadManifest(ValueError):
    """The manifest cannot be used; the message names the line."""


def read_manifest(path: Path) -> dict[str, Values]:
    """Page key → what the manifest says of it. Raises ``BadManifest``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadManifest(f"{path}: {error}") from error
    rows = csv.DictReader(text.splitlines())
    headings = {name: name.strip().lower().replace("_", " ") for name in rows.fieldnames or ()}
    if "file" not in headings.values():
        raise BadManifest(f"{path}: no column named file")
    found: dict[str, Values] = {}
    for row in rows:
        said = {headings[name]: (row[name] or "").strip() for name in headings}
        _check(said, f"{path}:{rows.line_num}", found)
        found[said["file"]] = {COLUMNS[n]: said[n] for n in COLUMNS if said.get(n)}
    return found


def _check(said: dict[str, str], where: str, found: dict) -> None:
    if not said["file"] or said["file"] in found:
        raise BadManifest(f"{where}: the file is {'named twice' if said['file'] else 'missing'}")
    if len(said.get("page number", "")) > 8:
        raise BadManifest(f"{where}: no page number: {said['page number']}")
    try:
        dated(said.get("date", ""))
    except BadValue as error:
        raise BadManifest(f"{where}: {error}") from error
