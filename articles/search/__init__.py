"""The only room that knows haystack, the engines and jieba. Its door is this module."""

from .answers import (
    Bar,
    Facet,
    FacetValue,
    Filters,
    Found,
    Hit,
    Instead,
    Neighbours,
    Note,
    Scan,
)
from .checking import Difference, Status
from .door import (
    check,
    damage,
    did_you_mean,
    index_articles,
    marker,
    rebuild,
    related,
    scan,
    status,
    suggest,
    version,
)
from .finding import all_ids, find, neighbours, rows
from .helping import Suggestion
from .store import IndexUnavailable

__all__ = [
    "Bar",
    "Difference",
    "Facet",
    "FacetValue",
    "Filters",
    "Found",
    "Hit",
    "IndexUnavailable",
    "Instead",
    "Neighbours",
    "Note",
    "Scan",
    "Status",
    "Suggestion",
    "all_ids",
    "check",
    "damage",
    "did_you_mean",
    "find",
    "index_articles",
    "marker",
    "neighbours",
    "rebuild",
    "related",
    "rows",
    "scan",
    "status",
    "suggest",
    "version",
]
