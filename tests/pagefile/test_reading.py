"""Pages read the way a sub-editor reads them; each test is one habit of print or OCR."""

import pytest

from articles.pagefile import parse_page
from articles.pagefile.records import Kind, PageHints

PARAGRAPH = "改造后的河西菜场昨日开门，八十个摊位都有了编号和公平秤。"


def page_of(*lines):
    return parse_page("\n\n" + "\n\n".join(lines) + "\n")


def test_a_label_a_kicker_a_headline_and_a_deck_are_told_apart():
    [article] = page_of(
        "记者走基层",
        "易沅清调研菜场改造时强调",
        "把小事当大事办",
        "——河西菜场的三年",
        "本报讯（记者 江一舟）" + PARAGRAPH,
    ).articles
    assert (article.column, article.kicker) == ("记者走基层", "易沅清调研菜场改造时强调")
    assert (article.headline, article.deck) == ("把小事当大事办", "河西菜场的三年")


def test_a_county_alone_over_a_headline_is_its_kicker():
    [article] = page_of("溇口区:", "菜场换了新颜", "本报讯 " + PARAGRAPH).articles
    assert (article.kicker, article.headline) == ("溇口区:", "菜场换了新颜")


def test_a_sentence_broken_at_a_columns_foot_is_one_paragraph_again():
    [article] = page_of(
        "菜场换新颜",
        "本报讯 " + PARAGRAPH + "摊主们说，从前各卖各的，如今豆子统一采",
        "购，秤统一校验，价钱写在牌子上。",
    ).articles
    assert "豆子统一采购，秤统一校验" in article.body
    assert [(j.from_line, j.to_line) for j in article.joins] == [(5, 7)]


def test_tails_at_the_foot_go_back_to_their_heads():
    page = page_of(
        "菜场换新颜",
        "本报讯（记者 江一舟）"
        + PARAGRAPH
        + "摊主单玉莲卖了三十年豆腐，她说，从前豆子各买各的，如今统一采",
        "书屋夜里亮灯",
        "本报讯（记者 文小满）桥头书屋从今晚起延长到十点关门，读者多半是放学的孩子。管理员廖应湘搬来三盏台",
        "灯，把靠窗的书桌照得通亮。孩子们写完作业，还能在书屋借两本书带回家。",
        "购，豆腐的味道稳了，摊主的账也好算了。菜场还给每个摊主发了公平秤。",
    )
    market, books = page.articles
    assert "统一采购，豆腐的味道稳了" in market.body
    assert "三盏台灯，把靠窗的书桌" in books.body
    assert market.line_ranges == ((3, 5), (13, 13))


def test_a_paragraph_printed_twice_stands_once_and_is_recorded():
    twice = "管理员廖应湘搬来三盏台灯，把靠窗的书桌照得通亮。"
    [article] = page_of(
        "书屋夜里亮灯", "本报讯 " + PARAGRAPH, twice, twice, "读者多半是放学的孩子。"
    ).articles
    assert article.body.count("三盏台灯") == 1
    assert [(left.line, left.reason) for left in article.left_out] == [(9, "doubled")]


def test_a_heading_in_mid_sentence_is_the_headline_of_the_text_around_it():
    [article] = page_of(
        "我的社区我的家",
        "株洲日报全媒体记者/向晚",
        "屋场会准时开场。有人主张收费，有人主张抽签，社区书记尹小荷不插",
        "小板凳坐出好邻居",
        "——月塘街道屋场会见闻",
        "话，只管往黑板上记。",
    ).articles
    assert (article.column, article.headline) == ("我的社区我的家", "小板凳坐出好邻居")
    assert "不插话，只管往黑板上记。" in article.body


def test_an_interview_goes_on_behind_the_box_that_interrupts_it():
    page = page_of(
        "一部电梯三场会",
        "本报记者 尹冰",
        "社区为装电梯开了三场会，记者采访了书记周卫红。",
        "“先解开心结”",
        "记者：听说第一场会不欢而散？",
        "周卫红：是的，一楼怕挡光，话没有说完就走了。",
        "相关链接",
        "加装电梯四步走",
        "第一步达成意愿，第二步方案公示，第三步联合审查。",
        "“难处摆上桌面”",
        "记者：第二场会说什么？",
        "周卫红：说钱怎么分，写满了两块黑板。",
    )
    box, interview = sorted(page.articles, key=lambda a: len(a.line_ranges))
    assert box.column == "相关链接"
    assert interview.subheads == ("“先解开心结”", "“难处摆上桌面”")
    assert "两块黑板" in interview.body


def test_briefs_with_heads_are_one_article_each_under_their_groups_label():
    page = parse_page(
        "\n\n简讯\n\n■ 夜班车开通\n市公交公司开通夜班公共汽车。（李 玲）\n\n■ 农民赛钓鱼\n十四个乡镇的农民参赛。（洪 波）\n"
    )
    assert [(a.column, a.headline, a.bylines[0].name) for a in page.articles] == [
        ("简讯", "夜班车开通", "李玲"),
        ("简讯", "农民赛钓鱼", "洪波"),
    ]
    assert [f.kind for f in page.furniture] == ["section_label"]


