"""Runs, problems, corrections and changes: written by the machine, worked off by editors."""

from dataclasses import replace

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .. import history, search
from ..corrections import ARTICLE_FIELDS, PAGE_FIELDS, REPORTER_FIELDS
from ..importing import acts
from ..models import Change, Correction, ImportRun, Problem
from . import bulk, desk, names, retagging
from .tables import PlainTitle
from .worklist import label, tasks


class ReadOnlyAdmin(PlainTitle, admin.ModelAdmin):
    """A record that nobody edits by hand."""

    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def may_work_off(self, request) -> bool:
        return request.user.has_perm("articles.change_article")


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ["started_at", "status", "pages_read", "articles_read", "reader_version"]
    list_filter = ["status"]

    @admin.display(description=_("pages"))
    def pages_read(self, run):
        return _counted(run.counts.get("pages", {}))

    @admin.display(description=_("articles"))
    def articles_read(self, run):
        return _counted(run.counts.get("articles", {}))


_COUNTED = {
    "new": _("new"),
    "changed": _("with changes"),
    "reread": _("read again, no value differs"),
    "unchanged": _("unchanged"),
    "duplicate": _("with the content of another"),
    "skipped": _("no pages"),
    "failed": _("failed"),
    "returned": _("back again"),
    "hidden": _("hidden"),
    "merged": _("merged into another"),
    "gone": _("no longer read"),
}


def _counted(counts: dict[str, int]) -> str:
    """What a run did in words; what it did not do is left out."""
    return "；".join(f"{_COUNTED[name]} {count}" for name, count in counts.items() if count)


class CodeFilter(admin.SimpleListFilter):
    """By kind of problem, as the worklist names them."""

    title = _("kind of doubt")
    parameter_name = "code"

    def lookups(self, request, model_admin):
        codes = Problem.objects.order_by("code").values_list("code", flat=True).distinct()
        return [(code, label(code)) for code in codes]

    def queryset(self, request, queryset):
        return queryset.filter(code=self.value()) if self.value() else queryset


class OpenFilter(admin.SimpleListFilter):
    title = _("whether it is settled")
    parameter_name = "open"

    def lookups(self, request, model_admin):
        return [("yes", _("open")), ("no", _("settled"))]

    def queryset(self, request, queryset):
        if self.value() in {"yes", "no"}:
            return queryset.filter(settled_at__isnull=self.value() == "yes")
        return queryset


@admin.register(Problem)
class ProblemAdmin(ReadOnlyAdmin):
    list_display = ["what", "place", "detail", "settled_at"]
    list_display_links = None
    list_filter = [OpenFilter, CodeFilter]
    search_fields = ["file"]
    list_select_related = ["page", "article"]
    actions = ["settle"]

    def has_work_permission(self, request):
        return self.may_work_off(request)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("worklist/", view(self.worklist), name="articles_problem_worklist"),
            path("names/<slug:code>/", view(self.names), name="articles_problem_names"),
            path("retag/", view(self.retag), name="articles_problem_retag"),
            *super().get_urls(),
        ]

    @admin.display(description=_("kind of doubt"), ordering="code")
    def what(self, problem):
        return label(problem.code)

    @admin.display(description=_("place"))
    def place(self, problem):
        """The file and line, leading to the form where it can be mended."""
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        if problem.article_id:
            address = reverse("admin:articles_article_change", args=[problem.article_id])
        elif problem.page_id:
            address = reverse("admin:articles_page_change", args=[problem.page_id])
        else:
            return where
        anchor = f"#L{problem.line}" if problem.line else ""
        return format_html('<a href="{}{}">{}</a>', address, anchor, where)

    @admin.action(description=_("Settle: looked at"), permissions=["work"])
    def settle(self, request, queryset):
        count = queryset.filter(settled_at=None).update(settled_at=timezone.now())
        messages.success(request, ngettext("%d settled.", "%d settled.", count) % count)

    def worklist(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Worklist"),
            "opts": self.opts,
            "tasks": tasks(),
        }
        return TemplateResponse(request, "desk/worklist.html", context)

    def names(self, request, code):
        """Doubtful names of places, each once, with the ways to settle it."""
        if code not in Problem.OF_NAMES:
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            if not self.may_work_off(request):
                raise PermissionDenied
            names.settle(request, code)
            return redirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "title": label(code),
            "opts": self.opts,
            "doubts": names.doubts(code),
            "counties": names.counties(),
            "may_list": request.user.has_perm("articles.add_place"),
            "may_change": self.may_work_off(request),
            "at_once": names.AT_ONCE,
        }
        return TemplateResponse(request, "desk/names.html", context)

    def retag(self, request):
        """What the changed word lists would change; on request, change it."""
        if not request.user.is_superuser:
            raise PermissionDenied
        if request.method == "POST":
            retagging.do(request)
            return redirect(request.get_full_path())
        asked = retagging.Asked(request.GET.get("after", ""), request.GET.get("word", "").strip())
        try:
            preview = retagging.preview(asked)
        except search.IndexUnavailable:
            messages.error(request, _("The search index cannot say where the word stands."))
            preview = retagging.preview(replace(asked, word=""))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Read again with the changed word lists"),
            "opts": self.opts,
            "asked": asked,
            **preview,
        }
        return TemplateResponse(request, "desk/retag.html", context)


