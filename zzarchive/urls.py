"""Addresses of the whole site; those of the archive are in articles/urls.py."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    # Feed readers and old browsers ask for it, whatever icon the pages name.
    path("favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}icon.svg", permanent=True)),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
]

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.forbidden"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
