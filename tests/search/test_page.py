"""The search page as a reader meets it."""

import csv
import json
from datetime import date
from io import StringIO
from xml.etree import ElementTree

import pytest

from articles.search.engine import ArticleSearchBackend
from benchmarks.search_hostile import Nonsense, asked
from tests.builders import make_article, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def harvest(index):
    """Three articles about the same thing, of two years and two counties."""
    early = make_page(day=date(2019, 6, 1), number="01")
    late = make_page(day=date(2021, 6, 1), number="02")
    make_article(
        early, "晚稻丰收", "茶陵县晚稻开镰<script>了。", districts=["茶陵县"], topics=["农业农村"]
    )
    make_article(late, "晚稻入仓", "晚稻归仓。", districts=["攸县"], bylines=[("记者", "陆禾")])
    make_article(late, "早稻下田", "不提另一种。", districts=["攸县"])
    index()


def page_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_hits_are_marked_and_the_text_is_escaped(client, harvest):
    page = page_of(client, "/search/?q=晚稻")
    assert "<mark>晚稻</mark>开镰&lt;script&gt;" in page
    assert "早稻下田" not in page


def test_the_page_says_what_was_understood(client, harvest):
    page = page_of(client, "/search/?q=标题:晚稻 -归仓")
    assert "标题含“晚稻”" in page and "排除：全文含“归仓”" in page


def test_each_facet_gives_as_many_hits_as_it_says(client, harvest):
    from articles.forms import Search
    from articles.search import find

    def answer(address: str):
        from django.http import QueryDict

        asked = Search.of(QueryDict(address.lstrip("?")))
        return asked, find(asked.query, filters=asked.filters)

    asked, found = answer("?q=稻")
    for facet in found.facets:
        for value in facet.values:
            chosen = asked.address(**{facet.field: value.value})
            assert answer(chosen)[1].total == value.count, (facet.field, value)


def test_a_chosen_county_keeps_the_counts_of_the_others(client, harvest):
    page = page_of(client, "/search/?q=稻&county=" + _slug("攸县"))
    assert "茶陵县" in page and "晚稻丰收" not in page


def _slug(name: str) -> str:
    from articles.models import District

    return District.objects.get(name=name).slug


def test_the_histogram_narrows_to_a_year_and_then_a_month(client, harvest):
    assert 'href="?q=%E7%A8%BB&amp;year=2021"' in page_of(client, "/search/?q=稻")
    page = page_of(client, "/search/?q=稻&year=2021")
    assert "month=2021-06" in page and "晚稻丰收" not in page


def test_the_answer_as_json_csv_and_feed(client, harvest):
    answer = json.loads(page_of(client, "/search.json?q=晚稻"))
    assert answer["total"] == 2 and answer["next"] is None
    assert {"id", "url", "headline", "issue_date"} <= answer["results"][0].keys()
    assert "茶陵县晚稻开镰<script>了。" in [line["excerpt"] for line in answer["results"]]
    rows = client.get("/search.csv?q=晚稻").getvalue().decode("utf-8-sig")
    assert next(row["headline"] for row in csv.DictReader(StringIO(rows))).startswith("晚稻")
    feed = ElementTree.fromstring(page_of(client, "/search.atom?q=晚稻"))  # noqa: S314
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 2


def test_a_feed_of_a_search_for_control_characters_is_xml(client, harvest):
    feed = ElementTree.fromstring(page_of(client, "/search.atom?q=晚稻%01%EF%BF%BF"))  # noqa: S314
    assert "晚稻" in feed.findtext("{http://www.w3.org/2005/Atom}title")


def test_nothing_in_an_address_is_an_error_in_any_form(client, harvest):
    texts = ["茶陵县晚稻开镰<script>了。", "晚稻归仓，早稻下田。" * 20]
    for path, parameters in Nonsense(texts, seed=1).searches(200):
        assert asked(client, path, parameters) == 200, (path, parameters)


def test_the_counts_beside_a_chosen_value_fetch_no_hits(client, harvest, monkeypatch):
    fetched = []
    result = ArticleSearchBackend._result
    monkeypatch.setattr(
        ArticleSearchBackend, "_result", lambda *args: fetched.append(args) or result(*args)
    )
    page_of(client, f"/search/?q=稻&county={_slug('攸县')}&kind=news&number=02")
    assert len(fetched) == 2


def test_odd_parameters_give_a_page_that_names_them(client, harvest):
    odd = "from=nonsense&year=abc&page=999&sort=up&md=13-45&corrected=perhaps"
    page = page_of(client, f"/search/?q=稻&{odd}")
    assert all(f"“{name}”" in page for name in ("起", "年", "排序", "历年今日", "corrected"))
    assert "早<mark>稻</mark>下田" in page


