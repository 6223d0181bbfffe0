"""A county, a topic, a reporter: their articles, and what the archive says about them."""

from dataclasses import dataclass

from django.db.models import Sum
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ..models import Article, District, DistrictName, Reporter, Tally, Topic
from ..templatetags.reading import year as say_year
from . import crumbs, portraits
from .lists import ALL_KINDS, Choice, Listing, page_asked
from .respond import json_answer, list_answer

_REPORTERS_PER_PAGE = 120


@dataclass(frozen=True)
class Entry:
    """A subject in a list of subjects."""

    subject: District | Topic | Reporter
    articles: int

    def as_json(self) -> dict:
        return {
            "name": self.subject.name,
            "url": self.subject.get_absolute_url(),
            "articles": self.articles,
        }


def counties(request, form="html"):
    entries = entries_of(District.objects.select_related("successor"), Tally.Subject.DISTRICT)
    if form == "json":
        return _entries_answer(entries)
    today = [e for e in entries if not e.subject.valid_to]
    context = {
        "tiles": portraits.tile_map(today),
        "city": [entry for entry in today if entry not in portraits.tile_map(today)],
        "former": [e for e in entries if e.subject.valid_to],
        "most": max((e.articles for e in portraits.tile_map(today)), default=0),
        "crumbs": crumbs.of(_("Counties")),
    }
    return render(request, "articles/counties.html", context)


def topics(request, form="html"):
    entries = entries_of(Topic.objects.all(), Tally.Subject.TOPIC)
    if form == "json":
        return _entries_answer(entries)
    trends = portraits.trends(Tally.Subject.TOPIC)
    rows = [(entry, trends.get(entry.subject.pk, [])) for entry in entries]
    context = {"rows": rows, "crumbs": crumbs.of(_("Topics"))}
    return render(request, "articles/topics.html", context)


def reporters(request, form="html"):
    """Those who sign, most active first; ``q`` narrows to names that begin so."""
    begins = request.GET.get("q", "").strip().replace("\0", "")[:20]
    people = Reporter.objects.most_active_first()
    if begins:
        people = people.filter(name__gte=begins, name__lt=begins + "\U0010ffff")
    total = people.count()
    pages = max(1, -(-total // _REPORTERS_PER_PAGE))
    number = page_asked(request, pages)
    start = (number - 1) * _REPORTERS_PER_PAGE
    entries = [Entry(r, r.listed) for r in people[start : start + _REPORTERS_PER_PAGE]]
    if form == "json":
        return _entries_answer(entries, total)
    context = {
        "entries": entries,
        "begins": begins,
        "total": total,
        "number": number,
        "pages": pages,
        "crumbs": crumbs.of(_("Reporters")),
    }
    return render(request, "articles/reporters.html", context)


def articles(request, form="html"):
    """All articles, newest first, narrowed by county, topic, year and kind as the query says."""
    choice = Choice.of(request)
    if form == "json":
        return _list_of(request, choice, form)
    counties = entries_of(District.objects.filter(valid_to=""), Tally.Subject.DISTRICT)
    topics = entries_of(Topic.objects.all(), Tally.Subject.TOPIC)
    context = {
        "portrait": portraits.Portrait(
            counties=tuple((entry.subject, entry.articles) for entry in counties),
            topics=tuple((entry.subject, entry.articles) for entry in topics),
        ),
        "crumbs": crumbs.of(_("Articles")),
    }
    return _subject_page(request, "articles/articles.html", choice, context)


def county(request, slug, year=None, form="html"):
    district = get_object_or_404(District.objects.select_related("successor"), slug=slug)
    choice = Choice.of(request, county=district, year=year)
    if form == "json":
        return _list_of(request, choice, form)
    context = {
        "district": district,
        "other_names": district.other_names.filter(kind=DistrictName.Kind.ALIAS, in_use=True),
        "former": district.predecessors.all(),
        "portrait": portraits.of_county(district),
        "crumbs": _crumbs(_("Counties"), "counties", district, choice),
    }
    return _subject_page(request, "articles/county.html", choice, context)


def topic(request, slug, year=None, form="html"):
    found = get_object_or_404(Topic, slug=slug)
    choice = Choice.of(request, topic=found, year=year)
    if form == "json":
        return _list_of(request, choice, form)
    context = {
        "topic": found,
        "portrait": portraits.of_topic(found),
        "crumbs": _crumbs(_("Topics"), "topics", found, choice),
    }
    return _subject_page(request, "articles/topic.html", choice, context)


def reporter(request, pk, year=None, form="html"):
    found = get_object_or_404(Reporter.objects.select_related("merged_into"), pk=pk)
    if found.merged_into:
        name = "articles:reporter_json" if form == "json" else "articles:reporter"
        return redirect(name, found.merged_into_id)
    choice = Choice.of(request, reporter=found, year=year)
    if form == "json":
        return _list_of(request, choice, form)
    context = {
        "reporter": found,
        "portrait": portraits.of_reporter(found),
        "crumbs": _crumbs(_("Reporters"), "reporters", found, choice),
    }
    return _subject_page(request, "articles/reporter.html", choice, context)


def entries_of(subjects, kind) -> list[Entry]:
    """Every county or topic with its kept count, in the order of the trade."""
    counts = dict(
        Tally.objects.filter(subject=kind)
        .order_by()
        .values_list("subject_id")
        .annotate(Sum("articles"))
    )
    return [Entry(one, counts.get(one.pk, 0)) for one in subjects]


def _entries_answer(entries: list[Entry], total: int | None = None):
    results = [entry.as_json() for entry in entries]
    return json_answer(
        {"total": len(entries) if total is None else total, "results": results, "next": None}
    )


def _list_of(request, choice: Choice, form: str):
    listing = Listing(choice)
    _refuse_empty_year(listing)
    return list_answer(request, listing)


def _subject_page(request, template: str, choice: Choice, context: dict):
    listing = Listing(choice)
    _refuse_empty_year(listing)
    pages = listing.pages()
    number = page_asked(request, pages)
    context |= {
        "listing": listing,
        "choice": choice,
        "articles": listing.articles(number),
        "number": number,
        "pages": pages,
        "kinds": asked_kinds(),
        "feed": choice.feed,
        "json_address": json_beside(choice.address),
        "years": portraits.histogram(listing.years),
    }
    return render(request, template, context)


def json_beside(address: str) -> str:
    """``/counties/chaling/?kind=brief`` as ``/counties/chaling.json?kind=brief``."""
    path, mark, query = address.partition("?")
    return f"{path.rstrip('/')}.json{mark}{query}"


def asked_kinds() -> list[tuple[str, str]]:
    """Kinds that stand in lists only when a reader asks for them, and all kinds together."""
    unlisted = [(kind.value, kind.label) for kind in Article.UNLISTED_KINDS]
    return [*unlisted, (ALL_KINDS, _("all kinds"))]


def _refuse_empty_year(listing: Listing) -> None:
    held = {year for year, _n in listing.years}
    if listing.choice.year and listing.choice.year not in held:
        raise Http404(_("Nothing here in %(year)s.") % {"year": listing.choice.year})


def _crumbs(label: str, name: str, subject, choice: Choice):
    shelf = crumbs.section(label, name)
    if choice.year is None:
        return crumbs.of(shelf, subject.name)
    here = say_year(choice.year)
    return crumbs.of(shelf, (subject.name, subject.get_absolute_url()), here)
