"""How long work shows itself: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from types import TracebackType

from tqdm import tqdm

SECONDS = 10
"""Between two plain lines."""


class Progress:
    """Callable with (what, done, total); ``total`` 0 where it is not known yet."""

    def __init__(self, stream=None, *, quiet: bool = False):
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._bar: tqdm | None = None
        self._what = ""
        self._said = time.monotonic()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.close()

    def __call__(self, what: str, done: int, total: int) -> None:
        if self._quiet:
            return
        if self._stream.isatty():
            self._draw(what, done, total)
        elif time.monotonic() - self._said >= SECONDS and done:
            self._said = time.monotonic()
            of = f" of {total}" if total else ""
            self._stream.write(f"{what}: {done}{of}\n")
            self._stream.flush()

    def _draw(self, what: str, done: int, total: int) -> None:
        if what != self._what:
            if self._bar:
                self._bar.close()
            self._what = what
            self._bar = tqdm(desc=what, total=total or None, file=self._stream, unit="")
        self._bar.update(done - self._bar.n)
