"""Articles, pages and issues as plain text, to read offline or to keep."""

from ..models import Article
from ..templatetags.reading import day, page_label


def article_text(article: Article) -> str:
    """Head, byline, body and captions; parts that the page does not print are left out."""
    names = "　".join(f"{b.role} {b.name}".strip() for b in article.bylines.all())
    head = [article.column, article.kicker, article.headline, article.deck, names]
    captions = [f"［图］{caption}" for caption in article.captions]
    body = f"{article.dateline}　{article.body}" if article.dateline else article.body
    parts = [*filter(None, head), "", *filter(None, body.split("\n")), *captions]
    return "\n".join(parts) + "\n"


def page_text(issue, leaves) -> str:
    """The articles of some pages of an issue, under the page's number and title."""
    whole = _whole(article for leaf in leaves for article in leaf.articles)
    pages = (_leaf_text(leaf, whole) for leaf in leaves)
    return f"株洲日报　{day(issue.when)}\n\n" + "\n".join(pages)


def issue_text(issue) -> str:
    return page_text(issue, issue.pages)


def _leaf_text(leaf, whole) -> str:
    title = f"{page_label(leaf.page.number)}　{leaf.page.title}".strip()
    articles = (article_text(whole[article.pk]) for article in leaf.articles)
    return f"【{title}】\n\n" + "\n".join(articles)


def _whole(lines) -> dict[int, Article]:
    """The same articles with their bodies, which lines of a list leave out."""
    keys = [article.pk for article in lines]
    articles = Article.objects.filter(pk__in=keys).prefetch_related("bylines")
    return articles.defer("read", "joins", "left_out").in_bulk()
