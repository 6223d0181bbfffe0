"""How well words run on over a break: the dictionary's words, the page's own, the marks.

A sentence torn at a column's foot leaves two halves: ``统一包`` | ``装、统一商标``. Whether
two halves belong together is scored from a word of jieba's dictionary that straddles the
break, from pairs of characters that stand together elsewhere on the page, from quotation
marks left open, and from figures and their units.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources
from math import log

from articles.pagefile.text.beginnings import against_beginning
from articles.pagefile.text.pairs import follows
from articles.pagefile.words.names import SURNAMES

UNITS = "年月日时分秒元角万亿千百个人名位件项条家户亩吨公米%‰.℃度余多号次台辆名只头岁天斤"
LATER_FIGURES = re.compile(r"0(?!\d*[-号])")
"""A number goes on (``00多户``); a telephone number begins (``0731-00000000``)."""
FIGURE_LEADS = "约达共到至为近超第过满增降有逾仅"
WORD = 4
"""Longest dictionary word that is looked at."""
OPENER = re.compile(
    "第[一二三四五六七八九十]|[一二三四五六]是|其[一二三]|首先|其次|再次|目前|据悉|据了解|据介绍|据统计|近年来|今年以来|去年以来|日前|近日|"
    "连日来|截至|下一步|接下来|记者|随后|此外|同时|然而|不过|但是|如今|后来|于是|当天|去年|前年|今年|采访"
)
"""With these words paragraphs begin; a broken sentence seldom goes on with one."""
LISTED = re.compile(r"[^,。;:!?“”]{1,16}(?:等|、|和)")
"""What stands after a 、 is the list's next member: ``国画社等5个团体``, ``板栗、茶油``."""
CANNOT_BEGIN = frozenset("了着的得们者性化率吗吧呢")
"""Characters that hardly ever begin a sentence."""
RARELY_BEGINS = frozenset(
    "个项位件届批岁元里上下中起来去等月门点成地过会所员度量式型类级层内外间边面"
)
"""Measures and endings: they begin a sentence only as a part of a word (``下一步``)."""


@cache
def dictionary() -> dict[str, int]:
    """Words of two to four characters of jieba's dictionary with their counts."""
    return _jieba()[0]


@cache
def _characters() -> dict[str, float]:
    """How large a share of all text each character is, by the dictionary's counts."""
    return _jieba()[1]


@cache
def _jieba() -> tuple[dict[str, int], dict[str, float]]:
    """Words and characters of jieba's dictionary (``word count tag`` a line), read once."""
    fields = resources.files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").split()
    counted = list(zip(fields[::3], map(int, fields[1::3]), strict=True))
    counts: defaultdict[str, int] = defaultdict(int)
    for word, count in counted:
        for character in word:
            counts[character] += count
    total = sum(counts.values())
    shares = {character: count / total for character, count in counts.items()}
    words = {word: count for word, count in counted if 2 <= len(word) <= WORD and count > 1}
    return words, shares | {"": total}


RAREST = 1e-7
"""What the dictionary has never seen is taken for as rare as this."""


@lru_cache(maxsize=1 << 16)
def commonness(word: str) -> float:
    """How large a share of all text a character is, or of all pairs of characters a pair."""
    shares = _characters()
    if len(word) == 1:
        return shares.get(word, RAREST)
    by_chance = shares.get(word[0], RAREST) * shares.get(word[1], RAREST)
    return max(by_chance, dictionary().get(word, 0) / shares[""], RAREST)


ACROSS = tuple(
    (before, after, (before + after - 2) * 1.2)
    for before in range(1, WORD)
    for after in range(1, WORD + 1 - before)
)
"""How many characters of a word may stand on either side of a break, and what its length tells."""


def straddle(left: str, right: str) -> float:
    """Weight of the best dictionary word that lies across the break; 0 without any."""
    words, best = dictionary(), 0.0
    before, after = len(left), len(right)
    for ending, beginning, length in ACROSS:
        word = left[-ending:] + right[:beginning]
        if word in words and ending <= before and beginning <= after:
            best = max(best, log(words[word] + 1) * 0.25 + length)
    if best and begins_word(right):
        best *= 0.25 if ends_word(left) else 0.6
    return best


def ends_word(text: str) -> bool:
    """Whether the dictionary has a word at the text's end."""
    words = dictionary()
    return text[-2:] in words or text[-3:] in words or text[-WORD:] in words


def begins_word(text: str) -> bool:
    """Whether the dictionary has a word at the text's beginning."""
    words = dictionary()
    return text[:2] in words or text[:3] in words or text[:WORD] in words


def unclosed(text: str) -> bool:
    """Whether a quotation is still open at the end of ``text``."""
    return text.rfind("“") > text.rfind("”")


def closes_first(text: str) -> bool:
    """Whether ``text`` closes a quotation that it has not opened."""
    close, opened = text.find("”"), text.find("“")
    return close >= 0 and (opened < 0 or close < opened)


def _quotes(left: str, right: str) -> float:
    if unclosed(left):
        if closes_first(right):
            return 3.0
        return -2.0 if "“" in right else -0.6
    if right[0] == "“":
        return -0.7
    return -3.0 if closes_first(right) else 0.0


def _figures(left: str, right: str) -> float:
    if left[-1:].isdigit():
        return 2.0 if right[0].isdigit() or right[0] in UNITS else -1.5
    if right[0].isdigit():
        return 1.5 if left[-1:] in FIGURE_LEADS else 0.0
    return 0.0


STUTTERS = (1.0, 2.5)
"""For one character that is printed again below the break, and for more."""


