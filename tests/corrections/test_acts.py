"""What an editor's acts do to a page, and what of them outlives the next import."""

import pytest
from django.contrib.auth import get_user_model

from articles.corrections import BadValue, lines_in
from articles.importing import acts, tallies
from articles.importing.acts import Act, Said
from articles.models import Article, Change, Correction, Page, Unindexed
from tests.importing.pages import PAGE, import_pages, write_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    write_page(tmp_path / "pages")
    import_pages(tmp_path / "pages")
    return tmp_path / "pages"


@pytest.fixture
def editor():
    return get_user_model().objects.create_user("lin")


def article(words: str) -> Article:
    return Article.objects.live().get(headline__contains=words)


def correct(one: Article, act: Act | None = None, **values) -> Act:
    act = act or Act()
    acts.correct(one.page_id, [Said(name, value, one.pk) for name, value in values.items()], act)
    return act


def read_again(folder) -> str:
    return import_pages(folder, force=True)[1]


def test_a_corrected_headline_is_in_force_at_once_and_after_every_import(folder, editor):
    one = article("石峰区")
    correct(one, Act(editor, "print is clear"), headline="石峰区修好四条小巷")
    read_again(folder)
    one.refresh_from_db()
    kept = Correction.objects.get()
    assert one.headline == "石峰区修好四条小巷"
    assert one.read["headline"] == "石峰区修好三条背街小巷" == kept.replaced
    assert (kept.editor, kept.why, kept.state) == ("lin", "print is clear", "in_force")
    assert one.corrected_fields == ["headline"]


def test_every_kind_of_value_can_be_corrected(folder):
    values = {
        "kind": "brief",
        "kicker": "城建",
        "deck": "惠及四百户",
        "column": "街巷",
        "dateline": "本报讯",
        "bylines": [{"role": "记者", "name": "钟晓蓝"}],
        "body": "第一段。\n第二段。",
        "captions": ["新铺的路面"],
        "districts": {"names": ["荷塘区", "石峰区"], "primary": "荷塘区"},
        "topics": ["城建交通", "民生社会"],
        "continued_to": "03",
    }
    one = article("石峰区")
    correct(one, **values)
    read_again(folder)
    one.refresh_from_db()
    for name in ("kind", "kicker", "deck", "column", "dateline", "body", "captions"):
        assert getattr(one, name) == values[name]
    assert [(b.role, b.name) for b in one.bylines.all()] == [("记者", "钟晓蓝")]
    assert set(one.districts.values_list("name", flat=True)) == {"荷塘区", "石峰区"}
    assert one.primary_district.name == "荷塘区"
    assert [row.topic.name for row in one.articletopic_set.all()] == ["城建交通", "民生社会"]
    assert one.corrected_fields == sorted(values)
    assert tallies.wrong() == {}


def test_a_corrected_date_moves_the_articles_but_not_their_addresses(folder):
    page = Page.objects.get()
    before = set(Article.objects.values_list("pk", flat=True))
    acts.correct(page.pk, [Said("issue_date", "2018-05-06")], Act())
    read_again(folder)
    page.refresh_from_db()
    assert (page.issue_date, page.date_basis) == ("2018-05-06", "editor")
    assert page.read["issue_date"] == "2019-05-06"
    assert set(Article.objects.values_list("pk", flat=True)) == before
    assert {a.date_earliest.isoformat() for a in Article.objects.all()} == {"2018-05-06"}
    assert tallies.wrong() == {}


def test_a_read_value_that_changes_under_a_correction_is_a_conflict(folder):
    one = article("石峰区")
    correct(one, headline="石峰区修好四条小巷")
    text = PAGE.replace("修好三条背街小巷", "修好三条背街老巷")
    write_page(folder, text=text)
    _code, said = import_pages(folder)
    one.refresh_from_db()
    assert one.headline == "石峰区修好四条小巷"
    assert Correction.objects.get().state == "conflict"
    assert "conflicts with corrections: 1" in said
    assert acts.accept([Correction.objects.get().pk], Act()) == 1
    assert Correction.objects.get().state == "in_force"


