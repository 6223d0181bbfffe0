"""Loads a dump of the editors' work into an archive built from the same page files.

First all rows are put in place in one transaction: public ids, corrections, history, word lists.
Then every page is read again around them, page by page; killed in between, the next import or
``retag`` does the rest.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TextIO

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, models, transaction

from ..corrections import Values
from ..models import (
    Article,
    ArticleDistrict,
    ArticleTopic,
    Byline,
    Change,
    Correction,
    District,
    DistrictName,
    Page,
    Place,
    Problem,
    Reporter,
    ReporterName,
    Tally,
    Topic,
    TopicTerm,
)
from . import dumping
from .lists import load as load_word_lists

BATCH = 500
RENUMBERED = 10**12
"""Ids of pages pass through here while they are dealt out anew."""


class BadDump(ValueError):
    """The dump cannot be loaded; nothing was changed."""


@dataclass(slots=True)
class Loaded:
    """What was loaded, and the pages whose corrections found no page file to stand on."""

    counts: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def load(stream: TextIO) -> Loaded:
    """Put the dump's rows in place. The caller reads all pages again afterwards.

    Raises ``BadDump`` and changes nothing where the file is no dump, or the archive holds
    corrections that the dump does not know.
    """
    records = _read(stream)
    with transaction.atomic():
        _refuse_to_forget(records["correction"])
        load_word_lists()
        _load_word_lists(records)
        pages = _fitting_pages(records["page"])
        missing = sorted({one["page"] for one in records["page"]} - pages.keys())
        _clear()
        _load_reporters(records["reporter"])
        _renumber(records["page"], pages)
        page_ids = dict(Page.objects.values_list("key", "pk"))
        fitting = {
            name: [one for one in records[name] if one["page"] in pages]
            for name in ("article", "correction", "change")
        }
        _load_articles(fitting["article"], page_ids)
        corrections = _load_corrections(fitting["correction"], page_ids)
        _load_changes(fitting["change"], page_ids, corrections)
        _load_settled(records["page"], page_ids, pages)
        _renew_sequences()
        Page.objects.update(reader_version="", revision=models.F("revision") + 1)
    counts = {name: len(rows) for name, rows in fitting.items()}
    return Loaded({**counts, "reporter": len(records["reporter"])}, missing)


KINDS = (
    *("district", "district_name", "place", "topic", "topic_term"),
    *("reporter", "page", "article", "correction", "change"),
)


def _read(stream: TextIO) -> dict[str, list[Values]]:
    records: dict[str, list[Values]] = defaultdict(list)
    for number, line in enumerate(stream, 1):
        try:
            record = json.loads(line)
            kind = record["record"]
        except (ValueError, KeyError, TypeError) as error:
            raise BadDump(f"line {number} is no line of a dump") from error
        if number == 1 and (kind, record.get("format")) != ("dump", dumping.FORMAT):
            raise BadDump("this is no dump of corrections, or one of another format")
        if number > 1 and kind not in KINDS:
            raise BadDump(f"line {number}: unknown record {kind}")
        records[kind].append(record)
    if not records:
        raise BadDump("the file is empty")
    return records


def _refuse_to_forget(corrections: list[Values]) -> None:
    known = {record["uid"] for record in corrections}
    unknown = [
        uid for uid in Correction.objects.values_list("uid", flat=True) if str(uid) not in known
    ]
    if unknown:
        raise BadDump(
            f"the archive holds {len(unknown)} corrections that the dump does not; dump them first"
        )


def _fitting_pages(records: list[Values]) -> dict[str, str]:
    """Keys of the dump's pages that the archive has with the same content."""
    held = dict(Page.objects.values_list("key", "sha256"))
    return {r["page"]: r["sha256"] for r in records if held.get(r["page"]) == r["sha256"]}


def _clear() -> None:
    """Take away what an import had made; pages and their texts stay."""
    Article.objects.update(state=Article.State.GONE, merged_into=None, continues=None)
    for model in (Change, Problem, Correction, Byline, ArticleDistrict, ArticleTopic, Tally):
        rows = model.objects.exclude(page=None) if model is Problem else model.objects.all()
        rows._raw_delete(rows.db)
    Reporter.objects.update(merged_into=None)
    for model in (Article, ReporterName, Reporter):
        rows = model.objects.all()
        rows._raw_delete(rows.db)


# --- word lists and reporters ---


