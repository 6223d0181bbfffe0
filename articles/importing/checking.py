"""Whether page files and database still say the same, and the database with itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Case, F, Q, Value, When

from ..models import Article, ImportRun, Page
from . import neighbours, tallies
from .files import NotAPage, PageFile, find, fingerprint, page_source, read_bytes
from .planning import version
from .records import WordLists


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be."""

    code: str
    """Stable; ``file-…`` needs an import, the others ``--repair`` mends."""
    where: str
    detail: str = ""


def files(paths: Iterable[Path]) -> Iterator[Finding]:
    """Page files against the pages of the archive."""
    paths = list(paths)
    if not paths:
        return
    held = dict(Page.objects.values_list("key", "sha256"))
    contents, seen = set(held.values()), set()
    for file in find(paths):
        if not isinstance(file, PageFile):
            continue
        try:
            sha256 = fingerprint(read_bytes(file.path))
        except NotAPage:
            continue
        seen.add(file.key)
        if file.key in held and held[file.key] != sha256:
            yield Finding("file-changed", file.key)
        elif file.key not in held and sha256 not in contents and _is_page(file):
            yield Finding("file-not-imported", file.key)
    for key in sorted(held.keys() - seen):
        yield Finding("file-missing", key)


def _is_page(file: PageFile) -> bool:
    """Whether an import would take it; what it refuses stands in the worklist."""
    try:
        page_source(file, {})
    except NotAPage:
        return False
    return True


def database(lists: WordLists) -> Iterator[Finding]:
    """What importing keeps true: counts, copies, links between articles, lent dates."""
    for key, (said, true) in tallies.wrong().items():
        yield Finding("wrong-count", " ".join(map(str, key)), f"{said} kept, {true} true")
    for pk in _wrongly_listed().values_list("pk", flat=True):
        yield Finding("wrongly-listed", f"article {pk}")
    for pk in _wrong_copies().values_list("pk", flat=True):
        yield Finding("wrong-copy", f"article {pk}", "date or page number is not its page's")
    yield from _broken_addresses()
    for key in Page.objects.exclude(reader_version=version(lists)).values_list("key", flat=True):
        yield Finding("read-by-another-reader", key)
    for run in ImportRun.objects.filter(status=ImportRun.Status.RUNNING):
        yield Finding("unfinished-run", f"run {run.pk}")
    for folder in sorted({neighbours.folder_of(key) for key in _keys()}):
        for key in neighbours.lent_dates(folder):
            yield Finding("wrong-lent-date", key)


def _keys() -> Iterator[str]:
    return Page.objects.values_list("key", flat=True).iterator()


def _wrongly_listed():
    stands = Q(state=Article.State.LIVE, continues=None) & ~Q(kind__in=Article.UNLISTED_KINDS)
    should = Case(When(stands, then=Value(True)), default=Value(False))
    return Article.objects.alias(should=should).exclude(in_lists=F("should"))


def _wrong_copies():
    same = Q(issue_date=F("page__issue_date"), page_number=F("page__number"))
    return Article.objects.exclude(same)


def _broken_addresses() -> Iterator[Finding]:
    """Articles whose address leads in a circle or to nothing."""
    leads = dict(Article.objects.filter(state="merged").values_list("pk", "merged_into"))
    for start in sorted(leads):
        seen, at = {start}, leads[start]
        while at in leads and at not in seen:
            seen.add(at)
            at = leads[at]
        if at is None or at in seen:
            yield Finding("broken-address", f"article {start}", "leads nowhere")


def repair() -> None:
    """Mend what can be counted or copied anew; reading again is ``retag``'s and the import's."""
    for page in Page.objects.only("pk", "number", *DATES).iterator():
        Article.objects.filter(page=page).exclude(
            issue_date=page.issue_date, page_number=page.number
        ).update(page_number=page.number, **{name: getattr(page, name) for name in DATES})
    tallies.relist(_wrongly_listed().values_list("pk", flat=True))
    tallies.rebuild()


DATES = ("issue_date", "date_precision", "date_earliest", "date_latest")
