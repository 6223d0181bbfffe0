"""Where the paper is to be had: hotlines, addresses, imprints, its desks' own lines."""

import re

from articles.pagefile.furniture.place import Finding, Place
from articles.pagefile.text.lines import Line

OWNERS = ("新闻", "广告", "发行", "读者", "投稿", "报料", "爆料", "刊登", "订报", "征订", "来稿")
OWNERS += ("民生", "市民", "公告", "健康", "分类", "评论", "本报", "本版", "株洲日报")
OWN_LINE = re.compile(
    rf"(?:{'|'.join(OWNERS)})\S{{0,6}}?(?:热线|电话|邮箱|许可证|服务|广告|QQ群|公众号)"
)
OWN_NUMBER = re.compile(r"\d{5,}|@")
LINE_OF_DESK = re.compile(r"[\u4e00-\u9fff]{0,6}(?:线索|供稿|报料|爆料|投稿)(?:热线|电话|邮箱)[: ]")
"""``扶贫线索热线 0731-28810000``: a desk's own."""
AT_TOP = (
    re.compile(r"(?:热线|短信|报料|爆料)(?:电话)?\s?:?\s?\d{5,}"),
    re.compile(r"(?:广告|发行|编辑|通联)部[: ].*(?:电话|传真)[: ]?\s?[\d—-]{6,}"),
    re.compile(r"(?:株洲新闻网|株洲网|掌上株洲)\S{0,3} .*(?:www|客户端|微信|微博)"),
)
"""``热线:28820000 短信:…``, ``广告部:某某路报业楼 电话:0733—28820000``, ``株洲网 www.…``: under
the page's header."""
IMPRINT = re.compile(r"^本[报社]\S{0,5}[地社]址")
"""``本报地址:株洲市某路 电话:二四三六〇 零售每份五分``, at the foot of old pages."""
WIDEST = 89


def hotline(line: Line, at: Place) -> Finding | None:
    """``新闻热线:28820000``."""
    text = line.folded
    is_own = IMPRINT.match(text) or (at.at_top and any(p.match(text) for p in AT_TOP))
    return Finding("hotline") if is_own or _is_own_alone(line, at) else None


def _is_own_alone(line: Line, at: Place) -> bool:
    """The paper's own line, standing between blank lines."""
    text = line.folded
    if not line.gap or line.width > WIDEST or not OWN_NUMBER.search(text):
        return False
    of_desk = LINE_OF_DESK.match(text)
    if not of_desk and not (text.startswith(OWNERS) and OWN_LINE.match(text)):
        return False
    return at.next is None or at.next.gap > 0
