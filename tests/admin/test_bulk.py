"""Several pages or articles at once: asked first, one act, told when somebody else was quicker."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin import bulk
from articles.importing import acts
from articles.importing.acts import Act, Said
from articles.models import Article, Correction, Page, Reporter, Topic
from tests.importing.pages import PAGE, import_pages, write_page

from .test_lists import sent

pytestmark = pytest.mark.django_db

PAGES, ARTICLES = "/admin/articles/page/", "/admin/articles/article/"


@pytest.fixture
def folder(tmp_path):
    for name, word in (("a.txt", "沥青"), ("b.txt", "水泥")):
        write_page(tmp_path, name, PAGE.replace("沥青", word))
    import_pages(tmp_path)
    return tmp_path


def ask(client, path: str, action: str, rows, **more):
    """The page that asks, and what its form sends with it."""
    data = {"action": action, "_selected_action": [one.pk for one in rows], **more}
    asked = client.post(path, data)
    return asked, {
        **data,
        **sent([asked.context["form"]]),
        "_sure": "1",
        "seen": asked.context["seen"],
    }


def messages(answer) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def test_several_pages_get_one_date_in_one_act(admin_client, folder):
    asked, data = ask(admin_client, PAGES, "set_date", Page.objects.all())
    assert "将处理以下 2 项" in asked.content.decode()
    admin_client.post(PAGES, {**data, "issue_date": "2001-02-03"})
    assert set(Page.objects.values_list("issue_date", flat=True)) == {"2001-02-03"}
    assert len(set(Correction.objects.values_list("act", flat=True))) == 1


def test_several_articles_get_a_topic_or_are_hidden(admin_client, folder):
    topic, some = Topic.objects.get(name="体育"), Article.objects.filter(page__key="a.txt")
    _asked, data = ask(admin_client, ARTICLES, "add_topic", some)
    admin_client.post(ARTICLES, {**data, "topic": topic.pk})
    assert {one.page.key for one in Article.objects.filter(topics=topic)} == {"a.txt"}
    _asked, data = ask(admin_client, ARTICLES, "hide", some)
    admin_client.post(ARTICLES, {**data, "reason": "double"})
    hidden = Article.objects.filter(state="hidden", state_reason="double")
    assert set(hidden) == set(some) and len(some) == 2


def test_who_was_asked_before_somebody_changed_one_is_told_and_asked_again(admin_client, folder):
    _asked, data = ask(admin_client, PAGES, "set_date", Page.objects.all())
    quicker = Page.objects.get(key="b.txt")
    acts.correct(quicker.pk, [Said("issue_date", "1999-09-09")], Act())
    again = admin_client.post(PAGES, {**data, "issue_date": "2001-02-03"})
    assert "他人已改动：b.txt" in messages(again)
    assert again.context["form"]["issue_date"].value() == "2001-02-03", "nothing is typed twice"
    assert Page.objects.get(key="a.txt").issue_date == "2019-05-06"
    confirmed = {**data, "issue_date": "2001-02-03", "seen": again.context["seen"]}
    admin_client.post(PAGES, confirmed)
    assert set(Page.objects.values_list("issue_date", flat=True)) == {"2001-02-03"}


@pytest.mark.parametrize("seen", [{}, {"seen": ""}, {"seen": "yesterday"}])
def test_nobody_confirms_what_nobody_was_asked(admin_client, folder, seen):
    data = {"action": "set_date", "_selected_action": [Page.objects.first().pk], "_sure": "1"}
    admin_client.post(PAGES, {**data, **seen, "issue_date": "2001-02-03"})
    assert not Correction.objects.exists()


def test_all_that_a_list_holds_are_done_when_all_were_chosen(admin_client, folder):
    first = Article.objects.order_by("pk")[:1]
    asked, data = ask(admin_client, ARTICLES, "hide", first, select_across="1")
    assert "将处理以下 4 项" in asked.content.decode()
    assert 'name="select_across" value="1"' in asked.content.decode()
    admin_client.post(ARTICLES, {**data, "reason": "double"})
    assert Article.objects.filter(state="hidden").count() == 4


def test_too_many_at_once_are_refused_with_a_word(admin_client, folder, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 1)
    for model, action in ((Article, "hide"), (Page, "set_date"), (Reporter, "merge")):
        data = {"action": action, "_selected_action": [one.pk for one in model.objects.all()]}
        path = f"/admin/articles/{model._meta.model_name}/"
        answer = admin_client.post(path, data, follow=True)
        assert f"{model.objects.count()} 项太多" in messages(answer)
    assert not Correction.objects.exists()


def test_too_many_conflicts_are_not_accepted_at_once(admin_client, folder, monkeypatch):
    for one in Article.objects.filter(headline__contains="石峰区"):
        acts.correct(one.page_id, [Said("headline", "别的标题", one.pk)], Act())
    Correction.objects.update(state="conflict")
    monkeypatch.setattr(bulk, "MOST", 1)
    data = {"action": "accept", "_selected_action": [one.pk for one in Correction.objects.all()]}
    answer = admin_client.post("/admin/articles/correction/", data, follow=True)
    assert "2 项太多" in messages(answer)
    assert Correction.objects.filter(state="conflict").count() == 2


def test_dates_are_lent_once_however_many_pages_get_one(admin_client, tmp_path):
    folder, manifest = tmp_path / "pages", tmp_path / "pages.csv"
    undated = PAGE.split("\n\n\n", 1)[1].replace("5月5日", "日前").replace("昨日，", "")
    rows = [f"scan_{number}.txt,{number}" for number in (1, 2, 3)]
    manifest.write_text("\n".join(["file,page number", *rows]), encoding="utf-8")
    for number, text in enumerate((PAGE, PAGE.replace("沥青", "水泥"), undated), 1):
        write_page(folder, f"scan_{number}.txt", text)
    import_pages(folder, manifest=manifest)
    first = Page.objects.exclude(key="scan_3.txt")
    _asked, data = ask(admin_client, PAGES, "set_date", first)
    with CaptureQueriesContext(connection) as queries:
        admin_client.post(PAGES, {**data, "issue_date": "2001-02-03"})
    assert set(Page.objects.values_list("issue_date", flat=True)) == {"2001-02-03"}
    assert Page.objects.get(key="scan_3.txt").date_basis == "neighbour"
    assert len([q for q in queries if 'neighbour_date" IS NOT NULL' in q["sql"]]) == 1
    acts.undo(Correction.objects.first().act, Act())
    assert set(Page.objects.values_list("issue_date", flat=True)) == {"2019-05-06"}
