"""Lines as corrections: setting, splitting, merging, taking out, hiding."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...corrections import BadValue, Ranges, lines_in, without_lines
from ...models import Article, Page
from ..records import KnownArticle, KnownPage
from .act import Act, Said
from .around import fixed_lines, known_page
from .values import correct


@transaction.atomic
def set_lines(article_id: int, ranges: Ranges, act: Act) -> None:
    """The article is exactly these lines, in this order."""
    page_id = _page_of(article_id)
    known = known_page(page_id)
    said = [Said("line_ranges", ranges, article_id)]
    correct(page_id, said + _give_way(known, lines_in(ranges), {article_id}), act)


@transaction.atomic
def new_article(page_id: int, ranges: Ranges, act: Act) -> int:
    """An article of its own from these lines; its id."""
    known = known_page(page_id)
    article_id = _mint(page_id, act)
    said = [Said("line_ranges", ranges, article_id)]
    correct(page_id, said + _give_way(known, lines_in(ranges), set()), act)
    return article_id


@transaction.atomic
def split(article_id: int, line: int, act: Act) -> int:
    """Cut the article before a line, in its reading order; id of the second part."""
    page_id = _page_of(article_id)
    ranges = _article(known_page(page_id), article_id).values["line_ranges"]
    first, second = _cut(ranges, line)
    if not first or not second:
        raise BadValue(_("Line %s is not inside the article.") % line)
    other = _mint(page_id, act)
    correct(
        page_id,
        [Said("line_ranges", first, article_id), Said("line_ranges", second, other)],
        act,
    )
    return other


def _cut(ranges: Ranges, line: int) -> tuple[Ranges, Ranges]:
    for at, (start, end) in enumerate(ranges):
        if start <= line <= end:
            before = [[start, line - 1]] if line > start else []
            return ranges[:at] + before, [[line, end], *ranges[at + 1 :]]
    return ranges, []


@transaction.atomic
def merge(article_id: int, into_id: int, act: Act) -> None:
    """Give all lines of one article to another of the same page; its address leads there."""
    page_id = _page_of(into_id)
    if article_id == into_id or _page_of(article_id) != page_id:
        raise BadValue(_("Only two articles of one page can be merged."))
    known = known_page(page_id)
    parts = [_article(known, pk).values["line_ranges"] for pk in (into_id, article_id)]
    ranges = [one for part in sorted(parts) for one in part]
    correct(
        page_id,
        [Said("merged_into", into_id, article_id), Said("line_ranges", ranges, into_id)],
        act,
    )


@transaction.atomic
def take_out(page_id: int, ranges: Ranges, act: Act) -> None:
    """The lines belong to no article: they are furniture of the page."""
    known = known_page(page_id)
    taken = lines_in(ranges)
    fixed = known.correction_of("furniture")
    kept = without_lines(fixed.value, taken) if fixed else []
    said = [Said("furniture", sorted([*kept, *ranges]))]
    correct(page_id, said + _give_way(known, taken, set(), page_too=False), act)


@transaction.atomic
def hide(article_id: int, reason: str, act: Act) -> None:
    """No reader sees the article any more; its lines stay its own, so that no other shows them."""
    page_id = _page_of(article_id)
    article = _article(known_page(page_id), article_id)
    said = [Said("hidden", reason, article_id)]
    if not article.correction_of("line_ranges"):
        said.append(Said("line_ranges", article.values["line_ranges"], article_id))
    correct(page_id, said, act)


def _give_way(
    known: KnownPage, taken: set[int], to: set[int], *, page_too: bool = True
) -> list[Said]:
    """What other fixed lines must yield. Raises ``BadValue`` where nothing would be left."""
    said = []
    for article in known.articles:
        fixed = fixed_lines(article)
        if article.pk in to or fixed is None:
            continue
        if lines_in(fixed.value) & taken:
            left = without_lines(fixed.value, taken)
            if not left:
                raise BadValue(
                    _("Article %s would have no line left; merge it instead.") % article.pk
                )
            said.append(Said("line_ranges", left, article.pk))
    furniture = known.correction_of("furniture") if page_too else None
    if furniture and lines_in(furniture.value) & taken:
        said.append(Said("furniture", without_lines(furniture.value, taken)))
    return said


def _mint(page_id: int, act: Act) -> int:
    """A new public id; the row is filled when the page is read again."""
    page = Page.objects.get(pk=page_id)
    article = Article.objects.create(
        page=page, position=0, state=Article.State.GONE, in_lists=False, changed_at=act.at
    )
    return article.pk


def _page_of(article_id: int) -> int:
    page_id = Article.objects.filter(pk=article_id).values_list("page_id", flat=True).first()
    if page_id is None:
        raise BadValue(_("There is no article %s.") % article_id)
    return page_id


def _article(known: KnownPage, article_id: int) -> KnownArticle:
    article = next((one for one in known.articles if one.pk == article_id), None)
    if article is None or not article.is_shown:
        raise BadValue(_("Article %s does not stand on this page any more.") % article_id)
    return article
