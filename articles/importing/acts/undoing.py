"""Taking back everything that one act did."""

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...corrections import BadValue
from ...models import Change, Correction, Reporter
from .act import Act
from .around import one_lending, read_again
from .keeping import end, reinstated, take_back
from .names import deal, note_reporter


@transaction.atomic
def undo(act_uid: uuid.UUID, act: Act) -> None:
    """Take back everything one act did; what stood before it is in force again.

    Raises ``BadValue`` when a later act rests on it.
    """
    done = list(Correction.objects.filter(act=act_uid).select_related("article", "page"))
    if not done or any(one.state not in Correction.STANDING for one in done):
        raise BadValue(_("It was changed again since; undo the later change first."))
    _undo_reporters([one for one in done if one.reporter_id], act)
    by_page: dict[int, list[Correction]] = {}
    for one in done:
        if not one.reporter_id:
            by_page.setdefault(one.page_id or one.article.page_id, []).append(one)
    with one_lending(act):
        for page_id, corrections in sorted(by_page.items()):
            take_back(corrections, act)
            read_again(page_id, act, [(one.article_id, one.field) for one in corrections])


def _undo_reporters(corrections: Sequence[Correction], act: Act) -> None:
    names = {}
    for one in corrections:
        end(one, act)
        reinstated(one)
        note_reporter(one, Change.Kind.WITHDRAWN, one.value, one.replaced, act)
        if one.field == "names":
            names[one.reporter_id] = one.replaced
        else:
            Reporter.objects.filter(pk=one.reporter_id).update(**{one.field: one.replaced})
    if names:
        deal(names, act)
