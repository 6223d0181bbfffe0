"""What feed readers, robots and harvesters get, read with the clients that they use."""

import csv
import gzip
import hashlib
import io
import json

import feedparser
import pytest
from django.core.management import call_command
from oaipmh_scythe import Scythe
from usp.tree import sitemap_tree_for_homepage

from articles.models import Article
from tests.builders import make_article, make_district, make_page, make_reporter, make_topic


def feed_of(client, path: str):
    answer = client.get(path)
    assert answer.status_code == 200 and answer["Content-Type"].startswith("application/atom+xml")
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_a_feed_reader_reads_the_archives_feed(client, archive):
    feed = feed_of(client, "/feed.atom")
    assert [entry.title for entry in feed.entries][:2] == ["五一客流创新高", "河西大桥合龙"]
    assert feed.entries[1].link == f"http://testserver/articles/{archive.lead.pk}/"
    assert feed.entries[1].author == "尹冰、罗一凡"


def test_counties_topics_and_reporters_have_feeds_of_their_own(client, archive):
    county, topic = make_district("茶陵县"), make_topic("城建交通")
    reporter = make_reporter("尹冰")
    assert len(feed_of(client, f"/counties/{county.slug}/feed.atom").entries) == 1
    assert len(feed_of(client, f"/topics/{topic.slug}/feed.atom").entries) == 2
    assert len(feed_of(client, f"/reporters/{reporter.pk}/feed.atom").entries) == 3
    page = client.get(county.get_absolute_url()).content.decode()
    assert f'type="application/atom+xml" href="/counties/{county.slug}/feed.atom"' in page


def test_a_feed_survives_what_xml_cannot_say(client, db):
    make_article(make_page(), "坏\x00\x0b字<b>&", "正\x1f文 <script>。")
    entry = feed_of(client, "/feed.atom").entries[0]
    assert entry.title.startswith("坏字") and "<script" not in entry.summary


@pytest.mark.django_db(transaction=True)
def test_a_robot_finds_every_article_over_robots_txt_and_sitemaps(live_server, archive):
    tree = sitemap_tree_for_homepage(live_server.url, use_known_paths=False)
    found = {page.url.removeprefix(live_server.url) for page in tree.all_pages()}
    listed = {f"/articles/{pk}/" for pk in Article.objects.listed().values_list("pk", flat=True)}
    assert len(listed) == 5 and listed <= found
    assert {"/", "/2023/04/13/", "/counties/"} <= found
    assert f"/articles/{archive.advert.pk}/" not in found


def test_a_long_year_has_several_sitemaps(client, archive, monkeypatch):
    monkeypatch.setattr("articles.sitemaps._PER_FILE", 2)
    index = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-2023.xml<" in index and "/sitemap-2023.xml?p=2<" in index
    first = client.get("/sitemap-2023.xml").content.decode()
    second = client.get("/sitemap-2023.xml?p=2").content.decode()
    assert first.count("/articles/") == 2 and second.count("/articles/") == 1
    assert client.get("/sitemap-2023.xml?p=3").status_code == 404
    assert client.get("/sitemap-2023.xml?p=x").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_harvester_harvests_every_article_and_learns_of_those_taken_out(
    live_server, archive, monkeypatch
):
    monkeypatch.setattr("articles.views.oai._PER_ANSWER", 2)
    Article.objects.filter(pk=archive.second.pk).update(state="hidden", in_lists=False)
    with Scythe(f"{live_server.url}/oai") as harvester:
        records = list(harvester.list_records(metadata_prefix="oai_dc"))
        assert harvester.identify().repositoryName == "株洲日报数字档案"
        sets = {one.setSpec for one in harvester.list_sets()}
    ids = [int(record.header.identifier.rpartition("/")[2]) for record in records]
    assert sorted(ids) == sorted(Article.objects.values_list("pk", flat=True)), "each one once"
    gone = [record for record in records if record.header.deleted]
    assert [int(one.header.identifier.rpartition("/")[2]) for one in gone] == [archive.second.pk]
    lead = next(r for r in records if r.header.identifier.endswith(f"/{archive.lead.pk}"))
    assert lead.metadata["title"] == ["河西大桥合龙"] and lead.metadata["date"] == ["2023-04-13"]
    assert f"county:{make_district('天元区').slug}" in sets


