"""What is found is what is there: recall and precision 1.0 against reading the texts."""

import random
import time

import opencc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import search
from articles.models import Article
from articles.search import Filters
from articles.search.scanning import plain_fold, texts
from benchmarks import search_corpus
from tests.builders import make_article

pytestmark = pytest.mark.django_db

PUNCTUATION = "，。、；：！？“”《》（）…—·,.!?-"
ODD_TEXTS = (
    "鐵道兵團於臺灣海峽兩岸往來，發展電力機車ＧＫ１Ｃ型１２臺。",
    "株洲电力机车有限公司CRRC Zhuzhou自主研制\n的“韶山8”型,时速240km/h。",
    "Ⅳ级响应；㈠组织领导；①加强巡查；№12；３～５℃；50％；100㎡",
    "café naïve ΣΊΣΥΦΟΣ straße ｶﾞﾗｽ 한글 e\u0301te\u0301",
    "“三城同创”、“两个走在前”——今年新增道路32.5公里，投资1,280万元（含征拆）。",
    "a b  c\u3000d\te\u00a0f\u200bg\nh\r\ni",
)


@pytest.fixture
def archive(index):
    """Some made-up articles, odd ones among them; plain texts by primary key."""
    search_corpus.write(120)
    for text in ODD_TEXTS:
        make_article(headline=text[:9], body=text, captions=[text[5:20]], column=text[:4])
    index()
    return plain_texts()


def plain_texts() -> dict[int, list[str]]:
    """Every live article's texts, folded by code that the engine does not share."""
    articles = Article.objects.live().prefetch_related("bylines")
    return {article.pk: [plain_fold(text) for text in texts(article)] for article in articles}


def without_punctuation(text: str) -> str:
    import unicodedata

    return "".join(c for c in text if unicodedata.category(c)[0] != "P")


def read(archive: dict[int, list[str]], query: str) -> set[int]:
    """What a reader of all texts would answer to a plain query."""
    strict = plain_fold(query)
    loose = without_punctuation(strict)
    if not loose:
        return {pk for pk, own in archive.items() if any(strict in text for text in own)}
    bare = {pk: [without_punctuation(text) for text in own] for pk, own in archive.items()}
    return {pk for pk, own in bare.items() if any(loose in text for text in own)}


def engine(query: str, filters: Filters | None = None) -> set[int]:
    found = search.all_ids(query, filters)
    assert len(set(found)) == len(found)
    return set(found)


def substrings(many: int, longest: int, seed: int = 7):
    """Random pieces of the articles' bodies, without white space that would part words."""
    return pieces_of(Article.objects.live().values_list("body", flat=True), many, longest, seed)


def pieces_of(texts, many: int, longest: int, seed: int):
    chosen, texts = random.Random(seed), list(texts)
    while many:
        body = chosen.choice(texts)
        start = chosen.randrange(len(body))
        piece = "".join(body[start : start + chosen.randint(1, longest)].split())
        if piece and piece[0] not in '-"' and piece != "OR":
            many -= 1
            yield piece


def test_random_pieces_are_found_exactly_where_they_stand(archive):
    bare = {pk: [without_punctuation(t) for t in own] for pk, own in archive.items()}
    for piece in substrings(250, 9):
        loose = without_punctuation(plain_fold(piece))
        wanted = read(archive, piece) if not loose else _having(bare, loose)
        assert engine(piece) == wanted, piece


def _having(bare, loose):
    return {pk for pk, own in bare.items() if any(loose in text for text in own)}


def test_whole_paragraphs_are_found(archive):
    for pk in list(archive)[:20]:
        for paragraph in Article.objects.get(pk=pk).body.split("\n"):
            query = paragraph[:800].replace(" ", "").replace("\u3000", "").replace("\t", "")
            if query:
                assert pk in engine(query), query


def test_a_query_may_be_typed_in_another_way(archive):
    traditional = opencc.OpenCC("s2t")
    wide = {c: c + 0xFEE0 for c in range(0x21, 0x7F) if chr(c) not in '-"'}
    for piece in substrings(60, 8, seed=8):
        wanted = engine(piece)
        assert engine(piece.translate(wide)) == wanted, piece
        assert engine("\n".join(piece)) == wanted, piece
        assert engine(piece.upper()) == wanted, piece
        turned = traditional.convert(piece)
        if plain_fold(turned) == plain_fold(piece):
            assert engine(turned) == wanted, turned


