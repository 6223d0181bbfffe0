"""Articles found for an editor: by the search index, by number, by page file; never by a scan."""

from django.contrib import messages
from django.utils.translation import gettext as _

from .. import search
from ..models import Article

MOST = 10_000
"""Hits that a list is made of; the newest, where there are more."""
LAST = "\U0010ffff"


def found(request, words: str) -> list[int]:
    """Ids of the articles that the words of a search box name; those hidden or gone among them.

    Raises ``search.IndexUnavailable``.
    """
    hits = search.all_ids(words, order="newest")
    if len(hits) > MOST:
        said = {"shown": MOST, "total": len(hits)}
        messages.warning(
            request,
            _("%(total)s articles have it; the newest %(shown)s are listed. Add a word.") % said,
        )
    number = [int(words)] if words.isdecimal() and len(words) < 19 else []
    return [*hits[:MOST], *_hidden_or_gone(words), *_of_files(words), *number]


def _hidden_or_gone(words: str) -> list[int]:
    """What readers cannot find is not in the index; few among many."""
    rows = Article.objects.exclude(state=Article.State.LIVE).filter(headline__icontains=words)
    return list(rows.values_list("pk", flat=True)[:MOST])


def _of_files(beginning: str) -> list[int]:
    """Articles of the pages whose file name begins so."""
    rows = Article.objects.filter(page__key__gte=beginning, page__key__lt=beginning + LAST)
    return list(rows.order_by().values_list("pk", flat=True)[:MOST])
