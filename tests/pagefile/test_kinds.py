"""What an author's piece is: it argues (评论) or it tells (散文)."""

import pytest

from articles.pagefile.building.argument import argues
from articles.pagefile.page import parse_page
from articles.pagefile.records import Kind


def kind_of(text):
    """The kind of a page's only article."""
    [article] = parse_page(f"\n\n{text}\n").articles
    return article.kind


ARGUMENT = (
    "门口该不该装栏杆，有人说应该，有人说不必。其实，栏杆从来不是用来挡人的，而是用来提醒人的。"
    "与其天天派人守着，不如把规矩写清楚。规矩清楚了，群众才能心里有数，干部也不必磨破嘴皮。"
)
TALE = (
    "那年冬天，母亲站在屋檐下等我。雪落在她的眼睛里，她轻轻地笑着，什么也没有说。"
    "后来我想起那个傍晚，桥上的脚步声，灶里的火，窗外的鸟，都还在那里，像一阵月光。"
)


def test_a_piece_that_weighs_and_demands_argues_and_one_that_remembers_tells():
    assert argues("门口的栏杆", ARGUMENT)
    assert not argues("门口的栏杆", TALE)
    assert not argues("门口的栏杆", "应当如此。")


NEITHER = (
    "街口的栏杆刷了新漆，行人绕过去，自行车也绕过去。有人把菜篮挂在上面，有人靠着它等车。"
    "漆是绿的，晒了两个月，颜色淡了些。管它的人每天来擦一遍，擦完了就走。"
)


@pytest.mark.parametrize("headline", ["莫让栏杆挡了路", "栏杆的学问", "“绕道走”之后"])
def test_a_headline_that_urges_or_turns_a_word_over_stands_over_a_comment(headline):
    assert argues(headline, NEITHER)
    assert not argues("街口的栏杆", NEITHER)
    assert not argues(headline, TALE), "母亲, 那年, 月光 outweigh the headline"


@pytest.mark.parametrize(("body", "kind"), [(ARGUMENT, Kind.COMMENTARY), (TALE, Kind.LITERARY)])
def test_an_authors_piece_is_a_comment_where_it_argues(body, kind):
    page = parse_page(f"门口的栏杆\n\n文 江小渡\n\n{body}\n")
    assert [a.kind for a in page.articles] == [kind]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("湘江茶座", Kind.COMMENTARY),
        ("有话直说", Kind.COMMENTARY),
        ("今日谈", Kind.COMMENTARY),
        ("百姓微议", Kind.COMMENTARY),
        ("人物访谈", Kind.LITERARY),
    ],
)
def test_columns_of_talk_and_opinion_hold_comments(column, kind):
    page = parse_page(f"{column}\n\n门口的栏杆\n\n文 江小渡\n\n{TALE}\n")
    assert [a.kind for a in page.articles if a.column] == [kind]


def test_a_list_of_prices_is_no_poem():
    page = parse_page(
        "菜市价格\n\n早籼米　每公斤2.16元\n晚籼米　每公斤2.48元\n豆腐　六角\n鸡蛋　二元三角\n空心菜　一角五分\n"
    )
    assert [a.kind for a in page.articles] != [Kind.LITERARY]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("寻找老街的味道", Kind.NEWS),
        ("寻人启事", Kind.NOTICE),
        ("寻找救命恩人", Kind.NOTICE),
        ("寻找老艄公线索", Kind.NOTICE),
        ("更正", Kind.NOTICE),
        ("让“第一颗扣子”扣得更正", Kind.NEWS),
        ("寻伞", Kind.NOTICE),
        ("招領啟事", Kind.NOTICE),
        ("谢　启", Kind.NOTICE),
    ],
)
def test_who_or_what_is_sought_is_a_notice(heading, kind):
    assert kind_of(f"{heading}\n\n八十个摊位昨日开门，每个摊位都有编号和公平秤。") is kind


def test_an_authors_text_is_no_notice_whatever_its_title():
    text = "八十个摊位昨日开门，每个摊位都有编号和公平秤。"
    assert kind_of(f"一纸声明\n\n□ 江一舟\n\n{text}{text}") is Kind.LITERARY


def test_labels_say_the_kind_in_the_old_characters_too():
    assert kind_of("相關鏈接\n\n什麼是公平秤\n\n公平秤是給顧客復秤用的。") is Kind.SIDEBAR