def test_a_correction_that_the_reader_comes_to_agree_with_is_marked(folder):
    one = article("石峰区")
    correct(one, headline="石峰区修好三条背街老巷")
    write_page(folder, text=PAGE.replace("背街小巷", "背街老巷"))
    import_pages(folder)
    assert Correction.objects.get().state == "agreed"


def test_taking_the_read_value_again_ends_a_correction(folder):
    one = article("石峰区")
    correct(one, headline="别的标题")
    acts.take_read_value(one.page_id, [(one.pk, "headline")], Act())
    one.refresh_from_db()
    assert one.headline == "石峰区修好三条背街小巷"
    assert one.corrected_fields == [] and one.read == {}
    assert Correction.objects.get().state == "withdrawn"


def test_the_history_of_a_value_taken_back_says_what_is_read_by_now(folder):
    one = article("石峰区")
    correct(one, headline="别的标题")
    write_page(folder, text=PAGE.replace("背街小巷", "背街老巷"))
    import_pages(folder)
    acts.take_read_value(one.page_id, [(one.pk, "headline")], Act())
    last = Change.objects.get(kind="withdrawn")
    assert (last.before, last.after) == ("别的标题", "石峰区修好三条背街老巷")


def test_undo_puts_back_what_stood_before(folder):
    one = article("石峰区")
    correct(one, headline="第一稿")
    second = correct(one, headline="第二稿")
    acts.undo(second.uid, Act())
    one.refresh_from_db()
    assert one.headline == "第一稿"


def test_undo_of_what_was_changed_again_is_refused(folder):
    one = article("石峰区")
    first = correct(one, headline="第一稿")
    correct(one, headline="第二稿")
    with pytest.raises(BadValue):
        acts.undo(first.uid, Act())


def test_a_split_makes_two_articles_that_stay_two(folder):
    one = article("石峰区")
    text = one.page.text.split("\n")
    line = next(n for n, words in enumerate(text, 1) if words.startswith("工程历时"))
    other = acts.split(one.pk, line, Act())
    read_again(folder)
    one.refresh_from_db()
    second = Article.objects.get(pk=other)
    assert one.state == second.state == "live"
    assert "工程历时" not in one.body and "工程历时" in second.body
    assert not lines_in(one.line_ranges) & lines_in(second.line_ranges)
    assert tallies.wrong() == {}


def test_undoing_a_split_leaves_the_second_address_answering(folder):
    one = article("石峰区")
    act = Act()
    line = one.line_ranges[-1][1]
    other = acts.split(one.pk, line, act)
    acts.undo(act.uid, Act())
    one.refresh_from_db()
    second = Article.objects.get(pk=other)
    assert "工程历时" in one.body
    assert (second.state, second.merged_into_id) == ("merged", one.pk)


def test_merged_articles_stay_one_and_the_other_address_leads_there(folder):
    one, other = article("石峰区"), article("攸县")
    acts.merge(other.pk, one.pk, Act())
    read_again(folder)
    one.refresh_from_db()
    other.refresh_from_db()
    assert "铺上了新沥青" in one.body and "插秧二十一万亩" in one.body
    assert (other.state, other.merged_into_id) == ("merged", one.pk)
    assert tallies.wrong() == {}


@pytest.mark.parametrize("pair", [("石峰区", "攸县"), ("攸县", "石峰区")])
def test_undoing_a_merge_gives_each_article_what_was_its_own(folder, pair):
    into, other = (article(words) for words in pair)
    before = {one.pk: (one.headline, one.line_ranges, one.body) for one in (into, other)}
    act = Act()
    acts.merge(other.pk, into.pk, act)
    acts.undo(act.uid, Act())
    rows = Article.objects.live()
    assert {one.pk: (one.headline, one.line_ranges, one.body) for one in rows} == before


def test_lines_given_to_one_article_are_taken_from_the_others(folder):
    one, other = article("石峰区"), article("攸县")
    acts.set_lines(one.pk, one.line_ranges, Act())
    wanted = [other.line_ranges[0], [one.line_ranges[-1][1], one.line_ranges[-1][1]]]
    acts.set_lines(other.pk, wanted, Act())
    one.refresh_from_db()
    other.refresh_from_db()
    assert other.line_ranges == wanted
    assert not lines_in(one.line_ranges) & lines_in(other.line_ranges)
    assert "工程历时" in other.body and "工程历时" not in one.body


