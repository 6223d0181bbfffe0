"""What other rooms may ask of search; ``articles.search`` is its address."""

import logging
from collections.abc import Iterable

from django.utils.translation import gettext as _
from haystack import connections

from ..models import Article, Unindexed
from . import building, checking
from .answers import Filters, Instead, Scan
from .documents import batches
from .excerpts import Marker
from .expressions import wanted
from .finding import find, understood
from .folding import bare, fold
from .helping import Suggestion, meant, names_beginning
from .scanning import SECONDS, scan_texts
from .similar import similar
from .store import IndexUnavailable, Store

logger = logging.getLogger(__name__)


def version() -> str:
    """Changes whenever the index in force does, so that pages which show it are made anew."""
    return _store().version()


def _store() -> Store:
    return connections["default"].get_backend().store


def index_articles(ids: Iterable[int]) -> None:
    """Bring the index up to date for these articles, after the transaction was committed.

    Added and changed articles are indexed, those no longer live are taken out. Waits while
    another process writes. Articles that an earlier run left in the queue (``Unindexed``) are
    done too, and what is done leaves the queue. Never raises: the archive is right without its
    index; what went wrong is logged with the command that mends it, and stays in the queue.
    """
    ids = {*ids, *Unindexed.objects.values_list("article_id", flat=True)}
    try:
        building.update(_store(), sorted(ids))
        for batch in batches(sorted(ids), 5000):
            Unindexed.objects.filter(article_id__in=batch).delete()
    except Exception:
        logger.exception(
            "articles were not indexed; mend it with: manage.py update_index --remove,"
            " or rebuild_index where index_status says that the index is damaged"
        )


def rebuild(workers: int = 0, progress=None) -> int:
    """Index the whole archive aside and put it in force; says how many articles it holds."""
    return building.rebuild(_store(), workers, progress)


def scan(query: str, filters: Filters | None = None, seconds: float = SECONDS) -> Scan:
    """The answer of the stored texts themselves, read one by one without any index."""
    filters = filters or Filters()
    return scan_texts(understood(query, filters), filters, seconds)


def suggest(prefix: str, limit: int = 10) -> list[Suggestion]:
    """What a reader may mean who has typed ``prefix``: names, then headlines with it."""
    if not bare(fold(prefix)):
        return []
    names = names_beginning(prefix, limit)
    answer = find(f'"{prefix}"', filters=Filters(part="title"), order="newest", facets=False)
    headlines = [
        Suggestion(hit.article.headline, _("Headline"), hit.article.get_absolute_url())
        for hit in answer.hits
        if hit.article.headline
    ]
    most_names = max(limit - len(headlines), limit // 2)
    return [*names[:most_names], *headlines][:limit]


def did_you_mean(query: str, filters: Filters | None = None) -> list[Instead]:
    """Searches with a mistyped name put right, only those that find something."""
    names = tuple(_store().stamp().get("names", ()))
    answers = [
        (other, find(other, filters=filters, order="newest", page_size=1, facets=False))
        for other in meant(query, names)
    ]
    return [Instead(other, answer.total) for other, answer in answers if answer.total]


def related(article: Article, limit: int = 5) -> list[Article]:
    """Articles that share the telling words of this one, most alike first; no adverts."""
    try:
        with _store().reading() as snapshot:
            among = snapshot.everything & ~snapshot.faint
            ids = [snapshot.pk[number] for number in similar(snapshot, article.pk, limit, among)]
    except IndexUnavailable as error:
        logger.error("no related articles: %s", error)
        return []
    found = Article.objects.live().as_lines().in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def marker(query: str, filters: Filters, total: int = 0) -> Marker:
    """Marks an article's texts, one call each, with numbered matches of a query; ``total`` is how
    many there will be, if that is known."""
    return Marker(wanted(understood(query, filters)), total)


def check() -> list[checking.Difference]:
    """Every article of which index and database say different things."""
    return checking.differences(_store())


def damage() -> str:
    """Why answers cannot be had or trusted whatever the database says; nothing if they can."""
    return checking.damage(_store())


def status() -> checking.Status:
    """Whether the index can answer, and what is out of date about it."""
    return checking.status(_store())
