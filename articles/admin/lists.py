"""Counties, towns and topics with their words: the lists that reading goes by."""

from django import forms
from django.contrib import admin
from django.db.models import Count, Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ..models import District, DistrictName, Place, Topic, TopicTerm
from .tables import PlainTitle, SharedForm, mark

DISTRICT_KINDS = {
    "prefecture": _("prefecture-level city"),
    "district": _("city district"),
    "county-level city": _("county-level city"),
    "county": _("county"),
    "functional zone": _("functional zone"),
}
PLACE_KINDS = {
    "town": _("town, township or subdistrict"),
    "locality": _("village, community or locality"),
    "park": _("industrial park"),
    "road": _("road or bridge"),
    "scenic": _("scenic spot"),
    "school": _("school"),
    "firm": _("firm or institution"),
}
"""What the data files say → what editors call it."""


class ListedForm(SharedForm):
    """A row keeps what the data files, corrections and addresses know it by."""

    identity: tuple[str, ...] = ()
    kinds: dict = {}

    def arrange(self):
        for name in self.identity:
            if self.instance.pk and name in self.fields:
                self.fields[name].disabled = True
        if self.kinds and "kind" in self.fields:
            here = self.instance.kind
            kinds = self.kinds if here in self.kinds or not here else {here: here, **self.kinds}
            self.fields["kind"] = forms.ChoiceField(choices=list(kinds.items()))
        if "kind" in self.fields:
            self.fields["kind"].label = _("sort")


class DistrictForm(ListedForm):
    identity = ("name", "slug")
    kinds = DISTRICT_KINDS


class NameForm(ListedForm):
    identity = ("name",)


class PlaceForm(ListedForm):
    identity = ("district", "name")
    kinds = PLACE_KINDS


class TopicForm(ListedForm):
    identity = ("name", "slug")


class TermForm(ListedForm):
    identity = ("topic", "term")


class ListedAdmin(PlainTitle, admin.ModelAdmin):
    """A row that an editor saved is the editor's: no data file overwrites it any more."""

    change_form_template = "desk/listed.html"

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

    @admin.display(description=_("in use"), ordering="in_use")
    def is_used(self, row):
        return mark(row.in_use)

    @admin.display(description=_("changed by an editor"), ordering="edited")
    def is_edited(self, row):
        return mark(row.edited)


class KindFilter(admin.SimpleListFilter):
    """By kind of place, in words."""

    title = _("sort")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return list(PLACE_KINDS.items())

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


class DistrictNameInline(admin.TabularInline):
    model = DistrictName
    form = NameForm
    extra = 0
    can_delete = False


@admin.register(District)
class DistrictAdmin(ListedAdmin):
    form = DistrictForm
    list_display = ["name", "sort", "valid_from", "valid_to", "successor", "is_edited"]
    search_fields = ["name", "other_names__name"]
    list_select_related = ["successor"]
    inlines = [DistrictNameInline]

    @admin.display(description=_("sort"), ordering="kind")
    def sort(self, district):
        return DISTRICT_KINDS.get(district.kind, district.kind)


@admin.register(Place)
class PlaceAdmin(ListedAdmin):
    form = PlaceForm
    list_display = ["name", "district", "sort", "is_used", "is_edited"]
    list_filter = ["district", KindFilter, "in_use", "edited"]
    search_fields = ["name"]
    list_select_related = ["district"]

    @admin.display(description=_("sort"), ordering="kind")
    def sort(self, place):
        return PLACE_KINDS.get(place.kind, place.kind)


@admin.register(Topic)
class TopicAdmin(ListedAdmin):
    form = TopicForm
    list_display = ["name", "order", "words", "note", "is_edited"]
    readonly_fields = ["words"]
    search_fields = ["name", "terms__term"]

    def get_queryset(self, request):
        used = Count("terms", Q(terms__in_use=True))
        return super().get_queryset(request).annotate(words_in_use=used)

    @admin.display(description=_("words of the topic"))
    def words(self, topic):
        """How many decide for it, leading to the list where they are changed."""
        if topic.pk is None:
            return ""
        address = reverse("admin:articles_topicterm_changelist")
        asked = urlencode({"topic__id__exact": topic.pk})
        return format_html('<a href="{}?{}">{}</a>', address, asked, topic.words_in_use)


@admin.register(TopicTerm)
class TopicTermAdmin(ListedAdmin):
    form = TermForm
    list_display = ["term", "topic", "weight", "in_use", "is_edited"]
    list_editable = ["weight", "in_use"]
    list_filter = ["topic", "in_use", "edited"]
    list_select_related = ["topic"]
    search_fields = ["term"]

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, form=TermForm, **kwargs)

    def get_changeform_initial_data(self, request):
        """A word added from the list of a topic is that topic's."""
        listed = QueryDict(request.GET.get("_changelist_filters", ""))
        topic = listed.get("topic__id__exact", "")
        return super().get_changeform_initial_data(request) | {"topic": topic}
