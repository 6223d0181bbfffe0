"""Articles made up and labelled before the tagger saw them.

The rules were later tuned on those of `invented.txt`; of `unseen.txt` only three words were taken.
"""

import pytest

from articles.gazetteer import gazetteer_from_files, topics_from_files
from tests.tagging.invented import Invented, invented_articles

ARTICLES = list(invented_articles())
UNSEEN = list(invented_articles("unseen.txt"))
both = pytest.mark.parametrize(
    ("articles", "mistakes_in_a_hundred"), [(ARTICLES, 5), (UNSEEN, 10)], ids=["tuned", "unseen"]
)


def named(article: Invented) -> set[str]:
    return {place.district for place in article.tags().places}


def primary(article: Invented) -> str | None:
    return next((p.district for p in article.tags().places if p.is_primary), None)


def wrong(articles, is_right) -> list[str]:
    return [f"{a.on} {a.text.headline}" for a in articles if not is_right(a)]


def test_the_set_covers_every_topic_and_every_district_of_today():
    assert {t for a in ARTICLES for t in a.topics} >= set(topics_from_files().topics) - {"国内国际"}
    assert {d for a in ARTICLES for d in a.districts} >= gazetteer_from_files().districts
    assert len(ARTICLES) >= 90
    assert len(UNSEEN) >= 40


@both
def test_districts_are_right_in_nearly_all(articles, mistakes_in_a_hundred):
    def is_right(article):
        either = article.optional | {"株洲市"}
        return named(article) - either == article.districts - either

    mistakes = wrong(articles, is_right)
    assert 100 * len(mistakes) <= mistakes_in_a_hundred * len(articles), mistakes


@both
def test_the_primary_district_is_right_in_nearly_all(articles, mistakes_in_a_hundred):
    mistakes = wrong(articles, lambda a: primary(a) == a.primary)
    assert 100 * len(mistakes) <= mistakes_in_a_hundred * len(articles), mistakes


@both
def test_one_of_the_topics_is_right_in_nearly_all(articles, mistakes_in_a_hundred):
    mistakes = wrong(articles, lambda a: a.topics & {t.topic for t in a.tags().topics})
    assert 100 * len(mistakes) <= mistakes_in_a_hundred * len(articles), mistakes
