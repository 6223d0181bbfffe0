"""What rows that tie articles to a subject copy from their article."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ListCopy(models.Model):
    """An article's listing and date, copied so that a subject's list is one range of an index.

    ``Article.objects.filter(…).renew_copies()`` fills them; importing and corrections call it
    whenever an article's rows, state, kind or date change.
    """

    in_lists = models.BooleanField(_("stands in lists"), default=True, editable=False)
    date_earliest = models.DateField(_("earliest day"), null=True, editable=False)

    class Meta:
        abstract = True


def list_index(subject: str) -> models.Index:
    """The index behind a subject's list, newest first, and its range by year.

    A condition and not a first column: SQLite would not use a column asked for as a truth value.
    """
    return models.Index(
        fields=[subject, "-date_earliest", "article"],
        condition=Q(in_lists=True),
        name=f"{subject}_lists",
    )
