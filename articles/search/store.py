"""Where an index lies, who writes it, and how a new one takes an old one's place.

``current``      names the folder in force; replaced in one step
``g-…/``         an index: Whoosh's files and ``stamp.json``
``writing.lock`` held by the one process that writes; others wait
``jieba/``       jieba's own cache of its dictionary
"""

import contextlib
import fcntl
import json
import shutil
import threading
import time
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex

from .folding import version as folding_version
from .reading import IndexUnavailable, Snapshot
from .sums import cut
from .writing import schema

NAME = "articles"
LAYOUT = 4
"""Raise it when the fields or files of an index change: older indexes are then refused."""


class Store:
    """The folder of an index."""

    def __init__(self, folder: Path):
        self.folder = Path(folder)
        self._opened: tuple[tuple, Snapshot] | None = None
        self._damaged: tuple[tuple, str] | None = None
        """A state whose files were found damaged, and how."""
        self._opening = threading.Lock()

    @property
    def cache(self) -> Path:
        return self.folder / "jieba"

    @contextlib.contextmanager
    def writing(self):
        """Hold the right to write; waits for whoever has it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "writing.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            # Nobody else writes now, so what is half built was left by a writer that was killed.
            self._delete_all_but(self.current())
            yield

    def current(self) -> Path | None:
        """The folder in force, or None."""
        try:
            return self.folder / (self.folder / "current").read_text().strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        except OSError as error:
            raise IndexUnavailable(f"the index cannot be read: {error!r}") from error

    def begin(self) -> FileIndex:
        """A new, empty index beside the one in force."""
        folder = self.folder / f"g-{time.time_ns()}"
        folder.mkdir(parents=True)
        return FileIndex.create(FileStorage(str(folder)), schema(), NAME)

    def index(self) -> FileIndex:
        """The index in force, for writing. Raises IndexUnavailable where a file is cut."""
        folder = self.current()
        if folder is None:
            raise IndexUnavailable(f"no index in {self.folder}")
        storage = FileStorage(str(folder))
        for segment in TOC.read(storage, NAME).segments:
            if name := cut(storage, segment):
                raise IndexUnavailable(f"{name} is damaged; run manage.py rebuild_index")
        return FileIndex(storage, indexname=NAME)

    def publish(self, index: FileIndex, stamp: dict) -> None:
        """Put ``index`` in force in one step and delete the one before."""
        folder = Path(index.storage.folder)
        self.write_stamp(folder, stamp)
        new = self.folder / "current.new"
        new.write_text(folder.name)
        new.replace(self.folder / "current")
        self._delete_all_but(folder)

    def _delete_all_but(self, kept: Path | None) -> None:
        for folder in self.folder.glob("g-*"):
            if folder != kept:
                shutil.rmtree(folder, ignore_errors=True)

    def write_stamp(self, folder: Path, stamp: dict) -> None:
        new = folder / "stamp.new"
        new.write_text(json.dumps(stamp, ensure_ascii=False, indent=1))
        new.replace(folder / "stamp.json")

    def stamp(self) -> dict:
        """What the index in force says of itself; empty without one."""
        folder = self.current()
        try:
            return json.loads((folder / "stamp.json").read_text()) if folder else {}
        except (FileNotFoundError, ValueError):
            return {}

    def snapshot(self) -> Snapshot:
        """The last committed state; opened again only after it changed.

        Raises IndexUnavailable without a readable index of this version.
        """
        if self._is_outdated():
            with self._opening:
                if self._is_outdated():
                    self._opened = self._open()
        return self._opened[1]

    def _is_outdated(self) -> bool:
        return self._opened is None or self._opened[0] != self._state() or self._opened[1].is_cut()

    @contextlib.contextmanager
    def reading(self):
        """A snapshot to be asked. A fault that comes of damaged files is IndexUnavailable."""
        snapshot = self.snapshot()
        try:
            yield snapshot
        except IndexUnavailable:
            raise
        except Exception as error:
            if name := snapshot.changed_file():
                told = f"{name} of the index is damaged: {error!r}"
                self._damaged, self._opened = (self._state(), told), None
                raise IndexUnavailable(told) from error
            raise

    def version(self) -> str:
        """Names the last committed state; empty where there is none."""
        try:
            return "/".join(f"{part}" for part in self._state())
        except IndexUnavailable:
            return ""

    def _state(self) -> tuple:
        """Changes with every commit and every swap: the folder in force, its table of contents."""
        folder = self.current()
        if not folder:
            return ()
        try:
            names = [file.name for file in folder.iterdir()]
        except FileNotFoundError:
            names = []
        return (folder, *sorted(name for name in names if name.endswith(".toc")))

    def _open(self) -> tuple[tuple, Snapshot]:
        """A state and its snapshot. A writer may delete the files of a state while they are
        opened; the next state then is opened instead."""
        while True:
            state = self._state()
            if self._damaged and self._damaged[0] == state:
                raise IndexUnavailable(self._damaged[1])
            try:
                return state, _snapshot_of(state, self.stamp())
            except Exception as error:
                if state != self._state():
                    continue
                if isinstance(error, IndexUnavailable):
                    raise
                raise IndexUnavailable(f"the index cannot be read: {error!r}") from error


def _snapshot_of(state: tuple, stamp: dict) -> Snapshot:
    if not state:
        raise IndexUnavailable("there is no index yet")
    if (problem := mismatch(stamp)) is not None:
        raise IndexUnavailable(problem)
    storage = FileStorage(str(state[0]))
    return Snapshot(storage, TOC.read(storage, NAME).segments)


STORES: dict[str, Store] = {}


def store_at(folder: str) -> Store:
    """The one store of a folder in this process: haystack makes a backend for each thread."""
    return STORES.setdefault(folder, Store(Path(folder)))


def new_stamp(cutter) -> dict:
    """What decides whether an index can be used: compared when it is opened."""
    return {
        "layout": LAYOUT,
        "folding": folding_version(),
        "words": cutter.version,
        "names": cutter.names,
    }


def mismatch(stamp: dict) -> str | None:
    """Why an index with this stamp may not answer, or None."""
    if stamp.get("layout") != LAYOUT:
        return f"the index has layout {stamp.get('layout')}, the program writes {LAYOUT}"
    if stamp.get("folding") != folding_version():
        return "the index was folded by other rules than the program's"
    return None
