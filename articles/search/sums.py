"""Sizes and checksums of a segment's files: what tells a damaged index from a whole one."""

import json
import zlib
from pathlib import Path

EXTENSIONS = (".trm", ".pst", ".doc", ".txt")
_CHUNK = 1 << 20


def write_sums(storage, segment) -> None:
    """Note what the files of a segment are that was just written."""
    sums = {}
    for extension in EXTENSIONS:
        path = Path(storage.folder) / segment.make_filename(extension)
        sums[extension] = [path.stat().st_size, _checksum(path)]
    noted = Path(storage.folder) / segment.make_filename(".sum")
    noted.write_text(json.dumps(sums))


def cut(storage, segment) -> str:
    """The name of a file that is missing or has another size than noted, or nothing. Quick."""
    return _first_other(storage, segment, lambda path, noted: path.stat().st_size == noted[0])


def changed(storage, segment) -> str:
    """The name of a file that is not as noted, or nothing. Reads the files."""
    return _first_other(storage, segment, lambda path, noted: _checksum(path) == noted[1])


def _first_other(storage, segment, is_as_noted) -> str:
    path = Path(storage.folder) / segment.make_filename(".sum")
    try:
        sums = json.loads(path.read_text())
        for extension in EXTENSIONS:
            path = path.with_suffix(extension)
            if not is_as_noted(path, sums[extension]):
                return path.name
    except (OSError, ValueError, LookupError, TypeError):
        # The file is missing, or the note of its sum is not as it was written.
        return path.name
    return ""


def _checksum(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value
