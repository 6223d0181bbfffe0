"""Years that the calendar leads to: 癸酉新春, 兔年春节, 9月17日中秋, 4月12日(星期三).

All texts are folded.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from articles.pagefile.dating.datewords import MONTH_DAY, day_of, weekday_in
from articles.pagefile.dating.lunar import (
    ANIMAL_YEAR,
    FESTIVALS,
    YEAR_NAME,
    read_lunar,
    solar_of,
    year_of_animal,
    years_named,
)
from articles.pagefile.dating.newestday import NewestDay
from articles.pagefile.dating.yearsigns import YearSign
from articles.pagefile.text.numerals import number

_AT_HAND = 45
"""Days: the spring festival is spoken of from so long before it to so long after it."""
_SPRING = 3
"""Till this month the animal of the year at hand is spoken of."""
_FESTIVAL_BESIDE = re.compile(f"[(]?(?:是|为|正值|恰逢|适逢|,)?(?:今年)?({'|'.join(FESTIVALS)})")
_WEEKDAY_BESIDE = re.compile("[(, ]?(?:星期|周)")
_AHEAD, _FAR_AHEAD = 6, 10
"""A calendar's hint is believed for so many years after the latest year that the page names, or
after the first one in which all its words were in use."""
_MODERN = 2014
"""The first year whose words are young enough to count from."""


def read_lunar_years(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """癸酉新春 at hand: the year whose spring festival is near the issue's day."""
    for text in texts:
        for hit in YEAR_NAME.finditer(text):
            for year in years_named(hit["year"]):
                issue, spring = day_of(year, *newest.issue), solar_of(year, 1, 1)
                if issue and spring and abs((issue - spring).days) <= _AT_HAND and year >= least:
                    yield YearSign(year, hit.group(), "lunar-year")
                    break


def read_animal_years(newest: NewestDay, texts: list[str], least: int) -> Iterator[YearSign]:
    """兔年春节 early in a year: the first one of that animal from the latest year named on."""
    for text in texts if least and newest.issue[0] <= _SPRING else ():
        for hit in ANIMAL_YEAR.finditer(text):
            yield YearSign(year_of_animal(hit["animal"], least), hit.group(), "animal-year")


def read_calendar(texts: list[str], latest: int | None, era: int) -> Iterator[YearSign]:
    """4月12日(星期三), 9月17日中秋: the one year from the latest named on in which it is so.

    Where no year is named, ``era`` is counted from: the first one in which the page's words were
    in use, 0 where nothing tells it.
    """
    first, ahead = _window(latest, era)
    for text in texts if first else ():
        for hit in MONTH_DAY.finditer(text):
            beside = text[hit.end() : hit.end() + 10]
            fits = _calendar_test(number(hit["m"]), number(hit["d"]), beside)
            years = [y for y in range(first, first + ahead) if fits and fits(y)]
            if len(years) == 1:
                yield YearSign(years[0], text[hit.start() : hit.end() + 8], "calendar")


def _window(latest: int | None, era: int) -> tuple[int, int]:
    """From which year on, and for how many, a weekday may settle the year."""
    if latest or era < _MODERN:
        return latest or 0, _AHEAD
    return era, _FAR_AHEAD


def _calendar_test(month: int, day: int, beside: str) -> Callable[[int], bool] | None:
    """Whether a year makes what stands beside a day true; None where that depends on no year."""
    lunar = read_lunar(beside)
    festival = _FESTIVAL_BESIDE.match(beside)
    if lunar:
        return lambda y: _is_same(solar_of(y, lunar.month, lunar.day), day_of(y, month, day))
    if festival:
        return lambda y: _is_same(solar_of(y, *FESTIVALS[festival[1]]), day_of(y, month, day))
    weekday = weekday_in(beside) if _WEEKDAY_BESIDE.match(beside) else None
    if weekday is None:
        return None
    return lambda y: (d := day_of(y, month, day)) is not None and d.weekday() == weekday


def _is_same(one: date | None, other: date | None) -> bool:
    """Whether both are days, and the same."""
    return one is not None and one == other
