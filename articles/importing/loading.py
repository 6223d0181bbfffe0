"""Loads a dump of the editors' work into an archive built from the same page files.

First all rows are put in place in one transaction: public ids, corrections, history, word lists.
Then every page is read again around them, page by page. The dump is read as a stream, so that its
size does not matter. Killed in between, the load is done again from its beginning.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, islice
from operator import itemgetter
from typing import TextIO

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone

from ..corrections import Values
from ..exporting import with_export_joins
from ..models import (
    Article,
    ArticleDistrict,
    ArticleTopic,
    Byline,
    Change,
    Correction,
    Page,
    Problem,
    Reporter,
    ReporterName,
    Tally,
)
from . import dumping, loading_lists
from .lists import load as load_word_lists

BATCH = 500
RENUMBERED = 10**12
"""Ids of pages pass through here while they are dealt out anew."""


class BadDump(ValueError):
    """The dump cannot be loaded; nothing was changed."""


@dataclass(slots=True)
class Loaded:
    """What was loaded, and the pages whose corrections found no page file to stand on."""

    counts: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)


def load(stream: TextIO) -> Loaded:
    """Put the dump's rows in place. The caller reads all pages again, then calls ``note_changes``.

    The stream is read twice from its beginning. Raises ``BadDump`` and changes nothing where the
    file is no dump, or the archive holds corrections that the dump does not know.
    """
    _check(_records(stream))
    with transaction.atomic():
        load_word_lists()
        _clear()
        loader = _Loader()
        for kind, records in groupby(_records(stream), itemgetter("record")):
            for batch in _batches(records):
                loader.take(kind, batch)
        loader.finish()
    return loader.loaded


def note_changes(stream: TextIO) -> int:
    """After the pages were read again: say which articles read otherwise than when dumped.

    A newer page reader may read what nobody corrected in its own way. Those articles changed for
    their readers now, and the history says so; how many there are.
    """
    now, count = timezone.now(), 0
    articles = (one for one in _records(stream) if one["record"] == "article" and one.get("digest"))
    for batch in _batches(articles):
        said = {one["id"]: one["digest"] for one in batch}
        found = with_export_joins(Article.objects.filter(pk__in=said))
        other = [one for one in found if dumping.digest(one) != said[one.pk]]
        Article.objects.filter(pk__in=[one.pk for one in other]).update(changed_at=now)
        Change.objects.bulk_create(
            Change(at=now, kind=Change.Kind.READ, page_id=one.page_id, article=one) for one in other
        )
        count += len(other)
    return count


# --- the dump's lines ---

KINDS = ("dump", *loading_lists.KINDS, "reporter", "page", "article", "correction", "change")
"""In the order in which they stand in a dump and need each other."""


def _records(stream: TextIO) -> Iterator[Values]:
    """The dump's lines from its beginning. Raises ``BadDump`` for what is no dump."""
    stream.seek(0)
    at = 0
    for number, line in enumerate(stream, 1):
        try:
            record = json.loads(line)
            kind = record["record"]
        except (ValueError, KeyError, TypeError) as error:
            raise BadDump(f"line {number} is no line of a dump") from error
        if number == 1 and (kind, record.get("format")) not in dumping.READABLE:
            raise BadDump("this is no dump of corrections, or one of another format")
        if kind not in KINDS[at:]:
            known = "is out of its order" if kind in KINDS else "is of an unknown kind"
            raise BadDump(f"line {number}: the record {kind} {known}")
        at = KINDS.index(kind)
        yield record


def _check(records: Iterator[Values]) -> None:
    """Look through the whole dump before anything is touched. Raises ``BadDump``."""
    unknown = {str(uid) for uid in Correction.objects.values_list("uid", flat=True)}
    first = next(records, None)
    if first is None:
        raise BadDump("the file is empty")
    for record in records:
        if record["record"] == "correction":
            unknown.discard(record["uid"])
    if unknown:
        raise BadDump(
            f"the archive holds {len(unknown)} corrections that the dump does not; dump them first"
        )


def _batches(records: Iterable[Values]) -> Iterator[list[Values]]:
    records = iter(records)
    while batch := list(islice(records, BATCH)):
        yield batch


def _clear() -> None:
    """Take away what an import had made; pages and their texts stay, out of the way."""
    Article.objects.update(state=Article.State.GONE, merged_into=None, continues=None)
    for model in (Change, Problem, Correction, Byline, ArticleDistrict, ArticleTopic, Tally):
        rows = model.objects.exclude(page=None) if model is Problem else model.objects.all()
        rows._raw_delete(rows.db)
    Reporter.objects.update(merged_into=None)
    for model in (Article, ReporterName, Reporter):
        rows = model.objects.all()
        rows._raw_delete(rows.db)
    Page.objects.update(id=models.F("id") + RENUMBERED)


# --- its rows ---


