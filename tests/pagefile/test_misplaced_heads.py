"""Headings that OCR ran together with their text, put behind it or lost; one habit a test."""

import pytest

from articles.pagefile import parse_page
from tests.pagefile.test_segments import BOOKS, MARKET, articles_of, spaced


def test_a_deck_on_the_line_of_the_dateline_is_no_text():
    [market] = spaced("河西菜场有了“公平秤”", f"八十个摊位统一编号  本报讯（记者 江一舟）{MARKET}")
    assert (market.headline, market.deck) == ("河西菜场有了“公平秤”", "八十个摊位统一编号")
    assert market.body == MARKET
    assert market.line_ranges == ((3, 5),)


def test_a_headline_and_its_author_on_the_line_of_the_text_are_no_text():
    [essay] = spaced("桥头掌故", f"三更天的米豆腐  易 丁 {BOOKS}", MARKET)
    assert (essay.column, essay.headline) == ("桥头掌故", "三更天的米豆腐")
    assert [credit.name for credit in essay.bylines] == ["易丁"]
    assert essay.body == f"{BOOKS}\n{MARKET}"


def test_a_brief_on_the_line_of_its_head_is_parted_like_the_others():
    briefs = parse_page(
        f"简讯\n\n■ 菜场换新颜\n{MARKET}（易 丁）\n\n■ 桥头书屋晚些关门 {BOOKS}（文小满）\n"
    ).articles
    assert [brief.headline for brief in briefs] == ["菜场换新颜", "桥头书屋晚些关门"]
    assert [brief.body for brief in briefs] == [MARKET, BOOKS]


def test_a_bullet_before_plain_text_makes_no_heading_of_it():
    [notice] = spaced("温馨提示", f"● 本周末 起到月底，{MARKET}", f"● 河西一带 每天，{BOOKS}")
    assert "本周末 起到月底" in notice.body


def test_a_headline_behind_its_first_paragraph_stands_over_the_text():
    [market] = spaced(
        f"本报讯（记者 江一舟）{MARKET}", "八十个摊位换新颜", "摊主们说，往后不怕下雨了。"
    )
    assert market.headline == "八十个摊位换新颜"
    assert market.body == f"{MARKET}\n摊主们说，往后不怕下雨了。"
    assert [credit.name for credit in market.bylines] == ["江一舟"]


def test_a_dateline_with_bylines_under_a_signed_text_opens_another():
    market, books = spaced(
        "菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        f"本报讯（通讯员 易丁）{BOOKS}",
        "桥头书屋晚些关门",
        "管理员说，灯要亮到最后一个孩子回家。",
    )
    assert (market.headline, market.body) == ("菜场换新颜", MARKET)
    assert books.headline == "桥头书屋晚些关门"
    assert books.body == f"{BOOKS}\n管理员说，灯要亮到最后一个孩子回家。"


def test_a_long_kicker_at_the_top_of_the_page_is_no_text():
    [essay] = spaced(
        "一个人，一盏马灯，四十级被雨水磨得发亮的石阶",
        "守桥人的夜",
        "——走近石桥村的江老倌",
        "本报记者 江一舟",
        BOOKS,
    )
    assert essay.kicker == "一个人，一盏马灯，四十级被雨水磨得发亮的石阶"
    assert (essay.headline, essay.deck) == ("守桥人的夜", "走近石桥村的江老倌")


def test_a_heading_with_a_mark_of_its_own_below_a_headline_is_its_deck():
    [essay] = spaced("守桥人的夜", "◎ 一位老船工的三十年", "本报记者 江一舟", BOOKS)
    assert (essay.headline, essay.deck) == ("守桥人的夜", "一位老船工的三十年")


def test_a_headline_that_says_who_goes_on_in_the_line_below():
    [market] = spaced("株洲县某某镇个体户", "为邻居代收三百个包裹", f"本报讯（易丁）{MARKET}")
    assert market.headline == "株洲县某某镇个体户 为邻居代收三百个包裹"


def test_a_label_may_say_its_occasion_before_a_dot():
    [market] = spaced("某年春节黄金周·一线观察", "菜场换新颜", f"本报讯（记者 易丁）{MARKET}")
    assert (market.column, market.headline) == ("某年春节黄金周·一线观察", "菜场换新颜")


