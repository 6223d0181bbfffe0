"""The search that led to an article: marks in its text, and the way to the other hits."""

from dataclasses import dataclass

from django.urls import reverse

from .. import search
from ..forms import Search
from ..search import Neighbours
from ..templatetags.story import story_texts


@dataclass
class Trail:
    """What the bar above a found article shows."""

    back: str
    neighbours: Neighbours | None
    before: str
    after: str
    matches: range
    """Numbers of the matches in the body; each is the anchor ``m1``, ``m2`` …"""


def trail(request, article) -> dict:
    """Context of an article's page: nothing without a search in the address."""
    asked = Search.of(request.GET)
    if not asked.query.strip():
        return {}
    place = search.neighbours(article.pk, asked.query, asked.filters, asked.order)
    counting = search.marker(asked.query, asked.filters)
    for text in story_texts(article):
        counting(text)
    return {
        "mark": search.marker(asked.query, asked.filters),
        "trail": Trail(
            back=reverse("articles:search") + asked.address(),
            neighbours=place,
            before=_hit(place and place.before, asked),
            after=_hit(place and place.after, asked),
            matches=range(1, counting.count + 1),
        ),
    }


def _hit(pk: int | None, asked: Search) -> str:
    return reverse("articles:article", args=[pk]) + asked.address() if pk else ""
