"""Source pages: their date, number and title, and their text coloured by article."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from ..corrections import BadValue
from ..importing import acts
from ..importing.acts import Said
from ..models import Page
from . import desk, rows
from .bulk import several
from .forms import DateForm, LinesForm, PageForm
from .tables import DateInWords, PlainTitle


@admin.register(Page)
class PageAdmin(PlainTitle, DateInWords, admin.ModelAdmin):
    list_display = ["key", "dated", "date_basis", "number", "title", "changed_at"]
    list_filter = ["date_precision", "date_basis"]
    search_fields = ["key", "title"]
    show_full_result_count = False
    actions = ["set_date"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("text", "read", "furniture", "staff")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        page = get_object_or_404(Page, pk=object_id)
        if not self.has_view_or_change_permission(request, page):
            raise PermissionDenied
        form, unsaved = _form(page, request.POST if "_save" in request.POST else None), []
        if request.method == "POST":
            if not self.has_change_permission(request, page):
                raise PermissionDenied
            if "_save" in request.POST and not form.is_valid():
                desk.say_what_is_wrong(request, form)
            elif "_save" in request.POST and desk.is_stale(request, page):
                form, unsaved = _form(page), desk.unsaved(form, form.said())
            else:
                self._do(request, page, form)
                return redirect(request.path)
        context = self._context(request, page, form) | {"unsaved": unsaved}
        return TemplateResponse(request, "desk/page.html", context)

    def _context(self, request, page: Page, form: PageForm) -> dict:
        return {
            **self.admin_site.each_context(request),
            "title": str(page),
            "opts": self.opts,
            "page": page,
            "form": form,
            "rows": rows.of_page(form, page),
            "lines_form": LinesForm(last_line=page.text.count("\n") + 1),
            "lines": desk.text_lines(page),
            "recent": desk.recent(page=page, article=None),
            "problems": page.problems.filter(settled_at=None),
            "may_change": self.has_change_permission(request, page),
        }

    def _do(self, request, page: Page, form: PageForm) -> None:
        if "_undo" in request.POST:
            desk.undo(request)
            return
        if "_settle" in request.POST:
            desk.settle(request, page.problems)
            return
        if "_accept" in request.POST:
            desk.accept(request, page.corrections)
            return
        with desk.acting(request, request.POST.get("why", "")[:300]) as act:
            acts.check_unchanged(page, request.POST.get("seen", ""))
            if "_save" in request.POST:
                if said := form.said():
                    acts.correct(page.pk, said, act)
            else:
                _act(request, page, act)

    @admin.action(description=_("Set the date"), permissions=["change"])
    def set_date(self, request, queryset):
        def do(page, data, act):
            acts.correct(page.pk, [Said("issue_date", data["issue_date"])], act)

        return several(self, request, queryset, DateForm, "set_date", _("Set the date"), do)


def _form(page: Page, data=None) -> PageForm:
    values = {name: getattr(page, name) for name in ("issue_date", "number", "title")}
    return PageForm(data, values=values, seen=page.changed_at.isoformat())


def _act(request, page: Page, act) -> None:
    """The buttons beside the form."""
    if "_take" in request.POST:
        acts.take_read_value(page.pk, [(None, request.POST["_take"])], act)
        return
    form = LinesForm(request.POST, last_line=page.text.count("\n") + 1)
    if not form.is_valid():
        raise BadValue(" ".join(form.errors["ranges"]))
    if "_new" in request.POST:
        acts.new_article(page.pk, form.cleaned_data["ranges"], act)
    elif "_furniture" in request.POST:
        acts.take_out(page.pk, form.cleaned_data["ranges"], act)
