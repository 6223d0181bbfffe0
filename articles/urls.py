"""Addresses of the archive: a promise (docs/addresses.md); none is ever taken back."""

app_name = "articles"
urlpatterns = []
