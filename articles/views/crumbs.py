"""The way from the home page to where the reader is: (label, address or None) pairs."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ..templatetags.reading import day as say_day
from ..templatetags.reading import day_url
from ..templatetags.reading import month as say_month
from ..templatetags.reading import year as say_year

Crumb = tuple[str, str | None]


def of(*steps: Crumb | str) -> list[Crumb]:
    """Home, then ``steps``; a bare string is where the reader stands."""
    home = (_("Home"), reverse("articles:home"))
    rest = [step if isinstance(step, tuple) else (step, None) for step in steps]
    return rest if rest and rest[0] == home else [home, *rest]


def section(label: str, name: str) -> Crumb:
    return label, reverse(f"articles:{name}")


def dates() -> Crumb:
    return section(_("Dates"), "coverage")


def year(value: int) -> Crumb:
    return say_year(value), reverse("articles:year", args=[f"{value:04}"])


def month(when: date) -> Crumb:
    return (
        say_month((when.year, when.month)),
        reverse("articles:month", args=[f"{when:%Y}", f"{when:%m}"]),
    )


def day(when: date, *, linked: bool = False) -> list[Crumb]:
    here = (say_day(when), day_url(when) if linked else None)
    return of(dates(), year(when.year), month(when), here)
