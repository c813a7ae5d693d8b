from django.core.management import call_command
from django.db import migrations


def anlegen(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """The table of the cache that all processes share, so that migrate alone makes a usable database."""

    dependencies = [("ehrenamt", "0003_deutsch_und_verlauf")]
    operations = [
        migrations.RunPython(anlegen, migrations.RunPython.noop),
    ]
