"""Districts (县区) of today and before, the names they go by, and articles about them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .listed import ListCopy, list_index


class Listed(models.Model):
    """A row of a word list: loaded from a data file, and an editor's own once touched."""

    # A row that an editor made or changed is never overwritten from the data file.
    edited = models.BooleanField(_("changed by an editor"), default=False, editable=False)

    class Meta:
        abstract = True


class District(Listed):
    """A county-level unit or functional zone; an earlier one has a successor."""

    name = models.CharField(_("name"), max_length=50, unique=True)
    slug = models.SlugField(_("address"), unique=True)
    code = models.CharField(_("statistical code"), max_length=12, blank=True)
    kind = models.CharField(_("kind"), max_length=40, blank=True)
    valid_from = models.CharField(_("in force from"), max_length=10, blank=True)
    valid_to = models.CharField(_("in force until"), max_length=10, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("became"),
    )
    note = models.TextField(_("note"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("county")
        verbose_name_plural = _("counties")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:county", args=[self.slug])


class DistrictName(Listed):
    """Another name of a district: a short one, an alias, or a misreading that OCR makes."""

    class Kind(models.TextChoices):
        ALIAS = "alias", _("alias")
        MISREADING = "misreading", _("misreading")

    district = models.ForeignKey(
        District, models.CASCADE, related_name="other_names", verbose_name=_("county")
    )
    name = models.CharField(_("name"), max_length=50)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.ALIAS)
    in_use = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("other name of a county")
        verbose_name_plural = _("other names of counties")
        ordering = ["district", "name"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="district_name_once"),
        ]

    def __str__(self):
        return self.name


class Place(Listed):
    """A town, street, park or institution that tells the district (乡镇街道, 园区, 单位)."""

    district = models.ForeignKey(
        District, models.CASCADE, related_name="places", verbose_name=_("county")
    )
    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=20)
    code = models.CharField(_("statistical code"), max_length=12, blank=True)
    in_use = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("town or place")
        verbose_name_plural = _("towns and places")
        ordering = ["district", "name"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="place_once_a_district"),
        ]

    def __str__(self):
        return self.name


class ArticleDistrict(ListCopy):
    """An article concerns a district; the words that say so."""

    article = models.ForeignKey("Article", models.CASCADE, verbose_name=_("article"))
    district = models.ForeignKey(District, models.PROTECT, verbose_name=_("county"))
    is_primary = models.BooleanField(_("primary"), default=False)
    words = models.JSONField(_("words"), default=list, blank=True)
    count = models.PositiveIntegerField(_("count"), default=0)
    rule = models.CharField(_("rule"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("county of an article")
        verbose_name_plural = _("counties of an article")
        ordering = ["article", "-is_primary", "pk"]
        indexes = [list_index("district")]
        constraints = [
            models.UniqueConstraint(fields=["article", "district"], name="article_district_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(is_primary=True), name="article_one_primary"
            ),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.district_id}"
