"""The index as an operator sees it: built, brought up to date, broken, checked."""

import io
import os
import random
import shutil
import subprocess
import sys
import threading
from datetime import date, timedelta
from itertools import product

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connections as databases
from haystack import connections
from haystack.query import SearchQuerySet

from articles import search
from articles.models import Article, Unindexed
from articles.search import Filters, building
from articles.search.store import IndexUnavailable, Store
from benchmarks import search_corpus
from tests.builders import make_article, make_page
from zzarchive.environment import search_engine

pytestmark = pytest.mark.django_db
SITE = "zzarchive.settings"


def store() -> Store:
    return connections["default"].get_backend().store


def told(command: str, *arguments: str) -> str:
    said = io.StringIO()
    call_command(command, *arguments, stdout=said, stderr=said)
    return said.getvalue()


def total(query: str) -> int:
    return search.find(query).total


def test_rebuild_index_and_index_status(index):
    make_article(headline="渡槽", body="渡槽通水。")
    assert "1 articles indexed" in told("rebuild_index", "--noinput")
    assert "up to date" in told("index_status")
    assert total("通水") == 1


def test_index_status_names_what_is_wrong_and_fails(index, capsys):
    with pytest.raises(SystemExit):
        told("index_status")
    index()
    make_article(headline="渡槽")
    with pytest.raises(SystemExit):
        told("index_status")


def test_update_index_adds_and_removes(index):
    index()
    article = make_article(headline="渡槽", body="渡槽通水。")
    told("update_index")
    assert total("通水") == 1
    Article.objects.filter(pk=article.pk).update(state="hidden")
    told("update_index", "--remove")
    assert total("通水") == 0
    assert search.check() == []


def test_clear_index_leaves_an_empty_one(index):
    make_article(headline="渡槽", body="渡槽通水。")
    index()
    told("clear_index", "--noinput")
    assert total("通水") == 0 and search.status().available


def test_check_names_missing_stale_and_ghosts(index):
    stale = make_article(headline="甲", body="旧")
    ghost = make_article(headline="乙")
    index()
    Article.objects.filter(pk=stale.pk).update(body="新")
    Article.objects.filter(pk=ghost.pk).update(state="gone")
    missing = make_article(headline="丙")
    found = {(difference.code, difference.article) for difference in search.check()}
    assert found == {("stale", stale.pk), ("ghost", ghost.pk), ("missing", missing.pk)}


def test_a_stale_hit_is_left_out_and_said(index):
    make_article(headline="甲", body="堤坝")
    hidden = make_article(headline="乙", body="堤坝")
    index()
    Article.objects.filter(pk=hidden.pk).update(state="hidden")
    found = search.find("堤坝")
    assert [hit.article.headline for hit in found.hits] == ["甲"]
    assert [note.code for note in found.notes] == ["index-stale"]


def test_indexing_never_fails_an_import_and_what_is_behind_is_done_later(
    index, monkeypatch, caplog
):
    index()
    article = make_article(headline="甲", body="堤坝")
    Unindexed.objects.create(article_id=article.pk)
    with monkeypatch.context() as broken:
        broken.setattr(building.ArticleWriter, "commit", _fails)
        search.index_articles([article.pk])
    assert "update_index" in caplog.text and Unindexed.objects.exists()
    search.index_articles([])
    assert total("堤坝") == 1 and not Unindexed.objects.exists()


def test_a_first_import_builds_the_index_and_a_click_never_rebuilds_a_large_one(index, monkeypatch):
    articles = [make_article(headline=f"第{n}篇", body="堤坝") for n in range(3)]
    search.index_articles([articles[0].pk])
    assert total("堤坝") == 3
    store().write_stamp(store().current(), store().stamp() | {"layout": 0})
    store()._opened = None  # as after the restart that brought the other layout
    monkeypatch.setattr(building, "MOST_UNASKED", 1)
    search.index_articles([articles[0].pk])
    assert not search.status().available
    search.index_articles([article.pk for article in articles])
    assert total("堤坝") == 3


