"""The newest day that a page's news speaks of: the issue is of the day after.

A newspaper reports yesterday. So the newest event named in the first sentences of the news, in a
caption or in an agency's dateline is most often the day before the issue; 昨日 and 今日 beside a
date make it sure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from articles.pagefile.dating.datewords import day_of
from articles.pagefile.dating.eventdays import EventDay, days_alone, events_of
from articles.pagefile.records import ParsedArticle

_MANY_YEARS = 3
_COUNT = re.compile("截[至止]")
# 这座桥是1994年5月18日通车的, 早在1994年5月18日.
_HISTORY = re.compile("(?:[是自从曾]|(?<!定)于|早在|曾在)[12][0-9〇]{3}年")
# Days from one event to another.
_CLOSE = 3
"""So close behind the newest of the first sentences one told later in a text goes before it."""
_LATER, _SEVERAL = 31, 2
"""A story may open weeks back; several days told after it are nearer to the issue."""
_BESIDE = 2
"""昨日 beside a day says how far the issue is only if the day is hardly another than the newest."""
_FAR, _NEAR = 25, 10
"""A day so far behind the last two, which lie so near to each other, is to come."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class NewestDay:
    """The newest event, how many days before the issue it is, and the words that say so."""

    when: date
    """In ``LEAP_YEAR`` where ``year`` is None."""
    year: int | None
    offset: int
    is_sure: bool
    """Whether the page says how far the issue is: 昨日, 今日."""
    events: tuple[EventDay, ...]
    """It, and those of the week before it in the page's order."""
    dated: tuple[EventDay, ...] = ()
    """Events printed with their year that are of the issue's own time, not of history."""
    weekday: int | None = None
    """The issue's weekday where the page prints it."""

    def may_be_in(self, year: int) -> bool:
        """Whether the weekday allows the year."""
        day = day_of(year, *self.issue)
        return self.weekday is None or (day is not None and day.weekday() == self.weekday)

    @property
    def issue(self) -> tuple[int, int]:
        """Month and day of the issue."""
        day = self.when + timedelta(days=self.offset)
        return day.month, day.day

    @property
    def words(self) -> tuple[str, ...]:
        """What the events are told in, for the page's evidence."""
        return tuple(dict.fromkeys(event.words for event in self.events))[:5]


def find_newest_day(lines: Sequence[str], articles: Sequence[ParsedArticle]) -> NewestDay | None:
    """The newest event of the page; None where it names no day of its own time.

    ``lines`` are the page's, folded.
    """
    events = [e for a in articles for e in events_of(a, lines)]
    if len({e.year for e in events if e.year}) > _MANY_YEARS:
        # A chronicle or a diary.
        events = [e for e in events if not e.year]
    news = [e for e in events if not e.signature]
    signed = [e for e in events if e.signature]
    pool = [e for e in news if e.lede] or signed or news
    if not pool:
        return None
    anchored = [e for e in events if e.offset is not None]
    newest = _newest(pool)
    close = [e for e in news if e.is_told and 0 < _days_between(newest, e) <= _CLOSE]
    newest = _newest([newest, *close])
    later = [e for e in news if e.is_told and _CLOSE < _days_between(newest, e) <= _LATER]
    newest = _newest([newest, *later]) if len({e.line for e in later}) >= _SEVERAL else newest
    newest = _newest([newest, *(e for e in signed if 0 < _days_between(newest, e) <= _CLOSE)])
    newest = max([newest, *days_alone(articles, newest)], key=lambda e: e.when.day)
    dated = tuple(e for e in events if e.year and _is_of_its_year(e))
    return replace(_with_anchor(newest, anchored, pool, lines), dated=dated)


def _is_of_its_year(event: EventDay) -> bool:
    """The paper prints the year of its own days only where it counts up to one or signs."""
    in_time = event.lede and not _HISTORY.search(event.words)
    return in_time or event.signature or bool(_COUNT.search(event.words))


def _with_anchor(
    newest: EventDay, anchored: Sequence[EventDay], pool: Sequence[EventDay], lines: Sequence[str]
) -> NewestDay:
    """昨日(4月19日) says how far the issue is; else it is the day after the newest event."""
    for event in anchored:
        if abs(_days_between(newest, event)) <= _BESIDE:
            events = (event, *_others(event, pool))
            return NewestDay(event.when, event.year, event.offset, True, events)
    says_yesterday = any("昨" in line for line in lines)
    return NewestDay(
        newest.when,
        newest.year,
        1,
        says_yesterday and newest.lede,
        (newest, *_others(newest, pool)),
    )


def _others(newest: EventDay, pool: Sequence[EventDay]) -> list[EventDay]:
    """Events of the week before, which speak for the newest one."""
    return [e for e in pool if e is not newest and 0 <= _days_between(e, newest) <= _WEEK]


def _newest(events: Sequence[EventDay]) -> EventDay:
    """The latest day; January is later than the December before it.

    A single day far behind all others is a day to come that the text did not mark as one.
    """
    days = [e.month_day for e in events]
    turn = any(d.month == 12 and d.day > 10 for d in days) and any(
        d.month == 1 and d.day < 21 for d in days
    )
    ranked = sorted(events, key=lambda e: (turn and e.when.month < 6, e.month_day))
    while (
        len(ranked) > 2 and _days_between(ranked[-2], ranked[-1]) > _FAR and _crowded(ranked[:-1])
    ):
        ranked.pop()
    return ranked[-1]


def _crowded(events: Sequence[EventDay]) -> bool:
    """The last two of them lie close together."""
    return _days_between(events[-2], events[-1]) <= _NEAR


def _days_between(earlier: EventDay, later: EventDay) -> int:
    """Days from one to the other, the shorter way round the year."""
    return ((later.month_day - earlier.month_day).days + 183) % 366 - 183
