"""The rows of a page's articles."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import F

from ..models import Article, Page
from . import tallies
from .noting import Cause
from .records import ArticlePlan, PagePlan
from .store import ARTICLE_COLUMNS, COPIES, DATE_COLUMNS
from .ties import find_districts, write_bylines, write_tags

OUT_OF_THE_WAY = 1_000_000
"""Added to positions while they are dealt out anew, for each is unique on its page."""


def write_articles(plan: PagePlan, page: Page, cause: Cause, now: datetime) -> list[Article]:
    """The rows of all articles, in the order of the plan; ``is_behind`` marks changed ones."""
    articles = [_article(one, page, now) for one in plan.articles]
    find_districts(plan.articles, articles)
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
    write_bylines(plan.articles, articles)
    write_tags(plan.articles, articles)
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
