"""An article as data: the line of ``export_articles``, and the same beside its page.

The one place that knows the form; commands, views and dumps use it.
"""

from collections.abc import Iterator

from .models import Article


def article_record(article: Article) -> dict:
    """Every key always present, null where unknown; needs what ``for_reading`` fetches."""
    page = article.page
    districts = list(article.articledistrict_set.all())
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
        "bylines": [{"role": b.role or None, "name": b.name} for b in article.bylines.all()],
        "districts": [tie.district.name for tie in districts],
        "primary_district": article.primary_district and article.primary_district.name,
        "topics": [tie.topic.name for tie in article.articletopic_set.all()],
        "issue_date": article.issue_date or None,
        "date_precision": article.date_precision,
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
        "corrected_fields": article.corrected_fields,
        "problems": [problem.code for problem in article.problems.all()],
    }


def article_records(articles, batch: int = 500) -> Iterator[dict]:
    """Records of a queryset in its order, a batch of rows in memory at a time."""
    for article in articles.for_reading().iterator(chunk_size=batch):
        yield article_record(article)
