"""What machines ask for first: robots.txt and whether the site is well."""

from django.db import connection
from django.http import HttpResponse
from django.urls import reverse

from .citation import permanent
from .respond import text_answer


def robots(request):
    """Searches cost most and show nothing that the sitemaps do not name."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search",
        "Disallow: /en/search",
        "Disallow: /zh/",
        "Crawl-delay: 1",
        f"Sitemap: {permanent(request, reverse('articles:sitemap'))}",
    ]
    return text_answer("\n".join(lines) + "\n")


def healthz(request):
    """200 when the database answers; a failure shows as the error it is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
