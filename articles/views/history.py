"""What changed, when, and whether by reading or by correction: of an article, of the archive."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from .. import history
from ..models import Article, Change
from ..templatetags.reading import title_of
from . import crumbs
from .citation import permanent
from .respond import for_xml, json_answer, shared

AT_ONCE = 50


def article(request, pk, form="html"):
    """The history of one article, whatever became of it."""
    found = get_object_or_404(Article.objects.select_related("page"), pk=pk)
    changes = list(history.of_article(found)[:AT_ONCE])
    if form == "json":
        return json_answer({"id": found.pk, "results": [_as_json(one) for one in changes]})
    context = {
        "article": found,
        "lines": list(history.lines(changes)),
        "crumbs": crumbs.of((title_of(found), found.get_absolute_url()), _("History")),
    }
    return render(request, "articles/history.html", context)


def changes(request, form="html"):
    """The archive's changes, newest first; ``before`` is the last one of the list before."""
    found = list(history.of_archive(_before(request))[: AT_ONCE + 1])
    older = found[AT_ONCE - 1].pk if len(found) > AT_ONCE else None
    found = found[:AT_ONCE]
    if form == "json":
        following = f"{request.path}?before={older}"
        return json_answer(
            {
                "results": [_as_json(one) for one in found],
                "next": request.build_absolute_uri(following) if older else None,
            }
        )
    context = {
        "lines": list(history.lines(found)),
        "older": older,
        "crumbs": crumbs.of(_("Changes")),
    }
    return render(request, "articles/changes.html", context)


def feed(request):
    """The archive's changes as an Atom feed."""
    atom = Atom1Feed(
        title=_("Changes of the archive"),
        link=permanent(request, reverse("articles:changes")),
        description=_("What was corrected, and what was read differently"),
        language="zh-Hans",
        feed_url=permanent(request, request.get_full_path()),
    )
    for line in history.lines(list(history.of_archive()[:AT_ONCE])):
        _add(atom, request, line)
    return shared(HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type))


def _before(request) -> int | None:
    asked = request.GET.get("before", "")
    if not asked:
        return None
    if not asked.isdecimal() or len(asked) > 15:
        raise Http404
    return int(asked)


def _as_json(change: Change) -> dict:
    hidden = change.article and change.article.state == Article.State.HIDDEN
    return {
        "at": change.at,
        "what": change.kind,
        "article": change.article_id,
        "reporter": change.reporter_id,
        "url": change.target.get_absolute_url() if change.article or change.reporter else None,
        "page": change.page and change.page.key,
        "field": change.field or None,
        "before": None if hidden else change.before,
        "after": None if hidden else change.after,
    }


def _add(atom: Atom1Feed, request, line: history.Line) -> None:
    change = line.change
    name = title_of(change.article) if change.article else str(change.target)
    what = f"{change.get_kind_display()} {line.label}".strip()
    atom.add_item(
        title=for_xml(f"{name}：{what}"),
        link=permanent(request, change.target.get_absolute_url()),
        unique_id=permanent(request, f"{reverse('articles:changes')}#change-{change.pk}"),
        description="",
        updateddate=change.at,
    )
