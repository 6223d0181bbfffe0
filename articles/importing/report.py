"""What a run did, or would do: the same record for a dry run and a real one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..corrections import Values
from .files import Skipped
from .records import ArticleChange, PagePlan, ValueChange, merged

PAGE_COUNTS = ("new", "changed", "reread", "unchanged", "duplicate", "skipped", "failed")
ARTICLE_COUNTS = ("new", "changed", "returned", "hidden", "merged", "gone")


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What happens to one page: ``new``, ``changed`` or ``reread`` (no value differs)."""

    key: str
    status: str
    page_changes: tuple[ValueChange, ...]
    article_changes: tuple[ArticleChange, ...]
    conflicts: int
    problems: int

    @classmethod
    def of(cls, plan: PagePlan) -> "PageOutcome":
        status = "changed"
        if plan.known is None:
            status = "new"
        elif plan.changes_nothing:
            status = "reread"
        standing = [*plan.corrections, *(c for a in plan.articles for c in a.corrections)]
        return cls(
            key=plan.source.key,
            status=status,
            page_changes=plan.page_changes,
            article_changes=plan.article_changes,
            conflicts=sum(c.state in {"conflict", "lost"} for c in standing),
            problems=len(plan.problems) + sum(len(a.problems) for a in plan.articles),
        )

    def and_then(self, later: "PageOutcome") -> "PageOutcome":
        """Both outcomes as one, as if the page had been written once."""
        if self.status == "new":
            return replace(self, conflicts=later.conflicts, problems=later.problems)
        articles = {change.position: change for change in self.article_changes}
        for change in later.article_changes:
            first = articles.get(change.position)
            articles[change.position] = first.and_then(change) if first else change
        page_changes = merged(self.page_changes, later.page_changes)
        return PageOutcome(
            key=self.key,
            status="changed" if page_changes or articles else "reread",
            page_changes=page_changes,
            article_changes=tuple(articles.values()),
            conflicts=later.conflicts,
            problems=later.problems,
        )


@dataclass(slots=True)
class Report:
    """Counts and, page by page, what changed. Unchanged pages are counted only."""

    detailed: bool = True
    """False keeps no values of articles: a run over a large archive only counts."""
    by_key: dict[str, PageOutcome] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    unchanged: int = 0

    @property
    def pages(self) -> list[PageOutcome]:
        return [self.by_key[key] for key in sorted(self.by_key)]

    def add(self, plan: PagePlan) -> None:
        """Note a plan; a page planned a second time (its date came later) counts once."""
        outcome, first = PageOutcome.of(plan), self.by_key.get(plan.source.key)
        if not self.detailed:
            counted = tuple(replace(one, values=()) for one in outcome.article_changes)
            outcome = replace(outcome, article_changes=counted)
        self.by_key[plan.source.key] = first.and_then(outcome) if first else outcome

    @property
    def failed(self) -> int:
        return sum(one.failed for one in self.skipped)

    @property
    def page_counts(self) -> dict[str, int]:
        counts = Counter(page.status for page in self.pages)
        counts["unchanged"] = self.unchanged
        counts["duplicate"] = sum(one.code == "same-content" for one in self.skipped)
        counts["failed"] = self.failed
        counts["skipped"] = len(self.skipped) - counts["failed"] - counts["duplicate"]
        return {name: counts[name] for name in PAGE_COUNTS}

    @property
    def article_counts(self) -> dict[str, int]:
        counts = Counter(a.status for page in self.pages for a in page.article_changes)
        return {name: counts[name] for name in ARTICLE_COUNTS}

    @property
    def changed_anything(self) -> bool:
        return any(page.status != "reread" for page in self.pages)

    def closing_line(self) -> str:
        pages, articles = self.page_counts, self.article_counts
        conflicts = sum(page.conflicts for page in self.pages)
        line = f"pages: {_listing(pages)}; articles: {_listing(articles)}"
        if conflicts:
            line += f"; conflicts with corrections: {conflicts}"
        return line if self.changed_anything or self.failed else f"{line}; nothing changed"

    def as_json(self) -> Values:
        return {
            "pages": self.page_counts,
            "articles": self.article_counts,
            "changes": [_page_json(page) for page in self.pages],
            "skipped": [
                {"file": one.file, "code": one.code, "detail": one.detail, "failed": one.failed}
                for one in sorted(self.skipped, key=lambda one: one.file)
            ],
        }

    def lines(self) -> Iterator[str]:
        """The changes in words, article by article."""
        for page in self.pages:
            yield f"{page.key}: {page.status}"
            for change in page.page_changes:
                yield f"  page {_words(change)}"
            for article in page.article_changes:
                name = f"article {article.pk}" if article.pk else f"article at {article.position}"
                yield f"  {name}: {article.status}"
                yield from (f"    {_words(change)}" for change in article.values)


def _listing(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _words(change: ValueChange) -> str:
    return f"{change.field}: {_short(change.before)} -> {_short(change.after)}"


def _short(value: object, limit: int = 60) -> str:
    text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _page_json(page: PageOutcome) -> Values:
    return {
        "page": page.key,
        "status": page.status,
        "conflicts": page.conflicts,
        "problems": page.problems,
        "values": [_change_json(change) for change in page.page_changes],
        "articles": [
            {
                "id": article.pk,
                "position": article.position,
                "status": article.status,
                "values": [_change_json(change) for change in article.values],
            }
            for article in page.article_changes
        ],
    }


def _change_json(change: ValueChange) -> Values:
    return {"field": change.field, "before": change.before, "after": change.after}
