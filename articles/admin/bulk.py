"""Bulk actions: one form, then one act over everything that was chosen."""

from contextlib import suppress
from datetime import datetime

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..importing import acts
from . import desk

SHOWN = 50
"""Rows that are named before the act."""
MOST = 200
"""Rows of one act: each reads its page again, and somebody waits for it."""


def several(model_admin, request, queryset, form_class, action: str, title: str, do):
    """Ask with ``form_class``, then ``do(row, data, act)`` for each row, as one act."""
    if are_too_many(request, queryset):
        return None
    form = form_class(request.POST if "_sure" in request.POST else None)
    if form.is_bound and form.is_valid() and not _were_changed(request, queryset):
        why = form.cleaned_data.get("why", "")
        with desk.acting(request, why) as act, acts.one_lending(act):
            for row in queryset.order_by("pk"):
                do(row, form.cleaned_data, act)
        return None
    total = queryset.count()
    context = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "form": form,
        "action": action,
        "chosen": queryset[:SHOWN],
        "total": total,
        "more": max(0, total - SHOWN),
        "checkbox": ACTION_CHECKBOX_NAME,
        "ids": request.POST.getlist(ACTION_CHECKBOX_NAME),
        "across": request.POST.get("select_across") == "1",
        "seen": timezone.now().isoformat(),
    }
    return TemplateResponse(request, "desk/several.html", context)


def are_too_many(request, queryset) -> bool:
    """Whether one act over all of them would keep somebody waiting too long; says so."""
    total = queryset.count()
    if total > MOST:
        said = {"total": total, "most": MOST}
        messages.error(request, _("%(total)s are too many at once: %(most)s at most.") % said)
    return total > MOST


def _were_changed(request, queryset) -> bool:
    """Whether somebody changed one of them after this editor was asked; says which."""
    # Who does not say when has seen nothing.
    with suppress(KeyError, ValueError):
        queryset = queryset.filter(changed_at__gt=datetime.fromisoformat(request.POST["seen"]))
    if changed := [str(one) for one in queryset[:5]]:
        said = _("Somebody else changed this meanwhile: %s. Look again, then confirm.")
        messages.warning(request, said % "；".join(changed))
    return bool(changed)
