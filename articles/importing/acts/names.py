"""Who stands behind a name: what a reporter is called, reporters that are one person, and names
taken apart again.

A name belongs to one reporter, and bylines follow their names. One who has no name left keeps the
row, so that the address leads to the other.
"""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...corrections import BadValue, Value, Values
from ...models import Byline, Change, Correction, Reporter, ReporterName
from .. import tallies
from ..writing import queue
from .act import Act

Wanted = Mapping[int, Values]
"""Reporter's id → value of ``names`` (``corrections.REPORTER_FIELDS``)."""


@transaction.atomic
def describe_reporter(reporter_id: int, said: Values, act: Act) -> None:
    """Put columns of a reporter in force (``corrections.REPORTER_FIELDS``, all but ``names``)."""
    reporters = Reporter.objects.filter(pk=reporter_id)
    before = reporters.values("name", "is_organisation", "note").get()
    said = {field: value for field, value in said.items() if value != before[field]}
    for field, value in said.items():
        correction = _keep(reporter_id, field, value, before[field], act)
        note_reporter(correction, Change.Kind.CORRECTED, before[field], value, act)
        reporters.update(**{field: value})


@transaction.atomic
def add_names(reporter: Reporter, names: Iterable[str], act: Act) -> None:
    """The reporter signs with these names too; the next import follows.

    Raises ``BadValue`` for a name that stands for somebody already.
    """
    names = set(names)
    if reporter.merged_into_id:
        raise BadValue(_("%s stands under another name already.") % reporter)
    if taken := taken_names(names):
        raise BadValue(_("It stands for somebody already: %s") % "、".join(taken))
    if names:
        all_names = sorted({*_names_of([reporter.pk]), *names})
        _say({reporter.pk: {"names": all_names, "merged_into": None}}, act)


def taken_names(names: Iterable[str]) -> list[str]:
    """Those of the names that stand for somebody."""
    taken = ReporterName.objects.filter(name__in=names).order_by("name")
    return list(taken.values_list("name", flat=True))


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
    for pk, value in sorted(wanted.items()):
        merged_into = Reporter.objects.values_list("merged_into", flat=True).get(pk=pk)
        before = {"names": _names_of([pk]), "merged_into": merged_into}
        correction = _keep(pk, "names", value, before, act)
        note_reporter(correction, Change.Kind.CORRECTED, before, value, act)
    deal(wanted, act)


def _keep(reporter_id: int, field: str, value: Value, replaced: Value, act: Act) -> Correction:
    of_field = Correction.objects.filter(reporter=reporter_id, field=field)
    standing = of_field.filter(state__in=Correction.STANDING)
    standing.update(state=Correction.State.SUPERSEDED)
    return Correction.objects.create(
        act=act.uid,
        reporter_id=reporter_id,
        field=field,
        value=value,
        replaced=replaced,
        made_at=act.at,
        why=act.why,
        **act.signature(),
    )


def note_reporter(correction: Correction, kind: str, before: Value, after: Value, act: Act) -> None:
    """A line of the history for a reporter who goes on; those who go are named in it."""
    if correction.field == "names":
        before, after = before["names"], after["names"]
        if not after:
            return
    Change.objects.create(
        at=act.at,
        kind=kind,
        reporter_id=correction.reporter_id,
        field=correction.field,
        before=before,
        after=after,
        correction=correction,
    )


def deal(wanted: Wanted, act: Act) -> None:
    """Deal names and addresses out as wanted; bylines follow their names."""
    wanted = {**wanted, **_set_free(wanted)}
    owners = {name: pk for pk, value in wanted.items() for name in value["names"]}
    bylines = Byline.objects.filter(_signed(owners), reporter__in=wanted)
    article_ids = set(bylines.values_list("article_id", flat=True))
    new = [ReporterName(name=name, reporter_id=pk) for name, pk in owners.items()]
    with tallies.kept(article_ids):
        ReporterName.objects.bulk_create(new, ignore_conflicts=True)
        for pk, value in wanted.items():
            mine = value["names"]
            Byline.objects.filter(_signed(mine), reporter__in=wanted).update(reporter=pk)
            ReporterName.objects.filter(name__in=mine).update(reporter=pk)
            Reporter.objects.filter(pk=pk).update(merged_into=value["merged_into"])
    queue(article_ids)
    act.behind.update(article_ids)


def _signed(names: Iterable[str]) -> Q:
    return Q(signed_as__in=names) | Q(signed_as="", name__in=names)


def _set_free(wanted: Wanted) -> Wanted:
    """Names that none of these is to have any more go; one that something is signed with by now
    stands for somebody of its own, as the next import would have it."""
    kept = {name for value in wanted.values() for name in value["names"]}
    own = {}
    for one in ReporterName.objects.filter(reporter__in=wanted).exclude(name__in=kept):
        if Byline.objects.filter(_signed([one.name]), reporter=one.reporter_id).exists():
            somebody = Reporter.objects.create(name=one.name)
            own[somebody.pk] = {"names": [one.name], "merged_into": None}
        else:
            one.delete()
    return own
