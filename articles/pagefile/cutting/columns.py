"""Labels over more than one article: sections of a page, groups of briefs and county news."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from articles.pagefile.cutting.drafts import Draft, is_box
from articles.pagefile.marking.labels import shown
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.records import Credit
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.lines import Line

GROUP = re.compile(
    "(?:[简短快零]讯|短波|短新闻|句话新闻|简报|连线|速[递览报]|快[递读报]|集[锦萃纳]|动态|播报|扫描|巡礼|一览|点击|采风|传真"
    "|掠影|直击|广角|撷英|点滴|拾零|要闻|新闻|资讯|大看台|见闻|新事|之窗)$"
)
"""A label that stands over several briefs."""
WIDEST_GROUP, LONGEST_BRIEF = 8, 500
"""Characters of a group's label, and of a brief's text."""


def share_labels(
    drafts: list[Draft], section_labels: Sequence[Line]
) -> tuple[list[Draft], list[Line]]:
    """The drafts, each with the label it shares, and the lines of the groups' labels.

    Those lines are in no draft any more: they are furniture, as ``section_labels`` are (labels
    with a co-host line, which ``read_furniture`` knows).
    """
    drafts, taken = _group_labels(drafts)
    for label in section_labels:
        _section(label, drafts)
    return drafts, taken


def _section(label: Line, drafts: list[Draft]) -> None:
    """A label with its co-host line: for the first article below and what its authors add."""
    below = [d for d in drafts if d.lines[0].number > label.number]
    names: set[str] = set()
    for draft in below:
        own = {credit.name for credit in credits_of(draft)}
        if is_box(draft):
            continue
        if draft.section_label or (names and not names & own):
            break
        draft.section_label, names = label.text, names | own


def credits_of(draft: Draft) -> Iterable[Credit]:
    """Everybody whom an article names: over the text, before it, below it."""
    for section in draft.sections:
        for mark in (*section.heads, *section.body):
            yield from mark.credits
            yield from mark.opening.credits if mark.opening else ()
            yield from mark.signature[0] if mark.signature else ()


def _group_labels(drafts: list[Draft]) -> tuple[list[Draft], list[Line]]:
    """``简讯`` over several ■ briefs, ``秋季攻势看园区`` over 株洲高新区: and 株洲经开区:."""
    kept: list[Draft] = []
    taken: list[Line] = []
    for index, draft in enumerate(drafts):
        following = drafts[index + 1 :]
        label = _label_alone(draft, following) or _label_over_places(draft, following)
        members = [] if label else _briefs_under_label(draft, following)
        if not label and not members:
            kept.append(draft)
            continue
        label = label or draft.sections[0].titles[0]
        taken.append(label.line)
        own = _without(label, draft)
        heads = own.sections[0].heads
        role = Role.PLACE if any(m.role is Role.PLACE for m in heads) else Role.BRIEF_HEAD
        group = [own, *following] if heads else following
        for member in [own, *members] if members else _alike(group, role):
            member.section_label = shown(label.words)
        if own.lines:
            kept.append(own)
    return kept, taken


def _without(label: Marked, draft: Draft) -> Draft:
    """The draft without its group's label, which may leave nothing of it."""
    first, *others = draft.sections
    heads = [mark for mark in first.heads if mark is not label]
    return replace(draft, sections=[replace(first, heads=heads), *others])


def _briefs_under_label(draft: Draft, following: list[Draft]) -> list[Draft]:
    """The briefs that go on with the first below ``基层短波``: one heading without a mark and a
    short text each, signed like the first.
    """
    titles = draft.sections[0].titles
    if len(titles) < 2 or titles[0].line.width > WIDEST_GROUP:
        return []
    if not GROUP.search(squeeze(titles[0].line.folded)) or not _is_brief(draft, titles[1:]):
        return []
    members, manner = [], _signed(draft)
    for other in following:
        if not _is_brief(other, other.sections[0].titles) or _signed(other) != manner:
            break
        members.append(other)
    return members


def _is_brief(draft: Draft, titles: list[Marked]) -> bool:
    """One heading and a paragraph or two."""
    body = [m for section in draft.sections for m in section.body]
    prose = [m for m in body if m.role is Role.BODY]
    return (
        len(draft.sections) == 1
        and [m.role for m in titles] == [Role.HEADING]
        and 0 < len(prose) <= 2
        and len(prose) == len(body)
        and sum(m.line.width for m in prose) <= LONGEST_BRIEF
    )


def _signed(draft: Draft) -> tuple[bool, bool]:
    """Whether a text says its authors, and whether it opens with them."""
    prose = [m for section in draft.sections for m in section.body]
    return any(m.signature for m in prose), any(m.opening for m in prose[:1])


def _alike(drafts: list[Draft], role: str) -> Iterable[Draft]:
    """Drafts from the first on that open with the same kind of heading."""
    for draft in drafts:
        heads = draft.sections[0].heads
        if not heads or heads[0].role is not role:
            return
        yield draft


def _label_alone(draft: Draft, following: list[Draft]) -> Marked | None:
    """A label without a text of its own, over ■ heads."""
    heads = draft.sections[0].heads
    if len(draft.sections) > 1 or len(heads) != 1 or draft.sections[0].body:
        return None
    below = following[0].sections[0].heads if following else []
    return heads[0] if below and below[0].role is Role.BRIEF_HEAD else None


def _label_over_places(draft: Draft, following: list[Draft]) -> Marked | None:
    """A label over the first of several headings with a county each."""
    heads = draft.sections[0].heads
    if len(heads) < 2 or heads[0].role is not Role.LABEL or heads[1].role is not Role.PLACE:
        return None
    return heads[0] if any(True for _ in _alike(following, Role.PLACE)) else None
