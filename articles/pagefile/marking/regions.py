"""Second look at the marked lines: what only several lines together can tell."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from articles.pagefile.marking.headinglike import looks_like_heading
from articles.pagefile.marking.roles import HEADS, Marked, Role, is_open
from articles.pagefile.marking.signings import (
    SALUTATION,
    is_bracketed,
    is_sender,
    is_signing,
    opens_letter,
)
from articles.pagefile.marking.verses import mark_verses
from articles.pagefile.people.authors import read_author_line
from articles.pagefile.people.names import HAN
from articles.pagefile.records import Credit, Lexicon
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.language import LATER_FIGURES, Continuity, middle_weight
from articles.pagefile.text.lines import Line
from articles.pagefile.words.notices import PUBLIC_AD_LABELS

MISTAKEN = frozenset({Role.HEADING, Role.LABEL, Role.BYLINE, Role.AUTHOR})
"""What a signing looks like by itself."""
TEXT = frozenset({Role.BODY, Role.ITEM, Role.VERSE, Role.SIGNING})
GENRE_OF_ART = re.compile(
    r"[(](?:国画|中国画|油画|版画|年画|水[彩粉]画?|粉画|工笔画?|瓷画|农民画|木刻|剪纸|篆刻|书法|行书|楷书|草书|隶书|漫画|速写|素描|雕塑|摄影)[)]$"
)
ARROWS = "▲▼△▽◀▶↑↓←→"
"""``▲1958年的合影`` is one of several pictures of the text beside it."""
SIGNED = frozenset({Role.AUTHOR, Role.BYLINE, Role.TITLE_AND_AUTHOR})
WIDEST_VERSE = 16
SHORTEST_QUESTION, LIKELY = 8, 0.3
SENT_FROM = re.compile(f"[{HAN}]{{2,6}} +(?P<name>[{HAN}]{{2,3}}|[{HAN}](?: [{HAN}]){{1,2}})")
"""``田心 易小舟`` under a letter: where, and who."""
OVER = (Role.LABEL, Role.HEADING)
LONGEST_HEADING = 50
PEN_NAME = re.compile("[\u4e00-\u9fff]{2,3}")
LEAST_HEADLINE, LEAST_PROSE, NEAR_SIBLING = 4, 20, 16
LONGEST_TEASER = 90
FARTHEST_REFERENCE = 5
"""Lines between two page references of one box of teasers."""


def mark_regions(marked: list[Marked], continuity: Continuity, lexicon: Lexicon) -> list[Marked]:
    """Roles again, with the neighbours' roles known."""
    marked = _decks(_notes(_couplets(_public_ads(mark_verses(marked, lexicon)))))
    marked = _artworks(_lead_ins(_torn_ends(marked, continuity)))
    return _torn_lines(_pen_names(_overlooked_heads(_signings(marked))), continuity)


def _public_ads(marked: list[Marked]) -> list[Marked]:
    """``公益广告`` / ``★ 一把火 毁青山`` / ``林区不吸烟``: only the first line is a headline."""
    result, at = list(marked), -1
    for index, mark in enumerate(marked):
        if mark.role is Role.LABEL and squeeze(mark.line.folded) in PUBLIC_AD_LABELS:
            at = index + 2
        elif at == index and mark.role is Role.HEADING and not mark.line.after_picture:
            result[index], at = replace(mark, role=Role.BODY), index + 1
    return result


def _couplets(marked: list[Marked]) -> list[Marked]:
    """Stanzas of two verses above and below longer ones: too few lines to look like a poem."""
    result = list(marked)
    for first, last in _pairs_of_heads(marked):
        above = result[first - 1].role if first else None
        below = marked[last].role if last < len(marked) else None
        opens = above in SIGNED and below is Role.VERSE
        closes = above is Role.VERSE and (last == len(marked) or not _signs(marked[last]))
        if opens or closes:
            result[first:last] = [Marked(m.line, Role.VERSE) for m in marked[first:last]]
    return result


def _pairs_of_heads(marked: list[Marked]) -> Iterator[tuple[int, int]]:
    """Two plain headings, line under line, blank lines around them."""
    for first in range(len(marked) - 1):
        pair, below = marked[first : first + 2], marked[first + 2 : first + 3]
        plain = all(m.role is Role.HEADING and m.line.width <= WIDEST_VERSE for m in pair)
        alone = pair[0].line.gap and not pair[1].line.gap and all(m.line.gap for m in below)
        if plain and alone:
            yield first, first + 2


def _signs(mark: Marked) -> bool:
    """A text under headings of its own: a byline stands over it or a dateline before it."""
    return mark.role in SIGNED | {Role.DECK} or mark.opening is not None


