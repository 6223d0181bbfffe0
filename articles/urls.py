"""Addresses of the archive: a promise (docs/addresses.md); none is ever taken back."""

from django.urls import path, re_path, register_converter

from . import feeds, sitemaps
from .views import (
    about,
    articles,
    data,
    dates,
    history,
    home,
    machines,
    oai,
    search,
    sources,
    subjects,
    undated,
)


class Year:
    regex = "(?!0000)[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int | str) -> str:
        return f"{int(value):04}"


class TwoDigits(Year):
    regex = "[0-9]{2}"

    def to_url(self, value: int | str) -> str:
        return f"{int(value):02}"


class PageNumber:
    """版次 as the reader of pages normalises it: 01, A2."""

    regex = "[A-Z]{0,2}[0-9]{1,3}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Year, "year")
register_converter(TwoDigits, "two")
register_converter(PageNumber, "page")


def resource(route: str, view, name: str, *forms: str) -> list:
    """A page at ``route/`` and its other forms at ``route.json``, ``route.txt`` …"""
    others = [
        path(f"{route}.{form}", view, {"form": form}, name=f"{name}_{form}") for form in forms
    ]
    return [path(f"{route}/", view, name=name), *others]


app_name = "articles"
urlpatterns = [
    path("", home.home, name="home"),
    path("index.json", home.home, {"form": "json"}, name="home_json"),
    *resource("coverage", home.coverage, "coverage", "json"),
    *resource("<year:year>", dates.year, "year", "json"),
    *resource("<year:year>/<two:month>", dates.month, "month", "json"),
    *resource("<year:year>/<two:month>/<two:day>", dates.day, "day", "json", "txt"),
    *resource("<year:year>/<two:month>/<two:day>/<page:number>", dates.page, "page", "json", "txt"),
    *resource("undated", undated.undated, "undated", "json"),
    *resource("articles", subjects.articles, "articles", "json"),
    *resource("articles/<int:pk>", articles.article, "article", "json", "txt"),
    *resource("articles/<int:pk>/history", history.article, "history", "json"),
    *resource("changes", history.changes, "changes", "json"),
    path("changes.atom", history.feed, name="changes_feed"),
    path("articles/<int:pk>.bib", articles.cite, {"form": "bib"}, name="article_bib"),
    path("articles/<int:pk>.ris", articles.cite, {"form": "ris"}, name="article_ris"),
    *resource("sources/<int:pk>", sources.source, "source", "json", "txt"),
    *resource("counties", subjects.counties, "counties", "json"),
    *resource("counties/<slug:slug>", subjects.county, "county", "json"),
    *resource("counties/<slug:slug>/<year:year>", subjects.county, "county_year", "json"),
    *resource("topics", subjects.topics, "topics", "json"),
    *resource("topics/<slug:slug>", subjects.topic, "topic", "json"),
    *resource("topics/<slug:slug>/<year:year>", subjects.topic, "topic_year", "json"),
    *resource("reporters", subjects.reporters, "reporters", "json"),
    *resource("reporters/<int:pk>", subjects.reporter, "reporter", "json"),
    *resource("reporters/<int:pk>/<year:year>", subjects.reporter, "reporter_year", "json"),
    *resource("search", search.search, "search", "json", "csv", "atom"),
    path("search/help/", search.help_page, name="search_help"),
    path("search/check/", search.check, name="search_check"),
    *resource("suggest", search.suggest, "suggest", "json"),
    path("opensearch.xml", search.opensearch, name="opensearch"),
    path("feed.atom", feeds.everything, name="feed"),
    path("counties/<slug:slug>/feed.atom", feeds.county, name="county_feed"),
    path("topics/<slug:slug>/feed.atom", feeds.topic, name="topic_feed"),
    path("reporters/<int:pk>/feed.atom", feeds.reporter, name="reporter_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-site.xml", sitemaps.site, name="sitemap_site"),
    path("sitemap-undated.xml", sitemaps.year, {"year": 0}, name="sitemap_undated"),
    path("sitemap-<year:year>.xml", sitemaps.year, name="sitemap_year"),
    path("about/", about.about, name="about"),
    path("help/", about.help_page, name="help"),
    path("oai", oai.oai, name="oai"),
    *resource("data", data.data, "data", "json"),
    path("data/<str:name>", data.file, name="data_file"),
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
    # Dates as people write them move to the padded address.
    re_path(r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})/?$", dates.padded),
    re_path(
        r"^(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"
        r"(?:/(?P<number>[A-Za-z]{0,2}\d{1,3}))?/?$",
        dates.padded,
    ),
    re_path(r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})/?$", dates.padded),
]
