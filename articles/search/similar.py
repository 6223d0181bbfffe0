"""Articles like an article: those that share its telling words."""

import math
from collections import Counter

from .postings import numbers_of
from .reading import Snapshot

TOO_COMMON = 20_000
"""A keyword of more articles than this tells nothing and would take long to count."""


def similar(snapshot: Snapshot, pk: int, limit: int, among: int | None = None) -> list[int]:
    """Document numbers of the articles that share the rarest keywords, most alike first;
    of those in the set ``among``, if there is one."""
    own = snapshot.number(pk)
    if own is None:
        return []
    among = snapshot.everything if among is None else among
    scores: Counter[int] = Counter()
    for word in snapshot.keywords(own):
        count = snapshot.count("keyword", word)
        if 1 < count <= TOO_COMMON:
            weight = math.log(snapshot.size / count + 1)
            for number in numbers_of(snapshot.bits("keyword", word) & among):
                scores[number] += weight
    del scores[own]
    alike = sorted(scores, key=lambda n: (-scores[n], -snapshot.moment[n]))
    return alike[:limit]
