"""What stands beside each field of a form: the value as read, the correction, the printed lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.html import format_html_join

from .. import history
from ..corrections import Value, lines_in
from ..models import Article, Correction, Page

Lines = Mapping[int, str]
"""Line number → what is printed there."""
HEADINGS = ("kicker", "headline", "deck", "column", "dateline", "captions")
SHORTEST = 2
"""Characters; a single one is printed everywhere."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field with everything an editor compares it with."""

    field: BoundField
    read: str
    """What is read by now, in words; empty where nobody corrected it."""
    correction: Correction | None
    read_then: str
    """What was read when the editor spoke."""
    lines: tuple[int, ...]
    """Where the page says it."""
    evidence: str
    """The words that told a county, a topic or a date."""

    @property
    def links(self) -> str:
        """The lines as links into the page's text."""
        links = ((line, line) for line in self.lines)
        return format_html_join("、", '<a href="#L{}">{}</a>', links)


def of_article(form, article: Article, values: Mapping[str, Value]) -> list[Row]:
    printed = _printed(article.page, article.line_ranges)
    said = {**values, **article.read}
    lines = {name: _lines_saying(said.get(name), printed) for name in HEADINGS}
    lines["bylines"] = tuple(sorted({one["line"] for one in said["bylines"] if one.get("line")}))
    evidence = {
        "districts": _evidence(values["districts"]["evidence"]),
        "topics": _evidence(values["topic_evidence"]),
    }
    standing = Correction.objects.filter(article=article)
    return list(_rows(form, article.read, standing, lines, evidence))


def of_page(form, page: Page) -> list[Row]:
    furniture = _printed(page, [one["lines"] for one in page.furniture])
    said = {"title": page.title, **page.read}
    lines = {"title": _lines_saying(said["title"], furniture)}
    told = page.read["date"]["date_evidence"] if "date" in page.read else page.date_evidence
    evidence = {"issue_date": "；".join(told)}
    standing = Correction.objects.filter(page=page)
    return list(_rows(form, page.read, standing, lines, evidence))


def _rows(form, read, corrections, lines, evidence) -> Iterator[Row]:
    standing = {one.field: one for one in corrections.filter(state__in=Correction.STANDING)}
    for field in form.visible_fields():
        correction = standing.get(field.name)
        yield Row(
            field=field,
            read=history.words(field.name, read.get(field.name)) if correction else "",
            correction=correction,
            read_then=history.words(field.name, correction.read) if correction else "",
            lines=lines.get(field.name, ()),
            evidence=evidence.get(field.name, ""),
        )


def _printed(page: Page, ranges) -> Lines:
    text = page.text.split("\n")
    return {n: _condensed(text[n - 1]) for n in sorted(lines_in(ranges)) if n <= len(text)}


def _lines_saying(value: Value, printed: Lines) -> tuple[int, ...]:
    """The lines that are a part of the value, or hold it."""
    parts = [_condensed(one) for one in (value if isinstance(value, list) else [value or ""])]
    parts = [one for one in parts if len(one) >= SHORTEST]
    return tuple(n for n, line in printed.items() if any(_one_holds(line, one) for one in parts))


def _one_holds(line: str, part: str) -> bool:
    return part in line or (len(line) >= SHORTEST and line in part)


def _condensed(text: str) -> str:
    return "".join(text.split())


def _evidence(found: Mapping[str, Mapping]) -> str:
    """``石峰区：石峰、清水塘``, one after the other."""
    return "；".join(_one_evidence(name, one["words"]) for name, one in found.items())


def _one_evidence(name: str, words: Iterable[str]) -> str:
    return f"{name}：{'、'.join(words)}" if words else name
