from django.db import migrations, models
from django.db.models.functions import Length

# No index knows the number of listings, and every page has room: counting touches nothing but the row.
PLATZ = "ALTER TABLE boerse_suchwort SET (fillfactor = 80)"


class Migration(migrations.Migration):

    dependencies = [
        ('boerse', '0020_befunde'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='suchwort', name='suchwort_laenge'),
        migrations.AddIndex(model_name='suchwort', index=models.Index(Length('stamm'), name='suchwort_laenge')),
        migrations.RunSQL(PLATZ, "ALTER TABLE boerse_suchwort RESET (fillfactor)"),
    ]
