"""The rule "a correction outlives every import", and the shapes of values that may be corrected.

A value is plain JSON, so that it can be kept, compared, dumped and loaded. What the reader of
pages said is the *read* value; the value in force is the correction where one stands, else the
read value. Nothing here touches the database.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import edtf
from django.utils.translation import gettext_lazy as _

from .models import Correction, DateBasis, DatePrecision

Value = Any
Values = dict[str, Value]
Ranges = list[list[int]]


ARTICLE_FIELDS = {
    "kind": _("kind"),
    "kicker": _("kicker"),
    "headline": _("headline"),
    "deck": _("deck"),
    "column": _("column"),
    "dateline": _("dateline"),
    "bylines": _("bylines"),
    "body": _("body"),
    "captions": _("captions"),
    "districts": _("counties"),
    "topics": _("topics"),
    "continued_from": _("continued from page"),
    "continued_to": _("continued on page"),
    "line_ranges": _("lines"),
    "position": _("position on the page"),
    "hidden": _("hidden"),
    "merged_into": _("merged into"),
}
"""Field → label. The last three have no read value: only an editor hides, places or merges.

Shapes: ``bylines`` ``[{"role", "name"}]`` (``"as"`` names the reporter where the printed name
alone does not tell); ``districts`` ``{"names": [...], "primary": name or None}``; ``topics`` a
list of names; ``line_ranges`` ``[[first, last], …]``; ``hidden`` the reason; ``merged_into`` the
id of an article of the archive.
"""

PAGE_FIELDS = {
    "issue_date": _("date"),
    "number": _("page number"),
    "title": _("page title"),
    "furniture": _("lines taken out as furniture"),
}
"""``issue_date`` is EDTF or ``""``; ``furniture`` is a list of line ranges."""

REPORTER_FIELDS = {
    "names": _("names"),
    "name": _("name"),
    "is_organisation": _("organisation"),
    "note": _("note"),
}
"""``names`` is ``{"names": [...], "merged_into": id or None}``: the names that stand for a reporter,
and where the address of one who has none leads. The others are columns as they stand."""

EDITORS_OWN = frozenset({"position", "hidden", "merged_into", "furniture"})
"""Fields that the reader of pages has no say in, so that it can neither agree nor disagree."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction in force, as planning sees it; ``pk`` is None before it is saved."""

    pk: int | None
    field: str
    value: Value
    read: Value
    state: str = Correction.State.IN_FORCE

    def against(self, read: Value) -> "Standing":
        """The same correction after the reader of pages said ``read``."""
        if self.field in EDITORS_OWN:
            return self
        return replace(self, state=state_of(self.field, self.value, self.read, read))


def state_of(field: str, value: Value, read_then: Value, read_now: Value) -> str:
    """Whether the reader agrees with the correction, still says what it said, or a third thing."""
    if same(field, read_now, value):
        return Correction.State.AGREED
    if same(field, read_now, read_then):
        return Correction.State.IN_FORCE
    return Correction.State.CONFLICT


def same(field: str, one: Value, other: Value) -> bool:
    return comparable(field, one) == comparable(field, other)


def comparable(field: str, value: Value) -> Value:
    """A value without the evidence that comes with it."""
    if value is None:
        return None
    if field == "bylines":
        return [(item["role"], item["name"], item.get("as", "")) for item in value]
    if field == "districts":
        return sorted(value["names"]), value["primary"]
    if field == "line_ranges":
        return [tuple(one) for one in value]
    return value


def judged(corrections: Sequence[Standing], read: Values) -> Iterator[Standing]:
    """The corrections, each with its state against what was read now."""
    for correction in corrections:
        if correction.field in read:
            yield correction.against(read[correction.field])
        else:
            yield correction


def shown(name: str, value: Value) -> Value:
    """A value without its evidence, as corrections and the history keep it."""
    if value is None:
        return None
    if name == "bylines":
        kept = ("role", "name", "as")
        return [{key: item[key] for key in kept if key in item} for item in value]
    if name == "districts":
        return {"names": value["names"], "primary": value["primary"]}
    return value


