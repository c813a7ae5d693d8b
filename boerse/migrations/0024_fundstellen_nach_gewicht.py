from django.db import migrations, models

TAUSCHEN = """
ALTER TABLE boerse_fundstelle
  DROP CONSTRAINT boerse_fundstelle_pkey,
  ADD CONSTRAINT boerse_fundstelle_pkey PRIMARY KEY ({})
"""


class Migration(migrations.Migration):

    dependencies = [
        ('boerse', '0023_ratgeber'),
    ]

    operations = [
        migrations.RunSQL(
            TAUSCHEN.format("wort_id, gewicht, angebot_id"),
            TAUSCHEN.format("wort_id, angebot_id, gewicht"),
            state_operations=[
                migrations.AlterField(
                    model_name='fundstelle',
                    name='pk',
                    field=models.CompositePrimaryKey('wort', 'gewicht', 'angebot', blank=True, editable=False, primary_key=True, serialize=False),
                ),
            ],
        ),
    ]
