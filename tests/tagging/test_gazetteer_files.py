"""The word lists are whole: every name belongs to a district, every term to a topic."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from articles.gazetteer import DATA, gazetteer_from_files, read_rows, topics_from_files
from articles.tagging import ArticleText, tag_text
from articles.tagging.cues import Cues


def test_every_place_belongs_to_a_district_of_today():
    today = {row["name"] for row in read_rows("districts.csv") if not row["became"]}
    assert gazetteer_from_files().districts <= today
    assert {row["became"] for row in read_rows("districts.csv") if row["became"]} <= today


def test_no_name_is_listed_twice_for_one_district():
    names = Counter((name.name, name.district) for name in gazetteer_from_files().names)
    assert not [name for name, count in names.items() if count > 1]


def test_every_term_belongs_to_a_topic_and_stands_once_in_it():
    rules = topics_from_files()
    assert {term.topic for term in rules.terms} == set(rules.topics)
    terms = Counter((term.topic, term.term) for term in rules.terms)
    assert not [term for term, count in terms.items() if count > 1]


def test_slugs_are_addresses():
    for name in ("districts.csv", "topics.csv"):
        slugs = [row["slug"] for row in read_rows(name)]
        assert len(set(slugs)) == len(slugs)
        assert all(re.fullmatch("[a-z-]+", slug) for slug in slugs)


def test_old_districts_end_when_they_ended():
    names = {name.name: name for name in gazetteer_from_files().names}
    assert names["东区"].until.year == 1997
    assert names["株洲县"].until is None
    assert names["株洲县"].district == "渌口区"


def test_every_cue_and_every_wording_is_of_a_kind_that_means_something():
    kinds = Counter(row["kind"] for row in read_rows("cues.csv"))
    assert set(kinds) == {
        "from_there", "lives_there", "goes_there", "comes_from", "native", "no_native", "office", "own_rank",
        "before_old", "after_old", "ours", "leaders", "organ", "no_organ", "other_city",
    }  # fmt: skip
    wordings = {row["kind"] for row in read_rows("wording.csv")}
    assert wordings == {"not_a_place", "not_a_name", "origin", "ordinary"}
    assert all(row["note"] for row in read_rows("cues.csv"))


def test_without_cues_names_still_tell_their_districts():
    bare = replace(gazetteer_from_files(), cues=Cues())
    text = ArticleText(paragraphs=("攸县的桥修好了，来自茶陵的石匠笑了。",))
    found = [place.district for place in tag_text(text, bare, topics_from_files()).places]
    assert found == ["攸县"]


def test_the_guide_for_editors_explains_every_column_and_every_kind():
    guide = (Path(__file__).parents[2] / "docs" / "gazetteer.md").read_text(encoding="utf-8")
    said = set(re.findall("`([^`]+)`", guide))
    for path in sorted(DATA.glob("*.csv")):
        rows = read_rows(path.name)
        assert path.name in guide
        assert set(rows[0]) - {"note"} <= said, path.name
    for name in ("cues.csv", "wording.csv", "places.csv"):
        assert {row["kind"] for row in read_rows(name)} <= said, name
