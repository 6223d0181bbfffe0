"""Reporters, the names they sign with, and their bylines as printed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..querysets import ReporterQuerySet
from .listed import ListCopy, list_index


class Reporter(models.Model):
    """Somebody, or an organisation, that signs articles.

    One merged into another keeps its row, without names or bylines, so that its address answers.
    """

    name = models.CharField(_("name"), max_length=300)
    is_organisation = models.BooleanField(_("organisation"), default=False)
    note = models.TextField(_("note"), blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    listed = models.PositiveIntegerField(_("listed articles"), default=0, editable=False)
    """Kept count; ``Reporter.objects.filter(…).renew_counts()`` fills it after an import."""

    objects = ReporterQuerySet.as_manager()

    class Meta:
        verbose_name = _("reporter")
        verbose_name_plural = _("reporters")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="reporter_not_merged_into_itself", condition=~Q(merged_into=F("pk"))
            ),
        ]
        indexes = [
            # The list of reporters, most active first; and by the beginning of a name.
            models.Index(fields=["-listed", "name"], name="reporter_by_activity"),
            models.Index(fields=["name"], name="reporter_by_name"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:reporter", args=[self.pk])


class ReporterName(models.Model):
    """A name that stands for a reporter; the next import follows it."""

    reporter = models.ForeignKey(
        Reporter, models.CASCADE, related_name="names", verbose_name=_("reporter")
    )
    name = models.CharField(_("name"), max_length=300, unique=True)

    class Meta:
        verbose_name = _("reporter's name")
        verbose_name_plural = _("reporter's names")

    def __str__(self):
        return self.name


class Byline(ListCopy):
    """署名: one name of an article, with the role and the words as printed."""

    article = models.ForeignKey(
        "Article", models.CASCADE, related_name="bylines", verbose_name=_("article")
    )
    reporter = models.ForeignKey(
        Reporter, models.PROTECT, related_name="bylines", verbose_name=_("reporter")
    )
    order = models.PositiveSmallIntegerField(_("order"))
    role = models.TextField(_("role as printed"), blank=True)
    name = models.TextField(_("name as printed"))
    words = models.TextField(_("printed words"), blank=True)
    line = models.PositiveIntegerField(_("line"), null=True, blank=True)
    # One of the reporter's names, where an editor said who of several namesakes it is.
    signed_as = models.TextField(_("signs as"), blank=True)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["article", "order"]
        indexes = [list_index("reporter")]
        constraints = [
            models.UniqueConstraint(fields=["article", "order"], name="byline_one_per_order"),
        ]

    def __str__(self):
        return f"{self.role} {self.name}".strip()
