"""An article laid out for tagging: one folded text, cut into zones."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from articles.pagefile.records import Kind, ParsedArticle
from articles.tagging.folding import fold

LEDE = 70
"""Characters of the first paragraph that say where, when and who."""


@dataclass(frozen=True)
class ArticleText:
    """What tagging reads of an article, read from a page or corrected by an editor."""

    kind: Kind = Kind.NEWS
    kicker: str = ""
    headline: str = ""
    deck: str = ""
    column: str = ""
    dateline: str = ""
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    """Names of reporters and correspondents; an organisation's name may hold a place."""
    subheads: frozenset[str] = frozenset()
    is_continuation: bool = False

    @classmethod
    def of(cls, article: ParsedArticle) -> Self:
        return cls(
            kind=article.kind,
            kicker=article.kicker or "",
            headline=article.headline or "",
            deck=article.deck or "",
            column=article.column or "",
            dateline=article.dateline or "",
            paragraphs=tuple(p.text for p in article.paragraphs),
            captions=tuple(c.text for c in article.captions),
            credits=tuple(c.name for c in article.bylines),
            subheads=frozenset(article.subheads),
            is_continuation=article.kind is Kind.CONTINUATION or bool(article.continued_from),
        )

    @cached_property
    def printed(self) -> str:
        """All zones in reading order, one line each."""
        return "\n".join(text for _, text in self._zones)

    @cached_property
    def folded(self) -> str:
        return fold(self.printed)

    def zone_at(self, offset: int) -> str:
        starts, names = self._index
        return names[bisect_right(starts, offset) - 1]

    @cached_property
    def _zones(self) -> list[tuple[str, str]]:
        zones = [
            ("kicker", self.kicker),
            ("headline", self.headline),
            ("deck", self.deck),
            ("column", self.column),
            ("dateline", self.dateline),
        ]
        lede_is_due = not self.is_continuation
        for paragraph in self.paragraphs:
            if paragraph in self.subheads:
                zones.append(("subhead", paragraph))
            elif lede_is_due:
                zones.append(("lede", paragraph))
                lede_is_due = False
            else:
                zones.append(("body", paragraph))
        zones += [("caption", text) for text in self.captions]
        zones += [("credit", text) for text in self.credits]
        return [(name, text) for name, text in zones if text]

    @cached_property
    def _index(self) -> tuple[list[int], list[str]]:
        starts, names, at = [], [], 0
        for name, text in self._zones:
            starts.append(at)
            names.append(name)
            if name == "lede" and len(text) > LEDE:
                starts.append(at + LEDE)
                names.append("body")
            at += len(text) + 1
        return starts or [0], names or ["body"]