def test_a_short_line_over_a_dateline_is_its_headline_though_text_stands_above():
    market, books = parse_page(
        f"菜场换新颜\n本报讯（记者 江一舟）{MARKET}\n摊主们把秤擦得锃亮，只等\n"
        f"桥头书屋晚些关门\n本报讯（通讯员 易丁）{BOOKS}\n"
    ).articles
    assert (market.headline, books.headline) == ("菜场换新颜", "桥头书屋晚些关门")


def test_whom_the_news_is_about_stands_over_the_headline_with_a_colon():
    market, clinic = spaced(
        *("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}"),
        *("某县人民医院：", "“背篓门诊”走进山寨", f"本报讯（通讯员 易丁）{BOOKS}"),
    )
    assert market.body == MARKET
    assert (clinic.kicker, clinic.headline) == ("某县人民医院：", "“背篓门诊”走进山寨")


def test_short_lines_over_a_dateline_are_its_head_and_no_poem():
    [market] = articles_of(
        f"八十个摊位\n一杆公平秤\n河西菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}"
    )
    assert market.body == MARKET
    assert "换新颜" in f"{market.kicker}{market.headline}{market.deck}"


def test_headline_and_byline_below_a_text_under_a_label_are_its_own():
    [well] = spaced(
        "小巷新闻",
        "一口废了二十年的老井，近日又吊起了水桶。",
        "老井深处的井栏被绳子磨出二十七道槽。街坊们说，水压低的日子，四楼以上一滴水也没有",
        "桥头老井“复工”",
        "本报记者 雷 声",
        "。居委会主任想起了老井，带着十几个人清淤泥，一锄头下去，老井的清水冒了出来。",
    )
    assert (well.column, well.headline) == ("小巷新闻", "桥头老井“复工”")
    assert "一滴水也没有。居委会主任" in well.body


def test_the_last_words_of_a_broken_question_are_no_headline():
    letter = spaced(
        "桥头的路灯为啥白天亮",
        "编辑同志：村口的三十六盏路灯白天白亮十二个小时，公家的灯在太阳底下打瞌睡，叫人",
        "怎不心痛？",
        "曙光村居民 江一舟等十一人",
    )[0]
    assert "叫人怎不心痛？" in letter.body


LATE = (
    "本报讯（通讯员 易丁）凌晨四点，桥头的冷库亮着灯，八个村民把土鸡一只一只装进冰箱。",
    "小山村飞出“土鸡军团”",
    "四年前，桥头的养鸡户还在各自为战，贩子压价三毛，大家就只好卖三毛。",
)


@pytest.mark.parametrize(
    "above",
    [
        (
            *("断头竹再长成林", "本报讯（记者 江一舟）冰灾以后清理楠竹二十三万亩，收购断竹41万"),
            *("返乡不是逃回来", f"{BOOKS}我看不能这样说。", "（作者系桥头镇干部）"),
        ),
        ("菜场换新颜", "本报记者 江一舟", MARKET, "公平秤不说话", BOOKS),
    ],
)
def test_a_dateline_over_a_late_headline_opens_another_text(above):
    *others, chicken = spaced(*above, *LATE)
    assert not any("冷库" in other.body for other in others)
    assert chicken.headline == "小山村飞出“土鸡军团”"
    assert chicken.body == LATE[0].partition("）")[2] + "\n" + LATE[2]


def test_a_byline_over_a_text_waits_for_the_headline_below_it():
    market, bus = spaced(
        *("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}"),
        "本报记者 易 丁",
        "早晨六点，一辆绿色的中巴车停在桥头的老街口。去年赶一趟集要走四个小时，运一担",
        "老区“红色交通线”通了班车",
        "化肥上山，脚钱比化肥还贵。如今一张车票两块钱。",
    )
    assert (market.body, bus.headline) == (MARKET, "老区“红色交通线”通了班车")
    assert "运一担化肥上山" in bus.body
    assert [credit.name for credit in bus.bylines] == ["易丁"]


def test_a_headline_like_a_sentence_stands_between_label_and_byline():
    _, card = spaced(
        *("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}"),
        *("案例追踪", "六千元的健身卡,退了", "本报记者 易丁", f"【案情】\n\n{BOOKS}"),
    )
    assert (card.column, card.headline) == ("案例追踪", "六千元的健身卡,退了")


def test_a_dateline_below_a_text_that_its_author_signs_opens_another():
    essay, chicken = spaced(
        *("返乡不是逃回来", f"{BOOKS}我看不能这样说。", "（作者系桥头镇干部）"),
        *(LATE[0], LATE[2]),
    )
    assert "冷库" not in essay.body
    assert [credit.name for credit in chicken.bylines] == ["易丁"]
