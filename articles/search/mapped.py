"""Files of an index mapped into memory: processes share them, and the system may take them back."""

import mmap
from pathlib import Path


def mapped_file(storage, segment, extension: str) -> memoryview:
    """A segment's file, mapped into memory; empty where the file is."""
    path = Path(storage.folder) / segment.make_filename(extension)
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def expect(mapped: memoryview, start: int, end: int) -> None:
    """Have a piece of a mapped file read from the disk in the background."""
    if start < end:
        start -= start % mmap.PAGESIZE
        mapped.obj.madvise(mmap.MADV_WILLNEED, start, end - start)


def is_cut(mapped: memoryview) -> bool:
    """Whether a mapped file is shorter now than when it was mapped: reading it would kill the
    process."""
    return isinstance(mapped.obj, mmap.mmap) and mapped.obj.size() < len(mapped.obj)
