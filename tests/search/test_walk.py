"""Search in a real browser, as readers walk through it: with scripts and without, by keyboard."""

from datetime import date
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.builders import make_article, make_district, make_page, make_reporter, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@pytest.fixture
def harvest(index):
    """Articles about rice of two years, two counties, two reporters; one with a misread name."""
    early, late = make_page(day=date(2019, 10, 1)), make_page(day=date(2021, 6, 1), number="02")
    make_article(early, "晚稻开镰", "茶陵县晚稻开镰。", districts=["茶陵县"], topics=["农业农村"])
    first = make_article(
        late,
        "攸县晚稻入仓",
        "晚稻归仓。\n今年晚稻又是丰收。",
        kicker="晚稻丰收",
        districts=["攸县"],
        bylines=[("记者", "陆禾")],
    )
    make_article(late, "早稻下田", "在澧陵，早稻插完了。", districts=["攸县"], topics=["农业农村"])
    index()
    return first


@pytest.fixture
def opened(chromium, live_server):
    """Opens pages for a reader with scripts or without, on a screen of some width."""
    contexts = []

    def page(scripts=True, width=1280):
        context = chromium.new_context(
            base_url=live_server.url,
            locale="zh-CN",
            java_script_enabled=scripts,
            viewport={"width": width, "height": 800},
        )
        contexts.append(context)
        return context.new_page()

    yield page
    for context in contexts:
        context.close()


def assert_hits(page, *headlines: str) -> None:
    """Waits for the page that a click leads to."""
    expect(page.locator(".hits h3")).to_have_text(list(headlines))


@SCRIPTS
def test_a_reader_narrows_a_search_and_reads_hit_after_hit(opened, harvest, scripts):
    page = opened(scripts, width=1280 if scripts else 360)
    page.goto("/search/")
    page.locator("#q").fill("晚稻")
    page.get_by_role("main").get_by_role("button", name="检索").click()
    expect(page.locator(".asked")).to_contain_text("全文含“晚稻”")
    assert_hits(page, "攸县晚稻入仓", "晚稻开镰")
    assert page.locator(".hits mark").first.inner_text() == "晚稻"
    page.get_by_label("2019年: 1").click()
    assert_hits(page, "晚稻开镰")
    page.locator(".chosen a").click()
    page.get_by_role("link", name="攸县").last.click()
    assert_hits(page, "攸县晚稻入仓")
    page.get_by_text("县区: 攸县").click()
    page.locator(".hits h3 a").first.click()
    expect(page.locator("mark")).to_have_text(["晚稻"] * 4)
    page.locator(".trail").get_by_role("link", name="3", exact=True).click()
    expect(page.locator("mark:target")).to_have_id("m3")
    page.locator("mark:target a").click()
    expect(page.locator("mark:target")).to_have_id("m4")
    page.get_by_role("link", name="下一条").click()
    expect(page.locator(".trail")).to_contain_text("第 2 条，共 2 条")
    expect(page.locator("h1")).to_have_text("晚稻开镰")
    page.get_by_role("link", name="返回结果").click()
    assert_hits(page, "攸县晚稻入仓", "晚稻开镰")


def test_the_keyboard_alone_searches_opens_a_hit_and_walks_its_matches(opened, harvest):
    page = opened()
    page.goto("/search/")
    focused = "document.activeElement."
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(focused + "id") == "q":
            break
    page.keyboard.type("晚稻")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(focused + "matches('.hits h3 a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(focused + "matches('mark a')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("mark:target")).to_have_id("m2")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("/2021/06/01/", "2021年6月1日"),
        ("/counties/{county}/", "县区: 攸县"),
        ("/topics/{topic}/", "专题: 农业农村"),
        ("/reporters/{reporter}/", "记者: 陆禾"),
    ],
)
def test_a_search_stays_inside_an_issue_a_county_a_topic_a_reporter(opened, harvest, place, said):
    page = opened(scripts=False, width=360)
    page.goto(
        place.format(
            county=make_district("攸县").slug,
            topic=make_topic("农业农村").slug,
            reporter=make_reporter("陆禾").pk,
        )
    )
    page.locator("#within-q").fill("稻")
    page.locator(".within button").click()
    expect(page.locator(".chosen")).to_contain_text(said)
    page.locator(".chosen a").click()
    expect(page.locator(".hits h3")).to_have_count(3)


@SCRIPTS
def test_help_is_given_where_little_is_found(opened, harvest, scripts):
    page = opened(scripts)
    page.goto("/search/?q=茶凌县")
    page.get_by_role("link", name="茶陵县").click()
    assert_hits(page, "晚稻开镰")
    page.goto("/search/?q=醴陵")
    expect(page.locator(".hits h3")).to_have_count(0)
    page.get_by_label("同时查找").check()
    page.locator("#q").press("Enter")
    assert_hits(page, "早稻下田")
    expect(page.locator(".meta")).to_contain_text("以“澧陵”命中")
    page.goto("/search/?q=晚稻&number=99")
    assert page.locator(".chosen").inner_text().startswith("版次: 第99版")
    page.get_by_role("link", name="不加其他条件，有2篇文章").click()
    expect(page.locator(".hits h3")).to_have_count(2)
    page.goto("/search/?q=稻")
    page.get_by_label("历年今日").fill("10-01")
    page.locator("#q").press("Enter")
    assert_hits(page, "晚稻开镰")


def test_suggestions_come_while_typing_and_as_a_page(opened, harvest):
    page = opened()
    page.goto("/search/")
    page.locator("#q").type("攸")
    page.locator("#suggestions option[value='攸县']").wait_for(state="attached")
    words = page.locator("#suggestions option").evaluate_all("all => all.map(one => one.value)")
    assert "攸县晚稻入仓" in words
    plain = opened(scripts=False)
    plain.goto("/suggest/?q=攸")
    addresses = plain.locator(".suggested a").evaluate_all("all => all.map(a => a.href)")
    assert addresses and all(a != plain.url for a in addresses)
    plain.get_by_role("link", name="攸县晚稻入仓").click()
    expect(plain.locator("h1")).to_have_text("攸县晚稻入仓")


def test_every_other_form_of_a_search_is_linked_and_answers(opened, harvest):
    page = opened()
    page.goto("/search/?q=晚稻&sort=newest")
    for name in ("JSON", "CSV", "Atom"):
        address = page.get_by_role("link", name=name, exact=True).get_attribute("href")
        answer = page.request.get(address)
        assert answer.ok and "攸县晚稻入仓" in answer.text(), name
    page.get_by_role("link", name="逐篇核对全文").click()
    expect(page.locator("main")).to_contain_text("两者一致")
    page.get_by_role("link", name="返回结果").click()
    page.wait_for_url("**sort=newest*")
    described = page.request.get(page.locator("link[rel=search]").get_attribute("href"))
    assert "{searchTerms}" in described.text()
    page.goto("/search/help/")
    for link in page.locator(".rows a").all():
        example = unquote(link.get_attribute("href"))
        answer = page.request.get(link.get_attribute("href"))
        assert answer.ok and "检索条件" in answer.text(), example