class _Loader:
    """Puts batches of records in place; remembers which pages the archive has as the dump does."""

    def __init__(self):
        self.loaded = Loaded()
        self._page_ids: dict[str, int] = {}
        self._positions: Counter[str] = Counter()
        self._free = 1
        self._put = {
            "reporter": self._reporters,
            "page": self._pages,
            "article": self._articles,
            "correction": self._corrections,
            "change": self._changes,
        }

    def take(self, kind: str, records: list[Values]) -> None:
        if kind in loading_lists.KINDS:
            loading_lists.load(kind, records)
        elif kind != "dump":
            fitting = [one for one in records if self._fits(one)]
            self._put[kind](fitting)
            if kind != "page":
                self.loaded.counts[kind] += len(fitting)

    def _fits(self, record: Values) -> bool:
        """Whether the archive has the page that the record speaks of (or it speaks of none)."""
        return (
            record["record"] == "page" or not record.get("page") or record["page"] in self._page_ids
        )

    def _reporters(self, records: list[Values]) -> None:
        columns = ("id", "name", "is_organisation", "note")
        Reporter.objects.bulk_create(
            Reporter(merged_into_id=one["merged_into"], **_only(one, columns)) for one in records
        )
        ReporterName.objects.bulk_create(
            ReporterName(name=name, reporter_id=one["id"])
            for one in records
            for name in one["names"]
        )

    def _pages(self, records: list[Values]) -> None:
        """Give pages the ids that their addresses were published under."""
        held = dict(
            Page.objects.filter(key__in=[one["page"] for one in records]).values_list(
                "key", "sha256"
            )
        )
        for record in records:
            self._free = max(self._free, record["id"] + 1)
            if held.get(record["page"]) != record["sha256"]:
                self.loaded.missing.append(record["page"])
                continue
            self._page_ids[record["page"]] = record["id"]
            kept = {"changed_at": _time(record["changed_at"])} if record.get("changed_at") else {}
            Page.objects.filter(key=record["page"]).update(
                id=record["id"], manifest=record["manifest"], **kept
            )
        self._settled([one for one in records if one["page"] in self._page_ids])

    def _settled(self, records: list[Values]) -> None:
        """Problems that editors have settled."""
        keys = [one["page"] for one in records if one["settled"]]
        runs = dict(Page.objects.filter(key__in=keys).values_list("key", "last_run"))
        Problem.objects.bulk_create(
            Problem(
                run_id=runs[record["page"]],
                file=record["page"],
                page_id=record["id"],
                article_id=one["article"],
                settled_at=_time(one["at"]),
                **_only(one, ("line", "code", "detail")),
            )
            for record in records
            for one in record["settled"]
        )

    def _articles(self, records: list[Values]) -> None:
        Article.objects.bulk_create(self._article(one) for one in records)

    def _article(self, record: Values) -> Article:
        self._positions[record["page"]] += 1
        values = {"position": self._positions[record["page"]], "line_ranges": record["lines"]}
        return Article(
            pk=record["id"],
            page_id=self._page_ids[record["page"]],
            state=record["state"],
            merged_into_id=record["merged_into"],
            created_at=_time(record["created_at"]),
            changed_at=_time(record["changed_at"]),
            in_lists=False,
            **{**values, **record.get("values", {})},
        )

    def _corrections(self, records: list[Values]) -> None:
        users = get_user_model().objects.filter(username__in={one["editor"] for one in records})
        user_ids = {user.get_username(): user.pk for user in users}
        columns = ("uid", "act", "field", "value", "replaced", "read", "state", "editor", "why")
        Correction.objects.bulk_create(
            Correction(
                page_id=None if one["article"] else self._page_ids.get(one["page"]),
                article_id=one["article"],
                reporter_id=one.get("reporter"),
                made_by_id=user_ids.get(one["editor"]),
                made_at=_time(one["made_at"]),
                withdrawn_at=_time(one["withdrawn_at"]),
                **_only(one, columns),
            )
            for one in records
        )

    def _changes(self, records: list[Values]) -> None:
        said = {one["correction"] for one in records} - {None}
        corrections = dict(Correction.objects.filter(uid__in=said).values_list("uid", "pk"))
        corrections = {str(uid): pk for uid, pk in corrections.items()}
        Change.objects.bulk_create(
            Change(
                at=_time(one["at"]),
                page_id=self._page_ids.get(one["page"]),
                article_id=one["article"],
                reporter_id=one.get("reporter"),
                correction_id=corrections.get(one["correction"]),
                **_only(one, ("kind", "field", "before", "after")),
            )
            for one in records
        )

    def finish(self) -> None:
        """Number the pages that the dump does not know, and have every page read again."""
        self.loaded.missing.sort()
        others = Page.objects.filter(id__gt=RENUMBERED).order_by("key")
        for number, key in enumerate(list(others.values_list("key", flat=True)), self._free):
            Page.objects.filter(key=key).update(id=number)
        _renew_sequences()
        Page.objects.update(reader_version="", revision=models.F("revision") + 1)


def _only(record: Values, names: Iterable[str]) -> Values:
    return {name: record[name] for name in names}


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _renew_sequences() -> None:
    """Let new ids begin after the loaded ones."""
    statements = connection.ops.sequence_reset_sql(
        no_style(), [Page, Article, Reporter, Correction, Change]
    )
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
