"""The plain way to search: read every stored text. Slow, and independent of any index.

Readers may check an answer with it, tests hold the engine to it. It shares the query language
with the engine and nothing else: folding and matching are written a second time, plainly.
"""

import time
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import opencc

from ..models import Article
from .answers import Filters, Scan
from .expressions import Between, Both, Either, Everything, Expression, Not, Tagged, Text
from .selecting import selected

SECONDS = 6.0
Condition = Callable[[Article], bool]


def scan_texts(asked: Expression, filters: Filters, seconds: float = SECONDS) -> Scan:
    """Articles whose stored text answers; stops when the time is up, and says so."""
    deadline = time.monotonic() + seconds
    holds = _condition(asked)
    found, checked, complete = set(), 0, True
    articles = selected(filters).prefetch_related("bylines").order_by("pk")
    for article in articles.iterator(chunk_size=300):
        if time.monotonic() > deadline:
            complete = False
            break
        checked += 1
        if holds(article):
            found.add(article.pk)
    return Scan(total=len(found), ids=frozenset(found), checked=checked, complete=complete)


def _condition(asked: Expression) -> Condition:
    match asked:
        case Everything():
            return lambda article: True
        case Text(value, exact, part):
            return _contains(value, exact, part)
        case Not(inner):
            negated = _condition(inner)
            return lambda article: not negated(article)
        case Both(parts):
            conditions = [_condition(inner) for inner in parts]
            return lambda article: all(holds(article) for holds in conditions)
        case Either(parts):
            choices = [_condition(inner) for inner in parts]
            return lambda article: any(holds(article) for holds in choices)
        case Tagged(field, values):
            ids = frozenset(selected(Filters(**{field: values})).values_list("pk", flat=True))
            return lambda article: article.pk in ids
        case Between(first, last):
            return lambda article: _dated_between(article, first, last)
    raise TypeError(f"nothing to scan for: {asked!r}")


def _dated_between(article: Article, first: int, last: int) -> bool:
    if article.date_earliest is None or article.date_latest is None:
        return False
    days = [int(f"{d:%Y%m%d}") for d in (article.date_earliest, article.date_latest)]
    return first <= days[0] and days[1] <= last


def _contains(value: str, exact: bool, part: str) -> Condition:
    strict = plain_fold(value)
    loose = _without_punctuation(strict)
    if not strict:
        return lambda article: True
    if exact or not loose:
        return lambda article: any(strict in plain_fold(text) for text in texts(article, part))
    return lambda article: any(
        loose in _without_punctuation(plain_fold(text)) for text in texts(article, part)
    )


def texts(article: Article, part: str = "any") -> list[str]:
    """The texts of an article that are searched, one by one."""
    parts = {
        "title": [article.kicker, article.headline, article.deck],
        "column": [article.column],
        "names": [byline.name for byline in article.bylines.all()],
        "captions": list(article.captions),
        "body": [article.body],
    }
    return parts[part] if part in parts else [text for own in parts.values() for text in own]


def plain_fold(text: str) -> str:
    folded = "".join(
        simple
        for simple in unicodedata.normalize("NFKC", text)
        if unicodedata.category(simple)[0] not in "CZ"
    ).casefold()
    return "".join(map(_simplified, folded))


@lru_cache(maxsize=30_000)
def _simplified(character: str) -> str:
    return _converter().convert(character)


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _without_punctuation(text: str) -> str:
    return "".join(c for c in text if not unicodedata.category(c).startswith("P"))
