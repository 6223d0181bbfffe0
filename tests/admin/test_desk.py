"""An editor's forms: what they save, refuse, and take back."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

from articles.importing import tallies
from articles.models import (
    Article,
    Change,
    Correction,
    Page,
    Problem,
    Reporter,
    ReporterName,
)
from tests.importing.pages import PAGE, import_pages, write_page

from .test_lists import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    write_page(tmp_path)
    import_pages(tmp_path)
    return tmp_path


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_user("lin", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def article(words: str) -> Article:
    return Article.objects.live().get(headline__contains=words)


def form_of(client, path: str) -> dict:
    """The form's values as a browser would send them back."""
    form = client.get(path).context["form"]
    return {name: "" if form[name].value() is None else form[name].value() for name in form.fields}


def post(client, one, **changes):
    name = type(one)._meta.model_name
    path = f"/admin/articles/{name}/{one.pk}/change/"
    return client.post(path, {**form_of(client, path), **changes}, follow=True)


def messages(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_saving_an_untouched_form_corrects_nothing(editor, folder):
    post(editor, article("石峰区"), _save="1")
    assert not Correction.objects.exists()


def test_only_what_was_changed_becomes_a_correction(editor, folder):
    one = article("石峰区")
    post(editor, one, headline="别的标题", why="see the print", _save="1")
    kept = Correction.objects.get()
    assert (kept.field, kept.value, kept.editor, kept.why) == (
        "headline",
        "别的标题",
        "lin",
        "see the print",
    )


def test_every_box_of_the_form_is_saved(editor, folder):
    one = article("石峰区")
    post(
        editor,
        one,
        bylines="记者 | 钟晓蓝\n何人",
        districts=["荷塘区"],
        primary="荷塘区",
        topics=["体育"],
        body="一段。\r\n\r\n二段。",
        captions="图一",
        kind="brief",
        position="1",
        _save="1",
    )
    one.refresh_from_db()
    assert [(b.role, b.name) for b in one.bylines.all()] == [("记者", "钟晓蓝"), ("", "何人")]
    assert one.primary_district.name == "荷塘区" and one.body == "一段。\n二段。"
    assert (one.kind, one.captions) == ("brief", ["图一"])
    assert len(set(Correction.objects.values_list("act", flat=True))) == 1, "one act, one undo"


def test_the_second_of_two_editors_is_told(editor, folder):
    one = article("石峰区")
    path = f"/admin/articles/article/{one.pk}/change/"
    opened = form_of(editor, path)
    post(editor, one, headline="第一位编辑", _save="1")
    answer = editor.post(path, {**opened, "headline": "第二位编辑", "_save": "1"}, follow=True)
    one.refresh_from_db()
    assert one.headline == "第一位编辑"
    assert "他人改动" in answer.content.decode()


def test_what_the_second_editor_typed_is_not_lost(editor, folder):
    for one, field in ((article("石峰区"), "headline"), (Page.objects.get(), "title")):
        path = f"/admin/articles/{type(one)._meta.model_name}/{one.pk}/change/"
        opened = form_of(editor, path)
        post(editor, one, **{field: "第一位编辑"}, _save="1")
        answer = editor.post(path, {**opened, field: "第二位编辑", "_save": "1"})
        assert ("第二位编辑") in [typed for _label, typed in answer.context["unsaved"]]
        assert form_of(editor, path)[field] == "第一位编辑"
        assert answer.context["form"][field].value() == "第一位编辑"


def test_buttons_of_a_stale_form_are_refused_too(editor, folder):
    one = article("攸县")
    path = f"/admin/articles/article/{one.pk}/change/"
    opened = form_of(editor, path)
    post(editor, one, headline="第一位编辑", _save="1")
    answer = editor.post(path, {**opened, "_hide": "1", "reason": "x"}, follow=True)
    assert "他人改动" in messages(answer)[0]
    assert Article.objects.get(pk=one.pk).state == "live"


def test_a_field_says_where_its_value_is_printed_and_what_told_it(editor, folder):
    one = article("石峰区")
    rows = rows_of(editor, one)
    text = one.page.text.split("\n")
    assert [text[n - 1] for n in rows["headline"].lines] == ["石峰区修好三条背街小巷"]
    assert rows["bylines"].lines and all("钟晓岚" in text[n - 1] for n in rows["bylines"].lines)
    assert "石峰区" in rows["districts"].evidence
    post(editor, one, headline="全然不同", _save="1")
    assert rows_of(editor, one)["headline"].lines == rows["headline"].lines


def rows_of(client, one) -> dict:
    name = type(one)._meta.model_name
    rows = client.get(f"/admin/articles/{name}/{one.pk}/change/").context["rows"]
    return {row.field.name: row for row in rows}


def test_a_conflict_is_settled_beside_its_field(editor, folder):
    one = article("石峰区")
    post(editor, one, headline="别的标题", why="see the print", _save="1")
    write_page(folder, text=PAGE.replace("背街小巷", "背街老巷"))
    import_pages(folder)
    row = rows_of(editor, one)["headline"]
    assert (row.read_then, row.read) == ("石峰区修好三条背街小巷", "石峰区修好三条背街老巷")
    form = editor.get(f"/admin/articles/article/{one.pk}/change/").content.decode()
    assert f'name="_accept" value="{row.correction.pk}"' in form and "see the print" in form
    post(editor, article("攸县"), _accept=str(row.correction.pk))
    assert Correction.objects.get().state == "conflict", "another article's is left alone"
    post(editor, one, _accept=str(row.correction.pk))
    assert Correction.objects.get().state == "in_force"
    assert article("别的标题").pk == one.pk


def test_the_read_value_stands_beside_the_correction_and_can_be_taken_again(editor, folder):
    one = article("石峰区")
    post(editor, one, headline="别的标题", _save="1")
    page = editor.get(f"/admin/articles/article/{one.pk}/change/").content.decode()
    assert '<span class="read-value">石峰区修好三条背街小巷</span>' in page
    post(editor, one, _take="headline")
    one.refresh_from_db()
    assert one.headline == "石峰区修好三条背街小巷"


def test_the_pages_lines_stand_beside_the_form_coloured_by_article(editor, folder):
    one = article("石峰区")
    page = editor.get(f"/admin/articles/article/{one.pk}/change/").content.decode()
    line = one.line_ranges[0][0]
    assert re.search(rf'<tr id="L{line}" class="this-article">', page)
    assert len(set(re.findall(r"owner-\d", page))) > 1


def test_lines_are_set_split_merged_and_undone(editor, folder):
    one = article("石峰区")
    post(editor, one, _split="1", line=str(one.line_ranges[-1][1]))
    assert Article.objects.live().filter(body__startswith="工程历时").exists()
    act = str(Correction.objects.first().act)
    post(editor, one, _undo=act)
    assert "工程历时" in Article.objects.get(pk=one.pk).body
    other = article("攸县")
    post(editor, other, _merge="1", into=str(one.pk))
    other.refresh_from_db()
    assert other.merged_into_id == one.pk


@pytest.mark.parametrize("ranges", ["x", "9-3", "1-99999", "3-5, 4", ""])
def test_lines_that_cannot_be_are_refused_with_a_word(editor, folder, ranges):
    one = article("石峰区")
    answer = post(editor, one, line_ranges=ranges, _save="1")
    assert not Correction.objects.exists()
    assert "errorlist" in answer.content.decode()
    assert "行号" in messages(answer)[0], "said at the top, the box is far below"


def test_hiding_and_showing_again(editor, folder):
    one = article("攸县")
    post(editor, one, _hide="1", reason="on request")
    one.refresh_from_db()
    assert (one.state, one.state_reason) == ("hidden", "on request")
    post(editor, one, _show="1")
    one.refresh_from_db()
    assert one.state == "live"


def test_a_pages_date_is_corrected_and_a_wrong_one_refused(editor, folder):
    page = Page.objects.get()
    answer = post(editor, page, issue_date="2019-13-01", _save="1")
    assert "errorlist" in answer.content.decode() and not Correction.objects.exists()
    post(editor, page, issue_date="2018-05-06", _save="1")
    page.refresh_from_db()
    assert page.date_basis == "editor"


@pytest.mark.parametrize("typed", ["2018年5月6日", "2018-5-6", "2018/05/06", "2018.5.6"])
def test_a_day_may_be_typed_as_people_write_it(editor, folder, typed):
    page = Page.objects.get()
    post(editor, page, issue_date=typed, _save="1")
    page.refresh_from_db()
    assert page.issue_date == "2018-05-06"


def test_lines_of_a_page_become_furniture_or_an_article(editor, folder):
    page, last = Page.objects.get(), article("攸县").line_ranges[-1][1]
    post(editor, page, ranges=str(last), _furniture="1")
    page.refresh_from_db()
    assert [last, last] in [one["lines"] for one in page.furniture]
    post(editor, page, ranges=str(last), _new="1")
    assert Article.objects.live().filter(line_ranges=[[last, last]]).exists()
    answer = post(editor, page, ranges="nonsense", _new="1")
    assert messages(answer)


def test_conflicts_are_accepted_in_the_list(editor, folder):
    one = article("石峰区")
    post(editor, one, headline="别的标题", _save="1")
    write_page(folder, text=PAGE.replace("背街小巷", "背街老巷"))
    import_pages(folder)
    conflict = Correction.objects.get(state="conflict")
    data = {"action": "accept", "_selected_action": [conflict.pk]}
    editor.post("/admin/articles/correction/", data)
    conflict.refresh_from_db()
    assert conflict.state == "in_force"


def test_merged_reporters_are_one_for_the_next_import_and_can_be_taken_apart(editor, folder):
    one, other = Reporter.objects.get(name="钟晓岚"), Reporter.objects.get(name="谭书成")
    data = {"action": "merge", "_selected_action": [one.pk, other.pk], "into": one.pk}
    editor.post("/admin/articles/reporter/", data)
    import_pages(folder, force=True)
    other.refresh_from_db()
    assert other.merged_into == one
    answer = editor.get(f"/reporters/{other.pk}/")
    assert answer["Location"] == f"/reporters/{one.pk}/"
    assert set(one.bylines.values_list("name", flat=True)) == {"钟晓岚", "谭书成"}
    assert tallies.wrong() == {}
    name = ReporterName.objects.get(name="谭书成")
    editor.post(f"/admin/articles/reporter/split/{name.pk}/")
    other.refresh_from_db()
    assert other.merged_into is None and other.bylines.get().name == "谭书成"
    assert tallies.wrong() == {}


def test_one_reporter_alone_is_not_merged(editor, folder):
    one = Reporter.objects.get(name="钟晓岚")
    data = {"action": "merge", "_selected_action": [one.pk]}
    answer = editor.post("/admin/articles/reporter/", data, follow=True)
    assert "至少" in messages(answer)[0] and not Correction.objects.exists()


def test_a_merge_is_undone_in_the_form_of_the_reporter(editor, folder):
    one, other = Reporter.objects.get(name="钟晓岚"), Reporter.objects.get(name="谭书成")
    data = {"action": "merge", "_selected_action": [one.pk, other.pk], "into": one.pk}
    merged = editor.post("/admin/articles/reporter/", {**data, "why": "one hand"}, follow=True)
    page = merged.content.decode()
    assert "已合并" in messages(merged)[0] and "one hand" in page
    act = re.search(r'name="_undo" value="([^"]+)" formaction="([^"]+)"', page)
    undone = editor.post(act[2], {"_undo": act[1]}, follow=True)
    assert "已撤销" in messages(undone)[0]
    other.refresh_from_db()
    assert other.merged_into is None and other.bylines.get().name == "谭书成"
    assert 'name="_undo"' not in undone.content.decode()


def reporter_form(client, one) -> tuple[str, dict]:
    path = f"/admin/articles/reporter/{one.pk}/change/"
    return path, sent([client.get(path).context["adminform"].form])


def test_what_a_form_says_of_a_reporter_is_one_act_in_the_history_and_undone_there(editor, folder):
    one = Reporter.objects.get(name="钟晓岚")
    path, data = reporter_form(editor, one)
    editor.post(path, data)
    assert not Correction.objects.exists(), "an untouched form says nothing"
    said = {"name": "老钟", "is_organisation": "on", "further": "晓岚\n\n岚子", "why": "he says so"}
    editor.post(path, {**data, **said})
    page = editor.get(path).content.decode()
    assert "he says so" in page and "署名" in page and "<del>否</del><ins>是</ins>" in page
    assert "机构" in editor.get("/changes/").content.decode()
    one.refresh_from_db()
    names = set(one.names.values_list("name", flat=True))
    assert (one.name, one.is_organisation, names) == ("老钟", True, {"钟晓岚", "晓岚", "岚子"})
    act = re.search(r'name="_undo" value="([^"]+)" formaction="([^"]+)"', page)
    editor.post(act[2], {"_undo": act[1]})
    one.refresh_from_db()
    assert (one.name, one.is_organisation, one.names.get().name) == ("钟晓岚", False, "钟晓岚")


def test_a_further_name_that_is_somebodys_is_refused_with_a_word(editor, folder):
    path, data = reporter_form(editor, Reporter.objects.get(name="钟晓岚"))
    page = editor.post(path, {**data, "name": "老钟", "further": "谭书成"}).content.decode()
    assert "已是他人的署名" in page and not Correction.objects.exists()


def test_nobody_undoes_by_a_link(editor, folder):
    one = Reporter.objects.get(name="钟晓岚")
    assert editor.get(f"/admin/articles/reporter/{one.pk}/undo/").status_code == 403


def test_the_worklist_counts_what_is_open_and_leads_to_it(editor, folder):
    problem = Problem.objects.create(
        run=Page.objects.get().last_run, file="a.txt", page=Page.objects.get(), code="odd-thing"
    )
    front = editor.get("/admin/").content.decode()
    assert "待办" in front and "odd-thing" in front
    answer = editor.get("/admin/articles/problem/worklist/")
    task = next(one for one in answer.context["tasks"] if one.label == "odd-thing")
    assert task.count == 1
    assert "a.txt" in editor.get(task.address).content.decode()
    data = {"action": "settle", "_selected_action": [problem.pk]}
    editor.post("/admin/articles/problem/", data)
    assert "odd-thing" not in editor.get("/admin/").content.decode()
    import_pages(folder, force=True)


def test_a_doubt_is_settled_beside_the_form_and_stays_so(editor, folder):
    page = Page.objects.get()
    doubt = Problem.objects.create(
        run=page.last_run, file="a.txt", page=page, code="doubtful-join", line=6, detail="x"
    )
    form = editor.get(f"/admin/articles/page/{page.pk}/change/").content.decode()
    assert "断句衔接存疑" in form and f'name="_settle" value="{doubt.pk}"' in form
    post(editor, page, _settle=str(doubt.pk))
    doubt.refresh_from_db()
    assert doubt.settled_at
    for nonsense in ("x", "9" * 30, ""):
        assert "0" in messages(post(editor, page, _settle=nonsense))[0]


def test_corrections_stand_in_words_in_their_list(admin_client, editor, folder):
    one = article("石峰区")
    post(editor, one, headline="别的标题", line_ranges="5-6", _save="1")
    for path in ("", f"{Correction.objects.get(field='line_ranges').pk}/change/"):
        page = editor.get(f"/admin/articles/correction/{path}").content.decode()
        assert "行号" in page and "5-6" in page and "[[" not in page
    assert (
        "line_ranges"
        not in editor.get("/admin/articles/change/").content.decode().split("changelist-filter")[0]
    )


def test_a_run_says_what_it_did(editor, folder):
    assert "新增 1" in editor.get("/admin/articles/importrun/").content.decode()


def test_only_todays_counties_are_offered_beside_those_the_article_has(editor, folder):
    form = editor.get(f"/admin/articles/article/{article('石峰区').pk}/change/").context["form"]
    offered = {name for name, _label in form.fields["districts"].choices}
    assert "渌口区" in offered and "株洲县" not in offered


def test_editors_correct_but_neither_delete_nor_configure(editor, folder):
    one = article("石峰区")
    assert editor.get(f"/admin/articles/article/{one.pk}/delete/").status_code == 403
    assert editor.get("/admin/articles/topic/add/").status_code == 403
    assert editor.get("/admin/articles/problem/retag/").status_code == 403
    assert editor.get("/admin/auth/user/").status_code == 403


def test_who_may_only_look_cannot_correct(client, folder):
    user = get_user_model().objects.create_user("guest", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(user)
    one = article("石峰区")
    path = f"/admin/articles/article/{one.pk}/change/"
    assert client.get(path).status_code == 200
    data = {**form_of(client, path), "headline": "别的", "_save": "1"}
    assert client.post(path, data).status_code == 403


def test_the_history_of_an_undone_act_says_so(editor, folder):
    one = article("石峰区")
    post(editor, one, headline="别的标题", _save="1")
    post(editor, one, _undo=str(Correction.objects.get().act))
    kinds = set(Change.objects.filter(article=one, field="headline").values_list("kind", flat=True))
    assert kinds == {"corrected", "withdrawn"}


@pytest.mark.parametrize("junk", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_undoing_nonsense_is_refused_with_a_word(editor, folder, junk):
    answer = post(editor, article("石峰区"), _undo=junk)
    assert answer.status_code == 200 and messages(answer)


def test_merging_into_nothing_is_refused_with_a_word(editor, folder):
    assert messages(post(editor, article("石峰区"), _merge="1", into=""))
    assert not Correction.objects.exists()


def test_jumps_without_their_other_half_stand_in_the_worklist(editor, folder):
    one = article("石峰区")
    post(editor, one, continued_to="03", _save="1")
    answer = editor.get("/admin/articles/problem/worklist/")
    task = next(one for one in answer.context["tasks"] if "jump=unlinked" in one.address)
    assert task.count == 1
    assert "石峰区修好三条" in editor.get(task.address).content.decode()


def test_what_the_front_page_counts_is_looked_up_and_not_searched_for(db):
    assert "article_jumping" in Article.objects.with_unlinked_jump().explain()


def test_corrected_articles_are_listed(editor, folder):
    post(editor, article("石峰区"), headline="别的标题", _save="1")
    listed = editor.get("/admin/articles/article/?corrected=yes").context["cl"].result_list
    assert [one.headline for one in listed] == ["别的标题"]
    others = editor.get("/admin/articles/article/?corrected=no").context["cl"].result_list
    assert len(others) == Article.objects.count() - 1
