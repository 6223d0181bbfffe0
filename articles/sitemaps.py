"""Sitemaps for search engines: one of the site's own pages, and one or more for each year."""

from datetime import date

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse

from .models import Article, District, Page, Topic
from .templatetags.reading import day_url
from .views.citation import permanent
from .views.lists import Choice, tallied

_PER_FILE = 40_000


def index(request):
    """Names of the files, from kept counts; year 0 is for articles without a year."""
    files = [reverse("articles:sitemap_site")]
    for year, articles in sorted(tallied(Choice()).items()):
        address = _address(year)
        parts = range(1, -(-articles // _PER_FILE) + 1)
        files += [address if part == 1 else f"{address}?p={part}" for part in parts]
    sites = [{"location": permanent(request, file)} for file in files]
    return _xml(request, "sitemap_index.xml", {"sitemaps": sites})


def site(request):
    """The pages that lead to articles; those of reporters are found from the articles."""
    names = ("home", "coverage", "counties", "topics", "reporters", "undated", "about", "help")
    addresses = [reverse(f"articles:{name}") for name in names]
    addresses += [one.get_absolute_url() for one in District.objects.all()]
    addresses += [one.get_absolute_url() for one in Topic.objects.all()]
    return _urlset(request, [(address, None) for address in addresses])


def year(request, year):
    """Days and articles of a year; year 0: articles without one."""
    part = _part(request)
    days = [] if part > 1 or not year else _days(year)
    rows = _articles(year)[(part - 1) * _PER_FILE : part * _PER_FILE]
    entries = [(f"/articles/{pk}/", changed_at) for pk, changed_at in rows]
    if not days and not entries:
        raise Http404
    return _urlset(request, [*days, *entries])


def _articles(year: int):
    if year:
        rows = Article.objects.listed().filter(
            date_earliest__range=(date(year, 1, 1), date(year, 12, 31))
        )
    else:
        rows = Article.objects.listed().filter(date_earliest=None)
    order = ("-date_earliest", "page_number", "position")
    return rows.order_by(*order).values_list("pk", "changed_at")


def _address(year: int) -> str:
    if not year:
        return reverse("articles:sitemap_undated")
    return reverse("articles:sitemap_year", args=[year])


def _days(year: int) -> list:
    dated = Page.objects.filter(
        date_precision="day", date_earliest__range=(date(year, 1, 1), date(year, 12, 31))
    )
    days = dated.order_by("date_earliest").values_list("date_earliest", flat=True).distinct()
    return [(day_url(day), None) for day in days]


def _part(request) -> int:
    asked = request.GET.get("p", "1")
    if asked.isascii() and asked.isdigit() and 0 < int(asked[:6]) == int(asked):
        return int(asked)
    raise Http404


def _urlset(request, entries):
    urls = [{"location": permanent(request, path), "lastmod": at} for path, at in entries]
    return _xml(request, "sitemap.xml", {"urlset": urls})


def _xml(request, template: str, context: dict):
    return TemplateResponse(request, template, context, content_type="application/xml")
