"""What the forms of the desk share: acts of the editor at hand, lines of a page, differences."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.contrib import messages
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import history, search
from ..corrections import BadValue, lines_in
from ..importing import acts
from ..importing.acts import Act, Said, Stale
from ..models import Article, Change, Page


@contextmanager
def acting(request, why: str = "", done: str = "") -> Iterator[Act]:
    """An act of this editor in one transaction; the index follows after the commit.

    What is refused becomes a message, and nothing is written.
    """
    act = Act(request.user, why)
    try:
        with transaction.atomic():
            yield act
    except BadValue as error:
        messages.error(request, str(error.args[0]))
    except Stale:
        messages.error(
            request, _("Somebody else changed this meanwhile. Nothing was saved; look again.")
        )
    else:
        index_after(act)
        messages.success(request, done or _("Saved; it is in force at once."))


def index_after(act: Act) -> None:
    """Let the search index follow the act after the commit."""
    behind = sorted(act.behind)
    if behind:
        transaction.on_commit(lambda: search.index_articles(behind))


def is_stale(request, target: Article | Page) -> bool:
    """Whether somebody changed it after the form was opened."""
    return request.POST.get("seen", "") != target.changed_at.isoformat()


def unsaved(form, said: Sequence[Said]) -> list[tuple[str, str]]:
    """What an editor typed in vain, field by field, so that nothing has to be typed again."""
    typed = [(form.fields.get(one.field), one.field) for one in said]
    return [(str(field.label), _typed(form[name].value())) for field, name in typed if field]


def _typed(value) -> str:
    return "、".join(value) if isinstance(value, list) else str(value)


def say_what_is_wrong(request, form) -> None:
    """Name the fields that cannot be saved; each says for itself why."""
    labels = "、".join(str(form.fields[name].label) for name in form.errors if name in form.fields)
    messages.error(request, _("Nothing was saved. Please look at: %s") % labels)


def text_lines(page: Page, this: int | None = None) -> list[dict]:
    """The page's text, each line with its number and the article that it belongs to."""
    owners = {}
    shown = page.articles.filter(state__in=["live", "hidden"]).order_by("position")
    for order, article in enumerate(shown):
        for line in lines_in(article.line_ranges):
            owners[line] = (order % 8, article)
    furniture = {n for one in page.furniture for n in lines_in([one["lines"]])}
    rows = []
    for number, text in enumerate(page.text.split("\n"), 1):
        order, article = owners.get(number, (None, None))
        rows.append(
            {
                "number": number,
                "text": text,
                "is_blank": not text.strip(),
                "article": article,
                "owner": order,
                "is_this": article is not None and article.pk == this,
                "is_furniture": number in furniture,
            }
        )
    return rows


def recent(**about) -> list[dict]:
    """The latest changes with their differences; those of acts that can be undone say which."""
    changes = Change.objects.filter(**about).select_related(
        "correction", "article", "page", "reporter"
    )
    return [
        {"line": line, "act": _act_to_undo(line.change)}
        for line in history.lines(list(changes.order_by("-at", "-pk")[:15]))
    ]


def _act_to_undo(change: Change) -> str:
    correction = change.correction
    if change.kind != Change.Kind.CORRECTED or correction is None:
        return ""
    return str(correction.act) if correction.state in correction.STANDING else ""


def settle(request, problems) -> None:
    """One of the problems was looked at; the next import does not bring it back."""
    wanted = request.POST["_settle"]
    open_ones = problems.filter(settled_at=None)
    count = wanted.isdecimal() and open_ones.filter(pk=wanted[:18]).update(
        settled_at=timezone.now()
    )
    messages.success(request, ngettext("%d settled.", "%d settled.", count) % count)


def accept(request, corrections) -> None:
    """Keep an editor's value against the reader of pages."""
    wanted = request.POST["_accept"]
    with acting(request) as act:
        own = corrections.filter(pk=wanted[:18]) if wanted.isdecimal() else corrections.none()
        acts.accept(own.values_list("pk", flat=True), act)


def undo(request) -> None:
    """Take an act back, wherever its button stood."""
    with acting(request, done=_("Undone; what stood before is in force again.")) as act:
        try:
            done = uuid.UUID(request.POST["_undo"])
        except ValueError:
            raise BadValue(_("There is no such act.")) from None
        acts.undo(done, act)
