"""The operator's other commands: check, retag, back up, restore."""

import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from articles import search
from articles.importing import tallies
from articles.models import Article, District, Place, Tally
from tests.importing.pages import PAGE, SAMPLES, export, import_pages, write_page


def run(command: str, *arguments, **options) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command(command, *arguments, stdout=out, stderr=out, **options)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_check_pages_names_doubts_with_file_and_line(tmp_path):
    write_page(tmp_path, "good.txt")
    write_page(tmp_path, "empty.txt", "")
    code, said = run("check_pages", str(SAMPLES), str(tmp_path))
    assert code == 1
    assert "empty.txt: empty-file" in said
    assert f"{len(list(SAMPLES.iterdir())) + 2} files, 2 that cannot" in said


@pytest.mark.django_db
def test_retag_shows_first_and_then_does_what_a_new_place_changes(tmp_path):
    write_page(
        tmp_path, text=PAGE.replace("石峰区响石岭街道", "霞霓镇").replace("石峰区", "霞霓镇")
    )
    import_pages(tmp_path)
    one = Article.objects.get(body__contains="霞霓镇")
    Place.objects.create(
        district=District.objects.get(name="荷塘区"), name="霞霓镇", kind="town", edited=True
    )
    before = export(tmp_path)
    _code, would = run("retag", dry_run=True, workers=1)
    assert export(tmp_path) == before and "荷塘区" in would
    _code, did = run("retag", workers=1, no_index=True)
    assert would.splitlines()[-1] == "would be: " + did.strip()
    one.refresh_from_db()
    assert one.primary_district.name == "荷塘区"
    assert "nothing changed" in run("retag", workers=1, no_index=True)[1]
    assert "unchanged" in import_pages(tmp_path)[1]


@pytest.mark.django_db
def test_check_archive_finds_what_is_wrong_and_repairs_it(tmp_path, empty_index):
    write_page(tmp_path)
    import_pages(tmp_path, no_index=False)
    assert run("check_archive", pages=[tmp_path]) == (0, "all in order\n")
    Tally.objects.filter(subject="archive").update(articles=99)
    Article.objects.update(page_number="77")
    code, said = run("check_archive", pages=[tmp_path])
    assert code == 1 and "wrong-count" in said and "wrong-copy" in said
    assert run("check_archive", repair=True, pages=[tmp_path])[0] == 0
    assert tallies.wrong() == {}


@pytest.mark.django_db
def test_check_archive_says_which_files_were_changed_added_or_taken_away(tmp_path, empty_index):
    for name, word in (("a.txt", "沥青"), ("b.txt", "水泥"), ("c.txt", "青砖")):
        write_page(tmp_path, name, PAGE.replace("沥青", word))
    import_pages(tmp_path, no_index=False)
    write_page(tmp_path, "a.txt", PAGE.replace("沥青", "石板"))
    (tmp_path / "b.txt").unlink()
    write_page(tmp_path, "d.txt", PAGE.replace("沥青", "卵石"))
    _code, said = run("check_archive", pages=[tmp_path])
    assert said.splitlines()[:3] == [
        "a.txt: file-changed",
        "d.txt: file-not-imported",
        "b.txt: file-missing",
    ]


@pytest.mark.django_db
def test_check_archive_does_not_ask_for_files_that_are_no_pages(tmp_path):
    write_page(tmp_path)
    write_page(tmp_path, "blank.txt", " \n")
    write_page(tmp_path, "new.txt", PAGE.replace("沥青", "石板"))
    import_pages(tmp_path / "a.txt")
    _code, said = run("check_archive", pages=[tmp_path])
    assert "new.txt: file-not-imported" in said and "blank.txt" not in said


@pytest.mark.django_db(transaction=True)
def test_a_backup_brings_back_what_was_there(tmp_path):
    write_page(tmp_path / "pages")
    import_pages(tmp_path / "pages")
    before = export(tmp_path)
    code, said = run("backup", str(tmp_path / "b.zip"))
    assert code == 0 and "1 pages with their texts, 2 articles" in said
    assert "not hold the search index" in said
    write_page(tmp_path / "pages", text=PAGE.replace("四百余户", "五百余户"))
    import_pages(tmp_path / "pages")
    assert export(tmp_path) != before
    code, said = run("restore", str(tmp_path / "b.zip"))
    assert code == 0 and "1 pages" in said
    assert export(tmp_path) == before
    assert search.check() == [], "the index was left out and is there again"
    (kept,) = Path(settings.HOME).glob("before-restore-*.sqlite3")
    with closing(sqlite3.connect(kept)) as database:
        (body,) = database.execute("SELECT body FROM articles_article").fetchone()
    assert "五百余户" in body, "what was there before is not lost"
    kept.unlink()


@pytest.mark.django_db(transaction=True)
def test_a_backup_made_by_a_newer_zzarchive_is_refused(tmp_path):
    MigrationRecorder(connection).record_applied("articles", "9999_from_the_future")
    run("backup", str(tmp_path / "b.zip"))
    MigrationRecorder(connection).record_unapplied("articles", "9999_from_the_future")
    with pytest.raises(CommandError, match=r"newer zzarchive \(9999_from_the_future\)"):
        run("restore", str(tmp_path / "b.zip"))


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_another_database_is_left_to_its_own_tools(tmp_path, monkeypatch, command):
    monkeypatch.setattr(DatabaseWrapper, "vendor", "postgresql")
    monkeypatch.setattr(DatabaseWrapper, "display_name", "PostgreSQL")
    with pytest.raises(CommandError, match=r"is PostgreSQL, not SQLite; use pg_dump"):
        run(command, str(tmp_path / "b.zip"))
    assert not list(tmp_path.iterdir())


@pytest.mark.django_db(transaction=True)
def test_a_damaged_backup_is_refused_and_nothing_is_touched(tmp_path):
    write_page(tmp_path / "pages")
    import_pages(tmp_path / "pages")
    run("backup", str(tmp_path / "good.zip"))
    with zipfile.ZipFile(tmp_path / "good.zip") as good:
        database, contents = good.read("archive.sqlite3"), good.read("contents.json")
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        bad.writestr("archive.sqlite3", database[:-1] + b"!")
        bad.writestr("contents.json", contents)
    before = export(tmp_path)
    for name in ("bad.zip", "pages/a.txt", "nowhere.zip"):
        with pytest.raises(CommandError):
            run("restore", str(tmp_path / name))
    assert export(tmp_path) == before
