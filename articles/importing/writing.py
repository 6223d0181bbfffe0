"""Writing a plan: one page, one transaction, with everything that hangs on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..corrections import Values
from ..models import (
    Article,
    ArticleDistrict,
    ArticleTopic,
    Byline,
    Change,
    Correction,
    District,
    ImportRun,
    Page,
    Problem,
    Topic,
    Unindexed,
)
from . import jumps, tallies
from .records import ArticleChange, ArticlePlan, PagePlan
from .reporters import reporters_of
from .store import ARTICLE_COLUMNS, COPIES, DATE_COLUMNS, PAGE_COLUMNS

OUT_OF_THE_WAY = 1_000_000
"""Added to positions while they are dealt out anew, for each is unique on its page."""


class StalePlan(Exception):
    """The page was changed after the plan was made; plan again."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a page is written: an import run, or an editor's act."""

    run: ImportRun
    """For an act: the run that last imported the page."""
    spoken: Mapping[tuple[int | None, str], object] = field(default_factory=dict)
    """(article id or None, field) that the act itself records in the history."""
    records_changes: bool = True
    """Off while an archive is rebuilt: what its readers saw did not change."""


@transaction.atomic
def write(plan: PagePlan, cause: Cause) -> list[int]:
    """Make the archive what the plan says; ids of the articles whose index entry is behind.

    Raises ``StalePlan`` and writes nothing when the page was changed meanwhile.
    """
    now = timezone.now()
    page = _write_page(plan, cause, now)
    old_ids = [article.known.pk for article in plan.articles if article.known]
    with tallies.kept(old_ids) as touched:
        articles = _write_articles(plan, page, cause, now)
        touched.update(article.pk for article in articles)
        _write_corrections(plan)
        _write_problems(plan, page, articles, cause.run)
        if plan.known:
            tallies.relist(touched)
    if cause.records_changes:
        _write_changes(plan, page, articles, cause, now)
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


# --- the page ---


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


# --- its articles ---


def _write_articles(plan: PagePlan, page: Page, cause: Cause, now: datetime) -> list[Article]:
    """The rows of all articles, in the order of the plan; ``is_behind`` marks changed ones."""
    articles = [_article(one, page, now) for one in plan.articles]
    _find_districts(plan.articles, articles)
    new = [article for article in articles if article.pk is None]
    old = [article for article in articles if article.pk and article.is_behind]
    Article.objects.filter(pk__in=[article.pk for article in old]).update(
        position=F("position") + OUT_OF_THE_WAY
    )
    Article.objects.bulk_create(new)
    _settle_heirs(plan.articles, articles)
    if old:
        stamps = ("changed_at",) if cause.records_changes else ()
        Article.objects.bulk_update(old, (*_UPDATED, *stamps))
    _write_bylines(plan.articles, articles)
    _write_tags(plan.articles, articles)
    return articles


_UPDATED = (
    *ARTICLE_COLUMNS,
    *DATE_COLUMNS,
    "page_number",
    "state",
    "state_reason",
    "merged_into",
    "primary_district",
    "read",
    "corrected_fields",
)


def _article(plan: ArticlePlan, page: Page, now: datetime) -> Article:
    article = Article(
        pk=plan.known.pk if plan.known else None,
        page=page,
        state=plan.state,
        state_reason=plan.state_reason,
        merged_into_id=plan.merged_into,
        page_number=page.number,
        read=plan.read,
        corrected_fields=sorted(c.field for c in plan.corrections),
        changed_at=now,
        **{name: plan.values[name] for name in ARTICLE_COLUMNS if name in plan.values},
        **{name: getattr(page, name) for name in DATE_COLUMNS},
    )
    article.in_lists = tallies.stands_in_lists(article)
    article.is_behind = not _is_as_known(plan, article)
    return article


def _copies(article: Article) -> Values:
    """What rows that tie the article to a subject copy of it."""
    return {"in_lists": article.in_lists, "date_earliest": article.date_earliest}


def _is_as_known(plan: ArticlePlan, article: Article) -> bool:
    known = plan.known
    return (
        known is not None
        and (known.state, known.state_reason) == (plan.state, plan.state_reason)
        and known.values == plan.values
        and known.read == plan.read
        and known.merged_into == plan.merged_into
        and known.copies == tuple(getattr(article, name) for name in COPIES)
        and known.corrections == plan.corrections
    )


def _settle_heirs(plans: Sequence[ArticlePlan], articles: Sequence[Article]) -> None:
    """Point articles that were merged into a new one at it, now that it has an id."""
    by_position = {
        plan.values["position"]: article
        for plan, article in zip(plans, articles, strict=True)
        if plan.state in {"live", "hidden"}
    }
    for plan, article in zip(plans, articles, strict=True):
        if plan.merged_into_position is not None:
            article.merged_into = by_position[plan.merged_into_position]


