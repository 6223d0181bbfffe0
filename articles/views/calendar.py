"""Calendars and heat maps: counts laid out as rows of cells."""

import calendar
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from ..models import Article, Page
from .lists import Choice, by_month


@dataclass(frozen=True)
class Cell:
    """A day or a month: what it is called, how much it holds, where it leads."""

    when: date | tuple[int, int]
    label: str
    pages: int = 0
    articles: int = 0


@dataclass(frozen=True)
class Month:
    year: int
    number: int
    weeks: list[list[Cell | None]]

    @property
    def when(self) -> tuple[int, int]:
        return self.year, self.number

    @property
    def articles(self) -> int:
        return sum(cell.articles for week in self.weeks for cell in week if cell)

    @property
    def days(self) -> int:
        return sum(bool(cell and cell.pages) for week in self.weeks for cell in week)


@dataclass(frozen=True)
class YearRow:
    """A year of the heat map, or the years between two that hold nothing."""

    year: int
    until: int
    months: list[Cell]

    @property
    def articles(self) -> int:
        return sum(cell.articles for cell in self.months)


def day_counts(first: date, last: date) -> dict[date, tuple[int, int]]:
    """Pages and listed articles of each day that has a page."""
    dated = {"date_precision": "day", "date_earliest__range": (first, last)}
    articles = dict(
        Article.objects.listed()
        .filter(**dated)
        .order_by()
        .values_list("date_earliest")
        .annotate(Count("pk"))
    )
    pages = Page.objects.filter(**dated).order_by().values_list("date_earliest")
    return {day: (n, articles.get(day, 0)) for day, n in pages.annotate(Count("pk"))}


def month_of(year: int, number: int, counts: dict[date, tuple[int, int]]) -> Month:
    """A month as weeks from Monday; ``None`` where the week belongs to another month."""
    days = [
        [_day(date(year, number, n), counts) if n else None for n in week]
        for week in calendar.monthcalendar(year, number)
    ]
    return Month(year, number, days)


def _day(when: date, counts) -> Cell:
    pages, articles = counts.get(when, (0, 0))
    return Cell(when, str(when.day), pages, articles)


def heat_map(choice: Choice) -> list[YearRow]:
    """Years with their twelve months, oldest first, runs of empty years as one row."""
    counts = by_month(choice)
    held = sorted({year for year, _month in counts if year})
    rows: list[YearRow] = []
    for year in held:
        if rows and year > rows[-1].until + 1:
            rows.append(YearRow(rows[-1].until + 1, year - 1, []))
        months = [Cell((year, n), str(n), articles=counts.get((year, n), 0)) for n in range(1, 13)]
        rows.append(YearRow(year, year, months))
    return rows


def fullest(cells) -> int:
    return max((cell.articles for cell in cells if cell), default=0)


def span() -> tuple[date | None, date | None]:
    """The first and the last day that the archive has a page of."""
    days = Page.objects.filter(date_precision="day").values_list("date_earliest", flat=True)
    return days.order_by("date_earliest").first(), days.order_by("-date_earliest").first()
