"""Folding, and the way back from folded text to the printed one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.folding import bare, fold, trace
from articles.search.scanning import plain_fold

odd = st.text(
    alphabet=st.characters(blacklist_categories=["Cs"])
    | st.sampled_from("株洲鐵臺ＡＢ１２㈠Ⅳ℃ｶﾞe\u0301\u1112\u1161\u11ab　\u200b“”，。ß"),
    max_size=30,
)


@given(odd)
def test_the_two_ways_of_folding_agree(text):
    assert fold(text) == plain_fold(text)


@given(odd)
def test_traced_text_is_the_folded_text(text):
    assert trace(text, without_punctuation=False).text == fold(text)
    assert trace(text, without_punctuation=True).text == bare(fold(text))


@given(odd)
def test_every_folded_character_knows_where_it_came_from(text):
    traced = trace(text, without_punctuation=False)
    for index, character in enumerate(traced.text):
        start, end = traced.original(index, index + 1)
        assert character in fold(text[start:end])


@pytest.mark.parametrize(
    ("one", "other"),
    [("鐵路", "铁路"), ("ＩＣ卡", "ic卡"), ("①", "1"), ("株 洲\n市", "株洲市"), ("é", "e\u0301")],
)
def test_what_counts_as_the_same(one, other):
    assert fold(one) == fold(other)
