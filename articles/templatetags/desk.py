"""What the desk's pages show: the worklist, the latest corrections, the tables in working order."""

from django import template

from .. import history
from ..admin.worklist import label, tasks
from ..models import Correction

register = template.Library()
ORDER = (
    *("Page", "Article", "Reporter", "Correction", "Problem", "Change", "ImportRun"),
    *("District", "Place", "Topic", "TopicTerm"),
)
"""What editors open most often first, then the word lists."""
LATEST = 8


register.filter("problem_label", label)


@register.simple_tag
def worklist_tasks():
    return tasks()


@register.simple_tag
def latest_corrections() -> list[tuple[Correction, str]]:
    """The last ones of the archive, each with the name of its field."""
    last = Correction.objects.select_related("page", "article", "reporter")
    return [(one, history.label(one)) for one in last.defer("article__body", "page__text")[:LATEST]]


@register.filter
def in_working_order(app_list: list[dict]) -> list[dict]:
    for app in app_list:
        app["models"].sort(key=_rank)
    return app_list


def _rank(model: dict) -> int:
    name = model["object_name"]
    return ORDER.index(name) if name in ORDER else len(ORDER)


@register.filter
def admin_list(opts) -> str:
    """Name of the address of a table's list."""
    return f"admin:{opts.app_label}_{opts.model_name}_changelist"


@register.filter
def admin_form(row) -> str:
    """Name of the address of a row's form."""
    return f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
