"""How values of the archive are said to a reader."""

import re
from datetime import date, datetime
from itertools import groupby

from django import template
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

UNTITLED = gettext_lazy("(no headline)")
_OPENING_OF_TITLE = 24
_WEEKDAYS = "一二三四五六日"


@register.filter
def title_of(article) -> str:
    """The headline, or the first words where the page prints none."""
    if article.headline:
        return article.headline
    opening = getattr(article, "opening", None)
    words = " ".join((article.body if opening is None else opening).split())
    if not words:
        return str(UNTITLED)
    return words[:_OPENING_OF_TITLE] + ("…" if len(words) > _OPENING_OF_TITLE else "")


@register.filter
def day(value: date | None) -> str:
    """2023年1月2日, or 2 January 2023."""
    if value is None:
        return ""
    if _english():
        return f"{value.day} {_month_name(value.month)} {value.year}"
    return f"{value.year}年{value.month}月{value.day}日"


@register.filter
def moment(value: datetime) -> str:
    """A time as HTML's ``datetime`` wants it: seconds, no fractions, its zone."""
    return timezone.localtime(value).isoformat(timespec="seconds")


@register.filter
def weekday(value: date) -> str:
    return f"{value:%A}" if _english() else f"星期{_WEEKDAYS[value.weekday()]}"


@register.filter
def month(value: tuple[int, int]) -> str:
    """(2023, 1) as 2023年1月, or January 2023."""
    year, number = value
    return f"{_month_name(number)} {year}" if _english() else f"{year}年{number}月"


@register.filter
def year(value: int) -> str:
    return str(value) if _english() else f"{value}年"


@register.filter
def issue_date(dated) -> str:
    """The date of a page or an article as far as it is known."""
    first, last = dated.date_earliest, dated.date_latest
    match dated.date_precision:
        case "day":
            return day(first) + (
                _(" (about)") if dated.issue_date.endswith(("~", "?", "%")) else ""
            )
        case "month" if first:
            return month((first.year, first.month))
        case "year" if first:
            return year(first.year)
        case "month_day":
            return _month_and_day(dated.issue_date)
    if first and last and first != last:
        return f"{day(first)}—{day(last)}"
    return _("date not known")


def _month_and_day(edtf: str) -> str:
    found = re.search(r"-(\d\d)-(\d\d)", edtf)
    if not found:
        return _("date not known")
    number, days = int(found[1]), int(found[2])
    if _english():
        return f"{days} {_month_name(number)}, year not known"
    return f"{number}月{days}日（年份不详）"


_DATE_NOTES = {
    "editor": gettext_lazy("settled by an editor"),
    "manifest": gettext_lazy("from the list of holdings"),
    "file_name": gettext_lazy("from the file's name"),
    "masthead": gettext_lazy("printed in the masthead"),
    "neighbour": gettext_lazy("from other pages of the issue"),
    "text": gettext_lazy("inferred from the page's text"),
    "none": gettext_lazy("nothing on the page tells it"),
}


@register.filter
def date_note(page) -> str:
    """Where a page's date comes from, for a reader who wants to know."""
    return _DATE_NOTES[page.date_basis]


@register.filter
def by_role(bylines) -> list[tuple[str, list]]:
    """Bylines with each run of one role said once: 记者 甲 乙　通讯员 丙."""
    return [(role, list(run)) for role, run in groupby(bylines, key=lambda byline: byline.role)]


@register.filter
def in_parts(headline: str):
    """A headline of several parts, as spans that break between the parts rather than within."""
    parts = headline.split()
    if len(parts) < 2:
        return headline
    return format_html_join(" ", "<span>{}</span>", ((part,) for part in parts))


@register.filter
def cut_dash(deck: str) -> str:
    """A deck without the dash it may be printed with; the stylesheet sets one."""
    return deck.lstrip("—-–－ ")


@register.filter
def lines_label(span: list[int]) -> str:
    """[3, 9] as 3–9, [3, 3] as 3."""
    return f"{span[0]}–{span[1]}" if span[0] != span[1] else str(span[0])


@register.filter
def page_label(number: str) -> str:
    """第02版, or page 02."""
    if not number:
        return _("page number not known")
    return f"page {number}" if _english() else f"第{number}版"


@register.simple_tag
def day_url(value: date, page: str = "") -> str:
    parts = [f"{value.year:04}", f"{value.month:02}", f"{value.day:02}"]
    return (
        reverse("articles:page", args=[*parts, page])
        if page
        else reverse("articles:day", args=parts)
    )


@register.filter
def year_month(value: date) -> str:
    return month((value.year, value.month))


@register.simple_tag(takes_context=True)
def turn_to(context, number: int, step: int) -> str:
    """The query of the next or previous page of the list that stands here."""
    query = context["request"].GET.copy()
    query["page"] = number + step
    return f"?{query.urlencode()}"


@register.inclusion_tag("articles/_month_table.html")
def month_table(month, most: int, full: bool = False) -> dict:
    """A month as a calendar; ``full`` writes the number of articles into each day."""
    names = [(_WEEKDAYS[n], f"星期{_WEEKDAYS[n]}") for n in range(7)]
    if _english():
        names = [(f"{d:%a}", f"{d:%A}") for d in (date(2024, 1, n) for n in range(1, 8))]
    return {"month": month, "most": most, "full": full, "weekdays": names}


@register.simple_tag
def narrowed(choice, name: str, value) -> str:
    """The address of a list with one more condition, or (``value`` empty) one less."""
    return choice.narrowed(name, value or None if name != "kind" else value).address


@register.filter
def shade(count: int, most: int) -> str:
    """Class of a cell by its share of the fullest one: s1 (least) to s5."""
    if not count or not most:
        return ""
    return f"s{min(5, 1 + int(5 * (count / most) ** 0.5 - 0.001))}"


def _english() -> bool:
    return (translation.get_language() or "").startswith("en")


def _month_name(number: int) -> str:
    return f"{date(2000, number, 1):%B}"
