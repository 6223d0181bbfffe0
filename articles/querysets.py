"""The questions that pages ask of articles, each in one phrase."""

from datetime import date

from django.db import models
from django.db.models import F


class ArticleQuerySet(models.QuerySet):
    def live(self):
        """Articles that readers may open; hidden, merged and gone ones are left out."""
        return self.filter(state="live")

    def listed(self):
        """Live articles that stand in readers' lists: no adverts, notices or lead-ins."""
        return self.filter(in_lists=True)

    def on_day(self, day: date):
        return self.filter(date_precision="day", date_earliest=day)

    def newest_first(self):
        """Newest day first, in page order within a day; undated articles last."""
        return self.order_by(F("date_earliest").desc(nulls_last=True), "page_number", "position")

    def with_byline(self):
        """Joins that one line of a list needs: page, primary county, bylines."""
        return self.select_related("page", "primary_district").prefetch_related("bylines__reporter")
