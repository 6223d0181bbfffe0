"""What an operator sees of import_pages and export_articles."""

import hashlib
import json
import os
import tracemalloc

import pytest
from django.core.management import CommandError

from articles.importing import tallies
from articles.importing.choosing import choose
from articles.importing.lists import word_lists
from articles.importing.report import Report
from articles.models import Article, ImportRun, Page, Problem, Unindexed

from .pages import PAGE, SAMPLES, export, exported, import_pages, write_page

pytestmark = pytest.mark.django_db


def test_the_samples_become_articles_that_can_be_exported(tmp_path):
    code, said = import_pages(SAMPLES)
    rows = exported(tmp_path)
    assert code == 1, "one sample is blank on purpose"
    assert "blank-page" in said
    assert len(rows) == Article.objects.live().count() > 90
    assert {row["page"] for row in rows} == set(Page.objects.values_list("key", flat=True))
    assert all(row["url"] == f"/articles/{row['id']}/" for row in rows)


def test_a_second_import_changes_nothing_and_says_so(tmp_path):
    import_pages(SAMPLES)
    first, stamps = export(tmp_path), list(Article.objects.values_list("changed_at"))
    Unindexed.objects.all().delete()
    _code, said = import_pages(SAMPLES)
    assert "11 unchanged" in said and "0 new, 0 changed" in said
    assert export(tmp_path) == first
    assert list(Article.objects.values_list("changed_at")) == stamps
    assert not Unindexed.objects.exists()


def test_nothing_changed_is_said_in_words(tmp_path):
    write_page(tmp_path / "pages")
    import_pages(tmp_path / "pages")
    code, said = import_pages(tmp_path / "pages")
    assert code == 0
    assert said.strip().endswith("nothing changed")


def test_reading_everything_again_by_force_changes_no_value(tmp_path):
    import_pages(SAMPLES)
    first = export(tmp_path)
    _code, said = import_pages(SAMPLES, force=True)
    assert "11 reread" in said
    assert export(tmp_path) == first


def test_processes_that_read_in_parallel_give_the_same_archive(tmp_path):
    import_pages(SAMPLES, workers=1)
    alone = export(tmp_path)
    first = Article.objects.order_by("pk").first().pk
    lines = [json.loads(line) for line in alone.splitlines()]
    Article.objects.all().delete()
    Page.objects.all().delete()
    import_pages(SAMPLES, workers=2)
    again = exported(tmp_path)
    shift = min(row["id"] for row in again) - first
    for row in lines:
        row["id"] += shift
        row["url"] = f"/articles/{row['id']}/"
    assert again == lines


def test_kept_counts_are_true_after_an_import():
    import_pages(SAMPLES)
    assert tallies.wrong() == {}


