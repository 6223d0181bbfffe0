"""/data/: the dumps that ``write_data`` made, with their checksums."""

import re

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from ..dumps import is_behind, read_manifest
from . import crumbs
from .citation import permanent
from .respond import json_answer, shared

_TYPES = {".gz": "application/gzip", ".txt": "text/plain; charset=utf-8"}


def data(request, form="html"):
    listed = read_manifest(settings.DATA_DIR)
    files = listed.get("files", [])
    if form == "json":
        results = [{**one, "url": permanent(request, _address(one["name"]))} for one in files]
        return json_answer({"total": len(results), "results": results, "next": None})
    written_at = parse_datetime(listed["written_at"]) if listed else None
    context = {
        "files": files,
        "written_at": written_at,
        "behind": bool(listed) and is_behind(listed),
        "crumbs": crumbs.of(_("Data")),
    }
    return render(request, "articles/data.html", context)


def file(request, name):
    """One dump. Only names that the manifest lists are ever opened."""
    known = {one["name"] for one in read_manifest(settings.DATA_DIR).get("files", [])} | {
        "SHA256SUMS.txt"
    }
    path = settings.DATA_DIR / name
    if name not in known or not re.fullmatch(r"[\w.-]+", name) or not path.is_file():
        raise Http404(_("There is no such file."))
    answer = FileResponse(path.open("rb"), content_type=_TYPES[path.suffix])
    return shared(answer)


def _address(name: str) -> str:
    return reverse("articles:data_file", args=[name])
