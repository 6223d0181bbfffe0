"""One article, as a page to read and as data; what became of one that is no more."""

from urllib.parse import quote, urlencode

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from .. import history, search
from ..exporting import export_row
from ..models import Article
from ..templatetags.reading import issue_date, page_label, title_of
from . import citation, crumbs
from .issues import page_url
from .respond import json_answer, text_answer
from .texts import article_text
from .trail import trail


def article(request, pk, form="html"):
    found = get_object_or_404(Article.objects.for_reading(), pk=pk)
    if found.state != Article.State.LIVE:
        return departed(request, found, form)
    corrections = history.in_force(found)
    if form == "json":
        return json_answer({**export_row(found), "corrected_at": _last(corrections)})
    if form == "txt":
        return text_answer(article_text(found))
    siblings = list(
        Article.objects.live().filter(page=found.page_id).as_lines().order_by("position")
    )
    before, after = _turns(found, siblings)
    cited = citation.of(request, found)
    continuation = _continuation(found)
    context = {
        "article": found,
        "page_url": page_url(found.page),
        "siblings": [sibling for sibling in siblings if sibling.in_lists],
        "before": before,
        "after": after,
        "continuation": continuation,
        "related": search.related(found, 5),
        "corrected": [history.label(one) for one in corrections],
        "corrected_at": _last(corrections),
        "doubts": [p for p in found.problems.all() if p.line and p.is_of_the_text],
        "citations": citation.styles(cited),
        "cited": cited,
        "permanent": cited.url,
        "linked_data": citation.linked_data(found, cited),
        "coins": citation.coins(cited),
        "report": report_address(found, cited.url),
        "crumbs": _crumbs(found),
        **trail(request, found, continuation),
    }
    return render(request, "articles/article.html", context)


def cite(request, pk, form):
    """An article's citation as a file for reference managers."""
    found = get_object_or_404(Article.objects.for_reading(), pk=pk)
    if found.state != Article.State.LIVE:
        return departed(request, found, form)
    return citation.as_file(request, found, form)


def _last(corrections):
    """When an editor last set a value that is in force; None where all is as the machine read it."""
    return max((one.made_at for one in corrections), default=None)


def report_address(article, url: str) -> str:
    """Where a reader tells the operator of a mistake: a form, or a letter begun; ``""`` if unset."""
    told = settings.REPORT_TO
    if "@" in told and "/" not in told:
        query = {"subject": f"更正建议：{title_of(article)}", "body": f"{url}\n\n"}
        return f"mailto:{told}?{urlencode(query, quote_via=quote)}"
    return told and f"{told}{'&' if '?' in told else '?'}{urlencode({'url': url})}"


def _turns(article, siblings):
    """The articles before and after, over the edges of the page while the issue lasts."""
    at = [sibling.pk for sibling in siblings].index(article.pk)
    before = siblings[at - 1] if at else None
    after = siblings[at + 1] if at + 1 < len(siblings) else None
    if article.date_precision != "day" or not article.page_number or (before and after):
        return before, after
    issue = Article.objects.listed().on_day(article.date_earliest).as_lines()
    here = article.page_number
    if before is None:
        earlier = issue.filter(page_number__lt=here, page_number__gt="")
        before = earlier.order_by("-page_number", "-position").first()
    if after is None:
        after = issue.filter(page_number__gt=here).order_by("page_number", "position").first()
    return before, after


def _continuation(article) -> Article | None:
    """The part of the article that stands on another page, if readers may see it."""
    part = getattr(article, "continuation", None)
    return part if part and part.state == Article.State.LIVE else None


def departed(request, article, form):
    """One that became part of another leads there, until that is undone; else 410, with the reason."""
    if article.state == Article.State.MERGED and article.merged_into_id:
        name = "articles:article" if form == "html" else f"articles:article_{form}"
        return redirect(name, article.merged_into_id)
    if form != "html":
        return json_answer({"error": "gone", "reason": article.state_reason or None}, status=410)
    context = {"article": article, "page_url": page_url(article.page)}
    return render(request, "articles/gone.html", context, status=410)


def _crumbs(article):
    here = title_of(article)
    if article.date_precision == "day":
        on_page = (page_label(article.page.number), page_url(article.page))
        return crumbs.of(*crumbs.day(article.date_earliest, linked=True), on_page, here)
    shelf = crumbs.section(_("Undated"), "undated")
    return crumbs.of(shelf, (issue_date(article), article.page.get_absolute_url()), here)
