"""The editors' work as lines of JSON, and every public id, so that an archive can be rebuilt."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from ..corrections import Values
from ..exporting import export_row, with_export_joins
from ..models import (
    Article,
    Change,
    Correction,
    District,
    DistrictName,
    Page,
    Place,
    Problem,
    Reporter,
    Topic,
    TopicTerm,
)
from .store import ARTICLE_COLUMNS

FORMAT = 2
READABLE = {("dump", 1), ("dump", FORMAT)}
"""First lines that ``loading`` understands: format 1 had neither reporters' corrections nor digests."""
BATCH = 1000


def dump(stream: TextIO) -> int:
    """Write the dump; says how many lines it has."""
    count = 0
    for line in lines():
        stream.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return count


def lines() -> Iterator[Values]:
    """The lines in the order in which loading needs them."""
    yield {"record": "dump", "format": FORMAT}
    yield from _word_lists()
    yield from (_reporter(one) for one in _reporters())
    yield from (_page(one) for one in _pages())
    yield from (_article(one) for one in _articles())
    yield from (_correction(one) for one in _corrections())
    yield from (_change(one) for one in _changes())


def _word_lists() -> Iterator[Values]:
    """The rows of word lists that editors made or changed."""
    for one in District.objects.filter(edited=True).select_related("successor").order_by("pk"):
        successor = one.successor and one.successor.name
        yield {"record": "district", **_columns(one, DISTRICT), "successor": successor}
    for one in DistrictName.objects.filter(edited=True).select_related("district").order_by("pk"):
        yield {
            "record": "district_name",
            "district": one.district.name,
            **_columns(one, DISTRICT_NAME),
        }
    for one in Place.objects.filter(edited=True).select_related("district").order_by("pk"):
        yield {"record": "place", "district": one.district.name, **_columns(one, PLACE)}
    for one in Topic.objects.filter(edited=True).order_by("pk"):
        yield {"record": "topic", **_columns(one, TOPIC)}
    for one in TopicTerm.objects.filter(edited=True).select_related("topic").order_by("pk"):
        yield {"record": "topic_term", "topic": one.topic.name, **_columns(one, TERM)}


DISTRICT = ("name", "slug", "code", "kind", "valid_from", "valid_to", "note", "order")
DISTRICT_NAME = ("name", "kind", "in_use")
PLACE = ("name", "kind", "code", "in_use")
TOPIC = ("name", "slug", "order", "note")
TERM = ("term", "weight", "in_use")


def _columns(row: object, names: Iterable[str]) -> Values:
    return {name: getattr(row, name) for name in names}


def _reporters():
    return Reporter.objects.prefetch_related("names").order_by("pk").iterator(BATCH)


def _reporter(one: Reporter) -> Values:
    return {
        "record": "reporter",
        "id": one.pk,
        **_columns(one, ("name", "is_organisation", "note")),
        "merged_into": one.merged_into_id,
        "names": sorted(name.name for name in one.names.all()),
    }


def _pages():
    return Page.objects.defer("text", "staff", "furniture", "read").order_by("pk").iterator(BATCH)


def _page(one: Page) -> Values:
    settled = Problem.objects.filter(page=one).exclude(settled_at=None).order_by("pk")
    return {
        "record": "page",
        "id": one.pk,
        "page": one.key,
        "sha256": one.sha256,
        "manifest": one.manifest,
        "changed_at": one.changed_at.isoformat(),
        "settled": [
            {
                "article": problem.article_id,
                "line": problem.line,
                "code": problem.code,
                "detail": problem.detail,
                "at": problem.settled_at.isoformat(),
            }
            for problem in settled
        ],
    }


def _articles():
    return with_export_joins(Article.objects.order_by("pk")).iterator(BATCH)


def _article(one: Article) -> Values:
    """An article's id and lines; of one that no page gives any more, all that was read of it."""
    line = {
        "record": "article",
        "id": one.pk,
        "page": one.page.key,
        "lines": one.line_ranges,
        "state": one.state,
        "merged_into": one.merged_into_id,
        "created_at": one.created_at.isoformat(),
        "changed_at": one.changed_at.isoformat(),
        "digest": digest(one),
    }
    if one.state in {Article.State.GONE, Article.State.MERGED}:
        line["values"] = _columns(one, ARTICLE_COLUMNS)
    return line


SEEN = (
    *("kind", "kicker", "headline", "deck", "column", "dateline", "bylines", "body", "captions"),
    *("districts", "primary_district", "topics", "issue_date", "page_number", "page_title"),
    *("line_ranges", "continued_from", "continued_to"),
)
"""Keys of an exported article that its readers see, and that a page reader may read otherwise."""


def digest(one: Article) -> str | None:
    """A short sum over what readers see of an article; None for one that they do not see."""
    if one.state != Article.State.LIVE:
        return None
    row = export_row(one)
    seen = json.dumps([row[name] for name in SEEN], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


def _corrections():
    rows = Correction.objects.select_related("page", "article__page")
    return rows.order_by("pk").iterator(BATCH)


def _correction(one: Correction) -> Values:
    page = one.page or (one.article and one.article.page)
    return {
        "record": "correction",
        "uid": str(one.uid),
        "act": str(one.act),
        "page": page and page.key,
        "article": one.article_id,
        "reporter": one.reporter_id,
        "lines": one.article.line_ranges if one.article else None,
        **_columns(one, ("field", "value", "replaced", "read", "state", "editor", "why")),
        "made_at": one.made_at.isoformat(),
        "withdrawn_at": one.withdrawn_at and one.withdrawn_at.isoformat(),
    }


def _changes():
    rows = Change.objects.select_related("page", "correction")
    return rows.order_by("pk").iterator(BATCH)


def _change(one: Change) -> Values:
    return {
        "record": "change",
        "at": one.at.isoformat(),
        "page": one.page and one.page.key,
        "article": one.article_id,
        "reporter": one.reporter_id,
        "correction": one.correction and str(one.correction.uid),
        **_columns(one, ("kind", "field", "before", "after")),
    }
