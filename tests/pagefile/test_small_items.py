"""Letters, lists, poems and adverts among the news: what opens them and what belongs to them."""

from articles.pagefile import parse_page
from articles.pagefile.records import Kind
from tests.pagefile.test_segments import BOOKS, MARKET, articles_of, spaced


def test_a_letter_opens_an_article_under_whatever_heading():
    news, letter = spaced(
        "记者追踪",
        "菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "回音壁",
        "市场科：公平秤周周校",
        f"编辑同志：贵报记者来过之后，我们开了会。{BOOKS}",
        "市某某市场管理科",
    )
    assert news.body == MARKET
    assert (letter.column, letter.headline) == ("回音壁", "市场科：公平秤周周校")


def test_an_interview_in_which_the_reporter_asks_is_no_letter():
    [talk] = spaced(
        "对话守桥人",
        "本报记者 江一舟",
        BOOKS,
        "夜里怕不怕",
        "记者：夜里一个人怕不怕？",
        "江老倌：怕什么，河里有灯。",
        "记者：那下雨呢？",
        "江老倌：下雨就打伞。",
    )
    assert "记者：夜里一个人怕不怕？" in talk.body


def test_entries_line_under_line_are_a_list_of_their_own():
    news, prices = articles_of(
        f"菜场换新颜\n\n文／易丁\n\n{MARKET}\n\n{BOOKS}\n\n"
        "冬储行情\n\n萝卜：每担三元二角。\n白菜：每斤九分，比上月跌二分。\n煤油：凭本供应。\n"
    )
    assert news.body == f"{MARKET}\n{BOOKS}"
    assert (prices.headline, prices.line_ranges) == ("冬储行情", ((11, 15),))


def test_items_about_several_counties_below_a_text_are_news_in_brief():
    news, briefs = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n"
        "◎ 攸县今年种植辣椒四千亩。\n◎ 茶陵县书院大修完工。\n◎ 芦淞区发放手电筒三百把。\n"
    )
    assert news.body == MARKET
    assert (briefs.headline, briefs.kind) == (None, Kind.BRIEF)


def test_items_about_one_matter_stay_with_their_text():
    [news] = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n"
        "◎ 一楼卖菜。\n◎ 二楼卖鱼肉。\n◎ 三楼是停车场。\n"
    )
    assert "三楼是停车场" in news.body


def test_a_public_service_label_over_a_starred_heading_is_its_column():
    _, advert = spaced(
        "菜场换新颜", f"本报讯（记者 江一舟）{MARKET}", "公益广告", "★ 让座歌", "老和小，先坐好。"
    )
    assert (advert.column, advert.headline) == ("公益广告", "让座歌")
    assert advert.line_ranges == ((7, 11),)


def test_a_rule_of_a_table_is_no_deck():
    [scores] = articles_of(
        "赛场速递\n\n首轮成绩\n\n- | | |\n-----|-----|-----|\n| 甲队 | 3:1 | 乙队 |\n"
    )
    assert scores.deck is None
    assert scores.line_ranges == ((3, 9),)


def test_stanzas_of_two_verses_belong_to_the_poem():
    poem, essay = articles_of(
        "渡口\n\n□ 易丁\n\n一根竹篙\n撑开雾\n\n水先醒了\n船也醒了\n鸭子也醒了\n\n"
        f"只有石阶\n还睡着\n\n守桥人的夜\n\n□ 江一舟\n\n{BOOKS}"
    )
    assert (poem.headline, poem.kind) == ("渡口", Kind.LITERARY)
    assert poem.body.startswith("一根竹篙") and poem.body.endswith("还睡着")
    assert essay.headline == "守桥人的夜"


def test_two_headings_below_a_poem_and_over_a_byline_are_no_verses():
    _, news = articles_of(
        "渡口\n\n□ 易丁\n\n水先醒了\n船也醒了\n鸭子也醒了\n\n"
        f"八十个摊位\n菜场换新颜\n\n本报记者 江一舟\n\n{MARKET}"
    )
    assert (news.kicker, news.headline, news.body) == ("八十个摊位", "菜场换新颜", MARKET)


def test_what_the_editors_add_below_a_letter_is_not_its_text():
    letter, market = spaced(
        "桥头的路灯几时亮",
        "编辑同志：桥头的六盏路灯从五月起就不亮了，请帮我们催一催。",
        "田心 易小舟",
        "编者附记：路灯所已经派人修好。",
        "菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
    )
    assert letter.line_ranges == ((3, 9),)
    assert [credit.name for credit in letter.bylines] == ["易小舟"]
    assert "路灯所" not in letter.body
    assert market.headline == "菜场换新颜"


def test_a_lunar_day_alone_at_the_foot_is_no_text():
    page = parse_page(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n株洲日报 1990年11月17日 星期六\n农历庚午年十月初一\n"
    )
    assert page.articles[0].body == MARKET
    assert [piece.lines for piece in page.furniture] == [(5, 6)]


def test_a_word_alone_over_the_staff_is_the_pages_title():
    page = parse_page(f"风物\n\n责编：易丁 美编：文小满\n\n守桥人的夜\n\n□ 江一舟\n\n{BOOKS}\n")
    assert page.page_title == "风物"
    assert [article.headline for article in page.articles] == ["守桥人的夜"]


def test_the_papers_own_address_at_the_foot_is_no_text():
    page = parse_page(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n本报地址：株洲市某某路 电话：二四零零零 零售每份五分\n"
    )
    assert page.articles[0].body == MARKET
    assert [piece.kind for piece in page.furniture] == ["hotline"]
