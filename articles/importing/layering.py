"""The articles of a page: what was read now, laid over with what editors said, matched with what was there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..corrections import Ranges, Values, judged, lines_in, shown
from ..models import Article
from ..pagefile.records import ParsedArticle, ParsedPage, Problem
from ..tagging import Tags, tag_page
from . import reading
from .carrying import Before
from .matching import OldArticle, absorbed_by, match
from .records import ArticlePlan, KnownArticle, PageSource, WordLists


def plan_articles(
    parsed: ParsedPage,
    alone: ParsedPage | None,
    page: Values,
    before: Before,
    source: PageSource,
    lists: WordLists,
) -> tuple[ArticlePlan, ...]:
    """A plan for each article that is read, then for those that were there and are no more.

    ``alone`` is what the reader makes of the page without the editor's help; ``page`` are the
    page's values in force.
    """
    found = match(before.articles, parsed.articles, source.text, text_changed=before.text_changed)
    layers = [
        _article_layers(article, found.get(index), alone)
        for index, article in enumerate(parsed.articles)
    ]
    tags = _add_tags(parsed, layers, page, lists)
    positions = _positions([layer.old for layer in layers])
    lines = source.text.split("\n")
    shown = [
        layer.plan(position, tuple(doubt.problem(lines) for doubt in tagged.doubts))
        for layer, position, tagged in zip(layers, positions, tags, strict=True)
    ]
    matched = {old.known.pk for old in found.values()}
    left = [old for old in before.articles if old.known.pk not in matched]
    gone = [_departed(old, shown, parsed.articles, source.text) for old in left]
    return (*shown, *gone, *(_kept_merged(*one) for one in before.merged))


@dataclass(slots=True)
class _Layers:
    """An article in the making: what was read and what editors said."""

    parsed: ParsedArticle
    old: OldArticle | None
    values: Values
    read: Values

    def plan(self, position: int, doubts: tuple[Problem, ...]) -> ArticlePlan:
        old = self.old
        hidden = old.correction_of("hidden") if old else None
        return ArticlePlan(
            known=old.known if old else None,
            state=str(Article.State.HIDDEN if hidden else Article.State.LIVE),
            state_reason=hidden.value if hidden else "",
            values={**self.values, "position": position},
            read=self.read,
            corrections=tuple(judged(old.corrections, self.read)) if old else (),
            problems=(*self.parsed.problems, *doubts),
        )


def _article_layers(
    parsed: ParsedArticle, old: OldArticle | None, alone: ParsedPage | None
) -> _Layers:
    layers = _Layers(parsed, old, reading.article_values(parsed), {})
    for correction in old.corrections if old else ():
        if correction.field == "line_ranges":
            if old.pinned:
                layers.read["line_ranges"] = _lines_read_alone(old, alone)
        elif correction.field in layers.values:
            layers.read[correction.field] = layers.values[correction.field]
            layers.values[correction.field] = correction.value
    if "body" in layers.read:
        paragraphs = set(layers.values["body"].split("\n"))
        layers.values["subheads"] = [s for s in layers.values["subheads"] if s in paragraphs]
    return layers


def _lines_read_alone(old: OldArticle, alone: ParsedPage) -> Ranges | None:
    """The lines that the reader of pages gives the article most like the editor's."""
    mine = lines_in(old.ranges)
    theirs = [[list(one) for one in article.line_ranges] for article in alone.articles]
    shared = [(len(mine & lines_in(ranges)), -at) for at, ranges in enumerate(theirs)]
    most, at = max(shared, default=(0, 0))
    return theirs[-at] if most else None


def _add_tags(
    parsed: ParsedPage, layers: list[_Layers], page: Values, lists: WordLists
) -> tuple[Tags, ...]:
    """Places and topics, read from the texts in force."""
    as_corrected = replace(
        parsed,
        page_title=page["title"] or None,
        articles=tuple(
            reading.as_corrected(one.parsed, one.values, set(one.read)) for one in layers
        ),
    )
    day = reading.date_reading(page).latest
    tags = tag_page(as_corrected, lists.gazetteer, lists.topic_rules, day)
    for layer, found in zip(layers, tags, strict=True):
        layer.values |= reading.tag_values(found)
        for correction in layer.old.corrections if layer.old else ():
            if correction.field == "topics":
                layer.read["topics"] = layer.values["topics"]
                layer.values["topics"] = correction.value
            elif correction.field == "districts":
                evidence = layer.values["districts"]["evidence"]
                layer.read["districts"] = shown("districts", layer.values["districts"])
                layer.values["districts"] = {**correction.value, "evidence": evidence}
    return tags


def _positions(olds: Sequence[OldArticle | None]) -> list[int]:
    """Places on the page: an editor's first, the others in reading order into what is left."""
    wanted = {}
    for index, old in enumerate(olds):
        if old and (placed := old.correction_of("position")):
            wanted[index] = (placed.value, old.known.pk)
    taken: dict[int, int] = {}
    for index in sorted(wanted, key=wanted.get):
        place = wanted[index][0]
        while place in taken:
            place += 1
        taken[place] = index
    free = (place for place in range(1, 2 * len(olds) + 2) if place not in taken)
    placed = {index: place for place, index in taken.items()}
    return [placed[i] if i in placed else next(free) for i in range(len(olds))]


def _departed(
    old: OldArticle, shown: list[ArticlePlan], parsed: Sequence[ParsedArticle], text: str
) -> ArticlePlan:
    """An article that is no longer read: its address stays, and says where it went."""
    known = old.known
    kept = {**known.values, "line_ranges": old.ranges}
    heir = absorbed_by(old, parsed, text)
    plan = ArticlePlan(
        known=known,
        state=str(Article.State.GONE if heir is None else Article.State.MERGED),
        state_reason="",
        values=kept,
        read=known.read,
        corrections=old.corrections,
    )
    if heir is None:
        return plan
    if heir_known := shown[heir].known:
        return replace(plan, merged_into=heir_known.pk)
    return replace(plan, merged_into_position=shown[heir].values["position"])


def _kept_merged(known: KnownArticle, ranges: Ranges) -> ArticlePlan:
    """An article that an editor merged into another stays so, whatever is read."""
    return ArticlePlan(
        known=known,
        state=str(Article.State.MERGED),
        state_reason="",
        values={**known.values, "line_ranges": ranges},
        read=known.read,
        corrections=known.corrections,
        merged_into=known.correction_of("merged_into").value,
    )