class FieldFilter(admin.SimpleListFilter):
    """By field, as the forms name them."""

    title = _("field")
    parameter_name = "field"

    def lookups(self, request, model_admin):
        return list((ARTICLE_FIELDS | PAGE_FIELDS | REPORTER_FIELDS).items())

    def queryset(self, request, queryset):
        return queryset.filter(field=self.value()) if self.value() else queryset


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ["made_at", "editor", "target", "what", "said", "read_now", "state", "why"]
    fields = ["target", "what", "said", "said_before", "read_then", "read_now", "state"]
    fields += ["editor", "made_at", "withdrawn_at", "why"]
    list_filter = ["state", FieldFilter]
    list_select_related = ["article", "page", "reporter"]
    actions = ["accept"]

    def has_work_permission(self, request):
        return self.may_work_off(request)

    @admin.display(description=_("what was corrected"))
    def target(self, correction):
        return _link(correction.target)

    @admin.display(description=_("field"), ordering="field")
    def what(self, correction):
        return history.label(correction)

    @admin.display(description=_("corrected value"))
    def said(self, correction):
        return _short(correction.field, correction.value)

    @admin.display(description=_("value it replaced"))
    def said_before(self, correction):
        return _short(correction.field, correction.replaced)

    @admin.display(description=_("value as read at that time"))
    def read_then(self, correction):
        return _short(correction.field, correction.read)

    @admin.display(description=_("as read"))
    def read_now(self, correction):
        if correction.reporter:
            return ""
        return _short(correction.field, correction.target.read.get(correction.field))

    @admin.action(description=_("Accept: the correction stays"), permissions=["work"])
    def accept(self, request, queryset):
        if bulk.are_too_many(request, queryset):
            return
        with desk.acting(request) as act:
            acts.accept(queryset.values_list("pk", flat=True), act)


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "target", "what"]
    fields = ["at", "kind", "target", "what", "said_before", "said", "run"]
    list_filter = ["kind"]
    list_select_related = ["article", "page", "reporter"]

    @admin.display(description=_("what changed"))
    def target(self, change):
        return _link(change.target)

    @admin.display(description=_("field"))
    def what(self, change):
        return history.label(change)

    @admin.display(description=_("before"))
    def said_before(self, change):
        return _short(change.field, change.before)

    @admin.display(description=_("after"))
    def said(self, change):
        return _short(change.field, change.after)


def _short(field: str, value) -> str:
    """A value in words, cut to what a table has room for."""
    return Truncator(history.words(field, value)).chars(200)


def _link(target) -> str:
    """An article, page or reporter, leading to its form."""
    address = reverse(f"admin:articles_{target._meta.model_name}_change", args=[target.pk])
    return format_html('<a href="{}">{}</a>', address, target)
