"""Help while typing and when nothing is found: names that begin, sound or look so."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from ..models import District, DistrictName, Place, Reporter, Topic
from .expressions import Text
from .folding import bare, fold
from .syntax import parse, split
from .variants import ALTERNATIVES

LONGEST_NAME = 8
MOST = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something a reader may mean."""

    text: str
    label: str
    """What it is, in words."""
    url: str = ""
    """Its own page, where it has one."""


def names_beginning(prefix: str, limit: int) -> list[Suggestion]:
    """Places, topics and reporters whose name begins with ``prefix``."""
    begins = bare(fold(prefix))
    if not begins:
        return []
    districts = [
        *District.objects.filter(name__startswith=begins)[:limit],
        *(
            other.district
            for other in DistrictName.objects.filter(
                name__startswith=begins, kind="alias"
            ).select_related("district")[:limit]
        ),
    ]
    topics = Topic.objects.filter(name__startswith=begins)[:limit]
    reporters = Reporter.objects.filter(name__startswith=begins).order_by("-listed")[:limit]
    places = Place.objects.filter(name__startswith=begins)[:limit]
    found = [
        *(Suggestion(d.name, _("County"), d.get_absolute_url()) for d in districts),
        *(Suggestion(t.name, _("Topic"), t.get_absolute_url()) for t in topics),
        *(Suggestion(r.name, _("Reporter"), r.get_absolute_url()) for r in reporters),
        *(Suggestion(place.name, _("Place")) for place in places),
    ]
    return list(dict.fromkeys(found))[:limit]


def meant(query: str, names: tuple[str, ...]) -> list[str]:
    """Queries like this one with a mistyped name put right; ``names`` are those known.

    A name is meant where it sounds the same, where OCR would take one for the other, or, from
    three characters on, where one character differs.
    """
    like = _Likenesses.of(names)
    found = {}
    for part in split(parse(query)):
        if isinstance(part, Text):
            run = bare(fold(part.value))
            for window, name in like.in_run(run):
                found[query.replace(window, name)] = None
    found.pop(query, None)
    return list(found)[:MOST]


class _Likenesses:
    """Names by their sound, their look, and with a gap for each character."""

    def __init__(self, names: tuple[str, ...]):
        self._names = frozenset(names)
        self._keys: dict[tuple, list[str]] = defaultdict(list)
        for name in names:
            for key in _keys(name):
                self._keys[key].append(name)

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, names: tuple[str, ...]) -> "_Likenesses":
        return cls(names)

    def in_run(self, run: str):
        """(piece of the run, name that may be meant), the longest pieces first."""
        run = run[:60]
        for length in range(min(LONGEST_NAME, len(run)), 1, -1):
            for start in range(len(run) - length + 1):
                window = run[start : start + length]
                if window not in self._names:
                    for key in _keys(window):
                        yield from ((window, name) for name in self._keys.get(key, ()))


def _keys(name: str):
    """Likenesses by which a name is looked up; sound before look before a gap."""
    from pypinyin import lazy_pinyin

    yield ("sound", *lazy_pinyin(name))
    yield "look", "".join(min(c + ALTERNATIVES.get(c, "")) for c in name)
    if len(name) > 2:
        yield from (("gap", i, name[:i], name[i + 1 :]) for i in range(len(name)))
