"""Chinese words by jieba, with the archive's own names in its dictionary.

Only the writer of an index loads jieba (half a second, 90 MB). Queries are cut by the words
that the index holds (``ranking.words_in``), so that readers' processes stay small and the two
sides can never disagree.
"""

import hashlib
import logging
import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from ..models import District, DistrictName, Place, ReporterName, Topic
from .folding import bare, fold

KEYWORDS = 12
_WORD = re.compile(r"[^\W_]")


def archive_names() -> list[str]:
    """Names that are one word: places, reporters and topics, folded, sorted."""
    columns = (
        District.objects.values_list("name", flat=True),
        DistrictName.objects.filter(kind="alias").values_list("name", flat=True),
        Place.objects.values_list("name", flat=True),
        ReporterName.objects.values_list("name", flat=True),
        Topic.objects.values_list("name", flat=True),
    )
    names = {bare(fold(name)) for column in columns for name in column}
    return sorted(name for name in names if 2 <= len(name) <= 12)


@lru_cache(maxsize=1)
def _tokenizer(names: tuple[str, ...], cache: Path):
    """jieba with the archive's names, loaded once in a process that writes."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    # By default the cache is a marshal file at a known name in the world's temp folder.
    cache.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(cache)
    tokenizer.initialize()
    for name in names:
        tokenizer.add_word(name)
    return tokenizer


class Cutter:
    """Cuts folded text into words. ``cache`` is a private folder for jieba's dictionary."""

    def __init__(self, names: Iterable[str], cache: Path):
        self.names = list(names)
        self._cache = cache

    @cached_property
    def _jieba(self):
        return _tokenizer(tuple(self.names), self._cache)

    def load(self) -> None:
        """Load the dictionary now, before processes are forked that share it."""
        self._jieba.check_initialized()

    @cached_property
    def version(self) -> str:
        """Changes with jieba, its dictionary or the names."""
        import jieba

        digest = hashlib.sha256("\n".join(self.names).encode())
        digest.update(jieba.get_dict_file().read())
        return f"{jieba.__version__}-{digest.hexdigest()[:12]}"

    def cut(self, text: str) -> list[str]:
        """Words of folded text, and the shorter words inside long ones."""
        return [word for word in self._jieba.lcut_for_search(text) if _WORD.match(word)]

    def keywords(self, weights: Counter) -> list[str]:
        """The words that tell most about a text: frequent here, rare in the language."""
        scores = {
            word: weight * self._rarity(word)
            for word, weight in weights.items()
            if len(word) > 1 and not word.isascii()
        }
        return sorted(scores, key=lambda word: (-scores[word], word))[:KEYWORDS]

    def _rarity(self, word: str) -> float:
        return math.log(self._jieba.total / (self._jieba.FREQ.get(word) or 1))
