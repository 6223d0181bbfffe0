"""The dump's rows of word lists: what editors made of counties, places and topics."""

from collections.abc import Callable

from ..corrections import Values
from ..models import District, DistrictName, Place, Topic, TopicTerm
from . import dumping


def _district(one: Values) -> None:
    successor = District.objects.filter(name=one["successor"]).first()
    values = {name: one[name] for name in dumping.DISTRICT}
    District.objects.update_or_create(
        name=one["name"], defaults={**values, "successor": successor, "edited": True}
    )


def _topic(one: Values) -> None:
    values = {name: one[name] for name in dumping.TOPIC}
    Topic.objects.update_or_create(name=one["name"], defaults={**values, "edited": True})


def _child(model, parent: str, parents, key: str) -> Callable[[Values], None]:
    def put(one: Values) -> None:
        which = {parent: parents.objects.get(name=one[parent]), key: one[key]}
        rest = {k: v for k, v in one.items() if k not in {"record", parent, key}}
        model.objects.update_or_create(**which, defaults={**rest, "edited": True})

    return put


_PUT = {
    "district": _district,
    "district_name": _child(DistrictName, "district", District, "name"),
    "place": _child(Place, "district", District, "name"),
    "topic": _topic,
    "topic_term": _child(TopicTerm, "topic", Topic, "term"),
}
KINDS = tuple(_PUT)
"""In the order in which they stand in a dump."""


def load(kind: str, records: list[Values]) -> None:
    for record in records:
        _PUT[kind](record)
