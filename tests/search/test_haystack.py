"""haystack's own expectations of a Whoosh backend, as far as they apply to ours.

Named after the tests of haystack 3.4.0 (test_haystack/whoosh_tests); docs/search.md lists those
that do not apply, and why.
"""

from datetime import date

import pytest
from haystack import connections
from haystack.inputs import AutoQuery, Clean, Exact, Raw
from haystack.models import SearchResult
from haystack.query import SQ, SearchQuerySet

from articles.models import Article, Page
from tests.builders import make_article, make_page

pytestmark = pytest.mark.django_db
NUMBERS = "一二三四五六七八九十"


@pytest.fixture
def sqs(index):
    """A query set over ten articles of ten days, 第一篇 the oldest."""
    for day, number in enumerate(NUMBERS, 1):
        make_article(make_page(day=date(2020, 1, day)), f"第{number}篇", f"渠道{number}段竣工。")
    index()
    return SearchQuerySet()


def headlines(results) -> list[str]:
    found = Article.objects.in_bulk([int(result.pk) for result in results])
    return [found[int(result.pk)].headline for result in results]


def test_all_and_all_regression(sqs):
    assert len(sqs.all()) == 10 and len(sqs) == 10
    assert all(isinstance(result, SearchResult) for result in sqs.all())


def test_iter_and_manual_iter(sqs):
    assert len(list(sqs)) == len({result.pk for result in sqs}) == 10
    assert len(list(sqs.all()._manual_iter())) == 10


def test_slice(sqs):
    newest = sqs.order_by("-date")
    assert headlines(newest[1:3]) == ["第九篇", "第八篇"]
    assert headlines([newest[9]]) == ["第一篇"]
    assert newest[20:30] == []


def test_values_slicing(sqs):
    keys = [article.pk for article in Article.objects.order_by("date_earliest")]
    oldest = sqs.order_by("date")
    assert list(oldest.values_list("pk", flat=True)[2:5]) == keys[2:5]
    assert [row["pk"] for row in oldest.values("pk")[:2]] == keys[:2]


def test_fill_cache_and_cache_is_full(sqs):
    everything = sqs.all()
    assert not everything._cache_is_full()
    assert len(list(everything)) == 10 and everything._cache_is_full()


def test_count_and_best_match_and_latest(sqs):
    assert sqs.filter(content="渠道").count() == 10
    assert headlines([sqs.filter(content="十段").best_match()]) == ["第十篇"]
    assert headlines([sqs.latest("date")]) == ["第十篇"]


def test_order_by(sqs):
    assert headlines(sqs.order_by("date")) == [f"第{number}篇" for number in NUMBERS]


def test_various_searchquerysets(sqs):
    assert headlines(sqs.filter(content="三段")) == ["第三篇"]
    assert sqs.exclude(content="三段").count() == 9
    assert sqs.filter(content="三段").filter_or(content="四段").count() == 2
    assert sqs.filter(SQ(content="三段") | SQ(content="四段")).count() == 2
    assert sqs.filter(~SQ(content="三段"), content="渠道").count() == 9
    assert sqs.filter(content="三段").filter(content="四段").count() == 0


def test_inputs(sqs):
    assert sqs.filter(content=AutoQuery("渠道 -三段")).count() == 9
    assert sqs.filter(content=Clean("三段")).count() == 1
    assert sqs.filter(content=Exact("段竣工。")).count() == 10
    assert sqs.filter(content=Exact("段竣工，")).count() == 0
    assert sqs.filter(content=Raw("标题:第三")).count() == 1


def test_range_queries_and_date_queries(sqs):
    assert sqs.filter(date__gte=date(2020, 1, 8)).count() == 3
    assert sqs.filter(date__gt=date(2020, 1, 8)).count() == 2
    assert sqs.filter(date__lt=date(2020, 1, 3)).count() == 2
    assert sqs.filter(date__lte=date(2020, 1, 3)).count() == 3
    assert sqs.filter(date__range=(date(2020, 1, 2), date(2020, 1, 4))).count() == 3
    assert sqs.filter(date=date(2020, 1, 5)).count() == 1


def test_in_filter(sqs):
    keys = [article.pk for article in Article.objects.all()[:3]]
    assert sqs.filter(pk__in=keys).count() == 3
    assert sqs.filter(kind__in=["news", "advert"]).count() == 10


def test_a_field_that_does_not_exist_is_an_error(sqs):
    with pytest.raises(ValueError, match="colour"):
        sqs.filter(colour="red").count()


def test_regression_space_query_and_escaped_characters(sqs):
    assert sqs.auto_query(" ").count() == 10
    for odd in ("Hello AND OR!", "*?:", "\\", "'", "[", "~1", "^"):
        assert sqs.auto_query(odd).count() == 0


def test_searchquerysets_with_models(sqs):
    assert sqs.models(Article).count() == 10
    with pytest.warns(UserWarning, match="not registered"):
        assert sqs.models(Page).count() == 0


def test_result_class(sqs):
    class Own(SearchResult):
        pass

    assert all(isinstance(result, Own) for result in sqs.result_class(Own).all())


def test_load_all_asks_the_database_once(sqs, django_assert_num_queries):
    # Articles, their bylines; pages and counties are joined.
    with django_assert_num_queries(2):
        assert all(result.object for result in sqs.all().load_all()[:10])


def test_log_query(sqs, settings):
    settings.DEBUG = True
    connections["default"].reset_queries()
    sqs.filter(content="渠道").count()
    assert len(connections["default"].queries) == 1


def test_more_like_this(sqs, index):
    about = make_article(headline="渡槽通水", body="渡槽通水，灌区受益。渡槽长三里。")
    make_article(headline="渡槽开工", body="渡槽今日开工，灌区群众欢喜。")
    index()
    assert headlines(SearchQuerySet().more_like_this(about)) == ["渡槽开工"]


def test_remove_clear_and_optimize(sqs):
    backend = connections["default"].get_backend()
    backend.remove(Article.objects.first())
    assert SearchQuerySet().count() == 9
    backend.optimize()
    assert SearchQuerySet().count() == 9
    backend.clear()
    assert SearchQuerySet().count() == 0