def _fails(*arguments, **options):
    raise OSError("no space left on device")


def test_readers_keep_the_old_index_until_the_new_one_is_whole(index, monkeypatch):
    make_article(headline="甲", body="堤坝")
    index()
    seen = []
    built = building._built

    def looked_at(*arguments):
        seen.append(total("堤坝"))
        return built(*arguments)

    monkeypatch.setattr(building, "_built", looked_at)
    make_article(headline="乙", body="堤坝")
    search.rebuild()
    assert seen == [1] and total("堤坝") == 2
    assert len(list(store().folder.glob("g-*"))) == 1


def test_a_rebuild_that_fails_leaves_the_old_index(index, monkeypatch):
    make_article(headline="甲", body="堤坝")
    index()
    monkeypatch.setattr(building, "_segment", _fails)
    with pytest.raises(OSError):
        search.rebuild()
    assert total("堤坝") == 1
    assert len(list(store().folder.glob("g-*"))) == 1


@pytest.mark.parametrize("damage", ["no folder", "cut file", "no table", "old layout"])
def test_a_broken_index_is_said_and_a_rebuild_mends_it(index, damage, client):
    make_article(headline="甲", body="堤坝")
    index()
    folder = store().current()
    if damage == "no folder":
        shutil.rmtree(folder)
    elif damage == "cut file":
        next(folder.glob("*.trm")).write_bytes(b"\1")
    elif damage == "no table":
        next(folder.glob("*.toc")).unlink()
    else:
        store().write_stamp(folder, store().stamp() | {"layout": 0})
    store()._opened = None
    assert not search.find("堤坝").available
    assert client.get("/search/?q=堤坝").status_code == 503
    assert not search.status().available
    search.rebuild()
    assert total("堤坝") == 1


def test_one_writer_at_a_time_and_the_others_wait(index):
    index()
    article = make_article(headline="甲", body="堤坝")
    with store().writing():
        waiting = threading.Thread(target=_index_in_a_thread, args=(article.pk,))
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
    waiting.join(20)
    assert not waiting.is_alive()


def _index_in_a_thread(pk: int) -> None:
    building.remove(store(), [pk])
    databases.close_all()


def test_readers_are_answered_while_a_writer_holds_the_index(index, client):
    make_article(headline="甲", body="堤坝")
    index()
    with store().writing():
        assert total("堤坝") == 1
        assert client.get("/search/?q=堤坝").status_code == 200
        assert search.status().available


def test_readers_that_open_the_index_while_it_is_swapped_miss_nothing(index):
    for number in range(20):
        make_article(headline=f"第{number}篇", body="堤坝")
    index()
    done, wrong = threading.Event(), []

    def ask():
        while not done.is_set():
            try:
                if Store(store().folder).snapshot().everything.bit_count() != 20:
                    wrong.append("a wrong count")
            except IndexUnavailable as error:
                wrong.append(str(error))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(12):
        index()
        building.update(store(), [Article.objects.first().pk])
    done.set()
    for thread in threads:
        thread.join()
    assert not wrong


def test_what_a_killed_rebuild_leaves_is_cleared_by_the_next_writer(index):
    article = make_article(headline="甲", body="堤坝")
    index()
    store().begin()
    assert len(list(store().folder.glob("g-*"))) == 2
    search.index_articles([article.pk])
    assert list(store().folder.glob("g-*")) == [store().current()]
    assert total("堤坝") == 1


