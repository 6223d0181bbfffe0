"""Counties, places and topics in the admin: what may be changed, and what an import makes of it."""

import pytest

from articles.models import District, DistrictName, Place, Reporter, Topic, TopicTerm
from tests.importing.pages import import_pages, write_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    write_page(tmp_path)
    import_pages(tmp_path)
    return tmp_path


def sent(forms) -> dict:
    """What a browser sends: each box, and beside it what its editor saw."""
    boxes = [form[name] for form in forms for name in form.fields if not form.fields[name].disabled]
    sent = {box.html_initial_name: box.value() for box in boxes if box.field.show_hidden_initial}
    sent |= {box.html_name: box.value() for box in boxes if box.value() is not False}
    return {name: "" if value is None else value for name, value in sent.items()}


def form_of(client, path: str) -> dict:
    """The values of form and rows below it as a browser would send them back."""
    context = client.get(path).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return sent(forms)


def save(client, one, **changes):
    path = f"/admin/articles/{type(one)._meta.model_name}/{one.pk}/change/"
    return client.post(path, {**form_of(client, path), **changes})


@pytest.mark.parametrize("model", [District, Topic])
def test_names_and_addresses_that_others_rely_on_stay(admin_client, folder, model):
    one = model.objects.first()
    before = (one.name, one.slug)
    answer = save(admin_client, one, name="改名", slug="renamed", note="附注")
    assert answer.status_code == 302
    one.refresh_from_db()
    assert (one.name, one.slug, one.note, one.edited) == (*before, "附注", True)
    import_pages(folder, force=True)
    assert model.objects.get(pk=one.pk).note == "附注"


def test_a_place_put_out_of_use_stays_so(admin_client, folder):
    one = Place.objects.first()
    save(admin_client, one, in_use="")
    import_pages(folder, force=True)
    one.refresh_from_db()
    assert not one.in_use and one.edited


def test_a_further_name_of_a_county_is_kept_by_the_next_import(admin_client, folder):
    one = District.objects.get(name="炎陵县")
    path = f"/admin/articles/district/{one.pk}/change/"
    rows = int(form_of(admin_client, path)["other_names-TOTAL_FORMS"])
    row = {"name": "炎帝故里", "kind": "alias", "in_use": "on"}
    new = {f"other_names-{rows}-{name}": value for name, value in row.items()}
    save(admin_client, one, **new, **{"other_names-TOTAL_FORMS": rows + 1})
    import_pages(folder, force=True)
    assert DistrictName.objects.get(name="炎帝故里").edited
    assert one.other_names.count() == rows + 1


def test_words_of_a_topic_are_changed_in_their_list(admin_client, folder):
    topic = Topic.objects.get(name="体育")
    listed = f"/admin/articles/topicterm/?topic__id__exact={topic.pk}"
    page = admin_client.get(listed)
    assert listed.partition("/?")[2] in admin_client.get("/admin/articles/topic/").content.decode()
    formset = page.context["cl"].formset
    data = sent([formset.management_form, *formset.forms])
    first = formset.forms[0]
    data |= {first.add_prefix("weight"): "7", "_save": "1"}
    admin_client.post(listed, data)
    changed = TopicTerm.objects.get(edited=True)
    assert (changed, changed.weight) == (first.instance, 7)
    import_pages(folder, force=True)
    changed.refresh_from_db()
    assert changed.weight == 7


def test_a_word_added_from_a_topics_list_is_that_topics(admin_client, db):
    topic = Topic.objects.create(name="航模", slug="models")
    asked = f"?_changelist_filters=topic__id__exact%3D{topic.pk}"
    form = admin_client.get(f"/admin/articles/topicterm/add/{asked}").context["adminform"].form
    assert str(form["topic"].value()) == str(topic.pk)


def test_kinds_of_places_stand_in_words(admin_client, folder):
    page = admin_client.get("/admin/articles/place/?kind=scenic").content.decode()
    assert "景点" in page and ">scenic<" not in page
    form = admin_client.get(f"/admin/articles/place/{Place.objects.first().pk}/change/")
    assert "乡镇街道" in form.content.decode()


STALE = "此间他人已改"


def test_two_editors_of_one_row_keep_what_the_other_did_not_touch(admin_client, folder):
    one = District.objects.get(name="炎陵县")
    path = f"/admin/articles/district/{one.pk}/change/"
    opened = form_of(admin_client, path)
    save(admin_client, one, note="第一位", kind="district")
    assert admin_client.post(path, {**opened, "valid_from": "1994"}).status_code == 302
    one.refresh_from_db()
    assert (one.note, one.kind, one.valid_from) == ("第一位", "district", "1994")


def test_the_second_editor_of_a_value_is_told_and_what_she_typed_stands_in_the_box(
    admin_client, folder
):
    one = District.objects.get(name="炎陵县")
    path = f"/admin/articles/district/{one.pk}/change/"
    opened = form_of(admin_client, path)
    save(admin_client, one, note="第一位", order="77")
    refused = admin_client.post(path, {**opened, "note": "第二位"})
    page = refused.content.decode()
    assert f"{STALE}，现行的是：第一位" in page and ">第二位</textarea>" in page.replace("\n", "")
    one.refresh_from_db()
    assert one.note == "第一位"
    again = {**opened, "note": "第二位", "initial-note": "第一位"}
    assert 'name="initial-note" value="第一位"' in page, "the box knows by now what is in force"
    assert admin_client.post(path, again).status_code == 302
    one.refresh_from_db()
    assert (one.note, one.order) == ("第二位", 77)


def test_rows_below_a_form_and_rows_of_a_list_are_guarded_too(admin_client, folder):
    county = DistrictName.objects.first().district
    path = f"/admin/articles/district/{county.pk}/change/"
    opened, row = form_of(admin_client, path), county.other_names.order_by("name").first()
    county.other_names.update(kind="misreading")
    admin_client.post(path, {**opened, "note": "附注"})
    row.refresh_from_db()
    assert row.kind == "misreading", "a row that she did not touch stays as it is"
    at = next(name for name, value in opened.items() if value == row.pk).removesuffix("-id")
    refused = admin_client.post(path, {**opened, f"{at}-kind": "misreading", f"{at}-in_use": ""})
    assert refused.status_code == 302, "both say the same of one value"
    row.refresh_from_db()
    assert (row.kind, row.in_use) == ("misreading", False)
    listed = "/admin/articles/topicterm/?q=" + TopicTerm.objects.first().term
    formset = admin_client.get(listed).context["cl"].formset
    data = sent([formset.management_form, *formset.forms]) | {"_save": "1"}
    TopicTerm.objects.filter(pk=formset.forms[0].instance.pk).update(weight=3)
    assert admin_client.post(listed, data).status_code == 302
    assert TopicTerm.objects.get(pk=formset.forms[0].instance.pk).weight == 3
    page = admin_client.post(listed, {**data, "form-0-weight": "9"}).content.decode()
    assert f"{STALE}，现行的是：3.0" in page and 'value="9"' in page


def test_two_editors_of_one_reporter_are_told(admin_client, folder):
    one = Reporter.objects.get(name="钟晓岚")
    path = f"/admin/articles/reporter/{one.pk}/change/"
    opened = form_of(admin_client, path)
    save(admin_client, one, name="老钟")
    assert STALE in admin_client.post(path, {**opened, "name": "大钟"}).content.decode()
    assert admin_client.post(path, {**opened, "note": "附注"}).status_code == 302
    one.refresh_from_db()
    assert (one.name, one.note) == ("老钟", "附注")
