"""One import at a time. The lock goes with its process, however that ends."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils import timezone


class ImportRunning(RuntimeError):
    """Another process is importing; the message says which and since when."""


@contextmanager
def import_lock(*, wait: bool = False) -> Iterator[None]:
    """Hold the archive's import lock. Raises ``ImportRunning`` unless told to ``wait``."""
    path = Path(settings.HOME) / "import.lock"
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise ImportRunning(_holder(path)) from None
        file.seek(0)
        file.truncate()
        json.dump({"pid": os.getpid(), "since": f"{timezone.now():%Y-%m-%d %H:%M:%S} UTC"}, file)
        file.flush()
        yield


def _holder(path: Path) -> str:
    try:
        said = json.loads(path.read_text())
    except ValueError:
        return "another import is running"
    return f"another import is running (process {said['pid']}, since {said['since']})"
