"""The reading room in a real browser: accessible, quick, at every width, without scripts too."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.builders import make_district, make_reporter, make_topic

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def kinds(archive, index):
    """An address of every kind of page."""
    index()
    county, topic = make_district("天元区").slug, make_topic("城建交通").slug
    return [
        *("/", "/coverage/", "/2023/", "/2023/04/", "/2023/04/13/", "/2023/04/13/01/"),
        *("/2023/04/14/", "/undated/", "/articles/", f"/articles/{archive.lead.pk}/"),
        *(f"/articles/{archive.undated.pk}/", f"/sources/{archive.one.pk}/", "/counties/"),
        *(f"/counties/{county}/", f"/counties/{county}/2023/?topic={topic}", "/topics/"),
        *(f"/topics/{topic}/", "/reporters/", f"/reporters/{make_reporter('尹冰').pk}/"),
        *("/changes/", f"/articles/{archive.lead.pk}/history/"),
        *("/search/?q=大桥", "/search/help/", "/data/", "/about/", "/help/", "/nowhere/"),
        *("/articles/?kind=x", "/en/", f"/en/articles/{archive.lead.pk}/"),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(chromium, live_server, kinds, scheme):
    context = chromium.new_context(
        base_url=live_server.url, color_scheme=scheme, locale="zh-CN", bypass_csp=True
    )
    page = context.new_page()
    found = {}
    for path in kinds:
        page.goto(path)
        violations = Axe().run(page).response["violations"]
        found[path] = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations]
    context.close()
    assert not {path: told for path, told in found.items() if told}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_the_screen(chromium, live_server, kinds, width):
    """320 pixels are also what a screen of 1280 has at 400 % zoom."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": width, "height": 800}, locale="zh-CN"
    )
    page = context.new_page()
    wide = {}
    for path in kinds:
        page.goto(path)
        if (seen := page.evaluate("document.documentElement.scrollWidth")) > width:
            wide[path] = seen
    context.close()
    assert not wide


def test_no_page_asks_another_host_sets_a_cookie_or_breaks_the_policy(chromium, live_server, kinds):
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN")
    page = context.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    for path in kinds:
        page.goto(path)
    cookies = context.cookies()
    context.close()
    assert not [url for url in asked if not url.startswith((live_server.url, "data:"))]
    assert not cookies
    assert not [told for told in errors if "status of 4" not in told]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_reader_walks_from_the_home_page_to_an_article_and_its_lines(
    chromium, live_server, kinds, archive, scripts
):
    context = chromium.new_context(
        base_url=live_server.url, locale="zh-CN", java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="县区").first.click()
    page.get_by_role("link", name="天元区").first.click()
    page.get_by_role("link", name="河西大桥合龙").click()
    assert page.get_by_role("heading", level=1).inner_text() == "河西大桥合龙"
    assert "尹冰. 河西大桥合龙[N/OL]" in page.locator("textarea").first.input_value()
    page.get_by_role("link", name="3", exact=True).click()
    assert page.url.endswith(f"/sources/{archive.one.pk}/#L3")
    page.go_back()
    page.get_by_role("link", name="上一版").or_(
        page.get_by_role("link", name="第01版")
    ).first.click()
    page.get_by_role("link", name="下一版").click()
    assert "茶园开采" in page.content()
    context.close()


def test_the_keyboard_alone_skips_to_the_content_and_opens_a_day(chromium, live_server, kinds):
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN")
    page = context.new_page()
    page.goto("/2023/04/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "/2023/04/13/":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/2023/04/13/")
    context.close()


def test_a_citation_is_copied_by_its_button(chromium, live_server, archive):
    context = chromium.new_context(
        base_url=live_server.url, locale="zh-CN", permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(f"/articles/{archive.lead.pk}/")
    page.get_by_role("button", name="复制").first.click()
    page.get_by_role("button", name="已复制").wait_for()
    assert "河西大桥合龙[N/OL]" in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_printed_an_article_stands_without_what_surrounds_it(chromium, live_server, archive):
    context = chromium.new_context(base_url=live_server.url, locale="zh-CN")
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"/articles/{archive.lead.pk}/")
    assert page.get_by_role("heading", level=1).is_visible()
    for part in (".rail", ".facets", ".turn"):
        assert not page.locator(part).first.is_visible(), part
    context.close()


def test_no_page_is_heavy_before_its_content(client, kinds):
    for path in kinds:
        page = client.get(path).content.decode()
        head, content = page.partition('<main id="content"')[::2]
        assert len(head.encode()) < 100_000 and len(content.encode()) < 400_000, path
        assert "<script src=" not in head.replace("defer", "") or " defer>" in head, path


def test_what_narrows_a_search_stands_in_one_line_on_a_desk(browser_page, kinds):
    browser_page.goto("/search/?q=大桥")
    boxes = [one.bounding_box() for one in browser_page.locator(".narrow label").all()]
    assert len(boxes) > 4
    assert max(one["y"] for one in boxes) < min(one["y"] + one["height"] for one in boxes)
