"""A page's text read as a sub-editor reads it: the order of the work, step by step."""

from articles.pagefile.bodies import Body
from articles.pagefile.damage import mark_copies
from articles.pagefile.furniture import TopMatter, normal_page_number, read_furniture
from articles.pagefile.headings import Heads, read_heads, under_byline
from articles.pagefile.joining import Joined, join_torn
from articles.pagefile.kinds import read_kind
from articles.pagefile.language import Continuity
from articles.pagefile.lines import Line, read_lines
from articles.pagefile.pieces import Piece, find_open_ends, pieces_of
from articles.pagefile.records import (
    Credit,
    Furniture,
    Join,
    Kind,
    LeftOut,
    Lexicon,
    LineRange,
    PageHints,
    ParsedArticle,
    ParsedPage,
    Problem,
)
from articles.pagefile.roles import Marked, Marker, Role, context_of
from articles.pagefile.segments import Draft, Segmenter, cut_sections, note_lines

READER_VERSION = 1
"""Raised whenever the reading of some page may come out differently."""
DEFAULT = Lexicon()
NO_HINTS = PageHints()


def parse_page(text: str, hints: PageHints = NO_HINTS, lexicon: Lexicon = DEFAULT) -> ParsedPage:
    """Read one page. Pure and deterministic; raises for no text whatever.

    Every non-blank line comes back in exactly one article or piece of furniture.
    ``hints.fixed_articles`` and ``hints.fixed_furniture`` are taken as they stand and the rest
    is read around them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = read_lines(text)
    fixed = _fixed_numbers(hints)
    free = [line for line in lines if line.number not in fixed]
    top = read_furniture(free)
    rest = [line for line in free if line.number not in top.kinds]
    page = sorted({line.number for line in lines} | fixed)
    articles = _read_articles(rest, page, lexicon) + _read_fixed(lines, hints, lexicon)
    articles.sort(key=lambda article: min(article.line_ranges))
    return ParsedPage(
        articles=tuple(articles),
        furniture=tuple(
            sorted([*top.runs(free), *_fixed_furniture(lines, hints)], key=lambda f: f.lines)
        ),
        page_number=_page_number(top, hints),
        page_title=hints.manifest_page_title or top.title,
        staff=tuple(top.staff),
        problems=tuple(_page_problems(lines, articles)),
    )


def _page_number(top: TopMatter, hints: PageHints) -> str | None:
    if hints.manifest_page_number:
        return normal_page_number(hints.manifest_page_number) or hints.manifest_page_number
    return top.number


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
    sections = cut_sections(note_lines(Marker(lines, context_of(lines, lexicon)).run()))
    draft = Draft(sections, fixed=True)
    order = {line.number: at for at, line in enumerate(lines)}
    pieces = sorted(pieces_of([draft]), key=lambda piece: order[piece.number])
    mark_copies(pieces)
    find_open_ends(pieces)
    joined = join_torn([draft], pieces, Continuity("\n".join(line.folded for line in lines)))
    return _build(0, draft, joined, lexicon, sorted(order), ranges)


# --- articles of the free lines ---


def _read_articles(lines: list[Line], page: list[int], lexicon: Lexicon) -> list[ParsedArticle]:
    if not lines:
        return []
    continuity = Continuity(
        "\n".join(line.folded if not line.is_long else line.text for line in lines)
    )
    marked = note_lines(Marker(lines, context_of(lines, lexicon)).run())
    drafts = Segmenter(cut_sections(marked), lexicon, continuity).run()
    drafts.sort(key=lambda draft: draft.lines[0].number)
    pieces = pieces_of(drafts)
    mark_copies(pieces)
    find_open_ends(pieces)
    joined = join_torn(drafts, pieces, continuity)
    return [_build(index, draft, joined, lexicon, page) for index, draft in enumerate(drafts)]


def _build(
    index: int,
    draft: Draft,
    joined: Joined,
    lexicon: Lexicon,
    page: list[int],
    ranges: tuple[LineRange, ...] | None = None,
) -> ParsedArticle:
    """One article; ``page`` lists the numbers of all lines that are not blank."""
    first = draft.sections[0]
    heads = read_heads(first.heads, lexicon)
    body, pieces = Body(), []
    for number, section in enumerate(draft.sections):
        _add_headings(body, section.heads if number else under_byline(first.heads))
        for piece in joined.chains.get((index, number), []):
            body.add_piece(piece)
            pieces.append(piece)
    heads, body = _artwork(pieces, heads, body)
    credits = _head_credits(draft) + body.credits
    kind = read_kind(draft, heads, pieces, credits)
    if kind is Kind.PHOTO_STORY and not body.paragraphs:
        body, credits = _captions_as_body(body, pieces, credits)
    own = {m.line.number for m in draft_heads(draft)} | {p.number for p in pieces}
    return ParsedArticle(
        kind=kind,
        line_ranges=ranges or _ranges(own, page),
        headline=heads.headline,
        kicker=heads.kicker,
        deck=heads.deck,
        column=heads.column,
        dateline=_dateline(pieces),
        bylines=tuple(_unique(credits)),
        paragraphs=tuple(body.paragraphs),
        captions=tuple(body.captions),
        continued_from=_jump_from(draft),
        continued_to=normal_page_number(body.continued_to) if body.continued_to else None,
        joins=tuple(_joins(joined, pieces)),
        left_out=tuple(body.left_out + _notes(draft)),
        problems=tuple(p for piece, p in joined.problems if any(piece is mine for mine in pieces)),
    )


def draft_heads(draft: Draft) -> list[Marked]:
    return [m for section in draft.sections for m in section.heads]


def _add_headings(body: Body, heads: list[Marked]) -> None:
    """Subheads of the text, and what stands among them."""
    for mark in heads:
        if mark.role in (Role.BYLINE, Role.AUTHOR):
            body.credits += mark.credits
        elif mark.role is Role.NOTE:
            body.left_out.append(LeftOut(mark.line.number, mark.line.text, "editor_note"))
        else:
            body.add_heading(mark)


def _artwork(pieces: list[Piece], heads: Heads, body: Body) -> tuple[Heads, Body]:
    """A painting: title, genre and artist on one line, and no body."""
    work = next((p for p in pieces if p.role is Role.ARTWORK), None)
    if work and not heads.headline:
        body.credits += work.mark.credits
        return Heads(heads.column, heads.kicker, work.mark.words, heads.deck), body
    return heads, body


def _captions_as_body(body: Body, pieces: list[Piece], credits: list[Credit]):
    for caption in body.captions:
        body.add_text(caption.text, caption.line, waits=False)
    credits = credits + body.photo_credits
    body.captions = []
    return body, credits


def _head_credits(draft: Draft) -> list[Credit]:
    return [credit for mark in draft.sections[0].heads for credit in mark.credits]


def _unique(credits: list[Credit]) -> list[Credit]:
    seen, unique = set(), []
    for credit in credits:
        if (credit.role, credit.name) not in seen:
            seen.add((credit.role, credit.name))
            unique.append(credit)
    return unique


def _dateline(pieces: list[Piece]) -> str | None:
    return next(
        (p.mark.opening.dateline for p in pieces if p.mark.opening and p.mark.opening.dateline),
        None,
    )


def _jump_from(draft: Draft) -> str | None:
    first = draft.sections[0]
    for mark in (*first.heads, *first.body[:1]):
        if mark.page and mark.role in (Role.JUMP_FROM, Role.BODY):
            return normal_page_number(mark.page)
    return None


def _notes(draft: Draft) -> list[LeftOut]:
    return [
        LeftOut(m.line.number, m.line.text, "editor_note" if m.role is Role.NOTE else "jump_mark")
        for m in draft.sections[0].heads
        if m.role in (Role.NOTE, Role.JUMP_FROM)
    ]


def _joins(joined: Joined, pieces: list[Piece]) -> list[Join]:
    return [
        Join(a.number, b.number, s) for a, b, s in joined.joins if any(a is mine for mine in pieces)
    ]


def _ranges(numbers: set[int], page: list[int]) -> tuple[LineRange, ...]:
    """Runs of an article's lines; blank lines between two of them belong to the run."""
    ranges: list[LineRange] = []
    before = None
    for number in page:
        if number not in numbers:
            before = None
        elif before is None:
            ranges.append((number, number))
            before = number
        else:
            ranges[-1] = (ranges[-1][0], number)
            before = number
    return tuple(ranges)