@pytest.mark.parametrize("path", ["/search/", "/search/check/", "/search.csv", "/search.json"])
@pytest.mark.parametrize("field", ["county", "topic", "reporter", "kind", "number", "year"])
def test_a_value_that_no_article_has_can_be_taken_back(client, harvest, path, field):
    for value in ("9999", "x", "abc"):
        answer = client.get(path, {"q": "稻", field: value})
        assert answer.status_code == 200
    if path == "/search/" and field in ("county", "kind", "number"):
        page = answer.content.decode()
        assert 'class="chosen"' in page and "有3篇文章含有这些字词" in page


def test_the_count_is_checked_against_the_texts_themselves(client, harvest):
    page = page_of(client, "/search/check/?q=晚稻")
    assert "两者一致" in page


def test_without_an_index_the_page_says_so_and_browsing_is_linked(client, index):
    answer = client.get("/search/?q=晚稻")
    assert answer.status_code == 503
    assert "检索暂不可用" in answer.content.decode()
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("form", ["json", "csv", "atom"])
def test_without_an_index_no_form_of_the_answer_pretends_to_be_empty(client, index, form):
    assert client.get(f"/search.{form}?q=晚稻").status_code == 503


def test_the_csv_has_a_line_for_each_hit_in_order_and_few_queries(
    client, harvest, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("articles.search.finding.ROWS_AT_ONCE", 2)
    with django_assert_max_num_queries(8):
        rows = client.get("/search.csv?q=稻&sort=newest").getvalue().decode("utf-8-sig")
    lines = list(csv.DictReader(StringIO(rows)))
    assert [line["headline"] for line in lines] == ["晚稻入仓", "早稻下田", "晚稻丰收"]
    assert lines[2]["excerpt"] == "茶陵县晚稻开镰<script>了。"
    assert lines[0]["bylines"] == "陆禾"


def test_suggestions_without_a_script(client, harvest):
    page = page_of(client, "/suggest/?q=陆")
    assert "陆禾" in page
    assert json.loads(page_of(client, "/suggest.json?q=攸"))[1] == ["攸县"]
    assert "晚稻入仓" in page_of(client, "/suggest/?q=入仓")


def test_a_name_that_sounds_the_same_is_offered(client, harvest):
    assert "茶陵县" in page_of(client, "/search/?q=茶凌县")


def test_help_examples_and_the_description_for_browsers(client, harvest):
    page = page_of(client, "/search/help/")
    assert "检索说明" in page
    described = ElementTree.fromstring(page_of(client, "/opensearch.xml"))  # noqa: S314
    assert described.tag.endswith("OpenSearchDescription")


def test_the_article_shows_its_matches_and_the_way_to_the_other_hits(client, harvest):
    from articles.models import Article

    newer, older = (Article.objects.get(headline=h) for h in ("晚稻入仓", "晚稻丰收"))
    page = page_of(client, "/search/?q=晚稻&sort=newest")
    assert f'href="/articles/{newer.pk}/?q=%E6%99%9A%E7%A8%BB&amp;sort=newest"' in page
    page = page_of(client, f"/articles/{older.pk}/?q=晚稻&sort=newest")
    assert '<h1 lang="zh-Hans"><mark id="m1"><a href="#m2">晚稻</a></mark>丰收</h1>' in page
    assert '茶陵县<mark id="m2"><a href="#m1">晚稻</a></mark>开镰&lt;script&gt;' in page
    assert "第 2 条，共 2 条" in page and f'href="/articles/{newer.pk}/?q=' in page
    assert "<mark" not in page_of(client, f"/articles/{older.pk}/")


def test_the_page_asks_the_database_a_fixed_number_of_times(
    client, harvest, django_assert_max_num_queries
):
    client.get("/search/?q=稻")
    for query in ("q=稻", "q=晚稻&year=2021", "q=", "q=稻&kind=news&number=02"):
        with django_assert_max_num_queries(8):
            page_of(client, f"/search/?{query}")


def test_a_second_check_at_the_same_time_is_put_off(client, harvest):
    from articles.views.search import _one_check

    with _one_check:
        answer = client.get("/search/check/?q=晚稻")
    assert answer.status_code == 503 and "请稍候再试" in answer.content.decode()


@pytest.mark.parametrize("place", ["/counties/{county}/", "/2021/06/01/"])
def test_a_county_and_an_issue_can_be_searched_from_their_pages(client, harvest, place):
    page = page_of(client, place.format(county=_slug("攸县")))
    assert 'action="/search/"' in page and 'type="hidden"' in page
