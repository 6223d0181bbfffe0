"""An editor's whole way in a real browser, under the site's content security policy."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles.importing import acts
from articles.importing.acts import Act, Said
from articles.models import Article, Page, Reporter
from tests.importing.pages import PAGE, import_pages, write_page


@pytest.fixture
def folder(tmp_path):
    undated = PAGE.split("\n\n\n", 1)[1].replace("5月5日", "日前").replace("昨日，", "")
    write_page(tmp_path / "pages", text=undated)
    import_pages(tmp_path / "pages")
    return tmp_path / "pages"


@pytest.fixture
def editor():
    # A flushed test database has lost what migrations put there.
    import_module("articles.migrations.0002_editors_group").make_group(apps, None)
    user = get_user_model().objects.create_user("lin", password="a long way home", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_an_editors_work_holds_through_the_next_import(browser_page, folder, editor):
    page = browser_page
    page.goto("/admin/")
    page.fill("[name=username]", "lin")
    page.fill("[name=password]", "a long way home")
    page.click("[type=submit]")

    # the worklist leads to the undated page, whose date is set
    page.click("#worklist >> text=没有日期的版面")
    page.click("#result_list >> text=a.txt")
    page.fill("[name=issue_date]", "2019-05-06")
    page.fill("[name=why]", "printed on the back")
    page.click(".submit-row [name=_save]")
    page.wait_for_selector("text=已保存")

    # an article is split at one of its lines
    one = Article.objects.get(headline__contains="石峰区")
    page.goto(f"/admin/articles/article/{one.pk}/change/")
    page.locator("tr", has_text="工程历时").locator("[data-line]").click()
    page.click("[name=_split]")
    page.wait_for_selector("text=已保存")

    # a headline is corrected, and that is undone again
    page.fill("[name=headline]", "写错的标题")
    page.click(".submit-row [name=_save]")
    page.wait_for_selector(".desk-history >> text=写错的标题")
    page.click(".desk-history li:first-child [name=_undo]")
    page.wait_for_selector("text=已撤销")

    # two reporters are one
    page.goto("/admin/articles/reporter/")
    for name in ("钟晓岚", "谭书成"):
        page.locator("#result_list tr", has_text=name).locator("input[type=checkbox]").check()
    page.select_option("[name=action]", "merge")
    page.click("button[name=index]")
    page.get_by_role("radio", name="钟晓岚").check()
    page.click("input[type=submit]")
    page.wait_for_selector("text=已合并")

    import_pages(folder, force=True)

    one.refresh_from_db()
    assert Page.objects.get().issue_date == "2019-05-06"
    assert one.headline == "石峰区修好三条背街小巷" and "工程历时" not in one.body
    assert Article.objects.live().filter(body__contains="工程历时").exists()
    assert Reporter.objects.get(name="谭书成").merged_into.name == "钟晓岚"
    page.goto("/changes/")
    assert "2019-05-06" in page.inner_text("main")


def log_in(page) -> None:
    page.goto("/admin/")
    page.fill("[name=username]", "lin")
    page.fill("[name=password]", "a long way home")
    page.keyboard.press("Enter")
    page.wait_for_selector("#worklist")


def choose(page, listed: str, action: str) -> None:
    """All rows of a list and an action, by keys alone."""
    page.goto(listed)
    page.focus("#action-toggle")
    page.keyboard.press("Space")
    page.select_option("[name=action]", action)
    page.focus("button[name=index]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".desk-chosen")


def tab_to(page, selector: str) -> None:
    """Press Tab until the element has the focus, as somebody without a mouse does."""
    for _press in range(40):
        if page.locator(selector).evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {selector}")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_hiding_several_and_merging_reporters_need_no_mouse(browser_page, folder, editor):
    page = browser_page
    log_in(page)
    choose(page, "/admin/articles/article/", "hide")
    tab_to(page, "[name=reason]")
    page.keyboard.type("重复录入")
    tab_to(page, ".submit-row input[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已保存")
    assert set(Article.objects.values_list("state", "state_reason")) == {("hidden", "重复录入")}

    choose(page, "/admin/articles/reporter/", "merge")
    tab_to(page, "[name=into]:checked")
    page.keyboard.press("ArrowDown")
    chosen = Reporter.objects.get(pk=page.locator("[name=into]:checked").get_attribute("value"))
    page.keyboard.press("Enter")
    page.wait_for_selector("text=已合并")
    assert set(Reporter.objects.exclude(pk=chosen.pk).values_list("merged_into", flat=True)) == {
        chosen.pk
    }


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_enter_in_a_box_saves_and_neither_takes_back_nor_splits(browser_page, folder, editor):
    page, one = browser_page, Article.objects.get(headline__contains="石峰区")
    acts.correct(one.page_id, [Said("headline", "第一稿", one.pk)], Act())
    log_in(page)
    page.goto(f"/admin/articles/article/{one.pk}/change/")
    page.fill("[name=headline]", "第二稿")
    page.press("[name=headline]", "Enter")
    page.wait_for_selector("text=已保存")
    one.refresh_from_db()
    assert one.headline == "第二稿"

    who = Reporter.objects.get(name="钟晓岚")
    acts.add_names(who, {"晓岚"}, Act())
    page.goto(f"/admin/articles/reporter/{who.pk}/change/")
    page.fill("[name=name]", "老钟")
    page.press("[name=name]", "Enter")
    page.wait_for_selector("text=成功修改")
    who.refresh_from_db()
    assert who.name == "老钟" and who.names.count() == 2
