"""What an article is about: places and topics, each with the words that prove it."""

from dataclasses import dataclass

from articles.tagging.doubts import Doubt


@dataclass(frozen=True, slots=True)
class PlaceFinding:
    """An article concerns a district, and why."""

    district: str
    """Today's canonical name (``渌口区``), also where the page prints an old or misread one."""
    is_primary: bool
    """The one where the news is; at most one finding of an article has it."""
    words: tuple[str, ...]
    """The names as printed, each once, in order of first appearance."""
    count: int
    rule: str
    """Which rule spoke: ``headline``, ``kicker``, ``dateline``, ``body``, ``town``, ``context`` …"""


@dataclass(frozen=True, slots=True)
class TopicFinding:
    """An article belongs to a topic (专题), and why."""

    topic: str
    words: tuple[str, ...]
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Tags:
    """All findings for one article; places in order of weight, topics surest first."""

    places: tuple[PlaceFinding, ...] = ()
    topics: tuple[TopicFinding, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Names for an editor to look at: misread ones, and places that no list knows."""
