"""An article: line ranges of its page plus what was read from them, as corrected."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import ArticleQuerySet
from .pages import Dated


class Article(Dated):
    """One article of a page. Its primary key is its public id, minted once.

    Plain columns hold the values in force. Where an editor corrected a field, ``read`` holds what
    the reader of pages said and a ``Correction`` row what the editor said instead. The columns of
    ``Dated``, ``page_number`` and ``in_lists`` are copies, kept so that every list is one range of
    an index. A second half that was linked to its first (``continues``) stands in no list: it is
    shown with the first.

    Shapes of the JSON columns: ``subheads`` and ``captions`` are lists of strings, ``line_ranges``
    a list of ``[first, last]``, ``joins`` of ``{"from", "to", "score"}``, ``left_out`` of
    ``{"line", "text", "reason"}``.
    """

    class Kind(models.TextChoices):
        NEWS = "news", _("news")
        PHOTO_STORY = "photo_story", _("photo story")
        COMMENTARY = "commentary", _("commentary")
        INTERVIEW = "interview", _("interview")
        LITERARY = "literary", _("literary")
        SIDEBAR = "sidebar", _("sidebar")
        BRIEF = "brief", _("brief")
        CONTINUATION = "continuation", _("continuation")
        NOTICE = "notice", _("notice")
        ADVERT = "advert", _("advert")
        PUBLIC_SERVICE_AD = "public_service_ad", _("public service advert")
        LEAD_IN = "lead_in", _("lead-in")

    UNLISTED_KINDS = (Kind.NOTICE, Kind.ADVERT, Kind.PUBLIC_SERVICE_AD, Kind.LEAD_IN)

    class State(models.TextChoices):
        LIVE = "live", _("live")
        HIDDEN = "hidden", _("hidden")
        MERGED = "merged", _("merged into another")
        GONE = "gone", _("no longer read from the page")

    page = models.ForeignKey(
        "Page", models.PROTECT, related_name="articles", verbose_name=_("source page")
    )
    position = models.PositiveIntegerField(_("position on the page"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NEWS)
    kicker = models.TextField(_("kicker"), blank=True)
    headline = models.TextField(_("headline"), blank=True)
    deck = models.TextField(_("deck"), blank=True)
    column = models.TextField(_("column"), blank=True)
    dateline = models.TextField(_("dateline"), blank=True)
    body = models.TextField(_("body"), blank=True)
    subheads = models.JSONField(_("subheads"), default=list, blank=True)
    captions = models.JSONField(_("captions"), default=list, blank=True)
    line_ranges = models.JSONField(_("lines"), default=list)
    joins = models.JSONField(_("joins"), default=list, blank=True)
    left_out = models.JSONField(_("left out of the body"), default=list, blank=True)
    continued_from = models.CharField(_("continued from page"), max_length=8, blank=True)
    continued_to = models.CharField(_("continued on page"), max_length=8, blank=True)
    continues = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="continuation",
        verbose_name=_("continues"),
    )

    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.LIVE)
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
    )

    page_number = models.CharField(_("page number"), max_length=8, blank=True, editable=False)
    in_lists = models.BooleanField(_("stands in lists"), default=True, editable=False)
    primary_district = models.ForeignKey(
        "District",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("primary county"),
    )
    districts = models.ManyToManyField(
        "District", through="ArticleDistrict", verbose_name=_("counties")
    )
    topics = models.ManyToManyField("Topic", through="ArticleTopic", verbose_name=_("topics"))

    read = models.JSONField(_("as read"), default=dict, editable=False)
    corrected_fields = models.JSONField(_("corrected fields"), default=list, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed"), db_index=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["page", "position"]
        indexes = [
            # Every list of readers: newest first, in page order within a day.
            models.Index(
                fields=["-date_earliest", "page_number", "position"],
                condition=Q(in_lists=True),
                name="article_lists",
            ),
            # Hidden, merged and gone ones are few among many; the admin asks for them.
            models.Index(fields=["state"], condition=~Q(state="live"), name="article_not_live"),
            # The same with adverts, notices and lead-ins, when a reader asks for all kinds.
            models.Index(
                fields=["-date_earliest", "page_number", "position"],
                condition=Q(state="live"),
                name="article_all_kinds",
            ),
            # The worklist: halves of jumped articles, few among many, whose other half is sought.
            models.Index(
                fields=["state"],
                condition=~Q(continued_from="") | ~Q(continued_to=""),
                name="article_jumping",
            ),
            # Lists of one kind (adverts, notices …) when a reader asks for them.
            models.Index(
                fields=["kind", "state", "-date_earliest", "page_number", "position"],
                name="article_by_kind",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "position"],
                condition=Q(state="live"),
                name="article_one_per_position",
            ),
            models.CheckConstraint(
                name="article_merged_says_into_which",
                condition=~Q(merged_into=None) | ~Q(state="merged"),
            ),
        ]

    def read_value(self, field: str):
        """What the reader of pages said of a plain column, corrected or not."""
        return self.read[field] if field in self.read else getattr(self, field)

    def __str__(self):
        return self.headline or self.body[:20] or f"#{self.pk}"

    def get_absolute_url(self):
        return reverse("articles:article", args=[self.pk])
