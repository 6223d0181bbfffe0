"""Lists of articles: by county, topic, reporter and kind, by page, as JSON."""

from datetime import date

import pytest

from tests.builders import make_article, make_district, make_page, make_reporter, make_topic


@pytest.fixture
def many(db):
    """45 articles of one county, one a day, newest last."""
    for day in range(1, 46):
        page = make_page(day=date(2020, 1 + day // 28, 1 + day % 28), number="01")
        make_article(page, f"第{day}篇", "正文。", districts=("攸县",), topics=("教育",))
    return make_district("攸县").get_absolute_url()


def test_a_list_is_newest_first_and_leads_page_by_page_to_its_end(client, many):
    seen, address = [], many.rstrip("/") + ".json"
    while address:
        answer = client.get(address).json()
        assert answer["total"] == 45
        seen += [one["headline"] for one in answer["results"]]
        address = answer["next"]
    assert seen == [f"第{day}篇" for day in range(45, 0, -1)]


@pytest.mark.parametrize("number", ["0", "-1", "4", "x", "1e3", "９", "99999999999"])
def test_a_page_of_a_list_that_is_not_there_is_not_found_and_says_how_many_there_are(
    read, many, number
):
    assert "列表共 3 页" in read(f"{many}?page={number}", status=404)


def test_a_county_lists_its_articles_and_no_others(read, archive):
    page = read(make_district("天元区").get_absolute_url())
    assert "河西大桥合龙" in page and "下岗职工有了新岗位" in page and "茶园开采" not in page


def test_a_county_of_a_year_lists_that_year_only(read, archive):
    page = read(make_district("天元区").get_absolute_url() + "1998/")
    assert "下岗职工有了新岗位" in page and "河西大桥合龙" not in page


def test_a_year_that_a_county_has_nothing_of_is_not_found(read, archive):
    read(make_district("茶陵县").get_absolute_url() + "1998/", status=404)


def test_county_topic_and_year_cross(client, archive):
    topic = make_topic("城建交通")
    county = make_district("天元区")
    address = f"/articles.json?county={county.slug}&topic={topic.slug}&year=2023"
    answer = client.get(address).json()
    assert answer["total"] == 1 and answer["results"][0]["headline"] == "河西大桥合龙"
    same = client.get(f"/counties/{county.slug}/2023.json?topic={topic.slug}").json()
    assert same["results"] == answer["results"]


def test_adverts_stand_in_a_list_only_when_asked_for(client, archive):
    assert client.get("/articles.json").json()["total"] == 5
    adverts = client.get("/articles.json?kind=advert").json()
    assert [one["headline"] for one in adverts["results"]] == ["开业酬宾"]
    assert client.get("/articles.json?kind=all").json()["total"] == 6


@pytest.mark.parametrize(
    "query", ["county=nowhere", "topic=%00", "year=20x3", "kind=poem", "year=0000"]
)
def test_a_condition_that_the_archive_does_not_know_is_refused_with_a_word(read, archive, query):
    assert "没有名为" in read(f"/articles/?{query}", status=400)
    read(f"/articles.json?{query}", status=400)


def test_a_reporters_page_says_in_which_roles_and_years_and_with_whom(read, archive):
    page = read(make_reporter("尹冰").get_absolute_url())
    assert "全媒体记者 (1)" in page and "通讯员 (1)" in page
    assert "罗一凡" in page, "who signs with them"
    assert "2023年4月13日" in page and "流感疫苗开打" in page


def test_reporters_are_listed_most_active_first_and_by_the_beginning_of_a_name(client, archive):
    names = [one["name"] for one in client.get("/reporters.json").json()["results"]]
    assert names == ["尹冰", "罗一凡"]
    found = client.get("/reporters.json?q=罗").json()
    assert [one["name"] for one in found["results"]] == ["罗一凡"]


def test_a_merged_reporters_address_leads_to_the_one_that_goes_on(client, archive):
    old, new = make_reporter("尹 冰"), make_reporter("尹冰")
    old.merged_into = new
    old.save()
    answer = client.get(old.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (302, new.get_absolute_url())


def test_a_former_county_leads_to_todays(read, db):
    today = make_district("渌口区")
    old = make_district("株洲县")
    old.successor, old.valid_to = today, "2018"
    old.save()
    assert "渌口区" in read(old.get_absolute_url())
    assert "株洲县" in read(today.get_absolute_url())


def test_every_list_and_page_answers_as_json_for_scripts_of_any_site(client, archive):
    county = make_district("天元区").slug
    for path in (
        *("/index.json", "/2023.json", "/2023/04.json", "/2023/04/13.json", "/2023/04/13/01.json"),
        *("/undated.json", "/articles.json", "/counties.json", f"/counties/{county}.json"),
        *("/topics.json", "/reporters.json", "/coverage.json"),
    ):
        answer = client.get(path)
        assert answer["Access-Control-Allow-Origin"] == "*", path
        assert {"total", "results", "next"} <= set(answer.json()), path
