"""One click of an editor, and what it says."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from ...corrections import Value, Values
from ...models import Article, ImportRun, Page
from ..lists import word_lists
from ..records import WordLists


class Stale(Exception):
    """Somebody changed the article or page after the editor had opened it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value an editor gives; of the page itself where ``article`` is None."""

    field: str
    value: Value
    article: int | None = None


@dataclass(slots=True)
class Act:
    """One click of an editor: who, why, and what came of it."""

    by: AbstractBaseUser | None = None
    why: str = ""
    uid: uuid.UUID = field(default_factory=uuid.uuid4)
    at: datetime = field(default_factory=timezone.now)
    behind: set[int] = field(default_factory=set)
    """Articles whose index entry is behind."""
    lists: WordLists | None = None
    lends: dict[str, ImportRun] | None = None
    """Folders whose pages are to lend each other dates when the act is over, with the run to name
    for it (``around.one_lending``); None where each page that is read again sees to it at once."""

    def signature(self) -> Values:
        """Who did it, as columns of a correction."""
        if self.by is None:
            return {"made_by": None, "editor": ""}
        return {"made_by": self.by if self.by.pk else None, "editor": self.by.get_username()}

    def word_lists(self) -> WordLists:
        if self.lists is None:
            self.lists = word_lists()
        return self.lists


def check_unchanged(target: Article | Page, seen: str) -> None:
    """Raise ``Stale`` unless the target is as the editor saw it (``changed_at`` as ISO text)."""
    current = type(target).objects.values_list("changed_at", flat=True).get(pk=target.pk)
    if current.isoformat() != seen:
        raise Stale
