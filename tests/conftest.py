"""Fixtures of all tests."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED_PAGES = ROOT.parent / "shared" / "pages"


@pytest.fixture(scope="session")
def shared_pages() -> Path:
    """Folder of the labelled pages that stand beside the checkout and are never part of it."""
    if not SHARED_PAGES.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{SHARED_PAGES} is missing, and CI must not skip what needs it")
        pytest.skip(f"the labelled pages are not here: {SHARED_PAGES}")
    return SHARED_PAGES


@pytest.fixture
def empty_index(tmp_path_factory, monkeypatch):
    """The folder of a search index of the test's own; the run's keeps what other tests wrote."""
    from articles.search.store import STORES, Store

    configured = settings.HAYSTACK_CONNECTIONS["default"]["PATH"]
    own = tmp_path_factory.mktemp("index")
    monkeypatch.setitem(STORES, configured, Store(own))
    return own


@pytest.fixture(scope="session")
def chromium():
    """A chromium that makes no connection of its own."""
    # Playwright runs an event loop in this thread; Django then takes ORM calls for unsafe.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def browser_page(chromium, live_server):
    """A page of a fresh browser window; paths are relative to the live site.

    Fails the test when the site answers with a server error or the console shows an error.
    """
    context = chromium.new_context(
        base_url=live_server.url, locale="zh-CN", viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    errors = []
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda r: r.status >= 500 and errors.append(f"{r.status} {r.url}"))
    yield page
    context.close()
    assert not errors, errors
