"""The word lists: from the data files into tables that editors may change, and from there to records.

Loading is idempotent. A row that an editor made or changed keeps the editor's values.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.db import transaction

from ..gazetteer import CITY, gazetteer_from_files, last_day, lexicon_of, read_rows
from ..models import District, DistrictName, Place, Topic, TopicTerm
from ..tagging import Gazetteer, PlaceName, TopicRules
from ..tagging import TopicTerm as TermRule
from ..tagging.words import Wording
from .records import WordLists


@transaction.atomic
def load() -> None:
    """Bring the tables up to date with the data files."""
    _load_districts()
    _load_topics()


def _load_districts() -> None:
    rows = read_rows("districts.csv")
    plain = ("slug", "code", "kind", "valid_from", "valid_to", "note")
    districts = _renewed(
        District,
        "name",
        [
            {"name": row["name"], "order": order, **{name: row[name] for name in plain}}
            for order, row in enumerate(rows)
        ],
    )
    _succeed(rows, districts)
    _renewed_children(DistrictName, "district_id", "name", _names(rows, districts))
    _renewed_children(Place, "district_id", "name", _places(districts))


def _succeed(rows: list[dict], districts: dict[str, District]) -> None:
    for row in rows:
        district, successor = districts[row["name"]], districts.get(row["became"])
        if not district.edited and district.successor_id != (successor and successor.pk):
            District.objects.filter(pk=district.pk).update(successor=successor)


def _names(rows: list[dict], districts: dict[str, District]) -> Iterator[dict]:
    for row in rows:
        for column, kind in (("short_names", "alias"), ("misreadings", "misreading")):
            for name in filter(None, row[column].split(";")):
                yield {"district_id": districts[row["name"]].pk, "name": name, "kind": kind}


def _places(districts: dict[str, District]) -> Iterator[dict]:
    for row in read_rows("towns.csv"):
        yield {
            "district_id": districts[row["county"]].pk,
            "name": row["town"],
            "kind": "town",
            "code": row["code"],
        }
    for row in read_rows("places.csv"):
        yield {"district_id": districts[row["county"]].pk, "name": row["name"], "kind": row["kind"]}


def _load_topics() -> None:
    topics = _renewed(
        Topic,
        "name",
        [
            {"name": r["name"], "slug": r["slug"], "order": int(r["order"]), "note": r["note"]}
            for r in read_rows("topics.csv")
        ],
    )
    _renewed_children(
        TopicTerm,
        "topic_id",
        "term",
        (
            {"topic_id": topics[r["topic"]].pk, "term": r["term"], "weight": float(r["weight"])}
            for r in read_rows("topic_terms.csv")
        ),
    )


def _renewed(model, key: str, rows: list[dict]) -> dict[str, object]:
    """Rows of a list with addresses of their own; none is ever deleted."""
    known = {getattr(one, key): one for one in model.objects.all()}
    _save(model, [(known.get(row[key]), row) for row in rows])
    return {getattr(one, key): one for one in model.objects.all()}


def _renewed_children(model, parent: str, key: str, rows: Iterable[dict]) -> None:
    """Names, places and words; one that left its data file goes, unless an editor made it."""
    known = {(getattr(one, parent), getattr(one, key)): one for one in model.objects.all()}
    wanted = {(row[parent], row[key]): row for row in rows}
    _save(model, [(known.get(which), row) for which, row in wanted.items()])
    left = [one.pk for which, one in known.items() if which not in wanted and not one.edited]
    if left:
        model.objects.filter(pk__in=left).delete()


def _save(model, pairs: list[tuple]) -> None:
    model.objects.bulk_create([model(**row) for known, row in pairs if known is None])
    for known, row in pairs:
        if known and not known.edited and any(getattr(known, k) != v for k, v in row.items()):
            model.objects.filter(pk=known.pk).update(**row)


def word_lists() -> WordLists:
    """The lists as the tables have them now."""
    return _word_lists(_gazetteer(), _topic_rules())


@lru_cache(maxsize=2)
def _word_lists(gazetteer: Gazetteer, rules: TopicRules) -> WordLists:
    """Kept while the tables say the same, for the automata behind the lists take long to build."""
    lexicon = lexicon_of(gazetteer)
    parts = (gazetteer, rules, sorted(lexicon.places))
    stamp = hashlib.sha256(repr(parts).encode()).hexdigest()[:12]
    return WordLists(lexicon, gazetteer, rules, stamp)


def _gazetteer() -> Gazetteer:
    """The tables' names; what no editor changes (wording, look-alikes, cues) from the data files."""
    files = gazetteer_from_files()
    return Gazetteer(
        city=CITY,
        names=(*_district_names(), *_place_names()),
        wording=(*files.wording, *_no_names()),
        outside=files.outside,
        lookalikes=files.lookalikes,
        cues=files.cues,
    )


def _district_names() -> Iterator[PlaceName]:
    others: dict[int, list[DistrictName]] = {}
    for other in DistrictName.objects.filter(in_use=True).order_by("pk"):
        others.setdefault(other.district_id, []).append(other)
    for one in District.objects.select_related("successor").order_by("order", "pk"):
        today = one.successor.name if one.successor else one.name
        kind = "old" if one.successor else "district"
        yield PlaceName(one.name, today, kind, last_day(one.valid_to, one.name))
        for other in others.get(one.pk, ()):
            if other.kind == DistrictName.Kind.ALIAS:
                yield PlaceName(other.name, today, "short", last_day(one.valid_to, other.name))
            else:
                yield PlaceName(other.name, today, "misreading")


def _place_names() -> Iterator[PlaceName]:
    for place in (
        Place.objects.filter(in_use=True).select_related("district__successor").order_by("pk")
    ):
        today = place.district.successor or place.district
        yield PlaceName(place.name, today.name, place.kind)


def _no_names() -> Iterator[Wording]:
    """What an editor put out of use, unless another county has it: nobody need look at it again."""
    used = Place.objects.filter(in_use=True).values("name")
    out = Place.objects.filter(in_use=False, edited=True).exclude(name__in=used)
    for name in out.order_by("name").values_list("name", flat=True).distinct():
        yield Wording(name, "not_a_name")


def _topic_rules() -> TopicRules:
    terms = TopicTerm.objects.filter(in_use=True).select_related("topic").order_by("pk")
    return TopicRules(
        topics=tuple(Topic.objects.order_by("order", "pk").values_list("name", flat=True)),
        terms=tuple(TermRule(one.topic.name, one.term, one.weight) for one in terms),
    )
