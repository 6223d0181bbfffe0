"""How well words run on over a break: the dictionary's words, the page's own, the marks.

A sentence torn at a column's foot leaves two halves: ``统一包`` | ``装、统一商标``. Whether
two halves belong together is scored from a word of jieba's dictionary that straddles the
break, from pairs of characters that stand together elsewhere on the page, from quotation
marks left open, and from figures and their units.
"""

import re
from math import log

from articles.pagefile.text.beginnings import (
    CANNOT_BEGIN,
    RARELY_BEGINS,
    closes_first,
    middle_weight,
)
from articles.pagefile.text.dictionary import WORD, begins_word, dictionary, ends_word
from articles.pagefile.text.pairs import follows
from articles.pagefile.words.names import SURNAMES

UNITS = "年月日时分秒元角万亿千百个人名位件项条家户亩吨公米%‰.℃度余多号次台辆名只头岁天斤"
FIGURE_LEADS = "约达共到至为近超第过满增降有逾仅"
OPENER = re.compile(
    "第[一二三四五六七八九十]|[一二三四五六]是|其[一二三]|首先|其次|再次|目前|据悉|据了解|据介绍|据统计|近年来|今年以来|去年以来|日前|近日|"
    "连日来|截至|下一步|接下来|记者|随后|此外|同时|然而|不过|但是|如今|后来|于是|当天|去年|前年|今年|采访"
)
"""With these words paragraphs begin; a broken sentence seldom goes on with one."""
LISTED = re.compile(r"[^,。;:!?“”]{1,16}(?:等|、|和)")
"""What stands after a 、 is the list's next member: ``国画社等5个团体``, ``板栗、茶油``."""
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


def unclosed(text: str) -> bool:
    """Whether a quotation is still open at the end of ``text``."""
    return text.rfind("“") > text.rfind("”")


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


SPEECH = 3.0
"""``他说:`` | ``“不试,就白烧了。”``."""
POINT_FIRST = 2.0
"""For what begins with the mark that the sentence above wants."""
BY_PAIR, BETWEEN_WORDS = 0.3, 0.3
"""How much it counts that the characters at the break like each other, less between two words."""


def _by_pair(left: str, right: str) -> float:
    """Whether the two characters at the break stand together in other texts."""
    likes = BY_PAIR * follows(left[-1], right[0])
    return likes * BETWEEN_WORDS if ends_word(left) and begins_word(right) else likes


NAME_BEGINS = re.compile(
    f"(?:[、和与]|记者|通讯员|书记|主任|[局市县区镇乡村厂社院校站队所处科]长|[医律教]师|村民|居民|市民|工人|农民|老板|经理)(?P<name>[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]?)$"
)
NAME_GOES_ON = re.compile(
    "(?P<name>[\u4e00-\u9fff]{1,2}?)(?:、|等|参加|出席|陪同|调研|表示|说|介绍|告诉|一行|同志|主持|带领|率)"
)
BY_NAME = 3.0
"""``市领导江小舟、易`` | ``大春参加调研``."""


def _name(left: str, right: str) -> float:
    """Whether a name of three characters, or of two, is broken between its characters."""
    begun, rest = NAME_BEGINS.search(left[-8:]), NAME_GOES_ON.match(right)
    return BY_NAME if begun and rest and len(begun["name"]) + len(rest["name"]) <= 3 else 0.0


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
        if left[-1] == ":" and right[0] == "“":
            return score + SPEECH
        if left[-1] in ",、:;":
            listed = left[-1] == "、" and LISTED.match(right)
            inside = right[0] in CANNOT_BEGIN or middle_weight(right) >= 1.2
            return score + (1.6 if listed else -1.0 if inside else 0.6)
        if OPENER.match(right):
            score -= 1.5
        word = straddle(left, right)
        if left[-1] in DIVISIONS and OF_DIVISION.match(right):
            word = max(word, BY_OFFICE)
        score += max(word, _name(left, right)) + self.seen(left, right)
        if not word and right[0] in CANNOT_BEGIN | RARELY_BEGINS:
            score += 0.6
        return score
