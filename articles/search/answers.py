"""What goes in and out of the door of search, as frozen values."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from ..models import Article


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is limited to beside its words. Several values of one field mean *or*."""

    date_from: date | None = None
    date_to: date | None = None
    month_day: str = ""
    """``MM-DD``: one calendar day in every year."""
    year: int | None = None
    month: str = ""
    """``YYYY-MM``."""
    day: date | None = None
    """One issue's day."""
    county: tuple[str, ...] = ()
    """Slugs."""
    topic: tuple[str, ...] = ()
    """Slugs."""
    reporter: tuple[str, ...] = ()
    """Primary keys, as text."""
    kind: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    """Page numbers (版次)."""
    part: str = "any"
    """The part of the text that words are looked for in (``expressions.Part``)."""
    corrected: bool | None = None
    """Only articles that an editor corrected, or only others."""
    undated: bool = False
    """Only articles whose day is not known."""
    variants: bool = False
    """Also look for what OCR makes of the words, and for old and new names of places."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found."""

    article: Article
    headline: SafeString
    """The headline, or the beginning of the text, with matches marked; safe HTML."""
    excerpt: SafeString
    """The best passage with matches marked; safe HTML."""
    variants: tuple[str, ...] = ()
    """Other readings of the words by which it was found."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One field's values among the hits, with how many hits each has."""

    field: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the histogram: a year or a month."""

    value: str
    """``2023`` or ``2023-05``."""
    count: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader should know about the answer."""

    code: str
    """index-unavailable, index-stale, query-cut, unknown-name …"""
    message: str


@dataclass(frozen=True, slots=True)
class Instead:
    """A search that finds something where the reader's own found nothing."""

    query: str
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    """How many articles match: exact, never estimated."""
    page: int = 1
    page_size: int = 20
    understood: tuple[str, ...] = ()
    """What was asked, condition by condition, in words."""
    notes: tuple[Note, ...] = ()
    facets: tuple[Facet, ...] = ()
    histogram: tuple[Bar, ...] = ()
    available: bool = True
    """False when no engine could answer; browsing still works."""
    ids: tuple[int, ...] = ()
    """Primary keys of this page's hits, in order."""
    instead: tuple[Instead, ...] = ()
    """Without hits: searches that have some."""

    @property
    def first(self) -> int:
        """Number of this page's first hit among all."""
        return (self.page - 1) * self.page_size + 1

    @property
    def pages(self) -> int:
        """How many pages there are; one even without hits."""
        return max(1, -(-self.total // self.page_size))


@dataclass(frozen=True, slots=True)
class Scan:
    """What reading the stored texts themselves found, without any index."""

    total: int
    ids: frozenset[int]
    checked: int
    """Articles that were read."""
    complete: bool
    """False when time ran out first; ``total`` then counts the articles read so far."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where an article stands among the hits of a search."""

    position: int
    total: int
    before: int | None
    """Primary key of the hit before it."""
    after: int | None
