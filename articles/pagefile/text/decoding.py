"""From the bytes of a page file to its text."""

from dataclasses import dataclass

from articles.pagefile.records import Problem

BOM = b"\xef\xbb\xbf"
LONGEST_LINE = 100_000
"""Characters; no printed line comes near, so a longer one is worth a look."""


class UndecodablePage(ValueError):
    """The bytes are not the text of a page. ``reason`` is a stable code of docs/problems.md."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with line feeds as line ends, and what was noticed on the way."""

    text: str
    encoding: str
    """``utf-8``, ``utf-8-sig`` or ``gb18030``."""
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of a page file: UTF-8 with or without BOM, or GB18030.

    Raises ``UndecodablePage`` for an empty file, a binary, UTF-16 and bytes in no such code.
    """
    if not data:
        raise UndecodablePage("empty-file")
    text, encoding = _text(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, encoding, tuple(_oddities(text)))


def _text(data: bytes) -> tuple[str, str]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UndecodablePage("utf-16", "save the page as UTF-8")
    if b"\0" in data:
        raise UndecodablePage("binary-file", f"a zero byte at {data.index(0)}")
    if data.startswith(BOM):
        return _strict(data[len(BOM) :], "utf-8", "utf-8-sig")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strict(data, "gb18030", "gb18030")


def _strict(data: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise UndecodablePage("unknown-encoding", f"{codec} fails at byte {error.start}") from None
    if _is_mostly_control(text):
        raise UndecodablePage("binary-file", "control characters")
    return text, name


def _is_mostly_control(text: str) -> bool:
    """Some binaries decode by chance; text has hardly a control or private character."""
    sample = text[:20_000]
    odd = sum(1 for c in sample if (c < " " and c not in "\n\r\t\f") or "\ue000" <= c <= "\uf8ff")
    return odd * 50 > len(sample)


def _oddities(text: str):
    if "\ufffd" in text:
        yield Problem("replacement-character", text.count("\n", 0, text.index("\ufffd")) + 1)
    if not text.strip():
        yield Problem("blank-page")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            yield Problem("very-long-line", number, f"{len(line)} characters")
