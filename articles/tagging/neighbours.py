"""Places of an article that names none: from the page it stands on.

A sidebar (延伸阅读) or a reporter's note belongs to the story it goes with; a page titled 今日攸县
is about 攸县; a piece of local news that names nothing is the city's.
"""

import re
from dataclasses import dataclass
from datetime import date

from articles.pagefile.records import Kind
from articles.tagging.mentions import read_mentions
from articles.tagging.records import PlaceFinding
from articles.tagging.text import ArticleText
from articles.tagging.words import Gazetteer

_GRAM = 4
_LEAST_SHARED = 3
_HAN = re.compile("[\u4e00-\u9fff]+")
_NOTE = re.compile("手记|记者观察|采访札记|链接|延伸|相关|背景|数说|点评|编后")
_LOCAL_KINDS = frozenset(Kind) - {
    Kind.LITERARY, Kind.NOTICE, Kind.ADVERT, Kind.PUBLIC_SERVICE_AD, Kind.LEAD_IN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article of the page and the places found for it."""

    text: ArticleText
    places: tuple[PlaceFinding, ...]


def place_from_page(
    text: ArticleText,
    page: list[Neighbour],
    gazetteer: Gazetteer,
    on: date | None,
) -> tuple[PlaceFinding, ...]:
    """What the page says of an article that itself names no place; () where it says nothing."""
    if text.kind not in _LOCAL_KINDS or text.is_notice or text.is_from_an_agency:
        return ()
    if text.is_essay or text.is_artwork or (text.in_supplement and not text.is_report):
        return ()
    titled = read_mentions(ArticleText(headline=text.page_title), gazetteer, on).mentions
    if titled:
        return _one(titled[0].district, (titled[0].words,), "page_title")
    if text.kind is Kind.SIDEBAR or _NOTE.search(text.label):
        story = _story_of(text, page)
        if story:
            return (story,)
    return _one(gazetteer.city, (), "default")


def _one(district: str, words: tuple[str, ...], rule: str) -> tuple[PlaceFinding, ...]:
    return (PlaceFinding(district, True, words, 1, rule),)


def _story_of(text: ArticleText, page: list[Neighbour]) -> PlaceFinding | None:
    """The primary of the neighbour whose words run through this text."""
    own = _grams(text.folded)
    head = _grams(text.headline)
    best, best_score = None, 0
    for neighbour in page:
        if neighbour.text is text or not neighbour.places or not neighbour.places[0].is_primary:
            continue
        grams = _grams(neighbour.text.folded)
        score = len(own & grams) + 3 * len(head & grams)
        if score > best_score:
            best, best_score = neighbour.places[0], score
    if best is None or best_score < _LEAST_SHARED:
        return None
    return PlaceFinding(best.district, True, best.words, 1, "story")


def _grams(text: str) -> set[str]:
    return {
        run[at : at + _GRAM] for run in _HAN.findall(text) for at in range(len(run) - _GRAM + 1)
    }
