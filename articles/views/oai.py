"""OAI-PMH 2.0 for harvesters: every article as Dublin Core, those taken out as deleted.

Records are ordered by the time of their last change and their id, both kept in one index, and
a resumption token says after which record to go on: a harvest never skips or repeats one,
however long it takes and whatever is imported meanwhile.
"""

import base64
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from ..models import Article, District, Topic
from . import oai_xml as xml
from .citation import permanent

_PER_ANSWER = 100
_ARGUMENTS = {
    "Identify": (set(), set()),
    "ListSets": (set(), {"resumptionToken"}),
    "ListMetadataFormats": (set(), {"identifier"}),
    "GetRecord": ({"identifier", "metadataPrefix"}, set()),
    "ListIdentifiers": ({"metadataPrefix"}, {"from", "until", "set"}),
    "ListRecords": ({"metadataPrefix"}, {"from", "until", "set"}),
}
_PAGED = {"ListSets", "ListIdentifiers", "ListRecords"}


class OaiError(Exception):
    """An error of the protocol: its code and a word for the harvester's operator."""

    def __init__(self, code: str, told: str):
        super().__init__(told)
        self.code = code


@dataclass(frozen=True)
class Harvest:
    """What a harvester asked for, and after which record it goes on."""

    since: str = ""
    until: str = ""
    set: str = ""
    after: str = ""
    after_id: int = 0

    @property
    def token(self) -> str:
        return base64.urlsafe_b64encode(json.dumps(asdict(self)).encode()).decode()

    @classmethod
    def of_token(cls, token: str) -> "Harvest":
        try:
            said = json.loads(base64.b64decode(token.encode(), altchars=b"-_", validate=True))
            harvest = cls(**said)
            known = datetime.fromisoformat(harvest.after).tzinfo is not None
        except (ValueError, TypeError) as error:
            raise OaiError("badResumptionToken", "The token is not one of ours.") from error
        strings = (harvest.since, harvest.until, harvest.set)
        known = known and all(isinstance(s, str) for s in strings)
        if not known or not _is_key(harvest.after_id):
            raise OaiError("badResumptionToken", "The token is not one of ours.")
        return harvest


@csrf_exempt
def oai(request):
    """GET and POST alike, as the protocol demands; nothing is ever written."""
    asked = request.POST if request.method == "POST" else request.GET
    try:
        verb, arguments = _understood(asked)
        content = _VERBS[verb](request, arguments)
        answer = xml.envelope(_base(request), _now(), {"verb": verb, **arguments}, content)
    except OaiError as error:
        # The arguments are not repeated where they are what is wrong.
        answer = xml.envelope(_base(request), _now(), {}, [xml.error(error.code, str(error))])
    return HttpResponse(answer, content_type="text/xml; charset=utf-8")


def _understood(asked) -> tuple[str, dict[str, str]]:
    verb = asked.get("verb", "")
    if verb not in _ARGUMENTS or len(asked.getlist("verb")) != 1:
        raise OaiError("badVerb", "The verb is missing, repeated or unknown.")
    arguments = {name: asked[name] for name in asked if name != "verb"}
    if any(len(asked.getlist(name)) > 1 for name in arguments):
        raise OaiError("badArgument", "An argument is repeated.")
    needed, allowed = _ARGUMENTS[verb]
    if verb in _PAGED and set(arguments) == {"resumptionToken"}:
        return verb, arguments
    if needed - set(arguments):
        raise OaiError("badArgument", f"Missing: {', '.join(sorted(needed - set(arguments)))}.")
    if set(arguments) - needed - allowed:
        raise OaiError("badArgument", "An argument does not belong to this verb.")
    if arguments.get("metadataPrefix", "oai_dc") != "oai_dc":
        raise OaiError("cannotDisseminateFormat", "Only oai_dc is offered.")
    return verb, arguments


def _identify(request, _arguments):
    earliest = Article.objects.order_by("changed_at").values_list("changed_at", flat=True).first()
    contact = settings.REPORT_TO if "@" in settings.REPORT_TO else f"webmaster@{_host(request)}"
    return [xml.identify(_base(request), contact, _stamp(earliest or timezone.now()))]


def _formats(request, arguments):
    if "identifier" in arguments:
        _article(request, arguments["identifier"])
    return [xml.formats()]


def _sets(_request, arguments):
    if "resumptionToken" in arguments:
        raise OaiError("badResumptionToken", "The list of sets is given whole.")
    named = [(f"county:{d.slug}", d.name) for d in District.objects.all()]
    named += [(f"topic:{t.slug}", t.name) for t in Topic.objects.all()]
    return [xml.sets([("county", "县区"), ("topic", "专题"), *named])]


