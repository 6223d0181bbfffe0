"""Import runs and what they found doubtful; the record outlives the data it is about."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One run of ``import_pages`` that wrote to the database."""

    class Status(models.TextChoices):
        RUNNING = "running", _("running")
        FINISHED = "finished", _("finished")
        INTERRUPTED = "interrupted", _("interrupted")

    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.RUNNING
    )
    arguments = models.JSONField(_("arguments"), default=dict)
    reader_version = models.CharField(_("reader version"), max_length=40)
    counts = models.JSONField(_("counts"), default=dict)

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-started_at"]
        get_latest_by = "started_at"

    def __str__(self):
        return f"{self.pk} · {self.started_at:%Y-%m-%d %H:%M}"


class Problem(models.Model):
    """Something doubtful about a file, with its line; the editors' worklist."""

    UNKNOWN_PLACE = "unknown-place"
    MISREAD_PLACE = "suspected-misreading"
    OF_NAMES = (UNKNOWN_PLACE, MISREAD_PLACE)
    """Codes of names of places. Their details begin with the name, up to the first space."""

    run = models.ForeignKey(
        ImportRun, models.CASCADE, related_name="problems", verbose_name=_("import run")
    )
    file = models.CharField(_("file"), max_length=500)
    page = models.ForeignKey(
        "Page", models.CASCADE, null=True, related_name="problems", verbose_name=_("source page")
    )
    article = models.ForeignKey(
        "Article", models.CASCADE, null=True, related_name="problems", verbose_name=_("article")
    )
    line = models.PositiveIntegerField(_("line"), null=True)
    code = models.CharField(_("code"), max_length=40)
    detail = models.TextField(_("detail"), blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("problem")
        verbose_name_plural = _("problems")
        ordering = ["file", "line", "pk"]
        indexes = [
            # The worklist: what is open, by code.
            models.Index(
                fields=["code"], condition=Q(settled_at=None), name="problem_open_by_code"
            ),
        ]

    def __str__(self):
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where} {self.code}"

    @property
    def is_of_the_text(self) -> bool:
        """Whether readers of the article need to know: an unknown place is the word lists' lack."""
        return self.settled_at is None and self.code != self.UNKNOWN_PLACE
