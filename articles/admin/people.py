"""Reporters, the names they sign with, merging and splitting."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from ..importing import acts
from ..models import Reporter, ReporterName
from . import bulk, desk
from .tables import PlainTitle, SharedForm, mark

LONGEST = ReporterName._meta.get_field("name").max_length
COLUMNS = ("name", "is_organisation", "note")
"""What the form says of a reporter."""


class ReporterForm(SharedForm):
    """A reporter's own values, and names that are to stand for it from now on."""

    further = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=_("add names"),
        help_text=_("One a line; the next import follows them"),
    )
    why = forms.CharField(
        required=False,
        max_length=300,
        label=_("why"),
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    class Meta:
        widgets = {"note": AdminTextareaWidget(attrs={"rows": 3})}

    def clean_further(self):
        names = {line.strip() for line in self.cleaned_data["further"].splitlines()} - {""}
        if taken := acts.taken_names(names):
            message = _("It stands for somebody already: %s") % "、".join(taken)
            raise forms.ValidationError(message)
        if too_long := [name for name in names if len(name) > LONGEST]:
            raise forms.ValidationError(_("Too long: %s") % too_long[0])
        return names


class MergedFilter(admin.SimpleListFilter):
    title = _("merged")
    parameter_name = "merged"

    def lookups(self, request, model_admin):
        return [("no", _("stands under the own name")), ("yes", _("merged into somebody else"))]

    def queryset(self, request, queryset):
        if self.value() in {"yes", "no"}:
            return queryset.filter(merged_into__isnull=self.value() == "no")
        return queryset


@admin.register(Reporter)
class ReporterAdmin(PlainTitle, admin.ModelAdmin):
    list_display = ["name", "signs_as", "organisation", "listed", "merged_into"]
    list_filter = ["is_organisation", MergedFilter]
    search_fields = ["name", "names__name"]
    list_select_related = ["merged_into"]
    readonly_fields = ["signs_as", "listed", "merged_into"]
    form = ReporterForm
    show_full_result_count = False
    actions = ["merge"]
    change_form_template = "desk/reporter.html"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("names")

    @admin.display(description=_("also signs as"))
    def signs_as(self, reporter):
        return "、".join(one.name for one in reporter.names.all() if one.name != reporter.name)

    @admin.display(description=_("organisation"), ordering="is_organisation")
    def organisation(self, reporter):
        return mark(reporter.is_organisation)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("split/<int:pk>/", view(self.split), name="articles_reporter_split"),
            path("<int:pk>/undo/", view(self.undo), name="articles_reporter_undo"),
            *super().get_urls(),
        ]

    def get_fields(self, request, obj=None):
        """One who stands under another name signs with none."""
        if obj and obj.merged_into_id:
            return [*COLUMNS, "listed", "merged_into", "why"]
        return [*COLUMNS, "listed", "signs_as", "further", "why"]

    def save_model(self, request, obj, form, change):
        """What was changed is one act, with its lines of the history."""
        data, act = form.cleaned_data, acts.Act(request.user, form.cleaned_data["why"])
        said = {name: data[name] for name in COLUMNS if name in form.changed_data}
        acts.describe_reporter(obj.pk, said, act)
        acts.add_names(obj, data["further"], act)
        desk.index_after(act)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= {
                "recent": desk.recent(reporter=obj),
                "may_change": self.has_change_permission(request, obj),
                "undo_address": reverse("admin:articles_reporter_undo", args=[obj.pk]),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.action(description=_("Merge: they are one"), permissions=["change"])
    def merge(self, request, queryset):
        if bulk.are_too_many(request, queryset):
            return None
        chosen = list(queryset.order_by("-listed", "pk"))
        if len(chosen) < 2:
            messages.warning(request, _("Choose at least two who are one."))
            return None
        into = next((one for one in chosen if str(one.pk) == request.POST.get("into")), None)
        if into is None:
            context = {
                **self.admin_site.each_context(request),
                "title": _("Merge: they are one"),
                "opts": self.opts,
                "chosen": chosen,
            }
            return TemplateResponse(request, "desk/merge_reporters.html", context)
        done = _("Merged; their addresses lead to one.")
        with desk.acting(request, request.POST.get("why", "")[:300], done) as act:
            acts.merge_reporters(chosen, into, act)
        return _to_form(into)

    def split(self, request, pk):
        """Take a name apart from its reporter (POST only)."""
        name = get_object_or_404(ReporterName.objects.select_related("reporter"), pk=pk)
        shown = name.reporter
        self._check_post(request, shown)
        done = _("The name stands for somebody of its own again.")
        with desk.acting(request, done=done) as act:
            shown = acts.split_name(name, act)
        return _to_form(shown)

    def undo(self, request, pk):
        """Take back an act of the reporter's history (POST only)."""
        reporter = get_object_or_404(Reporter, pk=pk)
        self._check_post(request, reporter)
        desk.undo(request)
        return _to_form(reporter)

    def _check_post(self, request, reporter) -> None:
        if request.method != "POST" or not self.has_change_permission(request, reporter):
            raise PermissionDenied


def _to_form(reporter: Reporter):
    return redirect(reverse("admin:articles_reporter_change", args=[reporter.pk]))
