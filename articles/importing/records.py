"""Records at the border between reading, planning and writing. Frozen; values are plain JSON."""

from dataclasses import dataclass, field, replace

from ..corrections import Ranges, Standing, Value, Values
from ..pagefile.records import Lexicon, Problem


@dataclass(frozen=True, slots=True)
class WordLists:
    """What reading a page needs beside its text, as the editors' tables have it."""

    lexicon: Lexicon
    gazetteer: object
    """``articles.tagging.Gazetteer``: places and what tells them."""
    topic_rules: object
    """``articles.tagging.TopicRules``."""
    stamp: str
    """Changes when any list changes; pages read with another one are read again."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page file as it came in."""

    key: str
    text: str
    sha256: str
    encoding: str
    manifest: Values = field(default_factory=dict)
    """``date``, ``page_number``, ``page_title`` where the operator's manifest has them."""
    problems: tuple[Problem, ...] = ()
    """What decoding noticed."""


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article as the archive holds it."""

    pk: int
    state: str
    state_reason: str
    merged_into: int | None
    values: Values
    """Values in force, ``position`` and ``line_ranges`` among them; empty for an article that an
    editor's act has just made and no reading has filled yet (its position is 0)."""
    read: Values
    copies: tuple = ()
    """Date columns and page number as copied from the page, and the corrected fields."""
    corrections: tuple[Standing, ...] = ()

    def correction_of(self, name: str) -> Standing | None:
        return next((c for c in self.corrections if c.field == name), None)

    @property
    def is_shown(self) -> bool:
        """Stands on its page: not merged, not gone."""
        return self.state in {"live", "hidden"}


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page as the archive holds it, with every article it ever had."""

    pk: int
    revision: int
    source: PageSource
    values: Values
    read: Values
    neighbour_date: Values | None
    corrections: tuple[Standing, ...] = ()
    articles: tuple[KnownArticle, ...] = ()

    def correction_of(self, name: str) -> Standing | None:
        return next((c for c in self.corrections if c.field == name), None)


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """What an article shall be. ``known`` is None for one that is new."""

    known: KnownArticle | None
    state: str
    state_reason: str
    values: Values
    read: Values
    corrections: tuple[Standing, ...] = ()
    merged_into: int | None = None
    """Id of the article it was merged into, where that one has an id already."""
    merged_into_position: int | None = None
    """Else the position of the new article on this page."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value in force that becomes another."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What happens to one article: ``status`` is new, changed, gone, merged, returned."""

    pk: int | None
    """None for a new one; it is named by its position."""
    position: int
    status: str
    values: tuple[ValueChange, ...] = ()

    def and_then(self, later: "ArticleChange") -> "ArticleChange":
        """Both as one; what is new stays new."""
        if self.status != "changed":
            return self
        return replace(self, values=merged(self.values, later.values))


def merged(
    first: tuple[ValueChange, ...], later: tuple[ValueChange, ...]
) -> tuple[ValueChange, ...]:
    """Two sets of changes, one after the other, as one set."""
    changes = {change.field: change for change in first}
    for change in later:
        before = changes[change.field].before if change.field in changes else change.before
        changes[change.field] = replace(change, before=before)
    return tuple(change for change in changes.values() if change.before != change.after)


@dataclass(frozen=True, slots=True)
class PagePlan:
    """Everything that writing one page will do; made without touching the database."""

    source: PageSource
    known: KnownPage | None
    values: Values
    read: Values
    neighbour_date: Values | None
    corrections: tuple[Standing, ...]
    articles: tuple[ArticlePlan, ...]
    problems: tuple[Problem, ...]
    page_changes: tuple[ValueChange, ...]
    article_changes: tuple[ArticleChange, ...]
    reader_version: str

    @property
    def changes_nothing(self) -> bool:
        return self.known is not None and not self.page_changes and not self.article_changes


__all__ = [
    "ArticleChange",
    "ArticlePlan",
    "KnownArticle",
    "KnownPage",
    "PagePlan",
    "PageSource",
    "Ranges",
    "Standing",
    "ValueChange",
    "Values",
    "WordLists",
]
