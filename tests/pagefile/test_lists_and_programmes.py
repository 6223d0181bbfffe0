"""Prices, results, programmes and riddles: what stands in columns or by rank is no headline."""

import pytest

from articles.pagefile.records import Kind
from tests.pagefile.test_segments import BOOKS, MARKET, articles_of, spaced


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "本周集市行情",
            "鲜鱼一点四〇　　鸡蛋一点一二\n老豆腐〇点一八　　莴笋〇点〇九\n新蚕豆〇点一六　　小葱〇点一〇",
        ),
        ("男子篮球赛名次", "第一名　甲厂（七胜一负）\n第二名　乙厂\n第三名　丙厂"),
        ("电视节目预告", "甲台 19:00 新闻联播\n乙台 20:05 电视剧《渡口》\n丙台 21:40 戏曲"),
        (
            "电影放映预告",
            "人民影院：《渡口》 十二时、十九时半\n红星影院：《石桥》 十九时\n工人影院：《马灯》 十时",
        ),
    ],
)
def test_what_is_listed_is_the_text_of_its_title(title, lines):
    news, listed = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n{title}\n\n{lines}\n"
    )
    assert news.body == MARKET
    assert (listed.headline, listed.column, listed.kicker) == (title, None, None)
    assert listed.line_ranges == ((7, 11),)


def test_riddles_line_under_line_are_items_and_the_title_stands_over_them():
    [riddles] = articles_of(
        "谜宫\n\n一、四面高山（打一字）\n二、一口吞（打一字）\n三、两人同行（打一字）\n"
    )
    assert riddles.headline == "谜宫"
    assert "四面高山" in riddles.body


def test_numbered_lines_that_follow_each_other_are_no_headings():
    [notice] = spaced("优惠办法", "一、学生半价", "二、老人免票", "三、咨询在市政府一办公楼")
    assert notice.headline == "优惠办法"
    assert "二、老人免票" in notice.body


def test_columns_over_headlines_part_a_page_though_they_look_alike():
    articles = spaced(
        *("百姓故事", "铁路边的读报亭", "本报记者 江一舟", MARKET),
        *("法律信箱", "借条丢了怎么办", "读者问：借条丢了，还能不能要回来？律师答：可以。"),
        *("养生之道", "天冷先护三个头", "市二医院 副主任医师 易 丁", BOOKS),
    )
    assert [article.headline for article in articles] == [
        "铁路边的读报亭",
        "借条丢了怎么办",
        "天冷先护三个头",
    ]
    assert [credit.name for credit in articles[-1].bylines] == ["易丁"]


def test_an_essay_has_no_single_subhead():
    argued = "提醒本是好意，可是一条街上装了四十三只喇叭，好意就成了噪音，谁听了不皱眉头呢？"
    fair = (
        "上午九时起，中心广场设摊二十个，修伞、磨刀、补锅、剪发，来者不拒；下午请律师三名义务答疑。",
        "自带小板凳，遇大雨顺延一周，停车请走东门。",
    )
    essay, activity = spaced(
        *("湘江夜话", "别让提醒变成打扰", "□ 易丁", MARKET, argued), *("周日便民集市", *fair)
    )
    assert essay.body == f"{MARKET}\n{argued}"
    assert activity.headline == "周日便民集市"


def test_a_picture_story_takes_no_tail_for_a_reason_to_be_none():
    market, picture = articles_of(
        f"菜场换新颜\n\n□ 易丁\n\n{MARKET}桥头的灯一直亮到\n\n传灯\n\n\n\n{BOOKS}\n\n图/文 本报记者 江一舟\n\n后半夜。"
    )
    assert (picture.headline, picture.kind) == ("传灯", Kind.PHOTO_STORY)
    assert market.body.endswith("一直亮到后半夜。")


def test_only_the_first_line_of_a_public_service_advert_is_its_headline():
    _, advert = spaced(
        *("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}"),
        *("公益广告", "一把火 毁青山", "清明祭扫，鲜花代纸钱", "林区不吸烟，火种不上山"),
    )
    assert (advert.column, advert.headline, advert.deck) == ("公益广告", "一把火 毁青山", None)
    assert "鲜花代纸钱" in advert.body


def test_a_lead_in_with_a_deck_has_a_headline():
    _, teaser, _ = spaced(
        *("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}{BOOKS}"),
        *("导读", "一条小巷的三年", "——桥头背街改造回眸", "05版"),
        *("桥头书屋", f"本报讯（通讯员 易丁）{BOOKS}", MARKET, BOOKS),
    )
    assert (teaser.kind, teaser.column) == (Kind.LEAD_IN, "导读")
    assert (teaser.headline, teaser.deck) == ("一条小巷的三年", "桥头背街改造回眸")