def test_days_and_orders_are_right_however_articles_came_in(index):
    """A rebuilt index has its articles in order of time; later ones stand behind them."""
    chosen, days = random.Random(3), [date(2019, 1, 1) + timedelta(n * 40) for n in range(20)]
    early = [_article_of(chosen, day) for day in days[:14]]
    vague = Article.objects.filter(pk__in=[early[n].pk for n in (0, 5, 9)])
    vague.update(date_latest=days[10], date_precision="range")
    index()
    assert store().snapshot().ordered == 14
    later = [_article_of(chosen, day) for day in (*days[10:], *days[:3])]
    Article.objects.filter(pk=early[3].pk).update(state="hidden")
    search.index_articles([article.pk for article in (*later, early[3], early[5])])
    live = list(Article.objects.live())
    for first, last in product(days[::3], days[1::4]):
        within = [a for a in live if first <= a.date_earliest and a.date_latest <= last]
        limits = Filters(date_from=first, date_to=last)
        assert set(search.all_ids("堤坝", limits)) == {a.pk for a in within}
    newest = sorted(live, key=lambda a: (a.date_earliest, -int(a.page_number), -a.position, a.pk))
    wanted = [article.pk for article in reversed(newest)]
    assert search.all_ids("堤坝", order="newest") == wanted
    for size in (1, 5, 20):
        assert list(search.find("堤坝", order="newest", page_size=size).ids) == wanted[:size]


def _article_of(chosen: random.Random, day: date) -> Article:
    page = make_page(day=day, number=f"0{chosen.randint(1, 4)}")
    return make_article(page, headline="堤坝", body="堤坝")


@pytest.mark.slow
def test_two_processes_build_what_one_builds(tmp_path):
    script = (
        "from articles import search; from benchmarks import search_corpus;"
        "search_corpus.write(3200); search.rebuild(2); two = search.all_ids('的', order='newest');"
        "assert search.status().segments == 2 and search.check() == [];"
        "search.rebuild(1); assert search.all_ids('的', order='newest') == two and len(two) > 1000"
    )
    for arguments in (["migrate", "--verbosity=0"], ["shell", "--command", script]):
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            env={**os.environ, "ZZARCHIVE_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": SITE},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


def test_many_small_commits_keep_few_segments(index):
    index()
    page = make_page(day=date(2020, 1, 1))
    for number in range(30):
        search.index_articles([make_article(page, headline=f"第{number}篇", body="堤坝").pk])
    assert total("堤坝") == 30
    assert search.status().segments <= 10
    assert search.check() == []
    for kind in ("*.trm", "*.sum"):
        assert len(list(store().current().glob(kind))) == search.status().segments


def test_a_search_from_many_threads_is_never_wrong(index):
    search_corpus.write(200)
    index()
    queries = ["的", "株洲", "不是 人", "标题:大", "万元 -的", "记者:王", "一 OR 二"]
    wanted = {query: search.all_ids(query) for query in queries}
    wrong: list = []

    def ask():
        for query in queries * 40:
            answer = search.all_ids(query)
            wrong.extend([query] if answer != wanted[query] else [])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_haystacks_own_queries_work_too(index):
    page = make_page(day=date(2020, 5, 1), number="02")
    article = make_article(page, headline="堤坝加固", body="汛期之前。")
    make_article(headline="渡槽", body="汛期之后。")
    index()
    everything = SearchQuerySet()
    assert everything.count() == 2
    assert everything.filter(content="汛期").count() == 2
    assert [r.pk for r in everything.filter(title="堤坝")] == [article.pk]
    assert everything.filter(number="02").load_all()[0].object == article
    assert everything.auto_query("汛期 -渡槽")[0].object.headline == "堤坝加固"
    assert everything.exclude(content="堤坝").count() == 1
    assert everything.narrow("版:02").count() == 1
    assert everything.filter(date__gte=date(2020, 1, 1)).count() == 1
    assert everything.facet("number").facet_counts()["fields"]["number"] == [("02", 1)]
    assert everything.models(Article).values_list("pk", flat=True)[0:5] == [
        article.pk,
        article.pk + 1,
    ]


def test_an_unknown_engine_is_refused_at_the_start(monkeypatch, tmp_path):
    monkeypatch.setenv("SEARCH_URL", "solr://localhost/x")
    with pytest.raises(ImproperlyConfigured):
        search_engine(tmp_path)
    monkeypatch.setenv("SEARCH_URL", "whoosh:///somewhere/else")
    assert search_engine(tmp_path)["PATH"] == "/somewhere/else"
