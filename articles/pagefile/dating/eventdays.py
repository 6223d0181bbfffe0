"""The days that an article names for what happened, and those under notices.

Days to come, deadlines, days of other years and of life stories are no events.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.pagefile.dating.datewords import DAYS_TO_ISSUE, LEAP_YEAR, MONTH_DAY, SOLAR, day_of
from articles.pagefile.dating.tense import has_been, is_told
from articles.pagefile.records import Kind, ParsedArticle
from articles.pagefile.text.fold import fold

_LEDE = 110
"""Characters of a first paragraph that may hold its first sentences."""
SOON = 4
"""Days: so close behind the newest event another one needs no sign of its month."""
_NEWS = frozenset(
    {Kind.NEWS, Kind.PHOTO_STORY, Kind.INTERVIEW, Kind.BRIEF, Kind.CONTINUATION, Kind.SIDEBAR}
)
_PAID = frozenset({Kind.NOTICE, Kind.ADVERT, Kind.PUBLIC_SERVICE_AD, Kind.LEAD_IN})

_ANCHOR = re.compile("([昨今明])[日天](?:是|[(,])*\\||\\|[(]([昨今明])[日天]")
# 记者昨日获悉,截至3月11日24时.
_COUNTED_YESTERDAY = re.compile("昨[日天晚][^。;]{0,40}截[至止]$")
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
# What stands before the day under a notice, and what makes of it a day to come.
_SIGNATURE = re.compile("(?:^|[\\s\u4e00-\u9fff)])$")
_SET = re.compile("[至到—~-]$|时间:?$|截止[^。]{0,8}$|于$")


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


def events_of(article: ParsedArticle, lines: Sequence[str]) -> Iterator[EventDay]:
    """The days that the article names; ``lines`` are the page's, folded.

    Notices and adverts are dated by the day under them, essays and poems by none.
    """
    if article.kind in _PAID:
        yield from _signatures(article, lines)
        return
    if article.kind is Kind.LITERARY:
        return
    signatures = [] if article.dateline else [*_signatures(article, lines)]
    if article.bylines:
        # The day alone under a letter that its writer signs.
        yield from (e for e in signatures if SOLAR.fullmatch(e.words))
    elif signatures:
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
    if _SET.search(before):
        return
    has_year = hit.re is SOLAR
    when = day_of(hit["y"] if has_year else LEAP_YEAR, hit["m"], hit["d"])
    if when:
        yield EventDay(when, has_year, line, folded[-40:], False, signature=True)


def days_alone(articles: Sequence[ParsedArticle], newest: EventDay) -> Iterator[EventDay]:
    """记者16日从…获悉, 20日晚间: days soon after the newest, their month left out."""
    for article in articles:
        for paragraph in article.paragraphs if article.kind in _NEWS else ():
            if "日" not in paragraph.text:
                continue
            folded = fold(paragraph.text)
            for hit in _DAY_ALONE.finditer(folded):
                when = day_of(LEAP_YEAR, newest.when.month, hit["d"])
                is_soon = when and 0 < (when - newest.month_day).days <= SOON
                forecast = _FORECAST.match(folded, hit.end())
                if is_soon and not forecast and has_been(folded, *hit.span()):
                    words = folded[max(0, hit.start() - 6) : hit.end() + 14]
                    line = _first(paragraph.lines)
                    yield EventDay(when, False, line, words, True, is_told=True)
