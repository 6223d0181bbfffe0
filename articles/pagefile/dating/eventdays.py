"""The newest day that a page's news speaks of: the issue is of the day after.

A newspaper reports yesterday. So the newest event named in the first sentences of the news, in a
caption or in an agency's dateline is most often the day before the issue; 昨日 and 今日 beside a
date make it sure. Days to come, deadlines, days of other years and of life stories do not count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from articles.pagefile.dating.datewords import DAYS_TO_ISSUE, LEAP_YEAR, MONTH_DAY, SOLAR, day_of
from articles.pagefile.dating.tense import has_been, is_told
from articles.pagefile.records import Kind, ParsedArticle
from articles.pagefile.text.fold import fold

_LEDE = 110
_MANY_YEARS = 3
_NEWS = frozenset(
    {Kind.NEWS, Kind.PHOTO_STORY, Kind.INTERVIEW, Kind.BRIEF, Kind.CONTINUATION, Kind.SIDEBAR}
)
_PAID = frozenset({Kind.NOTICE, Kind.ADVERT, Kind.PUBLIC_SERVICE_AD, Kind.LEAD_IN})

_ANCHOR = re.compile("([昨今明])[日天](?:是|[(,])*\\||\\|[(]([昨今明])[日天]")
# 记者昨日获悉,截至3月11日24时.
_COUNTED_YESTERDAY = re.compile("昨[日天晚][^。;]{0,40}截[至止]$")
_COUNT = re.compile("截[至止]")
# 这座桥是1994年5月18日通车的, 早在1994年5月18日.
_HISTORY = re.compile("(?:[是自从曾]|(?<!定)于|早在|曾在)[12][0-9〇]{3}年")
# 今起, 明日开幕 in a heading, and the day from which the text says it holds.
_HEADED = re.compile(
    "([昨今明])[日天晚]?(?:零[时点])?(?:起|开[幕始赛馆机考放通]|启[动程幕用]|举行|高考|中考|赶考|应考|通车|上线)"
)
_SET_ON = re.compile("(?:将|定|拟)(?:于|在)?$")
_ON = re.compile(r"(?:[零0][时点]|\d{1,2}[时点:]\d{0,2}分?)?起|[^。,;]{0,12}将")
_DAY_ALONE = re.compile(
    r"(?<![月\d至到—~-])(?P<d>[1-3]?\d)日(?=[上下]午|晚|凌晨|清晨|早晨|傍晚|从|获悉|来到|走进|赶到)"
)
_FORECAST = re.compile(r"[^。;]{0,12}(?:气温|[有转]\S{0,3}[雨雪]|晴|阴|冰冻)")
_LATER, _SEVERAL = 31, 2
"""A story may open weeks back; several days told after it are nearer to the issue."""
_SOON = 4
_SIGNATURE = re.compile("(?:^|[\\s\u4e00-\u9fff)])$")


@dataclass(frozen=True, slots=True)
class EventDay:
    """A day that the text names, without its year or with it.

    It holds a ``date``, so that figures which make no day (4月31日) never become an event.
    """

    when: date
    """In ``LEAP_YEAR`` where the text names no year."""
    has_year: bool
    line: int
    words: str
    lede: bool
    """Named in a first sentence, a caption or an agency's dateline."""
    is_told: bool = False
    """The words beside it tell of something that happened."""
    offset: int | None = None
    """Days from it to the issue where the text says so: 昨日 1, 今日 0, 明日 -1."""
    signature: bool = False
    """The day under a notice."""

    @property
    def year(self) -> int | None:
        """The year that the text names."""
        return self.when.year if self.has_year else None

    @property
    def month_day(self) -> date:
        """The day put into ``LEAP_YEAR``, to be held against others."""
        return self.when.replace(year=LEAP_YEAR)


@dataclass(frozen=True, slots=True)
class NewestDay:
    """The newest event, how many days before the issue it is, and the words that say so."""

    when: date
    """In ``LEAP_YEAR`` where ``year`` is None."""
    year: int | None
    offset: int
    is_sure: bool
    events: tuple[EventDay, ...]
    """It and the events of the days before, newest first."""
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
        return tuple(dict.fromkeys(event.words for event in self.events))[:5]