def test_a_label_over_short_texts_of_one_manner_is_the_column_of_each():
    page = page_of(
        "乡镇短波",
        "荷塘：菜场旁开起“裁缝摊”",
        PARAGRAPH + "（江一舟）",
        "攸县：渡口添了避雨亭",
        PARAGRAPH.replace("河西", "渡口") + "（文小满）",
        "一条老街的四季",
        "本报讯（记者 汤 彦）" + PARAGRAPH.replace("河西", "老街") * 3,
    )
    assert [a.column for a in page.articles] == ["乡镇短波", "乡镇短波", None]
    assert page.articles[0].line_ranges == ((5, 7),)


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("据《江南早报》6月9日报道 ", "据《江南早报》6月9日报道"),
        ("据《江南早报》报道", "据《江南早报》报道"),
        ("【株洲日报讯】（全媒体记者/江一舟）", "株洲日报讯"),
    ],
)
def test_a_text_taken_from_another_paper_is_an_article_of_its_own(opening, dateline):
    page = page_of(
        "竹笋首次出口",
        "本报讯（通讯员 文小满）" + PARAGRAPH,
        "村村响起“小喇叭”",
        opening + PARAGRAPH.replace("菜场", "广播站"),
    )
    assert [a.headline for a in page.articles] == ["竹笋首次出口", "村村响起“小喇叭”"]
    assert page.articles[1].dateline == dateline
    assert page.articles[1].body == PARAGRAPH.replace("菜场", "广播站")


def test_masthead_header_and_staff_give_number_title_and_names():
    page = parse_page(
        "\nA3 综合新闻\n\n责任编辑/柳如眉 校对/文小满\n\n菜场换新颜\n\n本报讯 " + PARAGRAPH
    )
    assert (page.page_number, page.page_title) == ("A3", "综合新闻")
    assert [one.name for one in page.staff] == ["柳如眉", "文小满"]
    assert len(page.articles) == 1


@pytest.mark.parametrize(
    ("header", "number", "title"),
    [
        ("B2 公告·分类", "B2", "公告·分类"),
        ("第三版 洣水谣 副刊", "03", "洣水谣 副刊"),
        ("05 视窗 影像", "05", "视窗 影像"),
        ("②　农村天地", "02", "农村天地"),
    ],
)
def test_a_page_header_gives_number_and_title_and_is_no_heading(header, number, title):
    page = page_of(header, "菜场换了新颜", "本报讯 " + PARAGRAPH)
    assert (page.page_number, (page.page_title or "").replace("\u3000", " ")) == (number, title)
    assert (page.articles[0].kicker, page.articles[0].headline) == (None, "菜场换了新颜")


def test_a_page_header_at_the_foot_is_read():
    page = page_of("菜场换了新颜", "本报讯 " + PARAGRAPH, "综合 A4")
    assert (page.page_number, page.page_title) == ("A4", "综合")
    assert page.articles[0].body == PARAGRAPH


def test_teasers_under_their_label_are_lead_ins():
    page = parse_page(
        "\n\n今日导读\n菜场换新颜 A2版\n书屋夜里亮灯 见B1版\n\n桥通了\n\n本报讯 " + PARAGRAPH
    )
    assert [a.kind for a in page.articles] == [Kind.LEAD_IN, Kind.NEWS]


def test_a_poem_keeps_its_lines_and_its_author():
    [poem] = parse_page(
        "\n\n渡口\n\n□ 覃小渡\n\n船还没有来\n芦苇先白了头\n风把炊烟\n吹过来一半\n"
    ).articles
    assert (poem.kind, poem.bylines[0].name) == (Kind.LITERARY, "覃小渡")
    assert poem.body.split("\n") == ["船还没有来", "芦苇先白了头", "风把炊烟", "吹过来一半"]


def test_notices_follow_each_other_and_name_no_reporters():
    page = page_of(
        "停水通知",
        "因更换阀门，定于十一月二十日停水。",
        "遗失声明",
        "·王小军遗失身份证，声明作废",
    )
    assert [(a.kind, a.headline, a.bylines) for a in page.articles] == [
        (Kind.NOTICE, "停水通知", ()),
        (Kind.NOTICE, "遗失声明", ()),
    ]


def test_traditional_characters_are_read_and_kept():
    [article] = page_of(
        "瓷廠落戶", "本報訊(記者/司馬衡) 該公司近日破土動工，預計三月出窯。"
    ).articles
    assert (article.dateline, article.bylines[0].name) == ("本報訊", "司馬衡")
    assert article.body == "該公司近日破土動工，預計三月出窯。"


def test_a_page_of_one_endless_line_and_one_of_ten_thousand_are_read():
    assert len(parse_page("字" * 3_000_000).articles) == 1
    assert parse_page("\n".join(["菜场换新颜"] * 10_000)).articles


def test_a_page_without_any_blank_line_is_read_line_by_line():
    lines = [
        "菜场换新颜",
        "本报讯（记者 江一舟）" + PARAGRAPH,
        "书屋夜里亮灯",
        "本报讯 " + PARAGRAPH,
    ]
    page = parse_page("\n".join(lines))
    assert [(a.headline, a.line_ranges) for a in page.articles] == [
        ("菜场换新颜", ((1, 2),)),
        ("书屋夜里亮灯", ((3, 4),)),
    ]


def test_a_paragraph_torn_behind_a_date_goes_on():
    [article] = page_of(
        "书屋亮灯",
        "本报讯 " + PARAGRAPH + "管理员廖应湘搬来三盏台灯，孩子们盼了很久。五月十八日",
        "，桥头书屋第一次开到夜里十点。",
    ).articles
    assert "五月十八日，桥头书屋" in article.body


def test_a_page_without_a_printed_number_has_that_of_its_file_name():
    text = "河东菜场换新颜\n\n本报讯（记者 江一舟）改造后的河东菜场昨日开门。"
    for name, number in (
        ("2016/zzrb_20160824_07.txt", "07"),
        ("2016-08-24_A5.txt", "A5"),
        ("19990105-2.txt", "02"),
        ("517_3fa0c18e6b9d2475.txt", None),
    ):
        assert parse_page(text, PageHints(name=name)).page_number == number
