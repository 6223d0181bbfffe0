"""An issue: the pages of one day with their articles, and its neighbours in time."""

from dataclasses import dataclass, field
from datetime import date

from ..models import Article, Page
from ..templatetags.reading import day_url
from .respond import article_line


@dataclass
class Leaf:
    """A page of an issue with its articles in page order."""

    page: Page
    articles: list[Article] = field(default_factory=list)

    @property
    def url(self) -> str:
        return page_url(self.page)

    @property
    def listed(self) -> list[Article]:
        return [article for article in self.articles if article.in_lists]

    @property
    def shown_first(self) -> list[Article]:
        """The listed ones, those with a headline before continuations of another page."""
        return sorted(self.listed, key=lambda article: not article.headline)

    @property
    def unlisted(self) -> list[Article]:
        """Adverts, notices and lead-ins."""
        return [article for article in self.articles if not article.in_lists]


@dataclass
class Issue:
    """The pages of one day; ``lead`` is its first headline."""

    when: date
    pages: list[Leaf] = field(default_factory=list)
    page_count: int = 0
    article_count: int = 0
    lead: str = ""

    @classmethod
    def line(cls, when: date, pages: int, articles: int) -> "Issue":
        """An issue as a line of a list: counts only."""
        return cls(when, page_count=pages, article_count=articles)

    @classmethod
    def of(cls, when: date) -> "Issue":
        pages = Page.objects.filter(date_precision="day", date_earliest=when)
        pages = pages.defer("text", "read", "furniture").order_by("number", "key")
        leaves = {page.pk: Leaf(page) for page in pages}
        articles = Article.objects.live().filter(page__in=leaves).as_lines()
        for article in articles.order_by("position"):
            leaves[article.page_id].articles.append(article)
        issue = cls(when, list(leaves.values()))
        issue.page_count = len(leaves)
        issue.article_count = sum(len(leaf.listed) for leaf in issue.pages)
        return issue

    def as_json(self) -> dict:
        return {
            "url": day_url(self.when),
            "issue_date": self.when,
            "pages": self.page_count,
            "articles": self.article_count,
            "headline": self.lead or None,
        }

    def as_list(self, leaves: list[Leaf] | None = None) -> dict:
        """The listed articles of the issue, or of some of its pages, in the form of a list."""
        leaves = self.pages if leaves is None else leaves
        articles = [article for leaf in leaves for article in leaf.listed]
        return {
            "total": len(articles),
            "results": [article_line(article) for article in articles],
            "next": None,
            "pages": [
                {
                    "number": leaf.page.number or None,
                    "title": leaf.page.title or None,
                    "url": page_url(leaf.page),
                    "source": leaf.page.get_absolute_url(),
                }
                for leaf in leaves
            ],
        }


def page_url(page: Page) -> str:
    """Where a page stands in its issue; its source where day or number are not known."""
    if page.date_precision == "day" and page.number:
        return day_url(page.date_earliest, page.number)
    return page.get_absolute_url()


def neighbours(first: date, last: date) -> tuple[date | None, date | None]:
    """The nearest days with a page before ``first`` and after ``last``."""
    days = Page.objects.filter(date_precision="day").values_list("date_earliest", flat=True)
    before = days.filter(date_earliest__lt=first).order_by("-date_earliest").first()
    after = days.filter(date_earliest__gt=last).order_by("date_earliest").first()
    return before, after
