"""Numbers as dates write them: 2012, 2O12, 二〇一二, 廿五, 三十一."""

DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "元": 1,
    "正": 1,
}
# What OCR makes of a figure, mended only inside a date.
MISREAD = str.maketrans({"O": "0", "o": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "|": "1", "!": "1", "Z": "2", "S": "5", "B": "8"})  # fmt: skip
TENS = {"十": 10, "廿": 20, "卅": 30, "初": 0}


def number(words: str) -> int | None:
    """The number that the words write, or None. At most a year's worth: no hundreds.

    >>> [number(w) for w in ("2O12", "一九八五", "二〇〇六", "十", "三十一", "廿五", "初八", "2 3")]
    [2012, 1985, 2006, 10, 31, 25, 8, 23]
    """
    words = "".join(words.split())
    arabic = words.translate(MISREAD)
    if arabic.isascii() and arabic.isdigit():
        return int(arabic)
    if any(c in TENS for c in words):
        return _tens(words)
    if words and all(c in DIGITS or c in "0O" for c in words):
        return int("".join(str(DIGITS.get(c, 0)) for c in words))
    return None


def _tens(words: str) -> int | None:
    """二十一, 廿五, 初八, 十."""
    at = next(i for i, c in enumerate(words) if c in TENS)
    before, ten, after = words[:at], TENS[words[at]], words[at + 1 :]
    if len(before) > 1 or len(after) > 1 or any(c not in DIGITS for c in before + after):
        # 二十 may stand as 初十, 廿十 never; anything else is no number.
        return 10 if words == "初十" else None
    factor = DIGITS[before] if before else 1
    return (ten * factor) + (DIGITS[after] if after else 0)
