"""What an article is (体裁), told from its labels, its make and its words."""

import re

from articles.pagefile.building.argument import argues
from articles.pagefile.building.headings import Heads
from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.joining.pieces import Piece
from articles.pagefile.marking.labels import is_advert_title, is_notice_title
from articles.pagefile.marking.roles import Role
from articles.pagefile.records import Credit, Kind
from articles.pagefile.text.fold import squeeze
from articles.pagefile.words.labels import BOX_LABELS
from articles.pagefile.words.notices import PUBLIC_AD_LABELS

COMMENT_COLUMN = re.compile(
    r"评|论|观察|观潮|手记|札记|随笔|夜话|周·见|语丝|众说|话题|感言|絮语|杂感|(?<![访座洽])谈(?!判)|茶座|视点|观点|"
    r"思考|(?<![会建协倡决提商])议(?![程案事])|之见|[·・][见语点言说察]|直言|直说|微言|三言两语|点睛|漫话|闲话"
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

SOUGHT = ("寻", "尋", "急寻", "认领")
PICTURE, PICTURED = re.compile("摄|图"), re.compile("图/文|文/图|摄影")
SHORT_NEWS = re.compile("简讯|短讯|快讯|天气")


def read_kind(draft: Draft, heads: Heads, pieces: list[Piece], credits: list[Credit]) -> Kind:
    """The kind of one article of the page."""
    for rule in (
        _lead_in,
        _continuation,
        _public_ad,
        _notice,
        _advert,
        _sidebar,
        _photo,
        _interview,
    ):
        kind = rule(draft, heads, pieces, credits)
        if kind:
            return kind
    return _by_text(draft, heads, pieces, credits)


def _marks(draft: Draft):
    return [m for s in draft.sections for m in (*s.heads, *s.body)]


def _lead_in(draft, heads, pieces, credits):
    return Kind.LEAD_IN if any(m.role is Role.LEAD_IN for m in _marks(draft)) else None


def _continuation(draft, heads, pieces, credits):
    first = draft.sections[0]
    marks = [*first.heads, *first.body[:1]]
    jumped = any(m.role is Role.JUMP_FROM or (m.role is Role.BODY and m.page) for m in marks)
    headless = not heads.headline and not heads.column and pieces and pieces[0].role is Role.BODY
    return Kind.CONTINUATION if jumped or (headless and not credits) else None


def _public_ad(draft, heads, pieces, credits):
    label = squeeze(heads.column or "")
    issued = any(c.role == "宣" for c in credits)
    return Kind.PUBLIC_SERVICE_AD if label in PUBLIC_AD_LABELS or issued else None


def _notice(draft, heads, pieces, credits):
    reported = any("记者" in c.role or "通讯员" in c.role for c in credits)
    title = heads.headline or ""
    if not reported and (is_notice_title(title) or title.startswith(SOUGHT)):
        return Kind.NOTICE
    return None


def _advert(draft, heads, pieces, credits):
    text = "".join(p.folded for p in pieces[:6])
    named = heads.headline and is_advert_title(heads.headline) and not credits
    if credits or heads.column:
        return None
    return (
        Kind.ADVERT
        if ADVERT_WORDS.search(text + (heads.headline or "")) and (named or len(text) < 400)
        else None
    )


def _sidebar(draft, heads, pieces, credits):
    label = squeeze(heads.column or "")
    if label in BOX_LABELS and not COMMENT_COLUMN.search(label):
        return Kind.SIDEBAR
    return None


def _photo(draft, heads, pieces, credits):
    if any(m.role is Role.ARTWORK for m in _marks(draft)):
        return Kind.PHOTO_STORY
    captioned = not heads.headline and pieces and all(p.role is Role.CAPTION for p in pieces)
    prose = [p for p in pieces if p.role is Role.BODY]
    credited = any(PICTURE.search(fold_role(c)) for c in credits) or PICTURED.search(
        "".join(m.line.folded for m in _marks(draft) if m.role is Role.CREDIT)
    )
    dated = any(m.opening and m.opening.dateline for m in _marks(draft))
    if captioned or (
        credited and len(prose) <= 3 and prose and prose[0].mark.line.after_picture and not dated
    ):
        return Kind.PHOTO_STORY
    return None


def fold_role(credit: Credit) -> str:
    return credit.role.replace("攝", "摄").replace("圖", "图")


def _interview(draft, heads, pieces, credits):
    speeches = sum(bool(QUESTION.match(p.folded)) for p in pieces)
    return Kind.INTERVIEW if speeches >= 2 else None


def _by_text(draft, heads, pieces, credits):
    column = heads.column or ""
    if COMMENT_COLUMN.search(column) or any(
        "评论员" in m.line.folded for m in draft.sections[0].heads
    ):
        return Kind.COMMENTARY
    verse = sum(p.role is Role.VERSE and not PRICED.search(p.folded) for p in pieces)
    authored = any(not c.role or c.role in ("译", "作者") for c in credits)
    dated = any(m.opening and m.opening.dateline for m in _marks(draft))
    if verse > 2 or LITERARY_COLUMN.search(column):
        return Kind.LITERARY
    if (
        authored
        and not dated
        and any(m.role in (Role.AUTHOR, Role.TITLE_AND_AUTHOR) for m in draft.sections[0].heads)
    ):
        prose = "".join(p.folded for p in pieces if p.role is Role.BODY)
        return Kind.COMMENTARY if argues(prose) else Kind.LITERARY
    if any(m.role in (Role.BRIEF_HEAD,) for m in draft.sections[0].heads) or SHORT_NEWS.search(
        column + (heads.headline or "")
    ):
        return Kind.BRIEF
    if pieces and not heads.headline and all(p.role is Role.ITEM for p in pieces):
        return Kind.BRIEF
    if any(m.role is Role.NOTE for m in draft.sections[0].heads) and not heads.headline:
        return Kind.COMMENTARY
    return Kind.NEWS
