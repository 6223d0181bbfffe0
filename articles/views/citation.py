"""An article's citation beside it: as text, as files, and hidden for reference managers."""

import json
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import mark_safe

from .. import citations
from ..models import Article
from ..templatetags.reading import title_of
from .respond import text_answer

_STYLES = (
    ("GB/T 7714", citations.gbt7714),
    ("APA", citations.apa),
    ("Chicago", citations.chicago),
    ("BibTeX", citations.bibtex),
)
_FILES = {
    "bib": (citations.bibtex, "application/x-bibtex"),
    "ris": (citations.ris, "application/x-research-info-systems"),
}
# What would end the script element, or the string, is written as JSON's own escapes.
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def of(request, article: Article) -> citations.Cited:
    url = permanent(request, f"/articles/{article.pk}/")
    return citations.Cited.of(article, title_of(article), url, timezone.localdate())


def permanent(request, path: str) -> str:
    """The address to cite: the operator's own, without a language."""
    return f"{settings.SITE_URL}{path}" if settings.SITE_URL else request.build_absolute_uri(path)


def styles(cited: citations.Cited) -> list[tuple[str, str]]:
    return [(name, write(cited)) for name, write in _STYLES]


def as_file(request, article: Article, form: str):
    write, content_type = _FILES[form]
    answer = text_answer(write(of(request, article)), content_type)
    answer["Content-Disposition"] = f'attachment; filename="zzarchive-{article.pk}.{form}"'
    return answer


def linked_data(article: Article, cited: citations.Cited) -> str:
    """schema.org NewsArticle, safe to stand in a script element."""
    page = article.page
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": cited.url,
        "url": cited.url,
        "headline": cited.title,
        "inLanguage": "zh-Hans",
        "datePublished": cited.day if cited.exact else None,
        "dateModified": article.changed_at.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in cited.authors] or None,
        "publisher": {"@type": "Organization", "name": citations.PAPER},
        "isPartOf": {"@type": "Newspaper", "name": citations.PAPER},
        "printPage": page.number or None,
        "printSection": page.title or None,
        "articleSection": [tie.topic.name for tie in article.articletopic_set.all()] or None,
        "contentLocation": [
            {"@type": "Place", "name": tie.district.name}
            for tie in article.articledistrict_set.all()
        ]
        or None,
        "articleBody": article.body,
        "isAccessibleForFree": True,
    }
    kept = {key: value for key, value in data.items() if value is not None}
    return mark_safe(json.dumps(kept, ensure_ascii=False).translate(_IN_SCRIPT))  # noqa: S308


def coins(cited: citations.Cited) -> str:
    """OpenURL ContextObject for the title of a COinS span."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "article"),
        ("rft.atitle", cited.title),
        ("rft.jtitle", citations.PAPER),
        ("rft.date", cited.day if cited.exact else cited.year),
        ("rft.spage", cited.page),
        ("rft_id", cited.url),
        *(("rft.au", name) for name in cited.authors),
    ]
    return urlencode([(key, value) for key, value in pairs if value])
