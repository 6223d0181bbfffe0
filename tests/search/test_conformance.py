"""What every engine must answer: a fixed archive, its questions, orders and counts.

An engine added behind SEARCH_URL is held to this file by adding its name to ENGINES.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from articles import search
from articles.models import District
from articles.search import Filters
from tests.builders import make_article, make_page

pytestmark = pytest.mark.django_db
ENGINES = ("whoosh",)
SUITE = json.loads(Path(__file__).with_name("conformance.json").read_text(encoding="utf-8"))


@pytest.fixture(params=ENGINES)
def archive(request, index):
    """The suite's articles, indexed by one engine; their keys by primary key."""
    keys = {}
    for made in map(dict, SUITE["articles"]):
        key = made.pop("key")
        page = _page(made.pop("day", None), made.pop("month_day", None), made.pop("number", ""))
        bylines = tuple(("记者", name) for name in made.pop("bylines", ()))
        keys[make_article(page, **made, bylines=bylines).pk] = key
    index()
    return keys


def _page(day: str | None, month_day: str | None, number: str):
    if month_day:
        return make_page(number=number, issue_date=f"XXXX-{month_day}", date_precision="month_day")
    return make_page(day=day and date.fromisoformat(day), number=number)


def _filters(said: dict) -> Filters:
    said = {name: tuple(v) if isinstance(v, list) else v for name, v in said.items()}
    if "day" in said:
        said["day"] = date.fromisoformat(said["day"])
    return Filters(**said)


def test_questions(archive):
    for question in SUITE["questions"]:
        filters = _filters(question.get("filters", {}))
        found = search.find(question["query"], filters=filters)
        keys = {archive[pk] for pk in found.ids}
        assert keys == set(question["hits"]), question
        assert found.total == len(question["hits"]), question
        assert search.scan(question["query"], filters).ids == set(found.ids), question


def test_orders(archive):
    for question in SUITE["orders"]:
        found = search.find(question["query"], order=question["order"])
        assert [archive[pk] for pk in found.ids] == question["hits"], question


def test_facets(archive):
    slugs = dict(District.objects.values_list("slug", "name"))
    for question in SUITE["facets"]:
        found = search.find(question["query"])
        facet = next(facet for facet in found.facets if facet.field == question["field"])
        counts = {slugs.get(value.value, value.value): value.count for value in facet.values}
        assert counts == question["counts"], question


def test_pages_of_an_answer_make_up_the_whole(archive):
    everything = search.all_ids("", order="newest")
    pages = [search.find("", order="newest", page=n, page_size=3).ids for n in range(1, 5)]
    assert [pk for page in pages for pk in page] == everything
    assert search.find("", order="newest", page=99, page_size=3).page == 4
