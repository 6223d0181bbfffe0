"""The words a text is made of, for telling whose words a paragraph speaks.

Characters and pairs of characters stand for words: no cut has to be right, and names, which
tell most, stand in no dictionary. A word weighs the more the rarer the language has it.
"""

import re
from functools import lru_cache
from math import log
from operator import add

from articles.pagefile.text.dictionary import commonness

HAN = re.compile("[\u4e00-\u9fff]+")
CHINESE = re.compile("[\u4e00-\U0010ffff]{2,}")
"""Rare characters beyond the first block too (``HAN`` leaves them out)."""
LATIN = re.compile("[A-Za-z]{2,}")
TELLING = 0.01
"""A word as common as this (a character like ``中``) weighs log 2."""


def words_of(text: str) -> frozenset[str]:
    """The Chinese characters of a folded text, the pairs that stand together, words in Latin."""
    runs = HAN.findall(text)
    pairs = [map(add, run, run[1:]) for run in runs]
    return frozenset().union(*runs, *pairs, LATIN.findall(text))


@lru_cache(maxsize=4096)
def bigrams(text: str) -> frozenset[str]:
    """The pairs of Chinese characters that stand together in a folded text, and nothing else."""
    return frozenset().union(*[map(add, run, run[1:]) for run in CHINESE.findall(text)])


@lru_cache(maxsize=1 << 16)
def weight(word: str) -> float:
    """How much it tells that two texts share the word, by the language alone."""
    return log(1 + TELLING / commonness(word))
