"""The group of editors: they correct; they neither delete nor configure."""

from django.apps import apps as live_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Editors"
MAY_CHANGE = ("article", "page", "reporter", "reportername")
MAY_SEE = (
    *("problem", "correction", "change", "importrun"),
    *("district", "districtname", "place", "topic", "topicterm"),
)


def make_group(apps, schema_editor):
    create_permissions(live_apps.get_app_config("articles"), verbosity=0)
    Permission = apps.get_model("auth", "Permission")
    wanted = [f"change_{name}" for name in MAY_CHANGE] + ["add_reportername"]
    wanted += [f"view_{name}" for name in (*MAY_CHANGE, *MAY_SEE)]
    group, _made = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label="articles", codename__in=wanted)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_first"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_group, migrations.RunPython.noop)]
