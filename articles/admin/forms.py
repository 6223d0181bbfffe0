"""The desk's forms: values of articles and pages as an editor types them."""

import re

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..corrections import (
    ARTICLE_FIELDS,
    PAGE_FIELDS,
    BadValue,
    Value,
    Values,
    dated,
    parse_ranges,
    same,
    show_ranges,
    shown,
)
from ..importing.acts import Said
from ..models import Article, District, Topic

DATE_HELP = _(
    "2023-12-09; 2023-12 or 2023 where no more is known; XXXX-12-09 without the year; "
    "2021-12-01~ for about"
)
LINES = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})


def _text(**more) -> forms.CharField:
    return forms.CharField(
        required=False, widget=forms.TextInput(attrs={"class": "vLargeTextField"}), **more
    )


class RangesField(forms.CharField):
    """Line ranges as text (``3-9, 171``); needs ``last_line``."""

    last_line = 0

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return []
        try:
            return parse_ranges(text, self.last_line)
        except BadValue as error:
            raise forms.ValidationError(error.args[0]) from None


class ArticleForm(forms.Form):
    """Every value of an article that an editor may correct."""

    kind = forms.ChoiceField(choices=Article.Kind.choices)
    kicker = _text()
    headline = _text()
    deck = _text()
    column = _text()
    dateline = _text()
    bylines = forms.CharField(
        required=False,
        widget=LINES,
        help_text=_("One a line: role | name; a third part tells apart two people of one name"),
    )
    districts = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    primary = forms.ChoiceField(required=False, label=_("primary county"))
    topics = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    body = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField"}),
        help_text=_("One paragraph a line"),
    )
    captions = forms.CharField(required=False, widget=LINES, help_text=_("One a line"))
    continued_from = _text(max_length=8)
    continued_to = _text(max_length=8)
    position = forms.IntegerField(min_value=1, max_value=500)
    line_ranges = RangesField(
        help_text=_("In reading order, as 3-9, 171"),
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )
    why = forms.CharField(required=False, max_length=300, label=_("why"))
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, values: Values, last_line: int, seen: str):
        self.values = values
        super().__init__(data, initial={**_typed(values), "seen": seen})
        for name, label in ARTICLE_FIELDS.items():
            if name in self.fields:
                self.fields[name].label = label
        names = self._counties()
        self.fields["districts"].choices = [(name, name) for name in names]
        self.fields["primary"].choices = [("", "—"), *((name, name) for name in names)]
        topics = Topic.objects.order_by("order").values_list("name", flat=True)
        self.fields["topics"].choices = [(name, name) for name in topics]
        self.fields["line_ranges"].last_line = last_line

    def _counties(self) -> list[str]:
        """Today's counties, and what the article has already."""
        here = Q(successor=None) | Q(name__in=self.values["districts"]["names"])
        return list(District.objects.filter(here).order_by("order").values_list("name", flat=True))

    def clean_bylines(self):
        return [_byline(line) for line in _lines(self.cleaned_data["bylines"])]

    def clean_body(self):
        return "\n".join(_lines(self.cleaned_data["body"]))

    def clean_captions(self):
        return _lines(self.cleaned_data["captions"])

    def clean_topics(self):
        """Topics as they stood, then those that were added."""
        chosen = self.cleaned_data["topics"]
        kept = [name for name in self.values["topics"] if name in chosen]
        return kept + [name for name in chosen if name not in kept]

    def clean(self):
        data = super().clean()
        chosen, primary = data.get("districts", []), data.get("primary") or None
        if primary and primary not in chosen:
            chosen = [*chosen, primary]
        kept = [name for name in self.values["districts"]["names"] if name in chosen]
        names = kept + [name for name in chosen if name not in kept]
        data["districts"] = {"names": names, "primary": primary}
        return data

    def said(self, pk: int) -> list[Said]:
        """The values that the editor changed."""
        return [
            Said(name, self.cleaned_data[name], pk)
            for name in ARTICLE_FIELDS
            if name in self.cleaned_data
            and not same(name, shown(name, self.values.get(name)), self.cleaned_data[name])
        ]


def _typed(values: Values) -> Values:
    """Values as they stand in the form's boxes."""
    return {
        **values,
        "bylines": "\n".join(_byline_text(one) for one in values["bylines"]),
        "captions": "\n".join(values["captions"]),
        "districts": values["districts"]["names"],
        "primary": values["districts"]["primary"] or "",
        "line_ranges": show_ranges(values["line_ranges"]),
    }


def _byline_text(one: Values) -> str:
    parts = [one["role"], one["name"], *([one["as"]] if one.get("as") else [])]
    return " | ".join(parts)


def _byline(line: str) -> Value:
    parts = [part.strip() for part in line.replace("｜", "|").split("|")]
    role, name, signs_as = (["", parts[0]] if len(parts) == 1 else parts[:2]) + [
        parts[2] if len(parts) > 2 else ""
    ]
    if not name:
        raise forms.ValidationError(_("No name: %s") % line)
    value = {"role": role, "name": name}
    return {**value, "as": signs_as} if signs_as else value


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class PageForm(forms.Form):
    """Date, number and title of a page."""

    issue_date = _text(
        max_length=32,
        help_text=DATE_HELP,
    )
    number = _text(max_length=8)
    title = _text(max_length=100)
    why = forms.CharField(required=False, max_length=300, label=_("why"))
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, values: Values, seen: str):
        self.values = values
        super().__init__(data, initial={**values, "seen": seen})
        for name, label in PAGE_FIELDS.items():
            if name in self.fields:
                self.fields[name].label = label

    def clean_issue_date(self):
        return checked_date(self.cleaned_data["issue_date"])

    def said(self) -> list[Said]:
        return [
            Said(name, self.cleaned_data[name])
            for name in ("issue_date", "number", "title")
            if self.cleaned_data[name] != self.values[name]
        ]


_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")


def checked_date(text: str) -> str:
    """An EDTF date, typed as such or as a day in Chinese; raises ``ValidationError``."""
    if day := _DAY.fullmatch(text.strip()):
        text = "{}-{:0>2}-{:0>2}".format(*day.groups())
    try:
        return dated(text)["issue_date"]
    except BadValue as error:
        raise forms.ValidationError(error.args[0]) from None


class LinesForm(forms.Form):
    """Line ranges of a page, for taking them out or making an article of them."""

    # It stands inside the page's own form, which is saved without it.
    use_required_attribute = False

    ranges = RangesField(label=_("lines"), help_text=_("In reading order, as 3-9, 171"))

    def __init__(self, data=None, *, last_line: int):
        super().__init__(data)
        self.fields["ranges"].last_line = last_line


class DateForm(forms.Form):
    """One date for several pages."""

    issue_date = forms.CharField(max_length=32, label=_("date"), help_text=DATE_HELP)
    why = _text(max_length=300, label=_("why"))

    def clean_issue_date(self):
        return checked_date(self.cleaned_data["issue_date"])


class TopicForm(forms.Form):
    """One topic for several articles."""

    topic = forms.ModelChoiceField(Topic.objects.all(), label=_("topic"))
    why = _text(max_length=300, label=_("why"))


class ReasonForm(forms.Form):
    """Why something is hidden; readers see the reason."""

    reason = forms.CharField(
        max_length=300,
        label=_("Reason for hiding (readers see it)"),
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        help_text=_("They leave all lists and searches; their addresses say that, and the reason."),
    )
