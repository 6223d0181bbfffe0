"""Names that readers type after a prefix, or that facets show: between words and values."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from ..models import Article, District, Reporter, Topic
from .expressions import Expression, Named, Tagged, Text
from .folding import bare, fold


def resolved(leaf: Expression) -> Expression:
    """A name as the values it stands for; one that the archive does not know is text."""
    if not isinstance(leaf, Named):
        return leaf
    values = _LOOKUPS[leaf.field](leaf.name.strip())
    return Tagged(leaf.field, tuple(values)) if values else Text(leaf.typed)


def _counties(name: str) -> list[str]:
    """Districts of that name, short name or address; misreadings too."""
    full = [name + suffix for suffix in ("", "区", "县", "市")]
    found = District.objects.filter(Q(name__in=full) | Q(other_names__name=name) | Q(slug=name))
    return list(found.distinct().values_list("slug", flat=True))


def _topics(name: str) -> list[str]:
    return list(Topic.objects.filter(Q(name=name) | Q(slug=name)).values_list("slug", flat=True))


def _kinds(name: str) -> list[str]:
    return [value for value, label in Article.Kind.choices if name in (value, str(label))]


def _numbers(name: str) -> list[str]:
    """A page number as printed or without its zero: 2, 02, a2, 第2版."""
    folded = bare(fold(name)).removeprefix("第").removesuffix("版").upper()
    if folded.isascii() and folded.isdecimal():
        return [f"{int(folded):02}"] if len(folded) <= 4 else []
    return [folded] if folded.isascii() and folded.isalnum() and len(folded) <= 8 else []


_LOOKUPS = {"county": _counties, "topic": _topics, "kind": _kinds, "number": _numbers}


def labels(field: str, values: Iterable[str]) -> dict[str, str]:
    """What readers see for a facet's values."""
    values = list(values)
    if field == "county":
        return dict(District.objects.filter(slug__in=values).values_list("slug", "name"))
    if field == "topic":
        return dict(Topic.objects.filter(slug__in=values).values_list("slug", "name"))
    if field == "reporter":
        found = Reporter.objects.filter(pk__in=values).values_list("pk", "name")
        return {str(pk): name for pk, name in found}
    if field == "kind":
        known = dict(Article.Kind.choices)
        return {value: str(known.get(value, value)) for value in values}
    if field == "number":
        return {value: _("page %(number)s") % {"number": value} for value in values}
    return {value: value for value in values}