class BadValue(ValueError):
    """An editor's value that cannot be kept; the message is for the editor."""


def parse_ranges(text: str, last_line: int) -> Ranges:
    """``3-9, 171`` → ``[[3, 9], [171, 171]]``, in the order given (reading order).

    Raises ``BadValue`` where a part is no range of the page's lines or two parts overlap.
    """
    ranges = [_parse_range(part, last_line) for part in text.replace("，", ",").split(",")]
    seen: set[int] = set()
    for first, last in ranges:
        lines = set(range(first, last + 1))
        if lines & seen:
            raise BadValue(_("A line is named twice: %s") % min(lines & seen))
        seen |= lines
    return ranges


def _parse_range(part: str, last_line: int) -> list[int]:
    first, dash, last = (piece.strip() for piece in part.replace("–", "-").partition("-"))
    if not first.isdecimal() or (dash and not last.isdecimal()):
        raise BadValue(_("Not a range of lines: %s") % part.strip())
    start, end = int(first), int(last if dash else first)
    if end < start:
        raise BadValue(_("The last line stands before the first: %s") % part.strip())
    if not 1 <= start <= end <= last_line:
        raise BadValue(
            _("Not on the page, which has %(count)s lines: %(part)s")
            % {"count": last_line, "part": part.strip()}
        )
    return [start, end]


def show_ranges(ranges: Ranges) -> str:
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)


def lines_in(ranges: Ranges) -> set[int]:
    return {line for first, last in ranges for line in range(first, last + 1)}


def ranges_of(lines: set[int]) -> Ranges:
    """Lines as ranges, in the page's order."""
    ranges: Ranges = []
    for line in sorted(lines):
        if ranges and ranges[-1][1] == line - 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return ranges


def without_lines(ranges: Ranges, taken: set[int]) -> Ranges:
    """The ranges less some lines, keeping their reading order."""
    left: Ranges = []
    for first, last in ranges:
        left += ranges_of(set(range(first, last + 1)) - taken)
    return left


def dated(text: str) -> Values:
    """The date columns of a page for an editor's EDTF date; ``""`` says that it is unknown.

    ``XXXX-12-09`` (a day without its year) has no earliest and latest day. Raises ``BadValue``.
    """
    text = text.strip()
    if not text:
        return _date_values("", None, None, DatePrecision.UNKNOWN)
    try:
        parsed = edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        raise BadValue(_("Not a date in Extended Date/Time Format: %s") % text) from None
    if text.startswith("XXXX"):
        return _date_values(text, None, None, _yearless_precision(text))
    try:
        earliest, latest = (
            date(*end[:3]) for end in (parsed.lower_strict(), parsed.upper_strict())
        )
    except (TypeError, ValueError):
        raise BadValue(_("Not a day of the calendar: %s") % text) from None
    if latest < earliest:
        raise BadValue(_("Ends before it begins: %s") % text)
    return _date_values(text, earliest, latest, _precision(earliest, latest))


def _yearless_precision(text: str) -> str:
    return DatePrecision.MONTH_DAY if len(text.rstrip("~?%")) == 10 else DatePrecision.UNKNOWN


def _precision(earliest: date, latest: date) -> str:
    if earliest == latest:
        return DatePrecision.DAY
    same_month = (earliest.year, earliest.month) == (latest.year, latest.month)
    if same_month:
        return DatePrecision.MONTH
    return DatePrecision.YEAR if earliest.year == latest.year else DatePrecision.UNKNOWN


def _date_values(text: str, earliest: date | None, latest: date | None, precision: str) -> Values:
    return {
        "issue_date": text,
        "date_earliest": earliest and earliest.isoformat(),
        "date_latest": latest and latest.isoformat(),
        "date_precision": str(precision),
        "date_basis": str(DateBasis.EDITOR),
        "date_evidence": [],
    }