def _record(request, arguments):
    article = _article(request, arguments["identifier"])
    return [xml.wrapped("GetRecord", [_as_record(request, article)])]


def _identifiers(request, arguments):
    return _list(request, arguments, "ListIdentifiers", _header)


def _records(request, arguments):
    return _list(request, arguments, "ListRecords", _as_record)


def _list(request, arguments, verb: str, write):
    harvest = _harvest(arguments)
    articles = list(_found(harvest)[: _PER_ANSWER + 1])
    if not articles:
        raise OaiError("noRecordsMatch", "Nothing matches.")
    rows = [write(request, article) for article in articles[:_PER_ANSWER]]
    if len(articles) > _PER_ANSWER:
        last = articles[_PER_ANSWER - 1]
        following = Harvest(
            harvest.since, harvest.until, harvest.set, last.changed_at.isoformat(), last.pk
        )
        rows.append(xml.token(following.token))
    elif harvest.after:
        rows.append(xml.token(""))
    return [xml.wrapped(verb, rows)]


def _harvest(arguments) -> Harvest:
    if "resumptionToken" in arguments:
        return Harvest.of_token(arguments["resumptionToken"])
    since, until = arguments.get("from", ""), arguments.get("until", "")
    if since and until and len(since) != len(until):
        raise OaiError("badArgument", "from and until differ in their granularity.")
    if since and until and _moment(since) > _moment(until):
        raise OaiError("badArgument", "from is later than until.")
    return Harvest(since, until, arguments.get("set", ""))


def _found(harvest: Harvest):
    articles = Article.objects.for_reading().order_by("changed_at", "pk")
    if harvest.since:
        articles = articles.filter(changed_at__gte=_moment(harvest.since))
    if harvest.until:
        articles = articles.filter(changed_at__lt=_end(harvest.until))
    if harvest.set:
        articles = articles.filter(_of_set(harvest.set))
    if harvest.after:
        after = datetime.fromisoformat(harvest.after)
        articles = articles.filter(changed_at__gte=after).filter(
            Q(changed_at__gt=after) | Q(pk__gt=harvest.after_id)
        )
    return articles


def _of_set(name: str) -> Q:
    kind, _colon, slug = name.partition(":")
    field = {"county": "articledistrict__district", "topic": "articletopic__topic"}.get(kind)
    if field is None:
        raise OaiError("noRecordsMatch", "There is no such set.")
    if not slug:
        return Q(pk__in=Article.objects.filter(**{f"{field}__isnull": False}).values("pk"))
    return Q(**{f"{field}__slug": slug.replace("\0", "")})


def _article(request, identifier: str) -> Article:
    prefix = f"oai:{_host(request)}:articles/"
    number = identifier.removeprefix(prefix)
    if identifier.startswith(prefix) and number.isascii() and number.isdigit():
        key = int(number[:19])
        if found := Article.objects.for_reading().filter(pk=key).first():
            return found
    raise OaiError("idDoesNotExist", "There is no such record.")


def _header(request, article: Article):
    names = [f"county:{tie.district.slug}" for tie in article.articledistrict_set.all()]
    names += [f"topic:{tie.topic.slug}" for tie in article.articletopic_set.all()]
    identifier = f"oai:{_host(request)}:articles/{article.pk}"
    deleted = article.state != Article.State.LIVE
    return xml.header(identifier, _stamp(article.changed_at), names, deleted=deleted)


def _as_record(request, article: Article):
    header = _header(request, article)
    if article.state != Article.State.LIVE:
        return xml.record(header)
    return xml.record(header, article, permanent(request, f"/articles/{article.pk}/"))


def _moment(said: str) -> datetime:
    """A UTC day or second, as the protocol writes them."""
    for form in ("%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"):
        try:
            return datetime.strptime(said, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise OaiError("badArgument", "A date must be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")


def _end(until: str) -> datetime:
    """The first moment after ``until``, which is included to its end."""
    unit = timedelta(days=1) if len(until) == len("2000-01-01") else timedelta(seconds=1)
    try:
        return _moment(until) + unit
    except OverflowError as error:
        raise OaiError("badArgument", "until is past the end of the calendar.") from error


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _now() -> str:
    return _stamp(timezone.now())


def _host(request) -> str:
    site = settings.SITE_URL.partition("://")[2] or request.get_host()
    return site.partition(":")[0].partition("/")[0]


def _base(request) -> str:
    return permanent(request, "/oai")


def _is_key(value) -> bool:
    return isinstance(value, int) and 0 <= value < 2**63


_VERBS = {
    "Identify": _identify,
    "ListSets": _sets,
    "ListMetadataFormats": _formats,
    "GetRecord": _record,
    "ListIdentifiers": _identifiers,
    "ListRecords": _records,
}
