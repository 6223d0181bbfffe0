"""By date: years, months, days, pages, and what has no date."""

from datetime import date

import pytest

from tests.builders import make_article, make_page


def test_a_year_shows_its_months_and_leads_to_its_days(client, archive):
    page = client.get("/2023/").content.decode()
    assert 'href="/2023/04/13/"' in page and 'href="/2023/05/02/"' in page
    assert 'href="/1998/"' in page, "the year before is the nearest that holds something"


def test_a_month_names_each_issue_with_its_first_headline(read, archive):
    page = read("/2023/04/")
    assert "2023年4月13日 星期四" in page and "河西大桥合龙" in page and "2 版、2 篇" in page


def test_a_day_shows_its_pages_and_articles_in_page_order(read, archive):
    page = read("/2023/04/13/")
    places = [
        page.index(words)
        for words in ("第01版 要闻", "河西大桥合龙", "第02版 综合新闻", "茶园开采")
    ]
    assert places == sorted(places)


def test_adverts_stand_in_their_page_apart_from_the_articles(read, archive):
    page = read("/2023/04/13/01/")
    assert "广告、公告与导读 1 则" in page and "开业酬宾" in page
    assert "茶园开采" not in page


def test_an_issue_leads_to_the_issues_before_and_after_it(client, archive):
    page = client.get("/2023/04/13/").content.decode()
    assert 'rel="prev" href="/1998/09/08/"' in page and 'rel="next" href="/2023/05/02/"' in page


def test_a_page_leads_to_the_pages_beside_it(client, archive):
    assert 'rel="next" href="/2023/04/13/02/"' in client.get("/2023/04/13/01/").content.decode()
    assert 'rel="prev" href="/2023/04/13/01/"' in client.get("/2023/04/13/02/").content.decode()


def test_two_files_that_claim_the_same_page_both_stand_there(read, archive):
    make_page("again.txt", archive.one.date_earliest, "01")
    page = read("/2023/04/13/01/")
    assert "a.txt" in page and "again.txt" in page


def test_a_page_without_a_number_leads_to_its_source(client, archive):
    page = make_page("nameless.txt", archive.one.date_earliest)
    assert f'href="/sources/{page.pk}/"' in client.get("/2023/04/13/").content.decode()


def test_a_day_without_an_issue_says_so_and_leads_on(client, read, archive):
    page = read("/2023/10/15/", status=404)
    assert "本馆没有2023年10月15日的报纸" in page
    assert "10月15日（年份不详）" in page, "an undated page of that day of the year may be of it"
    assert 'href="/2023/05/02/"' in client.get("/2023/10/15/").content.decode()


@pytest.mark.parametrize("path", ["/1997/", "/2023/06/", "/2023/13/", "/2023/02/30/", "/0000/"])
def test_what_the_archive_or_the_calendar_lacks_is_not_found(read, archive, path):
    read(path, status=404)


@pytest.mark.parametrize(
    ("written", "padded"),
    [
        ("/2023/4/13/", "/2023/04/13/"),
        ("/2023/4/13", "/2023/04/13/"),
        ("/2023-04-13", "/2023/04/13/"),
        ("/2023.4.13/", "/2023/04/13/"),
        ("/20230413/", "/2023/04/13/"),
        ("/20230413", "/2023/04/13/"),
        ("/2023/4/", "/2023/04/"),
        ("/2023-4", "/2023/04/"),
        ("/2023/4/13/A2", "/2023/04/13/A2/"),
    ],
)
def test_a_date_written_otherwise_moves_for_good_to_the_padded_address(client, db, written, padded):
    answer = client.get(written)
    assert (answer.status_code, answer["Location"]) == (301, padded)


def test_a_page_whose_year_is_not_known_stands_on_its_shelf_and_says_why(read, archive):
    page = read("/undated/")
    assert "10月15日（年份不详）" in page and "10月14日启动" in page and "推断" in page
    assert "河西大桥" not in page


def test_the_whole_issue_can_be_read_as_text(client, archive):
    answer = client.get("/2023/04/13.txt")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "河西大桥合龙" in text and "年底可以通车" in text and "春茶上市" in text


def test_the_home_page_shows_what_is_held_at_a_glance(read, archive):
    page = read("/")
    assert "5 版、5 篇文章" in page and "自1998年9月8日至2023年5月2日" in page
    assert "1999–2022无藏" in page, "a gap is said, not hidden"


def test_the_home_page_opens_with_a_headline_and_not_with_another_pages_end(read, db):
    page = make_page(day=date(2024, 9, 23), number="A2")
    make_article(page, body="夜市的灯一直亮到十二点。", kind="continuation")
    make_article(page, "老街夜市添了三十个摊位", "摊主都是附近的居民。")
    shown = read("/")
    assert shown.index("老街夜市添了三十个摊位") < shown.index("夜市的灯一直亮到十二点")


def test_an_empty_archive_says_how_to_fill_it(read, db):
    assert "import_pages" in read("/")
    assert "尚无日期确定的版面" in read("/coverage/")
