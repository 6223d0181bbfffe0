"""Works of art: a title, its genre and who made it, on one line or two."""

import re
from dataclasses import replace

from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.marking.sheet import Sheet
from articles.pagefile.marking.signedtitles import WORK, may_be_signed, parted
from articles.pagefile.people.authors import read_author_line
from articles.pagefile.people.credits import read_credits
from articles.pagefile.people.names import HAN, SPACED_NAME
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import fold
from articles.pagefile.text.lines import Line
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.arts import GENRES_OF_ART

GENRE = "|".join(sorted(GENRES_OF_ART))
GENRE_AT_END = re.compile(rf"[(](?:{GENRE})[)]$")
"""What kind of work stands on the page, behind its title."""
GENRE_FIRST = re.compile(
    rf"(?:{GENRE})[: ]\s?(?P<title>\S{{2,12}})"
    rf"(?:\s?[(][^()]{{1,6}}[)])?\s+(?P<name>[{HAN}]{{2,4}}|{SPACED_NAME})\s*(?P<by>[书作画绘刻])"
)
CREDITED = (Role.BYLINE, Role.AUTHOR, Role.CREDIT)
WIDEST_TITLE = 24


def artwork(line: Line, sheet: Sheet) -> Marked | None:
    """A work with its artist on one line."""
    if first := GENRE_FIRST.fullmatch(line.folded):
        return _behind_genre(line, first)
    return (_with_genre(line) or _with_artist(line)) if may_be_signed(line) else None


def _behind_genre(line: Line, match: re.Match[str]) -> Marked:
    """``书法:春到云阳山 (行草) 慕容秋 书``."""
    name = "".join(line.text[match.start("name") : match.end("name")].split())
    title = line.text[match.start("title") : match.end("title")]
    credit = Credit(match["by"], name, line.number, line.text)
    return Marked(line, Role.ARTWORK, (credit,), text=title)


def _with_genre(line: Line) -> Marked | None:
    """``粽叶飘香(剪纸) 某某农场 易 丁``: a title, its genre, and who made the work."""
    title, mark, rest = line.text.partition(")" if ")" in line.text else "）")
    if not rest.strip() or not GENRE_AT_END.search(fold(title + mark)):
        return None
    found = read_author_line(rest.strip(), line.number)
    found = found or read_credits(rest.strip(), line.number)
    return Marked(line, Role.ARTWORK, tuple(found), text=title + mark) if found else None


def _with_artist(line: Line) -> Marked | None:
    """``春到云阳山 慕容秋 作``: told by the word behind the one name; the name alone is a credit."""
    if not WORK.search(line.folded):
        return None
    whole = read_author_line(line.text, line.number)
    if whole and line.width <= len(whole[0].name) + 1:
        return None
    works = ((cut, found) for cut, found in parted(line) if len(found) == 1)
    cut, found = next(works, (0, []))
    return Marked(line, Role.ARTWORK, tuple(found), text=line.text[:cut].strip()) if cut else None


def mark_artworks(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """``春到云阳山(国画)`` / ``慕容秋 作``: a work of art on two lines."""
    result = list(marked)
    for index in range(len(marked) - 1):
        title, artist = marked[index], marked[index + 1]
        signed = artist.role in CREDITED and artist.credits
        short = title.line.width <= WIDEST_TITLE
        if signed and short and GENRE_AT_END.search(title.line.folded):
            result[index] = Marked(title.line, Role.ARTWORK, text=title.line.text)
            result[index + 1] = replace(artist, role=Role.CREDIT)
    return result
