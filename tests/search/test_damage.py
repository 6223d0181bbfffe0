"""A damaged index: readers get hits or the page that says so, operators are told."""

import random
import shutil
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from django.core.management import call_command
from haystack import connections

from articles import search
from articles.models import Article
from articles.search.reading import Snapshot
from articles.search.store import STORES, Store
from benchmarks import search_corpus
from tests.builders import make_article, make_page

pytestmark = pytest.mark.django_db
QUERIES = ("的", "堤坝", "不是", "堤坝加固工程", '"堤坝、"', "标题:堤坝", "-的", "版:02", "王")
FILES = ("*.trm", "*.pst", "*.doc", "*.txt", "*.sum", "*.toc", "stamp.json", "../current")


@pytest.fixture
def archive(index):
    """An index of two segments."""
    search_corpus.write(24)
    index()
    page = make_page(day=date(2020, 5, 1), number="02")
    article = make_article(page, headline="堤坝加固", body="堤坝、渡槽。堤坝加固工程。" * 30)
    search.index_articles([article.pk])
    return article


def store() -> Store:
    return connections["default"].get_backend().store


def as_after_a_restart() -> None:
    for folder, one in list(STORES.items()):
        if one is store():
            STORES[folder] = Store(one.folder)
            return


def answers() -> dict:
    return {query: search.find(query).ids for query in QUERIES}


def is_told() -> bool:
    """Whether an operator learns that something is wrong."""
    return not search.status().is_current or bool(search.check())


def removed(path) -> None:
    path.unlink()


def cut(path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path) -> None:
    path.write_bytes(b"")


def largest(pattern: str) -> Path:
    return max(store().current().glob(pattern), key=lambda path: path.stat().st_size).resolve()


@pytest.fixture
def mended(archive, tmp_path):
    """Call it to have the index as it was before it was damaged."""
    whole = tmp_path / "whole"
    shutil.copytree(store().folder, whole)

    def mend():
        shutil.rmtree(store().folder)
        shutil.copytree(whole, store().folder)
        as_after_a_restart()

    return mend


@pytest.mark.parametrize("pattern", FILES)
def test_a_file_that_is_cut_or_missing_gives_the_page_that_says_so(
    client, archive, pattern, mended
):
    right = answers()
    for damage, is_restarted in product((removed, cut, emptied), (True, False)):
        damage(largest(pattern))
        if is_restarted:
            as_after_a_restart()
        for query in QUERIES:
            answer = client.get("/search.json", {"q": query})
            assert answer.status_code in (200, 503), query
            if answer.status_code == 200:
                assert search.find(query).ids == right[query]
        assert_browsing_works(client, archive)
        as_after_a_restart()
        assert search.find("堤坝").available is False and is_told()
        assert client.get("/search/?q=堤坝").status_code == 503
        mended()


def assert_browsing_works(client, article) -> None:
    for address in ("/", f"/articles/{article.pk}/?q=堤坝", "/suggest/?q=堤"):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("pattern", FILES)
def test_flipped_bytes_give_no_fault_and_an_operator_is_told(client, archive, pattern, mended):
    right, chosen = answers(), random.Random(pattern)
    for _ in range(6):
        path = largest(pattern)
        content = bytearray(path.read_bytes())
        content[chosen.randrange(len(content))] ^= 1 << chosen.randrange(8)
        path.write_bytes(content)
        as_after_a_restart()
        for query in QUERIES:
            assert client.get("/search.json", {"q": query}).status_code in (200, 503)
        assert client.get(f"/articles/{archive.pk}/?q=堤坝").status_code == 200
        if pattern in FILES[:4] or answers() != right:
            assert is_told()
        mended()


def test_what_was_found_damaged_is_not_asked_again_until_it_is_rebuilt(archive, monkeypatch):
    path = largest("*.pst")
    path.write_bytes(b"\xff" * path.stat().st_size)
    as_after_a_restart()
    assert not search.find("堤坝 的").available
    read = []
    monkeypatch.setattr(Snapshot, "changed_file", lambda snapshot: read.append(snapshot) or "")
    assert not search.find("版:02").available and read == []
    search.rebuild()
    assert search.find("堤坝 的").available


def test_a_fault_of_the_program_is_no_damage_and_is_not_hidden(archive, monkeypatch):
    monkeypatch.setattr(Snapshot, "newest_first", lambda *arguments: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        search.find("堤坝", order="newest")


def test_a_table_of_contents_of_another_index_is_told(archive):
    toc = next(store().current().glob("*.toc"))
    empty = store().begin()
    next(Path(empty.storage.folder).glob("*.toc")).replace(toc)
    as_after_a_restart()
    assert is_told()


def test_a_damaged_segment_is_never_merged_into_a_sound_one(archive, caplog):
    texts = largest("*.txt")
    content = bytearray(texts.read_bytes())
    content[len(content) // 2] ^= 255
    texts.write_bytes(content)
    for number in range(10):
        search.index_articles([make_article(headline=f"第{number}篇").pk])
    assert "is damaged" in caplog.text
    as_after_a_restart()
    assert is_told()


def test_check_archive_names_the_damage_and_mends_it(archive, capsys):
    path = largest("*.pst")
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(SystemExit):
        call_command("check_archive")
    assert f"{path.name} is not as it was written" in capsys.readouterr().out
    with pytest.raises(SystemExit):  # the made-up pages were read by no reader
        call_command("check_archive", "--repair")
    assert "index" not in capsys.readouterr().out
    assert search.find("堤坝").total == Article.objects.filter(body__contains="堤坝").count()
