"""Drafts: articles being gathered from sections."""

from dataclasses import dataclass, field

from articles.pagefile.cutting.boxes import is_box_label
from articles.pagefile.cutting.sections import Section
from articles.pagefile.marking.labels import bare, is_advert_title, is_notice_title
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.text.lines import Line
from articles.pagefile.words.notices import PUBLIC_AD_LABELS


@dataclass(slots=True, eq=False)
class Draft:
    """An article being gathered: its sections in the page's order."""

    sections: list[Section]
    section_label: str | None = None
    """The label of the page's section it stands in (旧改进行时 with its co-host line)."""
    fixed: bool = False
    """Its ranges are an editor's; nothing of it is moved."""
    late: list[tuple[int, list[Marked]]] = field(default_factory=list)
    """Headings printed in mid-sentence, each with the number of the line below them."""

    @property
    def closed(self) -> bool:
        """Whether its last section says that the text ends there (``Section.closed``)."""
        return self.sections[-1].closed

    @property
    def heads(self) -> list[Marked]:
        """The heading lines of all sections, those printed in mid-sentence last."""
        late = [mark for _, heads in self.late for mark in heads]
        return [mark for section in self.sections for mark in section.heads] + late

    @property
    def lines(self) -> list[Line]:
        """Its lines but the late headings, in the order of the sections."""
        return [m.line for s in self.sections for m in (*s.heads, *s.body)]


def is_box(draft: Draft) -> bool:
    """A box beside another article: 相关链接, 新闻背景 …"""
    first = draft.sections[0]
    return any(m.role is Role.LABEL and is_box_label(m) for m in first.heads)


def is_notice(draft: Draft) -> bool:
    """A notice, an advert or a public service advert, by its headings: it takes no section more."""
    heads = draft.sections[0].heads
    if any(m.role is Role.LABEL and bare(m.line.folded) in PUBLIC_AD_LABELS for m in heads):
        return True
    titles = [m for m in heads if m.role is Role.HEADING]
    if any(is_notice_title(m.line.folded) for m in titles):
        return True
    return not draft.sections[0].has_byline and any(
        is_advert_title(m.line.folded) for m in titles[-1:]
    )
