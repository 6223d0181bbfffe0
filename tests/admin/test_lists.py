"""Counties, places and topics in the admin: what may be changed, and what an import makes of it."""

import pytest

from articles.models import District, DistrictName, Place, Topic, TopicTerm
from tests.importing.pages import import_pages, write_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    write_page(tmp_path)
    import_pages(tmp_path)
    return tmp_path


def form_of(client, path: str) -> dict:
    """The values of form and rows below it as a browser would send them back."""
    context = client.get(path).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {
        form.add_prefix(name): "" if form[name].value() is None else form[name].value()
        for form in forms
        for name in form.fields
        if not form.fields[name].disabled and form[name].value() is not False
    }


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
    data = {
        form.add_prefix(name): form[name].value() or ""
        for form in (formset.management_form, *formset.forms)
        for name in form.fields
    }
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
