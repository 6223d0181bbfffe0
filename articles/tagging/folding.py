"""Folding for tagging: the page reader's, only where a text needs it."""

import re

from articles.pagefile.text.fold import fold as fold_always

__all__ = ["fold", "fold_always"]

# One of these stands in nearly every sentence set in traditional characters.
_TRADITIONAL = re.compile("[縣區這個國會為說學來時對們鎮鄉淥遠條陸總業發東車長門員報記開無訊]")


def fold(text: str) -> str:
    """The text in simplified characters, of the same length: offsets stay those of the print.

    Most pages are set in simplified characters; looking costs a twentieth of folding.
    """
    return fold_always(text) if _TRADITIONAL.search(text) else text
