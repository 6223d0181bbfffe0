"""Reporters, the names they sign with, merging and splitting."""

from django.contrib import admin

from ..models import Reporter, ReporterName


class ReporterNameInline(admin.TabularInline):
    model = ReporterName
    extra = 0


@admin.register(Reporter)
class ReporterAdmin(admin.ModelAdmin):
    list_display = ["name", "is_organisation", "listed", "merged_into"]
    list_filter = ["is_organisation"]
    search_fields = ["name", "names__name"]
    list_select_related = ["merged_into"]
    readonly_fields = ["listed", "merged_into"]
    inlines = [ReporterNameInline]
    show_full_result_count = False
