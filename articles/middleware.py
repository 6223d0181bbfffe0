"""What every public page has in common: its language, its errors, its version."""

from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponseNotAllowed
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_etags
from django.utils.translation.trans_real import parse_accept_lang_header

from . import search
from .models import DataVersion
from .moment import snapshot
from .views import errors

LANGUAGE_PREFIXES = {"en": "en", "zh": "zh-hans"}
_NOT_PUBLIC = ("/admin/", "/static/", "/healthz")
_BY_CONTENT = ("/search", "/oai")
"""Answers that more than the data decides: the index may lag behind it for a moment."""


class LanguageByAddress:
    """``/en/…`` and ``/zh/…`` fix the interface's language; elsewhere the browser's wish does.

    The prefix is taken off before the address is resolved and put before every address that
    the page links to, so that a reader stays in the language; no cookie is read or set.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        prefix, path = _split(request.path_info)
        before = get_script_prefix()
        language = LANGUAGE_PREFIXES[prefix] if prefix else _wished(request)
        if prefix:
            request.path_info = path
            set_script_prefix(f"{before}{prefix}/")
        try:
            with translation.override(language):
                request.LANGUAGE_CODE = language
                response = self.get_response(request)
        finally:
            set_script_prefix(before)
        response.setdefault("Content-Language", "en" if language == "en" else "zh-Hans")
        if not prefix:
            patch_vary_headers(response, ["Accept-Language"])
        return response


def _split(path: str) -> tuple[str, str]:
    head, slash, rest = path.removeprefix("/").partition("/")
    return (head, f"/{rest}") if slash and head in LANGUAGE_PREFIXES else ("", path)


def _wished(request) -> str:
    """The first language of the browser's list that the interface speaks."""
    for wish, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if (language := LANGUAGE_PREFIXES.get(wish.split("-")[0])) is not None:
            return language
    return settings.LANGUAGE_CODE


class ReadOnly:
    """Readers' addresses answer GET and HEAD; the admin alone is written to.

    OAI-PMH demands that its questions may be posted, too; they change nothing.
    """

    allowed = ("GET", "HEAD", "OPTIONS")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        posted_question = request.method == "POST" and request.path_info == "/oai"
        if request.method in self.allowed or posted_question:
            return self.get_response(request)
        if request.path_info.startswith("/admin/"):
            return self.get_response(request)
        return HttpResponseNotAllowed(self.allowed)


class OddQueries:
    """A view that cannot make sense of a query raises BadRequest; readers get a page.

    Django would log each with a traceback, which anybody could fill a disk with.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, BadRequest):
            return errors.bad_request(request, exception)
        return None


class OneMoment:
    """A reader's page is of one moment, whatever is imported while it is made.

    It asks many questions. Without this an article's text could come from before a write and its
    byline from after it, and an article that just went could be missing where it is expected.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(_NOT_PUBLIC):
            return self.get_response(request)
        with snapshot():
            return self.get_response(request)


class ConditionalByVersion:
    """ETag and Last-Modified from the version of the data; 304 before a view has to run.

    Caches may keep a page but must ask each time, so a correction shows at once.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.code = _code_version()

    def __call__(self, request):
        if request.method not in {"GET", "HEAD"} or request.path_info.startswith(_NOT_PUBLIC):
            return self.get_response(request)
        version = DataVersion.now()
        etag = self._etag(request, version)
        by_content = request.path_info.startswith(_BY_CONTENT)
        if not by_content and etag in parse_etags(request.headers.get("If-None-Match", "")):
            return _marked(get_conditional_response(request, etag=etag), etag, version)
        response = self.get_response(request)
        if response.status_code != 200 or response.streaming:
            return response
        if by_content:
            etag = f'W/"{sha256(response.content).hexdigest()[:32]}"'
            version = DataVersion()
        _marked(response, etag, version)
        return get_conditional_response(request, etag, _seconds(version), response)

    def _etag(self, request, version: DataVersion) -> str:
        """Also of the day, for pages say what happened on it and when they were looked at, and
        of the index, for suggestions and related articles come from there."""
        parts = (
            str(version),
            search.version(),
            self.code,
            timezone.localdate().isoformat(),
            request.LANGUAGE_CODE,
            request.get_host(),
            request.get_full_path(),
        )
        return f'W/"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def _marked(response, etag: str, version: DataVersion):
    response["ETag"] = etag
    if (seconds := _seconds(version)) is not None:
        response["Last-Modified"] = http_date(seconds)
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    return response


def _seconds(version: DataVersion) -> int | None:
    return version.changed_at and int(version.changed_at.timestamp())


def _code_version() -> str:
    """Changes when the site's own files do, so that an update shows at once too."""
    kinds = (("articles", "*.py"), ("templates", "*.html"), ("static", "*"), ("locale", "*.mo"))
    files = (file for top, kind in kinds for file in (settings.BASE_DIR / top).rglob(kind))
    newest = max((Path(file).stat().st_mtime_ns for file in files), default=0)
    return f"{newest:x}"
