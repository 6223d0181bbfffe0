"""Source pages: their date, number and title, and their text with line numbers."""

from django.contrib import admin

from ..models import Page


@admin.register(Page)
class PageAdmin(admin.ModelAdmin):
    list_display = ["key", "issue_date", "date_basis", "number", "title", "changed_at"]
    list_filter = ["date_precision", "date_basis"]
    search_fields = ["key", "title"]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
