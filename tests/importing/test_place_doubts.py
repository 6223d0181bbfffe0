"""Doubtful names of places reach the worklist, and leave it when a list knows them."""

import pytest
from django.utils import timezone

from articles.models import District, Place, Problem

from .pages import PAGE, import_pages, write_page

pytestmark = pytest.mark.django_db

DOUBTFUL = PAGE.replace("攸县早稻插秧", "修县早稻插秧").replace("攸县早稻已", "攸县红泉镇早稻已")


def doubts() -> list[tuple[str, int, str]]:
    found = Problem.objects.filter(code__in=("suspected-misreading", "unknown-place"))
    return [(one.code, one.line, one.detail.split(" ")[0]) for one in found.order_by("line")]


def test_misread_and_unknown_places_stand_in_the_worklist_with_their_lines(tmp_path):
    write_page(tmp_path, text=DOUBTFUL)
    import_pages(tmp_path)
    assert doubts() == [
        ("suspected-misreading", 12, "修县→攸县(攸县)"),
        ("unknown-place", 14, "红泉镇(攸县)"),
    ]
    assert Problem.objects.get(code="unknown-place").article.headline == "修县早稻插秧过半"


def test_a_place_that_an_editor_adds_is_unknown_no_more(tmp_path):
    write_page(tmp_path, text=DOUBTFUL)
    import_pages(tmp_path)
    county = District.objects.get(name="攸县")
    Place.objects.create(district=county, name="红泉镇", kind="town", edited=True)
    import_pages(tmp_path)
    assert [code for code, _line, _detail in doubts()] == ["suspected-misreading"]


def test_what_an_editor_has_settled_stays_settled(tmp_path):
    write_page(tmp_path, text=DOUBTFUL)
    import_pages(tmp_path)
    Problem.objects.filter(code="unknown-place").update(settled_at=timezone.now())
    import_pages(tmp_path, force=True)
    assert Problem.objects.get(code="unknown-place").settled_at is not None
