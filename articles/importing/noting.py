"""What a write leaves behind beside the articles: states of corrections, problems, history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..models import Article, Change, Correction, ImportRun, Page, Problem
from .records import ArticleChange, PagePlan


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a page is written: an import run, or an editor's act."""

    run: ImportRun
    """For an act: the run that last imported the page."""
    spoken: Mapping[tuple[int | None, str], object] = field(default_factory=dict)
    """(article id or None, field) that the act itself records in the history."""
    records_changes: bool = True
    """Off while an archive is rebuilt: what its readers saw did not change."""


def write_corrections(plan: PagePlan) -> None:
    """Renew what importing says of corrections: their states, and lines carried to a new text."""
    known = plan.known.corrections if plan.known else ()
    pairs = [(known, plan.corrections)]
    pairs += [(a.known.corrections, a.corrections) for a in plan.articles if a.known]
    for before, after in pairs:
        for correction in (one for one in after if one not in before):
            Correction.objects.filter(pk=correction.pk).update(
                state=correction.state, value=correction.value, read=correction.read
            )


def write_problems(plan: PagePlan, page: Page, articles: Sequence[Article], run: ImportRun) -> None:
    """The page's problems as read now; what an editor settled stays so, on whatever line it is."""
    wanted = [(None, problem) for problem in plan.problems]
    for one, article in zip(plan.articles, articles, strict=True):
        wanted += [(article.pk, problem) for problem in one.problems]
    held = Problem.objects.filter(page=page) if plan.known else ()
    said = {(p.article_id, p.line, p.code, p.detail) for p in held}
    settled = {(p.article_id, p.code, p.detail): p.settled_at for p in held if p.settled_at}
    keys = [(pk, problem.line, problem.code, problem.detail) for pk, problem in wanted]
    Problem.objects.filter(file=page.key, page=None).delete()
    if set(keys) != said:
        if said:
            Problem.objects.filter(page=page).delete()
        Problem.objects.bulk_create(
            Problem(
                run=run,
                file=page.key,
                page=page,
                article_id=pk,
                line=line,
                code=code,
                detail=detail,
                settled_at=settled.get((pk, code, detail)),
            )
            for pk, line, code, detail in dict.fromkeys(keys)
        )


KINDS = {
    "new": Change.Kind.APPEARED,
    "returned": Change.Kind.RETURNED,
    "hidden": Change.Kind.HIDDEN,
    "merged": Change.Kind.MERGED,
    "gone": Change.Kind.GONE,
}


def write_changes(plan, page, articles, cause: Cause, now) -> None:
    """The history's lines for what changed by reading; an act has recorded its own."""
    if plan.known is None:
        return
    by_position = {a.position: a.pk for a in articles if a.state in {"live", "hidden"}}
    about = {"at": now, "page": page, "run": cause.run}
    rows = [
        Change(kind=Change.Kind.READ, field=c.field, before=c.before, after=c.after, **about)
        for c in plan.page_changes
        if (None, c.field) not in cause.spoken
    ]
    for change in plan.article_changes:
        pk = change.pk or by_position[change.position]
        rows += _changes_of(change, pk, cause, about)
    Change.objects.bulk_create(rows)


def _changes_of(change: ArticleChange, pk: int, cause: Cause, about: dict) -> list[Change]:
    if change.status in KINDS:
        spoken = {"hidden": "hidden", "merged": "merged_into"}.get(change.status)
        if (pk, spoken) in cause.spoken:
            return []
        return [Change(kind=KINDS[change.status], article_id=pk, **about)]
    return [
        Change(
            kind=Change.Kind.READ,
            article_id=pk,
            field=one.field,
            before=one.before,
            after=one.after,
            **about,
        )
        for one in change.values
        if (pk, one.field) not in cause.spoken
    ]
