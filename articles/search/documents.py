"""What the index holds of an article: folded text, words for the order, values of facets."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import add

from ..models import Article, ArticleDistrict, ArticleTopic, Byline
from .folding import bare, fold, split_at_punctuation

PARTS = ("headline", "heads", "column", "names", "captions", "body")
"""In this order in ``Document.text``; ``heads`` are kicker and deck."""
PART_END, VALUE_END = "\x1e", "\x1f"
"""Control characters never survive folding, so no query can reach over one of them."""
WHOLE = ("headline", "body")
"""Parts whose pairs of characters are told from those of the others."""
FACETS = (
    "county",
    "topic",
    "reporter",
    "kind",
    "number",
    "year",
    "month",
    "day",
    "month_day",
    "corrected",
    "dated",
)
FAINT_KINDS = ("advert", "public_service_ad", "notice", "lead_in", "continuation")
"""Kinds of articles that readers seldom look for: adverts, notices, what leads elsewhere."""
BATCH = 500


@dataclass(frozen=True, slots=True)
class Document:
    """One article as the index sees it."""

    pk: int
    text: str
    """Folded parts in the order of PARTS, each ended by PART_END, values by VALUE_END."""
    tags: dict[str, tuple[str, ...]]
    """Values of FACETS."""
    moment: int
    """Sorts articles: day, then page number and position backwards, so that the highest is
    the first of the newest day. Undated articles have day 0."""
    earliest: int
    """First possible day as YYYYMMDD; 0 unknown."""
    latest: int

    @property
    def digest(self) -> int:
        """Changes when anything that search knows of the article changes."""
        known = repr((self.text, sorted(self.tags.items()), self.moment, self.latest))
        return int.from_bytes(
            hashlib.blake2b(known.encode(), digest_size=7).digest(), "big", signed=False
        )

    @property
    def parts(self) -> dict[str, str]:
        return dict(zip(PARTS, self.text.split(PART_END), strict=False))

    @property
    def beside(self) -> str:
        """What stands beside headline and body."""
        return "".join(text for name, text in self.parts.items() if name not in WHOLE)


def batches(items: Iterable, size: int) -> Iterator[list]:
    """``items`` in lists of ``size``, the last one perhaps shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def documents(ids: Iterable[int]) -> Iterator[Document]:
    """Documents of those of ``ids`` that are live, in their order; five queries a batch."""
    for batch in batches(ids, BATCH):
        articles = Article.objects.live().in_bulk(batch)
        names = _grouped(Byline.objects.filter(article__in=batch).order_by("order"), "name")
        reporters = _grouped(Byline.objects.filter(article__in=batch), "reporter_id")
        counties = _grouped(ArticleDistrict.objects.filter(article__in=batch), "district__slug")
        topics = _grouped(ArticleTopic.objects.filter(article__in=batch), "topic__slug")
        for pk in filter(articles.__contains__, batch):
            tags = _tags(articles[pk], counties[pk], topics[pk], reporters[pk])
            yield _document(articles[pk], names[pk], tags)


class _Groups(dict):
    def __missing__(self, key):
        return ()


def _grouped(rows, column: str) -> _Groups:
    groups = _Groups()
    for pk, value in rows.values_list("article_id", column):
        groups[pk] = (*groups[pk], str(value))
    return groups


def _document(article: Article, names: tuple[str, ...], tags) -> Document:
    earliest = day_number(article.date_earliest)
    return Document(
        pk=article.pk,
        text=folded_text(article, names),
        tags=tags,
        moment=moment(earliest, article.page_number, article.position),
        earliest=earliest,
        latest=day_number(article.date_latest),
    )


def folded_text(article: Article, names: Iterable[str]) -> str:
    parts = (
        (article.headline,),
        (article.kicker, article.deck),
        (article.column,),
        names,
        article.captions,
        (article.body,),
    )
    return "".join("".join(fold(v) + VALUE_END for v in values) + PART_END for values in parts)


def _tags(article, counties, topics, reporters) -> dict[str, tuple[str, ...]]:
    tags = {
        "county": tuple(sorted(set(counties))),
        "topic": tuple(sorted(set(topics))),
        "reporter": tuple(sorted(set(reporters))),
        "kind": (article.kind,),
        "number": (article.page_number,) if article.page_number else (),
        "corrected": ("yes" if article.corrected_fields else "no",),
        "dated": ("yes" if article.date_precision == "day" else "no",),
    }
    return tags | _date_tags(article)


def _date_tags(article) -> dict[str, tuple[str, ...]]:
    """Year, month and day as far as they are certain; month and day also without a year."""
    first, last = article.date_earliest, article.date_latest
    tags = {}
    if article.date_precision == "month_day":
        tags["month_day"] = (article.issue_date[-5:],)
    if first and last and first.year == last.year:
        tags["year"] = (f"{first:%Y}",)
        if first.month == last.month:
            tags["month"] = (f"{first:%Y-%m}",)
        if first == last:
            tags |= {"day": (f"{first:%Y-%m-%d}",), "month_day": (f"{first:%m-%d}",)}
    return tags


def day_number(day) -> int:
    """YYYYMMDD of a date; 0 without one."""
    return day.year * 10000 + day.month * 100 + day.day if day else 0


def moment(day: int, number: str, position: int) -> int:
    """See ``Document.moment``. Page numbers sort as printed: 01 … 12, A1 …, B1 …"""
    letter = ord(number[0].upper()) - 64 if number[:1].isascii() and number[:1].isalpha() else 0
    digits = int("".join(filter(str.isdecimal, number)) or 0)
    place = min(letter, 26) * 100 + min(digits, 99)
    return day * 10**8 + (2699 - place) * 10**4 + (9999 - min(position, 9999))


def grams(text: str) -> set[str]:
    """Every character of a document's text; every two that are neighbours when punctuation is
    left out; every two neighbours as printed."""
    found = set()
    for value in _values(text):
        run = bare(value)
        found.update(value, map(add, run, run[1:]), map(add, value, value[1:]))
    return found


def parted(text: str) -> set[str]:
    """Every two characters with nothing but punctuation between them somewhere in the text."""
    found = set()
    for value in _values(text):
        pieces = list(filter(None, split_at_punctuation(value)))
        found.update(one[-1] + other[0] for one, other in pairwise(pieces))
    return found


def _values(text: str) -> list[str]:
    return text.replace(PART_END, VALUE_END).split(VALUE_END)


LEAD = 120
"""Characters at the beginning of a body whose words weigh more."""
HEADLINE_MORE, HEADS_MORE, COLUMN_MORE, LEAD_MORE = 5, 3, 1, 2


def weigh(document: Document, cut) -> tuple[Counter, int]:
    """Words with their weights, and how many words the text has.

    A word counts once where it stands, and more in the headline, kicker and deck, the column or
    the lead; ``cut`` splits folded text into words.
    """
    parts, body = document.parts, document.parts["body"]
    weights: Counter = Counter()
    length = 0
    for text, more in (
        (parts["headline"], HEADLINE_MORE),
        (parts["heads"], HEADS_MORE),
        (parts["column"], COLUMN_MORE),
        (parts["names"] + parts["captions"], 0),
        (body[:LEAD], LEAD_MORE),
        (body[LEAD:], 0),
    ):
        words = cut(text)
        length += len(words)
        weights.update(words)
        if more:
            weights.update(dict.fromkeys(words, more))
    return weights, length
