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
    """Translation table that takes punctuation away."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = "" if unicodedata.category(character)[0] == "P" else character
        self[code] = kept
        return kept


_FOLDS, _BARE = _Folds(), _Bare()


def fold(text: str) -> str:
    """``text`` without differences that search ignores; punctuation stays."""
    return unicodedata.normalize("NFKC", text).translate(_FOLDS)


def bare(folded: str) -> str:
    """Folded text without its punctuation."""
    return folded.translate(_BARE)


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
    ends: list[int]
    """``ends[i]``: index just after it."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Range of the original text for a non-empty range of the folded one."""
        return self.starts[start], self.ends[end - 1]


def trace(text: str, *, without_punctuation: bool) -> Traced:
    """Fold ``text`` and keep the way back to it."""
    folded, starts, ends = [], [], []
    for start, end in _pieces(text):
        piece = fold(text[start:end])
        if without_punctuation:
            piece = bare(piece)
        folded.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Traced("".join(folded), starts, ends)


def _pieces(text: str):
    """Ranges that fold independently of each other: nearly always single characters."""
    if not _JOINING.search(text):
        yield from zip(range(len(text)), range(1, len(text) + 1), strict=True)
        return
    start = 0
    for index in range(1, len(text)):
        if not _joins(text[index]):
            yield start, index
            start = index
    if text:
        yield start, len(text)


def _joins(character: str) -> bool:
    first = unicodedata.normalize("NFKC", character)[:1]
    return unicodedata.category(first or "x")[0] == "M" or "\u1160" <= first <= "\u11ff"
