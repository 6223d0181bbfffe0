"""The order that a reader wants, measured on searches judged by hand over the sample pages."""

import json
import math
from datetime import date
from pathlib import Path

import jieba
import pytest
from django.core.management import CommandError, call_command

from articles import search
from articles.models import Article
from tests.builders import make_article, make_page

pytestmark = pytest.mark.django_db
JUDGED = json.loads(Path(__file__).with_name("judged.json").read_text(encoding="utf-8"))
PAGES = Path(__file__).parents[2] / "samples" / "pages"


@pytest.fixture
def samples(index):
    """The sample archive, read from its pages and indexed."""
    try:
        call_command("import_pages", str(PAGES), "--no-index", verbosity=0)
    except (SystemExit, CommandError):
        assert Article.objects.exists()  # one of the samples is an empty page
    index()


def gain(headlines: list[str], judged: dict[str, int], best: int = 10) -> float:
    """nDCG of the first ten: 1 where everything wanted stands on top in its order."""

    def grade(headline: str) -> int:
        return max((g for words, g in judged.items() if words in headline), default=0)

    def discounted(grades) -> float:
        return sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(grades))

    wanted = discounted(sorted(judged.values(), reverse=True)[:best])
    return discounted(map(grade, headlines[:best])) / wanted


def plain_bm25(query: str) -> list[str]:
    """Headlines of the same hits, by BM25 over jieba's words of headline and body together."""
    texts = {
        article.pk: list(jieba.cut_for_search(f"{article.headline} {article.body}"))
        for article in Article.objects.live()
    }
    mean = sum(map(len, texts.values())) / len(texts)
    scores = dict.fromkeys(search.all_ids(query), 0.0)
    for word in jieba.cut_for_search(query.replace(" ", "")):
        holders = sum(word in words for words in texts.values())
        rarity = math.log(1 + (len(texts) - holders + 0.5) / (holders + 0.5))
        for pk in scores:
            times = texts[pk].count(word)
            norm = 1.2 * (0.25 + 0.75 * len(texts[pk]) / mean)
            scores[pk] += rarity * times * 2.2 / (times + norm)
    headlines = Article.objects.in_bulk(scores)
    return [headlines[pk].headline for pk in sorted(scores, key=lambda pk: (-scores[pk], -pk))]


def test_what_readers_want_stands_higher_than_by_plain_bm25(samples):
    ours, plain = [], []
    for query, judged in JUDGED.items():
        headlines = [hit.article.headline for hit in search.find(query, facets=False).hits]
        ours.append(gain(headlines, judged))
        plain.append(gain(plain_bm25(query), judged))
    mean, plain_mean = sum(ours) / len(ours), sum(plain) / len(plain)
    assert mean > plain_mean + 0.02 and mean >= 0.96, f"ours {mean:.3f}, plain {plain_mean:.3f}"


def test_the_words_together_stand_above_the_words_apart(index):
    make_article(headline="甲", body="轨道旁的交通要道。" * 3)
    make_article(headline="乙", body="今年的轨道交通规划，与邻市相接。")
    index()
    assert [hit.article.headline for hit in search.find("轨道 交通").hits] == ["乙", "甲"]


def test_the_headline_weighs_more_than_kicker_and_deck_and_these_more_than_the_text(index):
    rest = "集镇上人来人往，摊位摆到了桥头。" * 4
    make_article(headline="文", body=rest + "水库蓄水。" + rest, deck="今冬明春")
    make_article(headline="引", body=rest * 2, kicker="水库蓄水")
    make_article(headline="副", body=rest * 2, deck="水库蓄水")
    make_article(headline="水库蓄水", body=rest * 2, deck="今冬明春")
    index()
    headlines = [hit.article.headline for hit in search.find("蓄水").hits]
    assert headlines[0] == "水库蓄水" and headlines[-1] == "文" and len(headlines) == 4


def test_among_equals_the_newer_comes_first(index):
    for year in (1999, 2015, 2007):
        make_article(make_page(day=date(year, 1, 1)), headline=f"{year}", body="水库蓄水。")
    index()
    assert [hit.article.headline for hit in search.find("蓄水").hits] == ["2015", "2007", "1999"]
    oldest = search.find("蓄水", order="oldest").hits
    assert [hit.article.headline for hit in oldest] == ["1999", "2007", "2015"]


def test_related_articles_share_telling_words(index):
    about = make_article(headline="渡槽通水", body="渡槽通水，灌区受益。渡槽长三里。")
    make_article(headline="渡槽开工", body="渡槽今日开工，灌区群众欢喜。")
    make_article(headline="球赛", body="球赛开幕。")
    index()
    assert [article.headline for article in search.related(about)] == ["渡槽开工"]
