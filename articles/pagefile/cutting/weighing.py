"""Evidence that a section opens an article, and that it only goes on with one.

Each sign has a name and a weight: above 0 it speaks for a new article, below 0 against. Why a
page was cut so and not otherwise is seen by printing ``Evidence.worths`` for the section and the
draft.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add

from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.cutting.fitsigns import fit_signs, run_on_signs, word_signs
from articles.pagefile.cutting.ownsigns import own_signs
from articles.pagefile.cutting.sections import Section
from articles.pagefile.cutting.siblings import sibling_signs
from articles.pagefile.records import Lexicon
from articles.pagefile.text.seams import Continuity

OWN = {
    "byline": 5.0,
    "unsigned": -1.0,  # few articles have neither byline nor dateline; subheads never have one
    "place": 4.0,
    "deck": 3.0,
    "label": 4.0,
    "label_over": 2.5,
    "label_beside": 1.5,
    "list": 2.5,
    "listing": 2.5,
    "displayed": 3.5,
    "compact": 1.5,  # boxes have no blank lines within, subheads stand between them
    "letter": 4.0,  # nobody writes ``编辑同志:`` under a subhead
    "notice": 5.0,
    "several": 2.4,  # a subhead is one line; a label or a kicker over a headline makes two
    "short": -1.0,
    "wide": 0.6,
    "marked": -4.0,  # ``【案情】``, ``二、塘里有鱼``: nothing but subheads looks so
    "story": 5.0,
    "pictured": 4.0,
}
"""What a section says by itself (``ownsigns``)."""
FIT = {
    "closed": 3.5,
    "both_signed": 3.0,
    "elsewhere": 2.2,
    "gap": 2.5,  # where texts stand line under line, a blank line parts them
    "speech": -5.0,  # the same people ask and answer on both sides of the heading
    "below_notice": 4.0,
    "below_list": 1.5,
    "below_picture": 4.0,
    "verses_on": -3.0,
    "verses_over": 3.0,
    "verses_begin": 2.5,
    "of_set": -8.0,  # ``（外一首）`` says that one more belongs to it
    "below_heads": -3.0,  # headings without a text wait for one
}
"""What it says beside the text above it (``fitsigns.fit_signs``)."""
WORDS = {"unlike": 1.0, "strangers": 0.5}
"""What its vocabulary says (``fitsigns.word_signs``)."""
RUN_ON = {"headline": -9.0, "sentence": -6.0}
"""That it stands in the middle of a sentence (``fitsigns.run_on_signs``): nothing outweighs it."""
SIBLINGS = {
    "other_make": 2.0,  # a plain heading where all subheads above are numbered or in brackets
    "alone": 1.2,  # essays with one subhead, and single subheads of two lines, are seldom printed
    "sibling": -3.0,
}
"""What the subheads around it say (``siblings``)."""


class Evidence:
    """What speaks for and against a new article where one section stands.

    ``after``: the next sections below it, for siblings. Weights are kept, so none of it may
    outlive a change of the drafts it is held against.
    """

    def __init__(
        self,
        section: Section,
        after: Sequence[Section],
        lexicon: Lexicon,
        continuity: Continuity,
    ) -> None:
        self.section, self.after = section, after
        self.lexicon, self.continuity = lexicon, continuity
        self._own = _worths(OWN, own_signs(section, lexicon))
        self._weights: dict[Draft, float] = {}

    def weigh(self, draft: Draft) -> float:
        """Evidence that the section opens an article rather than goes on with ``draft``."""
        # Group by group, and not with sum(), which rounds otherwise from Python 3.12 on: many
        # weights are segments.NEW_ARTICLE to the last bit, and some would be rounded past it.
        if draft not in self._weights:
            groups = (reduce(add, group.values(), 0.0) for group in self.worths(draft))
            self._weights[draft] = reduce(add, groups, 0.0)
        return self._weights[draft]

    def worths(self, draft: Draft) -> list[dict[str, float]]:
        """What each sign adds to the weight, by its name; signs that are not there are left out.

        In groups: the section's own, how it fits, its siblings, its words, broken sentences.
        """
        section, lexicon = self.section, self.lexicon
        return [
            self._own,
            _worths(FIT, fit_signs(section, draft)),
            _worths(SIBLINGS, sibling_signs(section, draft, self.after, lexicon)),
            _worths(WORDS, word_signs(section, draft, lexicon)),
            _worths(RUN_ON, run_on_signs(section, draft, self.continuity)),
        ]


def _worths(weights: Mapping[str, float], signs: Mapping[str, float]) -> dict[str, float]:
    return {name: weights[name] * value for name, value in signs.items() if value}
