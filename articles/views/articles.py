"""One article, as a page to read and as data; what became of one that is no more."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ..models import Article
from ..templatetags.reading import issue_date, page_label, title_of
from . import crumbs
from .issues import page_url
from .lists import Choice, Listing, page_asked
from .records import article_record
from .respond import json_answer, list_answer, text_answer
from .texts import article_text


def article(request, pk, form="html"):
    found = get_object_or_404(Article.objects.for_reading(), pk=pk)
    if found.state == Article.State.MERGED and found.merged_into_id:
        return redirect(found.merged_into, permanent=True)
    if found.state != Article.State.LIVE:
        return gone(request, found, form)
    if form == "json":
        return json_answer(article_record(found))
    if form == "txt":
        return text_answer(article_text(found))
    siblings = list(
        Article.objects.live().filter(page=found.page_id).as_lines().order_by("position")
    )
    at = [sibling.pk for sibling in siblings].index(found.pk)
    context = {
        "article": found,
        "page_url": page_url(found.page),
        "siblings": siblings,
        "before": siblings[at - 1] if at else None,
        "after": siblings[at + 1] if at + 1 < len(siblings) else None,
        "crumbs": _crumbs(found),
    }
    return render(request, "articles/article.html", context)


def gone(request, article, form):
    """An article that was taken out: its address answers 410, with the reason."""
    if form != "html":
        return json_answer({"error": "gone", "reason": article.state_reason or None}, status=410)
    context = {"article": article, "page_url": page_url(article.page)}
    return render(request, "articles/gone.html", context, status=410)


def articles(request, form="html"):
    """All articles, newest first, narrowed by county, topic, year and kind as the query says."""
    listing = Listing(Choice.of(request))
    if form == "json":
        return list_answer(request, listing)
    pages = listing.pages()
    number = page_asked(request, pages)
    context = {
        "listing": listing,
        "articles": listing.articles(number),
        "number": number,
        "pages": pages,
        "crumbs": crumbs.of(_("Articles")),
    }
    return render(request, "articles/articles.html", context)


def _crumbs(article):
    here = title_of(article)
    if article.date_precision == "day":
        on_page = (page_label(article.page.number), page_url(article.page))
        return crumbs.of(*crumbs.day(article.date_earliest, linked=True), on_page, here)
    shelf = crumbs.section(_("Undated"), "undated")
    return crumbs.of(shelf, (issue_date(article), article.page.get_absolute_url()), here)


def article_or_404(pk: int) -> Article:
    """An article to read, whatever its state."""
    found = Article.objects.for_reading().filter(pk=pk).first()
    if found is None:
        raise Http404(_("There is no such article."))
    return found
