"""The masthead: the paper's name, its day, its issue."""

import re

from articles.pagefile.furniture.place import Finding, Place
from articles.pagefile.text.lines import Line

NO_DRAW = "(?!.*(?:码|开奖|公告|作废|遗失))"
"""``体彩第14275期开奖号码`` numbers a lottery and no issue."""
AT_TOP = (
    re.compile(
        r"^株洲(?:日|晚|晨)?报(?:社)?$|^《?株洲日报》?(?:社)?(?:出版|主办|主管)?$|^(?:中共)?株洲市委(?:机关报|主管|主办)"
    ),
    re.compile(r"^[A-Z][A-Z \-]{7,}$"),
    re.compile(
        r"机关报|国内统一|统一刊号|出版物号|^CN\s?\d\d|^代号\s?[\d一二三四五六七八九〇零—]{2}|邮发代号|今日\S{1,4}版"
        r"|(?:(?:^|\s)总?第\s?[\d一二三四五六七八九十百〇零]+\s?[期号]|第\d{3,6}期)" + NO_DRAW
    ),
    re.compile(
        r"^(?:农历|夏历)|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.{0,3}[正一二三四五六七八九十冬腊]{1,2}月"
    ),
    re.compile(
        r"^(?:(?:19|20)\d\d|[一二][〇○零九一二三四五六七八0]{3})年\S{1,3}月\S{1,3}日(?:\s|星期|$)"
    ),
    re.compile(r"^星期[一二三四五六日天]$"),
    re.compile(r"^本期\d+版$"),
)
ANYWHERE = re.compile(rf"^总?第\s?\d{{3,6}}\s?[号期]{NO_DRAW}|国内统一刊号|^株 ?洲 ?日 ?报$")
"""``第2384号 今日四版 代号41—00`` and the paper's name alone, wherever OCR read them."""
WIDEST_ANYWHERE = 40
CONTACT = re.compile("热线|电话|广告|发行|投稿|来稿|邮箱|网址|许可证")


def masthead(line: Line, at: Place) -> Finding | None:
    """``ZHUZHOU DAILY``, ``1996年6月12日 星期三``, and right below ``内部发行 电话:28820000``."""
    text = line.folded
    if line.width <= WIDEST_ANYWHERE and ANYWHERE.search(text):
        return Finding("masthead")
    if not at.at_top or "。" in text:
        return None
    goes_on = at.above and not line.gap and CONTACT.search(text)
    return Finding("masthead") if goes_on or any(p.search(text) for p in AT_TOP) else None
