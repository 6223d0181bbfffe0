"""Reading the archive again after the word lists were changed in the admin."""

from django.contrib import messages
from django.utils.translation import gettext as _

from .. import search
from ..importing import rereading
from ..importing.lists import word_lists
from ..importing.locking import ImportRunning, import_lock
from ..importing.planning import version
from ..importing.report import Report
from ..importing.runs import closed
from ..models import ImportRun, Page

PREVIEW = 30
"""Pages whose changes are shown first."""
AT_ONCE = 300
"""Pages read again in one request; the command does any number."""


def _quiet(what: str, done: int, total: int) -> None:
    """No progress."""


def preview() -> dict:
    """What would change on the first pages, and how many pages there are."""
    lists, report = word_lists(), Report()
    stale = Page.objects.filter(rereading.stale(lists)).order_by("key")
    first = list(stale.values_list("pk", flat=True)[:PREVIEW])
    for _plan in rereading.plans(rereading.of(first), lists, 1, report, _quiet):
        pass
    return {"total": stale.count(), "shown": len(first), "lines": list(report.lines())}


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
    messages.success(request, report.closing_line())
    if left := stale.count():
        messages.warning(request, _("%s pages are left: manage.py retag") % left)
