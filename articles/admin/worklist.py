"""What is doubtful in the archive, most useful first, and how much of it there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ..models import Article, Correction, Page, Problem

MOST = 1000
"""Counting stops here, so that the front page costs the same in every archive."""
FIRST = (
    *("reader-failed", "not-written", "no-article", "date-contradiction", "date-misread"),
    *("doubtful-join", "suspected-misreading", "unknown-place"),
)
"""Problems that hide or mix articles come first, then what one click mends for many."""


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of doubt, how often it stands open, and the list of it."""

    label: str
    count: int
    address: str
    advice: str = ""
    """What to do about it, in one sentence."""

    @property
    def shown_count(self) -> str:
        return f"{MOST}+" if self.count > MOST else str(self.count)


LABELS = {
    "date-unknown": _("date unknown"),
    "date-contradiction": _("dates that contradict each other"),
    "date-misread": _("misread dates"),
    "weekday-contradiction": _("weekday and date disagree"),
    "lunar-contradiction": _("lunar date and date disagree"),
    "manifest-date-unreadable": _("unreadable dates in the manifest"),
    "doubtful-join": _("doubtful joins of broken sentences"),
    "suspected-misreading": _("names of places that look misread"),
    "unknown-place": _("places that no list knows"),
    "not-written": _("pages that the database refused"),
    "reader-failed": _("pages that the reader stumbled over"),
    "unreadable-file": _("unreadable files"),
    "unknown-encoding": _("files of an unknown encoding"),
    "same-name": _("files of the same name"),
    "no-article": _("pages without an article"),
    "blank-page": _("blank pages"),
    "replacement-character": _("lost characters"),
    "very-long-line": _("very long lines"),
    "empty-file": _("empty files"),
    "binary-file": _("binary files"),
    "same-content": _("files with the same content"),
    "not-a-text-file": _("files that are no pages"),
}
"""What editors call the commonest problems; the others go by their codes."""


ADVICE = {
    "conflict": _("Open each: let the correction stay, or take the read value again."),
    "lost": _("The page's file changed: set the lines anew, or take the read value again."),
    "unknown": _("Set the date; choose several pages of one issue and set it at once."),
    "month_day": _("Write the year into the date; several pages at once in the list."),
    "unlinked": _("Correct the page numbers that the jump names, or import the other page."),
    "doubtful-join": _("Compare with the print; correct the lines, or settle it."),
    "suspected-misreading": _("Name by name: settle it, or say that it is no misreading."),
    "unknown-place": _("Name by name: add it to a county, say that it is no place, or settle it."),
    "reader-failed": _("Report it to whoever looks after zzarchive, with the page file."),
    "not-written": _("Import the page again."),
    "no-article": _("Look at the page; make an article of its lines if there is one."),
    "date-contradiction": _("Look which date is right and set it."),
    "date-misread": _("Compare with the print; set the date if it is another."),
    "blank-page": _("Run the OCR again if the page was scanned; else settle it."),
}
"""Kind of doubt → what an editor does about it; the others are explained in docs/problems.md."""


def label(code: str) -> str:
    """What editors call a kind of problem."""
    return str(LABELS.get(code, code))


def tasks() -> list[Task]:
    """Every kind that has something open."""
    kinds = (*_of_corrections(), *_of_pages(), *_of_articles(), *_of_problems())
    return [task for task in kinds if task.count]


def _of_corrections() -> Iterator[Task]:
    for state, name in (
        (Correction.State.CONFLICT, _("corrections that the reader now contradicts")),
        (Correction.State.LOST, _("corrections whose lines are gone")),
    ):
        rows = Correction.objects.filter(state=state)
        yield _task(name, state, rows, "correction", state__exact=state)


def _of_pages() -> Iterator[Task]:
    for precision, name in (
        ("unknown", _("pages without a date")),
        ("month_day", _("pages whose year is not known")),
    ):
        pages = Page.objects.filter(date_precision=precision)
        yield _task(name, precision, pages, "page", date_precision__exact=precision)


def _of_articles() -> Iterator[Task]:
    unlinked = Article.objects.with_unlinked_jump()
    name = _("jumps whose other half is not found")
    yield _task(name, "unlinked", unlinked, "article", jump="unlinked")


def _of_problems() -> Iterator[Task]:
    still_open = Problem.objects.filter(settled_at=None)
    codes = still_open.order_by("code").values_list("code", flat=True).distinct()
    for code in sorted(codes, key=_rank):
        rows = still_open.filter(code=code)
        if code in Problem.OF_NAMES:
            address = reverse("admin:articles_problem_names", args=[code])
            yield Task(label(code), _counted(rows), address, ADVICE[code])
        else:
            yield _task(label(code), code, rows, "problem", code=code, open="yes")


def _rank(code: str) -> tuple[int, str]:
    return FIRST.index(code) if code in FIRST else len(FIRST), code


def _task(name, kind: str, rows, model: str, **filters) -> Task:
    address = reverse(f"admin:articles_{model}_changelist")
    return Task(name, _counted(rows), f"{address}?{urlencode(filters)}", ADVICE.get(kind, ""))


def _counted(rows) -> int:
    return rows.order_by()[: MOST + 1].count()
