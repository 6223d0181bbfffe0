"""What is known of a page, with every line number carried to the page's present text."""

from dataclasses import dataclass, replace

from ..corrections import Ranges, Standing, lines_in, without_lines
from ..models import Correction
from ..pagefile.records import PageHints
from .lines import LineMap
from .matching import OldArticle, Weights
from .records import KnownArticle, KnownPage, PageSource

KEPT_LINES = 0.6
"""Share of an editor's lines that a changed file must still have for them to stay fixed."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the page, with every line number carried to the present text."""

    corrections: tuple[Standing, ...] = ()
    articles: tuple[OldArticle, ...] = ()
    merged: tuple[tuple[KnownArticle, Ranges], ...] = ()
    """Articles that an editor merged into others, with their lines; no reading brings them back."""
    text_changed: bool = False

    @property
    def pinned(self) -> list[OldArticle]:
        return [old for old in self.articles if old.pinned]

    @property
    def furniture(self) -> Ranges:
        taken = next((c.value for c in self.corrections if c.field == "furniture"), [])
        fixed = {line for old in self.pinned for line in lines_in(old.ranges)}
        return without_lines(taken, fixed)


def carried(known: KnownPage, source: PageSource) -> Before:
    text_changed = known.source.text != source.text
    carry = LineMap(known.source.text, source.text).carry if text_changed else _as_it_is
    weights = Weights(known.source.text), Weights(source.text)
    merged = [article for article in known.articles if article.correction_of("merged_into")]
    return Before(
        corrections=tuple(_carried_page_correction(c, carry) for c in known.corrections),
        articles=tuple(
            _carried_article(a, carry, weights) for a in known.articles if a not in merged
        ),
        merged=tuple((one, carry(one.values["line_ranges"])) for one in merged),
        text_changed=text_changed,
    )


def _as_it_is(ranges: Ranges) -> Ranges:
    return ranges


def _carried_page_correction(correction: Standing, carry) -> Standing:
    if correction.field != "furniture":
        return correction
    return replace(correction, value=carry(correction.value))


def _carried_article(known: KnownArticle, carry, weights) -> OldArticle:
    fixed = known.correction_of("line_ranges")
    if fixed is None or fixed.state == Correction.State.LOST:
        ranges = carry(known.values.get("line_ranges", []))
        return OldArticle(known, ranges, pinned=False, corrections=known.corrections)
    ranges = carry(fixed.value)
    old, new = weights
    whole = old.sum(old.printed(fixed.value))
    if new.sum(new.printed(ranges)) < KEPT_LINES * whole:
        carried, pinned = replace(fixed, state=Correction.State.LOST), False
    else:
        carried, pinned = replace(fixed, value=ranges, read=fixed.read and carry(fixed.read)), True
    others = [c for c in known.corrections if c is not fixed]
    return OldArticle(known, ranges, pinned, corrections=(*others, carried))


def hints(source: PageSource, before: Before) -> PageHints:
    return PageHints(
        name=source.key,
        manifest_date=source.manifest.get("date"),
        manifest_page_number=source.manifest.get("page_number"),
        manifest_page_title=source.manifest.get("page_title"),
        fixed_articles=tuple(_tuples(old.ranges) for old in before.pinned),
        fixed_furniture=_tuples(before.furniture),
    )


def _tuples(ranges: Ranges) -> tuple[tuple[int, int], ...]:
    return tuple((first, last) for first, last in ranges)
