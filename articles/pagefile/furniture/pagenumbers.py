"""How pages are numbered: ``A3``, ``02``, ``②``, ``第三版``."""

import re
from unicodedata import normalize

from articles.pagefile.text.numerals import number

NUMBER = r"(?:[A-Z]\s?\d{1,2}|\d{1,2}|[①-⑨]|第[一二三四五六七八九十]{1,3}版|[一二三四五六七八九十]{1,2}版)"


def normal_page_number(printed: str) -> str | None:
    """``02`` for 2, ②, 二 or 第二版; ``A2`` for A2 or a 02; None for what is no page's number."""
    text = re.sub(r"[第版\s]", "", normalize("NFKC", printed).upper())
    match = re.fullmatch(r"([A-Z]?)0*(\d{1,3})", text)
    if match:
        letter, digits = match[1], int(match[2])
        return f"{letter}{digits}" if letter else f"{digits:02d}"
    value = None if text.isascii() else number(text)
    return f"{value:02d}" if value else None
