"""The archive's articles as lines of an export: corrected values, in stable order."""

from collections.abc import Iterator
from typing import Any

from .models import Article

COLUMNS = (
    "id",
    "page",
    "position",
    "kind",
    "kicker",
    "headline",
    "deck",
    "column",
    "dateline",
    "bylines",
    "districts",
    "primary_district",
    "topics",
    "issue_date",
    "date_precision",
    "date_basis",
    "page_number",
    "page_title",
    "line_ranges",
    "subheads",
    "body",
    "captions",
    "continued_from",
    "continued_to",
    "url",
    "corrected_fields",
    "problems",
)
PAGE_FIELDS = {"issue_date": "issue_date", "number": "page_number", "title": "page_title"}
"""A page's correctable fields → their names in an article's line."""
BATCH = 500


def export_rows() -> Iterator[dict[str, Any]]:
    """One dict an article that readers may open, by page and position; keys as ``COLUMNS``."""
    articles = with_export_joins(Article.objects.live().order_by("page__key", "position"))
    for article in articles.iterator(BATCH):
        yield export_row(article)


def with_export_joins(articles):
    """The articles with what ``export_row`` asks for, in a fixed number of queries."""
    return (
        articles.select_related("page", "primary_district")
        .defer("page__text", "page__staff", "page__furniture", "page__read")
        .prefetch_related(
            "bylines", "problems", "articledistrict_set__district", "articletopic_set__topic"
        )
    )


def export_row(article: Article) -> dict[str, Any]:
    """An article's line; unknown values are None."""
    page = article.page
    return {
        "id": article.pk,
        "page": page.key,
        "position": article.position,
        "kind": article.kind,
        "kicker": article.kicker or None,
        "headline": article.headline or None,
        "deck": article.deck or None,
        "column": article.column or None,
        "dateline": article.dateline or None,
        "bylines": [{"role": one.role, "name": one.name} for one in article.bylines.all()],
        "districts": [one.district.name for one in article.articledistrict_set.all()],
        "primary_district": article.primary_district and article.primary_district.name,
        "topics": [one.topic.name for one in article.articletopic_set.all()],
        "issue_date": page.issue_date or None,
        "date_precision": page.date_precision,
        "date_basis": page.date_basis,
        "page_number": page.number or None,
        "page_title": page.title or None,
        "line_ranges": article.line_ranges,
        "subheads": article.subheads,
        "body": article.body,
        "captions": article.captions,
        "continued_from": article.continued_from or None,
        "continued_to": article.continued_to or None,
        "url": f"/articles/{article.pk}/",
        "corrected_fields": _corrected(article),
        "problems": [
            {"code": one.code, "line": one.line, "detail": one.detail}
            for one in article.problems.all()
            if one.settled_at is None
        ],
    }


def _corrected(article: Article) -> list[str]:
    of_page = [PAGE_FIELDS[name] for name in article.page.corrected_fields if name in PAGE_FIELDS]
    return sorted([*article.corrected_fields, *of_page])
