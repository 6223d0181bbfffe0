"""Pages read straight from their files into rows of the export's shape; no database."""

from collections.abc import Iterator
from pathlib import Path

from articles.gazetteer import gazetteer_from_files, lexicon_of, topics_from_files
from articles.pagefile import UndecodablePage, decode, parse_page
from articles.pagefile.records import PageHints, ParsedArticle, ParsedPage
from articles.tagging import Tags, tag_page


class Reader:
    """Reads pages with the project's own word lists."""

    def __init__(self) -> None:
        self.gazetteer, self.topics = gazetteer_from_files(), topics_from_files()
        self.lexicon = lexicon_of(self.gazetteer)

    def read(self, path: Path) -> ParsedPage:
        """The page of a file; raises ``UndecodablePage``."""
        return parse_page(decode(path.read_bytes()).text, PageHints(name=path.name), self.lexicon)

    def tag(self, page: ParsedPage) -> tuple[Tags, ...]:
        return tag_page(page, self.gazetteer, self.topics, page.date.latest)


def read_folder(folder: Path) -> Iterator[dict]:
    """The rows of every text file in the folder, in the order of their names."""
    reader = Reader()
    for path in sorted(folder.glob("*.txt")):
        try:
            page = reader.read(path)
        except UndecodablePage:
            continue
        yield from rows_of_page(path.name, page, reader.tag(page))


def rows_of_page(name: str, page: ParsedPage, tags: tuple[Tags, ...]) -> Iterator[dict]:
    """One row for each article of a page."""
    for article, tagged in zip(page.articles, tags, strict=True):
        yield {
            "page": name,
            "kind": str(article.kind),
            "line_ranges": [list(lines) for lines in article.line_ranges],
            "issue_date": page.date.edtf,
            **_words(article),
            **_subjects(tagged),
        }


def _words(article: ParsedArticle) -> dict:
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "deck": article.deck,
        "column": article.column,
        "dateline": article.dateline,
        "bylines": [{"role": one.role, "name": one.name} for one in article.bylines],
        "body": article.body,
    }


def _subjects(tags: Tags) -> dict:
    primary = next((place.district for place in tags.places if place.is_primary), None)
    return {
        "districts": [place.district for place in tags.places],
        "primary_district": primary,
        "topics": [topic.topic for topic in tags.topics],
    }
