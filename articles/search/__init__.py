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
    all_ids,
    check,
    did_you_mean,
    find,
    index_articles,
    mark,
    neighbours,
    rebuild,
    related,
    scan,
    status,
    suggest,
)
from .helping import Suggestion

__all__ = [
    "Bar",
    "Difference",
    "Facet",
    "FacetValue",
    "Filters",
    "Found",
    "Hit",
    "Instead",
    "Neighbours",
    "Note",
    "Scan",
    "Status",
    "Suggestion",
    "all_ids",
    "check",
    "did_you_mean",
    "find",
    "index_articles",
    "mark",
    "neighbours",
    "rebuild",
    "related",
    "scan",
    "status",
    "suggest",
]