def test_an_article_left_without_lines_is_refused(folder):
    one, other = article("石峰区"), article("攸县")
    acts.set_lines(one.pk, one.line_ranges, Act())
    with pytest.raises(BadValue):
        acts.set_lines(other.pk, one.line_ranges, Act())


def test_lines_taken_out_as_furniture_are_in_no_article(folder):
    one = article("石峰区")
    line = one.line_ranges[-1][1]
    acts.take_out(one.page_id, [[line, line]], Act())
    read_again(folder)
    one.refresh_from_db()
    assert line not in lines_in(one.line_ranges)
    assert "工程历时" not in one.body
    assert any(f["lines"] == [line, line] for f in Page.objects.get().furniture)


def test_a_new_article_can_be_made_from_lines(folder):
    one = article("攸县")
    line = one.line_ranges[-1][1]
    made = acts.new_article(one.page_id, [[line, line]], Act())
    read_again(folder)
    assert "六支队伍" in Article.objects.get(pk=made).body
    assert "六支队伍" not in Article.objects.get(pk=one.pk).body


def test_a_hidden_article_stays_hidden_and_its_lines_show_nowhere(folder):
    one = article("攸县")
    acts.hide(one.pk, "court order", Act())
    read_again(folder)
    one.refresh_from_db()
    assert (one.state, one.state_reason, one.in_lists) == ("hidden", "court order", False)
    assert not Article.objects.live().filter(body__contains="插秧二十一万亩").exists()


def test_an_editors_order_of_articles_stands(folder):
    first, second = article("石峰区"), article("攸县")
    correct(second, position=1)
    read_again(folder)
    first.refresh_from_db()
    second.refresh_from_db()
    assert second.position == 1 and first.position > 1


def test_lines_fixed_by_an_editor_move_with_the_text(folder):
    one = article("石峰区")
    line = one.line_ranges[-1][1]
    other = acts.split(one.pk, line, Act())
    write_page(folder, text="新加的一行\n\n\n" + PAGE)
    import_pages(folder)
    second = Article.objects.get(pk=other)
    assert second.state == "live" and "工程历时" in second.body
    assert second.line_ranges == [[line + 3, line + 3]]


def test_lines_that_are_gone_from_the_page_are_said_to_be_lost(folder):
    one = article("石峰区")
    other = acts.split(one.pk, one.line_ranges[-1][1], Act())
    write_page(folder, text=PAGE.replace("工程历时两个月，惠及居民四百余户。\n", ""))
    import_pages(folder)
    assert Correction.objects.get(article=other).state == "lost"
    assert Article.objects.get(pk=other).state in {"gone", "merged"}


def test_an_article_that_the_page_no_longer_has_keeps_its_address(folder):
    one = article("攸县")
    write_page(folder, text=PAGE[: PAGE.index("---")])
    _code, said = import_pages(folder)
    one.refresh_from_db()
    assert one.state == "gone" and "1 gone" in said
    write_page(folder)
    _code, said = import_pages(folder)
    one.refresh_from_db()
    assert one.state == "live" and "1 returned" in said


def test_the_history_says_what_was_corrected_and_what_was_read(folder, editor):
    one = article("石峰区")
    correct(one, Act(editor), headline="别的标题")
    write_page(folder, text=PAGE.replace("四百余户", "五百余户"))
    import_pages(folder)
    rows = list(Change.objects.filter(article=one).order_by("pk").values_list("kind", "field"))
    assert rows[0] == ("corrected", "headline")
    assert rows[-1] == ("read", "body")
    assert rows.count(("corrected", "headline")) == 1 and ("read", "headline") not in rows


def test_only_what_changed_is_queued_for_the_index(folder):
    Unindexed.objects.all().delete()
    one = article("石峰区")
    act = correct(one, headline="别的标题")
    assert set(Unindexed.objects.values_list("article_id", flat=True)) == {one.pk} == act.behind


def test_a_place_that_an_editor_writes_into_the_headline_is_found(folder):
    one = article("石峰区")
    correct(one, headline="茶陵县修好三条背街小巷", body="茶陵县修好了路。")
    assert one.districts.filter(name="茶陵县").exists()
