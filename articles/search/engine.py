"""The engine behind haystack: its Whoosh engine with our own backend and query.

haystack's ``SearchQuerySet`` stays the interface. A query travels as an expression
(expressions.py), never as a string that is parsed again.
"""

import datetime
import logging

from haystack.backends import EmptyResults, log_query
from haystack.backends.whoosh_backend import WhooshEngine, WhooshSearchBackend, WhooshSearchQuery
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.inputs import BaseInput, Exact, Raw
from haystack.models import SearchResult
from haystack.utils import get_identifier

from . import building
from .documents import FACETS
from .evaluating import matching
from .expressions import (
    Between,
    Either,
    Everything,
    Expression,
    Not,
    Tagged,
    Text,
    both,
    mapped,
    wanted,
)
from .names import resolved
from .ranking import best_first
from .reading import Snapshot
from .similar import similar
from .store import IndexUnavailable, Store, store_at
from .syntax import PARTS, parse

logger = logging.getLogger(__name__)
MODEL = "articles.article"
MOST_ALIKE = 100


class Asked(BaseInput):
    """A haystack input that carries an expression."""

    input_type_name = "asked"
    post_process = False

    def prepare(self, query_obj):
        return self.query_string


class ArticleSearchBackend(WhooshSearchBackend):
    """Articles only: one model, loaded from the database, nothing stored twice."""

    def __init__(self, connection_alias, **options):
        super().__init__(connection_alias, **options)
        self.batch_size = options.get("BATCH_SIZE", 5000)

    @property
    def store(self) -> Store:
        return store_at(self.path)

    def setup(self):
        self.setup_complete = True

    # Writing.

    def update(self, index, iterable, commit=True):
        building.update(self.store, (article.pk for article in iterable))

    def remove(self, obj_or_string, commit=True):
        building.remove(self.store, [int(get_identifier(obj_or_string).rsplit(".", 1)[1])])

    def clear(self, models=None, commit=True):
        building.clear(self.store)

    def delete_index(self):
        building.clear(self.store)

    def optimize(self):
        building.optimize(self.store)

    # Reading.

    @log_query
    def search(self, query_string, **options):
        """haystack's dictionary of results, hits and facets for an expression or a string.

        Raises IndexUnavailable; haystack would rather say that nothing was found.
        """
        asked = parse(query_string) if isinstance(query_string, str) else query_string
        asked = both(asked, *map(parse, options.get("narrow_queries") or ()))
        asked = mapped(asked, resolved)
        if not _wants_articles(options.get("models")):
            return {"results": [], "hits": 0, "facets": {}}
        with self.store.reading() as snapshot:
            hits = matching(snapshot, asked)
            return {
                "results": self._results(snapshot, hits, asked, options),
                "hits": hits.bit_count(),
                "facets": _facets(snapshot, hits, options),
                "spelling_suggestion": None,
            }

    def all_hits(self, asked: Expression, sort_by=None) -> list[int]:
        """Primary keys of every hit, in order."""
        with self.store.reading() as snapshot:
            hits = matching(snapshot, asked)
            return [snapshot.pk[n] for n in _ordered(snapshot, hits, asked, sort_by)]

    def _results(self, snapshot: Snapshot, hits: int, asked: Expression, options) -> list:
        start, end = options.get("start_offset") or 0, options.get("end_offset")
        if start == end:
            return []
        numbers = _ordered(snapshot, hits, asked, options.get("sort_by"), end)[start:end]
        return [self._result(snapshot.pk[number], options) for number in numbers]

    def _result(self, pk: int, options) -> SearchResult:
        app, model = MODEL.split(".")
        made = options.get("result_class") or SearchResult
        return made(app, model, pk, 0, **{ID: f"{MODEL}.{pk}"})

    def more_like_this(self, model_instance, additional_query_string=None, **options):
        """Articles like an article, among those that an expression describes."""
        start, end = options.get("start_offset") or 0, options.get("end_offset")
        with self.store.reading() as snapshot:
            among = matching(snapshot, additional_query_string or Everything())
            numbers = similar(snapshot, model_instance.pk, end or MOST_ALIKE, among)
            results = [self._result(snapshot.pk[number], options) for number in numbers[start:]]
        return {"results": results, "hits": len(numbers)}


def _wants_articles(models) -> bool:
    return not models or any(model._meta.label_lower == MODEL for model in models)


def _ordered(
    snapshot: Snapshot, hits: int, asked: Expression, sort_by, limit: int | None = None
) -> list[int]:
    """The first ``limit`` hits at least, or all of them."""
    order = (sort_by or [""])[0]
    if order in ("date", "moment"):
        return snapshot.oldest_first(hits)
    if order in ("-date", "-moment"):
        return snapshot.newest_first(hits, limit)
    return best_first(snapshot, hits, wanted(asked), limit)


def _facets(snapshot: Snapshot, hits: int, options) -> dict:
    fields = {name: snapshot.counts(name, hits) for name in options.get("facets") or ()}
    return {"fields": fields, "dates": {}, "queries": {}} if fields else {}


class ArticleSearchQuery(WhooshSearchQuery):
    """haystack's tree of conditions → an expression."""

    def build_query(self):
        return both(*[self._tree(self.query_filter)] if self.query_filter else [])

    def _tree(self, node) -> Expression:
        parts = [
            self._tree(child) if hasattr(child, "children") else self._leaf(*child)
            for child in node.children
        ]
        joined = Either(tuple(parts)) if node.connector == "OR" else both(*parts)
        return Not(joined) if node.negated else joined

    def _leaf(self, expression: str, value) -> Expression:
        field, lookup = self.query_filter.split_expression(expression)
        if isinstance(value, Asked):
            return value.query_string
        if isinstance(value, BaseInput):
            typed = str(value)
            return Text(typed, exact=True) if isinstance(value, Exact) else parse(typed)
        if field in ("content", "text", *PARTS):
            return _words(str(value), field if field in PARTS else "any")
        return self._condition(field, lookup, value)

    def _condition(self, field: str, lookup: str, value) -> Expression:
        if field == "date":
            return _days(lookup, value)
        if field in (ID, DJANGO_ID, "pk"):
            field = "id"
        elif field == DJANGO_CT:
            return Everything() if value == MODEL else Either(())
        elif field not in FACETS:
            raise ValueError(f"no field {field!r} to search by; there are {', '.join(FACETS)}")
        values = value if lookup == "in" else (value,)
        return Tagged(field, tuple(str(value).rsplit(".", 1)[-1] for value in values))


def _words(value: str, part: str) -> Expression:
    return both(*(Text(word, part=part) for word in value.split()))


def _days(lookup: str, value) -> Expression:
    if lookup == "range":
        return Between(_number(value[0]), _number(value[1]))
    day = _number(value)
    ranges = {
        "gte": Between(first=day),
        "gt": Between(first=day + 1),
        "lte": Between(last=day),
        "lt": Between(last=day - 1),
    }
    return ranges.get(lookup, Between(day, day))


def _number(day: datetime.date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


class ChineseWhooshEngine(WhooshEngine):
    backend = ArticleSearchBackend
    query = ArticleSearchQuery


__all__ = ["Asked", "ChineseWhooshEngine", "EmptyResults", "IndexUnavailable", "Raw"]
