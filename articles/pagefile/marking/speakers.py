"""Who speaks: words before a colon that open several lines of a page (``问:``, ``周卫红:``)."""

import re
from collections.abc import Iterable

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.text.lines import Line

SPEAKER = re.compile(r"^(@?[^\s:。,!?“”]{1,12}):")
FARTHEST_COLON = 14
"""A speaker's colon stands within so many characters."""
ALWAYS = ("问", "答", "记者")
"""Speakers, however seldom they speak."""


def speakers_of(lines: Iterable[Line]) -> frozenset[str]:
    """Those who speak on the page: 问, 答, 记者, and whoever does so twice."""
    counts: dict[str, int] = {}
    for line in lines:
        match = SPEAKER.match(line.folded) if ":" in line.folded[:FARTHEST_COLON] else None
        if match and (line.end[-1] in "。!?…" or not looks_like_heading(line)):
            counts[match[1]] = counts.get(match[1], 0) + 1
    return frozenset(word for word, count in counts.items() if count > 1 or word in ALWAYS)