def find_newest_day(lines: Sequence[str], articles: Sequence[ParsedArticle]) -> NewestDay | None:
    """The newest event of the page; None where it names no day of its own time.

    ``lines`` are the page's, folded.
    """
    events = [e for a in articles for e in _events_of(a, lines)]
    if len({e.year for e in events if e.year}) > _MANY_YEARS:
        # A chronicle or a diary.
        events = [e for e in events if not e.year]
    news = [e for e in events if not e.signature]
    pool = [e for e in news if e.lede] or news or [e for e in events if e.signature]
    if not pool:
        return None
    anchored = [e for e in events if e.offset is not None]
    newest = _newest(pool)
    close = [e for e in news if e.is_told and 0 < _days_between(newest, e) <= 3]
    newest = _newest([newest, *close])
    later = [e for e in news if e.is_told and _SOON < _days_between(newest, e) <= _LATER]
    newest = _newest([newest, *later]) if len({e.line for e in later}) >= _SEVERAL else newest
    newest = max([newest, *_days_alone(articles, newest)], key=lambda e: e.when.day)
    dated = tuple(e for e in events if e.year and _is_of_its_year(e))
    return replace(_with_anchor(newest, anchored, pool, lines), dated=dated)


def _days_alone(articles: Sequence[ParsedArticle], newest: EventDay) -> Iterator[EventDay]:
    """记者16日从…获悉, 20日晚间: days soon after the newest, their month left out."""
    for article in articles:
        for paragraph in article.paragraphs if article.kind in _NEWS else ():
            if "日" not in paragraph.text:
                continue
            folded = fold(paragraph.text)
            for hit in _DAY_ALONE.finditer(folded):
                when = day_of(LEAP_YEAR, newest.when.month, hit["d"])
                is_soon = when and 0 < (when - newest.month_day).days <= _SOON
                forecast = _FORECAST.match(folded, hit.end())
                if is_soon and not forecast and has_been(folded, *hit.span()):
                    words = folded[max(0, hit.start() - 6) : hit.end() + 14]
                    line = _first(paragraph.lines)
                    yield EventDay(when, False, line, words, True, is_told=True)


def _is_of_its_year(event: EventDay) -> bool:
    """The paper prints the year of its own days only where it counts up to one or signs."""
    in_time = event.lede and not _HISTORY.search(event.words)
    return in_time or event.signature or bool(_COUNT.search(event.words))


def _with_anchor(newest, anchored, pool, lines) -> NewestDay:
    """昨日(4月19日) says how far the issue is; else it is the day after the newest event."""
    for event in anchored:
        if abs(_days_between(newest, event)) <= 2:
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
    return [e for e in pool if e is not newest and 0 <= _days_between(e, newest) <= 7]


def _newest(events: Sequence[EventDay]) -> EventDay:
    """The latest day; January is later than the December before it.

    A single day far behind all others is a day to come that the text did not mark as one.
    """
    days = [e.month_day for e in events]
    turn = any(d.month == 12 and d.day > 10 for d in days) and any(
        d.month == 1 and d.day < 21 for d in days
    )
    ranked = sorted(events, key=lambda e: (turn and e.when.month < 6, e.month_day))
    while len(ranked) > 2 and _days_between(ranked[-2], ranked[-1]) > 25 and _crowded(ranked[:-1]):
        ranked.pop()
    return ranked[-1]


def _crowded(events: Sequence[EventDay]) -> bool:
    """The last two of them lie close together."""
    return _days_between(events[-2], events[-1]) <= 10


def _days_between(earlier: EventDay, later: EventDay) -> int:
    """Days from one to the other, the shorter way round the year."""
    return ((later.month_day - earlier.month_day).days + 183) % 366 - 183


def _events_of(article: ParsedArticle, lines: Sequence[str]) -> Iterator[EventDay]:
    if article.kind in _PAID:
        yield from _signatures(article, lines)
        return
    if article.kind is Kind.LITERARY:
        return
    signatures = [] if article.dateline or article.bylines else [*_signatures(article, lines)]
    if signatures:
        yield from signatures
        return
    is_news = article.kind in _NEWS
    yield from _headed(article)
    lede_is_due = is_news and bool(
        article.dateline or article.bylines or article.kind in (Kind.BRIEF, Kind.PHOTO_STORY)
    )
    for paragraph in article.paragraphs:
        if not paragraph.is_subhead:
            yield from _events_in(paragraph.text, _first(paragraph.lines), is_lede=lede_is_due)
            lede_is_due = False
    for caption in article.captions:
        yield from _events_in(caption.text, caption.line, is_lede=is_news)
    if article.dateline:
        line = _first(article.line_ranges[0]) if article.line_ranges else 1
        yield from _events_in(article.dateline, line, is_lede=True)