def oai(client, query: str) -> str:
    answer = client.get(f"/oai?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Nonsense", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=Identify&x=1", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=yesterday", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-01&until=2023-01-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=9999-12-31", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=1900-01-01", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=county:nowhere", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=%00", "noRecordsMatch"),
        ("verb=ListRecords&resumptionToken=x", "badResumptionToken"),
        ("verb=ListRecords&resumptionToken=e30=", "badResumptionToken"),
        # {"after": "2023-01-01"}: a moment without its time zone
        (
            "verb=ListRecords&resumptionToken=eyJhZnRlciI6ICIyMDIzLTAxLTAxIn0=",
            "badResumptionToken",
        ),
        ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:1", "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=%00", "idDoesNotExist"),
    ],
)
def test_a_harvesters_mistake_is_answered_in_the_words_of_the_protocol(
    client, archive, query, code
):
    assert f'<error code="{code}">' in oai(client, query)


def test_a_harvest_can_be_narrowed_to_a_set(client, archive):
    county = make_district("茶陵县").slug
    answer = oai(client, f"verb=ListIdentifiers&metadataPrefix=oai_dc&set=county:{county}")
    assert answer.count("<header>") == 1
    everything = oai(client, "verb=ListIdentifiers&metadataPrefix=oai_dc&set=county")
    assert everything.count("<header>") == 3


def test_questions_of_harvesters_may_be_posted(client, db):
    answer = client.post("/oai", {"verb": "Identify"})
    assert answer.status_code == 200 and b"<Identify>" in answer.content


def test_dumps_hold_every_live_article_and_match_their_checksums(
    client, archive, settings, tmp_path
):
    settings.DATA_DIR = tmp_path / "data"
    call_command("write_data", stdout=io.StringIO())
    files = client.get("/data.json").json()["results"]
    assert sum(one["articles"] for one in files if "jsonl" in one["name"]) == 6
    for one in files:
        answer = client.get(f"/data/{one['name']}")
        content = b"".join(answer.streaming_content)
        assert hashlib.sha256(content).hexdigest() == one["sha256"]
        text = gzip.decompress(content).decode()
        if "jsonl" in one["name"]:
            rows = [json.loads(line) for line in text.splitlines()]
        else:
            rows = list(csv.DictReader(io.StringIO(text)))
        assert len(rows) == one["articles"] and rows[0]["headline"]
    assert "articles-2023.csv.gz" in client.get("/data/").content.decode()


def test_dumps_of_the_same_data_are_the_same_bytes(archive, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    call_command("write_data", stdout=io.StringIO())
    first = (tmp_path / "SHA256SUMS.txt").read_text()
    call_command("write_data", stdout=io.StringIO())
    assert (tmp_path / "SHA256SUMS.txt").read_text() == first


def test_dumps_are_left_alone_while_nothing_has_changed(archive, settings, tmp_path):
    settings.DATA_DIR = tmp_path

    def told() -> str:
        out = io.StringIO()
        call_command("write_data", "--if-behind", stdout=out)
        return out.getvalue()

    assert "files" in told()
    assert told() == "the dumps are up to date\n"
    Article.objects.filter(pk=archive.lead.pk).update(changed_at="2099-01-01T00:00Z")
    assert "files" in told()


def test_only_dumps_are_served(client, db, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    call_command("write_data", stdout=io.StringIO())
    (tmp_path / "data" / "secret").write_text("x")
    for name in ("secret", "manifest.json", "..%2Fsecret_key", "../secret_key", "."):
        assert client.get(f"/data/{name}").status_code in {301, 404}, name


def test_the_data_page_says_when_its_files_are_behind(read, archive, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    assert "尚未生成" in read("/data/")
    call_command("write_data", stdout=io.StringIO())
    assert "已有变动" not in read("/data/")
    Article.objects.filter(pk=archive.lead.pk).update(changed_at="2099-01-01T00:00Z")
    assert "已有变动" in read("/data/")


def test_robots_are_kept_from_searches_and_shown_the_sitemap(client, db):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /search" in lines and "Sitemap: http://testserver/sitemap.xml" in lines
