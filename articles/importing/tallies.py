"""Which articles stand in lists, and the kept counts of them: what a page's articles add to them before and after a write."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection, transaction
from django.db.models import Case, Q, Value, When

from ..models import Article, ArticleDistrict, ArticleTopic, Byline, Reporter, Tally

Key = tuple[str, int, int, int]
"""Subject, its id, year, month."""
BATCH = 2000
"""Articles asked for at once; a database takes only so many ids."""


@contextmanager
def kept(article_ids: Iterable[int]) -> Iterator[set[int]]:
    """Carry a write over into the counts. The block may add ids of articles it touches.

    An article that the block did not announce beforehand must be new or not have been listed.
    """
    ids = set(article_ids)
    before = contributions(ids)
    yield ids
    after = contributions(ids)
    add(after - before)
    take(before - after)
    _count_reporters(after, before)


def _count_reporters(after: Counter[Key], before: Counter[Key]) -> None:
    """Carry the difference into each reporter's own count, without counting the archive."""
    difference: Counter[int] = Counter()
    for counts, sign in ((after, 1), (before, -1)):
        for (subject, pk, _year, _month), count in counts.items():
            if subject == Tally.Subject.REPORTER:
                difference[pk] += sign * count
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE articles_reporter SET listed = listed + %s WHERE id = %s",
            [(more, pk) for pk, more in sorted(difference.items()) if more],
        )


def stands_in_lists(article: Article) -> bool:
    """Whether an article that is no second half of another stands in readers' lists."""
    return article.state == Article.State.LIVE and article.kind not in Article.UNLISTED_KINDS


def relist(article_ids: Iterable[int]) -> None:
    """Say which of the articles stand in lists, there and in the copies of their subjects."""
    articles = Article.objects.filter(pk__in=list(article_ids))
    stands = Q(state=Article.State.LIVE, continues=None) & ~Q(kind__in=Article.UNLISTED_KINDS)
    articles.update(in_lists=Case(When(stands, then=Value(True)), default=Value(False)))
    articles.renew_copies()


def contributions(article_ids: Iterable[int]) -> Counter[Key]:
    """What these articles add to the counts as they stand."""
    ids, counts = list(article_ids), Counter()
    for start in range(0, len(ids), BATCH):
        counts += _contributions(ids[start : start + BATCH])
    return counts


def _contributions(article_ids: list[int]) -> Counter[Key]:
    listed = Article.objects.filter(pk__in=article_ids, in_lists=True)
    months = {
        pk: month_of(earliest, latest, text)
        for pk, earliest, latest, text in listed.values_list(
            "pk", "date_earliest", "date_latest", "issue_date"
        )
    }
    counts: Counter[Key] = Counter()
    if months:
        for subject, subject_id, pk in _subjects(list(months)):
            counts[(subject, subject_id, *months[pk])] += 1
    return counts


def _subjects(ids: list[int]) -> Iterator[tuple[str, int, int]]:
    yield from ((Tally.Subject.ARCHIVE.value, 0, pk) for pk in ids)
    rows = (
        (Tally.Subject.DISTRICT, ArticleDistrict, "district_id"),
        (Tally.Subject.TOPIC, ArticleTopic, "topic_id"),
        (Tally.Subject.REPORTER, Byline, "reporter_id"),
    )
    for subject, model, column in rows:
        found = model.objects.filter(article_id__in=ids).values_list(column, "article_id")
        yield from ((subject.value, one, pk) for one, pk in found.order_by().distinct())


def month_of(earliest: date | None, latest: date | None, text: str) -> tuple[int, int]:
    """Year and month of a date, 0 for what is not known (``XXXX-12-09`` is ``(0, 12)``)."""
    if earliest is None or latest is None:
        month = text[5:7] if text.startswith("XXXX-") else ""
        return 0, int(month) if month.isdecimal() else 0
    if earliest.year != latest.year:
        return 0, 0
    return earliest.year, earliest.month if earliest.month == latest.month else 0


def add(counts: Counter[Key]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO articles_tally (subject, subject_id, year, month, articles)"
            " VALUES (%s, %s, %s, %s, %s)"
            " ON CONFLICT (subject, subject_id, year, month)"
            " DO UPDATE SET articles = articles_tally.articles + excluded.articles",
            [(*key, count) for key, count in sorted(counts.items())],
        )


def take(counts: Counter[Key]) -> None:
    where = " WHERE subject = %s AND subject_id = %s AND year = %s AND month = %s"
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE articles_tally SET articles = articles - %s{where}",  # noqa: S608
            [(count, *key) for key, count in sorted(counts.items())],
        )
        cursor.executemany(
            f"DELETE FROM articles_tally{where} AND articles = 0",  # noqa: S608
            sorted(counts),
        )


def counted() -> Counter[Key]:
    """All counts, from the articles themselves."""
    return contributions(Article.objects.filter(in_lists=True).values_list("pk", flat=True))


def wrong() -> dict[Key, tuple[int, int]]:
    """Counts that are not what the articles say: key → (kept, true)."""
    true = counted()
    rows = Tally.objects.values_list("subject", "subject_id", "year", "month", "articles")
    said = {tuple(row[:4]): row[4] for row in rows}
    keys = said.keys() | true.keys()
    return {k: (said.get(k, 0), true[k]) for k in sorted(keys) if said.get(k, 0) != true[k]}


@transaction.atomic
def rebuild() -> None:
    Tally.objects.all().delete()
    add(counted())
    Reporter.objects.all().renew_counts()