def _headed(article: ParsedArticle) -> Iterator[EventDay]:
    """山区班线今起停运 over 自12月14日零时起: how far the day is from the issue."""
    said = _HEADED.search(fold(f"{article.kicker or ''} {article.headline or ''}"))
    if not said:
        return
    for paragraph in article.paragraphs:
        folded = fold(paragraph.text)
        for hit in MONTH_DAY.finditer(folded):
            is_set = _ON.match(folded, hit.end()) or _SET_ON.search(folded, 0, hit.start())
            when = day_of(LEAP_YEAR, hit["m"], hit["d"]) if is_set else None
            if when:
                event = _event(folded, hit, when, _first(paragraph.lines), is_lede=False)
                yield replace(event, offset=DAYS_TO_ISSUE[said[1]])
                return


def _first(lines: Sequence[int]) -> int:
    return lines[0] if lines else 1


def _events_in(text: str, line: int, *, is_lede: bool) -> Iterator[EventDay]:
    if "月" not in text:
        return
    folded = fold(text)
    for hit in SOLAR.finditer(folded) if "年" in folded else ():
        when = day_of(hit["y"], hit["m"], hit["d"])
        if when and has_been(folded, *hit.span(), named_year=True):
            yield _event(folded, hit, when, line, is_lede=is_lede and hit.start() < _LEDE)
    for hit in MONTH_DAY.finditer(folded):
        when = day_of(LEAP_YEAR, hit["m"], hit["d"])
        if when and has_been(folded, *hit.span()):
            yield _event(folded, hit, when, line, is_lede=is_lede and hit.start() < _LEDE)


def _event(text: str, hit: re.Match, when: date, line: int, *, is_lede: bool) -> EventDay:
    beside = text[max(0, hit.start() - 4) : hit.start()] + "|" + text[hit.end() : hit.end() + 4]
    return EventDay(
        when=when,
        has_year=hit.re is SOLAR,
        line=line,
        words=text[max(0, hit.start() - 6) : hit.end() + 14].replace("\n", ""),
        lede=is_lede,
        is_told=is_told(text, *hit.span()),
        offset=_counted(text, hit) if _offset(beside) is None else _offset(beside),
    )


def _counted(text: str, hit: re.Match) -> int | None:
    """A count up to the end of a day that was told the day after it."""
    yesterday = text.startswith("24时", hit.end()) and _COUNTED_YESTERDAY.search(
        text, max(0, hit.start() - 44), hit.start()
    )
    return 1 if yesterday else None


def _offset(beside: str) -> int | None:
    """昨日(4月19日), 4月20日(今天), 今日(4月20日); the bar stands for the day itself."""
    hit = _ANCHOR.search(beside)
    word = hit and (hit[1] or hit[2])
    return DAYS_TO_ISSUE[word] if word else None


def _signatures(article: ParsedArticle, lines: Sequence[str]) -> Iterator[EventDay]:
    """The day that ends a notice's line, or stands alone under it: its issuer's date."""
    for first, last in article.line_ranges:
        for at in range(first, min(last + 1, len(lines)) + 1):
            folded = lines[at - 1].strip()
            for pattern in (SOLAR, MONTH_DAY):
                for hit in pattern.finditer(folded):
                    ends = hit.end() == len(folded) and _SIGNATURE.search(folded[: hit.start()])
                    if ends and (at <= last or hit.start() == 0):
                        yield from _signed(folded, hit, at)


def _signed(folded: str, hit: re.Match, line: int) -> Iterator[EventDay]:
    before = folded[: hit.start()].rstrip()
    if re.search("[至到—~-]$|时间:?$|截止[^。]{0,8}$|于$", before):
        return
    has_year = hit.re is SOLAR
    when = day_of(hit["y"] if has_year else LEAP_YEAR, hit["m"], hit["d"])
    if when:
        yield EventDay(when, has_year, line, folded[-40:], False, signature=True)
