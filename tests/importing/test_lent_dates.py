"""Dates that pages of a folder lend each other: few pages are read for it, and none too few."""

import random

import pytest
from django.utils import timezone

from articles.importing import glancing, neighbours
from articles.importing.neighbours import Planned, lent_dates
from articles.models import Article, Byline, ImportRun, Page, Reporter
from articles.pagefile.dating import neighbours as lending

pytestmark = pytest.mark.django_db

PEOPLE = ("甘一", "易二", "文三", "龙四")


def dated(rng: random.Random) -> dict:
    """A page that is sure of its day, does not know its year, or knows nothing."""
    day = f"2019-0{rng.randint(1, 2)}-0{rng.randint(1, 3)}"
    sure = {"issue_date": day, "date_earliest": day, "date_latest": day, "date_precision": "day"}
    return rng.choice(
        [
            {**sure, "date_basis": "masthead"},
            {**sure, "date_basis": "editor", "issue_date": f"{day}~"},
            {"issue_date": f"XXXX{day[4:]}", "date_precision": "month_day", "date_basis": "text"},
            {"date_precision": "unknown", "date_basis": "none"},
        ]
    )


def page(rng: random.Random, number: int, **values) -> Page:
    run = ImportRun.objects.get_or_create(reader_version="x")[0]
    names = (f"scan_{number:03}", f"b{number}x{rng.randint(1, 3)}", f"{rng.getrandbits(64):016x}")
    return Page(
        key=f"year/{rng.choice(names)}.txt",
        sha256=f"{number}",
        number=rng.choice(["", "01", "02", "03"]),
        staff=[{"role": "编辑", "name": name} for name in rng.sample(PEOPLE, rng.randint(0, 4))],
        reader_version="x",
        changed_at=timezone.now(),
        first_run=run,
        last_run=run,
        **values,
    )


def story(rng: random.Random, of: Page, position: int) -> Article:
    return Article(
        page=of,
        position=position,
        state="live",
        kind="news",
        headline="修路",
        body=rng.choice(["城南老街改造完工市民点赞", "茶油丰收果农增收致富忙"]),
        line_ranges=[[1, 1]],
        changed_at=timezone.now(),
        continued_from=rng.choice(["", "", "01", "02"]),
        continued_to=rng.choice(["", "", "02", "03"]),
    )


def a_folder_of(rng: random.Random, count: int) -> None:
    pages = Page.objects.bulk_create(page(rng, number, **dated(rng)) for number in range(count))
    stories = [story(rng, one, at) for one in pages for at in range(1, rng.randint(1, 3))]
    Article.objects.bulk_create(stories)
    reporters = [Reporter.objects.get_or_create(name=name)[0] for name in PEOPLE]
    Byline.objects.bulk_create(
        Byline(article=one, order=0, name=who.name, reporter=who)
        for one in stories
        for who in [rng.choice(reporters)]
    )


class Everything:
    """Every page, every jump, everybody: what a glance may leave out, it must."""

    def __init__(self, pages, planned):
        self.pages = {*pages.values_list("key", flat=True), *planned}
        self.jumps = self.people = self

    def __contains__(self, what):
        return True


def some_planned(rng: random.Random) -> dict[str, Planned]:
    """Plans for some of the folder's pages, as a dry run has them, of other pages than these."""
    keys = list(Page.objects.order_by("key").values_list("key", flat=True))
    lights = list(neighbours._stored({*keys}, {*keys}).values())
    return {key: Planned(rng.choice(lights), None) for key in [*keys[::3], "year/scan_099.txt"]}


@pytest.mark.parametrize("most_givers", [2, 40])
@pytest.mark.parametrize("seed", range(6))
def test_a_glance_at_the_folder_lends_what_reading_all_of_it_would(monkeypatch, seed, most_givers):
    for module in (glancing, lending):
        monkeypatch.setattr(module, "MOST_GIVERS", most_givers)
    rng = random.Random(seed)
    a_folder_of(rng, 50)
    planned = some_planned(rng)
    lent, rehearsed = lent_dates("year"), lent_dates("year", planned)
    monkeypatch.setattr(neighbours, "concerned", Everything)
    assert lent == lent_dates("year") and rehearsed == lent_dates("year", planned)
    assert lent and rehearsed, "the folder's pages lend something"


def test_pages_that_neither_lend_nor_borrow_are_not_read(monkeypatch, django_assert_num_queries):
    rng = random.Random(1)
    sure = dated(random.Random(0)) | {"date_basis": "masthead", "date_precision": "day"}
    for number in range(30):
        one = page(rng, number, **sure)
        one.key = f"year/zzrb_{number}_01.txt" if number else "year/0123456789abcdef.txt"
        one.save()
    Page.objects.filter(sha256="0").update(date_basis="none", date_precision="unknown")
    monkeypatch.setattr(neighbours, "BATCH", 1)
    with django_assert_num_queries(4):
        assert lent_dates("year") == {}


def test_what_an_editor_says_of_reporters_changes_no_date():
    a_folder_of(random.Random(0), 30)
    lent = lent_dates("year")
    Reporter.objects.update(is_organisation=True)
    assert lent and lent_dates("year") == lent
