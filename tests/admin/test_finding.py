"""The search box over the desk's list of articles."""

import pytest

from articles import search
from articles.admin import finding
from articles.importing import acts
from articles.importing.acts import Act
from articles.models import Article
from tests.importing.pages import PAGE, import_pages, write_page

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def folder(tmp_path, index):
    write_page(tmp_path / "pages", "2019/a.txt")
    write_page(tmp_path / "pages", "2019/b.txt", PAGE.replace("沥青", "石板"))
    import_pages(tmp_path / "pages")
    index()
    return tmp_path / "pages"


def listed(client, words: str, **more) -> list[tuple[str, str]]:
    results = client.get(LIST, {"q": words, **more}).context["cl"].result_list
    return sorted((one.page.key, one.headline[:3]) for one in results)


def test_any_words_of_an_article_find_it_as_on_the_site(admin_client, folder):
    assert listed(admin_client, "小巷铺上了新石板") == [("2019/b.txt", "石峰区")]
    assert listed(admin_client, "小巷 标题:背街") == [
        ("2019/a.txt", "石峰区"),
        ("2019/b.txt", "石峰区"),
    ]
    assert listed(admin_client, "钟晓岚 石板", kind__exact="news") == [("2019/b.txt", "石峰区")]
    assert listed(admin_client, "没有这样的话") == []


def test_an_article_is_found_by_its_number_and_by_the_beginning_of_its_file(admin_client, folder):
    one = Article.objects.get(page__key="2019/b.txt", headline__startswith="攸县")
    assert listed(admin_client, str(one.pk)) == [("2019/b.txt", "攸县早")]
    assert listed(admin_client, "2019/b") == [("2019/b.txt", "攸县早"), ("2019/b.txt", "石峰区")]


def test_what_readers_cannot_find_an_editor_can(admin_client, folder):
    one = Article.objects.get(page__key="2019/b.txt", headline__startswith="攸县")
    acts.hide(one.pk, "twice", Act())
    search.index_articles([one.pk])
    assert ("2019/b.txt", "攸县早") in listed(admin_client, "早稻插秧")


def test_of_very_many_the_newest_are_listed_and_that_is_said(admin_client, folder, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 1)
    answer = admin_client.get(LIST, {"q": "小巷"})
    assert len(answer.context["cl"].result_list) == 1
    assert "共有 2 篇" in answer.content.decode()


def test_without_an_index_headlines_are_searched_and_that_is_said(
    admin_client, folder, empty_index
):
    for path in empty_index.rglob("*"):
        path.is_file() and path.unlink()
    answer = admin_client.get(LIST, {"q": "背街"})
    assert len(answer.context["cl"].result_list) == 2
    assert "检索索引不可用" in answer.content.decode()


def test_a_search_reads_no_more_than_it_lists(folder, rf, django_assert_num_queries):
    assert "article_not_live" in (
        Article.objects.exclude(state="live").filter(headline__icontains="x").explain()
    )
    with django_assert_num_queries(2):
        finding.found(rf.get("/"), "背街")
