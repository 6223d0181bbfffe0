"""Every list and form of the admin opens, in Chinese, for a superuser."""

import pytest
from django.contrib import admin

from tests.importing.pages import SAMPLES, import_pages

pytestmark = pytest.mark.django_db
MODELS = [m for m in admin.site._registry if m._meta.app_label == "articles"]


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.model_name)
def test_list_and_form_open(admin_client, model):
    import_pages(SAMPLES / "2012-05-03_A1.txt")
    name = model._meta.model_name
    assert admin_client.get(f"/admin/articles/{name}/?q=a").status_code == 200
    one = model.objects.first()
    if one:
        page = admin_client.get(f"/admin/articles/{name}/{one.pk}/change/")
        assert page.status_code == 200
