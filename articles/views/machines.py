"""What machines ask for first: robots.txt and whether the site is well."""

from django.db import connection
from django.http import HttpResponse

from .respond import text_answer


def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Crawl-delay: 1", ""]
    return text_answer("\n".join(lines))


def healthz(request):
    """200 when the database answers; a failure shows as the error it is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
