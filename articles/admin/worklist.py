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
        yield _task(name, Correction.objects.filter(state=state), "correction", state__exact=state)


def _of_pages() -> Iterator[Task]:
    for precision, name in (
        ("unknown", _("pages without a date")),
        ("month_day", _("pages whose year is not known")),
    ):
        pages = Page.objects.filter(date_precision=precision)
        yield _task(name, pages, "page", date_precision__exact=precision)


def _of_articles() -> Iterator[Task]:
    unlinked = Article.objects.with_unlinked_jump()
    yield _task(_("jumps whose other half is not found"), unlinked, "article", jump="unlinked")


def _of_problems() -> Iterator[Task]:
    still_open = Problem.objects.filter(settled_at=None)
    codes = still_open.order_by("code").values_list("code", flat=True).distinct()
    for code in sorted(codes, key=_rank):
        rows = still_open.filter(code=code)
        if code in Problem.OF_NAMES:
            address = reverse("admin:articles_problem_names", args=[code])
            yield Task(label(code), _counted(rows), address)
        else:
            yield _task(label(code), rows, "problem", code=code, open="yes")


def _rank(code: str) -> tuple[int, str]:
    return FIRST.index(code) if code in FIRST else len(FIRST), code


def _task(name, rows, model: str, **filters) -> Task:
    address = reverse(f"admin:articles_{model}_changelist")
    return Task(name, _counted(rows), f"{address}?{urlencode(filters)}")


def _counted(rows) -> int:
    return rows.order_by()[: MOST + 1].count()
