"""What importing a page would do: read it, match it with what is there, lay corrections over it.

``plan_page`` is pure, so a dry run, a real run and an editor's correction all do the same. The
database is a function of page files and corrections: nothing here depends on the order in which
an archive came about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..corrections import (
    EDITORS_OWN,
    Ranges,
    Standing,
    Value,
    Values,
    dated,
    lines_in,
    same,
    without_lines,
)
from ..models import Article, Correction
from ..pagefile import READER_VERSION, parse_page
from ..pagefile.records import PageHints, ParsedArticle, ParsedPage, Problem
from ..tagging import Tags, tag_page
from . import reading
from .lines import LineMap
from .matching import OldArticle, Weights, absorbed_by, match
from .records import (
    ArticleChange,
    ArticlePlan,
    KnownArticle,
    KnownPage,
    PagePlan,
    PageSource,
    ValueChange,
    WordLists,
)

KEPT_LINES = 0.6
"""Share of an editor's lines that a changed file must still have for them to stay fixed."""
DATE = "issue_date"
SHOWN_PAGE_FIELDS = (DATE, "number", "title", "furniture")
SHOWN_ARTICLE_FIELDS = (
    "kind",
    "kicker",
    "headline",
    "deck",
    "column",
    "dateline",
    "bylines",
    "body",
    "captions",
    "districts",
    "topics",
    "continued_from",
    "continued_to",
    "line_ranges",
)
"""What a reader of the history wants to know of; evidence and positions change unannounced."""


def plan_page(
    source: PageSource,
    known: KnownPage | None,
    lists: WordLists,
    neighbour_date: Values | None = None,
) -> PagePlan:
    """The plan for one page. ``neighbour_date`` is what other pages of the issue say of its date."""
    before = _carried(known, source) if known else _Before()
    parsed = parse_page(source.text, _hints(source, before), lists.lexicon)
    values, read = _page_layers(parsed, before, neighbour_date)
    articles = _plan_articles(source, parsed, values, before, lists)
    plan = PagePlan(
        source=source,
        known=known,
        values=values,
        read=read,
        neighbour_date=neighbour_date,
        corrections=tuple(_judged(before.corrections, read)),
        articles=articles,
        problems=(*source.problems, *parsed.problems),
        page_changes=tuple(_page_changes(known, values)),
        article_changes=(),
        reader_version=version(lists),
    )
    return replace(plan, article_changes=tuple(_article_changes(plan)))


def version(lists: WordLists) -> str:
    """What a page was read with: the reader of pages and the word lists."""
    return f"{READER_VERSION}.{lists.stamp}"


# --- what was there, in the numbering of the present text ---


@dataclass(frozen=True, slots=True)
class _Before:
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


def _carried(known: KnownPage, source: PageSource) -> _Before:
    text_changed = known.source.text != source.text
    carry = LineMap(known.source.text, source.text).carry if text_changed else _as_it_is
    weights = Weights(known.source.text), Weights(source.text)
    merged = [article for article in known.articles if article.correction_of("merged_into")]
    return _Before(
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


def _hints(source: PageSource, before: _Before) -> PageHints:
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


# --- the page as a whole ---


def _page_layers(
    parsed: ParsedPage, before: _Before, neighbour_date: Values | None
) -> tuple[Values, Values]:
    """Values in force, and the read values of what is corrected."""
    values, read = reading.page_values(parsed), {}
    if neighbour_date:
        read["date"] = {name: values[name] for name in neighbour_date}
        values |= neighbour_date
    for correction in before.corrections:
        if correction.field == DATE:
            read |= {DATE: values[DATE], "date": {name: values[name] for name in dated("")}}
            values |= dated(correction.value)
        elif correction.field not in EDITORS_OWN:
            read[correction.field] = values[correction.field]
            values[correction.field] = correction.value
    return values, read


def _page_changes(known: KnownPage | None, values: Values) -> Iterator[ValueChange]:
    if known:
        for name in SHOWN_PAGE_FIELDS:
            if known.values[name] != values[name]:
                yield ValueChange(name, known.values[name], values[name])


def _judged(corrections: Sequence[Standing], read: Values) -> Iterator[Standing]:
    """The corrections, each with its state against what was read now."""
    for correction in corrections:
        if correction.field in read:
            yield correction.against(read[correction.field])
        else:
            yield correction


# --- its articles ---


def _plan_articles(
    source: PageSource, parsed: ParsedPage, page: Values, before: _Before, lists: WordLists
) -> tuple[ArticlePlan, ...]:
    found = match(before.articles, parsed.articles, source.text, text_changed=before.text_changed)
    alone = _read_alone(source, before, lists)
    layers = [
        _article_layers(article, found.get(index), alone)
        for index, article in enumerate(parsed.articles)
    ]
    tags = _add_tags(parsed, layers, page, lists)
    positions = _positions([layer.old for layer in layers])
    lines = source.text.split("\n")
    shown = [
        layer.plan(
            position, (*layer.parsed.problems, *(doubt.problem(lines) for doubt in tagged.doubts))
        )
        for layer, position, tagged in zip(layers, positions, tags, strict=True)
    ]
    matched = {old.known.pk for old in found.values()}
    left = [old for old in before.articles if old.known.pk not in matched]
    gone = [_departed(old, shown, parsed.articles, source.text) for old in left]
    return (*shown, *gone, *(_kept_merged(*one) for one in before.merged))


def _read_alone(source: PageSource, before: _Before, lists: WordLists) -> ParsedPage | None:
    """What the reader would make of the lines without the editor's help, where there was some."""
    if not before.pinned:
        return None
    hints = replace(_hints(source, before), fixed_articles=(), fixed_furniture=())
    return parse_page(source.text, hints, lists.lexicon)


@dataclass(slots=True)
class _Layers:
    """An article in the making: what was read and what editors said."""

    parsed: ParsedArticle
    old: OldArticle | None
    values: Values
    read: Values

    def plan(self, position: int, problems: tuple[Problem, ...]) -> ArticlePlan:
        old = self.old
        hidden = old.correction_of("hidden") if old else None
        return ArticlePlan(
            known=old.known if old else None,
            state=str(Article.State.HIDDEN if hidden else Article.State.LIVE),
            state_reason=hidden.value if hidden else "",
            values={**self.values, "position": position},
            read=self.read,
            corrections=tuple(_judged(old.corrections, self.read)) if old else (),
            problems=problems,
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


# --- what is different ---


def _article_changes(plan: PagePlan) -> Iterator[ArticleChange]:
    for article in plan.articles:
        known = article.known
        status = _status(article)
        changed = tuple(_value_changes(known, article.values)) if status == "changed" else ()
        if status != "changed" or changed:
            pk = known.pk if known else None
            yield ArticleChange(pk, article.values.get("position", 0), status, changed)


def _status(article: ArticlePlan) -> str:
    """``new`` (also: just made by an editor), ``returned``, ``hidden``, ``merged``, ``gone``; ``changed`` for all others."""
    known = article.known
    if known is None or not known.values:
        return "new"
    if known.state != article.state:
        return {"live": "returned"}.get(article.state, article.state)
    return "changed"


def _value_changes(known: KnownArticle, values: Values) -> Iterator[ValueChange]:
    for name in SHOWN_ARTICLE_FIELDS:
        before, after = known.values.get(name), values.get(name)
        if not same(name, before, after):
            yield ValueChange(name, shown(name, before), shown(name, after))


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
