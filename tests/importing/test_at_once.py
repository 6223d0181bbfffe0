"""Two who write at once: imports, and an import beside an editor."""

import threading

import pytest
from django.core.management import CommandError

from articles.importing import acts, runs
from articles.importing.acts import Act, Said
from articles.importing.locking import import_lock
from articles.models import Article, Page

from .pages import PAGE, import_pages, write_page


@pytest.mark.django_db
def test_a_second_import_at_the_same_time_is_refused_and_says_who_is_there(tmp_path):
    write_page(tmp_path)
    with import_lock(), pytest.raises(CommandError, match=r"another import is running \(process"):
        import_pages(tmp_path)
    assert not Page.objects.exists()
    assert import_pages(tmp_path)[0] == 0


@pytest.mark.django_db
def test_a_second_import_waits_when_told_to(tmp_path):
    write_page(tmp_path)
    held, let_go = threading.Event(), threading.Event()

    def first():
        with import_lock():
            held.set()
            let_go.wait(10)

    other = threading.Thread(target=first)
    other.start()
    held.wait(10)
    threading.Timer(0.5, let_go.set).start()
    assert import_pages(tmp_path, wait=True)[0] == 0
    assert let_go.is_set()
    other.join()


@pytest.mark.django_db
def test_a_dry_run_needs_no_lock(tmp_path):
    write_page(tmp_path)
    with import_lock():
        assert import_pages(tmp_path, dry_run=True)[0] == 0


@pytest.mark.django_db
def test_a_correction_made_while_a_page_is_imported_is_not_lost(tmp_path, monkeypatch):
    """The editor saves between the plan and the write; the page is planned again."""
    write_page(tmp_path)
    import_pages(tmp_path)
    one = Article.objects.get(headline__contains="石峰区")
    write_page(tmp_path, text=PAGE.replace("四百余户", "五百余户"))
    write, said = runs.write, []

    def write_after_the_editor(plan, cause):
        if not said:
            said.append(Said("headline", "编辑的标题", one.pk))
            acts.correct(one.page_id, said, Act())
        return write(plan, cause)

    monkeypatch.setattr(runs, "write", write_after_the_editor)
    assert import_pages(tmp_path)[0] == 0
    one.refresh_from_db()
    assert one.headline == "编辑的标题" and "五百余户" in one.body
