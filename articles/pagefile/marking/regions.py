"""Second look at the marked lines: what only several lines together can tell."""

from collections.abc import Callable

from articles.pagefile.marking.artworks import mark_artworks
from articles.pagefile.marking.captions import mark_numbered_captions
from articles.pagefile.marking.decks import mark_lone_decks
from articles.pagefile.marking.mistaken import (
    mark_overlooked_heads,
    unmark_torn_ends,
    unmark_torn_lines,
)
from articles.pagefile.marking.notes import mark_noted_texts
from articles.pagefile.marking.pennames import mark_pen_names
from articles.pagefile.marking.pointers import mark_lead_ins
from articles.pagefile.marking.publicadverts import mark_public_adverts
from articles.pagefile.marking.roles import Marked
from articles.pagefile.marking.senders import mark_senders
from articles.pagefile.marking.verses import mark_couplets, mark_verses
from articles.pagefile.text.seams import Continuity

Pass = Callable[[list[Marked], Continuity], list[Marked]]
"""Asked of all lines of a page: the same lines, some in another role."""
PASSES: tuple[Pass, ...] = (
    # Blocks of short lines hold headings, labels and authors that the other passes ask for.
    mark_verses,
    # Slogans are text to all that ask for headings.
    mark_public_adverts,
    # A couplet stands beside stanzas, below their author.
    mark_couplets,
    # A note's paragraph is no text that headings stand over or somebody signs.
    mark_noted_texts,
    # What stands over a deck is a headline and signs nothing.
    mark_lone_decks,
    # The end of a sentence is text, and may be signed below.
    unmark_torn_ends,
    # Teasers are neither headings nor text to the passes below.
    mark_lead_ins,
    # A work is no headline that a pen name stands under.
    mark_artworks,
    # A caption is no text that somebody signs.
    mark_numbered_captions,
    # A signing is no heading over the next text.
    mark_senders,
    # Kickers and decks that look like text, by the headings found so far.
    mark_overlooked_heads,
    # A pen name stands below a headline, an overlooked one too.
    mark_pen_names,
    # Last: a line is torn where a heading stands below that is sure to be one.
    unmark_torn_lines,
)


def mark_regions(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """Roles again, with the neighbours' roles known."""
    for one in PASSES:
        marked = one(marked, continuity)
    return marked
