"""The desk's tests that search have an index of their own, as those of the search room."""

from tests.search.conftest import dictionary, index

__all__ = ["dictionary", "index"]
