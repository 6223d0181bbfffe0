"""Topics: which words decide, and what kind of article belongs where."""

from pathlib import Path

import pytest

from articles.gazetteer import gazetteer_from_files, topics_from_files
from articles.pagefile.records import Kind
from articles.tagging import ArticleText, tag_text

GAZETTEER, TOPICS = gazetteer_from_files(), topics_from_files()


def findings(body: str = "", **fields):
    text = ArticleText(paragraphs=(body,) if body else (), **fields)
    return tag_text(text, GAZETTEER, TOPICS).topics


def topics(body: str = "", **fields) -> list[str]:
    return [finding.topic for finding in findings(body, **fields)]


def headlines():
    path = Path(__file__).with_name("headlines.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("%"):
            wanted, _, text = line.partition("|")
            yield set(wanted.split()), text


def test_a_headline_and_a_sentence_are_enough_in_ninety_five_of_a_hundred():
    kinds = {"文学副刊": Kind.LITERARY, "评论": Kind.COMMENTARY}
    missed, count = [], 0
    for wanted, text in headlines():
        kind = next((kinds[topic] for topic in wanted if topic in kinds), Kind.NEWS)
        headline, _, rest = text.partition(" ")
        count += 1
        if not wanted & set(topics(rest, headline=headline, kind=kind)):
            missed.append(text)
    assert len(missed) <= 0.05 * count, missed


@pytest.mark.parametrize("kind", [Kind.ADVERT, Kind.PUBLIC_SERVICE_AD, Kind.NOTICE])
def test_adverts_and_notices_stand_under_no_news_topic(kind):
    body = "医院门诊楼竣工，专家坐诊，学校招生，项目签约。"
    assert topics(body, kind=kind, headline="公告") == ["公告广告"]


def test_a_list_of_appointments_is_news_though_set_as_a_notice():
    said = topics("任命：甲为市粮食局局长。", kind=Kind.NOTICE, headline="市人大常委会任免名单")
    assert "时政" in said


def test_a_safety_tip_is_no_notice():
    said = topics("不私自下水游泳。", kind=Kind.NOTICE, headline="暑期防溺水安全提示")
    assert "安全应急" in said


def test_a_text_of_no_reporter_that_speaks_like_a_notice_is_one():
    assert topics("本版稿约：来稿请寄编辑部，请勿一稿多投，谢绝投稿邮箱群发。") == ["公告广告"]


def test_a_comment_and_an_essay_stand_under_their_own_topic_first():
    assert topics("好事天天做，才叫风气。", kind=Kind.COMMENTARY)[0] == "评论"
    assert topics("秋虫叫了一夜。", kind=Kind.LITERARY)[0] == "文学副刊"


def test_an_agencys_report_of_elsewhere_is_of_the_world():
    said = topics("我国成功发射一颗卫星。", dateline="新华社酒泉5月1日电")
    assert said[0] == "国内国际"


def test_there_are_never_more_than_three_and_each_says_its_words():
    found = findings(
        "签约的企业研发芯片，学校师生到医院参加消防演练，村民种粮大户也来了，法院开庭。"
    )
    assert 1 <= len(found) <= 3
    assert all(finding.words and finding.score > 0 for finding in found)
    assert [f.score for f in found] == sorted((f.score for f in found), reverse=True)


def test_words_are_quoted_as_printed():
    assert "醫院" in findings("醫院裡來了新的醫生,這個門診開了。")[0].words


def test_a_readers_letter_that_argues_is_a_comment():
    body = (
        "编辑同志：街上挂了十一块牌子，牌子底下却是满地烟头。其实，文明不是挂出来的，而是做出来的。"
        "与其多挂牌子，不如多添几只垃圾桶。望有关部门少一点形式主义，群众才能说好。"
    )
    assert "评论" in topics(body, headline="牌子少挂些", column="来函照登")
