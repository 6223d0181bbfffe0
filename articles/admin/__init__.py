"""The editors' desk: Django's admin over the archive's tables."""

from . import articles, lists, pages, people, records  # noqa: F401  registers the tables
