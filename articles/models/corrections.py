"""What editors said instead of the reader of pages, and what changed in the archive over time."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """One value of a page, an article or a reporter, as an editor set it. It outlives every import.

    Corrections made by one click (a split, a bulk action) share an ``act`` and are undone
    together. ``read`` is the value the reader had when the editor last looked: a reader that says
    something else later is in conflict.
    """

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        AGREED = "agreed", _("the reader now agrees")
        CONFLICT = "conflict", _("the reader now says something else")
        LOST = "lost", _("its lines are no longer on the page")
        SUPERSEDED = "superseded", _("replaced by a later one")
        WITHDRAWN = "withdrawn", _("withdrawn")

    STANDING = (State.IN_FORCE, State.AGREED, State.CONFLICT, State.LOST)

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    act = models.UUIDField(default=uuid.uuid4, db_index=True, editable=False)
    page = models.ForeignKey(
        "Page",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("source page"),
    )
    article = models.ForeignKey(
        "Article",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("article"),
    )
    reporter = models.ForeignKey(
        "Reporter",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("reporter"),
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
    # The account's name at the time; it stays when the account goes and travels with a dump.
    editor = models.CharField(_("editor's name"), max_length=150, blank=True)
    made_at = models.DateTimeField(_("made"), db_index=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    why = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_at", "-pk"]
        indexes = [
            # The worklist: what needs an editor's eye again.
            models.Index(
                fields=["state"],
                condition=Q(state__in=["conflict", "lost"]),
                name="correction_conflicts",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="correction_of_one_thing",
                condition=Q(page=None, article__isnull=False, reporter=None)
                | Q(page__isnull=False, article=None, reporter=None)
                | Q(page=None, article=None, reporter__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["article", "field"],
                condition=Q(state__in=["in_force", "agreed", "conflict", "lost"])
                & Q(article__isnull=False),
                name="correction_one_standing_per_article_field",
            ),
            models.UniqueConstraint(
                fields=["page", "field"],
                condition=Q(state__in=["in_force", "agreed", "conflict", "lost"])
                & Q(page__isnull=False),
                name="correction_one_standing_per_page_field",
            ),
            models.UniqueConstraint(
                fields=["reporter", "field"],
                condition=Q(state__in=["in_force", "agreed", "conflict", "lost"])
                & Q(reporter__isnull=False),
                name="correction_one_standing_per_reporter_field",
            ),
        ]

    def __str__(self):
        return f"{self.target} · {self.field}"

    @property
    def target(self) -> models.Model:
        """The article, page or reporter that it speaks of."""
        return self.article or self.reporter or self.page


class Change(models.Model):
    """Something in the archive that became different: one line of the public history.

    Of a page alone, of an article of a page, or of a reporter.
    """

    class Kind(models.TextChoices):
        CORRECTED = "corrected", _("corrected")
        WITHDRAWN = "withdrawn", _("correction withdrawn")
        READ = "read", _("read differently")
        APPEARED = "appeared", _("newly read from the page")
        GONE = "gone", _("no longer read from the page")
        MERGED = "merged", _("merged into another")
        RETURNED = "returned", _("back again")
        HIDDEN = "hidden", _("hidden")

    at = models.DateTimeField(_("time"))
    kind = models.CharField(_("what happened"), max_length=10, choices=Kind.choices)
    page = models.ForeignKey(
        "Page",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("source page"),
    )
    article = models.ForeignKey(
        "Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("article"),
    )
    reporter = models.ForeignKey(
        "Reporter",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("reporter"),
    )
    field = models.CharField(_("field"), max_length=30, blank=True)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    run = models.ForeignKey(
        "ImportRun", models.SET_NULL, null=True, related_name="+", verbose_name=_("import run")
    )
    correction = models.ForeignKey(
        Correction, models.CASCADE, null=True, related_name="+", verbose_name=_("correction")
    )

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-at", "-pk"]
        indexes = [
            # /changes/ and its feed, newest first.
            models.Index(fields=["-at", "-id"], name="change_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(
                name="change_of_a_page_or_a_reporter",
                condition=Q(page=None, article=None, reporter__isnull=False)
                | Q(page__isnull=False, reporter=None),
            ),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d} {self.kind} {self.target} {self.field}"

    @property
    def target(self) -> models.Model:
        """The article, page or reporter that became different."""
        return self.article or self.reporter or self.page


class Unindexed(models.Model):
    """An article whose entry in the search index is behind; written with the change itself.

    The queue is emptied after the commit. A run that was killed in between leaves it behind for
    the next one, so no change is ever missing from the index for good.
    """

    article_id = models.BigIntegerField(primary_key=True)

    class Meta:
        verbose_name = _("article to be indexed")
        verbose_name_plural = _("articles to be indexed")

    def __str__(self):
        return str(self.article_id)
