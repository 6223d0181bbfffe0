"""People's names: whether a word is one, and names put together from what the print spaced out."""

import re
from functools import lru_cache

from articles.pagefile.text.fold import fold
from articles.pagefile.words.names import DOUBLE_SURNAMES, NOT_NAMES, SURNAMES, TRANSLITERATING

HAN = r"\u3400-\u9fff〇"
CHINESE = re.compile(f"[{HAN}]")
SPACED_NAME = f"[{HAN}](?: [{HAN}]){{1,2}}"
"""A name of two or three characters, spaced out: ``易 丁``."""
TOKEN = re.compile(rf"[{HAN}]+(?:[·\-][{HAN}]+)+|[{HAN}]+|[A-Za-z][A-Za-z.'’\-]*")
ORGANISATION = re.compile(
    r"(?:队|局|办|公司|社|中心|院|委|部|校|台|站|所|组|会|厅|处|科|室|馆|镇|乡|街道|学|园|库|厂|店|集团|联盟|协会|周刊|频道|工作室|宣|政府|[农林渔]场|剧团|工会|管委会|景区|基地|银行|[分支]行)$"
)
NOT_IN_NAMES = re.compile(
    r"[读作编记]者|[了的着是在被把这那就都]|^[和与将从也之]|先生|女士|小姐|同志|老师"
)
"""``敬之``, ``从文``: in the middle of a name stands many a word of grammar."""
WITH_GRAMMAR = re.compile(f"[{''.join(sorted(SURNAMES))}][在是那把][{HAN}]$")
"""``龙在田``, ``江是舟``."""
LONGEST = 24
LETTERS, DOUBLE_LETTERS = (2, 3), (2, 3, 4)
"""Characters of a Chinese name, and of one with a double surname."""


def is_name(word: str) -> bool:
    """Whether a Chinese word reads as a person's name: surname and one or two characters."""
    if "·" in word or "-" in word:
        return is_transliterated(word)
    if word in NOT_NAMES:
        return False
    if word[:2] in DOUBLE_SURNAMES:
        return 3 <= len(word) <= 4
    return 2 <= len(word) <= 3 and word[0] in SURNAMES


def is_transliterated(word: str) -> bool:
    """``阿依努尔·沙比尔``, ``丹尼尔·陈``; no 县域行·某某篇 and no 某某·江畔人家."""
    letters = word.replace("·", "").replace("-", "")
    return len(word) >= 4 and sum(c in TRANSLITERATING for c in letters) * 2 > len(letters)


def join_spaced(tokens: list[str]) -> list[str]:
    """Names from blank-separated tokens: 刘|炜 → 刘炜, Emily|Zhou → Emily Zhou."""
    names: list[str] = []
    singles: list[str] = []

    def flush() -> None:
        names.extend(_cut_letters("".join(singles)))
        singles.clear()

    for token in tokens:
        if len(token) == 1 and not token.isascii():
            if not singles and names and names[-1] in DOUBLE_SURNAMES:
                names[-1] += token
            else:
                singles.append(token)
            continue
        if len(singles) == 1 and len(token) == 2 and not token.isascii():
            singles[0] += token
            flush()
            continue
        flush()
        if token.isascii() and names and names[-1].isascii():
            names[-1] += " " + token
        elif names and fold(names[-1]) in DOUBLE_SURNAMES and len(token) <= 2:
            names[-1] += token
        else:
            names.append(token)
    flush()
    return names


@lru_cache(maxsize=256)
def _cut_letters(letters: str) -> tuple[str, ...]:
    """``尤家辉杨小小`` → 尤家辉, 杨小小: all that is spaced out evenly, cut where surnames stand."""
    if len(letters) < min(LETTERS):
        return (letters,) if letters else ()
    ways = [
        (letters[:size], *_cut_letters(letters[size:]))
        for size in (DOUBLE_LETTERS if letters[:2] in DOUBLE_SURNAMES else LETTERS)
        if size <= len(letters) != size + 1
    ]
    return min(ways, key=lambda names: (sum(not is_name(fold(name)) for name in names), len(names)))


def is_readable_name(name: str) -> bool:
    """A person's name, or the name of something that is one."""
    folded = fold(name)
    if "·" in folded and is_transliterated(folded):
        return len(folded) <= LONGEST
    if len(folded) > LONGEST or (NOT_IN_NAMES.search(folded) and not WITH_GRAMMAR.match(folded)):
        return False
    return len(folded) <= 4 or folded.isascii() or bool(ORGANISATION.search(folded))


def is_organisation_name(name: str) -> bool:
    """``甲县消防救援大队``: a correspondent that is no person."""
    if len(name) < 4 or "·" in name:
        return False
    folded = fold(name)
    if len(folded) > 4:
        return bool(CHINESE.match(folded))
    return bool(ORGANISATION.search(folded)) and not is_name(folded)
