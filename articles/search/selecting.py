"""Filters in their two forms: conditions for an engine, and a query of the database."""

from dataclasses import fields, replace

from django.db.models import F, Q

from ..models import Article
from ..querysets import ArticleQuerySet
from .answers import Filters
from .expressions import Between, Expression, Tagged

FACETED = ("county", "topic", "reporter", "kind", "number")


def conditions(filters: Filters) -> dict[str, Expression]:
    """Each filter in force as an expression, by its name."""
    found: dict[str, Expression] = {}
    for name in FACETED:
        if values := getattr(filters, name):
            found[name] = Tagged(name, tuple(values))
    for name, value in (("month", filters.month), ("month_day", filters.month_day)):
        if value:
            found[name] = Tagged(name, (value,))
    if filters.year is not None:
        found["year"] = Tagged("year", (f"{filters.year:04}",))
    if filters.day:
        found["day"] = Tagged("day", (filters.day.isoformat(),))
    if filters.date_from or filters.date_to:
        found["date"] = Between(
            int(f"{filters.date_from:%Y%m%d}") if filters.date_from else 0,
            int(f"{filters.date_to:%Y%m%d}") if filters.date_to else 99991231,
        )
    if filters.corrected is not None:
        found["corrected"] = Tagged("corrected", ("yes" if filters.corrected else "no",))
    if filters.undated:
        found["dated"] = Tagged("dated", ("no",))
    return found


def without(filters: Filters, name: str) -> Filters:
    """The same filters with one of them lifted."""
    default = next(f.default for f in fields(Filters) if f.name == name)
    return replace(filters, **{name: default})


def selected(filters: Filters) -> ArticleQuerySet:
    """Live articles that the filters leave, asked of the database."""
    articles = Article.objects.live()
    for name, column in (
        ("county", "districts__slug"),
        ("topic", "topics__slug"),
        ("reporter", "bylines__reporter"),
    ):
        if values := getattr(filters, name):
            articles = articles.filter(
                pk__in=Article.objects.filter(**{f"{column}__in": values}).values("pk")
            )
    if filters.kind:
        articles = articles.filter(kind__in=filters.kind)
    if filters.number:
        articles = articles.filter(page_number__in=filters.number)
    if filters.corrected is not None:
        uncorrected = Q(corrected_fields=[])
        articles = articles.filter(~uncorrected if filters.corrected else uncorrected)
    if filters.undated:
        articles = articles.exclude(date_precision="day")
    return _dated(articles, filters)


def _dated(articles: ArticleQuerySet, filters: Filters) -> ArticleQuerySet:
    if filters.date_from:
        articles = articles.filter(date_earliest__gte=filters.date_from, date_latest__isnull=False)
    if filters.date_to:
        articles = articles.filter(date_latest__lte=filters.date_to, date_earliest__isnull=False)
    if filters.year is not None:
        articles = articles.filter(date_earliest__year=filters.year, date_latest__year=filters.year)
    if filters.month:
        year, month = map(int, filters.month.split("-"))
        articles = articles.filter(
            date_earliest__year=year,
            date_latest__year=year,
            date_earliest__month=month,
            date_latest__month=month,
        )
    if filters.day:
        articles = articles.filter(date_earliest=filters.day, date_latest=filters.day)
    if filters.month_day:
        month, day = map(int, filters.month_day.split("-"))
        articles = articles.filter(
            Q(date_precision="month_day", issue_date__endswith=filters.month_day)
            | Q(
                date_earliest=F("date_latest"),
                date_earliest__month=month,
                date_earliest__day=day,
            )
        )
    return articles
