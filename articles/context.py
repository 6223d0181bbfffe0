"""What every page's frame shows."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

_SECTIONS = (
    ("coverage", _("Dates")),
    ("counties", _("Counties")),
    ("topics", _("Topics")),
    ("reporters", _("Reporters")),
    ("undated", _("Undated")),
    ("about", _("About")),
)


def frame(request) -> dict:
    """The main navigation, with the reader's place in it."""
    return {"sections": [_entry(request.path, name, label) for name, label in _SECTIONS]}


def _entry(path: str, name: str, label) -> dict:
    url = reverse(f"articles:{name}")
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return {"url": url, "label": label, "current": current}
