"""One spelling for the rules to match on: half-width, simplified, one character for one.

The page's own spelling is what is kept and shown; rules look at the folded line and take
their words from the page's line at the same positions, so folding never changes a length.
"""

from functools import cache, lru_cache

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SPACES = dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0xFEFF, 0x09), " ")
QUOTES = {ord("「"): "“", ord("」"): "”", ord("『"): "‘", ord("』"): "’", ord("﹁"): "“"}
MIDDLE_DOTS = dict.fromkeys(map(ord, "•・‧∙⋅"), "·")
SHORT = 400
CJK = range(0x4E00, 0xA000)


@cache
def folding() -> dict[int, int | str]:
    """The table for ``str.translate``; traditional characters come from OpenCC, one by one."""
    from opencc import OpenCC

    characters = [chr(code) for code in CJK]
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = {ord(a): b for a, b in zip(characters, simple, strict=True) if a != b and len(b) == 1}
    return table | FULL_WIDTH | SPACES | QUOTES | MIDDLE_DOTS


def fold(text: str) -> str:
    """``text`` in half-width, simplified characters; same length."""
    return _fold_short(text) if len(text) <= SHORT else text.translate(folding())


def squeeze(text: str) -> str:
    """``text`` without blanks, however far the print spaced it."""
    return text.replace(" ", "")


@lru_cache(maxsize=8192)
def _fold_short(text: str) -> str:
    """Names and lines are looked at by several rules."""
    return text.translate(folding())
