"""Answers in the forms that stand beside each page: JSON, plain text, CORS."""

import json
import re

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse

from ..templatetags.reading import title_of
from .lists import Listing, page_asked

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def json_answer(data, status: int = 200) -> HttpResponse:
    """JSON that a script of any site may read."""
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    answer = HttpResponse(text + "\n", content_type="application/json", status=status)
    return shared(answer)


def text_answer(text: str, content_type: str = "text/plain") -> HttpResponse:
    return shared(HttpResponse(text, content_type=f"{content_type}; charset=utf-8"))


def shared(answer: HttpResponse) -> HttpResponse:
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def for_xml(text: str) -> str:
    """``text`` without the control characters that XML cannot say."""
    return _NOT_XML.sub("", text)


def list_answer(request, listing: Listing, **more) -> HttpResponse:
    """A list as JSON: total, one page of results, and the address of the next page."""
    pages = listing.pages()
    number = page_asked(request, pages)
    results = [article_line(article) for article in listing.articles(number)]
    following = next_address(request, number) if number < pages else None
    return json_answer({"total": listing.total, "results": results, "next": following, **more})


def next_address(request, number: int) -> str:
    query = request.GET.copy()
    query["page"] = number + 1
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def article_line(article) -> dict:
    """What a list says of an article; needs what ``as_lines`` fetches."""
    return {
        "id": article.pk,
        "url": article.get_absolute_url(),
        "headline": title_of(article),
        "kicker": article.kicker or None,
        "deck": article.deck or None,
        "kind": article.kind,
        "issue_date": article.issue_date or None,
        "date_precision": article.date_precision,
        "page_number": article.page_number or None,
        "primary_district": article.primary_district and article.primary_district.name,
        "bylines": [{"role": b.role or None, "name": b.name} for b in article.bylines.all()],
        "opening": article.opening,
    }
