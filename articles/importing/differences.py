"""What a plan makes different, in the words of the history and of a run's report."""

from collections.abc import Iterator

from ..corrections import Values, same, shown
from .records import ArticleChange, ArticlePlan, KnownArticle, KnownPage, PagePlan, ValueChange

SHOWN_PAGE_FIELDS = ("issue_date", "number", "title", "furniture")
SHOWN_ARTICLE_FIELDS = (
    "kind",
    "kicker",
    "headline",
    "deck",
    "column",
    "dateline",
    "bylines",
    "body",
    "captions",
    "districts",
    "topics",
    "continued_from",
    "continued_to",
    "line_ranges",
)
"""What a reader of the history wants to know of; evidence and positions change unannounced."""


def page_changes(known: KnownPage | None, values: Values) -> Iterator[ValueChange]:
    if known:
        for name in SHOWN_PAGE_FIELDS:
            if known.values[name] != values[name]:
                yield ValueChange(name, known.values[name], values[name])


def article_changes(plan: PagePlan) -> Iterator[ArticleChange]:
    for article in plan.articles:
        known = article.known
        status = _status(article)
        changed = tuple(_value_changes(known, article.values)) if status == "changed" else ()
        if status != "changed" or changed:
            pk = known.pk if known else None
            yield ArticleChange(pk, article.values.get("position", 0), status, changed)


def _status(article: ArticlePlan) -> str:
    """``new`` (also: just made by an editor), ``returned``, ``hidden``, ``merged``, ``gone``; ``changed`` for all others."""
    known = article.known
    if known is None or not known.values:
        return "new"
    if known.state != article.state:
        return {"live": "returned"}.get(article.state, article.state)
    return "changed"


def _value_changes(known: KnownArticle, values: Values) -> Iterator[ValueChange]:
    for name in SHOWN_ARTICLE_FIELDS:
        before, after = known.values.get(name), values.get(name)
        if not same(name, before, after):
            yield ValueChange(name, shown(name, before), shown(name, after))
