"""The number of queries of a page is the same for a small archive and for a larger one."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.views.lists import Choice, Listing
from tests.builders import make_article, make_district, make_page, make_reporter, make_topic

PAGES = {
    "/": 16,
    "/coverage/": 6,
    "/2020/": 4,
    "/2020/01/": 6,
    "/2020/01/03/": 7,
    "/2020/01/03/01/": 5,
    "/undated/": 3,
    "/articles/": 10,
    "/articles/{article}/": 12,
    "/sources/{page}/": 3,
    "/counties/": 3,
    "/counties/{county}/": 16,
    "/counties/{county}/2020/": 16,
    "/topics/": 4,
    "/topics/{topic}/": 12,
    "/reporters/": 3,
    "/reporters/{reporter}/": 17,
    "/about/": 9,
    "/feed.atom": 5,
    "/sitemap.xml": 2,
    "/sitemap-2020.xml": 3,
    "/articles.json": 6,
    "/oai?verb=ListRecords&metadataPrefix=oai_dc": 9,
}


def fill(days: int) -> dict[str, object]:
    """Articles of ``days`` days, three a day, each with two bylines, two counties, two topics."""
    for day in range(days):
        page = make_page(day=date(2020, 1 + day // 28, 1 + day % 28), number="01")
        make_page(day=page.date_earliest, number="02")
        make_page(
            issue_date="2020",
            date_precision="year",
            date_earliest=date(2020, 1, 1),
            date_latest=date(2020, 12, 31),
        )
        for n in range(3):
            make_article(
                page,
                f"第{day}日第{n}篇",
                "正文。",
                bylines=(("记者", "甲某"), ("通讯员", f"乙{day}")),
                districts=("攸县", "株洲市"),
                topics=("教育", "体育"),
            )
    return {
        "article": page.articles.get(position=2).pk,
        "page": page.pk,
        "county": make_district("攸县").slug,
        "topic": make_topic("教育").slug,
        "reporter": make_reporter("甲某").pk,
    }


def asked(client, names: dict) -> dict[str, int]:
    """How many queries each page asks, nothing being kept from the page before."""
    counts = {}
    for path in PAGES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path.format(**names)).status_code == 200, path
        counts[path] = len(queries)
    return counts


def test_pages_ask_the_database_no_more_often_of_a_larger_archive(client, index):
    index()
    assert asked(client, fill(4)) == PAGES, "a small archive"
    assert asked(client, fill(10)) == PAGES, "a larger one, with lists of several pages"


def test_no_list_reads_whole_texts(client, db, django_assert_max_num_queries):
    names = fill(3)
    for path in ("/articles/", "/2020/01/02/", f"/counties/{names['county']}/", "/"):
        with django_assert_max_num_queries(30) as asked:
            client.get(path)
        for query in asked:
            assert '"articles_page"."text"' not in query["sql"], path
            beginning = 'SUBSTR("articles_article"."body"'
            assert '"articles_article"."body"' not in query["sql"].replace(beginning, ""), path


def test_every_list_is_a_range_of_an_index(db):
    """No plan sorts or scans; what grows with the archive is only the index that is stepped into."""
    fill(2)
    county, topic = make_district("攸县"), make_topic("教育")
    for choice in (
        Choice(),
        Choice(year=2020),
        Choice(kind="all"),
        Choice(kind="advert"),
        Choice(county=county),
        Choice(county=county, year=2020),
        Choice(county=county, topic=topic),
        Choice(reporter=make_reporter("甲某")),
    ):
        plan = Listing(choice)._keys()[:20].explain()
        assert "TEMP B-TREE" not in plan, f"{choice}: {plan}"
        assert "SCAN" not in plan or "SCAN articles_article USING INDEX" in plan, (
            f"{choice}: {plan}"
        )
