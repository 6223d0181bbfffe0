"""The text of a page as imported, line by line, with the articles read from it."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from ..models import Article, Page
from ..templatetags.reading import issue_date
from . import crumbs
from .issues import page_url
from .respond import json_answer, text_answer

_TINTS = 6


@dataclass(frozen=True)
class Line:
    number: int
    text: str
    article: Article | None
    tint: int
    starts: bool
    """Whether a range of an article begins here."""


def source(request, pk, form="html"):
    page = get_object_or_404(Page, pk=pk)
    if form == "txt":
        return text_answer(page.text)
    articles = list(
        Article.objects.live()
        .filter(page=page)
        .only("headline", "body", "line_ranges", "position", "kind", "in_lists", "page_id")
        .order_by("position")
    )
    if form == "json":
        return json_answer(_as_json(page, articles))
    context = {
        "page": page,
        "page_url": page_url(page),
        "lines": _lines(page.text, articles),
        "articles": articles,
        "crumbs": _crumbs(page),
    }
    return render(request, "articles/source.html", context)


def _lines(text: str, articles: list[Article]) -> list[Line]:
    owner: dict[int, tuple[Article, int, bool]] = {}
    for index, article in enumerate(articles):
        for first, last in article.line_ranges:
            for number in range(first, last + 1):
                owner[number] = (article, index % _TINTS + 1, number == first)
    nobody = (None, 0, False)
    return [
        Line(number, words, *owner.get(number, nobody))
        for number, words in enumerate(text.splitlines(), start=1)
    ]


def _as_json(page: Page, articles: list[Article]) -> dict:
    return {
        "id": page.pk,
        "url": page.get_absolute_url(),
        "file": page.key,
        "sha256": page.sha256,
        "encoding": page.encoding,
        "issue_date": page.issue_date or None,
        "date_earliest": page.date_earliest,
        "date_latest": page.date_latest,
        "date_precision": page.date_precision,
        "date_basis": page.date_basis,
        "date_evidence": page.date_evidence,
        "page_number": page.number or None,
        "page_title": page.title or None,
        "staff": page.staff,
        "furniture": page.furniture,
        "articles": [
            {"id": a.pk, "url": a.get_absolute_url(), "line_ranges": a.line_ranges}
            for a in articles
        ],
        "text": page.text,
    }


def _crumbs(page: Page):
    here = _("Source %(number)s") % {"number": page.pk}
    if page.date_precision == "day":
        return crumbs.of(*crumbs.day(page.date_earliest, linked=True), here)
    return crumbs.of(crumbs.section(_("Undated"), "undated"), (issue_date(page), None), here)
