"""What was understood, in words."""

from django.utils.translation import gettext as _

from .expressions import Between, Both, Either, Expression, Not, Tagged, Text
from .names import labels
from .syntax import split


def in_words(asked: Expression) -> list[str]:
    """One phrase for each condition that must hold."""
    return [_phrase(part) for part in split(asked)]


def _phrase(part: Expression) -> str:
    match part:
        case Text(value, exact, place):
            return _contains(value, exact, place)
        case Not(inner):
            return _("not: %(condition)s") % {"condition": _phrase(inner)}
        case Either((Text(value, exact, place), *others)) if _are_readings(others):
            readings = "、".join(other.value for other in others)
            return _("%(condition)s, or as %(readings)s") % {
                "condition": _contains(value, exact, place),
                "readings": readings,
            }
        case Either(parts):
            return _(" or ").join(map(_phrase, parts))
        case Both(parts):
            return _(" and ").join(map(_phrase, parts))
        case Tagged(field, values):
            names = labels(field, values)
            return f"{field_name(field)}: {'、'.join(names.get(v, v) for v in values)}"
        case Between(first, last):
            return _("dated %(first)s to %(last)s") % {"first": _day(first), "last": _day(last)}
    return ""


def _are_readings(others: list[Expression]) -> bool:
    """More than two alternatives are better listed than said one by one."""
    return len(others) > 2 and all(isinstance(other, Text) for other in others)


def _contains(value: str, exact: bool, place: str) -> str:
    words = {"words": value, "part": part_name(place)}
    if exact:
        return _("%(part)s contains “%(words)s” with its punctuation") % words
    return _("%(part)s contains “%(words)s”") % words


def part_name(part: str) -> str:
    names = {
        "any": _("the text"),
        "title": _("the headline"),
        "body": _("the body"),
        "column": _("the column"),
        "names": _("a byline"),
        "captions": _("a caption"),
    }
    return names[part]


def field_name(field: str) -> str:
    names = {
        "county": _("County"),
        "topic": _("Topic"),
        "reporter": _("Reporter"),
        "kind": _("Kind"),
        "number": _("Page number"),
        "year": _("Year"),
    }
    return names.get(field, field)


def _day(number: int) -> str:
    if number in (0, 99991231):
        return "…"
    return f"{number // 10000:04}-{number // 100 % 100:02}-{number % 100:02}"
