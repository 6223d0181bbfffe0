"""No address and no query makes the site break: generated ones get a page or a plain no."""

import string
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles import urls

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FINE = {200, 301, 302, 400, 404, 405, 410, 503}
SEGMENTS = ["articles", "counties", "topics", "reporters", "sources", "undated", "data", "search"]
SEGMENTS += ["en", "zh", "2023", "0000", "9999", "04", "13", "31", "oai", "feed.atom", ".json"]
segment = st.one_of(
    st.sampled_from(SEGMENTS),
    st.integers(-(10**30), 10**30).map(str),
    st.text(string.printable + "株洲\x00\ud7ff\u202e％٣", max_size=8),
)
word = st.one_of(segment, st.text(max_size=30).filter(lambda s: s.isprintable()))
QUERIES = [
    "q",
    "page",
    "county",
    "topic",
    "reporter",
    "year",
    "kind",
    "sort",
    "from",
    "to",
    "in",
    "p",
]
OAI = ["verb", "metadataPrefix", "from", "until", "set", "resumptionToken", "identifier"]
VERBS = [
    "Identify",
    "ListRecords",
    "ListIdentifiers",
    "GetRecord",
    "ListSets",
    "oai_dc",
    "county:x",
]
in_one_test = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def status(path: str) -> int:
    return Client().get(path).status_code


@in_one_test
@given(st.lists(segment, max_size=5), st.booleans())
@example(["articles", "9" * 40], True)
@example(["2023", "04", "13", "A" * 3], True)
@example(["sitemap-99999999999999999999.xml"], False)
@example(["sitemap-10000.xml"], False)
def test_any_address_gets_an_answer(archive, parts, slash):
    path = "/" + "/".join(quote(part) for part in parts) + ("/" if slash else "")
    assert status(path) in FINE, path


@in_one_test
@given(
    st.sampled_from(["/articles/", "/articles.json", "/reporters/", "/undated/", "/2023/"]),
    st.dictionaries(st.sampled_from(QUERIES), word, max_size=4),
)
def test_any_query_gets_an_answer(archive, path, asked):
    query = "&".join(f"{name}={quote(value)}" for name, value in asked.items())
    assert status(f"{path}?{query}") in FINE, query


@in_one_test
@given(st.dictionaries(st.sampled_from(OAI), st.one_of(st.sampled_from(VERBS), word), max_size=4))
@example({"verb": "ListRecords", "resumptionToken": "eyJhZnRlciI6ICIyMDIzLTAxLTAxIn0="})
@example({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "9999-12-31T23:59:59Z"})
def test_any_question_of_a_harvester_gets_an_answer(archive, asked):
    query = "&".join(f"{name}={quote(value)}" for name, value in asked.items())
    assert status(f"/oai?{query}") in FINE, query


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Language": "x" * 9000},
        {"Accept-Language": "en;q=nan,zh;q=9e9"},
        {"If-None-Match": '"' * 999},
        {"If-Modified-Since": "yesterday"},
        {"Range": "bytes=9-1"},
    ],
)
def test_odd_headers_get_an_answer(client, archive, headers):
    assert client.get("/2023/", headers=headers).status_code == 200


def test_each_kind_of_page_is_tried(archive):
    """Every named address, with values that name nothing, answers with a no."""
    kwargs = {
        "pk": 0,
        "slug": "x",
        "year": 1,
        "month": 99,
        "day": 99,
        "number": "Z999",
        "name": "x",
    }
    from django.urls import reverse

    for pattern in urls.urlpatterns:
        if pattern.name:
            wanted = {k: kwargs[k] for k in pattern.pattern.converters}
            address = reverse(f"articles:{pattern.name}", kwargs=wanted)
            assert status(address) in FINE, address
