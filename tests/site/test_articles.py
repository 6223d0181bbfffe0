"""An article: how it is set, what it says of itself, what becomes of it."""

import json
import re

from tests.builders import make_article, make_page


def test_an_article_is_set_with_its_heads_byline_subheads_and_dateline(client, archive):
    page = client.get(archive.lead.get_absolute_url()).content.decode()
    assert re.search(r'class="kicker"[^>]*>城建提速<', page)
    assert re.search(r"<h1[^>]*>河西大桥合龙</h1>", page)
    assert re.search(r'class="deck"[^>]*>年底有望通车<', page)
    assert "<h2>施工现场</h2>" in page
    assert '<span class="dateline">株洲日报讯</span>' in page
    assert "全媒体记者 <a" in page


def test_a_role_that_several_share_is_said_once(read, archive):
    names = (("记者", "甲某"), ("记者", "乙某"), ("通讯员", "丙某"))
    article = make_article(archive.two, "同署", "正文。", bylines=names)
    assert "记者 甲某 乙某 通讯员 丙某" in read(article.get_absolute_url())


def test_an_article_says_where_its_date_county_and_lines_come_from(read, client, archive):
    words = read(archive.lead.get_absolute_url())
    assert "据报头" in words and "文中有 天元区" in words and "机器识读，尚未核对" in words
    page = client.get(archive.lead.get_absolute_url()).content.decode()
    assert f'href="/sources/{archive.one.pk}/#L3"' in page


def test_an_uncertain_date_is_said_to_be_inferred_with_its_evidence(read, archive):
    words = read(archive.undated.get_absolute_url())
    assert "10月15日（年份不详）" in words and "据版面文字推断" in words and "10月14日启动" in words


def test_before_and_after_go_over_the_edge_of_the_page(client, archive):
    page = client.get(archive.second.get_absolute_url()).content.decode()
    assert f'rel="prev" href="/articles/{archive.lead.pk}/"' in page


def test_an_article_that_jumps_is_read_as_one(read, archive):
    rest = make_article(archive.two, "（上接01版）", "大桥的下一半故事。", continues=archive.lead)
    words = read(archive.lead.get_absolute_url())
    assert "下转第02版" in words and "大桥的下一半故事" in words
    assert "上接 第01版" in read(rest.get_absolute_url())


def test_an_interview_shows_who_speaks(client, archive):
    talk = make_article(
        archive.two, "访谈", "记者：为什么办社？\n谭书记：为了乡亲。", kind="interview"
    )
    page = client.get(talk.get_absolute_url()).content.decode()
    assert '<p class="question"><b>记者：</b>为什么办社？</p>' in page
    assert '<p class="answer"><b>谭书记：</b>为了乡亲。</p>' in page


def test_a_poem_keeps_its_lines(client, archive):
    poem = make_article(archive.two, "渡口", "船来了\n船走了\n水还在\n人未老", kind="literary")
    page = client.get(poem.get_absolute_url()).content.decode()
    assert '<p class="verse"><span>船来了</span><span>船走了</span>' in page


def test_rows_of_cells_become_a_table(client, archive):
    rows = make_article(archive.two, "气温", "|日期|最高|最低|\n|1日|20|12|\n|2日|22|13|")
    page = client.get(rows.get_absolute_url()).content.decode()
    assert "<tr><td>日期</td><td>最高</td><td>最低</td></tr>" in page


def test_hostile_words_of_a_page_are_shown_and_never_run(client, archive):
    evil = '</script><script>alert(1)</script>"><img src=x>'
    article = make_article(
        archive.two,
        evil,
        f"{evil}。{evil}",
        kicker=evil,
        captions=[evil],
        bylines=((evil, evil[:40]),),
    )
    page = client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in page and "<img" not in page
    assert json.loads(re.search(r"ld\+json\">(.*?)</script>", page, re.S)[1])["headline"] == evil


def test_a_hidden_article_answers_gone_with_its_reason(read, client, archive):
    archive.second.state, archive.second.state_reason = "hidden", "应当事人要求"
    archive.second.save()
    assert "应当事人要求" in read(archive.second.get_absolute_url(), status=410)
    assert client.get(f"/articles/{archive.second.pk}.json").status_code == 410


def test_a_merged_article_leads_to_the_one_it_is_part_of(client, archive):
    archive.second.state, archive.second.merged_into = "merged", archive.lead
    archive.second.save()
    answer = client.get(archive.second.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (302, archive.lead.get_absolute_url())


def test_the_source_shows_every_line_with_its_number_and_its_article(client, archive):
    page = client.get(f"/sources/{archive.one.pk}/").content.decode()
    assert [f'id="L{n}"' in page for n in (1, 2, 3, 4)] == [True] * 4
    assert page.count(f'href="/articles/{archive.lead.pk}/"') == 2, "where each range begins"


def test_the_json_of_an_article_is_its_line_of_the_export(client, archive):
    said = client.get(f"/articles/{archive.lead.pk}.json").json()
    assert said["url"] == f"/articles/{archive.lead.pk}/" and said["line_ranges"] == [
        [1, 1],
        [3, 3],
    ]
    assert said["bylines"][0] == {"role": "全媒体记者", "name": "尹冰"}
    assert said["primary_district"] == "天元区" and said["issue_date"] == "2023-04-13"


def test_an_article_that_nobody_corrected_says_so(read, client, archive):
    assert "机器识读，尚未核对" in read(archive.lead.get_absolute_url())
    assert client.get(f"/articles/{archive.lead.pk}.json").json()["corrected_at"] is None


def test_the_text_of_an_article_is_plain(client, archive):
    text = client.get(f"/articles/{archive.lead.pk}.txt").content.decode()
    assert text.startswith("城建提速\n河西大桥合龙\n年底有望通车\n") and "<" not in text


def test_a_reader_can_report_a_mistake_where_the_operator_says(client, archive, settings):
    address = archive.lead.get_absolute_url()
    assert "报告错误" not in client.get(address).content.decode()
    settings.REPORT_TO = "desk@archive.example"
    assert 'href="mailto:desk@archive.example?subject=' in client.get(address).content.decode()
    settings.REPORT_TO = "https://archive.example/report?form=1"
    assert "report?form=1&amp;url=http" in client.get(address).content.decode()


def test_an_article_without_a_headline_goes_by_its_first_words(read, archive):
    article = make_article(make_page(), "", "今晨大雾，轮渡停航两小时。")
    assert "今晨大雾，轮渡停航两小时。" in read(article.get_absolute_url())
