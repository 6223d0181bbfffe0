"""Passages that stand on a page twice: doubled paragraphs, words copied from a neighbour.

OCR prints a paragraph again, drops a sentence of one article into another, or ends a text in
a loop. The copy is told from the original by its seams (it stands between whole sentences or
breaks off), and by which text its words belong to.
"""

import re
from math import log, tanh

from articles.pagefile.joining.pieces import PROSE, Piece
from articles.pagefile.text.repeats import find_repeats
from articles.pagefile.text.vocabulary import weight, words_of

LONGEST = 20_000
"""Pieces longer than any printed column are not compared."""
SHORTEST_FOREIGN, SHORTEST_SENTENCE, SHORTEST_LOOP = 12, 9, 16
WORDS_ENOUGH = re.compile("(?:[^\u4e00-\U0010ffff]*[\u4e00-\U0010ffff]){7}")
"""Seven Chinese characters; ``0000,声明作废。`` stands in every notice."""
SAID_TWICE = re.compile(
    "(?P<once>[\u4e00-\U0010ffff]{3}[^。!?”]*[。!?]|[\u4e00-\U0010ffff]{4}[^。!?”,]*,)(?P<again>(?P=once))"
)
"""``先教他们听。先教他们听。``, ``全凭眼睛,全凭眼睛,``"""
LONGEST_REFRAIN, LONGEST_FORMULA = 13, 24
FORMULA = re.compile(
    r"(?:谅解|见谅|相互转告|特此[公通声更鸣]\S{1,2}|为准|主持(?:会议)?|并(?:作\S{0,2})?讲话|[审侦办调]\S{1,2}中)。$"
)
"""So sentences end that stand in many texts: ``给您带来不便,敬请谅解。``"""
GAP, SLIGHT = 1.0, 0.1
"""The words' evidence for a copy: it saturates soon behind a slight difference."""
BEHIND = {"nothing": -0.6, "stop": 1.7, "comma": 0.4, "word": -1.7}
"""What a copy stands behind: mostly a full stop, seldom a word in mid-clause."""
UP_TO = {
    ("stop", False): 0.6,
    ("stop", True): 0.4,
    ("comma", False): -0.7,
    ("comma", True): 0.7,
    ("word", False): -0.5,
    ("word", True): -0.7,
}
"""What it ends in, inside a paragraph and at its end."""
LEAVES_OPEN = -1.9
"""Without the passage the paragraph would stop in mid-sentence: it is the original."""
APPENDED = -2.5
"""For a paragraph of its own that ends another paragraph as well: there it was appended."""
GLUED = 1.5
"""For what ends a paragraph in mid-sentence here and begins a sentence there."""
TORN_HERE = -3.0
"""For what a paragraph stops in, and goes on behind in the other: here it was torn."""
LATER = 0.3
"""For the second of the two places."""
LENGTH, USUAL, FOREIGN = 2.5, 16, 0.1
"""A long passage stands in two articles by no chance."""
NEVER = -99.0
SENTENCE_END = "。!?”…"
ADDED = re.compile("[。!?]([\u4e00-\u9fff]{1,2})$")
"""What makes a sentence of a copy: ``要`` before ``完善应急预案……``."""


def mark_copies(pieces: list[Piece]) -> None:
    """Cut the copies out of the pieces (``Piece.cuts``)."""
    prose = [p for p in pieces if p.role in PROSE and len(p.folded) < LONGEST]
    texts = _Affinity(prose)
    for piece in prose:
        if said_twice := SAID_TWICE.search(piece.folded):
            _cut(piece, *said_twice.span("again"), "doubled")
    for one, first, two, start, length in find_repeats([piece.folded for piece in prose]):
        _judge(prose[one], first, prose[two], start, length, texts)


