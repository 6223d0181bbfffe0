"""Links the two halves of articles that jump from one page of an issue to another."""

import posixpath

from django.db.models import Q

from ..models import Article, Page
from ..pagefile import link_jumps
from ..pagefile.records import Kind, Paragraph, ParsedArticle, ParsedPage
from . import tallies


def link_issue(page: Page, issue_date: str) -> set[int]:
    """Link jumps among the pages of the same date that lie beside this one.

    Returns the ids of articles whose link changed. The outcome depends on the pages that are
    there, not on the order in which they came.
    """
    halves = _halves(page, issue_date)
    wanted = _wanted(halves)
    changed = [a for a in halves if a.continues_id != wanted.get(a.pk)]
    if not changed:
        return set()
    ids = {article.pk for article in changed}
    with tallies.kept(ids):
        Article.objects.filter(pk__in=ids).update(continues=None)
        for article in changed:
            if article.pk in wanted:
                Article.objects.filter(pk=article.pk).update(continues=wanted[article.pk])
        tallies.relist(ids)
    return ids


def _halves(page: Page, issue_date: str) -> list[Article]:
    pages = Page.objects.filter(issue_date=issue_date)
    same_issue = [
        pk
        for pk, key, precision in pages.values_list("pk", "key", "date_precision")
        if precision == "day" or posixpath.dirname(key) == posixpath.dirname(page.key)
    ]
    jumping = Q(kind=Article.Kind.CONTINUATION) | ~Q(continued_from="") | ~Q(continued_to="")
    articles = Article.objects.live().filter(page__in=same_issue).select_related("page")
    return list(articles.filter(jumping | ~Q(continues=None)).order_by("page__key", "position"))


def _wanted(halves: list[Article]) -> dict[int, int]:
    """Id of a second half → id of its first."""
    by_page: dict[str, list[Article]] = {}
    for article in halves:
        by_page.setdefault(article.page.key, []).append(article)
    pages = {key: _as_parsed(articles) for key, articles in by_page.items()}
    return {
        by_page[pair.tail.page][pair.tail.position].pk: (
            by_page[pair.head.page][pair.head.position].pk
        )
        for pair in link_jumps(pages)
    }


def _as_parsed(articles: list[Article]) -> ParsedPage:
    return ParsedPage(
        articles=tuple(_as_read(article) for article in articles),
        page_number=articles[0].page_number or None,
    )


def _as_read(article: Article) -> ParsedArticle:
    return ParsedArticle(
        kind=Kind(article.kind),
        line_ranges=tuple((first, last) for first, last in article.line_ranges),
        headline=article.headline or None,
        paragraphs=tuple(Paragraph(text, ()) for text in article.body.split("\n")),
        continued_from=article.continued_from or None,
        continued_to=article.continued_to or None,
    )