def _stutter(left: str, right: str) -> float:
    """OCR likes to read a break's last words twice: ``居民凑`` | ``凑一点``."""
    for size in (3, 2, 1):
        if left[-size:] == right[:size] and left[-size:].isalpha():
            return STUTTERS[size > 1]
    return 0.0


POINT_FIRST = 2.0
"""For what begins with the mark that the sentence above wants."""
BY_PAIR, BETWEEN_WORDS = 0.3, 0.3
"""How much it counts that the characters at the break like each other, less between two words."""


def _by_pair(left: str, right: str) -> float:
    """Whether the two characters at the break stand together in other texts."""
    likes = BY_PAIR * follows(left[-1], right[0])
    return likes * BETWEEN_WORDS if ends_word(left) and begins_word(right) else likes


DIVISIONS, BY_OFFICE = frozenset("省市县区乡镇"), 2.0
OF_DIVISION = re.compile(
    "[\u4e00-\u9fff]{1,5}?(?:局|委|办|院|公司|中心|协会|联社|中学|小学|医院|工会|妇联|大队|支队)"
)
"""``攸县`` | ``林业局的老局长``: no dictionary has a county's offices."""


class Continuity:
    """Scores breaks of one page, with the page's own pairs of characters as a help."""

    def __init__(self, page_text: str) -> None:
        self.text = page_text

    def seen(self, left: str, right: str) -> float:
        """What the page says of the pair elsewhere: ``采购`` printed whole in another line."""
        pair = left[-1:] + right[:1]
        if len(pair) < 2 or pair not in self.text:
            return 0.0
        triples = (left[-2:] + right[:1], left[-1:] + right[:2])
        if any(len(triple) == 3 and triple in self.text for triple in triples):
            return 2.0
        return 1.0 if pair.isalpha() else 0.0

    def seam(self, left: str, right: str) -> float:
        """Above 0: ``right`` may well go on where ``left`` (folded, open) stops."""
        left, right = left.rstrip(), right.lstrip()
        if not left or not right:
            return 0.0
        score = _quotes(left, right) + _figures(left, right) + _stutter(left, right)
        score += _by_pair(left, right) + POINT_FIRST * (right[0] in "。,、;:")
        if left[-1] in ",、:;":
            listed = left[-1] == "、" and LISTED.match(right)
            inside = right[0] in CANNOT_BEGIN or middle_weight(right) >= 1.2
            return score + (1.6 if listed else -1.0 if inside else 0.6)
        if OPENER.match(right):
            score -= 1.5
        word = straddle(left, right)
        if left[-1] in DIVISIONS and OF_DIVISION.match(right):
            word = max(word, BY_OFFICE)
        score += word + self.seen(left, right)
        if not word and right[0] in CANNOT_BEGIN | RARELY_BEGINS:
            score += 0.6
        return score


ANSWERS = frozenset("好是对行有没能不会嗯")
FRAGMENT, SHORT = 14, 0.8
POINTS = frozenset(",。、;:!?“”()")
COUNTED = re.compile(r"\d+(?:\.\d+)?(?:万|亿)?[个名家户件项亩条]")


def middle_weight(text: str) -> float:
    """How surely a paragraph begins in the middle of a sentence (folded text): 0, or above.

    2 and more: nearly surely (``购,工艺统一标准``, ``了起来``); about 1: perhaps (``个公章``).
    """
    if text[:1] in ",、。;:!?”’)》%" or closes_first(text) or LATER_FIGURES.match(text):
        return 3.0
    if text[:1] in "“‘(《【":
        return 0.0
    return max(0.0, _by_first_word(text) + against_beginning(text[:1]))


def inside_weight(text: str) -> float:
    """The same for a whole paragraph: one short sentence is seldom a paragraph (``就畅通了。``)."""
    fragment = len(text) <= FRAGMENT and text[-1:] == "。" and "“" not in text
    return middle_weight(text) + SHORT * fragment


def _by_first_word(text: str) -> float:
    if text[:1] in CANNOT_BEGIN:
        return 2.0 if not begins_word(text) else 0.0
    if text[1:2] == "。":
        return 1.0 if text[0] in ANSWERS else 2.0
    if text[1:2] in ("、", ",", "。") and not text[0].isdigit():
        return 1.0
    if text[:1] in RARELY_BEGINS and not begins_word(text):
        return 0.9
    first = text[:2]
    if text[2:3] in ("、", ",", "。") and first not in FREE_OPENINGS and not POINTS & set(first):
        return 1.5 if text[2] == "。" else 0.8
    if COUNTED.match(text):
        return 0.5
    if text[:1] >= "\u4e00" and text[:1] not in SURNAMES and not begins_word(text):
        return 0.4
    return 0.0


FREE_OPENINGS = frozenset(
    [
        "目前",
        "此外",
        "同时",
        "同年",
        "随后",
        "如今",
        "现在",
        "当时",
        "后来",
        "最后",
        "首先",
        "其次",
        "再次",
        "其中",
        "因此",
        "所以",
        "但是",
        "可是",
        "不过",
        "然而",
        "于是",
        "据悉",
        "近日",
        "日前",
        "昨日",
        "今年",
        "去年",
        "前年",
        "明年",
        "当天",
        "当晚",
        "次日",
        "傍晚",
        "清晨",
        "早上",
        "中午",
        "下午",
        "晚上",
        "夜里",
        "春天",
        "夏天",
        "秋天",
        "冬天",
        "接着",
        "不久",
        "从此",
        "另外",
        "而且",
        "并且",
        "果然",
        "突然",
        "忽然",
        "原来",
        "其实",
        "当然",
        "是的",
        "不是",
        "对此",
        "为此",
        "届时",
        "期间",
        "之后",
        "之前",
    ]
)
