"""From a reader's words to an answer: parse, ask the engine through haystack, dress the hits."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from haystack import connections
from haystack.query import SearchQuerySet

from ..models import Article
from .answers import Bar, Facet, FacetValue, Filters, Found, Hit, Neighbours, Note
from .documents import batches
from .engine import Asked
from .excerpts import Span, excerpt, marked, matches, passage
from .expressions import Expression, Text, both, mapped, wanted
from .names import labels, resolved
from .selecting import FACETED, conditions
from .store import IndexUnavailable
from .syntax import is_cut, parse
from .variants import widened
from .wording import in_words

logger = logging.getLogger(__name__)
ORDERS = {"relevance": (), "newest": ("-date",), "oldest": ("date",)}
SHOWN = {"reporter": 15, "number": 40, "county": 40, "topic": 40, "kind": 20, "year": 200}
"""So many values of a facet are shown, the most frequent ones."""
ROWS_AT_ONCE = 500


def understood(query: str, filters: Filters) -> Expression:
    """What a query asks, with names looked up and words limited to a part of the text."""
    asked = mapped(mapped(parse(query), resolved), lambda leaf: _within(leaf, filters.part))
    return mapped(asked, widened) if filters.variants else asked


def _within(leaf: Expression, part: str) -> Expression:
    if isinstance(leaf, Text) and leaf.part == "any" and part != "any":
        return Text(leaf.value, leaf.exact, part)
    return leaf


def find(
    query: str,
    *,
    filters: Filters | None = None,
    order: str = "relevance",
    page: int = 1,
    page_size: int = 20,
    facets: bool = True,
) -> Found:
    """The articles that answer, one page of them. Never raises for what a reader typed.

    An unknown order is taken for ``relevance``, a page past the end for the last one.
    """
    filters = filters or Filters()
    asked = understood(query, filters)
    try:
        return _found(query, asked, filters, order, page, page_size, facets)
    except IndexUnavailable as error:
        logger.error("search is not available: %s; mend it with rebuild_index", error)
        message = _("Search is not available at the moment; browsing works.")
        return Found(available=False, notes=(Note("index-unavailable", message),))


def _found(query, asked, filters, order, page, page_size, with_facets) -> Found:
    limits = conditions(filters)
    results = _ask(both(asked, *limits.values())).order_by(*ORDERS.get(order, ()))
    if with_facets:
        results = _faceted(results, limits, filters)
    start = (max(page, 1) - 1) * page_size
    pks = [int(result.pk) for result in results[start : start + page_size]]
    total = results.count()
    if not pks and total:
        last = -(-total // page_size)
        return _found(query, asked, filters, order, last, page_size, with_facets)
    texts = wanted(asked)
    articles = _articles(pks)
    typed = wanted(understood(query, replace(filters, variants=False)))
    hits = tuple(hit(articles[pk], texts, typed) for pk in pks if pk in articles)
    return Found(
        hits=hits,
        total=total,
        page=max(page, 1),
        page_size=page_size,
        understood=tuple(in_words(asked)),
        notes=_notes(query, complete=len(hits) == len(pks)),
        facets=_facets(results, asked, limits, filters) if with_facets else (),
        histogram=_histogram(results, filters) if with_facets else (),
        ids=tuple(pks),
    )


def rows(query: str, filters: Filters, order: str, most: int) -> Iterator[tuple[Article, str]]:
    """The first ``most`` hits, each with its best passage as text. Raises IndexUnavailable at
    once; articles are then loaded as they are asked for."""
    pks = all_ids(query, filters, order)[:most]
    return _rows(pks, wanted(understood(query, filters)))


def _rows(pks: Sequence[int], texts: Sequence[Text]) -> Iterator[tuple[Article, str]]:
    for batch in batches(pks, ROWS_AT_ONCE):
        articles = _articles(batch)
        for pk in filter(articles.__contains__, batch):
            yield articles[pk], passage(*_passage(articles[pk], texts))


def _articles(pks: Sequence[int]) -> dict[int, Article]:
    """Articles with what a line shows and an excerpt is cut from; three queries."""
    lines = Article.objects.live().as_lines().defer(None).defer("read", "joins", "left_out")
    return lines.select_related(None).select_related("primary_district").in_bulk(pks)


def _ask(expression: Expression) -> SearchQuerySet:
    return SearchQuerySet().filter(content=Asked(expression))


def _faceted(results: SearchQuerySet, limits, filters: Filters) -> SearchQuerySet:
    for field in (*(f for f in FACETED if f not in limits), "year"):
        results = results.facet(field)
    return results.facet("month") if filters.year is not None else results


def _facets(results, asked, limits: dict, filters: Filters) -> tuple[Facet, ...]:
    """Counts that one gets by choosing a value: those of a field leave its own choice out."""
    counted = results.facet_counts()["fields"]
    for field in (*FACETED, "year"):
        if field in limits:
            others = [limit for name, limit in limits.items() if name != field]
            alone = _ask(both(asked, *others)).facet(field)
            # Else haystack fetches and orders every hit for the sake of the counts.
            alone.query.set_limits(0, 0)
            counted[field] = alone.facet_counts()["fields"].get(field, [])
    return tuple(_facet(field, counted.get(field, []), filters) for field in (*FACETED, "year"))


def _facet(field: str, counted: Sequence[tuple[str, int]], filters: Filters) -> Facet:
    chosen = getattr(filters, field)
    chosen = (f"{chosen:04}",) if isinstance(chosen, int) else chosen or ()
    shown = counted[: SHOWN[field]]
    shown += [pair for pair in counted[SHOWN[field] :] if pair[0] in chosen]
    shown += [(value, 0) for value in chosen if value not in dict(shown)]
    names = labels(field, [value for value, _ in shown])
    return Facet(
        field,
        tuple(
            FacetValue(value, names.get(value, value), count, value in chosen)
            for value, count in shown
        ),
    )


def _histogram(results: SearchQuerySet, filters: Filters) -> tuple[Bar, ...]:
    """Hits by year; by month within a year. Years and months without hits have a bar too."""
    counted = results.facet_counts()["fields"]
    if filters.year is not None:
        months = dict(counted.get("month", ()))
        names = [f"{filters.year:04}-{month:02}" for month in range(1, 13)]
        return tuple(Bar(name, months.get(name, 0)) for name in names)
    years = dict(counted.get("year", ()))
    if not years:
        return ()
    names = [f"{year:04}" for year in range(int(min(years)), int(max(years)) + 1)]
    return tuple(Bar(name, years.get(name, 0)) for name in names)


def hit(article: Article, texts: Sequence[Text], typed: Sequence[Text]) -> Hit:
    """An article with its matches marked; ``typed`` are the texts without other readings."""
    headline = article.headline or article.body[:30]
    return Hit(
        article=article,
        headline=marked(headline, matches(headline, _of(texts, "title"))),
        excerpt=excerpt(*_passage(article, texts)),
        variants=tuple(
            text.value
            for text in texts
            if not any(own.value in text.value for own in typed) and _holds(article, text)
        ),
    )


def _holds(article: Article, text: Text) -> bool:
    shown = (article.headline, article.kicker, article.deck, article.body, *article.captions)
    return any(matches(words, [text]) for words in shown)


def _of(texts: Sequence[Text], part: str) -> list[Text]:
    return [text for text in texts if text.part in ("any", part)]


def _passage(article: Article, texts: Sequence[Text]) -> tuple[str, list[Span]]:
    """The body and its matches, or the first other part that has some where the body has none."""
    parts = {
        "body": lambda: article.body,
        "captions": lambda: " ".join(article.captions),
        "title": lambda: " ".join(filter(None, (article.kicker, article.deck))),
        "column": lambda: article.column,
    }
    for part, text_of in parts.items():
        text = text_of()
        if spans := matches(text, _of(texts, part)):
            return text, spans
    return article.body, []


def _notes(query: str, *, complete: bool) -> tuple[Note, ...]:
    notes = []
    if is_cut(query):
        notes.append(Note("query-cut", _("The query was too long; its end was not read.")))
    if not complete:
        message = _("The index is older than the archive; some hits are left out.")
        notes.append(Note("index-stale", message))
    return tuple(notes)


def all_ids(query: str, filters: Filters | None = None, order: str = "relevance") -> list[int]:
    """Primary keys of every hit, in order. Raises IndexUnavailable."""
    filters = filters or Filters()
    asked = both(understood(query, filters), *conditions(filters).values())
    return connections["default"].get_backend().all_hits(asked, ORDERS.get(order, ()))


def neighbours(pk: int, query: str, filters: Filters, order: str) -> Neighbours | None:
    """Where an article stands among the hits of a search; None when it is none of them."""
    try:
        pks = all_ids(query, filters, order)
    except IndexUnavailable as error:
        logger.error("no neighbours among hits: %s", error)
        return None
    if pk not in pks:
        return None
    at = pks.index(pk)
    before = pks[at - 1] if at else None
    after = pks[at + 1] if at + 1 < len(pks) else None
    return Neighbours(position=at + 1, total=len(pks), before=before, after=after)
