"""Reading again with changed word lists in the admin: what is shown first, and what is done."""

import re
from dataclasses import replace

import pytest

from articles import search
from articles.admin import retagging
from articles.importing import planning
from articles.models import Article, Page, Topic, TopicTerm
from tests.importing.pages import PAGE, import_pages, write_page

pytestmark = pytest.mark.django_db

RETAG = "/admin/articles/problem/retag/"


@pytest.fixture
def folder(tmp_path):
    """Six pages, one of them without the word that becomes one of a topic."""
    for number in range(5):
        write_page(tmp_path, f"p{number}.txt", PAGE.replace("四百", f"四百{number}十"))
    write_page(tmp_path, "q.txt", PAGE.replace("沥青", "石板"))
    import_pages(tmp_path)
    TopicTerm.objects.create(
        topic=Topic.objects.get(name="体育"), term="沥青", weight=9, edited=True
    )
    return tmp_path


def keys(answer) -> list[str]:
    return [page.key for page in answer.context["looked"]]


def read_again(client, answer):
    return client.post(
        answer.request["PATH_INFO"], {"page": [one.pk for one in answer.context["looked"]]}
    )


def test_what_a_changed_word_does_is_counted_and_shown_in_words(admin_client, folder):
    answer = admin_client.get(RETAG)
    text = " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())
    assert "有 6 版是用旧词表或旧版识读程序识读的" in text and "第 1 至 6 版" in text
    assert "5 版将有变化 · 专题 5" in text and "manage.py retag --dry-run" in text
    key, (difference,) = answer.context["pages"][0]
    one = Article.objects.get(page__key="p0.txt", headline__contains="石峰区")
    assert (key, difference.article, difference.field) == ("p0.txt", one, "专题")
    assert "体育" in "".join(piece.text for piece in difference.pieces if piece.kind == "come")


def test_the_pages_that_were_shown_are_read_again_and_no_others(admin_client, folder, monkeypatch):
    monkeypatch.setattr(retagging, "AT_ONCE", 4)
    answer = admin_client.get(RETAG)
    assert keys(answer) == ["p0.txt", "p1.txt", "p2.txt", "p3.txt"]
    read_again(admin_client, answer)
    tagged = Article.objects.filter(articletopic__topic__name="体育")
    assert set(tagged.values_list("page__key", flat=True)) == {*keys(answer)}
    answer = admin_client.get(RETAG)
    assert (answer.context["total"], keys(answer)) == (2, ["p4.txt", "q.txt"])
    read_again(admin_client, answer)
    assert "无需处理" in admin_client.get(RETAG).content.decode()


def test_nobody_waits_longer_than_a_moment_and_the_next_pages_stand_behind_a_link(
    admin_client, folder, monkeypatch
):
    monkeypatch.setattr(retagging, "SECONDS", 0.0)
    answer = admin_client.get(RETAG)
    assert keys(answer) == ["p0.txt"] and "第 1 至 1 版" in answer.content.decode()
    seen = []
    while following := re.search(r'href="(\?after=[^"]+)"', answer.content.decode()):
        answer = admin_client.get(RETAG + following[1])
        seen += keys(answer)
    assert seen == ["p1.txt", "p2.txt", "p3.txt", "p4.txt", "q.txt"]
    assert "第 6 至 6 版" in answer.content.decode()
    assert "没有更多" in admin_client.get(f"{RETAG}?after=q.txt").content.decode()


def test_only_pages_with_a_word_are_looked_at(admin_client, folder, index):
    index()
    answer = admin_client.get(f"{RETAG}?word=石板")
    assert (answer.context["total"], keys(answer)) == (1, ["q.txt"])
    answer = admin_client.get(f"{RETAG}?word=沥青")
    assert answer.context["total"] == 5 == answer.context["changed"]
    assert "没有版面" in admin_client.get(f"{RETAG}?word=石磨").content.decode()


def test_without_an_index_a_word_is_refused_with_a_word(admin_client, folder, monkeypatch):
    def gone(*_arguments, **_options):
        raise search.IndexUnavailable("no index")

    monkeypatch.setattr(search, "all_ids", gone)
    answer = admin_client.get(f"{RETAG}?word=沥青")
    assert answer.context["total"] == 6 and "无法查出" in answer.content.decode()


def test_what_is_to_be_read_is_found_by_an_index(db, django_assert_num_queries):
    stale = Page.objects.exclude(reader_version="1").order_by("key").values_list("key")
    assert "COVERING INDEX page_by_reader" in stale.filter(key__gt="a").explain()


def test_articles_that_would_come_and_go_are_counted_too(admin_client, folder, monkeypatch):
    read = planning.parse_page

    def first_only(*arguments):
        parsed = read(*arguments)
        return replace(parsed, articles=parsed.articles[:1])

    monkeypatch.setattr(planning, "parse_page", first_only)
    answer = admin_client.get(RETAG)
    assert dict(answer.context["counts"]) == {"版面上不再识出": 6, "专题": 5}