def test_a_hostile_folder_gives_what_it_can_and_names_the_rest(tmp_path):
    folder = tmp_path / "pages"
    write_page(folder, "good.txt")
    write_page(folder, "name with spaces.txt", PAGE.replace("沥青", "水泥"))
    write_page(folder, "adverts.txt", "分类广告\n\n转让\n天元区临街门面转让，电话22000000\n")
    (folder / "gbk.txt").write_bytes(PAGE.replace("沥青", "石板").encode("gb18030"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4\0\0")
    (folder / "long.txt").write_bytes("长".encode() * 7_000_000)
    outside = write_page(tmp_path, "outside.txt", PAGE.replace("沥青", "青砖"))
    (folder / "link.txt").symlink_to(outside)
    (folder / "nowhere.txt").symlink_to(tmp_path / "is-not-there.txt")
    os.mkfifo(folder / "pipe.txt")

    code, said = import_pages(folder)

    assert code == 1
    imported = set(Page.objects.values_list("key", flat=True))
    assert imported == {"good.txt", "name with spaces.txt", "adverts.txt", "gbk.txt"}
    assert Page.objects.get(key="gbk.txt").encoding == "gb18030"
    reasons = dict(Problem.objects.filter(page=None).values_list("file", "code"))
    assert reasons == {
        "empty.txt": "empty-file",
        "binary.txt": "binary-file",
        "scan.pdf": "not-a-text-file",
        "long.txt": "file-too-large",
        "link.txt": "link-out-of-folder",
        "nowhere.txt": "link-out-of-folder",
        "pipe.txt": "not-a-regular-file",
    }
    assert all(f"{file}: {code}" in said for file, code in reasons.items())


def test_a_file_that_became_good_is_no_problem_any_more(tmp_path):
    path = write_page(tmp_path, text=" \n")
    assert import_pages(tmp_path)[0] == 1
    path.write_text(PAGE, encoding="utf-8")
    assert import_pages(tmp_path)[0] == 0
    assert not Problem.objects.filter(file="a.txt", page=None).exists()


def test_a_run_with_nothing_to_do_costs_few_queries(tmp_path, django_assert_max_num_queries):
    write_page(tmp_path)
    import_pages(tmp_path)
    with django_assert_max_num_queries(40):
        import_pages(tmp_path)


def test_the_same_content_under_two_names_is_imported_once_and_reported(tmp_path):
    write_page(tmp_path, "a.txt")
    write_page(tmp_path, "b.txt")
    code, said = import_pages(tmp_path)
    assert code == 0
    assert [page.key for page in Page.objects.all()] == ["a.txt"]
    assert "b.txt: same-content as a.txt" in said and "1 duplicate" in said


def test_two_files_may_trade_their_contents(tmp_path):
    one, other = PAGE, PAGE.replace("沥青", "水泥")
    a, b = write_page(tmp_path, "a.txt", one), write_page(tmp_path, "b.txt", other)
    import_pages(tmp_path)
    a.write_text(other, encoding="utf-8")
    b.write_text(one, encoding="utf-8")
    code, said = import_pages(tmp_path)
    assert code == 0 and "2 changed" in said
    assert Page.objects.get(key="a.txt").text == other
    assert Page.objects.get(key="b.txt").text == one


def test_two_folders_with_a_file_of_the_same_name_do_not_overwrite_each_other(tmp_path):
    write_page(tmp_path / "one", "a.txt")
    write_page(tmp_path / "two", "a.txt", PAGE.replace("沥青", "水泥"))
    code, said = import_pages(tmp_path / "one", tmp_path / "two")
    assert code == 1 and "same-name" in said
    assert "沥青" in Page.objects.get().text


def test_a_dry_run_writes_nothing_and_says_what_the_real_run_then_does(tmp_path):
    path = write_page(tmp_path / "pages")
    import_pages(tmp_path / "pages")
    path.write_text(PAGE.replace("四百余户", "五百余户"), encoding="utf-8")
    write_page(tmp_path / "pages", "b.txt", PAGE.replace("插秧", "收割"))
    before = export(tmp_path)

    _code, would = import_pages(tmp_path / "pages", dry_run=True, report=tmp_path / "dry.json")
    assert export(tmp_path) == before and ImportRun.objects.count() == 1
    _code, did = import_pages(tmp_path / "pages", report=tmp_path / "real.json")

    assert (tmp_path / "dry.json").read_text() == (tmp_path / "real.json").read_text()
    assert "body: " in would and "五百余户" in would
    assert would.splitlines()[-1] == "would be: " + did.splitlines()[-1]
    assert "五百余户" in export(tmp_path)


def test_a_dry_run_of_an_empty_archive_leaves_it_empty(tmp_path):
    write_page(tmp_path)
    _code, said = import_pages(tmp_path, dry_run=True)
    assert "would be: pages: 1 new" in said
    assert not Page.objects.exists() and not ImportRun.objects.exists()


def test_a_changed_file_keeps_the_addresses_of_its_articles(tmp_path):
    path = write_page(tmp_path / "pages")
    import_pages(tmp_path / "pages")
    before = {row["headline"]: row["id"] for row in exported(tmp_path)}
    path.write_text("\n\n" + PAGE.replace("四百余户", "五百余户"), encoding="utf-8")
    _code, said = import_pages(tmp_path / "pages")
    assert "1 changed" in said
    assert {row["headline"]: row["id"] for row in exported(tmp_path)} == before


def test_the_manifest_speaks_for_a_page_and_stays_with_it(tmp_path):
    write_page(
        tmp_path / "pages", "x/y.txt", "城南新开一家书店\n\n书店在老街口，周末营业到十点。\n"
    )
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(
        "file,date,page number,page title\nx/y.txt,1999-04-05,3,生活\n", encoding="utf-8"
    )
    import_pages(tmp_path / "pages", manifest=manifest)
    page = Page.objects.get()
    assert (page.number, page.title) == ("03", "生活")
    assert page.manifest["date"] == "1999-04-05"
    _code, said = import_pages(tmp_path / "pages")
    assert "1 unchanged" in said, "a run without a manifest takes nothing away"


@pytest.mark.parametrize(
    "text", ["name,date\n", "file,date\na.txt,yesterday\n", "file,date\na.txt,\na.txt,\n"]
)
def test_a_manifest_that_cannot_be_right_is_wrong_usage(tmp_path, text):
    write_page(tmp_path)
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError) as error:
        import_pages(tmp_path, manifest=manifest)
    assert error.value.returncode == 2


def test_verbosity_0_says_nothing_but_problems(tmp_path):
    write_page(tmp_path)
    assert import_pages(tmp_path, verbosity=0) == (0, "")
    write_page(tmp_path, text=PAGE.replace("四百余户", "五百余户"))
    assert import_pages(tmp_path, verbosity=0, dry_run=True) == (0, "")
    write_page(tmp_path, "empty.txt", "")
    assert import_pages(tmp_path, verbosity=0) == (1, "empty.txt: empty-file\n")


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path):
    with pytest.raises(CommandError) as error:
        import_pages(tmp_path / "nowhere")
    assert error.value.returncode == 2