def _judge(one: Piece, first: int, two: Piece, start: int, length: int, texts) -> None:
    if one.draft == two.draft:
        is_refrain = _closes(one, first, length) and _closes(two, start, length)
        if not is_refrain:
            _judge_doubled(one, first, two, start, length)
    elif length > LONGEST_FORMULA or not FORMULA.search(two.folded[start : start + length]):
        _judge_foreign(one, first, two, start, length, texts)


def _closes(piece: Piece, begin: int, length: int) -> bool:
    """Whether a passage is a short last sentence of a paragraph that has others before it."""
    text = piece.folded.rstrip()
    begin, end = _from_sentence(text, begin, begin + length)
    inner = begin > 0 and (text[begin - 1] in SENTENCE_END or text[begin] in SENTENCE_END)
    return inner and end >= len(text) and end - begin < LONGEST_REFRAIN


def _judge_doubled(one: Piece, first: int, two: Piece, start: int, length: int) -> None:
    """The second time in one text is the copy, unless the first stands alone as a pull quote."""
    if two.folded[start] in SENTENCE_END:
        start, length = start + 1, length - 1
    if not WORDS_ENOUGH.match(two.folded, start, start + length):
        return
    if length >= SHORTEST_SENTENCE and length >= 0.85 * len(two.folded.strip()):
        _cut(two, 0, len(two.text), "doubled")
    elif (
        length >= SHORTEST_SENTENCE and one is not two and length >= 0.85 * len(one.folded.strip())
    ):
        _cut(one, 0, len(one.text), "doubled")
    elif _ends_in_loop(two.folded.rstrip(), start, length):
        _cut(two, start, len(two.text), "doubled")
    elif one is two and length >= SHORTEST_LOOP and two.folded[start + length - 1] in ",;":
        _cut(two, *_from_sentence(two.folded, start, start + length), "doubled")
    else:
        span = _whole_sentences(two.folded, start, start + length)
        if span and span[1] - span[0] >= SHORTEST_SENTENCE:
            _cut(two, *span, "doubled")


def _ends_in_loop(text: str, start: int, length: int) -> bool:
    """``……已有四期学员。某村还请来两位养蜂人,``: the end begins what was said already."""
    if start + length < len(text):
        return False
    breaks_off = text[-1] in ",、" and start > 0 and text[start - 1] in SENTENCE_END
    return length >= (SHORTEST_SENTENCE if breaks_off else SHORTEST_LOOP)


def _judge_foreign(one, first, two, start, length, texts) -> None:
    """In two articles the copy is where the words are strange and the seams are whole."""
    options = [(one, first, two), (two, start, one)]
    if one.cuts and two.cuts and all(_is_cut(p, begin, begin + length) for p, begin, _ in options):
        return
    weights = [_strangeness(o[0], o[1], length, o[2], texts) for o in options]
    weights[1] += LATER
    if max(weights) > 0:
        piece, begin, _ = options[weights.index(max(weights))]
        _cut(piece, *_from_sentence(piece.folded, begin, begin + length), "foreign")


def _strangeness(piece: Piece, copied: int, length: int, other: Piece, texts) -> float:
    begin, end = _from_sentence(piece.folded, copied, copied + length)
    if not _says_enough(piece.folded, begin, end):
        return NEVER
    text, passage = piece.folded.rstrip(), piece.folded[begin:end]
    weight = texts.gap(piece, begin, end, other) + LENGTH * log(len(passage) / USUAL) - FOREIGN
    before, at_end = text[:begin].rstrip(), end >= len(text)
    if not before and at_end:
        return weight + APPENDED * _ends_with(other, passage)
    left = _mark(before[-1:])
    if at_end and left == "word" and length >= SHORTEST_LOOP and _begins_sentence(other, passage):
        return weight + GLUED
    if at_end and _mark(passage[-1]) == "word" and not _ends_with(other, passage):
        weight += TORN_HERE
    leaves_open = at_end and left in ("comma", "word") and _mark(passage[-1]) == "stop"
    return weight + BEHIND[left] + UP_TO[_mark(passage[-1]), at_end] + LEAVES_OPEN * leaves_open


