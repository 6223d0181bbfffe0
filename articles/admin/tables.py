"""What the desk's lists share: their titles, dates and yes/no in words."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ..templatetags.reading import issue_date


class PlainTitle:
    """A list under the plain name of what it lists; no counts that grow with the archive."""

    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request, extra_context=None):
        titled = {"title": str(self.opts.verbose_name_plural), **(extra_context or {})}
        return super().changelist_view(request, titled)


class LabelledForm(forms.ModelForm):
    """A row of boxes in a table, each saying what it is to whoever does not see its heading."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = field.label


class DateInWords:
    """The date of a page or an article as readers see it."""

    @admin.display(description=_("date"), ordering="date_earliest")
    def dated(self, row):
        return issue_date(row)


def mark(value: bool) -> str:
    """Yes as a tick, no as nothing: a list of red crosses looks like a list of faults."""
    return "✓" if value else ""
