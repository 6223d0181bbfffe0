"""Articles: every value beside what was read and beside the page's lines; acts on lines."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from .. import search
from ..importing import acts
from ..importing.acts import Said
from ..importing.store import known_pages
from ..models import Article, Correction
from . import desk, finding, rows
from .bulk import several
from .forms import ArticleForm, ReasonForm, TopicForm
from .tables import DateInWords, PlainTitle


class CorrectedFilter(admin.SimpleListFilter):
    title = _("corrections")
    parameter_name = "corrected"

    def lookups(self, request, model_admin):
        return [("yes", _("corrected by an editor")), ("no", _("as the machine read it"))]

    def queryset(self, request, queryset):
        standing = Correction.objects.filter(state__in=Correction.STANDING, article__isnull=False)
        if self.value() == "yes":  # few among many: asked of the corrections
            return queryset.filter(pk__in=standing.values("article"))
        return queryset.filter(corrected_fields=[]) if self.value() == "no" else queryset


class JumpFilter(admin.SimpleListFilter):
    title = _("jump")
    parameter_name = "jump"

    def lookups(self, request, model_admin):
        return [("unlinked", _("other half not found"))]

    def queryset(self, request, queryset):
        return queryset.with_unlinked_jump() if self.value() == "unlinked" else queryset


@admin.register(Article)
class ArticleAdmin(PlainTitle, DateInWords, admin.ModelAdmin):
    list_display = ["__str__", "kind", "dated", "page_number", "state", "changed_at"]
    list_filter = ["state", "kind", CorrectedFilter, JumpFilter, "primary_district"]
    search_fields = ["headline", "page__key"]
    search_help_text = _("Searched as on the site; or an article's number, or how its file begins.")
    show_full_result_count = False
    ordering = ["-pk"]  # newest first; the primary key is in order, however many there are
    actions = ["add_topic", "hide"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("body", "read", "joins", "left_out")

    def get_search_results(self, request, queryset, search_term):
        """By the search index; without one by a scan of headlines, which says so."""
        words = search_term.strip()
        if not words:
            return queryset, False
        try:
            return queryset.filter(pk__in=finding.found(request, words)), False
        except search.IndexUnavailable:
            messages.warning(
                request,
                _("The search index cannot be read: only headlines and file names were searched."),
            )
            return super().get_search_results(request, queryset, search_term)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        article = get_object_or_404(Article.objects.select_related("page"), pk=object_id)
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        form, unsaved = _form(article, request.POST if "_save" in request.POST else None), []
        if request.method == "POST":
            if not self.has_change_permission(request, article):
                raise PermissionDenied
            if "_save" in request.POST and not form.is_valid():
                desk.say_what_is_wrong(request, form)
            elif "_save" in request.POST and desk.is_stale(request, article):
                form, unsaved = _form(article), desk.unsaved(form, form.said(article.pk))
            else:
                self._do(request, article, form)
                return redirect(request.path)
        context = self._context(request, article, form) | {"unsaved": unsaved}
        return TemplateResponse(request, "desk/article.html", context)

    def _context(self, request, article: Article, form: ArticleForm) -> dict:
        return {
            **self.admin_site.each_context(request),
            "title": str(article),
            "opts": self.opts,
            "article": article,
            "form": form,
            "rows": rows.of_article(form, article, form.values),
            "lines": desk.text_lines(article.page, article.pk),
            "siblings": article.page.articles.live().exclude(pk=article.pk).order_by("position"),
            "recent": desk.recent(article=article),
            "problems": article.problems.filter(settled_at=None),
            "may_change": self.has_change_permission(request, article),
        }

    def _do(self, request, article: Article, form: ArticleForm) -> None:
        if "_undo" in request.POST:
            desk.undo(request)
            return
        if "_settle" in request.POST:
            desk.settle(request, article.problems)
            return
        if "_accept" in request.POST:
            desk.accept(request, article.corrections)
            return
        why = request.POST.get("why", "")[:300]
        with desk.acting(request, why) as act:
            acts.check_unchanged(article, request.POST.get("seen", ""))
            if "_save" in request.POST:
                _save(article, form, act)
            else:
                _act(request, article, act)

    @admin.action(description=_("Add a topic"), permissions=["change"])
    def add_topic(self, request, queryset):
        def do(article, data, act):
            names = [row.topic.name for row in article.articletopic_set.select_related("topic")]
            if data["topic"].name not in names:
                said = Said("topics", [*names, data["topic"].name], article.pk)
                acts.correct(article.page_id, [said], act)

        return several(self, request, queryset, TopicForm, "add_topic", _("Add a topic"), do)

    @admin.action(description=_("Hide"), permissions=["change"])
    def hide(self, request, queryset):
        def do(article, data, act):
            acts.hide(article.pk, data["reason"], act)

        return several(self, request, queryset, ReasonForm, "hide", _("Hide"), do)


def _form(article: Article, data=None) -> ArticleForm:
    (known,) = known_pages(Q(pk=article.page_id))
    return ArticleForm(
        data,
        values=next(one.values for one in known.articles if one.pk == article.pk),
        last_line=article.page.text.count("\n") + 1,
        seen=article.changed_at.isoformat(),
    )


def _save(article: Article, form: ArticleForm, act) -> None:
    said = form.said(article.pk)
    for one in said:
        if one.field == "line_ranges":
            acts.set_lines(article.pk, one.value, act)
    plain = [one for one in said if one.field != "line_ranges"]
    if plain:
        acts.correct(article.page_id, plain, act)


def _act(request, article: Article, act) -> None:
    """The buttons beside the form."""
    post = request.POST
    if "_take" in post:
        acts.take_read_value(article.page_id, [(article.pk, post["_take"])], act)
    elif "_split" in post:
        acts.split(article.pk, _number(post.get("line")), act)
    elif "_merge" in post:
        acts.merge(article.pk, _number(post.get("into")), act)
    elif "_hide" in post:
        acts.hide(article.pk, post.get("reason", "")[:300] or str(_("no reason given")), act)
    elif "_show" in post:
        acts.take_read_value(article.page_id, [(article.pk, "hidden")], act)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 12 else 0
