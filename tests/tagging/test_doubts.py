"""Names that an editor should look at: misread ones and places that no list knows."""

import pytest

from articles.gazetteer import gazetteer_from_files, topics_from_files
from articles.pagefile.records import Kind, Paragraph, ParsedArticle, ParsedPage
from articles.tagging import ArticleText, tag_page, tag_text

GAZETTEER, TOPICS = gazetteer_from_files(), topics_from_files()


def doubts(*paragraphs: str, **fields):
    return tag_text(ArticleText(paragraphs=paragraphs, **fields), GAZETTEER, TOPICS).doubts


def unknown(*paragraphs: str, **fields) -> list[tuple[str, str]]:
    found = doubts(*paragraphs, **fields)
    return [(d.name, d.district) for d in found if d.code == "unknown-place"]


# --- misread names ---


@pytest.mark.parametrize(
    ("printed", "meant", "district"),
    [
        ("溇口", "渌口", "渌口区"), ("荼陵县", "茶陵县", "茶陵县"), ("修县", "攸县", "攸县"),
        ("澧陵县", "醴陵县", "醴陵市"), ("鄙县", "酃县", "炎陵县"), ("株州县", "株洲县", "渌口区"),
        ("董家缎", "董家塅", "芦淞区"), ("滏田镇", "淦田镇", "渌口区"),
    ],
)  # fmt: skip
def test_a_misread_name_is_reported_with_the_name_it_was_taken_for(printed, meant, district):
    (doubt,) = doubts(f"春分一过，{printed}的油菜花开了。")
    assert (doubt.code, doubt.name, doubt.meant) == ("suspected-misreading", printed, meant)
    assert doubt.district == district
    assert doubt.quote == f"春分一过，{printed}的油菜花开了。"[: len(doubt.quote)]


def test_a_name_printed_right_or_in_traditional_characters_is_no_misreading():
    assert not doubts("茶陵县的油菜花开了，醴陵縣、淥口鎮的也开了。")


def test_a_misread_name_is_reported_once_an_article():
    (doubt,) = doubts("荼陵县的油菜花开了。", "荼陵县的客人来了。")
    assert doubt.quote.startswith("荼陵县的油菜花")


# --- unknown places ---


def test_a_town_behind_a_countys_name_that_no_list_knows_is_reported():
    assert unknown("三月里，茶陵县红泉镇的桥修好了。") == [("红泉镇", "茶陵县")]
    assert unknown("三月里，攸县双石潭村的桥修好了。") == [("双石潭村", "攸县")]
    assert unknown("三月里，炎陵县雾岭瑶族乡的桥修好了。") == [("雾岭瑶族乡", "炎陵县")]


def test_a_village_alone_in_the_lede_is_reported_with_the_articles_district():
    text = ("3月5日，走进杉木冲村，家家户户在编竹篮。", "攸县去年来了三百位客商，攸县请他们喝茶。")
    assert unknown(*text) == [("杉木冲村", "攸县")]
    assert unknown("双泉社区的老人学会了视频通话。") == [("双泉社区", "")]


def test_a_name_deep_in_the_body_is_not_asked_for():
    assert not unknown("攸县的桥修好了。", "过了河，就是杉木冲村，家家户户在编竹篮。")


@pytest.mark.parametrize(
    "lede",
    [
        "茶陵县各乡镇的桥修好了。", "攸县农村的桥修好了。", "攸县山村的桥修好了。",
        "攸县二十个贫困村的桥修好了。", "茶陵县虎踞镇的桥修好了。", "攸县文明社区评比揭晓。",
        "茶陵县虎踞镇杉木冲村的桥修好了。", "醴陵市返乡创业的青年回来了。",
        "渌口区每个村都有了桥。", "石峰区这个社区的桥修好了。", "攸县石塘村民老易修好了桥。",
        "攸县两村合力修桥。", "荷塘区送戏下乡。", "在茶陵县古镇上走一走。", "城中村的路灯亮了。",
        "美丽乡村的路灯亮了。", "浏阳市金泉镇的客人来了。", "宁乡红泉镇的客人来了。",
        "天元区智慧社区的路灯亮了。", "攸县重点镇的路灯亮了。", "石峰区老旧社区的路灯亮了。",
        "炎陵县移民新村的路灯亮了。", "渌口区驻村工作队来了。", "芦淞区进村入户宣讲。",
        "茶陵县连线镇卫生院的医生。", "攸县实现一村一月一场戏。", "醴陵市覆盖村社区的网通了。",
        "荷塘区慰问社区老人。", "昨日在社区，邻居们笑了。",
    ],
)  # fmt: skip
def test_common_words_and_known_towns_are_no_unknown_places(lede):
    assert not unknown(lede)


def test_notices_essays_and_agencies_are_not_asked():
    assert not unknown("茶陵县红泉镇王某遗失证件。", kind=Kind.NOTICE)
    assert not unknown("红泉镇的雨下了一夜。", kind=Kind.LITERARY)
    assert not unknown("红泉镇的雨下了一夜。", dateline="新华社南宁5月1日电")


# --- for the worklist ---


def test_a_doubt_becomes_a_problem_at_the_line_that_holds_it():
    article = ParsedArticle(
        kind=Kind.NEWS,
        line_ranges=((2, 5),),
        headline="桥修好了",
        paragraphs=(Paragraph("石匠来了。荼陵县的桥修好了。", (3, 5)),),
    )
    (tags,) = tag_page(ParsedPage(articles=(article,)), GAZETTEER, TOPICS)
    page = ["株洲日报", "桥修好了", "石匠来了。", "", "荼 陵县的桥修好了。"]
    problem = tags.doubts[0].problem(page)
    assert (problem.code, problem.line) == ("suspected-misreading", 5)
    assert problem.detail == "荼陵县→茶陵县(茶陵县) …石匠来了。荼陵县的桥修好了。…"


def test_a_doubt_in_an_editors_text_has_no_line():
    assert doubts("荼陵县的桥修好了。")[0].problem(["荼陵县的桥修好了。"]).line is None
