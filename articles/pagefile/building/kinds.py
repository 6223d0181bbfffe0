"""What an article is (体裁), told from its labels, its make and its words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from articles.pagefile.building.argument import argues
from articles.pagefile.building.headings import Heads
from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.joining.pieces import Piece
from articles.pagefile.marking.labels import is_advert_title, is_notice_title
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.records import Credit, Kind
from articles.pagefile.text.fold import fold, squeeze
from articles.pagefile.words.labels import BOX_LABELS
from articles.pagefile.words.notices import PUBLIC_AD_LABELS

COMMENT_COLUMN = re.compile(
    r"评|论|观察|观潮|手记|札记|随笔|夜话|周·见|语丝|众说|话题|感言|絮语|杂感|(?<![访座洽])谈(?!判)|茶座|视点|观点|"
    r"思考|(?<![会建协倡决提商])议(?![程案事])|之见|·[见语点言说察]|直言|直说|微言|三言两语|点睛|漫话|闲话"
)
# 早籼米 每公斤2.16元, 豆腐 六角: short lines of a price list, no verses.
PRICED = re.compile(r"\d|[一二三四五六七八九十两]+[元角](?:$|[\s一二三四五六七八九半])|公斤|市斤")
LITERARY_COLUMN = re.compile(
    r"连载|副刊|新芽|诗|散文|小说|文苑|园地|书评|乡愁|记忆|往事|故事会|校园"
)
QUESTION = re.compile(r"^(?:问|答|记者|株洲日报|主持人|Q|A)\s*:")
ADVERT_WORDS = re.compile(
    r"VIP热线|售楼|均价|㎡起|月薪|面试|开盘|原价|优惠价|店庆|旺铺|订座|抢购|诚聘|加盟|拜年|恭贺|敬贺"
)
PICTURE_ROLE, PICTURE_LINE = re.compile("摄|图"), re.compile("图/文|文/图|摄影")
"""A photographer's role; what a line of credits says anywhere (``press.PICTURED`` ends one)."""
SHORT_NEWS = re.compile("简讯|短讯|快讯|天气")
FEWEST_SPEECHES, FEWEST_VERSES = 2, 3
OPENING, LONGEST_ADVERT = 6, 400
"""So many pieces are looked at for an advert, and so long are they that nobody names it."""
LONGEST_STORY = 3
"""Paragraphs under a picture that tell all there is to it."""


@dataclass(frozen=True)
class _Text:
    """An article as the rules see it; its headings are folded."""

    draft: Draft
    pieces: list[Piece]
    credits: list[Credit]
    headline: str
    column: str
    label: str
    """The column without its white space."""

    @property
    def heads(self) -> list[Marked]:
        return self.draft.sections[0].heads

    @cached_property
    def marks(self) -> list[Marked]:
        return [m for s in self.draft.sections for m in (*s.heads, *s.body)]

    @cached_property
    def is_dated(self) -> bool:
        """A dateline (电头) opens it."""
        return any(m.opening and m.opening.dateline for m in self.marks)

    @property
    def is_authored(self) -> bool:
        """Its author stands over it."""
        return any(m.role in (Role.AUTHOR, Role.TITLE_AND_AUTHOR) for m in self.heads)

    def has(self, role: str) -> bool:
        return any(m.role is role for m in self.marks)


def read_kind(draft: Draft, heads: Heads, pieces: list[Piece], credits: list[Credit]) -> Kind:
    """The kind of one article of the page."""
    headline, column = fold(heads.headline or ""), fold(heads.column or "")
    text = _Text(draft, pieces, credits, headline, column, squeeze(column))
    return next(kind for kind, rule in RULES if rule(text))


def _is_lead_in(text: _Text) -> bool:
    return text.has(Role.LEAD_IN)


def _is_continuation(text: _Text) -> bool:
    opening = [*text.heads, *text.draft.sections[0].body[:1]]
    if any(m.role is Role.JUMP_FROM or (m.role is Role.BODY and m.page) for m in opening):
        return True
    headless = not text.headline and not text.column and not text.credits
    return bool(headless and text.pieces and text.pieces[0].role is Role.BODY)


