"""What matches: an expression over a snapshot → the set of its documents.

Pairs of characters only narrow the field; wherever they do not decide alone, each candidate's
stored text is compared. So an answer is exact whatever the query.
"""

from dataclasses import dataclass
from functools import reduce
from operator import add, or_

from .documents import PART_END, PARTS
from .expressions import Between, Both, Either, Everything, Expression, Not, Tagged, Text
from .folding import bare, fold
from .postings import bits_of, numbers_of
from .reading import Snapshot

FEW = 48
"""Candidates that are compared right away rather than narrowed by further pairs."""
MOST_PAIRS = 160
MOST_REMEMBERED = 64
_FIELDS = {
    "any": ("gram",),
    "body": ("gram",),
    "headline": ("headline_gram",),
    "title": ("headline_gram", "beside_gram"),
}
_PLACES = {part: (place,) for place, part in enumerate(PARTS)} | {
    "title": (PARTS.index("headline"), PARTS.index("heads"))
}


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
        case Text():
            terms = Sought.of(part).terms
            return min((snapshot.count("gram", term) for term in terms), default=snapshot.size)
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
    sought = Sought.of(asked)
    if not sought.strict:
        return within
    candidates = _candidates(snapshot, sought, within)
    sure = candidates & _decided_by_terms(snapshot, sought) if sought.is_term else 0
    unsure = candidates & ~sure
    numbers = numbers_of(unsure)
    snapshot.expect(numbers)
    holds = _comparison(snapshot, sought, unsure)
    return sure | bits_of(list(filter(holds, numbers)), snapshot.size)


@dataclass(frozen=True, slots=True)
class Sought:
    """A text to be found, and the terms that every document with it has."""

    strict: str
    """Folded."""
    run: str
    """Without its punctuation."""
    exact: bool
    """Whether ``strict`` must stand there, or ``run`` when punctuation is left out."""
    part: str
    terms: tuple[str, ...]

    @classmethod
    def of(cls, asked: Text) -> "Sought":
        strict = fold(asked.value)
        run = bare(strict)
        exact = asked.exact or not run
        return cls(strict, run, exact, asked.part, _terms(strict if exact else run, run))

    @property
    def text(self) -> str:
        return self.strict if self.exact else self.run

    @property
    def is_term(self) -> bool:
        """One and two characters are terms of the index themselves."""
        return self.text in self.terms


def _terms(text: str, run: str) -> tuple[str, ...]:
    """Pairs of characters, or the only one; of a long text some from all over it."""
    if len(text) == 1:
        return (text,)
    found = list(dict.fromkeys([*map(add, run, run[1:]), *map(add, text, text[1:])]))
    return tuple(found[:: 1 + len(found) // MOST_PAIRS])


def _candidates(snapshot: Snapshot, sought: Sought, within: int) -> int:
    fields = _FIELDS.get(sought.part, ("beside_gram",))
    for _, term in sorted((_count(snapshot, fields, term), term) for term in sought.terms):
        if not within or (within.bit_count() <= FEW and not sought.is_term):
            break
        within &= reduce(or_, (snapshot.bits(field, term) for field in fields))
    return within


def _count(snapshot: Snapshot, fields: tuple[str, ...], term: str) -> int:
    return sum(snapshot.count(field, term) for field in fields)


def _decided_by_terms(snapshot: Snapshot, sought: Sought) -> int:
    """The set of documents of which the index alone knows that a candidate is a hit."""
    text = sought.text
    known = snapshot.everything
    if sought.exact:
        # The pair may stand there with punctuation between only.
        known &= ~snapshot.bits("parted", text)
    if sought.part in ("headline", "title"):
        return known & snapshot.bits("headline_gram", text)
    if sought.part == "body":
        elsewhere = snapshot.bits("headline_gram", text) | snapshot.bits("beside_gram", text)
        return known & ~elsewhere
    return known if sought.part == "any" else 0


def _comparison(snapshot: Snapshot, sought: Sought, among: int):
    """Whether a document contains what is sought; plain queries ignore punctuation."""
    run, text, end = sought.run.encode(), sought.text.encode(), PART_END.encode()
    places = _PLACES.get(sought.part)
    as_printed = frozenset(numbers_of(_to_read_as_printed(snapshot, sought, among)))

    def holds(number: int) -> bool:
        own = snapshot.bare(number)
        if run not in own:
            return False
        if number in as_printed:
            own = snapshot.strict(number)
        if places is None:
            return text in own
        parts = own.split(end)
        return any(text in parts[place] for place in places)

    return holds


def _to_read_as_printed(snapshot: Snapshot, sought: Sought, among: int) -> int:
    """Documents of which the text without punctuation does not tell whether they are hits."""
    if not sought.exact:
        return 0
    if sought.run != sought.strict or among.bit_count() <= FEW:
        return among
    pairs = set(map(add, sought.run, sought.run[1:]))
    return among & reduce(or_, (snapshot.bits("parted", pair) for pair in pairs), 0)
