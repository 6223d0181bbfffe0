"""Runs, problems, corrections and changes: written by the machine, read by editors."""

from django.contrib import admin

from ..models import Change, Correction, ImportRun, Problem


class ReadOnlyAdmin(admin.ModelAdmin):
    """A record that nobody edits by hand."""

    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ["started_at", "status", "reader_version", "finished_at"]
    list_filter = ["status"]


@admin.register(Problem)
class ProblemAdmin(ReadOnlyAdmin):
    list_display = ["file", "line", "code", "detail", "settled_at"]
    list_filter = ["code"]
    search_fields = ["file"]
    list_select_related = ["page", "article"]


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ["made_at", "editor", "article", "page", "field", "state", "why"]
    list_filter = ["state", "field"]
    list_select_related = ["article", "page"]


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "article", "page", "field"]
    list_filter = ["kind"]
    list_select_related = ["article", "page"]
