"""Merging reporters that are one person, and taking names apart again."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from ..corrections import BadValue
from ..models import Byline, Reporter, ReporterName
from . import tallies
from .writing import queue


@transaction.atomic
def merge(reporters: Iterable[Reporter], into: Reporter) -> set[int]:
    """All names and bylines of the reporters become those of one; ids of their articles.

    The others keep their rows, so that their addresses lead to it, and the next import follows.
    """
    others = [one for one in reporters if one.pk != into.pk]
    bylines = Byline.objects.filter(reporter__in=others)
    article_ids = set(bylines.values_list("article_id", flat=True))
    with tallies.kept(article_ids):
        bylines.update(reporter=into)
        ReporterName.objects.filter(reporter__in=others).update(reporter=into)
        Reporter.objects.filter(merged_into__in=others).update(merged_into=into)
        Reporter.objects.filter(pk__in=[one.pk for one in others]).update(merged_into=into)
        Reporter.objects.filter(pk=into.pk).update(merged_into=None)
    queue(article_ids)
    return article_ids


@transaction.atomic
def split(name: ReporterName) -> tuple[Reporter, set[int]]:
    """The name stands for somebody of its own again; that reporter, and the articles concerned.

    Raises ``BadValue`` for the only name that a reporter has.
    """
    former = name.reporter
    if former.names.count() == 1:
        raise BadValue("only name")
    own = Reporter.objects.filter(merged_into=former, name=name.name).order_by("pk").first()
    if own is None:
        own = Reporter.objects.create(name=name.name, is_organisation=former.is_organisation)
    signed = Q(signed_as=name.name) | Q(signed_as="", name=name.name)
    bylines = Byline.objects.filter(signed, reporter=former)
    article_ids = set(bylines.values_list("article_id", flat=True))
    with tallies.kept(article_ids):
        Reporter.objects.filter(pk=own.pk).update(merged_into=None)
        ReporterName.objects.filter(pk=name.pk).update(reporter=own)
        bylines.update(reporter=own)
    queue(article_ids)
    return own, article_ids
