"""Pages whose day is not known: their shelf, and why they stand there."""

from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.shortcuts import render
from django.utils.translation import gettext as _

from ..models import UNDATED, DatePrecision, Page
from . import crumbs
from .lists import page_asked
from .respond import json_answer, next_address

_PER_PAGE = 50


def undated(request, form="html"):
    shelf = Page.objects.filter(date_precision__in=UNDATED)
    shelf = shelf.defer("text", "read", "furniture", "staff").order_by(
        "date_precision", F("date_earliest").asc(nulls_last=True), "key"
    )
    paginator = Paginator(shelf, _PER_PAGE)
    number = page_asked(request, paginator.num_pages)
    listed = Count("articles", filter=Q(articles__in_lists=True))
    pages = list(paginator.page(number).object_list.annotate(listed=listed))
    if form == "json":
        following = next_address(request, number) if number < paginator.num_pages else None
        results = [_as_json(page) for page in pages]
        return json_answer({"total": paginator.count, "results": results, "next": following})
    context = {
        "groups": [(label, list(held)) for label, held in groupby(pages, _group)],
        "total": paginator.count,
        "number": number,
        "pages": paginator.num_pages,
        "crumbs": crumbs.of(_("Undated")),
    }
    return render(request, "articles/undated.html", context)


def _group(page: Page) -> str:
    """What is known of a page's date; a range of days is more than nothing."""
    if page.date_precision == DatePrecision.UNKNOWN and page.date_earliest:
        return _("within some days")
    return page.get_date_precision_display()


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
