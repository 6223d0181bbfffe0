"""The public history of articles and of the archive."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.importing import acts
from articles.importing.acts import Act, Said
from articles.models import Article, Change
from tests.importing.pages import PAGE, import_pages, write_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tmp_path):
    write_page(tmp_path)
    import_pages(tmp_path)
    return Article.objects.get(headline__contains="石峰区")


def correct(article, act=None, **values):
    said = [Said(name, value, article.pk) for name, value in values.items()]
    acts.correct(article.page_id, said, act or Act())


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_correction_is_shown_with_its_difference(client, article):
    correct(article, headline="石峰区修好四条背街小巷")
    page = text(client, f"/articles/{article.pk}/history/")
    assert "石峰区修好<del>三</del><ins>四</ins>条背街小巷" in page


def test_a_kind_is_named_in_words(client, article):
    correct(article, kind="commentary")
    page = text(client, f"/articles/{article.pk}/history/")
    assert "评论" in page and "comment" not in page.split("<main")[1]


def test_the_articles_page_says_when_what_was_corrected(client, article):
    address = article.get_absolute_url()
    assert "机器识读，尚未核对" in text(client, address)
    act = Act(at=datetime(2024, 5, 6, 4, tzinfo=UTC))
    correct(article, act, headline="别的标题")
    assert "机器识读，2024-05-06 编辑更正： 主题" in text(client, address)
    assert (
        client.get(f"/articles/{article.pk}.json").json()["corrected_at"] == "2024-05-06T04:00:00Z"
    )
    acts.undo(act.uid, Act())
    assert "机器识读，尚未核对" in text(client, address)


def test_a_corrected_date_of_the_page_shows_on_its_articles(client, article):
    acts.correct(article.page_id, [Said("issue_date", "2018-05-06")], Act())
    acts.take_out(article.page_id, [[1, 1]], Act())
    page = text(client, article.get_absolute_url())
    assert re.search(r"编辑更正： 日期 ·", page), "furniture is no value of the article"


def test_saying_so_costs_one_query_and_only_for_corrected_articles(client, article):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(article.get_absolute_url())
        return len(asked)

    queries()
    before = queries()
    correct(article, headline="别的标题", deck="副题")
    assert queries() == before + 1


def test_editors_are_named_only_where_the_operator_wishes(client, article, settings):
    editor = get_user_model().objects.create_user("lin-editor")
    correct(article, Act(editor), headline="别的标题")
    assert "lin-editor" not in text(client, f"/articles/{article.pk}/history/")
    settings.SHOW_EDITORS = True
    assert "lin-editor" in text(client, f"/articles/{article.pk}/history/")


def test_a_different_reading_is_told_from_a_correction(client, article, tmp_path):
    write_page(tmp_path, text=PAGE.replace("四百余户", "五百余户"))
    import_pages(tmp_path)
    rows = client.get(f"/articles/{article.pk}/history.json").json()["results"]
    assert [(row["what"], row["field"]) for row in rows] == [("read", "body")]


def test_a_corrected_date_is_in_the_history_of_the_pages_articles(client, article):
    acts.correct(article.page_id, [Said("issue_date", "2018-05-06")], Act())
    assert "2018-05-06" in text(client, f"/articles/{article.pk}/history/").replace(
        "<ins>", ""
    ).replace("</ins>", "").replace("<del>9</del>", "")


def test_the_history_of_a_hidden_article_says_so_and_nothing_more(client, article):
    correct(article, headline="绝密标题")
    acts.hide(article.pk, "on request", Act())
    page = text(client, f"/articles/{article.pk}/history/")
    assert "<del>" not in page and "<ins>" not in page
    rows = client.get(f"/articles/{article.pk}/history.json").json()["results"]
    assert all(row["before"] is None and row["after"] is None for row in rows)


def test_the_archives_changes_go_on_from_page_to_page(client, article):
    for number in range(60):
        correct(article, deck=f"第{number}稿")
    first = client.get("/changes.json").json()
    second = client.get(first["next"]).json()
    assert len(first["results"]) == 50
    assert len(first["results"]) + len(second["results"]) == Change.objects.count()
    assert "第5<del>8</del><ins>9</ins>稿" in text(client, "/changes/")


@pytest.mark.parametrize("asked", ["x", "9" * 40, "-1"])
def test_an_odd_page_of_changes_is_not_found(client, db, asked):
    assert client.get("/changes/", {"before": asked}).status_code == 404


def test_a_feed_reader_can_follow_the_changes(client, article):
    correct(article, headline="别的\x07标题")
    feed = text(client, "/changes.atom")
    assert "<entry>" in feed and f"/articles/{article.pk}/" in feed
    assert "\x07" not in feed


@pytest.mark.parametrize("path", ["/changes/", "/changes.atom", "/changes.json"])
def test_changes_cost_a_fixed_number_of_queries(
    client, article, path, django_assert_max_num_queries
):
    for number in range(20):
        correct(article, deck=f"第{number}稿")
    with django_assert_max_num_queries(4):
        client.get(path)
