"""Articles as editors see them."""

from django.contrib import admin

from ..models import Article


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "kind", "issue_date", "page_number", "state", "changed_at"]
    list_filter = ["state", "kind", "primary_district"]
    search_fields = ["headline", "page__key"]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
