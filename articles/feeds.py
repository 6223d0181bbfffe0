"""Atom feeds of lists: of everything, of a county, a topic, a reporter."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from .models import Article, District, Reporter, Topic
from .templatetags.reading import issue_date, title_of
from .views.citation import permanent
from .views.lists import Choice, Listing
from .views.respond import for_xml, shared

_ENTRIES = 40


def everything(request):
    return _feed(request, _("Zhuzhou Daily Archive"), Choice.of(request))


def county(request, slug):
    district = get_object_or_404(District, slug=slug)
    return _feed(request, district.name, Choice.of(request, county=district))


def topic(request, slug):
    found = get_object_or_404(Topic, slug=slug)
    return _feed(request, found.name, Choice.of(request, topic=found))


def reporter(request, pk):
    found = get_object_or_404(Reporter, pk=pk)
    return _feed(request, found.name, Choice.of(request, reporter=found))


def _feed(request, title: str, choice: Choice) -> HttpResponse:
    feed = Atom1Feed(
        title=title,
        link=permanent(request, choice.address if choice.place else reverse("articles:home")),
        description=_("The latest articles of the archive"),
        language="zh-Hans",
        feed_url=permanent(request, request.get_full_path()),
    )
    for article in Listing(choice).articles(1, _ENTRIES):
        _add(feed, request, article)
    return shared(HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type))


def _add(feed: Atom1Feed, request, article: Article) -> None:
    address = permanent(request, f"/articles/{article.pk}/")
    names = "、".join(byline.name for byline in article.bylines.all())
    feed.add_item(
        title=for_xml(title_of(article)),
        link=address,
        unique_id=address,
        # Feed readers take the summary for HTML.
        description=escape(for_xml(f"{issue_date(article)}　{article.opening}")),
        author_name=for_xml(names) or None,
        updateddate=article.changed_at,
        categories=[article.primary_district.name] if article.primary_district else [],
    )
