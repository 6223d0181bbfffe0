"""Page files on the disk: which there are, what each holds, and why one is no page."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..corrections import Values
from ..pagefile import UndecodablePage, decode
from .records import PageSource

LARGEST = 2_000_000
"""Bytes. A page of the densest print has a hundredth of that; more is no page."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that may be a page."""

    key: str
    """Path relative to the folder given, with ``/``; the name where a file was given."""
    path: Path


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not imported, and why."""

    file: str
    code: str
    """Stable, explained in docs/problems.md."""
    detail: str = ""
    failed: bool = True
    """False where leaving the file out is as it should be (a note beside the pages)."""


class NotAPage(Exception):
    """The file cannot be a page; ``code`` and ``detail`` say why."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(code, detail)
        self.code, self.detail = code, detail


def find(paths: Iterable[Path]) -> Iterator[PageFile | Skipped]:
    """Every file below the paths in sorted order, as a page file or as skipped with the reason.

    A file named on the command line is taken for a page whatever its name; in folders pages are
    the ``.txt`` files. Links are followed only where they stay inside the folder.
    """
    for path in paths:
        if path.is_dir():
            yield from _below(path)
        else:
            yield from _checked(PageFile(path.name, path), path.parent)


def _below(folder: Path) -> Iterator[PageFile | Skipped]:
    root = folder.resolve()
    for path in _entries(folder):
        yield from _checked(PageFile(path.relative_to(folder).as_posix(), path), root, listed=False)


def _entries(folder: Path) -> Iterator[Path]:
    """Every file and link below, in the order of their paths; one folder's names in memory.

    Raises ``OSError`` for a folder that cannot be read.
    """
    open_folders = [_sorted_entries(folder)]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif entry.is_dir(follow_symlinks=False):
            open_folders.append(_sorted_entries(entry))
        else:
            yield Path(entry.path)


def _sorted_entries(folder: Path | os.DirEntry) -> Iterator[os.DirEntry]:
    with os.scandir(folder) as entries:
        return iter(sorted(entries, key=lambda entry: entry.name))


def _checked(file: PageFile, root: Path, *, listed: bool = True) -> Iterator[PageFile | Skipped]:
    try:
        file.key.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(file.key).decode(errors="backslashreplace")
        yield Skipped(shown, "name-not-utf8")
        return
    if not listed and file.path.is_symlink() and not _stays_inside(file.path, root):
        yield Skipped(file.key, "link-out-of-folder", str(file.path.readlink()))
    elif not listed and file.path.is_dir():
        yield Skipped(file.key, "link-to-folder", str(file.path.readlink()))
    elif not listed and file.path.suffix.lower() != ".txt":
        yield Skipped(file.key, "not-a-text-file", "a page's file name ends in .txt", failed=False)
    else:
        yield file


def _stays_inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def read_bytes(path: Path) -> bytes:
    """The bytes of a page file. Raises ``NotAPage`` for what is none or cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAPage("not-a-regular-file")
        if status.st_size > LARGEST:
            raise NotAPage(
                "file-too-large", f"{status.st_size} bytes; a page has at most {LARGEST}"
            )
        return path.read_bytes()
    except OSError as error:
        raise NotAPage("unreadable-file", error.strerror or str(error)) from error


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def page_source(file: PageFile, manifest: Values) -> PageSource:
    """The file as a page. Raises ``NotAPage``."""
    data = read_bytes(file.path)
    try:
        decoded = decode(data)
    except UndecodablePage as error:
        raise NotAPage(error.reason, error.detail) from error
    if not decoded.text.strip():
        raise NotAPage("blank-page", "white space only")
    return PageSource(
        key=file.key,
        text=decoded.text,
        sha256=fingerprint(data),
        encoding=decoded.encoding,
        manifest=manifest,
        problems=decoded.problems,
    )
