"""The only room that knows haystack, the engines and jieba. Its door is this module.

Everything here is loaded when first asked for, so that importing the door costs nothing.
"""

from .answers import Bar, Facet, FacetValue, Filters, Found, Hit, Note, Scan
from .door import (
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
