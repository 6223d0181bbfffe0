"""The editors' desk: Django's admin over the archive's tables."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import articles, lists, pages, people, records  # noqa: F401  registers the tables

admin.site.site_header = admin.site.site_title = _("Zhuzhou Daily Archive: editors' desk")
# A page's text beside the form needs the width.
admin.site.enable_nav_sidebar = False
admin.site.index_title = _("What is to be done")
