"""One spelling for the rules to match on: half-width, simplified, one character for one.

The page's own spelling is what is kept and shown; rules look at the folded line and take
their words from the page's line at the same positions, so folding never changes a length.
"""

import re
from functools import cache

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SPACES = dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0xFEFF, 0x09), " ")
QUOTES = {ord("「"): "“", ord("」"): "”", ord("『"): "‘", ord("』"): "’", ord("﹁"): "“"}
MIDDLE_DOTS = dict.fromkeys(map(ord, "•・‧∙⋅"), "·")
EVERYDAY = "，（）：；！？\u3000"
"""Nearly all that a page of simplified characters has to fold."""
CJK = range(0x4E00, 0xA000)


@cache
def folding() -> dict[int, int | str]:
    """The table for ``str.translate``; traditional characters come from OpenCC, one by one."""
    from opencc import OpenCC

    characters = [chr(code) for code in CJK]
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {ord(a): b for a, b in zip(characters, simple, strict=True) if a != b and len(b) == 1}
    return table | FULL_WIDTH | SPACES | QUOTES | MIDDLE_DOTS


@cache
def _any() -> re.Pattern[str]:
    """Any character that is folded."""
    return re.compile("[" + re.escape("".join(map(chr, folding()))) + "]")


@cache
def _rare() -> re.Pattern[str]:
    """Any character that is folded and not an everyday one."""
    return re.compile(
        "[" + re.escape("".join(map(chr, folding().keys() - map(ord, EVERYDAY)))) + "]"
    )


@cache
def _everyday() -> tuple[tuple[str, str], ...]:
    return tuple((one, one.translate(folding())) for one in EVERYDAY)


def fold(text: str) -> str:
    """``text`` in half-width, simplified characters; same length.

    Asked of every line and name, most of them folded already; replacing the few everyday
    characters takes a tenth of the time of looking each character up.
    """
    if not _any().search(text):
        return text
    if _rare().search(text):
        return text.translate(folding())
    for one, folded in _everyday():
        text = text.replace(one, folded)
    return text


def squeeze(text: str) -> str:
    """``text`` without blanks, however far the print spaced it."""
    return text.replace(" ", "")