def test_quoted_pieces_keep_their_punctuation(archive):
    for piece in substrings(80, 9, seed=9):
        if '"' in piece:
            continue
        strict = plain_fold(piece)
        wanted = {pk for pk, own in archive.items() if any(strict in text for text in own)}
        assert engine(f'"{piece}"') == wanted, piece


@pytest.mark.parametrize("part", ["title", "body", "column", "names", "captions"])
def test_one_part_is_searched_as_exactly_as_the_whole(archive, part):
    articles = Article.objects.live().prefetch_related("bylines")
    own = {a.pk: [plain_fold(text) for text in texts(a, part)] for a in articles}
    bare = {pk: [without_punctuation(text) for text in strict] for pk, strict in own.items()}
    beside = [text for a in articles for text in texts(a) if text and text != a.body]
    pieces = [*substrings(40, 4, seed=13), *pieces_of(beside, 200, 3, seed=14)]
    for piece in pieces:
        strict = plain_fold(piece)
        loose = without_punctuation(strict)
        wanted = _having(bare, loose) if loose else _having(own, strict)
        assert engine(piece, Filters(part=part)) == wanted, piece
        if '"' not in piece:
            assert engine(f'"{piece}"', Filters(part=part)) == _having(own, strict), piece


def test_words_apart_are_both_wanted(archive):
    pieces = list(substrings(60, 3, seed=10))
    for left, right in zip(pieces[::2], pieces[1::2], strict=True):
        assert engine(f"{left} {right}") == engine(left) & engine(right)
        assert engine(f"{left} OR {right}") == engine(left) | engine(right)
        if without_punctuation(plain_fold(right)):
            assert engine(f"{left} -{right}") == engine(left) - engine(right)


def test_the_readers_check_agrees_with_the_engine(archive):
    for query in (
        "株洲",
        "e",
        "标题:鐵道",
        '"三城"',
        "电力 -臺灣",
        "a OR 的",
        "日期:1985..2000 的",
    ):
        scan = search.scan(query)
        assert scan.complete and scan.ids == engine(query), query


def test_small_commits_leave_the_same_answers_as_one_rebuild(archive):
    changed = list(Article.objects.order_by("pk")[:40])
    for number, article in enumerate(changed):
        article.body = changed[-number].body[::-1]
        article.state = "hidden" if number % 5 == 0 else "live"
        article.save()
        if number % 3 == 0:
            search.index_articles([a.pk for a in changed[: number + 1]])
    search.index_articles([article.pk for article in changed])
    assert search.check() == []
    fresh = plain_texts()
    for piece in substrings(60, 6, seed=11):
        assert engine(piece) == read(fresh, piece), piece
        if '"' not in piece:
            assert engine(f'"{piece}"') == _having(fresh, plain_fold(piece)), piece


@given(
    st.text(max_size=12)
    | st.lists(
        st.sampled_from(
            [
                "株洲",
                "电力",
                "-",
                '"',
                "OR",
                "标题:",
                "日期:",
                "20",
                "..",
                " ",
                "，",
                "(",
                "县区:",
                "版:",
                "*",
                "\\",
            ]
        ),
        max_size=8,
    ).map("".join)
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_typed_is_an_error(archive, query):
    started = time.monotonic()
    found = search.find(query)
    assert found.available and found.total >= len(found.hits)
    assert time.monotonic() - started < 2


@pytest.mark.slow
def test_two_thousand_pieces_of_ten_thousand_articles(index):
    search_corpus.write(10_000)
    index()
    archive = {pk: [without_punctuation(text) for text in own] for pk, own in plain_texts().items()}
    joined = {pk: "\0".join(own) for pk, own in archive.items()}
    for piece in substrings(2000, 9, seed=12):
        loose = without_punctuation(plain_fold(piece))
        if loose:
            wanted = {pk for pk, text in joined.items() if loose in text}
            assert engine(piece) == wanted, piece
