"""A reader searches: what is found, what is not, and what the answer says."""

from datetime import date

import pytest

from articles import search
from articles.search import Filters
from tests.builders import make_article, make_district, make_page

pytestmark = pytest.mark.django_db


def found(query: str, **filters) -> list[str]:
    """Headlines of all hits, sorted."""
    answer = search.find(query, filters=Filters(**filters), page_size=100)
    return sorted(hit.article.headline for hit in answer.hits)


def test_a_string_across_word_borders_is_found(index):
    make_article(headline="甲", body="渡口的石阶今年重新铺过了。")
    make_article(headline="乙", body="石料与台阶分开堆放。")
    index()
    assert found("口的石") == ["甲"]
    assert found("石") == ["乙", "甲"]


def test_every_part_of_an_article_is_searched(index):
    page = make_page(day=date(2021, 3, 4))
    make_article(page, headline="引", kicker="春耕时节")
    make_article(page, headline="副", deck="春耕备忘")
    make_article(page, headline="栏", column="春耕看台")
    make_article(page, headline="署", bylines=[("通讯员", "田春耕")])
    make_article(page, headline="图", captions=["农户忙春耕"])
    make_article(page, headline="文", body="又到春耕。")
    make_article(page, headline="无", body="秋收。")
    index()
    assert found("春耕") == ["副", "图", "引", "文", "栏", "署"]


def test_a_match_never_reaches_from_one_part_into_the_next(index):
    make_article(headline="早稻", body="育秧忙。", captions=["插", "秧"])
    index()
    assert found("稻育") == [] and found("插秧") == []


def test_punctuation_counts_only_inside_quotes(index):
    make_article(headline="甲", body="修路、架桥。")
    make_article(headline="乙", body="修路架桥。")
    index()
    assert found("修路架桥") == ["乙", "甲"]
    assert found("修路，架桥") == ["乙", "甲"]
    assert found('"修路架桥"') == ["乙"]
    assert found('"修路、架桥"') == ["甲"]
    assert found("。") == ["乙", "甲"]


def test_traditional_full_width_and_upper_case_are_folded(index):
    make_article(headline="甲", body="鐵路局購ＩＣ卡１２張")
    index()
    for query in ("铁路局", "鐵路局", "ic卡12", "ＩＣ卡12张", "路 局"):
        assert found(query) == ["甲"], query


def test_operators(index):
    make_article(headline="甲", body="水库与堤坝")
    make_article(headline="乙", body="水库")
    make_article(headline="丙", body="堤坝")
    index()
    assert found("水库 堤坝") == ["甲"]
    assert found("水库 -堤坝") == ["乙"]
    assert found("水库 OR 堤坝") == ["丙", "乙", "甲"]
    assert found("标题:甲") == ["甲"]
    assert found("-水库") == ["丙"]


def test_a_changed_a_new_and_a_hidden_article_after_a_commit(index):
    kept = make_article(headline="甲", body="旧词")
    gone = make_article(headline="乙", body="旧词")
    index()
    kept.body, gone.state = "新词", "hidden"
    kept.save()
    gone.save()
    new = make_article(headline="丙", body="新词")
    search.index_articles([kept.pk, gone.pk, new.pk])
    assert found("旧词") == []
    assert found("新词") == ["丙", "甲"]
    assert search.check() == []


def test_other_readings_are_looked_for_on_demand_and_named(index):
    make_district("醴陵市")
    make_article(headline="甲", body="醴陵市的瓷器。")
    make_article(headline="乙", body="澧陵的瓷器。")
    index()
    assert found("醴陵") == ["甲"]
    hits = search.find("醴陵", filters=Filters(variants=True)).hits
    assert {hit.article.headline: hit.variants for hit in hits} == {"甲": (), "乙": ("澧陵",)}


def test_an_old_name_of_a_county_finds_its_new_one_on_demand(index):
    now = make_district("渌口区")
    old = make_district("株洲县")
    old.successor = now
    old.save()
    make_article(headline="甲", body="渌口区的早稻。")
    index()
    assert found("株洲县") == []
    assert found("株洲县", variants=True) == ["甲"]
