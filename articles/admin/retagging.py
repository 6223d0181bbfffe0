"""Reading the archive again after the word lists were changed in the admin."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.utils.translation import gettext as _

from .. import history, search
from ..corrections import ARTICLE_FIELDS, PAGE_FIELDS
from ..importing import rereading
from ..importing.lists import word_lists
from ..importing.locking import ImportRunning, import_lock
from ..importing.planning import version
from ..importing.records import ValueChange
from ..importing.report import PageOutcome, Report
from ..importing.runs import closed
from ..models import Article, ImportRun, Page

PREVIEW = 30
"""Pages whose changes are shown first."""
AT_ONCE = 300
"""Pages read again in one request; the command does any number."""


def _quiet(what: str, done: int, total: int) -> None:
    """No progress."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What becomes of one value of an article; of its page where ``article`` is None."""

    article: Article | None
    field: str
    pieces: tuple[history.Piece, ...]


def preview() -> dict:
    """What would change on the first pages, and how many pages there are."""
    lists, report = word_lists(), Report()
    stale = Page.objects.filter(rereading.stale(lists)).order_by("key")
    first = list(stale.values_list("pk", flat=True)[:PREVIEW])
    for _plan in rereading.plans(rereading.of(first), lists, 1, report, _quiet):
        pass
    changed = [page for page in report.pages if page.status == "changed"]
    return {
        "total": stale.count(),
        "shown": len(first),
        "changed": len(changed),
        "pages": [(page.key, list(_differences(page))) for page in changed],
    }


def _differences(page: PageOutcome) -> Iterator[Difference]:
    ids = [one.pk for one in page.article_changes if one.pk]
    articles = Article.objects.defer("body", "read").in_bulk(ids)
    for change in page.page_changes:
        yield _difference(None, PAGE_FIELDS, change)
    for one in page.article_changes:
        for change in one.values:
            yield _difference(articles.get(one.pk), ARTICLE_FIELDS, change)


def _difference(article: Article | None, fields: dict, change: ValueChange) -> Difference:
    before, after = (history.words(change.field, one) for one in (change.before, change.after))
    pieces = tuple(history.differences(before, after))
    return Difference(article, str(fields.get(change.field, change.field)), pieces)


def do(request) -> None:
    lists, report = word_lists(), Report()
    stale = Page.objects.filter(rereading.stale(lists)).order_by("key")
    ids = list(stale.values_list("pk", flat=True)[:AT_ONCE])
    try:
        with import_lock():
            run = ImportRun.objects.create(
                arguments={"command": "retag"}, reader_version=version(lists)
            )
            pages = rereading.of(ids)
            rereading.read_again(pages, lists, run, report, workers=1, progress=_quiet)
            closed(run, report)
    except ImportRunning as error:
        messages.error(request, str(error))
        return
    search.index_articles([])
    changed = sum(page.status == "changed" for page in report.pages)
    messages.success(
        request,
        _("%(read)s pages read again; values of %(changed)s of them changed.")
        % {"read": len(report.pages), "changed": changed},
    )
    if left := stale.count():
        messages.warning(request, _("%s pages are left: manage.py retag") % left)