def _mark(character: str) -> str:
    """What a passage stands behind or ends in."""
    if not character:
        return "nothing"
    if character in SENTENCE_END:
        return "stop"
    return "comma" if character in ",、;:" else "word"


def _says_enough(text: str, begin: int, end: int) -> bool:
    """Whether a passage is too long to stand in two articles by chance; a sentence may be shorter."""
    passage = text[begin:end]
    sentence = passage[-1:] in SENTENCE_END and (not begin or text[begin - 1] in SENTENCE_END)
    long = len(passage) >= (SHORTEST_SENTENCE if sentence else SHORTEST_FOREIGN)
    return long and bool(WORDS_ENOUGH.match(passage))


def _ends_with(piece: Piece, passage: str) -> bool:
    return piece.folded.rstrip().endswith(passage)


def _begins_sentence(other: Piece, passage: str) -> bool:
    at = other.folded.find(passage)
    return at == 0 or (at > 0 and other.folded[at - 1] in SENTENCE_END)


def _from_sentence(text: str, begin: int, end: int) -> tuple[int, int]:
    """The passage from the first sentence that begins in it, where it starts inside one.

    A last mark of the paragraph goes with it: ``……的事`` is copied out of ``……的事,不准……``.
    """
    if len(text.rstrip()) - end == 1 and text[end] in SENTENCE_END:
        end += 1
    if begin == 0 or text[begin - 1] in SENTENCE_END:
        return begin, end
    if added := ADDED.search(text[max(0, begin - 3) : begin]):
        return begin - len(added[1]), end
    for at in range(begin, min(end - SHORTEST_SENTENCE, begin + 24)):
        if text[at] in SENTENCE_END:
            return at + 1, end
    return begin + (text[begin] in ",、;:"), end


def _whole_sentences(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """The whole sentences inside a passage; None without any."""
    if begin and text[begin - 1] not in SENTENCE_END + "“":
        begin = next((at + 1 for at in range(begin, end) if text[at] in "。!?"), end)
    while end > begin and text[end - 1] not in SENTENCE_END:
        end -= 1
    return (begin, end) if end > begin else None


def _is_cut(piece: Piece, first: int, last: int) -> bool:
    """Whether the passage, or some of it, has been judged already."""
    first, last = _from_sentence(piece.folded, first, last)
    return _meets_cut(piece, first, last)


def _meets_cut(piece: Piece, first: int, last: int) -> bool:
    return any(first < end and begin < last for begin, end, _ in piece.cuts)


def _cut(piece: Piece, first: int, last: int, reason: str) -> None:
    if _meets_cut(piece, first, last):
        return
    piece.cuts.append((first, last, reason))
    piece.words = None


class _Affinity:
    """Which draft's words a passage is made of."""

    def __init__(self, prose: list[Piece]) -> None:
        self.texts: dict[int, str] = {}
        for piece in prose:
            self.texts[piece.draft] = self.texts.get(piece.draft, "") + "\n" + piece.folded
        self.known: dict[tuple[int, str], float] = {}
        """A passage that stands in many texts is weighed against each of them once."""

    def gap(self, piece: Piece, begin: int, end: int, other: Piece) -> float:
        """Above 0: the passage's words belong to the other piece's draft."""
        passage = piece.folded[begin:end]
        words = words_of(passage)
        if not words:
            return 0.0
        own = self._shared(piece.draft, passage, words)
        gap = self._shared(other.draft, passage, words) - own
        return GAP * tanh(gap / SLIGHT)

    def _shared(self, draft: int, passage: str, words: frozenset[str]) -> float:
        """Which part of the passage's words its draft has beside it, by what they tell."""
        place = draft, passage
        if place not in self.known:
            rest = self.texts[draft].replace(passage, "\n")
            told = {word: weight(word) for word in words}
            shared = sum(told[word] for word in words if word in rest)
            self.known[place] = shared / sum(told.values())
        return self.known[place]
