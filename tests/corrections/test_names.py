"""Reporters that are one person, names taken apart, and both undone."""

import pytest
from django.contrib.auth import get_user_model

from articles.corrections import BadValue
from articles.importing import acts, tallies
from articles.importing.acts import Act
from articles.models import Article, Change, Reporter, ReporterName
from tests.importing.pages import PAGE, import_pages, write_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    write_page(tmp_path)
    import_pages(tmp_path)
    return tmp_path


def reporter(name: str) -> Reporter:
    return Reporter.objects.get(name=name)


def merge(first: str, *others: str, by=None) -> Act:
    act = Act(by, "one hand")
    acts.merge_reporters([reporter(name) for name in (first, *others)], reporter(first), act)
    return act


def signed(name: str) -> set[str]:
    return set(reporter(name).bylines.values_list("name", flat=True))


def test_undoing_a_merge_gives_each_what_was_hers(folder):
    act = merge("钟晓岚", "谭书成", "贺立新")
    assert signed("钟晓岚") == {"钟晓岚", "谭书成", "贺立新"} and signed("谭书成") == set()
    undone = Act()
    acts.undo(act.uid, undone)
    import_pages(folder, force=True)
    assert [signed(name) for name in ("钟晓岚", "谭书成")] == [{"钟晓岚"}, {"谭书成"}]
    assert reporter("谭书成").merged_into is None
    assert undone.behind == set(Article.objects.values_list("pk", flat=True))
    assert tallies.wrong() == {}


def test_undoing_a_split_makes_them_one_again(folder):
    merge("钟晓岚", "谭书成")
    act = Act()
    acts.split_name(ReporterName.objects.get(name="谭书成"), act)
    assert signed("谭书成") == {"谭书成"}
    acts.undo(act.uid, Act())
    assert reporter("谭书成").merged_into == reporter("钟晓岚")
    assert signed("钟晓岚") == {"钟晓岚", "谭书成"}
    assert tallies.wrong() == {}


def test_a_merge_that_a_later_one_rests_on_is_undone_after_it(folder):
    first = merge("谭书成", "贺立新")
    second = merge("钟晓岚", "谭书成")
    assert reporter("贺立新").merged_into == reporter("钟晓岚"), "no address leads in two steps"
    with pytest.raises(BadValue):
        acts.undo(first.uid, Act())
    acts.undo(second.uid, Act())
    assert reporter("贺立新").merged_into == reporter("谭书成")
    acts.undo(first.uid, Act())
    assert reporter("贺立新").merged_into is None
    assert tallies.wrong() == {}


def test_somebody_merged_before_is_refused(folder):
    merge("钟晓岚", "谭书成")
    with pytest.raises(BadValue):
        merge("贺立新", "谭书成")


def test_the_history_of_the_archive_tells_of_merges_and_their_undoing(client, folder):
    editor = get_user_model().objects.create_user("lin")
    act = merge("钟晓岚", "谭书成", by=editor)
    acts.undo(act.uid, Act(editor))
    page = client.get("/changes/").content.decode()
    one = reporter("钟晓岚")
    assert f'<a href="/reporters/{one.pk}/">钟晓岚</a>' in page
    assert "署名" in page and "<ins>谭书成、</ins>钟晓岚" in page and "one hand" in page
    rows = client.get("/changes.json").json()["results"]
    assert [(row["what"], row["reporter"], row["after"]) for row in rows] == [
        ("withdrawn", one.pk, ["钟晓岚"]),
        ("withdrawn", reporter("谭书成").pk, ["谭书成"]),
        ("corrected", one.pk, ["谭书成", "钟晓岚"]),
    ]
    assert all(row["url"] == f"/reporters/{row['reporter']}/" for row in rows)
    assert f"/reporters/{one.pk}/" in client.get("/changes.atom").content.decode()
    assert Change.objects.filter(correction__editor="lin").count() == 3


def test_a_further_name_is_followed_by_the_next_import_and_undone_whatever_came_of_it(folder):
    act = Act()
    acts.add_names(reporter("钟晓岚"), {"晓岚", "晓风"}, act)
    write_page(folder, "b.txt", PAGE.replace("钟晓岚", "晓岚").replace("沥青", "石板"))
    import_pages(folder)
    assert signed("钟晓岚") == {"钟晓岚", "晓岚"}
    acts.undo(act.uid, Act())
    assert signed("钟晓岚") == {"钟晓岚"} and signed("晓岚") == {"晓岚"}
    assert not ReporterName.objects.filter(name="晓风").exists()
    import_pages(folder, force=True)
    assert signed("钟晓岚") == {"钟晓岚"} and signed("晓岚") == {"晓岚"}
    assert tallies.wrong() == {}


def test_a_name_that_stands_for_somebody_is_nobody_elses(folder):
    with pytest.raises(BadValue):
        acts.add_names(reporter("钟晓岚"), {"谭书成"}, Act())
    merge("钟晓岚", "谭书成")
    with pytest.raises(BadValue):
        acts.add_names(reporter("谭书成"), {"书成"}, Act())


def test_what_an_editor_says_of_a_reporter_outlives_an_import_and_is_undone(folder):
    one, act = reporter("钟晓岚"), Act()
    said = {"name": "钟晓岚（记者部）", "is_organisation": True, "note": "2019年起"}
    acts.describe_reporter(one.pk, said, act)
    import_pages(folder, force=True)
    assert Reporter.objects.filter(pk=one.pk, **said).exists()
    acts.undo(act.uid, Act())
    before = {"name": "钟晓岚", "is_organisation": False, "note": ""}
    assert Reporter.objects.filter(pk=one.pk, **before).exists()


def test_a_reporter_renamed_twice_gets_the_first_new_name_again(folder):
    one, later = reporter("钟晓岚"), Act()
    acts.describe_reporter(one.pk, {"name": "晓岚"}, Act())
    acts.describe_reporter(one.pk, {"name": "老钟"}, later)
    acts.undo(later.uid, Act())
    one.refresh_from_db()
    assert one.name == "晓岚" and one.corrections.get(state="in_force").value == "晓岚"
