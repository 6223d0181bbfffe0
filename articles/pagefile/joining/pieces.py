"""The body lines of a page as pieces of text: what remains of a line without its marks."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.marking.headinglike import DATE_AT_END
from articles.pagefile.marking.pointers import JUMP_TO, SEE_PAGE
from articles.pagefile.marking.roles import Marked, Role, is_open
from articles.pagefile.marking.signings import OFFICE, PARTICULAR
from articles.pagefile.marking.speakers import SPEAKER
from articles.pagefile.records import Credit
from articles.pagefile.text.beginnings import LATER_FIGURES, inside_weight, middle_weight
from articles.pagefile.text.fold import fold
from articles.pagefile.text.vocabulary import words_of

SAYS = re.compile("[说道问答喊叫笑念想][:]$")
"""Words in quotation marks come next: ``他说:``."""
PROSE = (Role.BODY, Role.ITEM)
NOTICE_CLOSED = re.compile(r"(?:致歉|特此\S{2,4}|声明作废|谨致谢[意忱])。?$")
"""``特向读者致歉。``, ``特此公告。``"""
UNFINISHED = re.compile(r"\s*[(\[](?:未完待续|待续|本文完|全文完|完|连载完)[)\]]\s*$")
TAIL = 20
"""No longer are such words about the printing at a text's end."""


@dataclass(slots=True, eq=False)
class Piece:
    """A body line: its words, where it stands, what was taken off."""

    mark: Marked
    number: int
    """Its line's number."""
    draft: int
    section: int
    text: str
    folded: str
    credits: tuple[Credit, ...] = ()
    signed: str = ""
    """The text with its signature (``…凤尾菇菌种。（胡映辉）``); empty without one."""
    keeps_signature: bool = False
    jump_to: str | None = None
    goes_on: bool = False
    """Its paragraph goes on in the line below (``wrapping``)."""
    signed_below: bool = False
    """Who signs its text stands on the next line."""
    cuts: list[tuple[int, int, str]] = field(default_factory=list)
    """Spans of ``text`` kept out of the body: (first, last, reason)."""
    waits: bool = False
    """Whether it stops in mid-sentence and no jump says where it goes on."""
    head: str = ""
    tail: str = ""
    """The first and last 60 characters of the folded text without cuts (``find_open_ends``)."""
    inside: float = 0.0
    """How surely it begins in mid-sentence (``middle_weight``)."""
    words: frozenset[str] | None = None
    has_words: bool = False
    """Whether anything of it is left without the cuts (``find_open_ends``)."""
    role: str = field(init=False)
    section_key: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.role, self.section_key = self.mark.role, (self.draft, self.section)

    def kept(self, text: str | None = None) -> str:
        """The text without the cuts."""
        text = self.text if text is None else text
        if not self.cuts:
            return text
        for first, last, _ in sorted(self.cuts, reverse=True):
            text = text[:first] + text[last:]
        return text

    @property
    def is_closed(self) -> bool:
        """A signature, a jump mark or a notice's last words stood at its end or below it."""
        signed = self.mark.signature is not None or self.jump_to is not None
        return signed or self.signed_below or bool(NOTICE_CLOSED.search(self.tail))

    @property
    def is_sealed(self) -> bool:
        """It ends with neither a full stop nor in mid-sentence: a date, a telephone number."""
        return not self.waits and self.tail[-1:] != ":" and is_open(self.tail[-20:])

    @property
    def ends_in_copy(self) -> bool:
        """Its true end is lost: a copy stands in its place."""
        return any(last >= len(self.text) > first > 0 for first, last, _ in self.cuts)

    @property
    def shown(self) -> str:
        """The folded text without the cuts."""
        return self.kept(self.folded)

    def vocabulary(self) -> frozenset[str]:
        if self.words is None:
            self.words = words_of(self.shown)
        return self.words


def pieces_of(drafts: list[Draft]) -> list[Piece]:
    """All body lines of the page's drafts, in the page's order."""
    found = [
        _piece(mark, d, s)
        for d, draft in enumerate(drafts)
        for s, section in enumerate(draft.sections)
        for mark in section.body
    ]
    found.sort(key=lambda piece: piece.number)
    for piece, below in pairwise(found):
        signs = below.role in (Role.CREDIT, Role.SIGNING)
        piece.signed_below = signs and below.section_key == piece.section_key
    return found


def _piece(mark: Marked, draft: int, section: int) -> Piece:
    text, jump, credits, signed = mark.words, None, (), ""
    if mark.role is Role.BODY and mark.opening:
        start = mark.opening.start
        text, credits = mark.line.text[start:], mark.opening.credits
    if mark.signature is not None:
        length = len(mark.line.text) - mark.signature[1]
        signed, credits = text, credits + mark.signature[0]
        text = text[: len(text) - length].rstrip()
    whole = text is mark.line.text and not mark.line.is_long
    folded = mark.line.folded if whole else fold(text)
    if mark.role in PROSE:
        length, jump = _before_jump(text, folded)
        length -= _tail_length(folded[:length])
        text, folded = text[:length], folded[:length]
    goes_on = mark.goes_on and not jump
    number = mark.line.number
    return Piece(mark, number, draft, section, text, folded, credits, signed, False, jump, goes_on)