def _write_bylines(plans: Sequence[ArticlePlan], articles: Sequence[Article]) -> None:
    changed = [
        (plan, article)
        for plan, article in zip(plans, articles, strict=True)
        if _differs(plan, "bylines")
    ]
    reporter_ids = reporters_of([one for plan, _a in changed for one in plan.values["bylines"]])
    if old := [article for plan, article in changed if plan.known]:
        Byline.objects.filter(article__in=old).delete()
    Byline.objects.bulk_create(
        Byline(
            article=article,
            reporter_id=reporter_ids[one.get("as") or one["name"]],
            order=order,
            role=one["role"],
            name=one["name"],
            words=one.get("words", ""),
            line=one.get("line"),
            signed_as=one.get("as", ""),
            **_copies(article),
        )
        for plan, article in changed
        for order, one in enumerate(plan.values["bylines"])
    )


def _differs(plan: ArticlePlan, *names: str) -> bool:
    if plan.known is None:
        return True
    return any(plan.known.values.get(name) != plan.values.get(name) for name in names)


def _find_districts(plans: Sequence[ArticlePlan], articles: Sequence[Article]) -> None:
    """Look the counties' ids up, once for the page; ``district_ids`` of each article."""
    names = {name for plan in plans for name in _districts(plan)["names"]}
    ids = dict(District.objects.filter(name__in=names).values_list("name", "pk")) if names else {}
    for plan, article in zip(plans, articles, strict=True):
        found = _districts(plan)
        article.district_ids = {name: ids[name] for name in found["names"]}
        article.primary_district_id = ids.get(found["primary"])


def _districts(plan: ArticlePlan) -> Values:
    return plan.values.get("districts", {"names": [], "primary": None})


def _write_tags(plans: Sequence[ArticlePlan], articles: Sequence[Article]) -> None:
    changed = [
        (plan, article)
        for plan, article in zip(plans, articles, strict=True)
        if "districts" in plan.values and _differs(plan, "districts", "topics", "topic_evidence")
    ]
    old = [article for plan, article in changed if plan.known]
    if old:
        ArticleDistrict.objects.filter(article__in=old).delete()
        ArticleTopic.objects.filter(article__in=old).delete()
    if changed:
        _write_districts(changed)
        _write_topics(changed)


def _write_districts(changed: Sequence[tuple[ArticlePlan, Article]]) -> None:
    ArticleDistrict.objects.bulk_create(
        ArticleDistrict(
            article=article,
            district_id=pk,
            is_primary=pk == article.primary_district_id,
            **_evidence(plan.values["districts"], "evidence", name),
            **_copies(article),
        )
        for plan, article in changed
        for name, pk in article.district_ids.items()
    )


def _write_topics(changed: Sequence[tuple[ArticlePlan, Article]]) -> None:
    names = {name for plan, _a in changed for name in plan.values["topics"]}
    ids = dict(Topic.objects.filter(name__in=names).values_list("name", "pk"))
    ArticleTopic.objects.bulk_create(
        ArticleTopic(
            article=article,
            topic_id=ids[name],
            order=order,
            **_evidence(plan.values, "topic_evidence", name),
            **_copies(article),
        )
        for plan, article in changed
        for order, name in enumerate(plan.values["topics"])
    )


def _evidence(values: Values, key: str, name: str) -> Values:
    return values.get(key, {}).get(name, {"rule": "editor"})


# --- what hangs on them ---


def _write_corrections(plan: PagePlan) -> None:
    """Renew what importing says of corrections: their states, and lines carried to a new text."""
    known = plan.known.corrections if plan.known else ()
    pairs = [(known, plan.corrections)]
    pairs += [(a.known.corrections, a.corrections) for a in plan.articles if a.known]
    for before, after in pairs:
        for correction in set_difference(after, before):
            Correction.objects.filter(pk=correction.pk).update(
                state=correction.state, value=correction.value, read=correction.read
            )


def set_difference(after, before) -> list:
    return [one for one in after if one not in before]


def _write_problems(
    plan: PagePlan, page: Page, articles: Sequence[Article], run: ImportRun
) -> None:
    """The page's problems as read now; what an editor settled stays settled."""
    wanted = [(None, problem) for problem in plan.problems]
    for one, article in zip(plan.articles, articles, strict=True):
        wanted += [(article.pk, problem) for problem in one.problems]
    held = Problem.objects.filter(page=page) if plan.known else ()
    said = {(p.article_id, p.line, p.code, p.detail): p.settled_at for p in held}
    keys = [(pk, problem.line, problem.code, problem.detail) for pk, problem in wanted]
    Problem.objects.filter(file=page.key, page=None).delete()
    if set(keys) != set(said):
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
                settled_at=said.get((pk, line, code, detail)),
            )
            for pk, line, code, detail in dict.fromkeys(keys)
        )


_KINDS = {
    "new": Change.Kind.APPEARED,
    "returned": Change.Kind.RETURNED,
    "hidden": Change.Kind.HIDDEN,
    "merged": Change.Kind.MERGED,
    "gone": Change.Kind.GONE,
}


def _write_changes(plan, page, articles, cause: Cause, now) -> None:
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
    if change.status in _KINDS:
        spoken = {"hidden": "hidden", "merged": "merged_into"}.get(change.status)
        if (pk, spoken) in cause.spoken:
            return []
        return [Change(kind=_KINDS[change.status], article_id=pk, **about)]
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