def _decks(marked: list[Marked]) -> list[Marked]:
    """``◎ 一位乡村教师的三十年`` below a headline, where no other heading has that mark."""
    heads = [m for m in marked if m.role is Role.BRIEF_HEAD]
    marks = Counter(m.line.folded[0] for m in heads)
    return [
        replace(mark, role=Role.DECK)
        if mark.role is Role.BRIEF_HEAD
        and above
        and above.role is Role.HEADING
        and marks[mark.line.folded[0]] == 1
        else mark
        for above, mark in zip([None, *marked], marked, strict=False)
    ]


def _notes(marked: list[Marked]) -> list[Marked]:
    """An 编者按 alone on its line takes the paragraph below with it."""
    result: list[Marked] = []
    for mark in marked:
        above = result[-1] if result else None
        alone = above and above.role is Role.NOTE and above.line.width <= 6
        if alone and mark.role is Role.BODY and not (mark.opening and mark.opening.credits):
            mark = Marked(mark.line, Role.NOTE)
        result.append(mark)
    return result


def _lead_ins(marked: list[Marked]) -> list[Marked]:
    """Headings and teasers between 导读 and the last page reference of its box."""
    result = list(marked)
    start = None
    for index, mark in enumerate(marked):
        if mark.role is Role.LEAD_IN:
            if start is not None and index - start <= FARTHEST_REFERENCE:
                for between in range(start + 1, index):
                    result[between] = replace(marked[between], role=Role.LEAD_IN)
            start = index
        elif not _may_be_teaser(mark):
            start = None
    return result


def _may_be_teaser(mark: Marked) -> bool:
    if mark.role in (Role.HEADING, Role.DECK, Role.LABEL, Role.PLACE, Role.BRIEF_HEAD):
        return True
    return (
        mark.role in (Role.BODY, Role.ITEM)
        and mark.line.width <= LONGEST_TEASER
        and not mark.opening
    )


def _artworks(marked: list[Marked]) -> list[Marked]:
    """``春到云阳山(国画)`` / ``慕容秋 作``: a work of art on two lines."""
    result = list(marked)
    for index in range(len(marked) - 1):
        title, artist = marked[index], marked[index + 1]
        signed = artist.role in (Role.BYLINE, Role.AUTHOR, Role.CREDIT) and artist.credits
        if signed and title.line.width <= 20 and GENRE_OF_ART.search(title.line.folded):
            result[index] = Marked(title.line, Role.ARTWORK, text=title.line.text)
            result[index + 1] = replace(artist, role=Role.CREDIT)
    return result


