"""About the archive, and help for its readers."""

from django.db.models import Count
from django.shortcuts import render
from django.utils.translation import gettext as _

from ..models import Correction, ImportRun, Page, Problem
from . import calendar, crumbs
from .lists import Choice, Listing


def about(request):
    first, last = calendar.span()
    context = {
        "total": Listing(Choice()).total,
        "pages": Page.objects.count(),
        "first": first,
        "last": last,
        "precisions": _precisions(),
        "doubts": Problem.objects.filter(settled_at=None).count(),
        "corrections": Correction.objects.exclude(state=Correction.State.WITHDRAWN).count(),
        "run": ImportRun.objects.filter(finished_at__isnull=False).order_by("-pk").first(),
        "crumbs": crumbs.of(_("About")),
    }
    return render(request, "articles/about.html", context)


def help_page(request):
    return render(request, "articles/help.html", {"crumbs": crumbs.of(_("Help"))})


def _precisions() -> list[tuple[str, int]]:
    """Pages by how much of their date is known; an index alone answers."""
    counts = dict(Page.objects.order_by().values_list("date_precision").annotate(Count("pk")))
    labels = dict(Page._meta.get_field("date_precision").choices)
    return [(labels[key], counts[key]) for key in labels if key in counts]
