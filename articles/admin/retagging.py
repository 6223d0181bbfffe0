"""Reading the archive again after the word lists were changed in the admin."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

from django.contrib import messages
from django.utils.translation import gettext as _

from .. import history, search
from ..corrections import ARTICLE_FIELDS, PAGE_FIELDS
from ..importing import rereading
from ..importing.lists import word_lists
from ..importing.locking import ImportRunning, import_lock
from ..importing.noting import KINDS
from ..importing.planning import version
from ..importing.records import ValueChange
from ..importing.report import PageOutcome, Report
from ..importing.runs import closed
from ..models import Article, ImportRun, Page

BATCH = 5000
AT_ONCE = 300
"""Pages looked at in one request, if there is time; the command does any number."""
SECONDS = 5.0
"""After so long no further page is begun, so that nobody waits and no server is held up."""


def _quiet(what: str, done: int, total: int) -> None:
    """No progress."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What becomes of an article or one of its values; of its page where ``article`` is None."""

    article: Article | None
    field: str
    pieces: tuple[history.Piece, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the operator wants to see: pages after this file name, with this word."""

    after: str = ""
    word: str = ""


def preview(asked: Asked) -> dict:
    """What would change on the next pages, and exactly which of how many were looked at.

    Raises ``search.IndexUnavailable`` where a word is asked for and nobody can say where it stands.
    """
    lists, report = word_lists(), Report()
    stale = Page.objects.filter(rereading.stale(lists)).order_by("key")
    chosen = _with_word(stale, asked.word) if asked.word else None
    total = stale.count() if chosen is None else len(chosen)
    if chosen is None:
        before = stale.filter(key__lte=asked.after).count()
        ids = list(stale.filter(key__gt=asked.after).values_list("pk", flat=True)[:AT_ONCE])
    else:
        before = sum(key <= asked.after for key in chosen.values())
        ids = [pk for pk, key in chosen.items() if key > asked.after][:AT_ONCE]
    looked = _looked_at(ids, lists, report)
    last = before + len(looked)
    pages = [(page.key, list(_differences(page))) for page in _changed(report)]
    counts = Counter(one.field for _key, differences in pages for one in differences)
    return {
        "total": total,
        "first": before + 1,
        "last": last,
        "seconds": int(SECONDS),
        "looked": looked,
        "after": looked[-1].key if looked and last < total else "",
        "failed": len(report.skipped),
        "changed": len(pages),
        "counts": counts.most_common(),
        "pages": pages,
    }


def _with_word(stale, word: str) -> dict[int, str]:
    """Those of the pages that have an article with the word: id → key, in order of keys."""
    found, ids = set(), search.all_ids(f'"{word}"', order="newest")
    for start in range(0, len(ids), BATCH):
        articles = Article.objects.filter(pk__in=ids[start : start + BATCH])
        found.update(articles.values_list("page_id", flat=True))
    pairs = stale.values_list("pk", "key").iterator() if found else ()
    return {pk: key for pk, key in pairs if pk in found}


def _looked_at(ids: list[int], lists, report: Report) -> list[Page]:
    """Plan the pages in order until the time is over; those that were planned."""
    until = monotonic() + SECONDS
    for _plan in rereading.plans(rereading.of(ids), lists, 1, report, _quiet):
        if monotonic() > until:
            break
    pages = Page.objects.filter(pk__in=ids).only("key").order_by("key")
    return list(pages[: len(report.by_key) + len(report.skipped)])


def _changed(report: Report) -> list[PageOutcome]:
    return [page for page in report.pages if page.status == "changed"]


def _differences(page: PageOutcome) -> Iterator[Difference]:
    ids = [one.pk for one in page.article_changes if one.pk]
    articles = Article.objects.defer("body", "read").in_bulk(ids)
    for change in page.page_changes:
        yield _difference(None, PAGE_FIELDS, change)
    for one in page.article_changes:
        if one.status in KINDS:
            yield Difference(articles.get(one.pk), str(KINDS[one.status].label), ())
        for change in one.values:
            yield _difference(articles.get(one.pk), ARTICLE_FIELDS, change)


def _difference(article: Article | None, fields: dict, change: ValueChange) -> Difference:
    before, after = (history.words(change.field, one) for one in (change.before, change.after))
    pieces = tuple(history.differences(before, after))
    return Difference(article, str(fields.get(change.field, change.field)), pieces)


def do(request) -> None:
    """Read those of the pages again that the operator has seen."""
    lists, report = word_lists(), Report()
    wanted = [int(pk) for pk in request.POST.getlist("page")[:AT_ONCE] if pk.isdecimal()]
    try:
        with import_lock():
            run = ImportRun.objects.create(
                arguments={"command": "retag"}, reader_version=version(lists)
            )
            pages = rereading.of(wanted) & rereading.stale(lists)
            rereading.read_again(pages, lists, run, report, workers=1, progress=_quiet)
            closed(run, report)
    except ImportRunning as error:
        messages.error(request, str(error))
        return
    search.index_articles([])
    said = {"read": len(report.pages), "changed": len(_changed(report))}
    messages.success(
        request, _("%(read)s pages read again; values of %(changed)s of them changed.") % said
    )
