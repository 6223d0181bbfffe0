"""The only room that knows haystack, the engines and jieba. Its door is this module."""

from .answers import Bar, Facet, FacetValue, Filters, Found, Hit, Note, Scan
from .door import (
    check,
    find,
    index_articles,
    mark,
    rebuild,
    related,
    scan,
    status,
)

__all__ = [
    "Bar",
    "Facet",
    "FacetValue",
    "Filters",
    "Found",
    "Hit",
    "Note",
    "Scan",
    "check",
    "find",
    "index_articles",
    "mark",
    "rebuild",
    "related",
    "scan",
    "status",
]
