"""Who stands behind a name: names lead to reporters, and an editor's merges are followed."""

from collections.abc import Iterable

from ..corrections import Values
from ..models import Reporter, ReporterName


def reporters_of(bylines: Iterable[Values]) -> dict[str, int]:
    """Reporter's id for each name that the bylines sign with; unknown ones are made."""
    signed: dict[str, Values] = {}
    for byline in bylines:
        signed.setdefault(byline.get("as") or byline["name"], byline)
    if not signed:
        return {}
    known = dict(ReporterName.objects.filter(name__in=signed).values_list("name", "reporter_id"))
    new = [name for name in signed if name not in known]
    made = Reporter.objects.bulk_create(
        Reporter(name=name, is_organisation=bool(signed[name].get("organisation"))) for name in new
    )
    ReporterName.objects.bulk_create(
        ReporterName(name=reporter.name, reporter=reporter) for reporter in made
    )
    return known | {reporter.name: reporter.pk for reporter in made}
