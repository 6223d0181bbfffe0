"""An index of its own for each test that searches."""

import pytest

from articles import search
from articles.search.store import Store


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory):
    """A folder for jieba's cache, so that it is made once a run."""
    return tmp_path_factory.mktemp("jieba")


@pytest.fixture
def index(db, empty_index, dictionary, monkeypatch):
    """An empty folder for the index; call it to index what the database holds now."""
    monkeypatch.setattr(Store, "cache", dictionary)
    return search.rebuild
