"""Word lists of the trade, by what they are words of; all folded.

An editor may add a word anywhere in a list: order and line breaks say nothing.
"""


def words(text: str) -> frozenset[str]:
    """The words of a list written with blanks and line breaks between them."""
    return frozenset(text.split())
