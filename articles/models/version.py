"""The version of the data: a value that differs after every import and every edit."""

from dataclasses import astuple, dataclass
from datetime import datetime

from django.contrib.admin.models import LogEntry
from django.db.models import Subquery

from .articles import Article
from .corrections import Change
from .runs import ImportRun


@dataclass(frozen=True)
class DataVersion:
    """When the archive's records of its own changes last grew; each is the end of an index."""

    run: int = 0
    finished_at: datetime | None = None
    article_changed_at: datetime | None = None
    change_at: datetime | None = None
    admin_at: datetime | None = None
    """Edits of word lists and reporters show in the admin's own log."""

    @classmethod
    def now(cls) -> "DataVersion":
        """One query, whatever the archive holds."""
        rows = ImportRun.objects.order_by("-pk").values_list(
            "pk",
            "finished_at",
            _last(Article, "changed_at", "changed_at"),
            _last(Change, "at", "pk"),
            _last(LogEntry, "action_time", "pk"),
        )
        found = rows.first()
        return cls(*found) if found else cls()

    @property
    def changed_at(self) -> datetime | None:
        """When a reader could last see something change."""
        return max(filter(None, astuple(self)[1:]), default=None)

    def __str__(self):
        run, *times = astuple(self)
        return "-".join(f"{part.timestamp():.6f}" if part else "0" for part in times) + f"-{run}"


def _last(model, field: str, along: str) -> Subquery:
    return Subquery(model.objects.order_by(f"-{along}").values(field)[:1])
