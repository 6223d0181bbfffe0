"""A backup of the whole archive in one file, made and put back while readers go on reading.

The file is a zip of the SQLite database, copied by SQLite's own online backup, and of what it holds
with its checksum. The search index is left out: it is made from the database.
"""

import hashlib
import json
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from ..models import Article, Correction, Page

DATABASE = "archive.sqlite3"
CONTENTS = "contents.json"
FORMAT = 1


class BadBackup(ValueError):
    """The file is no backup, or it is damaged; nothing was changed."""


class NotSqlite(RuntimeError):
    """The archive's database is not SQLite; its own tools back it up."""


OWN_TOOLS = {"postgresql": "pg_dump and pg_restore", "mysql": "mysqldump"}


def back_up(target: Path) -> dict[str, int]:
    """Write a backup of this moment; says what it holds. The file appears only when complete."""
    _need_sqlite()
    aside = target.with_name(f"{target.name}.part")
    with tempfile.TemporaryDirectory(dir=settings.HOME, prefix="backup-") as folder:
        copy = Path(folder) / DATABASE
        with closing(sqlite3.connect(copy)) as other:
            connection.ensure_connection()
            connection.connection.backup(other)
            counts = _counts(other)
            other.execute("PRAGMA journal_mode=DELETE")
        contents = {
            "format": FORMAT,
            "made_at": timezone.now().isoformat(),
            "counts": counts,
            "migrations": _migrations(copy),
            "sha256": {DATABASE: _sha256(copy)},
        }
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(copy, DATABASE)
            archive.writestr(CONTENTS, json.dumps(contents, indent=1))
    aside.replace(target)
    return counts


def _counts(other: sqlite3.Connection) -> dict[str, int]:
    return {
        model._meta.model_name: other.execute(
            f"SELECT COUNT(*) FROM {model._meta.db_table}"  # noqa: S608  a table's own name
        ).fetchone()[0]
        for model in (Page, Article, Correction)
    }


def restore(source: Path) -> tuple[dict[str, int], Path]:
    """Put a backup in the place of the archive; says what it holds and where the old one is kept.

    Raises ``BadBackup`` before anything is touched. The caller holds the import lock.
    """
    _need_sqlite()
    with tempfile.TemporaryDirectory(dir=settings.HOME, prefix="restore-") as folder:
        copy = _unpacked(source, Path(folder))
        kept = Path(settings.HOME) / f"before-restore-{timezone.now():%Y%m%d-%H%M%S}.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(kept)) as old:
            connection.connection.backup(old)
        with closing(sqlite3.connect(copy)) as new:
            counts = _counts(new)
            new.backup(connection.connection)
    connection.close()
    return counts, kept


def _unpacked(source: Path, folder: Path) -> Path:
    """The backup's database, checked against its checksum and by SQLite itself."""
    copy = folder / DATABASE
    try:
        with zipfile.ZipFile(source) as archive:
            contents = json.loads(archive.read(CONTENTS))
            with archive.open(DATABASE) as packed, copy.open("wb") as out:
                shutil.copyfileobj(packed, out)
        wanted = contents["sha256"][DATABASE]
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise BadBackup(f"{source} is no backup of this archive: {error}") from error
    if contents.get("format") != FORMAT:
        raise BadBackup(f"{source} is a backup of another format")
    if _sha256(copy) != wanted:
        raise BadBackup(f"{source} is damaged: its checksum is wrong")
    with closing(sqlite3.connect(copy)) as other:
        (verdict,) = other.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise BadBackup(f"{source} is damaged: {verdict}")
    if unknown := sorted(set(_migrations(copy)) - _known_migrations()):
        raise BadBackup(f"{source} was made by a newer zzarchive ({unknown[-1]}); update first")
    return copy


def _migrations(database: Path) -> list[str]:
    """The steps that a database's tables have taken."""
    with closing(sqlite3.connect(database)) as other:
        rows = other.execute("SELECT name FROM django_migrations WHERE app = 'articles'")
        return sorted(name for (name,) in rows)


def _known_migrations() -> set[str]:
    """The steps that this zzarchive knows."""
    known = MigrationLoader(None).disk_migrations
    return {name for app, name in known if app == "articles"}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _need_sqlite() -> None:
    if connection.vendor != "sqlite":
        tool = OWN_TOOLS.get(connection.vendor, "its own tools")
        raise NotSqlite(f"the database is {connection.display_name}, not SQLite; use {tool}")
