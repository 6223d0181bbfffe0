"""What readers fill in: the search form, and the search that an address says."""

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .search import Filters

PARTS = [
    ("any", _("everywhere")),
    ("title", _("in headlines")),
    ("body", _("in the text")),
    ("names", _("in bylines")),
    ("captions", _("in captions")),
    ("column", _("in column names")),
]
ORDERS = [
    ("relevance", _("best first")),
    ("newest", _("newest first")),
    ("oldest", _("oldest first")),
]
MANY = ("county", "topic", "reporter", "kind", "number")
PATTERN = r"[-\w]{1,60}"
PATTERNS = {"reporter": r"[0-9]{1,18}"}


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class SearchForm(forms.Form):
    """The words, where to look for them, and between which days."""

    q = forms.CharField(required=False, max_length=20_000, strip=False, label=_("Search for"))
    part = forms.ChoiceField(required=False, choices=PARTS, label=_("Where"))
    first = forms.DateField(required=False, widget=DayInput, label=_("From"))
    last = forms.DateField(required=False, widget=DayInput, label=_("To"))
    sort = forms.ChoiceField(required=False, choices=ORDERS, label=_("Order"))
    md = forms.RegexField(r"^\d{2}-\d{2}$", required=False, label=_("On this day of any year"))
    day = forms.DateField(required=False)
    year = forms.IntegerField(required=False, min_value=1, max_value=9999, label=_("Year"))
    month = forms.RegexField(r"^\d{4}-(0[1-9]|1[0-2])$", required=False)
    corrected = forms.TypedChoiceField(
        required=False, choices=[("yes", "yes"), ("no", "no")], coerce=lambda value: value == "yes"
    )
    undated = forms.BooleanField(required=False)
    variants = forms.BooleanField(
        required=False, label=_("Also misreadings of the print and old names of places")
    )

    NAMES = {"part": "in", "first": "from", "last": "to"}

    def clean_md(self):
        """``MM-DD`` where there is such a day in some year."""
        value = self.cleaned_data["md"]
        try:
            return value and f"{date(2024, int(value[:2]), int(value[3:])):%m-%d}"
        except ValueError:
            raise forms.ValidationError(value) from None

    def add_prefix(self, field_name):
        """Addresses say ``in``, ``from`` and ``to``, which Python keeps for itself."""
        return self.NAMES.get(field_name, field_name)


@dataclass(frozen=True)
class Search:
    """The search that an address asks for. Values that make no sense are left out and named."""

    query: str
    filters: Filters
    order: str
    form: SearchForm
    parameters: QueryDict
    refused: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, parameters: QueryDict, **fixed) -> "Search":
        form = SearchForm(parameters)
        form.is_valid()
        values = form.cleaned_data
        refused = tuple(form.fields[name].label or form.add_prefix(name) for name in form.errors)
        return cls(
            query=values.get("q") or "",
            filters=Filters(**_filters(values), **_many(parameters)),
            order=values.get("sort") or "relevance",
            form=form,
            parameters=parameters,
            refused=refused,
        )

    @property
    def is_empty(self) -> bool:
        return not self.query.strip() and self.filters == Filters()

    @property
    def carried(self) -> str:
        """The query by which an article's page knows the search that led to it."""
        return "" if self.is_empty else self.address()

    def address(self, **changes) -> str:
        """The query of an address for this search with some parameters changed or dropped."""
        kept = {name: self.parameters.getlist(name) for name in self.parameters}
        kept.pop("page", None)
        for name, value in changes.items():
            kept[SearchForm.NAMES.get(name, name)] = [value] if value else []
        pairs = [(name, value) for name, values in kept.items() for value in values if value]
        return f"?{urlencode(pairs)}"


def _filters(values: dict) -> dict:
    return {
        "part": values.get("part") or "any",
        "date_from": values.get("first"),
        "date_to": values.get("last"),
        "month_day": values.get("md") or "",
        "day": values.get("day"),
        "year": values.get("year"),
        "month": values.get("month") or "",
        "corrected": None if values.get("corrected") in (None, "") else values["corrected"],
        "undated": bool(values.get("undated")),
        "variants": bool(values.get("variants")),
    }


def _many(parameters: QueryDict) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(
            value
            for value in parameters.getlist(name)[:20]
            if re.fullmatch(PATTERNS.get(name, PATTERN), value)
        )
        for name in MANY
    }
