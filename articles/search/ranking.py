"""In which order: BM25 over words, then a closer look at the best.

The words of a query are found by the words that the index holds, so queries need no
dictionary. Words in the headline and the lead already weigh more in the index (documents.weigh).
"""

import math
from collections.abc import Sequence
from functools import partial
from itertools import chain

from .documents import LEAD, PART_END, PARTS
from .evaluating import matching
from .expressions import Text
from .folding import bare, fold
from .postings import numbers_of
from .reading import Snapshot

LOOKED_AT = 200
"""So many of the best are ordered by reading their texts."""
LONGEST_WORD, LONGEST_RUN = 8, 48
FEW = 50
"""Hits of fewer than one article in so many are scored one by one."""
FAINT = 0.5
"""What an article of ``documents.FAINT_KINDS`` is worth."""
TITLED = 0.75
"""What a headline adds for the words in it, and once more as kicker and deck do."""
_BODY = PARTS.index("body")
BYTES_OF_HANZI = 3


def words_in(snapshot: Snapshot, run: str) -> list[str]:
    """Words of the index that make up ``run``: its likeliest division and their inner words."""
    run = run[:LONGEST_RUN]
    known: dict[tuple[int, int], float] = {}
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + LONGEST_WORD) + 1):
            if count := snapshot.count("word", run[start:end]):
                known[start, end] = math.log(count / (snapshot.size + 1))
    words = {run[start:end] for start, end in _division(run, known, snapshot.size)}
    inner = {run[start:end] for start, end in known if end - start > 1}
    return sorted(words | {i for i in inner if any(i in w for w in words)})


def _division(run: str, known: dict, size: int) -> list[tuple[int, int]]:
    """The likeliest way to cut ``run`` into known words."""
    unknown = -math.log(size + 2) * 2
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(run) + 1):
        best.append(
            max(
                (best[start][0] + known.get((start, end), unknown * (end - start)), start)
                for start in range(max(0, end - LONGEST_WORD), end)
            )
        )
    pieces, end = [], len(run)
    while end:
        start = best[end][1]
        if (start, end) in known:
            pieces.append((start, end))
        end = start
    return pieces


def best_first(
    snapshot: Snapshot, hits: int, texts: Sequence[Text], limit: int | None = None
) -> list[int]:
    """Hits, the ones a reader wants first; newest first where nothing tells them apart.

    ``limit``: so many are wanted; without words, no more are put in order.
    """
    numbers = snapshot.newest_first(hits, None if texts else limit)
    if not texts or len(numbers) < 2:
        return numbers
    scores = _scores(snapshot, hits, sorted(numbers), texts)
    numbers.sort(key=scores.__getitem__, reverse=True)
    looked_at = numbers[:LOOKED_AT]
    snapshot.expect(looked_at)
    closer = _closer(snapshot, len(numbers), texts)
    looks = {number: closer(number, scores[number]) for number in looked_at}
    looked_at.sort(key=looks.__getitem__, reverse=True)
    return looked_at + numbers[LOOKED_AT:]


def _scores(
    snapshot: Snapshot, hits: int, numbers: Sequence[int], texts: Sequence[Text]
) -> dict[int, float] | list[float]:
    """By document number; ``numbers`` are those of ``hits``, ascending."""
    norms = snapshot.norms
    if len(numbers) * FEW < snapshot.size:
        scores: dict[int, float] | list[float] = dict.fromkeys(numbers, 0.0)
        weights = partial(snapshot.weights_among, few=numbers)
    else:
        scores, weights = [0.0] * snapshot.size, snapshot.weights
    words = (words_in(snapshot, bare(fold(text.value))) for text in texts)
    for word in dict.fromkeys(chain.from_iterable(words)):
        weight = _rarity(snapshot, snapshot.count("word", word))
        for number, times in weights(word):
            scores[number] += weight * times / (times + norms[number])
    for text in texts:
        for part in ("headline", "title"):
            titled = matching(snapshot, Text(text.value, text.exact, part), hits)
            bonus = TITLED * _rarity(snapshot, titled.bit_count())
            for number in numbers_of(titled):
                scores[number] += bonus
    for number in numbers_of(hits & snapshot.faint):
        scores[number] *= FAINT
    return scores


def _rarity(snapshot: Snapshot, count: int) -> float:
    return math.log(1 + (snapshot.size - count + 0.5) / (count + 0.5)) if count else 0.0


def _closer(snapshot: Snapshot, total: int, texts: Sequence[Text]):
    """A score that has read the text: how often the very words stand there, and how early."""
    runs = [run.encode() for run in dict.fromkeys(bare(fold(text.value)) for text in texts) if run]
    together, weight = b"".join(runs), _rarity(snapshot, total)
    faint = snapshot.faint
    end = PART_END.encode()

    def closer(number: int, score: float) -> float:
        text = snapshot.bare(number)
        lead = text.split(end)[_BODY][: LEAD * BYTES_OF_HANZI]
        norm = snapshot.norms[number]
        more = 0.0
        for run in runs:
            times = text.count(run)
            more += weight * times / (times + norm)
            more += 0.5 * weight * (run in lead)
        if len(runs) > 1 and together in text:
            more += 2 * weight
        return score + more * (FAINT if faint >> number & 1 else 1)

    return closer
