"""The archive's rows as the frozen records that planning works on."""

from collections.abc import Sequence

from django.db.models import Prefetch, Q

from ..corrections import Standing, Values
from ..models import Article, ArticleDistrict, ArticleTopic, Byline, Correction, Page
from .records import KnownArticle, KnownPage, PageSource

PAGE_COLUMNS = (
    "issue_date",
    "date_precision",
    "date_basis",
    "date_evidence",
    "number",
    "title",
    "staff",
    "furniture",
)
ARTICLE_COLUMNS = (
    "position",
    "kind",
    "kicker",
    "headline",
    "deck",
    "column",
    "dateline",
    "body",
    "subheads",
    "captions",
    "line_ranges",
    "joins",
    "left_out",
    "continued_from",
    "continued_to",
)

DATE_COLUMNS = ("issue_date", "date_precision", "date_earliest", "date_latest")
COPIES = (*DATE_COLUMNS, "page_number", "corrected_fields")
"""Columns of articles that are copied from their page and their corrections."""


def known_pages(pages: Q) -> list[KnownPage]:
    """Pages with all their articles and standing corrections, in a fixed number of queries."""
    return [_known_page(page) for page in Page.objects.filter(pages).prefetch_related(*_JOINS)]


_STANDING = Correction.objects.filter(state__in=Correction.STANDING).order_by("pk")
_JOINS = (
    Prefetch("corrections", _STANDING, "standing"),
    Prefetch("articles", Article.objects.order_by("pk"), "all_articles"),
    Prefetch("all_articles__corrections", _STANDING, "standing"),
    Prefetch(
        "all_articles__bylines",
        Byline.objects.select_related("reporter").order_by("order"),
        "printed_bylines",
    ),
    Prefetch(
        "all_articles__articledistrict_set",
        ArticleDistrict.objects.select_related("district").order_by("pk"),
        "found_districts",
    ),
    Prefetch(
        "all_articles__articletopic_set",
        ArticleTopic.objects.select_related("topic").order_by("order"),
        "found_topics",
    ),
)


def _known_page(page: Page) -> KnownPage:
    return KnownPage(
        pk=page.pk,
        revision=page.revision,
        source=source_of(page),
        values=_page_values(page),
        read=page.read,
        neighbour_date=page.neighbour_date,
        corrections=_standing(page.standing),
        articles=tuple(_known_article(article) for article in page.all_articles),
    )


def source_of(page: Page) -> PageSource:
    """A page's file as it was imported, for reading it again."""
    return PageSource(page.key, page.text, page.sha256, page.encoding, page.manifest)


def _page_values(page: Page) -> Values:
    values = {name: getattr(page, name) for name in PAGE_COLUMNS}
    for name in ("date_earliest", "date_latest"):
        day = getattr(page, name)
        values[name] = day and day.isoformat()
    return values


def _standing(corrections: Sequence[Correction]) -> tuple[Standing, ...]:
    return tuple(Standing(c.pk, c.field, c.value, c.read, c.state) for c in corrections)


def _known_article(article: Article) -> KnownArticle:
    return KnownArticle(
        pk=article.pk,
        state=article.state,
        state_reason=article.state_reason,
        merged_into=article.merged_into_id,
        values=_article_values(article) if article.position else {},
        read=article.read,
        copies=tuple(getattr(article, name) for name in COPIES),
        corrections=_standing(article.standing),
    )


def _article_values(article: Article) -> Values:
    return {
        **{name: getattr(article, name) for name in ARTICLE_COLUMNS},
        "bylines": [_byline(one) for one in article.printed_bylines],
        "districts": {
            "names": [one.district.name for one in article.found_districts],
            "primary": next(
                (one.district.name for one in article.found_districts if one.is_primary), None
            ),
            "evidence": {
                one.district.name: {"words": one.words, "count": one.count, "rule": one.rule}
                for one in article.found_districts
            },
        },
        "topics": [one.topic.name for one in article.found_topics],
        "topic_evidence": {
            one.topic.name: {"words": one.words, "score": one.score, "rule": one.rule}
            for one in article.found_topics
        },
    }


def _byline(one: Byline) -> Values:
    """As the reader of pages gives it; ``as`` only where an editor said it."""
    value = {
        "role": one.role,
        "name": one.name,
        "words": one.words,
        "line": one.line,
        "organisation": one.reporter.is_organisation,
    }
    return {**value, "as": one.signed_as} if one.signed_as else value
