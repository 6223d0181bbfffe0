"""Addresses that lead nowhere, odd queries and breakdowns, each with a page in style."""

import pytest
from django.test import Client


def test_a_wrong_address_gets_a_page_in_style_that_leads_on(client, read, db):
    assert "没有这个页面" in read("/no/such/page/", status=404)
    assert 'href="/coverage/"' in client.get("/no/such/page/").content.decode()


def test_a_wrong_address_of_data_gets_an_error_as_data(client, db):
    answer = client.get("/counties/nowhere.json")
    assert answer.status_code == 404 and "error" in answer.json()


def test_an_odd_query_is_refused_without_a_traceback_in_the_log(client, db, caplog):
    assert client.get("/articles/?kind=%00").status_code == 400
    assert not [record for record in caplog.records if record.exc_info]


def test_a_breakdown_gets_a_page_in_style(monkeypatch, db):
    def broken(*args):
        raise RuntimeError("a breakdown")

    monkeypatch.setattr("articles.views.home.Listing", broken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500 and "网站出了故障" in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_public_site_only_reads(client, archive, method):
    answer = getattr(client, method)("/articles/")
    assert answer.status_code == 405 and answer["Allow"] == "GET, HEAD, OPTIONS"


def test_the_site_says_that_it_is_well(client, db):
    assert client.get("/healthz").content == b"ok\n"
