"""How a newspaper writes about places, rule by rule, in sentences made up for it."""

from datetime import date
from time import process_time

import pytest

from articles.gazetteer import gazetteer_from_files, topics_from_files
from articles.pagefile.records import Kind, Paragraph, ParsedArticle, ParsedPage
from articles.tagging import ArticleText, tag_article, tag_page, tag_text

GAZETTEER, TOPICS = gazetteer_from_files(), topics_from_files()


def places(body: str = "", on: date | None = None, **fields):
    text = ArticleText(paragraphs=(body,) if body else (), **fields)
    return tag_text(text, GAZETTEER, TOPICS, on).places


def districts(body: str = "", on: date | None = None, **fields) -> list[str]:
    return [place.district for place in places(body, on, **fields)]


def primary(body: str = "", on: date | None = None, **fields) -> str | None:
    return next((p.district for p in places(body, on, **fields) if p.is_primary), None)


# --- names ---


@pytest.mark.parametrize(
    ("printed", "district"),
    [
        ("溇口区", "渌口区"), ("绿口镇", "渌口区"), ("澧陵市", "醴陵市"), ("荼陵县", "茶陵县"),
        ("修县", "攸县"), ("枚县", "攸县"), ("芦凇区", "芦淞区"), ("淡陵县", "炎陵县"),
        ("醴陵縣", "醴陵市"), ("酃縣", "炎陵县"), ("株洲县", "渌口区"), ("滏田镇", "渌口区"),
        ("董家段", "芦淞区"),
    ],
)  # fmt: skip
def test_a_misread_traditional_or_old_name_means_todays_district(printed, district):
    found = places(f"{printed}的农家院里，桂花开了三回。")
    assert found[0].district == district
    assert printed in found[0].words


