"""Passages that stand on a page twice: doubled paragraphs, words copied from a neighbour.

OCR prints a paragraph again, drops a sentence of one article into another, or ends a text in
a loop. The copy is told from the original by its seams (it stands between whole sentences or
breaks off), and by which text its words belong to.
"""

import re

from articles.pagefile.joining.pieces import PROSE, Piece
from articles.pagefile.joining.strangeness import (
    LATER,
    SENTENCE_END,
    WORDS_ENOUGH,
    Vocabularies,
    strangeness,
)
from articles.pagefile.text.repeats import find_repeats

LONGEST = 20_000
"""Pieces longer than any printed column are not compared."""
SHORTEST_SENTENCE, SHORTEST_LOOP = 9, 16
SAID_TWICE = re.compile(
    "(?P<once>[\u4e00-\U0010ffff]{3}[^。!?”]*[。!?]|[\u4e00-\U0010ffff]{4}[^。!?”,]*,|据[\u4e00-\u9fff]{1,3},)(?P<again>(?P=once))"
)
"""``先教他们听。先教他们听。``, ``全凭眼睛,全凭眼睛,``"""
LOOP = re.compile(r"(?P<once>[^\d|]{7,40})(?P<again>(?P=once))")
"""``补上了失落的“群众”二字,那是补上了失落的“群众”二字,那是一位老裁缝……``"""
NEXT, FARTHEST = 4, 44
"""Of the seven characters or more of a loop four in a row begin at a multiple of four."""
LONGEST_REFRAIN, LONGEST_FORMULA = 13, 24
FORMULA = re.compile(
    r"(?:谅解|见谅|相互转告|特此[公通声更鸣]\S{1,2}|为准|主持(?:会议)?|并(?:作\S{0,2})?讲话|[审侦办调]\S{1,2}中)。$"
)
"""So sentences end that stand in many texts: ``给您带来不便,敬请谅解。``"""
ADDED = re.compile("[。!?]([\u4e00-\u9fff]{1,2})$")
"""What makes a sentence of a copy: ``要`` before ``完善应急预案……``."""


def mark_copies(pieces: list[Piece]) -> None:
    """Cut the copies out of the pieces (``Piece.cuts``)."""
    prose = [p for p in pieces if p.role in PROSE and len(p.folded) < LONGEST]
    texts = Vocabularies(prose)
    for piece in prose:
        said_twice = SAID_TWICE.search(piece.folded)
        if said_twice is None and _may_loop(piece.folded):
            said_twice = LOOP.search(piece.folded)
        if said_twice:
            _cut(piece, *said_twice.span("again"), "doubled")
    for one, first, two, start, length in find_repeats([piece.folded for piece in prose]):
        _judge(prose[one], first, prose[two], start, length, texts)


def _may_loop(text: str) -> bool:
    """Whether four characters come again soon: a quick look, for the pattern takes its time."""
    return any(
        text.find(text[at : at + NEXT], at + 7, at + FARTHEST) >= 0
        for at in range(0, len(text) - NEXT, NEXT)
    )


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
    spans = [_from_sentence(p.folded, begin, begin + length) for p, begin, _ in options]
    weights = [
        strangeness(piece, *span, other, at, texts)
        for (piece, _, other), span, at in zip(
            options, spans, (spans[1][0], spans[0][0]), strict=True
        )
    ]
    weights[1] += LATER
    copy = weights.index(max(weights))
    piece, span = options[copy][0], spans[copy]
    if weights[copy] > 0 and WORDS_ENOUGH.match(piece.folded, *span):
        _cut(piece, *span, "foreign")


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
