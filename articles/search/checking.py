"""The index held against the database, both ways; and what it says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Article
from .documents import batches, documents
from .postings import numbers_of
from .reading import Snapshot
from .store import IndexUnavailable, Store
from .words import Cutter, archive_names


@dataclass(frozen=True, slots=True)
class Difference:
    """An article of which index and database say different things."""

    code: str
    """``missing`` (not indexed), ``stale`` (indexed as it was) or ``ghost`` (not live any more)."""
    article: int


@dataclass(frozen=True, slots=True)
class Status:
    """What ``index_status`` prints."""

    available: bool
    problem: str = ""
    """Why searches cannot be answered, or what is out of date."""
    indexed: int = 0
    live: int = 0
    segments: int = 0
    bytes: int = 0
    folder: str = ""

    @property
    def is_current(self) -> bool:
        return self.available and not self.problem


def differences(store: Store, ids: Iterable[int] | None = None) -> list[Difference]:
    """Every difference, or those among ``ids``. Reads all these articles."""
    try:
        indexed = _digests(store.snapshot())
    except IndexUnavailable:
        indexed = {}
    wanted = list(ids) if ids is not None else _all_ids()
    found, live = [], set()
    for batch in batches(wanted, 2000):
        for document in documents(batch):
            live.add(document.pk)
            if document.pk not in indexed:
                found.append(Difference("missing", document.pk))
            elif indexed[document.pk] != document.digest:
                found.append(Difference("stale", document.pk))
    ghosts = (indexed.keys() if ids is None else indexed.keys() & set(wanted)) - live
    found += [Difference("ghost", pk) for pk in sorted(ghosts)]
    return found


def _all_ids() -> list[int]:
    return list(Article.objects.live().order_by("pk").values_list("pk", flat=True))


def _digests(snapshot: Snapshot) -> dict[int, int]:
    digests = snapshot.column("digest")
    return {snapshot.pk[n]: digests[n] for n in numbers_of(snapshot.everything)}


def damage(store: Store) -> str:
    """Which file of the index is not as it was written, or nothing. Reads the files, once."""
    try:
        name = store.snapshot().changed_file()
    except IndexUnavailable as error:
        return str(error)
    return f"{name} is not as it was written, answers may be wrong: rebuild_index" if name else ""


def status(store: Store) -> Status:
    """Quick: compares counts, stamps and checksums, not articles."""
    live = Article.objects.live().count()
    folder = store.current()
    try:
        snapshot = store.snapshot()
    except IndexUnavailable as error:
        return Status(available=False, problem=str(error), live=live, folder=str(folder or ""))
    indexed = snapshot.everything.bit_count()
    return Status(
        available=True,
        problem=damage(store) or _doubt(store, indexed, live),
        indexed=indexed,
        live=live,
        segments=snapshot.segments,
        bytes=sum(file.stat().st_size for file in folder.iterdir()),
        folder=str(folder),
    )


def _doubt(store: Store, indexed: int, live: int) -> str:
    if indexed != live:
        return f"{live} articles are live, {indexed} are indexed: run update_index --remove"
    stamp = store.stamp()
    names = archive_names()
    if stamp["words"] != Cutter(stamp["names"], store.cache).version:
        return "jieba or its dictionary has changed since: rebuild_index renews the order of hits"
    if fresh := set(names) - set(stamp["names"]):
        return f"{len(fresh)} names are newer than the index's dictionary (order only)"
    return ""
