"""Which files of the folders are to be read. What is in the archive as it stands leaves no trace
here, so that looking through an unchanged folder takes the same memory however large it is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..corrections import Values
from ..models import Page
from . import neighbours
from .files import NotAPage, PageFile, Skipped, find, fingerprint, read_bytes
from .planning import version
from .records import WordLists
from .report import Report

BATCH = 500
"""Files compared with the archive at once."""
Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done and how many there are."""
Looked = tuple[PageFile, str]
"""A page file and the fingerprint of its content."""


@dataclass(slots=True)
class Chosen:
    """The files to be read, in order, and the folders that were looked through."""

    files: list[PageFile] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Held:
    """What the archive says of a page's file."""

    sha256: str
    reader_version: str
    manifest: Values


def choose(
    paths: Iterable[Path],
    lists: WordLists,
    manifest: dict[str, Values],
    report: Report,
    progress: Progress,
    *,
    force: bool,
) -> Chosen:
    """The files to be read; the others are counted in the report, or told there with the reason."""
    chosen, other = Chosen(), {}
    for batch in _batches(_looked_at(list(paths), report, progress)):
        held = _held([file.key for file, _sha256 in batch])
        for file, sha256 in batch:
            chosen.folders.add(neighbours.folder_of(file.key))
            if not force and _is_current(held.get(file.key), file.key, sha256, lists, manifest):
                report.unchanged += 1
            else:
                other[file.key] = (file, sha256)
    chosen.files = list(_owning(other, report))
    return chosen


def _looked_at(paths: list[Path], report: Report, progress: Progress) -> Iterator[Looked]:
    """The page files in order; what is none is told to the report."""
    seen: dict[str, Path] = {}
    for number, file in enumerate(find(paths)):
        progress("looking at files", number, 0)
        looked = _look(file, seen)
        if isinstance(looked, Skipped):
            report.skipped.append(looked)
            continue
        if len(paths) > 1:  # only then may a name come twice
            seen[file.key] = file.path
        yield file, looked


def _look(file: PageFile | Skipped, seen: dict[str, Path]) -> str | Skipped:
    """The fingerprint of a page file, or why it is none."""
    if isinstance(file, Skipped):
        return file
    if file.key in seen:
        return Skipped(str(file.path), "same-name", f"as {seen[file.key]}")
    try:
        return fingerprint(read_bytes(file.path))
    except NotAPage as error:
        return Skipped(file.key, error.code, error.detail)


def _held(keys: list[str]) -> dict[str, _Held]:
    columns = ("key", "sha256", "reader_version", "manifest")
    rows = Page.objects.filter(key__in=keys).values_list(*columns)
    return {key: _Held(*rest) for key, *rest in rows}


def _is_current(
    held: _Held | None, key: str, sha256: str, lists: WordLists, manifest: dict[str, Values]
) -> bool:
    return (
        held is not None
        and held.sha256 == sha256
        and held.reader_version == version(lists)
        and held.manifest == manifest.get(key, held.manifest)
    )


def _owning(other: dict[str, Looked], report: Report) -> Iterator[PageFile]:
    """The files whose content is no other page's; the rest is told to the report."""
    owners = _owners(other)
    for key, (file, sha256) in other.items():
        if owners[sha256] == key:
            yield file
        else:
            detail = f"as {owners[sha256]}"
            report.skipped.append(Skipped(key, "same-content", detail, failed=False))


def _owners(other: dict[str, Looked]) -> dict[str, str]:
    """Content → the page it belongs to: the one that has it already, else the first in order."""
    owners: dict[str, str] = {}
    for key, (_file, sha256) in other.items():
        owners.setdefault(sha256, key)
    for batch in _batches(list(owners)):
        held = Page.objects.filter(sha256__in=batch).values_list("sha256", "key")
        owners |= {
            sha256: key for sha256, key in held if key not in other or other[key][1] == sha256
        }
    return owners


def _batches(items: Iterable) -> Iterator[list]:
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
