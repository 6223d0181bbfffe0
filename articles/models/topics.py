"""Topics (专题) and the articles that belong to them."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .listed import ListCopy, list_index
from .places import Listed


class Topic(Listed):
    name = models.CharField(_("name"), max_length=50, unique=True)
    slug = models.SlugField(_("address"), unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:topic", args=[self.slug])


class TopicTerm(Listed):
    """A word that speaks for a topic, and how loudly."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="terms", verbose_name=_("topic"))
    term = models.CharField(_("word"), max_length=60)
    weight = models.FloatField(_("weight"), default=1)
    in_use = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("word of a topic")
        verbose_name_plural = _("words of topics")
        ordering = ["topic", "-weight", "term"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "term"], name="topic_term_once"),
        ]

    def __str__(self):
        return self.term


class ArticleTopic(ListCopy):
    """An article belongs to a topic; the words that decided."""

    article = models.ForeignKey("Article", models.CASCADE, verbose_name=_("article"))
    topic = models.ForeignKey(Topic, models.PROTECT, verbose_name=_("topic"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    words = models.JSONField(_("words"), default=list, blank=True)
    score = models.FloatField(_("score"), default=0)
    rule = models.CharField(_("rule"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("topic of an article")
        verbose_name_plural = _("topics of an article")
        ordering = ["article", "order"]
        indexes = [list_index("topic")]
        constraints = [
            models.UniqueConstraint(fields=["article", "topic"], name="article_topic_once"),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.topic_id}"
