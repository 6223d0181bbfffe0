"""Search for readers: the page, and the same answer as JSON, CSV and a feed."""

import csv
import threading
from dataclasses import replace
from html import unescape
from io import StringIO

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .. import search as archive
from ..forms import Search
from ..search import Found
from ..templatetags.reading import issue_date, title_of
from . import crumbs
from .respond import article_line, for_xml, json_answer, next_address, shared
from .search_page import context, examples

PER_PAGE = 20
MOST_ROWS = 5000


def search(request, form="html"):
    """The search that the address says; ``form`` is html, json, csv or atom."""
    asked = Search.of(request.GET)
    if form == "csv":
        return _csv(request, asked)
    if form == "atom":
        return _feed(request, asked)
    found = _found(asked, _number(request.GET.get("page")), facets=form == "html")
    if found.available and not found.total:
        found = replace(found, instead=tuple(archive.did_you_mean(asked.query, asked.filters)))
    if form == "json":
        return _json(request, found)
    return _page(request, asked, found)


def _page(request, asked: Search, found: Found) -> HttpResponse:
    """The page of hits; also in the place of a CSV or a feed when no engine answers."""
    return render(request, "search/search.html", context(asked, found), status=_status(found))


def _status(found: Found) -> int:
    return 200 if found.available else 503


def _found(asked: Search, page: int, size: int = PER_PAGE, *, facets: bool = False) -> Found:
    return archive.find(
        asked.query,
        filters=asked.filters,
        order=asked.order,
        page=page,
        page_size=size,
        facets=facets,
    )


def _number(asked: str | None) -> int:
    """A page number; anything else is the first page, and past the end is the last one."""
    return int(asked) if asked and asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1


def _json(request, found: Found) -> HttpResponse:
    results = [{**article_line(hit.article), "excerpt": _plain(hit.excerpt)} for hit in found.hits]
    answer = {
        "total": found.total,
        "results": results,
        "next": next_address(request, found.page) if found.page < found.pages else None,
        "understood": found.understood,
        "notes": [note.message for note in found.notes],
    }
    return json_answer(answer, status=_status(found))


def _plain(excerpt: SafeString) -> str:
    """An excerpt without its marks, as text."""
    return unescape(strip_tags(excerpt))


def _csv(request, asked: Search) -> HttpResponse:
    try:
        found = archive.rows(asked.query, asked.filters, asked.order, MOST_ROWS)
    except archive.IndexUnavailable:
        return _page(request, asked, _found(asked, 1))
    rows = StreamingHttpResponse(_lines(found), content_type="text/csv; charset=utf-8")
    rows["Content-Disposition"] = 'attachment; filename="search.csv"'
    return shared(rows)


def _lines(found):
    """Hits as lines of a CSV that spreadsheets read as UTF-8."""
    yield "\ufeff" + _row("id", "url", "date", "page", "headline", "bylines", "excerpt")
    for article, passage in found:
        yield _row(
            article.pk,
            article.get_absolute_url(),
            article.issue_date,
            article.page_number,
            title_of(article),
            "、".join(byline.name for byline in article.bylines.all()),
            passage,
        )


def _row(*values) -> str:
    line = StringIO()
    csv.writer(line).writerow([_harmless(str(value)) for value in values])
    return line.getvalue()


def _harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula; the text is a newspaper's, and OCR's."""
    return "'" + value if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _feed(request, asked: Search) -> HttpResponse:
    newest = archive.find(asked.query, filters=asked.filters, order="newest", facets=False)
    if not newest.available:
        return _page(request, asked, newest)
    feed = Atom1Feed(
        title=for_xml(_("Search: %(query)s") % {"query": asked.query}),
        link=request.build_absolute_uri(reverse("articles:search") + asked.address()),
        feed_url=request.build_absolute_uri(),
        description="",
        language="zh-Hans",
    )
    for hit in newest.hits:
        feed.add_item(
            title=for_xml(title_of(hit.article)),
            link=request.build_absolute_uri(hit.article.get_absolute_url()),
            description=for_xml(f"{issue_date(hit.article)} {strip_tags(hit.excerpt)}"),
            updateddate=hit.article.changed_at,
        )
    answer = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(answer, "utf-8")
    return shared(answer)


def help_page(request):
    """The query language, with examples that search."""
    place = crumbs.of(crumbs.section(_("Search"), "search"), _("How to search"))
    told = {"crumbs": place, "examples": examples()}
    return render(request, "search/help.html", told)


_one_check = threading.Lock()


def check(request):
    """The engine's count beside that of the stored texts, read one by one.

    Reading everything is work; a process does it for one reader at a time.
    """
    asked = Search.of(request.GET)
    told = {
        "asked": asked,
        "back": reverse("articles:search") + asked.address(),
        "crumbs": crumbs.of(crumbs.section(_("Search"), "search"), _("Check")),
    }
    if not _one_check.acquire(blocking=False):
        return render(request, "search/check.html", told, status=503)
    try:
        told |= {"found": _found(asked, 1), "scan": archive.scan(asked.query, asked.filters)}
    finally:
        _one_check.release()
    return render(request, "search/check.html", told)


def suggest(request, form="html"):
    """What one may mean while typing; as a page, and as browsers ask for it (OpenSearch)."""
    prefix = request.GET.get("q", "")[:60]
    suggestions = archive.suggest(prefix)
    if form == "json":
        return json_answer([prefix, [suggestion.text for suggestion in suggestions]])
    place = crumbs.of(crumbs.section(_("Search"), "search"), _("Suggestions"))
    told = {"prefix": prefix, "suggestions": suggestions, "crumbs": place}
    return render(request, "search/suggest.html", told)


def opensearch(request):
    """The description by which a browser offers the archive in its address bar."""
    address = request.build_absolute_uri
    told = {
        "search": address(reverse("articles:search")),
        "suggest": address(reverse("articles:suggest_json")),
        "icon": address("/static/icon.svg"),
    }
    return render(
        request,
        "search/opensearch.xml",
        told,
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )
