"""Links the two halves of articles that jump from one page of an issue to another."""

import posixpath

from django.db.models import Q

from ..models import Article, Page
from ..pagefile import link_jumps
from ..pagefile.records import Kind, Paragraph, ParsedArticle, ParsedPage
from . import tallies


def link(page: Page, issue_dates: set[str]) -> set[int]:
    """Link jumps among the pages of these dates that lie beside this one.

    Returns the ids of articles whose link changed. The outcome depends on the pages that are
    there, not on the order in which they came.
    """
    wanted: dict[int, int] = {}
    involved = {article.pk: article.continues_id for article in _linked_with(page)}
    for issue_date in sorted(issue_dates - {""}):
        halves = _halves(page, issue_date)
        involved |= {article.pk: article.continues_id for article in halves}
        wanted |= _wanted(halves)
    changed = {pk for pk, continues in involved.items() if continues != wanted.get(pk)}
    if changed:
        with tallies.kept(changed):
            _relink(changed, wanted)
            tallies.relist(changed)
    return changed


def _linked_with(page: Page) -> list[Article]:
    """Second halves linked to or from this page, whatever became of them."""
    return list(
        Article.objects.filter(Q(page=page) | Q(continues__page=page), continues__isnull=False)
    )


def _relink(changed: set[int], wanted: dict[int, int]) -> None:
    """Links are one to one, so the old ones go before the new ones come."""
    Article.objects.filter(pk__in=changed).update(continues=None)
    for pk in sorted(changed & wanted.keys()):
        Article.objects.filter(pk=pk).update(continues=wanted[pk])


_READ = (
    *("kind", "headline", "body", "line_ranges", "continued_from", "continued_to", "continues"),
    *("page__key", "page_number", "position"),
)


def _halves(page: Page, issue_date: str) -> list[Article]:
    pages = Page.objects.filter(issue_date=issue_date)
    same_issue = [
        pk
        for pk, key, precision in pages.values_list("pk", "key", "date_precision")
        if precision == "day" or posixpath.dirname(key) == posixpath.dirname(page.key)
    ]
    jumping = Q(kind=Article.Kind.CONTINUATION) | ~Q(continued_from="") | ~Q(continued_to="")
    articles = (
        Article.objects.live().filter(page__in=same_issue).select_related("page").only(*_READ)
    )
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