def test_an_export_as_csv_has_the_same_articles_and_no_formulas(tmp_path):
    from django.core.management import call_command

    write_page(tmp_path, text=PAGE.replace("攸县早稻", "=1+1 攸县早稻"))
    import_pages(tmp_path)
    path = tmp_path / "out.csv"
    call_command("export_articles", format="csv", output=path)
    text = path.read_text(encoding="utf-8-sig")
    assert text.count("/articles/") == Article.objects.live().count()
    assert ",=1+1" not in text


def test_memory_does_not_grow_with_a_folder_that_is_as_it_was(tmp_path):
    write_page(tmp_path)
    import_pages(tmp_path)
    few = peak_of_looking_through(tmp_path, 600)
    many = peak_of_looking_through(tmp_path, 3000)
    assert many - few < 500_000, "bytes; names and paths of 2,400 files take 1.3 million"


def peak_of_looking_through(folder, count: int) -> int:
    """Bytes taken at most while so many unchanged files are looked through."""
    (like,) = Page.objects.filter(key="a.txt")
    for number in range(count):
        path = write_page(folder, f"{number // 100:02}/{number:05}.txt", f"第{number}页")
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        like.pk, like.key, like.sha256 = None, f"{number // 100:02}/{path.name}", sha256
        if not Page.objects.filter(key=like.key).exists():
            like.save()
    lists, report = word_lists(), Report()
    tracemalloc.start()
    choose([folder], lists, {}, report, lambda *_told: None, force=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report.unchanged == count + 1
    return peak


@pytest.mark.parametrize("there_already", [True, False])
def test_a_dry_run_knows_of_the_date_that_a_page_will_be_lent(tmp_path, there_already):
    folder, manifest = tmp_path / "pages", tmp_path / "pages.csv"
    manifest.write_text("file,page number\nscan_011.txt,1\nscan_012.txt,2\n", encoding="utf-8")
    undated = PAGE.split("\n\n\n", 1)[1].replace("5月5日", "日前").replace("昨日，", "")
    write_page(folder, "scan_012.txt", undated)
    if there_already:
        import_pages(folder, manifest=manifest)
        assert Page.objects.get().issue_date == ""
    write_page(folder, "scan_011.txt", PAGE)
    import_pages(folder, manifest=manifest, dry_run=True, report=tmp_path / "dry.json")
    import_pages(folder, manifest=manifest, report=tmp_path / "real.json")
    assert Page.objects.get(key="scan_012.txt").date_basis == "neighbour"
    said = (tmp_path / "dry.json").read_text(encoding="utf-8")
    assert said == (tmp_path / "real.json").read_text(encoding="utf-8")
    assert ("2019-05-06" in said) == there_already, "what a new page has is no change"
