"""Counties, towns and topics with their words: the lists that reading goes by."""

from django.contrib import admin

from ..models import District, DistrictName, Place, Topic, TopicTerm


class EditedMixin:
    """A row that an editor saved is the editor's: no data file overwrites it any more."""

    def save_model(self, request, obj, form, change):
        obj.edited = True
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        for row in formset.save(commit=False):
            row.edited = True
            row.save()
        formset.save_m2m()

    def has_delete_permission(self, request, obj=None):
        """Names, places and words are put out of use instead, or the data file brings them back."""
        return False


class DistrictNameInline(admin.TabularInline):
    model = DistrictName
    extra = 0
    can_delete = False


class TopicTermInline(admin.TabularInline):
    model = TopicTerm
    extra = 0
    can_delete = False


@admin.register(District)
class DistrictAdmin(EditedMixin, admin.ModelAdmin):
    list_display = ["name", "kind", "valid_from", "valid_to", "successor", "edited"]
    list_filter = ["kind", "edited"]
    search_fields = ["name", "other_names__name"]
    list_select_related = ["successor"]
    inlines = [DistrictNameInline]


@admin.register(Place)
class PlaceAdmin(EditedMixin, admin.ModelAdmin):
    list_display = ["name", "district", "kind", "in_use", "edited"]
    list_filter = ["district", "kind", "in_use", "edited"]
    search_fields = ["name"]
    list_select_related = ["district"]


@admin.register(Topic)
class TopicAdmin(EditedMixin, admin.ModelAdmin):
    list_display = ["name", "order", "note", "edited"]
    search_fields = ["name", "terms__term"]
    inlines = [TopicTermInline]
