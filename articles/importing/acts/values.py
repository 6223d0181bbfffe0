"""Values put in force, taken back, and kept against a reader that changed its mind."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...corrections import ARTICLE_FIELDS, PAGE_FIELDS, BadValue, dated, lines_in
from ...models import Correction
from ..records import KnownPage
from .act import Act, Said
from .around import known_page, one_lending, read_again
from .keeping import record, standing_of, withdraw


@transaction.atomic
def correct(page_id: int, said: Sequence[Said], act: Act) -> None:
    """Put values in force. Raises ``BadValue`` for one that cannot be."""
    known = known_page(page_id)
    for one in said:
        _check(one, known)
    for one in said:
        record(one, known, act)
    read_again(page_id, act, [(one.article, one.field) for one in said])


@transaction.atomic
def take_read_value(page_id: int, fields: Sequence[tuple[int | None, str]], act: Act) -> None:
    """Withdraw corrections, so that the values as read are in force again."""
    withdraw(standing_of(page_id, fields), act)
    read_again(page_id, act, fields)


@transaction.atomic
def accept(correction_ids: Iterable[int], act: Act) -> int:
    """Keep the editor's values although the reader changed its mind; says how many there were."""
    conflicts = Correction.objects.filter(
        pk__in=list(correction_ids), state=Correction.State.CONFLICT
    ).select_related("page", "article")
    pages = set()
    for correction in conflicts:
        target = correction.article or correction.page
        correction.read = target.read.get(correction.field)
        correction.save(update_fields=["read"])
        pages.add(correction.page_id or correction.article.page_id)
    with one_lending(act):
        for page_id in sorted(pages):
            read_again(page_id, act, [])
    return len(conflicts)


def _check(said: Said, known: KnownPage) -> None:
    fields = PAGE_FIELDS if said.article is None else ARTICLE_FIELDS
    if said.field not in fields:
        raise BadValue(_("There is no field %s.") % said.field)
    if said.field == "issue_date":
        dated(said.value)
    if said.field in {"line_ranges", "furniture"}:
        _check_lines(said, known)


def _check_lines(said: Said, known: KnownPage) -> None:
    lines = known.source.text.split("\n")
    wanted = lines_in(said.value)
    if wanted and max(wanted) > len(lines):
        raise BadValue(_("The page has only %s lines.") % len(lines))
    if said.field == "line_ranges" and not any(lines[n - 1].strip() for n in wanted):
        raise BadValue(_("An article needs at least one printed line."))
