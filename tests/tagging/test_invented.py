"""Nearly a hundred articles made up and labelled before the rules were tuned on anything."""

from articles.gazetteer import gazetteer_from_files, topics_from_files
from tests.tagging.invented import Invented, invented_articles

ARTICLES = list(invented_articles())


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


def test_districts_are_right_in_ninety_five_of_a_hundred():
    def is_right(article):
        either = article.optional | {"株洲市"}
        return named(article) - either == article.districts - either

    assert len(mistakes := wrong(ARTICLES, is_right)) <= 0.05 * len(ARTICLES), mistakes


def test_the_primary_district_is_right_in_ninety_five_of_a_hundred():
    mistakes = wrong(ARTICLES, lambda a: primary(a) == a.primary)
    assert len(mistakes) <= 0.05 * len(ARTICLES), mistakes


def test_one_of_the_topics_is_right_in_ninety_five_of_a_hundred():
    mistakes = wrong(ARTICLES, lambda a: a.topics & {t.topic for t in a.tags().topics})
    assert len(mistakes) <= 0.05 * len(ARTICLES), mistakes
