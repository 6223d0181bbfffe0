"""An index of its own for each test that searches."""

import pytest
from haystack import connections

from articles import search


@pytest.fixture
def index(db, tmp_path):
    """An empty folder for the index; call it to index what the database holds now."""
    backend = connections["default"].get_backend()
    before = backend.store
    backend.store = type(before)(tmp_path / "index")
    yield search.rebuild
    backend.store = before
