"""Pages whose day is not known: their shelf, and why they stand there."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import render
from django.utils.translation import gettext as _

from ..models import DatePrecision, Page
from . import crumbs
from .lists import page_asked
from .respond import json_answer, next_address

_PER_PAGE = 50


def undated(request, form="html"):
    shelf = Page.objects.exclude(date_precision=DatePrecision.DAY)
    shelf = shelf.defer("text", "read", "furniture", "staff").order_by("date_precision", "key")
    paginator = Paginator(shelf, _PER_PAGE)
    number = page_asked(request, paginator.num_pages)
    listed = Count("articles", filter=Q(articles__in_lists=True))
    pages = list(paginator.page(number).object_list.annotate(listed=listed))
    if form == "json":
        following = next_address(request, number) if number < paginator.num_pages else None
        results = [_as_json(page) for page in pages]
        return json_answer({"total": paginator.count, "results": results, "next": following})
    groups = [
        (precision, [page for page in pages if page.date_precision == precision])
        for precision in DatePrecision
    ]
    context = {
        "groups": [(precision, held) for precision, held in groups if held],
        "total": paginator.count,
        "number": number,
        "pages": paginator.num_pages,
        "crumbs": crumbs.of(_("Undated")),
    }
    return render(request, "articles/undated.html", context)


def _as_json(page: Page) -> dict:
    return {
        "id": page.pk,
        "url": page.get_absolute_url(),
        "file": page.key,
        "issue_date": page.issue_date or None,
        "date_earliest": page.date_earliest,
        "date_latest": page.date_latest,
        "date_precision": page.date_precision,
        "date_basis": page.date_basis,
        "articles": page.listed,
    }
