"""An article's record from its draft and its pieces in reading order."""

from dataclasses import replace

from articles.pagefile.building.bodies import Body, keep_inner_signatures
from articles.pagefile.building.headings import Heads, part_subheads, read_heads
from articles.pagefile.building.kinds import read_kind
from articles.pagefile.building.teasers import read_teaser
from articles.pagefile.cutting.drafts import Draft, is_box
from articles.pagefile.furniture import normal_page_number
from articles.pagefile.joining.pieces import Piece
from articles.pagefile.joining.torn import Joined
from articles.pagefile.marking.notes import NOTE_MARK
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.records import Credit, Kind, LeftOut, LineRange, ParsedArticle

SIGNED_BELOW = (Kind.NOTICE, Kind.ADVERT)


def build_article(
    index: int,
    draft: Draft,
    joined: Joined,
    page: dict[int, int],
    ranges: tuple[LineRange, ...] | None = None,
) -> ParsedArticle:
    """One article; ``page`` counts the lines that are not blank: number to place."""
    later = [mark.line for section in draft.sections[1:] for mark in section.titles]
    over, under = part_subheads(_headings(draft), later)
    heads = _with_shared_label(read_heads(over, _lead(draft)), draft)
    pieces = [p for n in range(len(draft.sections)) for p in joined.chains.get((index, n), [])]
    keep_inner_signatures(pieces)
    body = _gather(index, draft, joined, over, under)
    heads = _artwork(pieces, heads, body)
    credits = [c for mark in over for c in mark.credits] + body.credits + body.photo_credits
    kind = read_kind(draft, heads, pieces, credits)
    if kind is Kind.LEAD_IN and not heads.headline:
        heads = read_teaser(pieces)
    if not body.paragraphs:
        _captions_as_body(body)
    if kind in SIGNED_BELOW:
        credits = [credit for credit in credits if credit.role]
    own = {m.line.number for m in draft.heads} | {p.number for p in pieces}
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
        joins=tuple(joined.joins_of(pieces)),
        left_out=tuple(_notes(over) + body.left_out),
        problems=tuple(joined.problems_of(pieces)),
    )


def _lead(draft: Draft) -> str:
    """How the text begins, folded."""
    prose = (m.line.folded for s in draft.sections for m in s.body if m.role is Role.BODY)
    return next(prose, "")


def _headings(draft: Draft) -> list[Marked]:
    """The headings over the article; a headline printed in mid-body takes its place among them."""
    first = draft.sections[0].heads
    late = _late_headline(draft)
    if not late:
        return first
    titles = [replace(m, role=Role.LABEL) if m.role is Role.HEADING else m for m in first]
    return [*titles, *late]


def _late_headline(draft: Draft) -> list[Marked]:
    """Headings in mid-body that are the article's own: with a deck, or it has no other."""
    headless = not any(m.role is Role.HEADING for m in draft.sections[0].heads)
    for _, heads in draft.late:
        if headless or any(m.role is Role.DECK for m in heads):
            return heads
    return []


def _with_shared_label(heads: Heads, draft: Draft) -> Heads:
    if heads.column or not draft.section_label or is_box(draft):
        return heads
    return replace(heads, column=draft.section_label)


def _gather(
    index: int, draft: Draft, joined: Joined, over: list[Marked], under: list[Marked]
) -> Body:
    """The article's text: sections in order, each with its headings and its pieces."""
    body = Body()
    headline = _late_headline(draft)
    late = {number: heads for number, heads in draft.late if heads is not headline}
    for number, section in enumerate(draft.sections):
        _add_headings(body, section.heads if number else under)
        for piece in joined.chains.get((index, number), []):
            heads = late.get(piece.number, [])
            if piece.number in joined.openers:
                _add_headings(body, heads)
                heads = []
            body.add_piece(piece)
            _add_headings(body, heads)
    if not body.paragraphs and all(m.role is Role.NOTE for m in over):
        _note_as_body(body, over)
    return body


def _add_headings(body: Body, heads: list[Marked]) -> None:
    """Subheads of the text, and what stands among them."""
    for mark in heads:
        if mark.role in (Role.BYLINE, Role.AUTHOR):
            body.credits += mark.credits
        elif mark.role is Role.NOTE:
            body.left_out.append(LeftOut(mark.line.number, mark.line.text, "editor_note"))
        elif mark.role is not Role.JUMP_FROM:
            body.add_heading(mark)


def _note_as_body(body: Body, notes: list[Marked]) -> None:
    """An 编者按 that stands for itself."""
    for mark in notes:
        text = NOTE_MARK.sub("", mark.line.text).strip()
        if text:
            body.add_text(text, mark.line.number, waits=False)


def _artwork(pieces: list[Piece], heads: Heads, body: Body) -> Heads:
    """A painting: title, genre and artist on one line, and no body."""
    work = next((p for p in pieces if p.role is Role.ARTWORK), None)
    if not work or heads.headline:
        return heads
    body.credits += work.mark.credits
    return replace(heads, headline=work.mark.words)


def _captions_as_body(body: Body) -> None:
    """A picture without a text of its own: the words under it are the article."""
    for caption in body.captions:
        body.add_text(caption.text, caption.line, waits=False)
    body.captions = []


def _unique(credits: list[Credit]) -> list[Credit]:
    seen, unique = set(), []
    for credit in credits:
        if (credit.role, credit.name) not in seen:
            seen.add((credit.role, credit.name))
            unique.append(credit)
    return unique


def _dateline(pieces: list[Piece]) -> str | None:
    openings = (piece.mark.opening for piece in pieces)
    return next((o.dateline for o in openings if o and o.dateline), None)


def _jump_from(draft: Draft) -> str | None:
    first = draft.sections[0]
    for mark in (*first.heads, *first.body[:1]):
        if mark.page and mark.role in (Role.JUMP_FROM, Role.BODY):
            return normal_page_number(mark.page)
    return None


def _notes(heads: list[Marked]) -> list[LeftOut]:
    reasons = {Role.NOTE: "editor_note", Role.JUMP_FROM: "jump_mark"}
    return [
        LeftOut(m.line.number, m.line.text, reasons[m.role]) for m in heads if m.role in reasons
    ]


def _ranges(numbers: set[int], page: dict[int, int]) -> tuple[LineRange, ...]:
    """Runs of an article's lines; blank lines between two of them belong to the run."""
    ranges: list[LineRange] = []
    for number in sorted(numbers):
        if ranges and page[number] == page[ranges[-1][1]] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return tuple(ranges)
