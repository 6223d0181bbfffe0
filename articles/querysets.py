"""The questions that pages ask of articles, each in one phrase."""

from datetime import date

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Left

# What a line of a list never shows; a page's whole text above all.
_HEAVY = (
    *("body", "read", "subheads", "captions", "line_ranges", "joins", "left_out"),
    *(f"page__{name}" for name in ("text", "read", "staff", "furniture", "date_evidence")),
)


# The words of the index article_jumping: SQLite uses it only where the same words are asked for,
# and not where '' is a parameter. The sign keeps it from the index of links, which nearly every
# article has empty.
_UNLINKED_HEAD = RawSQL(
    """(NOT ("articles_article"."continued_from" = '')
        OR NOT ("articles_article"."continued_to" = ''))
       AND +"articles_article"."continues_id" IS NULL""",
    [],
    output_field=models.BooleanField(),
)


class ArticleQuerySet(models.QuerySet):
    def live(self):
        """Articles that readers may open; hidden, merged and gone ones are left out."""
        return self.filter(state="live")

    def listed(self):
        """Live articles that stand in readers' lists: no adverts, notices or lead-ins."""
        return self.filter(in_lists=True)

    def with_unlinked_jump(self):
        """Live articles that say they go on or began on another page, whose half is not found."""
        return self.live().filter(_UNLINKED_HEAD, continuation=None)

    def on_day(self, day: date):
        return self.filter(date_precision="day", date_earliest=day)

    def newest_first(self):
        """Newest day first, in page order within a day; undated articles last."""
        return self.order_by(F("date_earliest").desc(nulls_last=True), "page_number", "position")

    def with_byline(self):
        """Joins that one line of a list needs: page, primary county, bylines."""
        return self.select_related("page", "primary_district").prefetch_related("bylines__reporter")

    def as_lines(self):
        """What lines of a list show, and no more: ``opening`` stands in for the body."""
        return self.with_byline().annotate(opening=Left("body", 120)).defer(*_HEAVY)

    def for_reading(self):
        """An article with all that its own page says; the source's text stays behind."""
        return (
            self.select_related("page", "primary_district", "merged_into", "continues")
            .select_related("continuation")
            .prefetch_related("bylines__reporter", "problems")
            .prefetch_related("articledistrict_set__district", "articletopic_set__topic")
            .defer("page__text", "page__read", "page__furniture", "read", "left_out")
        )

    def renew_copies(self):
        """Copy listing and date of these articles to their bylines, counties and topics.

        Whoever writes an article's rows, state, kind or date calls this afterwards, in the
        same transaction; it is three updates, however many articles there are.
        """
        own = self.model.objects.filter(pk=OuterRef("article_id"))
        for relation in ("bylines", "articledistrict", "articletopic"):
            links = self.model._meta.get_field(relation).related_model
            links.objects.filter(article__in=self).update(
                in_lists=Subquery(own.values("in_lists")),
                date_earliest=Subquery(own.values("date_earliest")),
            )


class ReporterQuerySet(models.QuerySet):
    def most_active_first(self):
        """Those who sign listed articles, by their number; an index gives the order."""
        return self.filter(listed__gt=0).order_by("-listed", "name", "pk")

    def renew_counts(self):
        """Count the listed articles of these reporters anew (after ``renew_copies``)."""
        bylines = self.model._meta.get_field("bylines").related_model.objects
        signed = (
            bylines.filter(Q(in_lists=True), reporter=OuterRef("pk"))
            .order_by()
            .values("reporter")
            .annotate(n=Count("article", distinct=True))
        )
        return self.update(listed=Coalesce(Subquery(signed.values("n")), 0))
