"""Taking back everything that one act did."""

import uuid

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ...corrections import BadValue
from ...models import Correction
from .act import Act
from .around import read_again
from .keeping import reinstate, withdraw


@transaction.atomic
def undo(act_uid: uuid.UUID, act: Act) -> None:
    """Take back everything one act did; what stood before it is in force again.

    Raises ``BadValue`` when a later act rests on it.
    """
    done = list(Correction.objects.filter(act=act_uid).select_related("article"))
    if not done or any(one.state not in Correction.STANDING for one in done):
        raise BadValue(_("It was changed again since; undo the later change first."))
    by_page: dict[int, list[Correction]] = {}
    for one in done:
        by_page.setdefault(one.page_id or one.article.page_id, []).append(one)
    for page_id, corrections in sorted(by_page.items()):
        withdraw(corrections, act)
        for one in corrections:
            reinstate(one)
        read_again(page_id, act, [(one.article_id, one.field) for one in corrections])
