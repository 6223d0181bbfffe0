"""What belongs to the page wherever OCR reads it, and what only looks as if it did."""

import pytest

from articles.pagefile import parse_page
from tests.pagefile.test_segments import BOOKS, MARKET

FIRST, SECOND = f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}", f"桥头书屋\n\n本报讯（易丁）{BOOKS}"


def kinds(line):
    """The kinds of furniture on a page with the line between two articles."""
    page = parse_page(f"{FIRST}\n\n{line}\n\n{SECOND}\n")
    assert [article.headline for article in page.articles] == ["菜场换新颜", "桥头书屋"]
    return [piece.kind for piece in page.furniture]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("株洲日报", "masthead"),
        ("第2384号　今日四版　代号41—00", "masthead"),
        ("第二版 本市新闻", "page_header"),
        ("今日天气：阴转小雨 北风3级 9℃—14℃", "weather"),
        ("民生热线：28820000 微信留言：某某", "hotline"),
    ],
)
def test_furniture_in_mid_page_is_no_text(line, kind):
    assert kinds(line) == [kind]


def test_who_gives_out_a_notice_and_when_is_no_page_header():
    page = parse_page(f"征求意见公告\n\n{BOOKS}\n\n某县文化局 2009年7月13日\n")
    assert not page.furniture
    assert page.articles[0].body.endswith("2009年7月13日")


def test_a_kicker_that_tells_the_heat_is_no_weather():
    page = parse_page(
        "株洲日报\n2018年7月20日 星期五\n\n三伏天，他们在50℃的车底下\n\n听诊铁轨的人\n\n"
        f"本报记者 江一舟\n\n{MARKET}\n"
    )
    assert page.articles[0].kicker == "三伏天，他们在50℃的车底下"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("社会与法", "（上接一版）"),
        ("市井·民声", "热线：28820000 短信：发“民声”至10000000"),
        ("神农塔 文学·生活", "责任编辑 江小舟 题图 文小满 第438期"),
    ],
)
def test_the_pages_title_stands_over_a_jump_a_hotline_or_the_staff(title, below):
    page = parse_page(f"\n\n{title}\n\n{below}\n\n{FIRST}\n")
    assert page.page_title == title
    assert all((3, 3) not in article.line_ranges for article in page.articles)
