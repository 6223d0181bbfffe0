"""Pages and articles made in one line, for tests that read."""

import hashlib
from datetime import date

from django.utils import timezone

from articles.models import (
    Article,
    ArticleDistrict,
    ArticleTopic,
    Byline,
    District,
    ImportRun,
    Page,
    Reporter,
    ReporterName,
    Tally,
    Topic,
)


def make_page(key: str | None = None, day: date | None = None, number: str = "", **fields) -> Page:
    """A page of a day, or one whose date is not known."""
    key = key or f"page_{Page.objects.count():05}.txt"
    run = ImportRun.objects.first() or ImportRun.objects.create(
        reader_version="1", status="finished", finished_at=timezone.now()
    )
    dated = {"date_earliest": day, "date_latest": day} if day else {}
    if day:
        dated |= {"issue_date": day.isoformat(), "date_precision": "day", "date_basis": "masthead"}
    values = {
        "sha256": hashlib.sha256(key.encode()).hexdigest(),
        "encoding": "utf-8",
        "text": "",
        "number": number,
        "reader_version": "1",
        "changed_at": timezone.now(),
        "first_run": run,
        "last_run": run,
    }
    return Page.objects.create(key=key, **{**values, **dated, **fields})


def make_article(
    page: Page | None = None,
    headline: str = "",
    body: str = "",
    *,
    bylines: tuple = (),
    districts: tuple = (),
    topics: tuple = (),
    **fields,
) -> Article:
    """An article with its ties; ``bylines`` are (role, name), the first district is primary."""
    page = page or make_page()
    values = {
        "position": page.articles.count() + 1,
        "page_number": page.number,
        "changed_at": timezone.now(),
        "line_ranges": [[1, 1]],
        **{n: getattr(page, n) for n in ("issue_date", "date_earliest", "date_latest")},
        "date_precision": page.date_precision,
    }
    values |= fields
    values.setdefault("in_lists", _stands_in_lists(values))
    article = Article.objects.create(page=page, headline=headline, body=body, **values)
    _tie(article, bylines, districts, topics)
    Article.objects.filter(pk=article.pk).renew_copies()
    Reporter.objects.filter(bylines__article=article).renew_counts()
    if article.in_lists:
        _tally(article)
    return article


def _stands_in_lists(values: dict) -> bool:
    live = values.get("state", "live") == "live"
    return live and values.get("kind", "news") not in Article.UNLISTED_KINDS


def make_district(name: str) -> District:
    return District.objects.get_or_create(name=name, defaults={"slug": f"d{_code(name)}"})[0]


def make_topic(name: str) -> Topic:
    return Topic.objects.get_or_create(name=name, defaults={"slug": f"t{_code(name)}"})[0]


def make_reporter(name: str) -> Reporter:
    known = ReporterName.objects.filter(name=name).first()
    if known:
        return known.reporter
    reporter = Reporter.objects.create(name=name)
    ReporterName.objects.create(reporter=reporter, name=name)
    return reporter


def _code(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _tie(article: Article, bylines, districts, topics) -> None:
    for order, (role, name) in enumerate(bylines):
        Byline.objects.create(
            article=article, reporter=make_reporter(name), order=order, role=role, name=name
        )
    for index, name in enumerate(districts):
        district = make_district(name)
        ArticleDistrict.objects.create(
            article=article, district=district, is_primary=not index, words=[name], count=1
        )
        if not index:
            Article.objects.filter(pk=article.pk).update(primary_district=district)
    for order, name in enumerate(topics):
        ArticleTopic.objects.create(article=article, topic=make_topic(name), order=order)


def _tally(article: Article) -> None:
    """The kept counts that an import would have raised."""
    first = article.date_earliest
    known_month = article.date_precision in {"day", "month"}
    year, month = (first.year if first else 0), (first.month if first and known_month else 0)
    subjects = [("archive", 0)]
    subjects += [("district", d) for d in article.districts.values_list("pk", flat=True)]
    subjects += [("topic", t) for t in article.topics.values_list("pk", flat=True)]
    reporters = article.bylines.values_list("reporter_id", flat=True)
    subjects += [("reporter", r) for r in set(reporters)]
    for subject, key in subjects:
        row, _new = Tally.objects.get_or_create(
            subject=subject, subject_id=key, year=year, month=month, defaults={"articles": 0}
        )
        row.articles += 1
        row.save()
