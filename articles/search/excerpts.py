"""Excerpts and marks: the places of a text that match, as safe HTML."""

from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .expressions import Text
from .folding import bare, fold, trace

WIDTH = 130
LEAD = 30
"""Characters of an excerpt, and how many of them stand before its first match."""
LONGEST_MARKED = 200_000

Span = tuple[int, int]


def matches(text: str, texts: Iterable[Text]) -> list[Span]:
    """Ranges of ``text`` that match, in order, overlapping ones joined."""
    traced = {}
    spans = []
    for asked in texts:
        strict = fold(asked.value)
        needle = strict if asked.exact else bare(strict)
        exact = asked.exact or not needle
        if exact not in traced:
            traced[exact] = trace(text[:LONGEST_MARKED], without_punctuation=not exact)
        spans += _occurrences(traced[exact], needle or strict)
    return _joined(spans)


def _occurrences(traced, needle: str) -> list[Span]:
    spans = []
    at = traced.text.find(needle) if needle else -1
    while at >= 0:
        spans.append(traced.original(at, at + len(needle)))
        at = traced.text.find(needle, at + len(needle))
    return spans


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def marked(text: str, spans: Sequence[Span], mark=lambda inside: f"<mark>{inside}</mark>"):
    """``text`` escaped, each span as ``mark`` sets its escaped characters; safe HTML."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [escape(text[at:start]), mark(escape(text[start:end]))]
        at = end
    pieces.append(escape(text[at:]))
    # Every piece was escaped above; the marks are the only markup.
    return mark_safe("".join(pieces))  # noqa: S308


class Marker:
    """Marks one text after the other for the same words; each match gets the id m1, m2 …

    With ``total``, how many matches there will be, each leads to the next, the last to the first.
    """

    do_not_call_in_templates = True

    def __init__(self, texts: Sequence[Text], total: int = 0):
        self._texts, self._total = texts, total
        self.count = 0

    def __call__(self, text: str) -> SafeString:
        return marked(text, matches(text, self._texts), self._numbered)

    def _numbered(self, inside: str) -> str:
        self.count += 1
        if self._total > 1:
            inside = f'<a href="#m{self.count % self._total + 1}">{inside}</a>'
        return f'<mark id="m{self.count}">{inside}</mark>'


def passage(text: str, spans: Sequence[Span]) -> str:
    """The passage of ``text`` with most matches; its beginning where there is none."""
    start, end = _best_window(text, spans)
    inside = text[start:end].replace("\n", " ")
    return f"{'…' if start else ''}{inside}{'…' if end < len(text) else ''}"


def excerpt(text: str, spans: Sequence[Span]) -> SafeString:
    """The same passage as safe HTML, each match marked."""
    start, end = _best_window(text, spans)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end > start < b]
    cut = marked(text[start:end].replace("\n", " "), inside)
    return SafeString(("…" if start else "") + cut + ("…" if end < len(text) else ""))


def _best_window(text: str, spans: Sequence[Span]) -> Span:
    """The window over most matched text; the first of equals."""
    best, most = 0, 0
    for first, (start, _) in enumerate(spans):
        limit = start + WIDTH - LEAD
        within = sum(min(end, limit) - begin for begin, end in _until(spans, first, limit))
        if within > most:
            best, most = start, within
    start = max(0, min(best - LEAD, len(text) - WIDTH))
    return start, min(len(text), start + WIDTH)


def _until(spans: Sequence[Span], first: int, limit: int):
    for begin, end in spans[first:]:
        if begin >= limit:
            return
        yield begin, end
