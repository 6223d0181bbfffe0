"""Which of an article's heading lines is what: 栏目, 引题, 主题, 副题."""

import pytest

from articles.pagefile import parse_page
from tests.pagefile.headgroups import head_groups

TEXT = "本报讯（记者 江一舟）改造后的河西菜场昨日开门，八十个摊位都有了编号和公平秤。"


def only_article(*heads, text=TEXT):
    [article] = parse_page("\n\n" + "\n\n".join([*heads, text]) + "\n").articles
    return article


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("全市法院开展“秋风”执行行动", "二十天追回欠薪三百万"),
        ("水清岸绿 鸟回来了", "东湖湿地招募观鸟人"),
        ("我市召开优化营商环境大会", "企业有难处 干部上门来"),
        ("建厂六十年的老车间里", "年轻人办起读书会"),
        ("汛期将至", "大坝上多了巡夜人"),
    ],
)
def test_an_occasion_or_a_couplet_without_a_subject_leads_in(kicker, headline):
    article = only_article(kicker, headline)
    assert (article.kicker, article.headline, article.deck) == (kicker, headline, None)


@pytest.mark.parametrize(
    ("headline", "deck"),
    [
        ("芦淞区给独居老人装“一键呼叫”", "首批五百户已安装到位"),
        ("田心小学搬新家", "占地六十亩，可容纳1800名学生"),
        ("渌口区启动旱改水工程", "今冬完成八千亩"),
        ("城南一钓鱼人触电受伤", "警方提醒：高压线下莫甩竿"),
    ],
)
def test_how_much_and_since_when_and_a_source_explain(headline, deck):
    article = only_article(headline, deck)
    assert (article.kicker, article.headline, article.deck) == (None, headline, deck)


def is_read(group):
    page = parse_page(group.page)
    read = {part: getattr(page.articles[0], part) for part in ("column", "kicker", "headline")}
    read["deck"] = page.articles[0].deck
    return {part: words for part, words in read.items() if words} == group.parts


def test_seven_heads_of_eight_are_told_apart_as_a_whole():
    """Some would puzzle a sub-editor too, who sees the sizes of the letters."""
    groups = head_groups()
    wrong = [group.lines for group in groups if not is_read(group)]
    assert len(wrong) <= len(groups) // 8, wrong


@pytest.mark.parametrize(
    ("above", "column"),
    [
        (["厂房里的“第二课堂”", "匠心株洲 技能报国"], "匠心株洲 技能报国"),
        (["一碗擂茶怎样“煮”出新产业", "县域行·攸县篇"], "县域行·攸县篇"),
        (["感恩奋进 实干争先", "厂房里的“第二课堂”"], "感恩奋进 实干争先"),
    ],
)
def test_a_campaigns_label_is_the_column_above_the_headline_or_below(above, column):
    assert only_article(*above).column == column


@pytest.mark.parametrize("dash", ["——", "—", "━━", "— —", "一一", "--"])
def test_a_deck_is_known_by_its_dash_however_ocr_has_it(dash):
    article = only_article(
        "河西菜场换新颜", dash + "一批摊主的清晨" if dash != "一一" else "一一记摊主文小满"
    )
    assert article.headline == "河西菜场换新颜"
    assert article.deck in ("一批摊主的清晨", "记摊主文小满")


def test_a_deck_behind_its_headline_on_one_line_is_the_deck():
    article = only_article("石峰“药箱”进楼栋 ——三十个小区半夜买药不用跑")
    assert (article.headline, article.deck) == ("石峰“药箱”进楼栋", "三十个小区半夜买药不用跑")


def test_a_headline_whose_first_line_stops_behind_the_verb_has_two_lines():
    article = only_article("攸县掀起", "“一根田埂两行豆”热潮")
    assert article.headline == "攸县掀起 “一根田埂两行豆”热潮"


def test_a_kicker_may_end_in_a_colon():
    article = only_article("易沅清在河西菜场调研时强调：", "把小事当大事办")
    assert (article.kicker, article.headline) == ("易沅清在河西菜场调研时强调：", "把小事当大事办")


def test_an_office_alone_over_the_headline_is_a_kicker():
    [news] = parse_page(
        "\n\n某区检察院\n\n一份“信用单”救活一家厂\n\n本报讯（记者 易丁）一份单子送到了厂里。\n"
    ).articles
    assert (news.kicker, news.column) == ("某区检察院", None)


def test_below_the_headline_that_five_people_sign_stands_the_campaigns_slogan():
    article = only_article(
        "河边的灯为何一盏盏亮了",
        "走村访户 听真话 看变化",
        "株洲日报全媒体记者 尹冰 易丁 文小满 江一舟 通讯员/祁向阳",
        text=TEXT.partition("）")[2],
    )
    assert article.headline == "河边的灯为何一盏盏亮了"
    assert article.column == "走村访户 听真话 看变化"


@pytest.mark.parametrize(
    "line", ["法律信箱 借出去的牛还能要回来吗", "借出去的牛还能要回来吗 河东快评"]
)
def test_a_columns_label_may_stand_on_the_headlines_line(line):
    article = only_article(line)
    assert article.headline == "借出去的牛还能要回来吗"
    assert article.column in ("法律信箱", "河东快评")


def test_an_office_that_reminds_leads_in_and_names_no_column():
    article = only_article("市疾控中心提醒", "降温天这样喝热汤")
    assert (article.kicker, article.column) == ("市疾控中心提醒", None)


def test_the_first_of_numbered_subheads_is_no_deck():
    [article] = parse_page(
        f"\n\n三本账 别算错\n\n第一本：水账\n\n{TEXT}\n\n第二本：电账\n\n公平秤用的电从屋顶上来。\n"
    ).articles
    assert (article.headline, article.kicker, article.deck) == ("三本账 别算错", None, None)
    assert article.subheads == ("第一本：水账", "第二本：电账")


def test_what_stands_between_headline_and_byline_is_a_deck_however_it_reads():
    article = only_article(
        "桥洞下的草席",
        "记者暗访一夜：愁的不是热，是丢鞋",
        "本报记者 尹冰",
        text="夜里十一点，草席铺开了。",
    )
    assert article.deck == "记者暗访一夜：愁的不是热，是丢鞋"
