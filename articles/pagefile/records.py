"""What the reader of pages says about one page: frozen records with line numbers.

Lines are coordinates. A line number is 1-based and counts every line of the page file,
blank ones too; a range is ``(first, last)``, both included. Text is given as the page has
it (its own spelling, traditional characters and all); only white space and the print's
line breaks are mended, and only in ``ParsedArticle.paragraphs``.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import dropwhile

LineRange = tuple[int, int]


class Kind(StrEnum):
    """What an article is (体裁). Adverts, notices and lead-ins stay out of readers' lists."""

    NEWS = "news"
    PHOTO_STORY = "photo_story"
    COMMENTARY = "commentary"
    INTERVIEW = "interview"
    LITERARY = "literary"
    SIDEBAR = "sidebar"
    BRIEF = "brief"
    CONTINUATION = "continuation"
    NOTICE = "notice"
    ADVERT = "advert"
    PUBLIC_SERVICE_AD = "public_service_ad"
    LEAD_IN = "lead_in"


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    MONTH_DAY = "month_day"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """Where a page's date comes from, surest first."""

    EDITOR = "editor"
    MANIFEST = "manifest"
    FILE_NAME = "file_name"
    MASTHEAD = "masthead"
    NEIGHBOUR = "neighbour"
    TEXT = "text"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something doubtful, lost or wrong. A value, never an exception: reading goes on."""

    code: str
    """Stable name, words joined by hyphens (``doubtful-join``); explained in docs/problems.md."""
    line: int | None = None
    """The line it is about; None for the whole page."""
    detail: str = ""
    """The page's own words, or the figures, that show it."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A role and a name as printed: a byline (署名) or a member of the page's staff box."""

    role: str
    """The role as printed, ``""`` where none is (the author line of an essay)."""
    name: str
    """The name without the print's inner space (``李玲`` for ``李 玲``)."""
    line: int
    words: str
    """The printed words that say it, for evidence."""
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that belong to no article: masthead, page header, staff box, section label …"""

    kind: str
    """masthead, page_header, staff_box, section_label, hotline, weather, decoration …"""
    lines: LineRange


@dataclass(frozen=True, slots=True)
class Caption:
    """Words under a picture."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Join:
    """A sentence broken between two lines and mended in the body."""

    from_line: int
    to_line: int
    score: float
    """0..1, how sure the reader is that the two belong together."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage of the article's lines kept out of its body."""

    line: int
    text: str
    reason: str
    """``doubled``, ``foreign`` (another article's words), ``jump_mark``, ``editor_note`` …"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body and the lines it was read from."""

    text: str
    lines: tuple[int, ...]
    is_subhead: bool = False


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article of a page."""

    kind: Kind
    line_ranges: tuple[LineRange, ...]
    """In reading order; more than one where the page has torn the article apart."""
    headline: str | None = None
    """主题; its parts joined by one space."""
    kicker: str | None = None
    """引题."""
    deck: str | None = None
    """副题, without its leading dash."""
    column: str | None = None
    """栏目: a standing label above the headline (市县简讯, 记者手记)."""
    dateline: str | None = None
    """电头: the agency's words without names (株洲日报讯, 新华社北京三月十五日电)."""
    bylines: tuple[Credit, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    captions: tuple[Caption, ...] = ()
    continued_from: str | None = None
    """Page number (版次, normalised: 01, A2) that a 上接 names."""
    continued_to: str | None = None
    joins: tuple[Join, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def body(self) -> str:
        """Paragraphs joined by a line feed, subheads as paragraphs of their own.

        A subhead over the very first paragraph (``第五章 夜渡洣水``) belongs to the headings
        and is left to ``subheads``.
        """
        return "\n".join(p.text for p in dropwhile(lambda p: p.is_subhead, self.paragraphs))

    @property
    def subheads(self) -> tuple[str, ...]:
        return tuple(p.text for p in self.paragraphs if p.is_subhead)


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date with its evidence."""

    edtf: str | None = None
    """Extended Date/Time Format, level 1 (``2023-12-09``, ``XXXX-12-09``, ``2021-12-01~``)."""
    earliest: date | None = None
    latest: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: DateBasis = DateBasis.NONE
    evidence: tuple[str, ...] = ()
    """The words that prove it, as printed."""


@dataclass(frozen=True, slots=True)
class PageHints:
    """What the caller knows about a page beside its text."""

    name: str = ""
    """The page's key: path relative to the imported folder. Its last part may hold a date."""
    manifest_date: str | None = None
    """EDTF, from the operator's manifest."""
    manifest_page_number: str | None = None
    manifest_page_title: str | None = None
    fixed_articles: tuple[tuple[LineRange, ...], ...] = ()
    """Line ranges of articles that an editor has settled; each comes back as one article with
    exactly these ranges, and the rest of the page is read around them."""
    fixed_furniture: tuple[LineRange, ...] = ()
    """Lines that an editor has taken out of every article."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists that reading a page needs; passed in, for this room opens no files."""

    places: frozenset[str] = frozenset()
    """County-level names, short and old ones and their misreadings (a bare one is a kicker)."""


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """Everything read from one page. Each non-blank line is in an article or in furniture."""

    articles: tuple[ParsedArticle, ...]
    furniture: tuple[Furniture, ...] = ()
    date: DateReading = field(default_factory=DateReading)
    page_number: str | None = None
    """版次, normalised: two digits (``02``) or a letter and digits (``A2``)."""
    page_title: str | None = None
    """版名."""
    staff: tuple[Credit, ...] = ()
    problems: tuple[Problem, ...] = ()
