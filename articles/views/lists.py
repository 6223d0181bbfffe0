"""Lists of articles: which, how many, and which twenty of them stand on a page."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ..models import (
    Article,
    ArticleDistrict,
    ArticleTopic,
    Byline,
    District,
    Reporter,
    Tally,
    Topic,
)

PER_PAGE = 20
ALL_KINDS = "all"
_SUBJECTS = (
    ("reporter", Byline, Tally.Subject.REPORTER),
    ("county", ArticleDistrict, Tally.Subject.DISTRICT),
    ("topic", ArticleTopic, Tally.Subject.TOPIC),
)
_FIELD = {"reporter": "reporter", "county": "district", "topic": "topic"}


@dataclass(frozen=True)
class Choice:
    """What a list is narrowed to; ``None`` and ``""`` do not narrow."""

    county: District | None = None
    topic: Topic | None = None
    reporter: Reporter | None = None
    year: int | None = None
    kind: str = ""
    place: str = ""
    """The subject whose address it hangs on (``county`` …); ``""`` for the list of everything."""

    @classmethod
    def of(cls, request, **fixed) -> "Choice":
        """What the address fixes, and what its query adds; BadRequest for an unknown value."""
        asked = {
            "county": _by_slug(District, request.GET.get("county")),
            "topic": _by_slug(Topic, request.GET.get("topic")),
            "year": _year(request.GET.get("year")),
            "kind": _kind(request.GET.get("kind")),
        }
        fixed = {name: value for name, value in fixed.items() if value is not None}
        place = next((name for name in fixed if name != "year"), "")
        return cls(**{**asked, **fixed, "place": place})

    def narrowed(self, name: str, value) -> "Choice":
        """The same with one more condition; ``None`` or ``""`` takes it away."""
        return replace(self, **{name: value})

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """(name, label) of each condition beside the subject whose page this is."""
        labels = dict(Article.Kind.choices) | {ALL_KINDS: _("all kinds")}
        said = [
            ("county", self.county and self.county.name),
            ("topic", self.topic and self.topic.name),
            ("year", self.year and str(self.year)),
            ("kind", labels.get(self.kind)),
        ]
        return [(name, str(label)) for name, label in said if label and name != self.place]

    @property
    def address(self) -> str:
        """Where the list stands: the subject's own address, the rest as its query."""
        if not self.place:
            return reverse("articles:articles") + self._query()
        subject = getattr(self, self.place)
        key = subject.pk if self.place == "reporter" else subject.slug
        if not self.year:
            return reverse(f"articles:{self.place}", args=[key]) + self._query(self.place)
        address = reverse(f"articles:{self.place}_year", args=[key, self.year])
        return address + self._query(self.place, "year")

    @property
    def feed(self) -> str:
        """The address of the same list as a feed."""
        if not self.place:
            return reverse("articles:feed") + self._query()
        subject = getattr(self, self.place)
        key = subject.pk if self.place == "reporter" else subject.slug
        return reverse(f"articles:{self.place}_feed", args=[key]) + self._query(self.place)

    def _query(self, *said: str) -> str:
        names = (name for name in ("county", "topic", "year", "kind") if name not in said)
        values = {name: getattr(self, name) for name in names}
        values = {name: getattr(value, "slug", value) for name, value in values.items() if value}
        return f"?{urlencode(values)}" if values else ""

    @property
    def subjects(self) -> list[str]:
        return [name for name, *_rest in _SUBJECTS if getattr(self, name)]


