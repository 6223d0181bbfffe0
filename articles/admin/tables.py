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


class SharedForm(forms.ModelForm):
    """A row that two editors may have open at once; what this one did not touch, it does not save.

    Each box carries beside it what its editor saw. Where somebody else changed the same value
    meanwhile, the editor is told what is in force by now, and what was typed stays in the box:
    saved once more, it counts.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.arrange()
        for field in self.fields.values():
            # In a table, for whoever does not see the heading.
            field.widget.attrs["aria-label"] = field.label
        for name in self._shared():
            self.fields[name].show_hidden_initial = True

    def arrange(self) -> None:
        """For forms that have fields of their own."""

    def _shared(self) -> list[str]:
        """Boxes for columns of a row that stands already and may be changed."""
        if not self.instance.pk:
            return []
        fields = self.fields
        return [name for name in self.initial if name in fields and not fields[name].disabled]

    def clean(self):
        data = super().clean()
        for name in self._shared():
            if name not in self.changed_data:
                data[name] = getattr(self.instance, name)
            elif self._was_changed_meanwhile(name):
                self._tell(name)
        return data

    def _was_changed_meanwhile(self, name: str) -> bool:
        field, now = self.fields[name], self.initial[name]
        seen = self.data.get(self.add_initial_prefix(name))
        return field.has_changed(now, seen) and field.has_changed(now, self[name].data)

    def _tell(self, name: str) -> None:
        field, now = self.fields[name], self.initial[name]
        words = dict(getattr(field, "choices", ())).get(now, now)
        if isinstance(now, bool):
            words = _("yes") if now else _("no")
        message = _(
            "Somebody else changed this meanwhile; in force is: %s. Save again to put yours in force."
        )
        self.add_error(name, message % words)
        self.data = self.data.copy()
        self.data[self.add_initial_prefix(name)] = field.prepare_value(now)


class DateInWords:
    """The date of a page or an article as readers see it."""

    @admin.display(description=_("date"), ordering="date_earliest")
    def dated(self, row):
        return issue_date(row)


def mark(value: bool) -> str:
    """Yes as a tick, no as nothing: a list of red crosses looks like a list of faults."""
    return "✓" if value else ""
