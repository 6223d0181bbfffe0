"""Folding: what counts as the same text for search.

Two texts are the same when they agree after NFKC, traditional → simplified characters, case
folding and without white space, line breaks and invisible characters. *Bare* text has lost its
punctuation too; that is what plain queries are compared with.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import compress

import opencc

# Blocks whose characters may have a simplified counterpart.
_HAN = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2FA20), (0x30000, 0x32000))

# Characters that NFKC may join to the one before: marks, half-width voice marks, Hangul vowels
# and finals. A text without any of them folds character by character.
_JOINING = re.compile(
    "[\u1160-\u11ff\uff9e\uff9f]|[^\u0000-\u02ff\u2e80-\ud7ff\uf900-\ufdff\uff00-\uffef]"
)


@cache
def _simplified() -> dict[int, str]:
    """Traditional characters and their simplified ones, one to one, so that lengths stay."""
    characters = [chr(code) for first, end in _HAN for code in range(first, end)]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {ord(a): b for a, b in zip(characters, converted, strict=True) if a != b}


class _Folds(dict):
    """Translation table of characters that are NFKC already, filled as they are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character)[0] in "ZC" or character.isspace():
            folded = ""
        else:
            folded = character.casefold().translate(_simplified())
        self[code] = folded
        return folded


class _Bare(dict):
    """Translation table that puts something else, or nothing, in the place of punctuation."""

    def __init__(self, instead: str = ""):
        self._instead = instead

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = self._instead if unicodedata.category(character)[0] == "P" else character
        self[code] = kept
        return kept


_FOLDS, _BARE, _PARTED = _Folds(), _Bare(), _Bare("\0")


def fold(text: str) -> str:
    """``text`` without differences that search ignores; punctuation stays."""
    return unicodedata.normalize("NFKC", text).translate(_FOLDS)


def bare(folded: str) -> str:
    """Folded text without its punctuation."""
    return folded.translate(_BARE)


def split_at_punctuation(folded: str) -> list[str]:
    """The pieces between its punctuation marks; some may be empty."""
    return folded.translate(_PARTED).split("\0")


@cache
def version() -> str:
    """Changes when the same text may fold to something else: an index then is of no use."""
    table = "".join(f"{code:x}{to}" for code, to in sorted(_simplified().items()))
    digest = hashlib.sha256(table.encode()).hexdigest()[:12]
    return f"1-{unicodedata.unidata_version}-{digest}"


@dataclass(frozen=True, slots=True)
class Traced:
    """Folded text whose every character knows where it came from."""

    text: str
    starts: list[int]
    """``starts[i]``: index in the original text of what became character i."""
    ends: list[int] | None = None
    """``ends[i]``: index just after it; None where each came from one character."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Range of the original text for a non-empty range of the folded one."""
        last = self.ends[end - 1] if self.ends else self.starts[end - 1] + 1
        return self.starts[start], last


def trace(text: str, *, without_punctuation: bool) -> Traced:
    """Fold ``text`` and keep the way back to it."""
    pieces = _pieces(text)
    became = _BARE_PIECES if without_punctuation else _FOLDED_PIECES
    folded = [became[piece] for piece in pieces]
    if isinstance(pieces, str) and max(map(len, folded), default=0) <= 1:
        return Traced("".join(folded), list(compress(range(len(text)), folded)))
    return Traced("".join(folded), *_places(pieces, folded))


def _places(pieces: str | list[str], folded: list[str]) -> tuple[list[int], list[int]]:
    """Where each folded character came from, for pieces of any length."""
    starts, ends, at = [], [], 0
    for piece, became in zip(pieces, folded, strict=True):
        start, at = at, at + len(piece)
        starts += [start] * len(became)
        ends += [at] * len(became)
    return starts, ends


class _Pieces(dict):
    """What pieces of text become; remembered, for most are single characters met before."""

    MOST = 60_000

    def __init__(self, become):
        self._become = become

    def __missing__(self, piece: str) -> str:
        if len(self) >= self.MOST:
            self.clear()
        self[piece] = became = self._become(piece)
        return became


_FOLDED_PIECES = _Pieces(fold)
_BARE_PIECES = _Pieces(lambda piece: bare(fold(piece)))


def _pieces(text: str) -> str | list[str]:
    """Parts of ``text`` that fold independently: its characters, but for joining ones."""
    if not _JOINING.search(text):
        return text
    pieces: list[str] = []
    for character in text:
        if pieces and _joins(character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _joins(character: str) -> bool:
    first = unicodedata.normalize("NFKC", character)[:1]
    return unicodedata.category(first or "x")[0] == "M" or "\u1160" <= first <= "\u11ff"