def _load_word_lists(records: dict[str, list[Values]]) -> None:
    for one in records["district"]:
        successor = District.objects.filter(name=one["successor"]).first()
        values = {**_only(one, dumping.DISTRICT), "successor": successor, "edited": True}
        District.objects.update_or_create(name=one["name"], defaults=values)
    _load_children(DistrictName, "district", District, records["district_name"], "name")
    _load_children(Place, "district", District, records["place"], "name")
    for one in records["topic"]:
        values = {**_only(one, dumping.TOPIC), "edited": True}
        Topic.objects.update_or_create(name=one["name"], defaults=values)
    _load_children(TopicTerm, "topic", Topic, records["topic_term"], "term")


def _load_children(model, parent: str, parents, records: list[Values], key: str) -> None:
    for one in records:
        which = {parent: parents.objects.get(name=one[parent]), key: one[key]}
        rest = {k: v for k, v in one.items() if k not in {"record", parent, key}}
        model.objects.update_or_create(**which, defaults={**rest, "edited": True})


def _only(record: Values, names: Iterable[str]) -> Values:
    return {name: record[name] for name in names}


def _load_reporters(records: list[Values]) -> None:
    columns = ("id", "name", "is_organisation", "note")
    Reporter.objects.bulk_create((Reporter(**_only(r, columns)) for r in records), BATCH)
    for record in records:
        if record["merged_into"]:
            Reporter.objects.filter(pk=record["id"]).update(merged_into=record["merged_into"])
    names = ((name, record["id"]) for record in records for name in record["names"])
    ReporterName.objects.bulk_create(
        (ReporterName(name=name, reporter_id=pk) for name, pk in names), BATCH
    )


# --- pages, articles, corrections, history ---


def _renumber(records: list[Values], fitting: dict[str, str]) -> None:
    """Give pages the ids that their addresses were published under."""
    Page.objects.update(id=models.F("id") + RENUMBERED)
    for record in records:
        if record["page"] in fitting:
            Page.objects.filter(key=record["page"]).update(
                id=record["id"], manifest=record["manifest"]
            )
    free = max((record["id"] for record in records), default=0)
    others = Page.objects.filter(id__gt=RENUMBERED).order_by("key").values_list("key", flat=True)
    for number, key in enumerate(list(others), free + 1):
        Page.objects.filter(key=key).update(id=number)


def _load_articles(records: list[Values], page_ids: dict[str, int]) -> None:
    positions: dict[str, int] = defaultdict(int)
    rows = []
    for record in records:
        positions[record["page"]] += 1
        values = {"position": positions[record["page"]], "line_ranges": record["lines"]}
        rows.append(
            Article(
                pk=record["id"],
                page_id=page_ids[record["page"]],
                state=record["state"],
                merged_into_id=record["merged_into"],
                changed_at=record["changed_at"],
                in_lists=False,
                **{**values, **record.get("values", {})},
            )
        )
    _create(Article, rows)
    stamps = ((one["id"], one["created_at"], one["changed_at"]) for one in records)
    for pk, created, changed in stamps:
        Article.objects.filter(pk=pk).update(created_at=created, changed_at=changed)


def _load_corrections(records: list[Values], page_ids: dict[str, int]) -> dict[str, int]:
    names = {record["editor"] for record in records}
    users = get_user_model().objects.filter(username__in=names)
    user_ids = {user.get_username(): user.pk for user in users}
    columns = ("uid", "act", "field", "value", "replaced", "read", "state", "editor", "why")
    _create(
        Correction,
        (
            Correction(
                page_id=None if record["article"] else page_ids[record["page"]],
                article_id=record["article"],
                made_by_id=user_ids.get(record["editor"]),
                made_at=_time(record["made_at"]),
                withdrawn_at=_time(record["withdrawn_at"]),
                **_only(record, columns),
            )
            for record in records
        ),
    )
    return {str(uid): pk for uid, pk in Correction.objects.values_list("uid", "pk")}


def _load_changes(
    records: list[Values], page_ids: dict[str, int], corrections: dict[str, int]
) -> None:
    columns = ("kind", "field", "before", "after")
    _create(
        Change,
        (
            Change(
                at=_time(record["at"]),
                page_id=page_ids[record["page"]],
                article_id=record["article"],
                correction_id=corrections.get(record["correction"]),
                **_only(record, columns),
            )
            for record in records
        ),
    )


def _load_settled(records: list[Values], page_ids: dict[str, int], fitting: dict[str, str]) -> None:
    runs = dict(Page.objects.values_list("key", "last_run"))
    _create(
        Problem,
        (
            Problem(
                run_id=runs[record["page"]],
                file=record["page"],
                page_id=page_ids[record["page"]],
                article_id=one["article"],
                settled_at=_time(one["at"]),
                **_only(one, ("line", "code", "detail")),
            )
            for record in records
            if record["page"] in fitting
            for one in record["settled"]
        ),
    )


def _create(model, rows: Iterable[models.Model]) -> None:
    model.objects.bulk_create(rows, BATCH)


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
