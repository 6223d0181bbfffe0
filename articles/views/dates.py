"""By date: years, months, days (an issue each), pages of an issue; and what has no date."""

from datetime import date, timedelta

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ..models import UNDATED, Article, Page
from ..templatetags.reading import day as say_day
from ..templatetags.reading import day_url, page_label
from ..templatetags.reading import month as say_month
from ..templatetags.reading import year as say_year
from . import calendar, crumbs
from .issues import Issue, neighbours
from .lists import Choice, Listing
from .respond import json_answer, list_answer, text_answer
from .texts import issue_text, page_text


def year(request, year, form="html"):
    first, last = date(year, 1, 1), date(year, 12, 31)
    counts = calendar.day_counts(first, last)
    listing = Listing(Choice(year=year))
    if not counts and not listing.total:
        raise Http404(_("The archive holds nothing of %(year)s.") % {"year": year})
    if form == "json":
        return list_answer(request, listing, days=[d.isoformat() for d in sorted(counts)])
    months = [calendar.month_of(year, n, counts) for n in range(1, 13)]
    held = sorted(y for y, _n in listing.years if y)
    context = {
        "year": year,
        "months": months,
        "most": max((articles for _pages, articles in counts.values()), default=0),
        "pages": sum(pages for pages, _articles in counts.values()),
        "days": len(counts),
        "total": listing.total,
        "before": max((y for y in held if y < year), default=None),
        "after": min((y for y in held if y > year), default=None),
        "crumbs": crumbs.of(crumbs.dates(), say_year(year)),
    }
    return render(request, "articles/year.html", context)


def month(request, year, month, form="html"):
    first = _date_or_404(year, month, 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    counts = calendar.day_counts(first, last)
    if not counts:
        raise Http404(
            _("The archive holds no dated page of %(month)s.") % {"month": say_month((year, month))}
        )
    issues = [Issue.line(when, *counts[when]) for when in sorted(counts)]
    _give_leads(issues, first, last)
    if form == "json":
        return json_answer(
            {"total": len(issues), "results": [issue.as_json() for issue in issues], "next": None}
        )
    before, after = neighbours(first, last)
    context = {
        "month": calendar.month_of(year, month, counts),
        "most": max(articles for _pages, articles in counts.values()),
        "issues": issues,
        "before": before,
        "after": after,
        "total": sum(articles for _pages, articles in counts.values()),
        "pages": sum(pages for pages, _articles in counts.values()),
        "crumbs": crumbs.of(crumbs.dates(), crumbs.year(year), say_month((year, month))),
    }
    return render(request, "articles/month.html", context)


def day(request, year, month, day, form="html"):
    when = _date_or_404(year, month, day)
    issue = Issue.of(when)
    if not issue.pages:
        return empty_day(request, when, form)
    if form == "json":
        return json_answer(issue.as_list())
    if form == "txt":
        return text_answer(issue_text(issue))
    before, after = neighbours(when, when)
    context = {
        "issue": issue,
        "before": before,
        "after": after,
        "crumbs": crumbs.day(when),
    }
    return render(request, "articles/day.html", context)


def page(request, year, month, day, number, form="html"):
    """One 版: its articles in page order. Two files may claim the same number; both stand here."""
    when = _date_or_404(year, month, day)
    issue = Issue.of(when)
    here = [leaf for leaf in issue.pages if leaf.page.number == number]
    if not here:
        raise Http404(
            _("The archive does not hold %(page)s of %(day)s.")
            % {"page": page_label(number), "day": say_day(when)}
        )
    if form == "json":
        return json_answer(issue.as_list(here))
    if form == "txt":
        return text_answer(page_text(issue, here))
    at = issue.pages.index(here[0])
    context = {
        "issue": issue,
        "leaves": here,
        "number": number,
        "before": issue.pages[at - 1] if at else None,
        "after": next((leaf for leaf in issue.pages[at:] if leaf.page.number != number), None),
        "crumbs": crumbs.of(*crumbs.day(when, linked=True), page_label(number)),
    }
    return render(request, "articles/page.html", context)


def empty_day(request, when, form):
    """A day without an issue: why, and where the nearest issues are. Its status is 404."""
    told = _("The archive holds no issue of %(day)s.") % {"day": say_day(when)}
    if form == "json":
        return json_answer({"error": told}, status=404)
    before, after = neighbours(when, when)
    maybe = Page.objects.filter(date_precision__in=UNDATED).filter(
        Q(date_earliest__lte=when, date_latest__gte=when)
        | Q(date_precision="month_day", issue_date__endswith=f"-{when:%m-%d}")
    )
    context = {
        "when": when,
        "told": told,
        "maybe": maybe.defer("text", "read", "furniture")[:20],
        "before": before,
        "after": after,
        "crumbs": crumbs.day(when),
    }
    return render(request, "articles/empty_day.html", context, status=404)


def padded(request, year, month, day=None, number=""):
    """An address written ``2023/1/2`` or ``20230102`` moves for good to ``/2023/01/02/``."""
    when = _date_or_404(int(year), int(month), int(day or 1))
    if day is None:
        return redirect("articles:month", f"{when:%Y}", f"{when:%m}", permanent=True)
    return redirect(day_url(when, number), permanent=True)


def _give_leads(issues, first, last) -> None:
    """The first headline of each issue; only heads of pages are read, not every article."""
    heads = (
        Article.objects.listed()
        .filter(date_precision="day", date_earliest__range=(first, last), position__lte=3)
        .exclude(headline="")
    )
    leads = {}
    for when, headline in heads.order_by("date_earliest", "page_number", "position").values_list(
        "date_earliest", "headline"
    ):
        leads.setdefault(when, headline)
    for issue in issues:
        issue.lead = leads.get(issue.when, "")


def _date_or_404(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Http404(_("The calendar has no such day.")) from None