@dataclass(frozen=True)
class Listing:
    """The articles of a choice, newest first, from kept counts and ranges of indexes."""

    choice: Choice

    @cached_property
    def total(self) -> int:
        """Kept where one subject is chosen; counted where subjects cross or a kind is asked."""
        if self.choice.kind or len(self.choice.subjects) > 1:
            return self._keys().count()
        return sum(n for year, n in self.years if self.choice.year in (None, year))

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """(year, articles) of the subject, whatever year is chosen; year 0: not known."""
        return list(tallied(self.choice).items())

    def articles(self, number: int, per_page: int = PER_PAGE) -> list[Article]:
        """The articles of one page of the list; the first is 1."""
        keys = list(self._keys()[(number - 1) * per_page : number * per_page])
        found = Article.objects.filter(pk__in=keys).as_lines().in_bulk()
        return [found[key] for key in dict.fromkeys(keys) if key in found]

    def pages(self, per_page: int = PER_PAGE) -> int:
        return max(1, -(-self.total // per_page))

    def _keys(self) -> QuerySet:
        """Primary keys in order, read from one index; further subjects are probed."""
        subjects = self.choice.subjects
        if subjects:
            rows, prefix = self._links(subjects[0]), "article__"
        else:
            rows, prefix = Article.objects.order_by(), ""
        rows = self._of_kind(rows, prefix)
        for name in subjects[1:]:
            rows = rows.filter(Exists(self._links(name).filter(article=OuterRef("article"))))
        if self.choice.year:
            rows = rows.filter(
                date_earliest__range=(date(self.choice.year, 1, 1), date(self.choice.year, 12, 31))
            )
        order = ("article_id",) if subjects else ("page_number", "position", "pk")
        rows = rows.order_by(F("date_earliest").desc(nulls_last=True), *order)
        return rows.values_list("article_id" if subjects else "pk", flat=True)

    def _links(self, name: str) -> QuerySet:
        model = next(model for subject, model, _tally in _SUBJECTS if subject == name)
        return model.objects.filter(**{_FIELD[name]: getattr(self.choice, name)}).order_by()

    def _of_kind(self, rows: QuerySet, prefix: str) -> QuerySet:
        kind = self.choice.kind
        if not kind:
            return rows.filter(in_lists=True)
        live = rows.filter(**{f"{prefix}state": Article.State.LIVE})
        return live if kind == ALL_KINDS else live.filter(**{f"{prefix}kind": kind})


def tallied(choice: Choice) -> dict[int, int]:
    """Articles by year of the first chosen subject (else of the archive), latest year first."""
    counts: dict[int, int] = {}
    for (year, _month), articles in by_month(choice).items():
        counts[year] = counts.get(year, 0) + articles
    return counts


def by_month(choice: Choice) -> dict[tuple[int, int], int]:
    """Kept counts by (year, month), latest first; 0 stands for what is not known."""
    subject, key = Tally.Subject.ARCHIVE, 0
    for name, _model, kind in _SUBJECTS:
        if chosen := getattr(choice, name):
            subject, key = kind, chosen.pk
            break
    rows = Tally.objects.filter(subject=subject, subject_id=key, articles__gt=0)
    rows = rows.order_by("-year", "-month").values_list("year", "month", "articles")
    return {(year, month): articles for year, month, articles in rows}


def page_asked(request, pages: int) -> int:
    """The number in ``page=``; Http404 with a word for the reader when there is no such page."""
    asked = request.GET.get("page", "1")
    if re.fullmatch(r"[0-9]{1,7}", asked) and 1 <= int(asked) <= pages:
        return int(asked)
    raise Http404(
        _("This list has %(pages)s pages; there is no page “%(asked)s”.")
        % {"pages": pages, "asked": asked[:20]}
    )


def _by_slug(model, slug: str | None):
    if not slug:
        return None
    found = re.fullmatch(r"[-\w]{1,50}", slug) and model.objects.filter(slug=slug).first()
    return found or _refuse(model._meta.verbose_name, slug)


def _year(asked: str | None) -> int | None:
    if not asked:
        return None
    if re.fullmatch(r"[0-9]{4}", asked) and int(asked):
        return int(asked)
    return _refuse(_("year"), asked)


def _kind(asked: str | None) -> str:
    if not asked or asked == ALL_KINDS or asked in Article.Kind.values:
        return asked or ""
    return _refuse(_("kind"), asked)


def _refuse(what: str | Promise, asked: str):
    raise BadRequest(_("There is no %(what)s “%(asked)s”.") % {"what": what, "asked": asked[:40]})
