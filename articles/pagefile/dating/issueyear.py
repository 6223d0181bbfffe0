"""The year of a page that does not print it: signs in the text, weighed.

A newspaper calls its own year 今年, so a year in figures is more often another one: a plan's
(2035年), a founding, a birth, a campaign. A sure sign decides alone: a full date close to the newest
event, an order of now, 今年(2021年), an ordinal (第29个全国爱眼日), the lunar year of a spring festival
at hand. Weaker ones vote: a period that has just ended (2021年一季度), a festival or a weekday beside
a day of the month, the year in a title, a year that a class, an age or a span leads to.
"""

from collections.abc import Iterator, Sequence

from articles.pagefile.dating.calendaryears import (
    read_animal_years,
    read_calendar,
    read_lunar_years,
)
from articles.pagefile.dating.countedyears import read_counted_years
from articles.pagefile.dating.datewords import MAYBE_YEAR, may_be_issued_in
from articles.pagefile.dating.eras import oldest_year, read_seasons
from articles.pagefile.dating.newestday import NewestDay
from articles.pagefile.dating.ownyears import read_own_years, read_reckoned_years
from articles.pagefile.dating.printedyears import (
    named_years,
    read_full_dates,
    read_ledes,
    read_orders,
    read_periods,
    read_reviews,
    read_this_year,
    read_titles,
)
from articles.pagefile.dating.yearsigns import YearSign
from articles.pagefile.records import ParsedArticle

_SURE = 4
"""A sign of this weight decides alone."""
_PRINTED = 2.5
"""Signs of this weight together are of the page's time, not of one that it tells of."""


def find_year(
    newest: NewestDay | None, articles: Sequence[ParsedArticle], lines: Sequence[str]
) -> YearSign | None:
    """The year that a sure sign says, else that for which most speaks; None where nothing does.

    ``newest`` is None where the page names no day of its own time; ``lines`` are the page's, folded.
    """
    votes: dict[int, dict[str, YearSign]] = {}
    signs = _signs(newest, articles, lines)
    # Counts and misread figures lead anywhere: 第99999个植树节, 今年(1012年).
    for sign in (s for s in signs if may_be_issued_in(s.year)):
        if sign.weight >= _SURE:
            return sign
        votes.setdefault(sign.year, {}).setdefault(sign.rule, sign)
    if not votes:
        return None
    worth = {year: sum(sign.weight for sign in said.values()) for year, said in votes.items()}
    # What a later year's page says cannot stand in an earlier one.
    printed = [year for year, weight in worth.items() if weight >= _PRINTED]
    year = max(printed) if printed else max(worth, key=worth.__getitem__)
    return max(votes[year].values(), key=lambda sign: sign.weight)


def _signs(
    newest: NewestDay | None, articles: Sequence[ParsedArticle], lines: Sequence[str]
) -> Iterator[YearSign]:
    """Signs of all rules, the sure ones first: no more is read than up to the first of them."""
    texts = [line for line in lines if "年" in line or "月" in line]
    dated = [text for text in texts if MAYBE_YEAR.search(text)]
    titles = list(read_titles(newest, articles))
    latest = max((*named_years(dated), *(sign.year for sign in titles)), default=None)
    least = latest or 0
    words = oldest_year(lines)
    era = max(least, words)
    if newest:
        yield from read_full_dates(newest, era)
    yield from read_this_year(dated)
    # Not before the latest year named.
    yield from (sign for line in lines for sign in read_counted_years(line) if sign.year >= era)
    if newest is None:
        yield from titles
        return
    yield from read_orders(newest, dated, least)
    yield from read_lunar_years(newest, texts, least)
    yield from read_animal_years(newest, texts, era)
    yield from read_periods(newest, dated, least)
    yield from read_reviews(newest, dated, least)
    yield from titles
    yield from read_ledes(articles, era)
    yield from read_calendar(texts, latest, era)
    yield from read_own_years(newest.issue, dated, least, words)
    yield from read_reckoned_years(newest.issue, lines, least, words)
    # In December what holds from the new year on is printed with its year.
    since = era - (newest.issue[0] == 12)
    yield from (sign for sign in read_seasons(newest.issue[0], lines) if sign.year >= since)
