"""Bulk actions: one form, then one act over everything that was chosen."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse

from . import desk

SHOWN = 50
"""Rows that are named before the act."""


def several(model_admin, request, queryset, form_class, action: str, title: str, do):
    """Ask with ``form_class``, then ``do(row, data, act)`` for each row, as one act."""
    form = form_class(request.POST if "_sure" in request.POST else None)
    if form.is_bound and form.is_valid():
        with desk.acting(request, form.cleaned_data.get("why", "")) as act:
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
    }
    return TemplateResponse(request, "desk/several.html", context)
