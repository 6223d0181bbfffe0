"""A page's text read as a sub-editor reads it: the order of the work, step by step."""

import re
from collections.abc import Sequence

from articles.pagefile.building.article import build_article
from articles.pagefile.cutting.columns import share_labels
from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.cutting.grouping import cut_sections
from articles.pagefile.cutting.segments import Segmenter
from articles.pagefile.dating.dates import read_date
from articles.pagefile.furniture import TopMatter, normal_page_number, read_furniture, runs_of
from articles.pagefile.joining.damage import mark_copies
from articles.pagefile.joining.pieces import find_open_ends, pieces_of
from articles.pagefile.joining.torn import join_torn
from articles.pagefile.marking.first_look import mark_lines
from articles.pagefile.marking.regions import mark_regions
from articles.pagefile.records import (
    Furniture,
    Lexicon,
    LineRange,
    PageHints,
    ParsedArticle,
    ParsedPage,
    Problem,
)
from articles.pagefile.text.lines import Line, read_lines
from articles.pagefile.text.seams import Continuity
from articles.pagefile.text.wrapping import part_paragraphs

READER_VERSION = 14
"""Raised whenever the reading of some page may come out differently."""
NUMBERED_FILE = re.compile(
    r"(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d[-_.](?P<number>[A-Za-z]?\d{1,2})(?![\dA-Za-z]*[-_.]\d)"
)
"""``zzrb_20190404_07.txt``, ``2016-08-24_A5.txt``: the page number behind the day."""
DEFAULT = Lexicon()
NO_HINTS = PageHints()
LONGEST_COMPARED = 60_000
"""Characters of a page in which a pair is looked for; no printed page has more."""


def parse_page(text: str, hints: PageHints = NO_HINTS, lexicon: Lexicon = DEFAULT) -> ParsedPage:
    """Read one page. Pure and deterministic; raises for no text whatever.

    Every non-blank line comes back in exactly one article or piece of furniture.
    ``hints.fixed_articles`` and ``hints.fixed_furniture`` are taken as they stand and the rest
    is read around them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = part_paragraphs(read_lines(text))
    fixed = _fixed_numbers(hints)
    free = [line for line in lines if line.number not in fixed]
    top = read_furniture(free)
    rest = [line for line in free if line.number not in top.kinds]
    page = {n: at for at, n in enumerate(sorted({line.number for line in lines} | fixed))}
    articles, labels = _read_articles(rest, page, top.section_labels, lexicon)
    articles += _read_fixed(lines, hints, lexicon)
    articles.sort(key=lambda article: min(article.line_ranges))
    kinds = {**top.kinds, **{label.number: "section_label" for label in labels}}
    pieces = [*runs_of(free, kinds), *_fixed_furniture(lines, hints)]
    furniture = tuple(sorted(pieces, key=lambda piece: piece.lines))
    date, doubts = read_date(text.split("\n"), hints, articles, furniture)
    return ParsedPage(
        articles=tuple(articles),
        date=date,
        furniture=furniture,
        page_number=_page_number(top, hints),
        page_title=hints.manifest_page_title or top.title,
        staff=top.staff,
        problems=(*_page_problems(lines, articles), *doubts),
    )


def _page_number(top: TopMatter, hints: PageHints) -> str | None:
    if hints.manifest_page_number:
        return normal_page_number(hints.manifest_page_number) or hints.manifest_page_number
    if top.number:
        return top.number
    match = NUMBERED_FILE.search(hints.name.rpartition("/")[2])
    return normal_page_number(match["number"]) if match else None


def _page_problems(lines: list[Line], articles: list[ParsedArticle]):
    if not lines:
        yield Problem("blank-page")
    elif not articles:
        yield Problem("no-article", detail=f"{len(lines)} lines")


# --- ranges that an editor has settled ---


def _fixed_numbers(hints: PageHints) -> set[int]:
    ranges = [r for article in hints.fixed_articles for r in article] + list(hints.fixed_furniture)
    return {number for first, last in ranges for number in range(first, last + 1)}


def _fixed_furniture(lines: list[Line], hints: PageHints) -> list[Furniture]:
    taken = {n for article in hints.fixed_articles for a, b in article for n in range(a, b + 1)}
    found = []
    for first, last in hints.fixed_furniture:
        if any(first <= line.number <= last and line.number not in taken for line in lines):
            found.append(Furniture("editor", (first, last)))
    return found


def _read_fixed(lines: list[Line], hints: PageHints, lexicon: Lexicon) -> list[ParsedArticle]:
    """Each settled article comes back as one, with exactly the editor's ranges, in their order."""
    articles, taken = [], set()
    for ranges in hints.fixed_articles:
        wanted = [n for first, last in ranges for n in range(first, last + 1)]
        order = {
            number: at for at, number in reversed(list(enumerate(wanted))) if number not in taken
        }
        own = sorted(
            (line for line in lines if line.number in order), key=lambda line: order[line.number]
        )
        taken |= order.keys()
        if own:
            articles.append(_one_article(own, ranges, lexicon))
    return articles


def _one_article(
    lines: list[Line], ranges: tuple[LineRange, ...], lexicon: Lexicon
) -> ParsedArticle:
    continuity = _continuity(lines)
    marked = mark_regions(mark_lines(lines, lexicon), continuity)
    draft = Draft(cut_sections(marked), fixed=True)
    order = {line.number: at for at, line in enumerate(lines)}
    pieces = sorted(pieces_of([draft]), key=lambda piece: order[piece.number])
    mark_copies(pieces)
    find_open_ends(pieces)
    joined = join_torn([draft], pieces, continuity, order)
    return build_article(0, draft, joined, order, ranges)


# --- articles of the free lines ---


def _continuity(lines: list[Line]) -> Continuity:
    texts = (line.text if line.is_long else line.folded for line in lines)
    return Continuity("\n".join(texts)[:LONGEST_COMPARED])


def _read_articles(
    lines: list[Line],
    page: dict[int, int],
    section_labels: Sequence[Line],
    lexicon: Lexicon,
) -> tuple[list[ParsedArticle], list[Line]]:
    """The articles, and the labels over groups of them, which belong to none."""
    if not lines:
        return [], []
    continuity = _continuity(lines)
    marked = mark_regions(mark_lines(lines, lexicon), continuity)
    drafts = Segmenter(cut_sections(marked), lexicon, continuity).run()
    drafts.sort(key=lambda draft: draft.lines[0].number)
    drafts, labels = share_labels(drafts, section_labels)
    pieces = pieces_of(drafts)
    mark_copies(pieces)
    find_open_ends(pieces)
    joined = join_torn(drafts, pieces, continuity, page)
    articles = [build_article(index, draft, joined, page) for index, draft in enumerate(drafts)]
    return articles, labels
