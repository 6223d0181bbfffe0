"""A page file as imported, and what was read of the page as a whole."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class DatePrecision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    MONTH_DAY = "month_day", _("month and day, no year")
    UNKNOWN = "unknown", _("unknown")


UNDATED = tuple(precision for precision in DatePrecision if precision != DatePrecision.DAY)
"""Precisions of pages that stand on the shelf of the undated."""


class DateBasis(models.TextChoices):
    EDITOR = "editor", _("set by an editor")
    MANIFEST = "manifest", _("manifest")
    FILE_NAME = "file_name", _("file name")
    MASTHEAD = "masthead", _("masthead")
    NEIGHBOUR = "neighbour", _("another page of the issue")
    TEXT = "text", _("inferred from the text")
    NONE = "none", _("no evidence")


class Dated(models.Model):
    """A date with its certainty; columns shared by pages and, copied, by their articles."""

    issue_date = models.CharField(
        _("date (EDTF)"),
        max_length=32,
        blank=True,
        help_text=_("Extended Date/Time Format: 2023-12-09, XXXX-12-09, 2021-12-01~"),
    )
    date_earliest = models.DateField(_("earliest day"), null=True, blank=True)
    date_latest = models.DateField(_("latest day"), null=True, blank=True)
    date_precision = models.CharField(
        _("date precision"),
        max_length=10,
        choices=DatePrecision.choices,
        default=DatePrecision.UNKNOWN,
    )

    class Meta:
        abstract = True


class Page(Dated):
    """One file of one printed page (版). The text is kept as imported and never edited."""

    key = models.CharField(_("file"), max_length=500, unique=True)
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    encoding = models.CharField(_("encoding"), max_length=16)
    text = models.TextField(_("text as imported"))
    # What the operator's manifest says of the page: {"date": …, "page_number": …, "page_title": …}.
    manifest = models.JSONField(_("manifest"), default=dict, blank=True)
    # What other pages of the issue say of its date; kept so that the page can be read again alone.
    neighbour_date = models.JSONField(_("date by its neighbours"), null=True, editable=False)
    number = models.CharField(_("page number"), max_length=8, blank=True)
    title = models.TextField(_("page title"), blank=True)
    staff = models.JSONField(_("staff"), default=list, blank=True)
    furniture = models.JSONField(_("furniture"), default=list, blank=True)
    date_basis = models.CharField(
        _("date basis"), max_length=10, choices=DateBasis.choices, default=DateBasis.NONE
    )
    date_evidence = models.JSONField(_("date evidence"), default=list, blank=True)
    # Values of corrected fields as the reader of pages said them; others stand in their columns.
    read = models.JSONField(_("as read"), default=dict, editable=False)
    corrected_fields = models.JSONField(_("corrected fields"), default=list, editable=False)
    reader_version = models.CharField(_("reader version"), max_length=40)
    # Goes up with every write, so that a plan made from an older state is noticed.
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"))
    first_run = models.ForeignKey(
        "ImportRun", models.PROTECT, related_name="+", verbose_name=_("first imported")
    )
    last_run = models.ForeignKey(
        "ImportRun", models.PROTECT, related_name="pages", verbose_name=_("last imported")
    )

    class Meta:
        verbose_name = _("source page")
        verbose_name_plural = _("source pages")
        ordering = ["key"]
        indexes = [
            # An issue's pages in order; the calendar's days.
            models.Index(fields=["date_precision", "date_earliest", "number"], name="page_by_day"),
            # The pages of an issue whose year is not known; jumps are linked among them.
            models.Index(fields=["issue_date"], name="page_by_issue"),
            # Pages read with other word lists or by another reader, in order of their files.
            models.Index(fields=["key", "reader_version"], name="page_by_reader"),
            # The undated shelf.
            models.Index(fields=["date_precision", "key"], name="page_by_precision"),
        ]
        constraints = [
            models.CheckConstraint(
                name="page_date_in_order",
                condition=Q(date_earliest=None, date_latest=None)
                | Q(date_earliest__lte=F("date_latest")),
            ),
            models.CheckConstraint(
                name="page_day_is_one_day",
                condition=~Q(date_precision="day") | Q(date_earliest=F("date_latest")),
            ),
        ]

    def __str__(self):
        return self.key

    def get_absolute_url(self):
        return reverse("articles:source", args=[self.pk])
