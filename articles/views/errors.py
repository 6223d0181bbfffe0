"""Error pages in the archive's style, and as JSON where JSON was asked for."""

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _

from .respond import json_answer


def bad_request(request, exception):
    return _error(request, exception, 400, _("This address asks for something odd"))


def forbidden(request, exception):
    return _error(request, exception, 403, _("Not open to readers"))


def not_found(request, exception):
    return _error(request, exception, 404, _("There is no such page"))


def server_error(request):
    """Rendered without the frame, which may be what broke."""
    return HttpResponseServerError(get_template("500.html").render())


def _error(request, exception, status: int, heading: str):
    # A resolver's own message is a dump of patterns, not a word for readers.
    told = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    if request.path.endswith(".json"):
        return json_answer({"error": told or heading}, status=status)
    context = {"heading": heading, "told": told, "status": status}
    return render(request, "articles/error.html", context, status=status)
