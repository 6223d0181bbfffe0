"""Names of places that no list knows or that look misread: how an editor settles them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles.models import Article, Place, Problem
from tests.importing.pages import PAGE, exported, import_pages, write_page

pytestmark = pytest.mark.django_db

UNKNOWN = "/admin/articles/problem/names/unknown-place/"
MISREAD = "/admin/articles/problem/names/suspected-misreading/"
PRINTED = PAGE.replace("攸县早稻插秧", "修县早稻插秧").replace("攸县早稻已", "攸县红泉镇早稻已")
ALONE = PAGE.replace("攸县早稻插秧", "早稻插秧").replace("攸县早稻已", "红泉镇早稻已")


@pytest.fixture
def folder(tmp_path):
    write_page(tmp_path / "pages", text=PRINTED)
    write_page(tmp_path / "pages", "b.txt", PRINTED.replace("沥青", "水泥"))
    write_page(tmp_path / "pages", "c.txt", PAGE.replace("攸县早稻已", "攸县乌滩村早稻已"))
    import_pages(tmp_path / "pages")
    return tmp_path / "pages"


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_user("lin", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def names(client, address) -> list[tuple[str, int]]:
    return [(one.name, one.count) for one in client.get(address).context["doubts"]]


def test_each_name_stands_once_the_commonest_first_with_an_article_to_look_at(editor, folder):
    front = editor.get("/admin/").content.decode()
    assert "词表中没有的地名" in front and UNKNOWN in front and MISREAD in front
    assert names(editor, UNKNOWN) == [("红泉镇", 2), ("乌滩村", 1)]
    page = editor.get(UNKNOWN).content.decode()
    one = Problem.objects.filter(detail__startswith="红泉镇").order_by("pk").first()
    assert f"/admin/articles/article/{one.article_id}/change/#L{one.line}" in page
    assert "攸县红泉镇早稻" in page
    assert "修县 → 攸县" in editor.get(MISREAD).content.decode()


def test_what_an_editor_looked_at_is_asked_no_more_even_when_lines_move(editor, folder, tmp_path):
    editor.post(UNKNOWN, {"about": "红泉镇(攸县)", "_seen": "1"})
    write_page(folder, text="新的一行\n\n\n" + PRINTED)
    import_pages(folder, force=True)
    assert names(editor, UNKNOWN) == [("乌滩村", 1)]
    doubtful = [p["code"] for row in exported(tmp_path) for p in row["problems"]]
    assert doubtful.count("unknown-place") == 1, "settled doubts are no news for readers either"


def test_a_place_that_is_added_tells_the_county_from_then_on(admin_client, folder):
    data = {"about": "红泉镇(攸县)", "county": "茶陵县", "_add": "1"}
    answer = admin_client.post(UNKNOWN, data, follow=True)
    assert "已列入词表" in answer.content.decode()
    assert names(admin_client, UNKNOWN) == [("乌滩村", 1)]
    write_page(folder, "d.txt", ALONE)
    import_pages(folder)
    assert counties_of("d.txt") == ["茶陵县"]


def counties_of(key: str) -> list[str]:
    one = Article.objects.get(page__key=key, headline__contains="插秧")
    return list(one.districts.values_list("name", flat=True))


def test_what_is_no_place_is_asked_of_no_article_again(admin_client, folder):
    admin_client.post(UNKNOWN, {"about": "红泉镇(攸县)", "_none": "1"})
    admin_client.post(MISREAD, {"about": "修县→攸县(攸县)", "_none": "1"})
    write_page(folder, "d.txt", PRINTED.replace("沥青", "石板"))
    import_pages(folder)
    assert names(admin_client, UNKNOWN) == [("乌滩村", 1)]
    assert names(admin_client, MISREAD) == []


def test_a_name_out_of_use_in_one_county_still_tells_another(admin_client, folder):
    admin_client.post(UNKNOWN, {"about": "红泉镇(攸县)", "county": "茶陵县", "_add": "1"})
    Place.objects.create(
        district=Place.objects.exclude(district__name="茶陵县").first().district,
        name="红泉镇",
        kind="town",
        in_use=False,
        edited=True,
    )
    write_page(folder, "d.txt", ALONE)
    import_pages(folder)
    assert counties_of("d.txt") == ["茶陵县"]


def test_an_editor_who_may_not_change_the_lists_is_not_offered_it(editor, folder):
    page = editor.get(UNKNOWN).content.decode()
    assert 'name="_seen"' in page and 'name="_add"' not in page and 'name="_none"' not in page
    assert editor.post(UNKNOWN, {"about": "红泉镇(攸县)", "_add": "1"}).status_code == 403
    assert names(editor, UNKNOWN)[0] == ("红泉镇", 2)


@pytest.mark.parametrize(
    "data", [{}, {"about": "", "_seen": "1"}, {"about": "天上(", "_seen": "1"}]
)
def test_settling_nothing_is_refused_with_a_word(editor, folder, data):
    answer = editor.post(UNKNOWN, data, follow=True)
    assert "他人处理" in answer.content.decode()
    assert not Problem.objects.exclude(settled_at=None).exists()


def test_who_may_not_see_problems_sees_none(client, folder):
    client.force_login(get_user_model().objects.create_user("guest", is_staff=True))
    assert client.get(UNKNOWN).status_code == 403
    assert client.get("/admin/articles/problem/worklist/").status_code == 403


def test_only_codes_of_names_have_such_a_list(editor, db):
    assert editor.get("/admin/articles/problem/names/no-article/").status_code == 404


def test_readers_are_not_told_that_a_place_is_unknown(client, folder):
    one = Article.objects.get(body__contains="乌滩村")
    assert one.problems.filter(code="unknown-place").exists()
    assert "存疑" not in client.get(one.get_absolute_url()).content.decode()


def test_the_list_costs_a_fixed_number_of_queries(editor, folder, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        editor.get(UNKNOWN)
