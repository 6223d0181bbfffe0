"""What an article is about: which places and topics a text names, and why.

Pure: word lists come in as frozen records, findings go out as frozen records. `tag_page` tags a
whole page at once, `tag_article` one article of it, `tag_text` what an editor has corrected.
"""

import re
from collections.abc import Sequence
from datetime import date

from articles.pagefile.records import Kind, ParsedArticle, ParsedPage
from articles.tagging.doubts import Doubt, find_doubts
from articles.tagging.folding import fold_always
from articles.tagging.mentions import read_mentions
from articles.tagging.neighbours import Neighbours
from articles.tagging.places import find_places
from articles.tagging.records import PlaceFinding, Tags, TopicFinding
from articles.tagging.text import ArticleText
from articles.tagging.topics import find_topics
from articles.tagging.words import Gazetteer, PlaceName, TopicRules, TopicTerm, Wording

_SUPPLEMENT = re.compile("副刊|文苑|文艺|散文|诗歌|文学|悦读|读书")
_LITERARY_PAGE = 3
"""So many essays and poems, and at least half of the page, make it a page of literature."""

__all__ = [
    "ArticleText",
    "Doubt",
    "Gazetteer",
    "PlaceFinding",
    "PlaceName",
    "Tags",
    "TopicFinding",
    "TopicRules",
    "TopicTerm",
    "Wording",
    "tag_article",
    "tag_page",
    "tag_text",
]


def tag_page(
    page: ParsedPage, gazetteer: Gazetteer, topics: TopicRules, on: date | None = None
) -> tuple[Tags, ...]:
    """The tags of each article of the page, in the page's order."""
    texts = _texts_of(page.articles, page)
    return _tag_together(texts, gazetteer, topics, on)


def tag_article(
    article: ParsedArticle,
    page: ParsedPage | None,
    gazetteer: Gazetteer,
    topics: TopicRules,
    on: date | None = None,
) -> Tags:
    """The tags of one article; its page helps where the article names no place itself."""
    others = [other for other in page.articles if other is not article] if page else []
    text, *beside = _texts_of([article, *others], page)
    return tag_text(text, gazetteer, topics, on, beside=beside)


def tag_text(
    text: ArticleText,
    gazetteer: Gazetteer,
    topics: TopicRules,
    on: date | None = None,
    *,
    beside: Sequence[ArticleText] = (),
) -> Tags:
    """The tags of a text given in plain values, for instance after an editor's correction."""
    return _tag_together([text, *beside], gazetteer, topics, on)[0]


def _texts_of(articles: Sequence[ParsedArticle], page: ParsedPage | None) -> list[ArticleText]:
    title = (page.page_title if page else None) or ""
    in_supplement = _is_literary(articles, title)
    return [ArticleText.of(each, title, in_supplement=in_supplement) for each in articles]


def _is_literary(articles: Sequence[ParsedArticle], title: str) -> bool:
    """A page of literature, by its title or by what stands on it."""
    literary = sum(article.kind is Kind.LITERARY for article in articles)
    mostly = literary >= _LITERARY_PAGE and 2 * literary >= len(articles)
    return mostly or bool(_SUPPLEMENT.search(fold_always(title)))


def _tag_together(texts, gazetteer, topics, on) -> tuple[Tags, ...]:
    readings = [read_mentions(text, gazetteer, on) for text in texts]
    places = [
        find_places(text, reading, gazetteer) for text, reading in zip(texts, readings, strict=True)
    ]
    page = Neighbours(texts, readings, places, gazetteer, on)
    tags = []
    for at, (text, reading, found) in enumerate(zip(texts, readings, places, strict=True)):
        settled = found or page.place_of(at)
        tags.append(
            Tags(
                settled,
                find_topics(text, topics, is_elsewhere=not settled),
                find_doubts(text, reading, _own_district(found, gazetteer.city)),
            )
        )
    return tuple(tags)


def _own_district(found: Sequence[PlaceFinding], city: str) -> str:
    """The district below the city that the text itself says it plays in, or ""."""
    return next((p.district for p in found if p.is_primary and p.district != city), "")
