"""No cookies; pages answer conditional requests by the version of the data."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from articles.models import Article

PAGES = ["/", "/2023/", "/2023/04/13/", "/articles/", "/coverage/", "/about/", "/data/"]


@pytest.mark.parametrize(
    "path", [*PAGES, "/nowhere/", "/feed.atom", "/index.json", "/oai?verb=ListSets"]
)
def test_public_pages_set_no_cookie_and_do_not_vary_by_one(client, archive, path):
    answer = client.get(path)
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("path", [*PAGES, "/feed.atom", "/index.json", "/sitemap.xml"])
def test_an_unchanged_page_is_not_sent_again(client, archive, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert first.status_code == 200
    assert again.status_code == 304 and not again.content and again["ETag"] == first["ETag"]


def test_an_unchanged_page_costs_one_query(client, archive, django_assert_num_queries):
    etag = client.get("/")["ETag"]
    with django_assert_num_queries(1):
        client.get("/", headers={"If-None-Match": etag})


def test_a_page_by_the_time_of_its_last_change_is_not_sent_again(client, archive):
    changed = client.get("/2023/")["Last-Modified"]
    assert client.get("/2023/", headers={"If-Modified-Since": changed}).status_code == 304


def test_a_correction_shows_at_once(client, archive):
    address = archive.lead.get_absolute_url()
    etag = client.get(address)["ETag"]
    later = timezone.now() + timedelta(seconds=2)
    Article.objects.filter(pk=archive.lead.pk).update(headline="大桥合龙", changed_at=later)
    answer = client.get(address, headers={"If-None-Match": etag})
    assert answer.status_code == 200 and "大桥合龙" in answer.content.decode()


def test_an_edit_of_a_word_list_shows_at_once(client, archive, admin_user):
    etag = client.get("/counties/")["ETag"]
    LogEntry.objects.create(user=admin_user, action_flag=2, object_repr="天元区")
    assert client.get("/counties/", headers={"If-None-Match": etag}).status_code == 200


def test_languages_and_addresses_have_versions_of_their_own(client, archive):
    tags = [client.get(path)["ETag"] for path in ("/2023/", "/en/2023/", "/2023/?x=1", "/1998/")]
    assert len(set(tags)) == 4


def test_a_cache_may_keep_a_page_but_asks_each_time(client, archive):
    assert client.get("/")["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_an_address_that_does_not_exist_is_never_called_unchanged(client, archive):
    for header in ({"If-None-Match": "*"}, {"If-Modified-Since": "Sat, 01 Jan 2050 00:00:00 GMT"}):
        assert client.get("/articles/987654/", headers=header).status_code == 404


def test_searches_are_versioned_by_what_they_answer(client, archive, index):
    index()
    first = client.get("/search/?q=大桥")
    assert (
        client.get("/search/?q=大桥", headers={"If-None-Match": first["ETag"]}).status_code == 304
    )
    assert client.get("/search/?q=茶", headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/suggest/?q=大桥", "/suggest.json?q=大桥", "{article}"])
def test_what_comes_from_the_index_shows_when_it_was_indexed(client, archive, index, path):
    address = path.format(article=archive.lead.get_absolute_url())
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    index()
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_every_page_has_a_strict_content_security_policy_and_keeps_to_it(client, archive):
    for path in (*PAGES, archive.lead.get_absolute_url(), f"/sources/{archive.one.pk}/"):
        answer = client.get(path)
        policy, page = answer["Content-Security-Policy"], answer.content.decode()
        assert "default-src 'none'" in policy and "unsafe-inline" not in policy
        assert " style=" not in page and "<style" not in page and " onclick=" not in page
