"""Doubtful names of places, each once however many articles have it, and ways to settle one."""

import re
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Min, Value
from django.db.models.functions import Left, StrIndex
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import District, Place, Problem

AT_ONCE = 100
"""Names shown; those with the most articles come first."""
_ABOUT = re.compile(r"(?P<name>[^→(]+)(?:→(?P<meant>[^(]+))?(?:\((?P<county>[^)]*)\))?")
_SAID = {
    "_seen": _("%(name)s: looked at in %(count)s articles."),
    "_add": _("%(name)s is in the list; %(count)s articles follow when they are read again."),
    "_none": _("%(name)s is no place; nobody will be asked about it again."),
}
"""Button → what it says when it is done."""
TOWN_ENDS = ("镇", "乡", "街道")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that articles have in doubt, with one of them as an example."""

    about: str
    """The beginning of the problems' details, which they share: ``红泉镇(攸县)``."""
    name: str
    meant: str
    """For a misread name the right one, else empty."""
    county: str
    count: int
    example: Problem

    @property
    def quote(self) -> str:
        """The words around it in the example."""
        return self.example.detail.removeprefix(f"{self.about} ")


def doubts(code: str) -> list[Doubt]:
    """What stands open, most articles first."""
    about = Left("detail", StrIndex("detail", Value(" ")) - 1)
    rows = Problem.objects.filter(code=code, settled_at=None).annotate(about=about)
    groups = rows.values("about").annotate(count=Count("pk"), first=Min("pk"))
    groups = list(groups.order_by("-count", "about")[:AT_ONCE])
    examples = Problem.objects.select_related("article", "page").in_bulk(
        [g["first"] for g in groups]
    )
    return [_doubt(one["about"], one["count"], examples[one["first"]]) for one in groups]


def _doubt(about: str, count: int, example: Problem) -> Doubt:
    said = _ABOUT.match(about)
    return Doubt(about, said["name"], said["meant"] or "", said["county"] or "", count, example)


def counties() -> list[str]:
    """Names of today's counties, in the order of the lists."""
    today = District.objects.filter(successor=None).order_by("order")
    return list(today.values_list("name", flat=True))


def settle(request, code: str) -> None:
    """What the button says: the name was looked at, is a place of a county, or is none."""
    button = next((name for name in _SAID if name in request.POST), "")
    about = request.POST.get("about", "")
    here = Problem.objects.filter(code=code, settled_at=None, detail__startswith=f"{about} ")
    if not button or not about or not here.exists():
        messages.error(request, _("Somebody else settled this meanwhile."))
        return
    said = _ABOUT.match(about)
    with transaction.atomic():
        if button != "_seen":
            county = request.POST.get("county") or said["county"]
            _list(request, said["name"], county, in_use=button == "_add")
        count = here.update(settled_at=timezone.now())
    messages.success(request, _SAID[button] % {"name": said["name"], "count": count})


def _list(request, name: str, county: str | None, *, in_use: bool) -> None:
    """Put the name into the list of places: in use, or out of use where it is none."""
    if not request.user.has_perm("articles.add_place"):
        raise PermissionDenied
    district = District.objects.filter(name=county).first() or District.objects.first()
    Place.objects.update_or_create(
        district=district,
        name=name,
        defaults={
            "kind": "town" if name.endswith(TOWN_ENDS) else "locality",
            "in_use": in_use,
            "edited": True,
        },
    )
