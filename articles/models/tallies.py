"""Kept counts, so that no page of the site counts the archive."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tally(models.Model):
    """How many listed articles a subject has in a month.

    ``year`` 0 is for articles whose year is unknown, ``month`` 0 for those whose month is.
    A whole archive's or a subject's total is the sum over its rows.
    """

    class Subject(models.TextChoices):
        ARCHIVE = "archive", _("archive")
        DISTRICT = "district", _("county")
        TOPIC = "topic", _("topic")
        REPORTER = "reporter", _("reporter")

    subject = models.CharField(max_length=10, choices=Subject.choices)
    subject_id = models.BigIntegerField(default=0)
    year = models.PositiveSmallIntegerField(default=0)
    month = models.PositiveSmallIntegerField(default=0)
    articles = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "subject_id", "year", "month"], name="tally_once"
            ),
        ]

    def __str__(self):
        return f"{self.subject} {self.subject_id} {self.year}-{self.month:02}: {self.articles}"
