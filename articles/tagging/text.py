"""An article laid out for tagging: one folded text, cut into zones."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from articles.pagefile.records import Credit, Kind, ParsedArticle
from articles.tagging.folding import fold, fold_always
from articles.tagging.once import once

_AGENCY = re.compile(
    "新华社|新华网|人民日报|中新社|中新网|中国新闻[社网]|央视|中央电视台|光明日报|经济日报"
)
_ARTWORK = re.compile(
    "[(（](?:国画|油画|版画|水彩画?|水粉画?|书法|篆刻|剪纸|摄影|素描|速写|漫画)[)）]"
)
_SHORT = 80
_OPENING = 90
_DATELINE = re.compile("^(?:本报|株洲日报|掌上株洲|新华社)[^。，,]{0,12}[讯电]")
_REPORTER = re.compile("记者|通讯员|实习生|摄")
_NOTICE = re.compile(
    "更正|勘误|致歉|启事|谢启|公告|通告|声明|讣告|遗失声明|.{0,6}(?:启事|公告|作废)"
)
_ESSAY_COLUMN = re.compile("随笔|漫笔|杂谈|随感|杂感|闲话|絮语|灯下|夜话|心香")
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
    notes: tuple[str, ...] = ()
    """编者按, 上期提要: kept out of the body, but they say where the story plays."""
    roles: tuple[str, ...] = ()
    """The roles that stand with the credits, as printed."""
    subheads: frozenset[str] = frozenset()
    is_continuation: bool = False
    page_title: str = ""
    """版名: a county's names the county."""
    in_supplement: bool = False
    """Stands on a page of literature (副刊)."""
    lines: tuple[int, ...] = ()
    """Lines of the page that hold the article; () for a text that an editor has written."""
    paragraph_lines: tuple[tuple[int, ...], ...] = ()
    """Lines of each of the paragraphs."""

    @classmethod
    def of(
        cls, article: ParsedArticle, page_title: str | None = None, *, in_supplement: bool = False
    ) -> Self:
        return cls(
            kind=article.kind,
            kicker=article.kicker or "",
            headline=article.headline or "",
            deck=article.deck or "",
            column=article.column or "",
            dateline=article.dateline or "",
            paragraphs=tuple(p.text for p in article.paragraphs),
            captions=tuple(c.text for c in article.captions),
            notes=tuple(out.text for out in article.left_out if out.reason == "editor_note"),
            credits=tuple(dict.fromkeys(map(_as_credited, article.bylines))),
            roles=tuple(c.role for c in article.bylines),
            subheads=frozenset(article.subheads),
            is_continuation=article.kind is Kind.CONTINUATION or bool(article.continued_from),
            page_title=page_title or "",
            in_supplement=in_supplement,
            lines=tuple(n for first, last in article.line_ranges for n in range(first, last + 1)),
            paragraph_lines=tuple(p.lines for p in article.paragraphs),
        )

    @once
    def printed(self) -> str:
        """All zones in reading order, one line each."""
        return "\n".join(text for _, text in self._parts)

    @once
    def folded(self) -> str:
        return fold(self.printed)

    @once
    def heading(self) -> str:
        """引题 and 主题, folded, without white space."""
        return fold_always("".join(f"{self.kicker}{self.headline}".split()))

    @once
    def label(self) -> str:
        """栏目, folded, without white space."""
        return fold_always("".join(self.column.split()))

    @once
    def is_notice(self) -> bool:
        """Set as a notice, or headed like one (更正, 启事)."""
        return self.kind is Kind.NOTICE or bool(_NOTICE.fullmatch(self.heading))

    @once
    def is_essay(self) -> bool:
        """Speaks for its author: a place named in it need not be a place of news."""
        return self.kind is Kind.LITERARY or bool(_ESSAY_COLUMN.search(self.label))

    @property
    def is_artwork(self) -> bool:
        """江南春(国画): a picture with its painter's name."""
        return bool(_ARTWORK.search(self.heading)) and len(self.folded) < _SHORT

    @once
    def is_report(self) -> bool:
        """A reporter's or a correspondent's: not an author's piece, not a notice."""
        opening = self.paragraphs[0][:_OPENING] if self.paragraphs else ""
        return bool(self.dateline or _DATELINE.search(fold_always(opening))) or any(
            _REPORTER.search(fold_always(role)) for role in self.roles
        )

    @once
    def is_from_an_agency(self) -> bool:
        """新华社北京…电, 据人民日报…: not the paper's own report."""
        return bool(_AGENCY.search(self.dateline or self.folded[:_OPENING]))

    def zone_at(self, offset: int) -> str:
        starts, names = self.zones
        return names[bisect_right(starts, offset) - 1]

    @property
    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Each zone with where it starts and ends."""
        starts, names = self.zones
        ends = [*starts[1:], len(self.folded)]
        return zip(names, starts, ends, strict=True)

    def lines_at(self, offset: int) -> tuple[int, ...]:
        """Lines of the page that may hold what stands at the offset."""
        start = 0
        for paragraph, lines in zip(self.paragraphs, self.paragraph_lines, strict=False):
            start = self.printed.find(paragraph, start)
            if start <= offset < start + len(paragraph):
                return lines
            start += len(paragraph)
        return self.lines

    @once
    def _parts(self) -> list[tuple[str, str]]:
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
        zones += [("body", text) for text in self.notes]
        zones += [("caption", text) for text in self.captions]
        zones += [("credit", text) for text in self.credits]
        return [(name, text) for name, text in zones if text]

    @once
    def zones(self) -> tuple[list[int], list[str]]:
        """Where each zone starts, and their names."""
        starts, names, at = [], [], 0
        for name, text in self._parts:
            starts.append(at)
            names.append(name)
            if name == "lede" and len(text) > LEDE:
                starts.append(at + LEDE)
                names.append("body")
            at += len(text) + 1
        return starts or [0], names or ["body"]


def _as_credited(credit: Credit) -> str:
    """An author's line says where the author lives: ``某区 易 丁``; a staff's says only who."""
    return credit.name if credit.role else credit.words or credit.name