def _is_public_ad(text: _Text) -> bool:
    return text.label in PUBLIC_AD_LABELS or any(credit.role == "宣" for credit in text.credits)


def _is_notice(text: _Text) -> bool:
    reported = any("记者" in c.role or "通讯员" in c.role for c in text.credits)
    return not reported and not text.is_authored and is_notice_title(text.headline)


def _is_advert(text: _Text) -> bool:
    if text.credits or text.column:
        return False
    words = "".join(piece.folded for piece in text.pieces[:OPENING])
    short = len(words) < LONGEST_ADVERT or is_advert_title(text.headline)
    return short and bool(ADVERT_WORDS.search(words + text.headline))


def _is_sidebar(text: _Text) -> bool:
    return text.label in BOX_LABELS and not COMMENT_COLUMN.search(text.label)


def _is_photo_story(text: _Text) -> bool:
    if text.has(Role.ARTWORK):
        return True
    if not text.headline and text.pieces and all(p.role is Role.CAPTION for p in text.pieces):
        return True
    prose = [piece for piece in text.pieces if piece.role is Role.BODY]
    if text.is_dated or not 0 < len(prose) <= LONGEST_STORY:
        return False
    signed = "".join(m.line.folded for m in text.marks if m.role is Role.CREDIT)
    credited = any(PICTURE_ROLE.search(fold(c.role)) for c in text.credits)
    credited = credited or bool(PICTURE_LINE.search(signed))
    return credited and prose[0].mark.line.after_picture


def _is_interview(text: _Text) -> bool:
    speeches = sum(bool(QUESTION.match(piece.folded)) for piece in text.pieces)
    return speeches >= FEWEST_SPEECHES


def _is_comment(text: _Text) -> bool:
    """By its column, or because the paper's commentator writes."""
    said = any("评论员" in mark.line.folded for mark in text.heads)
    return said or bool(COMMENT_COLUMN.search(text.column))


def _is_literature(text: _Text) -> bool:
    """By its verses or its column."""
    verses = sum(p.role is Role.VERSE and not PRICED.search(p.folded) for p in text.pieces)
    return verses >= FEWEST_VERSES or bool(LITERARY_COLUMN.search(text.column))


def _is_essay(text: _Text) -> bool:
    """A text with its author over it, and no news."""
    named = any(not c.role or c.role in ("译", "作者") for c in text.credits)
    return named and not text.is_dated and text.is_authored


def _is_argument(text: _Text) -> bool:
    prose = (piece.folded for piece in text.pieces if piece.role is Role.BODY)
    return _is_essay(text) and argues(text.headline, "".join(prose))


def _is_brief(text: _Text) -> bool:
    if any(m.role is Role.BRIEF_HEAD for m in text.heads):
        return True
    items = text.pieces and all(piece.role is Role.ITEM for piece in text.pieces)
    listed = bool(items) and not text.headline
    return listed or bool(SHORT_NEWS.search(text.column + text.headline))


def _is_note(text: _Text) -> bool:
    """What the editors say, with no headline of its own."""
    return any(m.role is Role.NOTE for m in text.heads) and not text.headline


def _is_anything(text: _Text) -> bool:
    return True


RULES: tuple[tuple[Kind, Callable[[_Text], bool]], ...] = (
    (Kind.LEAD_IN, _is_lead_in),
    (Kind.CONTINUATION, _is_continuation),
    (Kind.PUBLIC_SERVICE_AD, _is_public_ad),
    (Kind.NOTICE, _is_notice),
    (Kind.ADVERT, _is_advert),
    (Kind.SIDEBAR, _is_sidebar),
    (Kind.PHOTO_STORY, _is_photo_story),
    (Kind.INTERVIEW, _is_interview),
    (Kind.COMMENTARY, _is_comment),
    (Kind.LITERARY, _is_literature),
    (Kind.COMMENTARY, _is_argument),
    (Kind.LITERARY, _is_essay),
    (Kind.BRIEF, _is_brief),
    (Kind.COMMENTARY, _is_note),
    (Kind.NEWS, _is_anything),
)
"""The first rule that says yes names the kind."""
