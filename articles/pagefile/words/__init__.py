"""Word lists of the trade, by what they are words of; all folded.

An editor may add a word anywhere in a list: order and line breaks say nothing.
"""

from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """The words of a list written with blanks and line breaks between them."""
    return frozenset(text.split())


def any_of(listed: Iterable[str]) -> str:
    """A pattern of the words, the longer before those that they begin with."""
    return "|".join(sorted(listed, key=lambda word: (-len(word), word)))


def hint_of(listed: Iterable[str]) -> str:
    """A pattern of the fewest of the words: each of them has one of these in it."""
    listed = set(listed)
    return any_of(word for word in listed if not any(o in word for o in listed - {word}))
