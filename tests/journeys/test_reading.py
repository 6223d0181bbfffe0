"""A reader's way through the archive, in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("sample_archive")]


def test_from_the_home_page_by_county_to_an_article_and_back_by_search(browser_page):
    page = browser_page
    page.goto("/")
    page.get_by_role("link", name="茶陵县").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("茶陵县")

    headline = "大蒜进了“大观园”"
    page.get_by_role("link", name=headline).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(headline)
    expect(page.get_by_role("main")).to_contain_text("3万公斤鲜蒜头半天卖空")
    # Its tail stands at the page's foot, forty lines below; the article shows it.
    expect(page.get_by_role("main")).to_contain_text("广州客商还订走了今年六成的蒜头")

    page.get_by_role("searchbox").first.fill("紫皮大蒜编成的“长龙”")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_role("main").get_by_role("link", name=headline).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(headline)


def test_from_an_article_to_its_lines_in_the_source_page(browser_page):
    page = browser_page
    page.goto("/2012/05/03/A3/")
    page.get_by_role("link", name="大蒜进了“大观园”").first.click()
    page.locator("a[href*='#L72']").first.click()
    assert "/sources/" in page.url
    expect(page.locator("#L76")).to_contain_text("首届大蒜节")


def test_the_same_way_without_javascript(chromium, live_server):
    context = chromium.new_context(
        base_url=live_server.url, java_script_enabled=False, locale="zh-CN"
    )
    page = context.new_page()
    page.goto("/counties/chaling/")
    page.get_by_role("link", name="大蒜进了“大观园”").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("大观园")
    page.goto("/search/?q=大蒜节")
    expect(page.locator("mark").first).to_be_visible()
    context.close()
