"""The words of the page reader's records as plain values, and back."""

from dataclasses import replace
from datetime import date

from ..corrections import Values
from ..pagefile.records import (
    Credit,
    DateBasis,
    DatePrecision,
    DateReading,
    Kind,
    Paragraph,
    ParsedArticle,
    ParsedPage,
)
from ..tagging.records import Tags


def page_values(parsed: ParsedPage) -> Values:
    return {
        **date_values(parsed.date),
        "number": parsed.page_number or "",
        "title": parsed.page_title or "",
        "staff": [{"role": one.role, "name": one.name} for one in parsed.staff],
        "furniture": [{"kind": one.kind, "lines": list(one.lines)} for one in parsed.furniture],
    }


def date_values(reading: DateReading) -> Values:
    """A date's columns. A day that is not one single day is kept as what it is: a span."""
    earliest, latest = reading.earliest, reading.latest
    precision = reading.precision
    if precision is DatePrecision.DAY and (earliest is None or earliest != latest):
        precision = DatePrecision.UNKNOWN
    return {
        "issue_date": reading.edtf or "",
        "date_earliest": earliest and earliest.isoformat(),
        "date_latest": latest and latest.isoformat(),
        "date_precision": str(precision),
        "date_basis": str(reading.basis),
        "date_evidence": list(reading.evidence),
    }


def date_reading(values: Values) -> DateReading:
    """The record for the date columns of a page."""
    return DateReading(
        edtf=values["issue_date"] or None,
        earliest=_day(values["date_earliest"]),
        latest=_day(values["date_latest"]),
        precision=DatePrecision(values["date_precision"]),
        basis=DateBasis(values["date_basis"]),
        evidence=tuple(values["date_evidence"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def article_values(parsed: ParsedArticle) -> Values:
    """Everything read of an article but its places and topics."""
    return {
        "kind": str(parsed.kind),
        "kicker": parsed.kicker or "",
        "headline": parsed.headline or "",
        "deck": parsed.deck or "",
        "column": parsed.column or "",
        "dateline": parsed.dateline or "",
        "bylines": [_byline(credit) for credit in parsed.bylines],
        "body": parsed.body,
        "subheads": list(parsed.subheads),
        "captions": [caption.text for caption in parsed.captions],
        "line_ranges": [list(one) for one in parsed.line_ranges],
        "joins": [
            {"from": join.from_line, "to": join.to_line, "score": round(join.score, 3)}
            for join in parsed.joins
        ],
        "left_out": [
            {"line": one.line, "text": one.text, "reason": one.reason} for one in parsed.left_out
        ],
        "continued_from": parsed.continued_from or "",
        "continued_to": parsed.continued_to or "",
    }


def _byline(credit: Credit) -> Values:
    return {
        "role": credit.role,
        "name": credit.name,
        "words": credit.words,
        "line": credit.line,
        "organisation": credit.is_organisation,
    }


def tag_values(tags: Tags) -> Values:
    """Places and topics with their evidence, as values of ``districts`` and ``topics``."""
    return {
        "districts": {
            "names": [place.district for place in tags.places],
            "primary": next((p.district for p in tags.places if p.is_primary), None),
            "evidence": {
                place.district: {
                    "words": list(place.words),
                    "count": place.count,
                    "rule": place.rule,
                }
                for place in tags.places
            },
        },
        "topics": [topic.topic for topic in tags.topics],
        "topic_evidence": {
            topic.topic: {
                "words": list(topic.words),
                "score": round(topic.score, 4),
                "rule": topic.rule,
            }
            for topic in tags.topics
        },
    }


def as_corrected(parsed: ParsedArticle, values: Values, corrected: set[str]) -> ParsedArticle:
    """The record with an editor's words in it, so that places and topics follow them."""
    said = {name: values[name] or None for name in _HEADINGS & corrected}
    if "kind" in corrected:
        said["kind"] = Kind(values["kind"])
    if "body" in corrected:
        said["paragraphs"] = _paragraphs(values)
    return replace(parsed, **said) if said else parsed


_HEADINGS = {"kicker", "headline", "deck", "column", "dateline"}


def _paragraphs(values: Values) -> tuple[Paragraph, ...]:
    subheads = set(values["subheads"])
    return tuple(
        Paragraph(text, (), is_subhead=text in subheads) for text in values["body"].split("\n")
    )
