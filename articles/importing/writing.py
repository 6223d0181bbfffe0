"""Writing a plan: one page, one transaction, with everything that hangs on it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..models import Page, Unindexed
from . import jumps, tallies
from .article_rows import write_articles
from .noting import Cause, write_changes, write_corrections, write_problems
from .records import ArticlePlan, PagePlan
from .store import PAGE_COLUMNS


class StalePlan(Exception):
    """The page was changed after the plan was made; plan again."""


@transaction.atomic
def write(plan: PagePlan, cause: Cause) -> list[int]:
    """Make the archive what the plan says; ids of the articles whose index entry is behind.

    Raises ``StalePlan`` and writes nothing when the page was changed meanwhile.
    """
    now = timezone.now()
    page = _write_page(plan, cause, now)
    old_ids = [article.known.pk for article in plan.articles if article.known]
    with tallies.kept(old_ids) as touched:
        articles = write_articles(plan, page, cause, now)
        touched.update(article.pk for article in articles)
        write_corrections(plan)
        write_problems(plan, page, articles, cause.run)
        if plan.known:
            tallies.relist(touched)
    if cause.records_changes:
        write_changes(plan, page, articles, cause, now)
    issues = {page.issue_date, plan.known.values["issue_date"] if plan.known else ""}
    behind = {article.pk for article in articles if article.is_behind}
    if any(map(_jumps, plan.articles)):
        behind |= jumps.link(page, issues)
    queue(behind)
    return sorted(behind)


def _jumps(plan: ArticlePlan) -> bool:
    """Whether the article is, or was, half of one that jumps to another page."""
    values = [plan.values, plan.known.values if plan.known else {}]
    return any(
        one.get("continued_from") or one.get("continued_to") or one.get("kind") == "continuation"
        for one in values
    )


def queue(article_ids: Iterable[int]) -> None:
    """Leave word that these articles' entries in the search index are behind."""
    Unindexed.objects.bulk_create(
        [Unindexed(article_id=pk) for pk in article_ids], ignore_conflicts=True
    )


def _write_page(plan: PagePlan, cause: Cause, now: datetime) -> Page:
    columns = {
        **{name: plan.values[name] for name in PAGE_COLUMNS},
        "date_earliest": _day(plan.values["date_earliest"]),
        "date_latest": _day(plan.values["date_latest"]),
        "sha256": plan.source.sha256,
        "encoding": plan.source.encoding,
        "text": plan.source.text,
        "manifest": plan.source.manifest,
        "neighbour_date": plan.neighbour_date,
        "read": plan.read,
        "corrected_fields": sorted(c.field for c in plan.corrections),
        "reader_version": plan.reader_version,
        "last_run": cause.run,
    }
    release(plan.source.sha256, plan.source.key)
    if plan.known is None:
        columns |= {"key": plan.source.key, "first_run": cause.run, "changed_at": now}
        return Page.objects.create(**columns)
    if cause.records_changes and not plan.changes_nothing:
        columns["changed_at"] = now
    current = Page.objects.filter(pk=plan.known.pk, revision=plan.known.revision)
    if not current.update(**columns, revision=F("revision") + 1):
        raise StalePlan(plan.source.key)
    return Page.objects.get(pk=plan.known.pk)


def release(sha256: str, key: str) -> None:
    """Give up the claim of a page whose file holds something else by now.

    Two files may trade their contents between two imports; the run has made sure that the old
    owner of this content is about to be read again.
    """
    for owner in Page.objects.filter(sha256=sha256).exclude(key=key):
        Page.objects.filter(pk=owner.pk).update(
            sha256=f"released-{owner.pk}", revision=F("revision") + 1
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
