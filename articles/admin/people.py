"""Reporters, the names they sign with, merging and splitting."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from .. import search
from ..corrections import BadValue
from ..importing import people
from ..models import Reporter, ReporterName


class ReporterNameInline(admin.TabularInline):
    model = ReporterName
    extra = 1
    can_delete = False
    verbose_name_plural = _("further names; the next import follows them")

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Reporter)
class ReporterAdmin(admin.ModelAdmin):
    list_display = ["name", "is_organisation", "listed", "merged_into"]
    list_filter = ["is_organisation"]
    search_fields = ["name", "names__name"]
    list_select_related = ["merged_into"]
    readonly_fields = ["listed", "merged_into"]
    inlines = [ReporterNameInline]
    show_full_result_count = False
    actions = ["merge"]
    change_form_template = "desk/reporter.html"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        split = self.admin_site.admin_view(self.split)
        return [path("split/<int:pk>/", split, name="articles_reporter_split"), *super().get_urls()]

    @admin.action(description=_("Merge: they are one"), permissions=["change"])
    def merge(self, request, queryset):
        chosen = list(queryset.order_by("-listed", "pk"))
        into = next((one for one in chosen if str(one.pk) == request.POST.get("into")), None)
        if into is None or len(chosen) < 2:
            context = {
                **self.admin_site.each_context(request),
                "title": _("Merge: they are one"),
                "opts": self.opts,
                "chosen": chosen,
            }
            return TemplateResponse(request, "desk/merge_reporters.html", context)
        with transaction.atomic():
            behind = people.merge(chosen, into)
            self.log_change(request, into, f"merged: {', '.join(one.name for one in chosen)}")
        search.index_articles(sorted(behind))
        messages.success(request, _("Merged; their addresses lead to one."))
        return None

    def split(self, request, pk):
        """Take a name apart from its reporter (POST only)."""
        name = get_object_or_404(ReporterName.objects.select_related("reporter"), pk=pk)
        former = name.reporter
        if request.method != "POST" or not self.has_change_permission(request, former):
            raise PermissionDenied
        try:
            with transaction.atomic():
                own, behind = people.split(name)
                self.log_change(request, former, f"split: {name.name}")
        except BadValue:
            messages.error(request, _("It is the reporter's only name."))
            return redirect(reverse("admin:articles_reporter_change", args=[former.pk]))
        search.index_articles(sorted(behind))
        messages.success(request, _("The name stands for somebody of its own again."))
        return redirect(reverse("admin:articles_reporter_change", args=[own.pk]))
