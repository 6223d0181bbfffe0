"""The search that led to an article: marks in its text, and the way to the other hits."""

from dataclasses import dataclass

from django.urls import reverse

from .. import search
from ..forms import Search
from ..search import Neighbours
from ..templatetags.reading import cut_dash, title_of
from ..templatetags.story import story_texts


@dataclass
class Trail:
    """What the bar above a found article shows."""

    back: str
    neighbours: Neighbours | None
    before: str
    after: str
    matches: range
    """Numbers of the matches; each is the anchor ``m1``, ``m2`` …"""


def trail(request, article, continuation=None) -> dict:
    """Context of an article's page: no marks without a search in the address."""
    asked = Search.of(request.GET)
    if not asked.query.strip():
        return {"mark": None}
    place = search.neighbours(article.pk, asked.query, asked.filters, asked.order)
    counting = search.marker(asked.query, asked.filters)
    for text in _texts(article, continuation):
        counting(text)
    return {
        "mark": search.marker(asked.query, asked.filters, counting.count),
        "trail": Trail(
            back=reverse("articles:search") + asked.address(),
            neighbours=place,
            before=_hit(place and place.before, asked),
            after=_hit(place and place.after, asked),
            matches=range(1, counting.count + 1),
        ),
    }


def _texts(article, continuation) -> list[str]:
    """What the page marks, in its order."""
    heads = (article.column, article.kicker, title_of(article), cut_dash(article.deck))
    stories = [story_texts(part) for part in (article, continuation) if part]
    return [text for texts in (heads, *stories, article.captions) for text in texts]


def _hit(pk: int | None, asked: Search) -> str:
    return reverse("articles:article", args=[pk]) + asked.address() if pk else ""
