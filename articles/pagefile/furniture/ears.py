"""Ears of the front page, and ornaments: weather, countdowns, ``★★★``."""

import re

from articles.pagefile.furniture.place import TOP, Finding, Place
from articles.pagefile.text.lines import Line

SAYS = re.compile(r"[\w|]")
"""``★★★``: a line without a letter or a figure is an ornament."""
ENDS_SENTENCE = "。!?”"
"""``。`` alone ends the sentence that OCR tore from it."""
COUNTDOWN = re.compile(r"距(?:离)?\S{2,14}(?:还有|仅剩|倒计时)\d{1,3}天")
WIDEST_EAR = 40
EAR = re.compile(r"(?:[晴阴雨雪]|多云).*(?:风.*级|\d\s?℃?\s?[—~至-]\s?\d+\s?℃)")
WEATHER = re.compile(r"天气|气温|℃")
POINT = re.compile("[,。]")


def ornament(line: Line, at: Place) -> Finding | None:
    """``★★★``."""
    is_one = not SAYS.search(line.folded) and line.folded[0] not in ENDS_SENTENCE
    return Finding("decoration") if is_one else None


def countdown(line: Line, at: Place) -> Finding | None:
    """``距新世纪还有52天``."""
    return Finding("decoration") if COUNTDOWN.fullmatch(line.folded) else None


def weather(line: Line, at: Place) -> Finding | None:
    """``今日中秋 晴到多云 偏北风2级 17℃—26℃`` in the ear of the front page."""
    text = line.folded
    if line.width > WIDEST_EAR:
        return None
    told = EAR.search(text) and (at.index < TOP or "天气" in text[:4])
    named = at.at_top and at.above and not line.gap and WEATHER.search(text)
    return Finding("weather") if told or (named and not POINT.search(text)) else None
