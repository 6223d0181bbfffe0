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
