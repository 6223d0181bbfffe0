"""Rows that tie articles to who signed them, to counties and to topics."""

from collections.abc import Sequence

from ..corrections import Values
from ..models import Article, ArticleDistrict, ArticleTopic, Byline, District, Topic
from .records import ArticlePlan
from .reporters import reporters_of


def find_districts(plans: Sequence[ArticlePlan], articles: Sequence[Article]) -> None:
    """Look the counties' ids up, once for the page; ``district_ids`` of each article."""
    names = {name for plan in plans for name in _districts(plan)["names"]}
    ids = dict(District.objects.filter(name__in=names).values_list("name", "pk")) if names else {}
    for plan, article in zip(plans, articles, strict=True):
        found = _districts(plan)
        article.district_ids = {name: ids[name] for name in found["names"]}
        article.primary_district_id = ids.get(found["primary"])


def _districts(plan: ArticlePlan) -> Values:
    return plan.values.get("districts", {"names": [], "primary": None})


def write_bylines(plans: Sequence[ArticlePlan], articles: Sequence[Article]) -> None:
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


def write_tags(plans: Sequence[ArticlePlan], articles: Sequence[Article]) -> None:
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


def _copies(article: Article) -> Values:
    """What rows that tie the article to a subject copy of it."""
    return {"in_lists": article.in_lists, "date_earliest": article.date_earliest}
