"""The home page and the ledger of what is held: the archive at a glance."""

from datetime import date

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import UNDATED, Article, District, Page, Tally, Topic
from . import calendar, crumbs, portraits
from .issues import Issue
from .lists import Choice, Listing
from .respond import json_answer, list_answer
from .subjects import entries_of

_ON_THIS_DAY = 6


def home(request, form="html"):
    listing = Listing(Choice())
    if form == "json":
        return list_answer(request, listing)
    counties = [
        e
        for e in entries_of(District.objects.all(), Tally.Subject.DISTRICT)
        if not e.subject.valid_to
    ]
    topics = entries_of(Topic.objects.all(), Tally.Subject.TOPIC)
    trends = portraits.trends(Tally.Subject.TOPIC)
    first, last = calendar.span()
    rows = calendar.heat_map(Choice())
    context = {
        "total": listing.total,
        "pages": Page.objects.count(),
        "first": first,
        "last": last,
        "latest": last and Issue.of(last),
        "rows": rows,
        "most": max((calendar.fullest(row.months) for row in rows), default=0),
        "on_this_day": on_this_day(timezone.localdate(), listing.years),
        "today": timezone.localdate(),
        "tiles": portraits.tile_map(counties),
        "tiles_most": max((e.articles for e in portraits.tile_map(counties)), default=0),
        "topics": [(e, trends.get(e.subject.pk)) for e in topics if e.articles],
    }
    return render(request, "articles/home.html", context)


def coverage(request, form="html"):
    """What is held, month by month, and how sure its dates are."""
    rows = calendar.heat_map(Choice())
    held = [row for row in rows if row.months]
    if form == "json":
        years = [{"year": r.year, "months": [c.articles for c in r.months]} for r in held]
        return json_answer({"total": len(years), "results": years, "next": None})
    first, last = calendar.span()
    context = {
        "rows": rows,
        "most": max((calendar.fullest(row.months) for row in rows), default=0),
        "total": Listing(Choice()).total,
        "first": first,
        "last": last,
        "undated": Page.objects.filter(date_precision__in=UNDATED).count(),
        "crumbs": crumbs.of(_("Dates")),
    }
    return render(request, "articles/coverage.html", context)


def on_this_day(today: date, years: list[tuple[int, int]]) -> list[Article]:
    """Front articles of the same day in other years; one probe of the index a year."""
    days = [same for year, _n in years if year and (same := _same_day(today, year))]
    found = Article.objects.listed().filter(
        date_precision="day", date_earliest__in=days, position=1
    )
    return list(found.as_lines().newest_first()[:_ON_THIS_DAY])


def _same_day(today: date, year: int) -> date | None:
    try:
        return today.replace(year=year)
    except ValueError:
        return None
