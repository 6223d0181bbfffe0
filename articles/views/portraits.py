"""What the archive can say about a county, a topic or a reporter, beside its articles.

Counts over time are kept ones. What crosses (which topics a county has, who writes there) is
counted over a subject's latest articles only, so that no page grows with the archive; pages
say so.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Sum

from ..models import (
    ArticleDistrict,
    ArticleTopic,
    Byline,
    District,
    Place,
    Reporter,
    Tally,
    Topic,
)

LATEST = 500
_MOST = 12
_CHART_HEIGHT = 60


@dataclass(frozen=True)
class Bar:
    """A year of a histogram, in the units of its drawing: ten wide, sixty high."""

    year: int
    articles: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Histogram:
    bars: list[Bar]
    unknown: int
    """Articles whose year is not known."""

    @property
    def width(self) -> int:
        return max(1, len(self.bars)) * 10

    @property
    def first(self) -> int:
        return self.bars[0].year

    @property
    def last(self) -> int:
        return self.bars[-1].year

    @property
    def held(self) -> list[Bar]:
        """Years that have something, latest first."""
        return [bar for bar in reversed(self.bars) if bar.articles]


def histogram(years: list[tuple[int, int]]) -> Histogram:
    """A bar for every year from the first to the last, empty ones too."""
    counts = dict(years)
    unknown = counts.pop(0, 0)
    if not counts:
        return Histogram([], unknown)
    first, most = min(counts), max(counts.values())
    bars = []
    for year in range(first, max(counts) + 1):
        n = counts.get(year, 0)
        height = max(2, round(_CHART_HEIGHT * n / most)) if n else 0
        bars.append(Bar(year, n, (year - first) * 10, _CHART_HEIGHT - height, height))
    return Histogram(bars, unknown)


def trends(subject: str) -> dict[int, Histogram]:
    """For each county or topic its histogram, all over the same years."""
    rows = Tally.objects.filter(subject=subject, year__gt=0).order_by()
    rows = list(rows.values_list("subject_id", "year").annotate(Sum("articles")))
    if not rows:
        return {}
    years = {year for _key, year, _n in rows}
    ends = {min(years): 0, max(years): 0}
    counts: dict[int, dict[int, int]] = {}
    for key, year, n in rows:
        counts.setdefault(key, dict(ends))[year] = n
    return {key: histogram(list(own.items())) for key, own in counts.items()}


def tile_map(entries) -> list:
    """Entries of the map's tiles: counties and zones; the city as a whole has no place on it."""
    return [entry for entry in entries if entry.subject.kind != "prefecture"]


@dataclass(frozen=True)
class Portrait:
    """(subject, articles) pairs over the latest articles, the most first."""

    topics: tuple = ()
    counties: tuple = ()
    reporters: tuple = ()
    towns: tuple = ()
    roles: tuple = ()
    names: tuple = ()
    first: object = None
    last: object = None


def of_county(district: District) -> Portrait:
    latest = _latest(ArticleDistrict, district=district)
    return Portrait(
        topics=_topics(latest),
        reporters=_reporters(latest),
        towns=_towns(latest, district),
    )


def of_topic(topic: Topic) -> Portrait:
    latest = _latest(ArticleTopic, topic=topic)
    return Portrait(counties=_counties(latest), reporters=_reporters(latest))


def of_reporter(reporter: Reporter) -> Portrait:
    latest = _latest(Byline, reporter=reporter)
    own = Byline.objects.filter(reporter=reporter, in_lists=True).order_by()
    ends = own.aggregate(first=Min("date_earliest"), last=Max("date_earliest"))
    roles = Byline.objects.filter(reporter=reporter, article__in=latest).exclude(role="").order_by()
    others = [name.name for name in reporter.names.all() if name.name != reporter.name]
    return Portrait(
        topics=_topics(latest),
        counties=_counties(latest),
        reporters=tuple(pair for pair in _reporters(latest, but=reporter)),
        roles=tuple(roles.values_list("role").annotate(n=Count("pk")).order_by("-n", "role")[:6]),
        names=tuple(others),
        first=ends["first"],
        last=ends["last"],
    )


def _latest(links, **subject) -> list[int]:
    """Primary keys of a subject's latest listed articles."""
    rows = links.objects.filter(in_lists=True, **subject).order_by("-date_earliest", "article_id")
    return list(rows.values_list("article_id", flat=True)[:LATEST])


def _topics(articles: list[int]) -> tuple:
    return _counted(Topic, ArticleTopic, "topic_id", articles)


def _counties(articles: list[int]) -> tuple:
    return _counted(District, ArticleDistrict, "district_id", articles)


def _reporters(articles: list[int], but: Reporter | None = None) -> tuple:
    found = _counted(Reporter, Byline, "reporter_id", articles, _MOST + 1)
    return tuple(pair for pair in found if pair[0] != but)[:_MOST]


def _counted(model, links, key: str, articles: list[int], most: int = _MOST) -> tuple:
    rows = links.objects.filter(article__in=articles).order_by().values_list(key)
    rows = list(rows.annotate(n=Count("article", distinct=True)).order_by("-n", key)[:most])
    found = model.objects.in_bulk([pk for pk, _n in rows])
    return tuple((found[pk], n) for pk, n in rows)


def _towns(articles: list[int], district: District) -> tuple:
    """Towns and places of the county that the latest articles name, by the kept evidence."""
    names = set(Place.objects.filter(district=district).values_list("name", flat=True))
    ties = ArticleDistrict.objects.filter(article__in=articles, district=district)
    words = Counter(
        word for row in ties.values_list("words", flat=True) for word in set(row) if word in names
    )
    return tuple(words.most_common(_MOST * 2))
