"""The language's words and how common they are, from jieba's dictionary."""

from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources

WORD = 4
"""Longest dictionary word that is looked at."""
RAREST = 1e-7
"""What the dictionary has never seen is taken for as rare as this."""


@cache
def dictionary() -> dict[str, int]:
    """Words of two to four characters of jieba's dictionary with their counts."""
    return _jieba()[0]


@cache
def _characters() -> dict[str, float]:
    """How large a share of all text each character is, by the dictionary's counts."""
    return _jieba()[1]


@cache
def _jieba() -> tuple[dict[str, int], dict[str, float]]:
    """Words and characters of jieba's dictionary (``word count tag`` a line), read once."""
    fields = resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").split()
    counted = list(zip(fields[::3], map(int, fields[1::3]), strict=True))
    counts: defaultdict[str, int] = defaultdict(int)
    for word, count in counted:
        for character in word:
            counts[character] += count
    total = sum(counts.values())
    shares = {character: count / total for character, count in counts.items()}
    words = {word: count for word, count in counted if 2 <= len(word) <= WORD and count > 1}
    return words, shares | {"": total}


@lru_cache(maxsize=1 << 16)
def commonness(word: str) -> float:
    """How large a share of all text a character is, or of all pairs of characters a pair."""
    shares = _characters()
    if len(word) == 1:
        return shares.get(word, RAREST)
    by_chance = shares.get(word[0], RAREST) * shares.get(word[1], RAREST)
    return max(by_chance, dictionary().get(word, 0) / shares[""], RAREST)


def ends_word(text: str) -> bool:
    """Whether the dictionary has a word at the text's end."""
    words = dictionary()
    return text[-2:] in words or text[-3:] in words or text[-WORD:] in words


def begins_word(text: str) -> bool:
    """Whether the dictionary has a word at the text's beginning."""
    words = dictionary()
    return text[:2] in words or text[:3] in words or text[:WORD] in words
