"""What editors said instead of the reader of pages, and what became of articles over time."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """One value of a page or an article, as an editor set it. It outlives every import."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        AGREED = "agreed", _("the reader now agrees")
        CONFLICT = "conflict", _("the reader now says something else")
        WITHDRAWN = "withdrawn", _("withdrawn")

    STANDING = (State.IN_FORCE, State.AGREED, State.CONFLICT)

    page = models.ForeignKey(
        "Page", models.CASCADE, null=True, blank=True, related_name="corrections"
    )
    article = models.ForeignKey(
        "Article", models.CASCADE, null=True, blank=True, related_name="corrections"
    )
    field = models.CharField(_("field"), max_length=30)
    value = models.JSONField(_("corrected value"), null=True)
    replaced = models.JSONField(_("value it replaced"), null=True)
    read = models.JSONField(_("value as read at that time"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.IN_FORCE
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("editor"),
    )
    made_at = models.DateTimeField(_("made"), db_index=True)
    why = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="correction_of_a_page_or_an_article",
                condition=Q(page=None, article__isnull=False) | Q(page__isnull=False, article=None),
            ),
            models.UniqueConstraint(
                fields=["article", "field"],
                condition=~Q(state="withdrawn") & Q(article__isnull=False),
                name="correction_one_standing_per_article_field",
            ),
            models.UniqueConstraint(
                fields=["page", "field"],
                condition=~Q(state="withdrawn") & Q(page__isnull=False),
                name="correction_one_standing_per_page_field",
            ),
        ]

    def __str__(self):
        return f"{self.article or self.page} · {self.field}"
