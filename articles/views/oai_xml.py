"""The XML of OAI-PMH: elements in, bytes out; knows nothing of requests or queries."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from django.conf import settings

from ..citations import PAPER
from ..models import Article
from ..templatetags.reading import title_of

OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
for _prefix, _space in (("", OAI), ("oai_dc", OAI_DC), ("dc", DC), ("xsi", XSI)):
    ET.register_namespace(_prefix, _space)

# What XML 1.0 cannot say at all; texts read by OCR may hold it.
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def envelope(base: str, now: str, arguments: dict, content: Iterable[ET.Element]) -> bytes:
    root = ET.Element(f"{{{OAI}}}OAI-PMH")
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI} {OAI}OAI-PMH.xsd")
    _text(root, "responseDate", now)
    request = _text(root, "request", base)
    for name, value in arguments.items():
        request.set(name, _sayable(value))
    root.extend(content)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def error(code: str, told: str) -> ET.Element:
    element = ET.Element(f"{{{OAI}}}error", code=code)
    element.text = told
    return element


def wrapped(verb: str, rows: Iterable[ET.Element]) -> ET.Element:
    element = ET.Element(f"{{{OAI}}}{verb}")
    element.extend(rows)
    return element


def token(value: str) -> ET.Element:
    element = ET.Element(f"{{{OAI}}}resumptionToken")
    element.text = value
    return element


def identify(base: str, contact: str, earliest: str) -> ET.Element:
    element = ET.Element(f"{{{OAI}}}Identify")
    for name, value in (
        ("repositoryName", f"{PAPER}数字档案"),
        ("baseURL", base),
        ("protocolVersion", "2.0"),
        ("adminEmail", contact),
        ("earliestDatestamp", earliest),
        ("deletedRecord", "persistent"),
        ("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ):
        _text(element, name, value)
    return element


def formats() -> ET.Element:
    element = ET.Element(f"{{{OAI}}}ListMetadataFormats")
    one = ET.SubElement(element, f"{{{OAI}}}metadataFormat")
    _text(one, "metadataPrefix", "oai_dc")
    _text(one, "schema", f"{OAI}oai_dc.xsd")
    _text(one, "metadataNamespace", OAI_DC)
    return element


def sets(named: Iterable[tuple[str, str]]) -> ET.Element:
    element = ET.Element(f"{{{OAI}}}ListSets")
    for spec, name in named:
        one = ET.SubElement(element, f"{{{OAI}}}set")
        _text(one, "setSpec", spec)
        _text(one, "setName", name)
    return element


def header(identifier: str, stamp: str, names: list[str], *, deleted: bool) -> ET.Element:
    element = ET.Element(f"{{{OAI}}}header")
    if deleted:
        element.set("status", "deleted")
    _text(element, "identifier", identifier)
    _text(element, "datestamp", stamp)
    for name in names:
        _text(element, "setSpec", name)
    return element


def record(head: ET.Element, article: Article | None = None, url: str = "") -> ET.Element:
    """A record with its Dublin Core; without an article, of one that was taken out."""
    element = ET.Element(f"{{{OAI}}}record")
    element.append(head)
    if article is not None:
        metadata = ET.SubElement(element, f"{{{OAI}}}metadata")
        metadata.append(_dublin_core(article, url))
    return element


def _dublin_core(article: Article, url: str) -> ET.Element:
    element = ET.Element(f"{{{OAI_DC}}}dc")
    element.set(f"{{{XSI}}}schemaLocation", f"{OAI_DC} {OAI}oai_dc.xsd")
    where = f"{PAPER} {article.issue_date} {article.page_number}".strip()
    rows = [
        ("title", title_of(article)),
        *(("creator", byline.name) for byline in article.bylines.all()),
        *(("subject", tie.topic.name) for tie in article.articletopic_set.all()),
        ("description", article.body[:500]),
        ("publisher", PAPER),
        ("date", article.issue_date),
        ("type", "Text"),
        ("format", "text/html"),
        ("identifier", url),
        ("source", where),
        ("language", "zh"),
        *(("coverage", tie.district.name) for tie in article.articledistrict_set.all()),
        ("rights", settings.RIGHTS),
    ]
    for name, value in rows:
        if value:
            ET.SubElement(element, f"{{{DC}}}{name}").text = _sayable(value)
    return element


def _text(parent: ET.Element, name: str, value: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{OAI}}}{name}")
    element.text = _sayable(value)
    return element


def _sayable(text: str) -> str:
    return _UNSAYABLE.sub("", text)
