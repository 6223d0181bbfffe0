"""What belongs to the page wherever OCR reads it, and what only looks as if it did."""

import pytest

from articles.pagefile import parse_page
from articles.pagefile.furniture import normal_page_number
from articles.pagefile.furniture.staffboxes import ROLES
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


@pytest.mark.parametrize("kicker", ["三伏天，他们在50℃的车底下", "在50℃的车底下"])
def test_a_kicker_that_tells_the_heat_is_no_weather(kicker):
    page = parse_page(
        f"株洲日报\n2018年7月20日 星期五\n\n{kicker}\n\n听诊铁轨的人\n\n本报记者 江一舟\n\n{MARKET}\n"
    )
    assert page.articles[0].kicker == kicker


@pytest.mark.parametrize("name", ["株洲日报", "株　洲　日　报"])
def test_the_papers_name_over_its_day_is_no_page_title(name):
    page = parse_page(f"{name}\n2018年7月20日 星期五 晴 26℃—37℃\n\n{FIRST}\n")
    assert [(piece.kind, piece.lines) for piece in page.furniture] == [("masthead", (1, 2))]
    assert page.page_title is None


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


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("距新世纪还有52天", "decoration"),
        ("扶贫线索热线 0731-28810010 微信公众号“某某”", "hotline"),
        ("读者QQ群 200000000 投稿邮箱 a@b.example", "hotline"),
    ],
)
def test_countdowns_and_the_desks_own_lines_are_no_text(line, kind):
    assert kinds(line) == [kind]


@pytest.mark.parametrize("line", ["县区新闻", "影像周刊", "秋韵专版"])
def test_what_the_page_is_called_stands_above_all_other_lines(line):
    page = parse_page(f"\n\n{line}\n\n{FIRST}\n\n{SECOND}\n")
    assert page.page_title == line
    assert [article.column for article in page.articles] == [None, None]


@pytest.mark.parametrize(
    "line",
    [
        "广告部：中心广场报业楼 电话：0733—8200000 传真：8200001",
        "株洲新闻网 www.a.example 掌上株洲客户端",
    ],
)
def test_where_the_paper_is_to_be_had_stands_at_the_top(line):
    page = parse_page(f"4 广告·信息\n\n{line}\n\n{FIRST}\n")
    assert [article.headline for article in page.articles] == ["菜场换新颜"]


def test_the_editors_notebook_is_a_column_and_nobody_of_the_staff():
    [_, note] = parse_page(f"{FIRST}\n\n编辑手记\n\n按快门之前\n\n{BOOKS}\n\n江一舟\n").articles
    assert (note.column, note.headline) == ("编辑手记", "按快门之前")


def test_teasers_are_lead_ins_and_no_page_header():
    teasers = "导读\n湘江边的夜市 A5版\n新热线电话谁来接 第六版\n06版 老街的灯\n气温骤降菜价涨了吗\n第八版"
    page = parse_page(f"株洲日报\n2012年5月3日 星期四\n\n{teasers}\n\n{FIRST}\n\n{SECOND}\n")
    assert (page.page_number, page.page_title) == (None, None)
    assert page.articles[0].line_ranges == ((4, 9),)
    assert [piece.kind for piece in page.furniture] == ["masthead"]


@pytest.mark.parametrize(
    ("line", "title"),
    [("综合新闻 A5版", "综合新闻"), ("体育·国际 B4", "体育·国际"), ("湘江边的夜市 A5版", None)],
)
def test_below_the_masthead_a_number_stands_behind_a_known_page_name_only(line, title):
    page = parse_page(f"株洲日报\n2012年5月3日 星期四\n{line}\n\n{FIRST}\n\n{SECOND}\n")
    assert page.page_title == title


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("2", "02"),
        ("第二版", "02"),
        ("②", "02"),
        ("第十二版", "12"),
        ("二十版", "20"),
        ("a 02", "A2"),
        ("Ａ２", "A2"),
        ("B", None),
        ("十十", None),
        ("零", None),
        ("头版", None),
    ],
)
def test_page_numbers_are_written_in_one_manner(printed, number):
    assert normal_page_number(printed) == number


def test_each_role_makes_a_staff_box():
    for role in ROLES:
        page = parse_page(f"A3 综合新闻\n\n{role}/江小舟 {role}/文小满\n\n{FIRST}\n")
        assert [one.name for one in page.staff] == ["江小舟", "文小满"], role


@pytest.mark.parametrize(
    "words",
    [
        "株洲日报 综合新闻 A3",
        "ZHUZHOU 综合新闻 A3",
        "A3 综合新闻 2019年4月4日",
        "A3 综合新闻 2019.4.4",
        "A3 综合新闻 2019-04-04",
        "A3 综合新闻 一九八六年五月二日",
        "A3 综合新闻 一九八六/5/2",
        "A3 综合新闻 己亥年二月廿九",
    ],
)
def test_a_paper_or_a_day_of_any_make_shows_a_running_header(words):
    page = parse_page(f"{words}\n\n{FIRST}\n")
    assert (page.page_number, page.page_title) == ("A3", "综合新闻")
    assert len(page.articles) == 1


@pytest.mark.parametrize(
    ("label", "title", "column"),
    [("旧改进行时", None, "旧改进行时"), ("秋韵专版", "秋韵专版", None)],
)
def test_a_label_over_its_co_hosts_names_a_section_or_the_page(label, title, column):
    page = parse_page(f"{FIRST}\n\n{label}\n某局 株洲日报社 合办\n\n{SECOND}\n")
    assert page.page_title == title
    assert [article.column for article in page.articles] == [None, column]
    assert [piece.kind for piece in page.furniture] == ["section_label", "co_host_line"]