def _before_jump(text: str, folded: str) -> tuple[int, str | None]:
    """``…12个项目中▶下转02版`` says where the text goes on; the mark is no text."""
    tail = folded[-40:]
    match = JUMP_TO.search(tail) if "版" in tail else None
    if not match or match.start() == 0 == len(text) - len(tail):
        return len(text), None
    return len(text[: len(text) - len(tail) + match.start()].rstrip()), match["page"]


def _tail_length(folded: str) -> int:
    """How long the words about the printing are that stand behind a text's last."""
    tail = folded[-TAIL:]
    if "版" in tail[-4:]:
        match = SEE_PAGE.search(tail)
    else:
        match = UNFINISHED.search(tail) if "完" in tail or "待续" in tail else None
    return len(tail) - match.start() if match else 0


LONGEST_SIGNING = 45
"""A notice's last line (``某某公司 十一月十七日``) is no wider; a torn paragraph may end in a date."""
SIGNED_OFF = re.compile(r"\d{5,}$|(?:先生|女士|小姐)[)]?$|联系人:?[^,。;:]{2,8}$|[号元]$")
"""A telephone number, whom to ask, where to go, a price: the end of an advert."""
FIGURES_WITHOUT_UNIT = re.compile(r"[价约达期共计]\d{1,4}(?:\.\d+)?$")
TELEPHONE_AT_END = re.compile(r"\d{7,}$")

LISTED = re.compile(
    r"[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[)、.]|[是要])|第[一二三四五六七八九十]"
)
"""The articles of a list end with semicolons."""
QUOTED_WORD = re.compile("[^。!?…,:”]“[^“”。!?…,:;]{1,8}”$")
"""``……没想到“粉丝”``: a quoted word ends no sentence."""
GOING_ON = frozenset(",、;。")


def find_open_ends(pieces: list[Piece]) -> None:
    """Note which pieces stop in mid-sentence (``Piece.waits``), copies left out."""
    for piece in pieces:
        text = piece.shown.strip()
        piece.head, piece.tail, piece.has_words = text[:60], text[-60:], bool(text)
        weight = inside_weight if piece.role is Role.BODY else middle_weight
        piece.inside = 0.0 if SPEAKER.match(text[:16]) else weight(piece.head)
    closed_items = {
        (p.draft, p.section) for p in pieces if p.role is Role.ITEM and not is_open(p.tail[-20:])
    }
    for index, piece in enumerate(pieces):
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        piece.waits = _stops_short(piece, below, (piece.draft, piece.section) in closed_items)


def _is_open(piece: Piece) -> bool:
    """Whether a sentence stops: at a semicolon too where the text has whole sentences, no list."""
    text = piece.tail
    prose = piece.role is Role.BODY and "。" in piece.shown and not LISTED.match(piece.head)
    return is_open(text[-20:]) or (prose and (text[-1] == ";" or bool(QUOTED_WORD.search(text))))


def _is_complete_item(text: str) -> bool:
    """``联系人:易阿姨``, ``电话:28880000``; ``参考价3.8`` wants its unit."""
    figures = text[-1].isdigit() and not FIGURES_WITHOUT_UNIT.search(text[-12:])
    return figures or bool(SIGNED_OFF.search(text[-20:]))


def _goes_on_with(text: str, head: str) -> bool:
    """No paragraph begins with these: ``,上了锁``, ``全县8`` | ``00多户``."""
    return head[:1] in GOING_ON or (text[-1].isdigit() and bool(LATER_FIGURES.match(head)))


def _stops_short(piece: Piece, below: Piece | None, items_close: bool) -> bool:
    if piece.role not in PROSE or piece.is_closed or piece.ends_in_copy:
        return False
    text = piece.tail
    if not text or not _is_open(piece):
        return False
    if text[-1] == ":":
        quoted = below and below.section_key == piece.section_key and below.head[:1] == "“"
        return bool(SAYS.search(text)) and not quoted
    if below and below.section_key == piece.section_key and _goes_on_with(text, below.head):
        return True
    if piece.role is Role.ITEM:
        runs_on = below and below.role is Role.BODY and not below.mark.line.gap
        return bool(runs_on or (items_close and not _is_complete_item(text)))
    if piece.mark.line.width < LONGEST_SIGNING:
        signing = DATE_AT_END.search(text[-30:]) or SIGNED_OFF.search(text[-12:])
        signing = signing or OFFICE.match(text.rpartition(" ")[2]) or PARTICULAR.match(text)
        return not signing and (piece.mark.line.gap > 0 or piece.mark.line.width >= 20)
    return not TELEPHONE_AT_END.search(text)
