from django.db import migrations

# The clocks of what is there already begin where they would have begun; what rests has rested since today at the most.
UHREN = """
UPDATE boerse_anfrage SET wartet_seit = weitergegeben_am WHERE weitergegeben_am IS NOT NULL;
UPDATE boerse_angebot SET ruht_seit = current_date WHERE status IN ('pausiert', 'abgelaufen', 'beendet');
"""


class Migration(migrations.Migration):
    dependencies = [("boerse", "0006_fristen_und_uhren")]
    operations = [migrations.RunSQL(UHREN, migrations.RunSQL.noop)]
