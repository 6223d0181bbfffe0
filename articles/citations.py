"""How to cite an article, in the forms that scholars and their software ask for."""

import re
from dataclasses import dataclass
from datetime import date

PAPER = "株洲日报"
PAPER_LATIN = "Zhuzhou Daily"
# Bylines of these roles did not write the text.
_NOT_AUTHORS = re.compile(r"摄|图|编辑|责编|编审|校对|版式|设计|制|出品|后期|翻译")
_LATEX = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"})


@dataclass(frozen=True)
class Cited:
    """What a citation says of an article. ``day`` is EDTF, ``""`` where nothing is known."""

    pk: int
    title: str
    authors: tuple[str, ...]
    day: str
    exact: bool
    """Whether ``day`` is one certain day."""
    page: str
    url: str
    seen: date

    @classmethod
    def of(cls, article, title: str, url: str, seen: date) -> "Cited":
        """Needs the article's bylines; those who took pictures or edited are no authors."""
        names = [b.name for b in article.bylines.all() if not _NOT_AUTHORS.search(b.role)]
        exact = article.date_precision == "day" and not article.issue_date.endswith(("~", "?", "%"))
        day = article.date_earliest.isoformat() if exact else article.issue_date
        return cls(
            article.pk,
            title,
            tuple(dict.fromkeys(names)),
            day,
            exact,
            article.page_number,
            url,
            seen,
        )

    @property
    def year(self) -> str:
        return self.day[:4] if re.match(r"\d{4}", self.day) else ""


def gbt7714(c: Cited) -> str:
    """GB/T 7714—2015, newspaper article online."""
    names = ", ".join(c.authors[:3]) + (", 等" if len(c.authors) > 3 else "")
    lead = f"{names}. " if names else ""
    page = f"({c.page})" if c.page else ""
    day = c.day or "出版日期不详"
    return f"{lead}{c.title}[N/OL]. {PAPER}, {day}{page}[{c.seen.isoformat()}]. {c.url}."


def apa(c: Cited) -> str:
    """APA, seventh edition; the newspaper's title in Latin letters follows the Chinese one."""
    who = _apa_names(c.authors) or PAPER
    when = f"{c.year}, {_english_day(c.day)}" if c.exact else c.year or "n.d."
    page = f", {c.page}" if c.page else ""
    return f"{who}. ({when}). {c.title}. {PAPER} [{PAPER_LATIN}]{page}. {c.url}"


def chicago(c: Cited) -> str:
    """Chicago, notes and bibliography."""
    who = (
        f"{', '.join(c.authors[:3])}{' et al' if len(c.authors) > 3 else ''}. " if c.authors else ""
    )
    when = f"{_english_day(c.day)}, {c.year}" if c.exact else c.day or "n.d."
    page = f", {c.page}" if c.page else ""
    return f"{who}“{c.title}.” {PAPER} ({PAPER_LATIN}), {when}{page}. {c.url}."


def bibtex(c: Cited) -> str:
    fields = {
        "title": f"{{{c.title.translate(_LATEX)}}}",
        "author": " and ".join(f"{{{name.translate(_LATEX)}}}" for name in c.authors),
        "journal": PAPER,
        "year": c.year,
        "date": c.day if c.exact else "",
        "pages": c.page,
        "url": c.url,
        "urldate": c.seen.isoformat(),
        "language": "chinese",
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{zzarchive-{c.pk},\n{body}\n}}\n"


def ris(c: Cited) -> str:
    rows = [
        ("TY", "NEWS"),
        ("TI", _one_line(c.title)),
        *(("AU", _one_line(name)) for name in c.authors),
        ("T2", PAPER),
        ("PY", c.year),
        ("DA", c.day.replace("-", "/") if c.exact else ""),
        ("SP", c.page),
        ("UR", c.url),
        ("Y2", c.seen.isoformat().replace("-", "/")),
        ("LA", "zh"),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value) + "ER  - \r\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _apa_names(names: tuple[str, ...]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _english_day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day:%B} {day.day}"
