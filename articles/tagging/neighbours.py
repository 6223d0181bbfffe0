"""Places of an article that names none: from the page it stands on.

A sidebar (延伸阅读) or a reporter's note belongs to the story it goes with; a page titled 今日攸县
is about 攸县; a piece of local news that names nothing is the city's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.pagefile.records import Kind
from articles.tagging.mentions import Mention, Reading, read_mentions
from articles.tagging.once import once
from articles.tagging.records import PlaceFinding
from articles.tagging.text import ArticleText
from articles.tagging.words import Gazetteer

_EARLY = 20
"""Characters of the text in which it says where it plays."""
_GRAM = 4
_LEAST_SHARED = 3
_HAN = re.compile("[\u4e00-\u9fff]+")
_NOTE = re.compile("手记|记者观察|采访札记|链接|延伸|相关|背景|数说|点评|编后")
_LOCAL_KINDS = frozenset(Kind) - {
    Kind.LITERARY, Kind.NOTICE, Kind.ADVERT, Kind.PUBLIC_SERVICE_AD, Kind.LEAD_IN,
}  # fmt: skip


@dataclass(frozen=True)
class Neighbours:
    """The articles of one page, each with the places that its own words tell."""

    texts: Sequence[ArticleText]
    readings: Sequence[Reading]
    places: Sequence[tuple[PlaceFinding, ...]]
    gazetteer: Gazetteer
    on: date | None

    def place_of(self, at: int) -> tuple[PlaceFinding, ...]:
        """What the page says of an article, by its place in ``texts``, that itself names no place.

        () where it says nothing.
        """
        text = self.texts[at]
        if text.kind not in _LOCAL_KINDS or text.is_notice or text.is_from_an_agency:
            return ()
        if self._plays_elsewhere(at):
            return ()
        if text.is_essay or text.is_artwork or (text.in_supplement and not text.is_report):
            return ()
        if self._titled:
            return _one(self._titled.district, (self._titled.words,), "page_title")
        if text.kind is Kind.SIDEBAR or _NOTE.search(text.label):
            story = self._story_of(at)
            if story:
                return (story,)
        return _one(self.gazetteer.city, (), "default")

    def _plays_elsewhere(self, at: int) -> bool:
        """``日本一家养老机构……``, ``据外报载,瑞士一个山村……``: another place, and none of ours."""
        early = len(self.texts[at].heading) + _EARLY
        return any(start <= early for start, _ in self.readings[at].foreign)

    @once
    def _titled(self) -> Mention | None:
        """The county that the page is titled after (今日攸县)."""
        title = self.texts[0].page_title
        if not title:
            return None
        found = read_mentions(ArticleText(headline=title), self.gazetteer, self.on).mentions
        return found[0] if found else None

    @once
    def _grams_by_text(self) -> list[set[str]]:
        return [_grams(text.folded) for text in self.texts]

    def _story_of(self, at: int) -> PlaceFinding | None:
        """The primary of the neighbour whose words run through this text."""
        own, head = self._grams_by_text[at], _grams(self.texts[at].headline)
        best, best_score = None, 0
        for other, places in enumerate(self.places):
            if other == at or not places or not places[0].is_primary:
                continue
            grams = self._grams_by_text[other]
            score = len(own & grams) + 3 * len(head & grams)
            if score > best_score:
                best, best_score = places[0], score
        if best is None or best_score < _LEAST_SHARED:
            return None
        return PlaceFinding(best.district, True, best.words, 1, "story")


def _one(district: str, words: tuple[str, ...], rule: str) -> tuple[PlaceFinding, ...]:
    return (PlaceFinding(district, True, words, 1, rule),)


def _grams(text: str) -> set[str]:
    return {
        run[at : at + _GRAM] for run in _HAN.findall(text) for at in range(len(run) - _GRAM + 1)
    }
