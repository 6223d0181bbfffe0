"""An index of its own for each test that searches."""

import pytest
from django.conf import settings

from articles import search
from articles.search.store import STORES, Store


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory):
    """A folder for jieba's cache, so that it is made once a run."""
    return tmp_path_factory.mktemp("jieba")


@pytest.fixture
def index(db, tmp_path, dictionary, monkeypatch):
    """An empty folder for the index; call it to index what the database holds now."""
    monkeypatch.setattr(Store, "cache", dictionary)
    folder = settings.HAYSTACK_CONNECTIONS["default"]["PATH"]
    monkeypatch.setitem(STORES, folder, Store(tmp_path / "index"))
    return search.rebuild
