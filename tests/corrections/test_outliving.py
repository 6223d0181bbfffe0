"""Corrections of every kind, in hundreds, against everything that may happen to an archive."""

import io
import random
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import connection

from articles.importing import acts, planning, tallies
from articles.importing.acts import Act
from articles.models import (
    Article,
    Change,
    Correction,
    District,
    DistrictName,
    Page,
    Place,
    Reporter,
    Topic,
    TopicTerm,
    Unindexed,
)
from tests.importing.pages import SAMPLES, export, import_pages

from . import randomly

pytestmark = pytest.mark.django_db


@pytest.fixture
def samples(tmp_path):
    """A copy of the samples that a test may change."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for path in SAMPLES.glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    import_pages(folder)
    return folder


def every_address_answers(ids: set[int]) -> bool:
    return set(Article.objects.values_list("pk", flat=True)) >= ids


def empty_the_archive() -> None:
    """As a fresh checkout would be: no rows, ids from 1."""
    Article.objects.update(state="gone", merged_into=None, continues=None)
    Reporter.objects.update(merged_into=None)
    for model in (Change, Correction, Unindexed, Article, Page, Reporter):
        model.objects.all().delete()
    District.objects.update(successor=None)
    for model in (TopicTerm, Topic, DistrictName, Place, District):
        model.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sqlite_sequence WHERE name LIKE 'articles_%'")
        cursor.execute("DELETE FROM articles_tally")


def outlive_everything(samples, tmp_path, monkeypatch, count: int, seed: int) -> None:
    rng = random.Random(seed)
    done = randomly.apply(rng, count)
    assert len(set(done)) > 5, "the acts are of many kinds"
    if count >= 300:
        assert set(done) == {*randomly.DO}, "of every kind"
    assert randomly.not_in_force() == []
    ids = set(Article.objects.values_list("pk", flat=True))
    call_command("retag", workers=1, no_index=True, stdout=io.StringIO())

    # an unchanged reader finds nothing to do
    before = export(tmp_path)
    import_pages(samples, force=True)
    assert export(tmp_path) == before

    # a reader that reads differently
    read = planning.parse_page
    monkeypatch.setattr(planning, "parse_page", lambda *a: other_reading(read(*a)))
    monkeypatch.setattr(planning, "READER_VERSION", 999)
    import_as_announced(samples, tmp_path)
    assert randomly.not_in_force() == []
    assert every_address_answers(ids)
    settle_conflicts(rng)
    assert randomly.not_in_force() == []
    monkeypatch.undo()

    # page files that were read by a better OCR
    for path in sorted(samples.glob("*.txt")):
        path.write_text(damaged(rng, path.read_text(encoding="utf-8")), encoding="utf-8")
    import_as_announced(samples, tmp_path)
    assert randomly.not_in_force() == []
    assert every_address_answers(ids)
    assert tallies.wrong() == {}

    # an archive built anew from the page files and the dump
    before = export(tmp_path)
    assert "otherwise" not in rebuild(samples, tmp_path)
    assert export(tmp_path) == before
    assert every_address_answers(ids)
    assert tallies.wrong() == {}
    call_command("dump_corrections", tmp_path / "again.jsonl", stdout=io.StringIO())
    assert (tmp_path / "again.jsonl").read_text() == (tmp_path / "dump.jsonl").read_text()


def import_as_announced(samples, tmp_path) -> None:
    """A dry run says, value by value, what the real one then does, corrections among them."""
    said = [tmp_path / "dry.json", tmp_path / "real.json"]
    import_pages(samples, dry_run=True, report=said[0])
    import_pages(samples, report=said[1])
    dry, real = (path.read_text(encoding="utf-8") for path in said)
    assert dry == real and '"values": [\n' in dry


def settle_conflicts(rng: random.Random) -> None:
    """Some corrections stay, of some the read value is taken again; the others wait."""
    conflicts = list(Correction.objects.filter(state="conflict").order_by("pk"))
    assert conflicts
    kept, given_up = conflicts[::3], conflicts[1::3]
    acts.accept([one.pk for one in kept], Act())
    for one in given_up:
        page_id = one.page_id or one.article.page_id
        acts.take_read_value(page_id, [(one.article_id, one.field)], Act())
    states = dict(Correction.objects.in_bulk([one.pk for one in conflicts]))
    assert {states[one.pk].state for one in kept} <= {"in_force", "agreed"}
    assert all(states[one.pk].state == "withdrawn" for one in given_up)


def rebuild(samples, tmp_path) -> str:
    """Dump, empty the archive, import again, load; what loading said."""
    said = io.StringIO()
    call_command("dump_corrections", tmp_path / "dump.jsonl", stdout=io.StringIO())
    empty_the_archive()
    import_pages(samples)
    call_command("load_corrections", tmp_path / "dump.jsonl", workers=1, no_index=True, stdout=said)
    return said.getvalue()


def other_reading(parsed):
    """The same page as a reader with other habits might give it."""
    articles = [
        replace(
            one,
            headline=one.headline and one.headline[::-1],
            bylines=one.bylines[:1],
            dateline=None,
        )
        for one in parsed.articles
    ]
    return replace(parsed, articles=tuple(articles), page_title="改版", page_number="09")


def damaged(rng: random.Random, text: str) -> str:
    """Blank lines come and go at the top, and some characters are read as others."""
    lines = text.split("\n")
    for at in rng.sample(range(len(lines)), len(lines) // 10):
        if len(lines[at]) > 12:
            middle = len(lines[at]) // 2
            lines[at] = lines[at][:middle] + "囗" + lines[at][middle + 1 :]
    return "\n" * rng.randint(0, 3) + "\n".join(lines)


def test_forty_random_corrections_outlive_everything(samples, tmp_path, monkeypatch):
    outlive_everything(samples, tmp_path, monkeypatch, 40, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2])
def test_three_hundred_random_corrections_outlive_everything(samples, tmp_path, monkeypatch, seed):
    outlive_everything(samples, tmp_path, monkeypatch, 300, seed)


def stamps() -> dict[str, list]:
    return {
        model.__name__: list(model.objects.order_by("pk").values_list("pk", "changed_at"))
        for model in (Article, Page)
    }


def test_a_rebuilt_archive_says_that_nothing_changed_for_its_readers(samples, tmp_path):
    randomly.apply(random.Random(3), 5)
    before, history = stamps(), list(Change.objects.order_by("pk").values_list("at", "kind"))
    rebuild(samples, tmp_path)
    assert stamps() == before
    assert list(Change.objects.order_by("pk").values_list("at", "kind")) == history


def test_what_a_newer_reader_reads_otherwise_in_a_rebuilt_archive_is_in_its_history(
    samples, tmp_path, monkeypatch
):
    before = dict(Article.objects.values_list("pk", "changed_at"))
    read = planning.parse_page

    def another(*arguments):
        parsed = read(*arguments)
        first, *others = parsed.articles
        return replace(parsed, articles=(replace(first, headline="新读出的主题"), *others))

    monkeypatch.setattr(planning, "parse_page", another)
    said = rebuild(samples, tmp_path)
    changed = set(Article.objects.filter(headline="新读出的主题").values_list("pk", flat=True))
    noted = set(Change.objects.filter(kind="read").values_list("article", flat=True))
    assert f"{len(noted)} articles read otherwise" in said
    assert len(changed) > 5 and changed <= noted
    assert len(noted) < 2 * len(changed), "a headline may tell the county of other articles too"
    for pk, at in Article.objects.values_list("pk", "changed_at"):
        assert (at > before[pk]) == (pk in noted)
