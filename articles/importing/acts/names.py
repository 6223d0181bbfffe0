"""Who stands behind a name: reporters that are one person, and names taken apart again.

A name belongs to one reporter, and bylines follow their names. One who has no name left keeps the
row, so that the address leads to the other.
"""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...corrections import BadValue, Values
from ...models import Byline, Change, Correction, Reporter, ReporterName
from .. import tallies
from ..writing import queue
from .act import Act

Wanted = Mapping[int, Values]
"""Reporter's id → value of ``names`` (``corrections.REPORTER_FIELDS``)."""


@transaction.atomic
def merge_reporters(reporters: Iterable[Reporter], into: Reporter, act: Act) -> None:
    """All names of the reporters, and so their bylines, become those of one; imports follow.

    Raises ``BadValue`` for one that was merged before.
    """
    others = [one for one in reporters if one.pk != into.pk]
    for one in (into, *others):
        if one.merged_into_id:
            raise BadValue(_("%s stands under another name already.") % one)
    names = _names_of([into.pk, *(one.pk for one in others)])
    gone = [one.pk for one in others]
    gone += Reporter.objects.filter(merged_into__in=gone).values_list("pk", flat=True)
    wanted = {pk: {"names": [], "merged_into": into.pk} for pk in gone}
    wanted[into.pk] = {"names": sorted(names), "merged_into": None}
    _say(wanted, act)


@transaction.atomic
def split_name(name: ReporterName, act: Act) -> Reporter:
    """The name stands for somebody of its own again; that reporter.

    Raises ``BadValue`` for the only name that a reporter has.
    """
    former = name.reporter
    left = [one for one in _names_of([former.pk]) if one != name.name]
    if not left:
        raise BadValue(_("It is the reporter's only name."))
    own = Reporter.objects.filter(merged_into=former, name=name.name).order_by("pk").first()
    if own is None:
        own = Reporter.objects.create(
            name=name.name, is_organisation=former.is_organisation, merged_into=former
        )
    _say(
        {
            former.pk: {"names": left, "merged_into": None},
            own.pk: {"names": [name.name], "merged_into": None},
        },
        act,
    )
    return own


def _names_of(reporter_ids: Iterable[int]) -> list[str]:
    names = ReporterName.objects.filter(reporter__in=reporter_ids)
    return sorted(names.values_list("name", flat=True))


def _say(wanted: Wanted, act: Act) -> None:
    """Keep what is wanted as corrections with a line of the history each, and do it."""
    standing = Correction.objects.filter(reporter__in=wanted, state__in=Correction.STANDING)
    standing.update(state=Correction.State.SUPERSEDED)
    for pk, value in sorted(wanted.items()):
        merged_into = Reporter.objects.values_list("merged_into", flat=True).get(pk=pk)
        correction = Correction.objects.create(
            act=act.uid,
            reporter_id=pk,
            field="names",
            value=value,
            replaced={"names": _names_of([pk]), "merged_into": merged_into},
            made_at=act.at,
            why=act.why,
            **act.signature(),
        )
        note_names(correction, Change.Kind.CORRECTED, correction.replaced, value, act)
    deal(wanted, act)


def note_names(correction: Correction, kind: str, before: Values, after: Values, act: Act) -> None:
    """A line of the history for a reporter who goes on; those who go are named in it."""
    if after["names"]:
        Change.objects.create(
            at=act.at,
            kind=kind,
            reporter_id=correction.reporter_id,
            field="names",
            before=before["names"],
            after=after["names"],
            correction=correction,
        )


def deal(wanted: Wanted, act: Act) -> None:
    """Deal names and addresses out as wanted; bylines follow their names."""
    owners = {name: pk for pk, value in wanted.items() for name in value["names"]}
    signed = Q(signed_as__in=owners) | Q(signed_as="", name__in=owners)
    bylines = Byline.objects.filter(signed, reporter__in=wanted)
    article_ids = set(bylines.values_list("article_id", flat=True))
    with tallies.kept(article_ids):
        for pk, value in wanted.items():
            mine = value["names"]
            own = Q(signed_as__in=mine) | Q(signed_as="", name__in=mine)
            Byline.objects.filter(own, reporter__in=wanted).update(reporter=pk)
            ReporterName.objects.filter(name__in=mine).update(reporter=pk)
            Reporter.objects.filter(pk=pk).update(merged_into=value["merged_into"])
    queue(article_ids)
    act.behind.update(article_ids)
