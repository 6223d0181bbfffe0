"""Paragraphs from the pieces of an article in reading order; what is kept out is recorded."""

import re
from dataclasses import dataclass, field

from articles.pagefile.joining.pieces import Piece
from articles.pagefile.marking.decks import DECK_MARK
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.records import Caption, Credit, LeftOut, Paragraph

TABLE_RULE = re.compile(r"^[-|:\s]+$")


@dataclass(slots=True)
class Body:
    """The parts of an article's text as they are gathered."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    photo_credits: list[Credit] = field(default_factory=list)
    open: bool = False
    """Whether the last paragraph stops in mid-sentence."""
    continued_to: str | None = None

    def add_heading(self, mark: Marked) -> None:
        text = DECK_MARK.sub("", mark.words) if mark.role is Role.DECK else mark.words
        self.paragraphs.append(Paragraph(text, (mark.line.number,), is_subhead=True))

    def add_piece(self, piece: Piece) -> None:
        ADDERS.get(piece.role, _add_prose)(self, piece)

    def add_text(self, text: str, number: int, waits: bool) -> None:
        """A paragraph, or the second half of the one that stopped in mid-sentence."""
        at = len(self.paragraphs) - 1
        while self.open and at >= 0 and self.paragraphs[at].is_subhead:
            at -= 1
        if self.open and at >= 0:
            last = self.paragraphs[at]
            self.paragraphs[at] = Paragraph(last.text + text, (*last.lines, number))
        else:
            self.paragraphs.append(Paragraph(text, (number,)))
        self.open = waits


def _add_prose(body: Body, piece: Piece) -> None:
    body.credits += piece.credits
    body.continued_to = piece.jump_to or body.continued_to
    for first, last, reason in piece.cuts:
        body.left_out.append(LeftOut(piece.number, piece.text[first:last], reason))
    text = (piece.signed if piece.keeps_signature else piece.kept()).strip()
    if text:
        body.add_text(text, piece.number, piece.waits or piece.goes_on)


def _add_table(body: Body, piece: Piece) -> None:
    text = piece.mark.line.text
    cells = [cell.strip() for cell in text.lstrip("-").split("|")]
    if TABLE_RULE.match(text) or not any(cells):
        body.left_out.append(LeftOut(piece.number, text, "table_rule"))
        return
    body.paragraphs.append(Paragraph(" | ".join(cells).strip(), (piece.number,)))
    body.open = False


def _add_caption(body: Body, piece: Piece) -> None:
    body.captions.append(Caption(piece.mark.words, piece.number))
    body.photo_credits += piece.mark.credits


def _add_credit(body: Body, piece: Piece) -> None:
    body.credits += piece.mark.credits
    body.open = False


def _add_jump(body: Body, piece: Piece) -> None:
    body.continued_to = piece.mark.page
    body.left_out.append(LeftOut(piece.number, piece.mark.line.text, "jump_mark"))


def _add_note(body: Body, piece: Piece) -> None:
    body.left_out.append(LeftOut(piece.number, piece.mark.line.text, "editor_note"))


def keep_inner_signatures(pieces: list[Piece]) -> None:
    """Under one head each of several briefs is signed: only the last one's signature goes."""
    signed = [piece for piece in pieces if piece.signed]
    for piece in signed[:-1]:
        piece.keeps_signature = not piece.cuts


def _skip(body: Body, piece: Piece) -> None:
    """Lead-ins and works of art have words of their own and no body."""


ADDERS = {
    Role.TABLE: _add_table,
    Role.CAPTION: _add_caption,
    Role.CREDIT: _add_credit,
    Role.JUMP_TO: _add_jump,
    Role.NOTE: _add_note,
    Role.ARTWORK: _skip,
}
