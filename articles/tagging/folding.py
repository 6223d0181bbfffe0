"""Traditional characters read as simplified ones, character by character.

The length never changes, so an offset in the folded text is an offset in the printed one and
the words of a finding can be quoted as printed.
"""

import re
from functools import cache

from opencc import OpenCC

_FIRST, _LAST = 0x4E00, 0x9FFF
# One of these stands in nearly every sentence set in traditional characters.
_TRADITIONAL = re.compile("[縣區這個國會為說學來時對們鎮鄉淥遠條陸總業發東車長門員報記開無訊]")


def fold(text: str) -> str:
    """The text in simplified characters, of the same length."""
    return text.translate(_simplified()) if _TRADITIONAL.search(text) else text


@cache
def _simplified() -> dict[int, str]:
    printed = [chr(code) for code in range(_FIRST, _LAST + 1)]
    folded = OpenCC("t2s").convert("\n".join(printed)).split("\n")
    return {
        ord(old): new
        for old, new in zip(printed, folded, strict=True)
        if old != new and len(new) == 1
    }
