"""What matches: an expression over a snapshot → the set of its documents.

Pairs of characters only narrow the field; wherever they do not decide alone, each candidate's
stored text is compared. So an answer is exact whatever the query.
"""

from .documents import PART_END, PARTS, pairs
from .expressions import Between, Both, Either, Everything, Expression, Not, Tagged, Text
from .folding import bare, fold
from .postings import bits_of, numbers_of
from .reading import Snapshot

FEW = 48
"""Candidates that are compared right away rather than narrowed by further pairs."""
MOST_PAIRS = 160
MOST_REMEMBERED = 64


def matching(snapshot: Snapshot, asked: Expression, within: int | None = None) -> int:
    """The set of documents in ``within`` (default: all) that ``asked`` describes."""
    within = snapshot.everything if within is None else within
    match asked:
        case Everything():
            return within
        case Text():
            return _containing(snapshot, asked, within)
        case Tagged(field, values):
            found = 0
            for value in values:
                found |= snapshot.bits(field, value)
            return found & within
        case Between(first, last):
            return snapshot.between(first, last) & within
        case Not(part):
            return within & ~matching(snapshot, part, within)
        case Either(parts):
            found = 0
            for part in parts:
                found |= matching(snapshot, part, within & ~found)
            return found
        case Both(parts):
            for part in sorted(parts, key=lambda part: _effort(snapshot, part)):
                within = matching(snapshot, part, within) if within else 0
            return within
    raise TypeError(f"an engine cannot answer {asked!r}")


def _effort(snapshot: Snapshot, part: Expression) -> int:
    """What is cheap and narrows comes first; texts by their rarest pair; exclusions last."""
    match part:
        case Text(value):
            run = bare(fold(value))
            return min((snapshot.count("gram", p) for p in _terms(run)), default=snapshot.size)
        case Either() | Both():
            return snapshot.size + 1
        case Not():
            return snapshot.size + 2
        case _:
            return -1


def _containing(snapshot: Snapshot, asked: Text, within: int) -> int:
    """A whole answer is remembered: facets and the next page ask for it again."""
    if asked not in snapshot.remembered:
        if within != snapshot.everything:
            return _compared(snapshot, asked, within)
        while len(snapshot.remembered) >= MOST_REMEMBERED:
            snapshot.remembered.pop(next(iter(snapshot.remembered)), None)
        snapshot.remembered[asked] = _compared(snapshot, asked, within)
    return snapshot.remembered.get(asked, snapshot.everything) & within


def _compared(snapshot: Snapshot, asked: Text, within: int) -> int:
    strict = fold(asked.value)
    if not strict:
        return within
    run = bare(strict)
    exact = asked.exact or not run
    candidates = _candidates(snapshot, strict if exact else run, asked.part, within)
    if _decided_by_terms(asked, strict, run):
        return candidates
    holds = _comparison(snapshot, strict, run, asked)
    return bits_of(filter(holds, numbers_of(candidates)), snapshot.size)


def _decided_by_terms(asked: Text, strict: str, run: str) -> bool:
    """One or two characters are terms of the index themselves."""
    if asked.part not in ("any", "title"):
        return False
    return len(strict) == 1 or (not asked.exact and 1 <= len(run) <= 2)


def _terms(text: str) -> list[str]:
    """What every document that contains ``text`` has; of a long text some from all over it."""
    run = bare(text)
    found = pairs(run) if run else []
    found = found[:: 1 + len(found) // MOST_PAIRS]
    return found if run == text else [*found, *dict.fromkeys(c for c in text if not bare(c))]


def _candidates(snapshot: Snapshot, text: str, part: str, within: int) -> int:
    field = "title_gram" if part == "title" else "gram"
    counted = sorted((snapshot.count(field, term), term) for term in _terms(text))
    for count, term in counted:
        if not within or (within.bit_count() <= FEW and len(text) > 2):
            break
        within = within & snapshot.bits(field, term) if count else 0
    return within


def _comparison(snapshot: Snapshot, strict: str, run: str, asked: Text):
    """Whether a document contains what is asked; plain queries ignore punctuation."""
    as_typed, as_run, end = strict.encode(), run.encode(), PART_END.encode()
    part = PARTS.index(asked.part) if asked.part in PARTS else None
    exact = asked.exact or not run

    def holds(number: int) -> bool:
        text = snapshot.bare(number)
        if as_run not in text:
            return False
        if exact:
            text = snapshot.strict(number)
        if part is not None:
            text = text.split(end)[part]
        return (as_typed if exact else as_run) in text

    return holds
