"""How pages are numbered: ``A3``, ``02``, ``②``, ``第三版``."""

import re

NUMBER = r"(?:[A-Z]\s?\d{1,2}|\d{1,2}|[①-⑨]|第[一二三四五六七八九十]{1,3}版|[一二三四五六七八九十]{1,2}版)"
CHINESE_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
CHINESE_DIGITS |= {c: i for i, c in enumerate("①②③④⑤⑥⑦⑧⑨", 1)}


def normal_page_number(printed: str) -> str | None:
    """``02`` for 2, 二 or 第二版; ``A2`` for A2 or a 02."""
    text = re.sub(r"[第版\s]", "", printed.upper())
    match = re.fullmatch(r"([A-Z]?)0*(\d{1,3})", text)
    if match:
        letter, digits = match[1], int(match[2])
        return f"{letter}{digits}" if letter else f"{digits:02d}"
    value = _chinese_number(text)
    return f"{value:02d}" if value else None


def _chinese_number(text: str) -> int | None:
    if not text or any(c not in CHINESE_DIGITS and c != "十" for c in text):
        return None
    if "十" in text:
        tens, _, ones = text.partition("十")
        return CHINESE_DIGITS.get(tens, 1) * 10 + CHINESE_DIGITS.get(ones, 0)
    return int("".join(str(CHINESE_DIGITS[c]) for c in text))