@pytest.mark.parametrize(
    "words",
    [
        "编修县志的老人走了十年路", "碧绿口感的黄瓜", "南京禄口机场", "荷塘月色里的晚风",
        "围棋天元战开赛", "业余棋手赵云龙", "如火如荼", "徐州云龙湖", "山东庆云县", "福建建宁县",
        "湖北神农架", "江苏浦口区", "株洲县域经济论坛", "一枚县级奖章", "小区东区的车棚",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_place_give_no_district(words):
    assert set(districts(f"{words}，邻居们说起来都笑了。")) <= {"株洲市"}


@pytest.mark.parametrize(
    "words",
    [
        "长沙高新区",
        "长沙、湘潭、衡阳、岳阳、常德、益阳、娄底、怀化、永州、郴州、邵阳、吉首、武汉、南昌的客人和宁乡市龙门镇",
        "宁乡市龙门镇",
        "江西省上栗县金山镇",
        "深圳新市镇",
        "浏阳市官庄镇",
    ],
)
def test_namesakes_elsewhere_give_no_district(words):
    assert set(districts(f"{words}的几位客人带来了三车蜜橘。")) <= {"株洲市"}


def test_a_countys_own_zone_is_not_the_citys():
    assert districts("攸县高新区新添三家电子厂，高新区的路灯也换了新的。") == ["攸县"]
    assert districts("醴陵经开区今日挂牌，经开区里摆满花篮。") == ["醴陵市"]
    assert districts("株洲高新区新添三家电子厂，高新区的路灯也换了新的。") == ["株洲高新区"]


def test_the_former_city_districts_are_places_only_while_they_were():
    story = "东区的三十名青年办起了修理店。"
    assert districts(story, date(1988, 5, 1)) == ["荷塘区"]
    assert "荷塘区" not in districts(story, date(2015, 5, 1))
    assert "荷塘区" not in districts("小区东区的三十名青年办起了修理店。", date(1988, 5, 1))


@pytest.mark.parametrize(
    ("story", "named"),
    [
        ("北区一家机械厂的工人拣出了轴承。", ["石峰区"]),
        ("离开门还有一个小时，南区百货商店门前排起了长队。", ["芦淞区"]),
        ("湖岸·北区的业主昨日看房。", []),
        ("北区三栋的业主昨日看房。", []),
        ("东区、西区的业主昨日看房。", []),
    ],
)
def test_an_undated_page_means_the_old_district_where_it_opens_a_clause(story, named):
    assert [name for name in districts(story) if name != "株洲市"] == named


@pytest.mark.parametrize(
    "asked",
    [
        "问：我家的秧田年年浮秧，是什么道理？（株洲县 淦田 罗秋生）\n答：一怕泥太烂。",
        "南区读者 贾小妹 问：试用期不发钱合法吗？\n答：不合法。",
    ],
)
def test_where_a_question_comes_from_is_no_place_of_the_news(asked):
    assert set(districts(asked, kind=Kind.INTERVIEW)) <= {"株洲市"}


def test_a_town_after_a_countys_name_is_that_countys():
    assert districts("株洲县白关镇的丝瓜上市了。") == ["渌口区"]


def test_a_town_that_two_counties_have_goes_to_the_one_named():
    assert districts("茶陵县下东街道的洣江镇老街修好了。") == ["茶陵县"]


def test_a_common_word_before_an_office_is_the_district():
    assert districts("荷塘法院的院子里，桂花开了三回。") == ["荷塘区"]
    assert districts("石峰交警在路口撑起了伞。") == ["石峰区"]


# --- where the news is ---


def test_the_kicker_says_where_the_news_is():
    found = places(
        "栗子熟了，山货换成了钱。攸县也来了客商。", kicker="炎陵县：", headline="栗子熟了"
    )
    assert [(p.district, p.is_primary, p.rule) for p in found] == [("炎陵县", True, "kicker")]


def test_a_countys_name_in_the_dateline_counts():
    assert primary("氮肥厂三年没有出过事故。", dateline="本报茶陵讯") == "茶陵县"


@pytest.mark.parametrize(
    "sentence",
    [
        "来自茶陵县的泥瓦匠老周",
        "祖籍攸县的商人",
        "醴陵人刘某",
        "货车途经炎陵县，司机",
        "首批猕猴桃销往醴陵市，果农",
    ],
)
def test_where_somebody_is_from_or_goods_go_is_no_place_of_the_news(sentence):
    found = districts(f"石峰区的一家茶馆昨天开门。{sentence}笑得合不拢嘴。")
    assert found == ["石峰区"]


def test_home_is_the_place_when_there_is_no_other():
    assert primary("家住荷塘区的退休教师每天在门口扫地，一扫就是十年。") == "荷塘区"


def test_people_of_a_county_are_its_people_not_natives():
    assert primary("醴陵人民医院的新楼封顶了。") == "醴陵市"
    assert primary("攸县人大组织代表看河道。") == "攸县"


def test_this_county_speaks_for_the_one_just_named():
    found = places("攸县的油茶开花了。该县今年新种油茶三万亩，全县加工厂达到九家。")
    assert found[0].count == 3


def test_words_of_the_whole_city_make_it_the_citys_news():
    for sentence in ("我市新开三条公交线路。", "市气象台说明天有雨。", "全市的路灯换了新的。"):
        assert primary(sentence) == "株洲市"


def test_the_county_citys_organs_are_not_the_citys():
    assert districts("醴陵市的瓷厂忙起来了。全市有三百座窑，市委书记进厂问计。") == ["醴陵市"]
    assert districts("长沙市的客人来了，长沙市委送来感谢信。", dateline="新华社长沙电") == []


def test_a_firm_that_bears_the_citys_name_does_not_make_it_the_citys_news():
    assert primary("株洲恒某某瓷业有限公司在茶陵县的新窑点火。") == "茶陵县"


def test_support_of_the_citys_leaders_does_not_make_it_the_citys_news():
    assert primary("在市委、市政府支持下，荷塘区建起全市首个社区食堂。") == "荷塘区"


def test_who_is_named_before_the_only_word_of_the_city_owns_the_news():
    assert primary("茶陵一中夺得全市排球赛头名。") == "茶陵县"


def test_leaders_of_the_city_make_it_the_citys_news_wherever_they_go():
    found = districts("市委书记昨日来到石峰区的菜场，问摊主租金贵不贵。")
    assert found[0] == "株洲市"


def test_three_counties_of_equal_weight_make_it_the_citys():
    text = ArticleText(
        kind=Kind.BRIEF,
        headline="市县简讯",
        paragraphs=("茶陵县架桥。", "攸县修路。", "炎陵县种树。"),
    )
    found = tag_text(text, GAZETTEER, TOPICS).places
    assert found[0].district == "株洲市"
    assert {p.district for p in found[1:]} == {"茶陵县", "攸县", "炎陵县"}


def test_an_agencys_report_of_elsewhere_has_no_place():
    assert not districts("今年全国早稻长势好，南方各地进入收割期。", dateline="新华社北京7月1日电")


def test_private_notices_and_corrections_have_no_place():
    assert not districts("·醴陵市小张车行遗失公章，声明作废", kind=Kind.NOTICE, headline="遗失声明")
    assert not districts("本报昨日《南区办茶座》一文有误。", kind=Kind.NOTICE, headline="更 正")


# --- what the page says ---


def article(headline: str, body: str, kind=Kind.NEWS, column=None) -> ParsedArticle:
    return ParsedArticle(
        kind=kind,
        line_ranges=((1, 2),),
        headline=headline,
        column=column,
        paragraphs=(Paragraph(body, (2,)),),
    )


def test_a_sidebar_takes_the_place_of_the_story_whose_words_it_shares():
    story = article("引线厂告别人盯机", "醴陵市的引线厂全部实现人机分离生产。")
    other = article("荷花开了", "石峰区的荷花开了，老人们带着孙辈来看。")
    note = article("什么是人机分离", "人机分离，是指人与药分处两室。", Kind.SIDEBAR, "名词解释")
    page = ParsedPage(articles=(other, story, note))
    found = tag_article(note, page, GAZETTEER, TOPICS).places
    assert [(p.district, p.rule) for p in found] == [("醴陵市", "story")]
    assert tag_page(page, GAZETTEER, TOPICS)[2].places == found


def test_a_page_titled_after_a_county_gives_its_place():
    page = ParsedPage(articles=(article("老街亮灯", "老街的灯亮了。"),), page_title="今日攸县")
    assert tag_page(page, GAZETTEER, TOPICS)[0].places[0].district == "攸县"


def test_news_of_abroad_is_not_the_citys():
    def of(body):
        page = ParsedPage(articles=(article("邮差换了新车", body),))
        return [place.district for place in tag_page(page, GAZETTEER, TOPICS)[0].places]

    assert of("瑞士一个山村里，邮差骑上了新车。") == []
    assert of("老邮差换了新车，邻居们围过来看了又看，都说这车走得比瑞士的表还准。") == ["株洲市"]


def test_an_essay_that_names_nothing_is_nowhere():
    assert not districts("秋虫叫了一夜，母亲说谷子该黄了。", kind=Kind.LITERARY)
    assert primary("在茶陵的山上，茶陵的雨下了一夜。", kind=Kind.LITERARY) == "茶陵县"


def test_tags_do_not_change_with_how_often_they_are_asked_for():
    first = places("攸县的油茶开花了。", headline="油茶开花")
    assert first == places("攸县的油茶开花了。", headline="油茶开花")
    assert sum(place.is_primary for place in first) == 1


@pytest.mark.parametrize(
    "body", ["", "东区" * 3000, "攸县" * 3000, "株洲市" * 3000, "\n" * 50, "（" * 5000]
)
def test_no_text_makes_tagging_fail(body):
    tag_text(ArticleText(paragraphs=(body,)), GAZETTEER, TOPICS)


def test_time_grows_with_the_text_and_no_faster():
    def seconds(times: int) -> float:
        text = "醴陵市委和市教育局在攸县网岭镇、天元区办学，全市的孩子来自长沙高新区。" * times
        began = process_time()
        for _ in range(3):
            places(text)
        return process_time() - began

    seconds(50)
    assert min(seconds(800) for _ in range(4)) < 24 * min(seconds(100) for _ in range(4))


# --- where people come from, how they talk ---


@pytest.mark.parametrize(
    "words",
    [
        "顾客从醴陵、湘潭赶来", "茶陵等地慕名而来的石匠", "他在攸县老家种了三亩橘子",
        "老人一口攸县话", "满嘴醴陵腔的师傅", "她是茶陵媳妇",
    ],
)  # fmt: skip
def test_where_people_come_from_and_how_they_talk_is_no_place_of_the_news(words):
    assert set(districts(f"本报讯 昨日，市百货公司开张，{words}，笑了一上午。")) <= {"株洲市"}


def test_a_topic_of_a_county_is_still_the_countys():
    assert primary("攸县话题不断，攸县话剧团今年演了三十场。") == "攸县"


def test_a_short_name_listed_beside_a_surer_one_is_a_districts():
    assert districts("开春以来，芦淞、天元一带的桥洞都清了淤。")[0] == "芦淞区"
    assert "天元区" in districts("开春以来，芦淞、天元一带的桥洞都清了淤，天元的更深些。")


def test_a_firms_city_in_the_heading_gives_way_to_the_district_of_the_lede():
    assert primary("石峰区的一家工厂日前试出新齿轮。", headline="株洲齿轮出海") == "石峰区"
    assert primary("石峰区的一家工厂昨日迎来市领导。", headline="我市齿轮出海") == "株洲市"


def test_a_comment_speaks_of_the_district_that_its_first_sentence_names():
    def of(body):
        return primary(body, kind=Kind.COMMENTARY, headline="一张纸条")

    assert of("石峰区一位老人在门上贴了张纸条。邻里之间，先开口的不吃亏。") == "石峰区"
    assert of("邻里之间，先开口的不吃亏。我见过一张纸条。" * 5 + "那是在石峰区。") == "株洲市"


def test_two_districts_named_alike_beside_the_city_are_the_citys():
    body = "三条街今年要修。石峰区修一条，荷塘区修两条。我市还要修桥。"
    assert primary(body) == "株洲市"


def test_the_citys_bare_name_before_a_county_in_the_heading_leaves_it_the_countys():
    body = "老石匠谭春生今年七十岁，凿了一辈子碑。"
    assert primary(body, kicker="株洲匠人", headline="攸县有个凿碑人") == "攸县"
    assert primary(body, kicker="全市匠人评选", headline="攸县凿碑人入围") == "株洲市"


def test_a_market_township_is_no_organ_of_the_city():
    assert primary("枫林市乡办起了农机夜校，五十个后生来听课。") == "醴陵市"


def test_who_comes_from_a_county_that_the_heading_names_is_news_where_they_came_to():
    body = "从醴陵赶来的老人昨日在芦淞区一家茶馆里找到了妹妹。"
    assert primary(body, headline="醴陵老人寻亲记") == "芦淞区"
    assert primary("老人昨日在醴陵一家茶馆里找到了妹妹。", headline="醴陵老人寻亲记") == "醴陵市"


def test_a_quarter_that_is_also_a_word_counts_where_the_text_says_where_it_plays():
    assert primary("8月1日，田心的一间车间里，钳工趴在地上听轴承。") == "石峰区"
    assert districts("稻田心里想着一场雨，云田上空飘过一朵云。") == ["株洲市"]


def test_a_firm_in_the_heading_gives_way_to_the_county_it_helps():
    assert primary("技师进了村。", headline="田心机厂帮攸县农民办砖厂") == "攸县"


def test_a_comment_that_names_no_county_speaks_of_its_authors():
    def of(author):
        return primary("油烟呛人，谁来管一管？", kind=Kind.COMMENTARY, credits=(author,))

    assert of("石峰区 易 丁") == "石峰区"
    assert of("易 丁") == "株洲市"