def _torn_ends(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """``……叫人`` / ``怎不心痛?``: the last words of a broken sentence, no heading."""
    result = list(marked)
    for index in range(1, len(marked)):
        above, mark = result[index - 1], marked[index]
        ends = mark.role is Role.HEADING and mark.line.end[-1] in "?!"
        if not ends or above.role is not Role.BODY or not is_open(above.line.end):
            continue
        short = mark.line.width <= SHORTEST_QUESTION
        if short and continuity.seam(above.line.end[-60:], mark.line.folded) >= LIKELY:
            result[index] = replace(mark, role=Role.BODY)
    return result


def _signings(marked: list[Marked]) -> list[Marked]:
    """Short lines below a letter or a notice that say who sends it: no heading."""
    result, letter = list(marked), False
    for index in range(1, len(marked)):
        mark, above = marked[index], result[index - 1]
        below = marked[index + 1] if index + 1 < len(marked) else None
        letter = _is_letter(mark, above, letter)
        if letter and above.role is Role.BODY and (sender := SENT_FROM.fullmatch(mark.line.folded)):
            result[index] = _sent(mark, sender)
            continue
        if mark.role not in MISTAKEN or above.role not in TEXT:
            continue
        last = below is None or below.role in HEADS or is_inside(below.line)
        if is_bracketed(mark.line):
            author = read_author_line(mark.line.text[1:-1], mark.line.number)
            result[index] = Marked(mark.line, Role.CREDIT, tuple(author or mark.credits))
        elif is_signing(mark.line, above.line, last) or (
            letter and is_sender(mark.line, above.line)
        ):
            result[index] = Marked(mark.line, Role.SIGNING, mark.credits)
    return result


def _sent(mark: Marked, sender: re.Match[str]) -> Marked:
    """The line under a letter that says who wrote it."""
    name = squeeze(mark.line.text[sender.start("name") :])
    credit = Credit("", name, mark.line.number, mark.line.text)
    return Marked(mark.line, Role.CREDIT, (credit,))


def _pen_names(marked: list[Marked]) -> list[Marked]:
    """``归去来`` between a headline and a text that nobody else signs, and no subhead."""
    result = list(marked)
    for index in range(1, len(marked) - 1):
        mark, above, below = marked[index], marked[index - 1], marked[index + 1]
        if mark.role is not Role.HEADING or not PEN_NAME.fullmatch(squeeze(mark.line.folded)):
            continue
        titled = above.role in (Role.HEADING, Role.DECK) and above.line.width > LEAST_HEADLINE
        prose = below.role is Role.BODY and not below.opening and below.line.width > LEAST_PROSE
        if titled and prose and not _has_sibling(marked, index):
            name = "".join(mark.line.text.split())
            credit = Credit("", name, mark.line.number, mark.line.text)
            result[index] = replace(mark, role=Role.AUTHOR, credits=(credit,))
    return result


def _has_sibling(marked: list[Marked], index: int) -> bool:
    """Another heading as short stands between paragraphs below: both are subheads."""
    below = zip(marked[index + 1 :], marked[index + 2 : index + NEAR_SIBLING], strict=False)
    return any(
        above.role is Role.BODY and mark.role is Role.HEADING and mark.line.width <= 4
        for above, mark in below
    )


def _is_letter(mark: Marked, above: Marked, letter: bool) -> bool:
    """Whether a letter to the editors goes on: from its salutation to the next text's headings."""
    if mark.role is Role.BODY and (opens_letter(mark.line) or above.role in HEADS):
        return opens_letter(mark.line)
    return letter


def _overlooked_heads(marked: list[Marked]) -> list[Marked]:
    """Heading lines too long to look like one, told by what stands above and below them."""
    result = list(marked)
    for index in range(len(marked) - 1):
        mark = marked[index]
        if mark.role is not Role.BODY or mark.opening or mark.line.width > LONGEST_HEADING:
            continue
        if _is_over_headline(mark, marked[index + 1]):
            result[index] = replace(mark, role=Role.HEADING)
            continue
        if not is_open(mark.line.end) or is_inside(mark.line):
            continue
        over = _is_over_opening(mark, marked[index + 1])
        if over or (mark.line.gap and _is_between_heads(result, index)):
            result[index] = replace(mark, role=Role.HEADING)
    return result


def _is_over_headline(mark: Marked, below: Marked) -> bool:
    """``某县人民医院:`` alone over a headline: the kicker says whom it is about."""
    words = mark.line.folded
    short = words[-1] == ":" and mark.line.width <= WIDEST_VERSE and not SALUTATION.match(words)
    return short and bool(mark.line.gap) and below.role is Role.HEADING


def _is_over_opening(mark: Marked, below: Marked) -> bool:
    """``某县把学校办到“村口” 三年培训乡村工匠4600人,人均月增900元`` over 本报讯(记者 …)."""
    if not below.opening or not below.opening.credits:
        return False
    return looks_like_heading(mark.line) or bool(mark.line.gap and " " in mark.line.folded)


def _is_between_heads(marked: list[Marked], index: int) -> bool:
    """``四十年前,她推着一台缝纫机出了村`` over a headline at the top or below a label: a kicker."""
    if index + 2 >= len(marked):
        return False
    below, after = marked[index + 1], marked[index + 2]
    titled = (index == 0 or marked[index - 1].role in OVER) and below.role in OVER
    return titled and after.role in (Role.DECK, Role.BYLINE, Role.AUTHOR)


def is_inside(line: Line) -> bool:
    """Whether a paragraph begins in mid-sentence: the tail of some other text."""
    return middle_weight(line.folded[:80]) >= 0.7


def _torn_lines(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """A short line without a full stop that another line goes on with is text, no heading."""
    result = list(marked)
    figures_go_on = any(LATER_FIGURES.match(m.line.folded) for m in marked if m.role is Role.BODY)
    for index in range(1, len(marked) - 1):
        above, mark, below = result[index - 1], marked[index], marked[index + 1]
        if mark.role is not Role.HEADING or above.role is not Role.BODY:
            continue
        broken_number = figures_go_on and mark.line.end[-1].isdigit()
        if broken_number or _runs_on(mark, below, continuity):
            result[index] = replace(mark, role=Role.BODY)
    return result


def _runs_on(mark: Marked, below: Marked, continuity: Continuity) -> bool:
    if below.role is not Role.BODY or mark.line.width < 12 or mark.line.folded.endswith("”"):
        return False
    inside = middle_weight(below.line.folded[:80]) >= 1.2
    return inside and continuity.seam(mark.line.end[-60:], below.line.folded[:60]) >= 1.5


def is_lone_picture(marked: list[Marked], index: int) -> bool:
    """A caption between the end of one text and the headings of the next: a picture by itself."""
    mark = marked[index]
    if mark.role is not Role.CAPTION or mark.line.width < 30 or mark.line.folded[0] in ARROWS:
        return False
    above = marked[index - 1] if index else None
    below = marked[index + 1] if index + 1 < len(marked) else None
    ends = below is None or below.role in HEADS | {Role.JUMP_FROM, Role.LEAD_IN}
    complete = above is None or (above.role not in HEADS and not is_open(above.line.end[-20:]))
    return ends and complete
