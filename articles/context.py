"""What every page's frame shows."""

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext_lazy as _

_SECTIONS = (
    ("coverage", _("Dates")),
    ("counties", _("Counties")),
    ("topics", _("Topics")),
    ("reporters", _("Reporters")),
    ("undated", _("Undated")),
    ("search", _("Search")),
    ("about", _("About")),
)


def frame(request) -> dict:
    """The main navigation with the reader's place in it, the other language, the rights."""
    bare = request.get_full_path().removeprefix(get_script_prefix().rstrip("/"))
    english = request.LANGUAGE_CODE == "en"
    return {
        "sections": [_entry(request.path, name, label) for name, label in _SECTIONS],
        "canonical": (settings.SITE_URL or f"{request.scheme}://{request.get_host()}") + bare,
        "bare_path": bare,
        "other_language": ("zh-Hans", "中文", f"/zh{bare}")
        if english
        else ("en", "English", f"/en{bare}"),
        "rights": settings.RIGHTS,
    }


def _entry(path: str, name: str, label) -> dict:
    url = reverse(f"articles:{name}")
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return {"url": url, "label": label, "current": current}
