"""What a short line may be by its words: a county, a standing label, a notice's or advert's title."""

import re

from articles.pagefile.records import Lexicon
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import BULLET
from articles.pagefile.words.labels import BOX_LABELS, LABEL_WORDS
from articles.pagefile.words.notices import AD_ENDINGS, NOTICE_ENDINGS, PUBLIC_AD_LABELS
from articles.pagefile.words.places import COUNTY_MISREADINGS, COUNTY_NAMES

LABEL_OPENING = re.compile(
    r"^(?:闲话|漫话|话说|走进|聚焦|直击|关注|印象|发现|寻找|最美|记住|品读|悦读|身边|我的|对话|记者走|新春走|第一现场|特别报道|本报特稿|本报专稿)"
    r"[\u4e00-\u9fff]{0,4}$"
)
TOWN_OF_COUNTY = re.compile(
    r"^(?P<county>\S{1,3}[县区市])[\u4e00-\u9fff]{2,3}(?:镇|乡|街道|村|社区)$"
)

LONGEST_PLAIN, LONGEST_LABEL = 16, 20
"""A label may say first what it is about: ``某年春运·一线观察``."""
SERIES = re.compile(
    "^(?:长篇)?连载·|·\\S{1,4}篇$|特别(?:报道|策划)·|系列(?:报道|评论)?之[一二三四五六七八九十]{1,2}$"
)
"""``县域行·某某篇``, ``连载·瓷上人家``, ``新城建设系列报道之三``."""
COUNTED_NEWS = re.compile(r"[\u4e00-\u9fff]{1,4}[讯闻事][二两三四五六七八九十\d]{1,2}则")
"""``案讯三则``, ``警讯五则``."""
POINT = re.compile("[,。!?、:]")
MARKS = "【】[]:■●◆▪□○◇★☆▲△▼▶►※◎"
"""What the print sets around a label."""
CAMPAIGN = re.compile(
    "新时代|新征程|新伟业|新篇章|新作为|新担当|二十大|十九大|十八大|十七大|党代会|两会|初心|使命"
)
SPEAKING = re.compile(
    "(?:中心|[局院台站办]|部门|警方|医生|交警|消防|协会)(?:提醒|提示|发布|解读|答疑)$"
)
"""``市疾控中心提醒`` says who speaks in the headline below."""
SOUGHT = re.compile(
    r"急?寻[人物亲弟兄妹姐母父子女友]|寻\S$|寻找\S{0,8}(?:失主|主人|证人|目击者|亲人|恩人|战友|下落|线索)|寻胞|征婚|招领|认领|征[稿文]:|敬告|(?:今|明|后)[日天]停[水电气]"
)
"""Notices about who or what is lost or found, what is cut off tomorrow."""
NO_TITLE = re.compile(r"特此|[一两三几这那][张份纸]|\S{5,}更正$")
"""``特此公告`` closes a notice; ``一张名单`` is a thing that a text tells of; ``扣得更正``."""
COUNTED = re.compile(r"[(〔\[]第?[^()]{1,8}号[)〕\]]$")
"""``通告（第3号）``."""


def bare(folded: str) -> str:
    """A label's words alone: ``【相关链接】``, ``◆ 相关链接:`` and ``相 关 链 接`` are one label."""
    return squeeze(folded).strip(MARKS)


def shown(words: str) -> str:
    """A label as the page spells it, without the marks printed around it."""
    return words.strip(f"{MARKS}： ")


def is_place(folded: str, lexicon: Lexicon) -> bool:
    """``芦淞区`` or ``芦淞区:`` alone on a line: a kicker that names the county."""
    word = squeeze(folded).rstrip(":")
    if len(word) >= 5 and TOWN_OF_COUNTY.match(word):
        word = TOWN_OF_COUNTY.match(word)["county"]
    return word in COUNTY_NAMES or word in COUNTY_MISREADINGS or word in lexicon.places


def is_label(folded: str) -> bool:
    """A standing label over an article: ``株洲时评``, ``高质量发展一线见闻``, ``湘江·观潮``."""
    word = bare(folded)
    if word in BOX_LABELS or word in PUBLIC_AD_LABELS:
        return True
    if folded.startswith("【") or not 2 <= len(word) <= LONGEST_LABEL or POINT.search(word):
        return False
    if SERIES.search(word) or COUNTED_NEWS.fullmatch(word):
        return True
    theme, dot, manner = word.rpartition("·")
    if dot and (len(word) <= 6 or (theme and _ends_like_label(manner))):
        return True
    if len(word) > LONGEST_PLAIN:
        return False
    return _is_slogan(folded) or _ends_like_label(word) or bool(LABEL_OPENING.match(word))


def _is_slogan(folded: str) -> bool:
    """``奋进新征程 建功新时代``: equal halves of the campaign's words."""
    parts = folded.split()
    return (
        2 <= len(parts) <= 3
        and len({len(part) for part in parts}) == 1
        and 3 <= len(parts[0]) <= 6
        and bool(CAMPAIGN.search(folded))
    )


def _ends_like_label(word: str) -> bool:
    if SPEAKING.search(word):
        return False
    longest = 12 if len(word) > 10 else len(word)
    return len(word) <= 12 and any(
        word[-size:] in LABEL_WORDS for size in range(2, min(6, longest) + 1)
    )


def is_notice_title(folded: str) -> bool:
    """``拍卖公告``, ``遗失声明``, ``下列证件 声明作废``, ``获奖名单``; no ``一张名单``."""
    word = COUNTED.sub("", squeeze(BULLET.sub("", folded)).rstrip(":!"))
    if NO_TITLE.match(word):
        return False
    if len(word) <= 12 and SOUGHT.match(word):
        return True
    return len(word) <= 34 and word.endswith(NOTICE_ENDINGS) and "," not in word


def is_advert_title(folded: str) -> bool:
    """``绿水湾 盛大开盘``, ``某厂 诚聘``."""
    word = squeeze(folded)
    return len(word) <= 14 and word.endswith(AD_ENDINGS)
