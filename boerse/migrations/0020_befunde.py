from django.db import migrations, models

# The row that nobody else holds at the moment, else a further one: whoever publishes waits for nobody.
WEITER = """
CREATE FUNCTION boerse_stand_weiter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH frei AS (SELECT id FROM boerse_stand LIMIT 1 FOR UPDATE SKIP LOCKED),
       weiter AS (UPDATE boerse_stand s SET aenderungen = aenderungen + 1 FROM frei WHERE s.id = frei.id RETURNING s.id)
  INSERT INTO boerse_stand (aenderungen) SELECT 1 WHERE NOT EXISTS (SELECT FROM weiter);
  RETURN NULL;
END $$;
CREATE TRIGGER angebot_stand AFTER INSERT OR UPDATE OR DELETE ON boerse_angebot
  FOR EACH STATEMENT EXECUTE FUNCTION boerse_stand_weiter();
CREATE TRIGGER organisation_stand AFTER UPDATE OF status ON organisationen_organisation
  FOR EACH STATEMENT EXECUTE FUNCTION boerse_stand_weiter();
"""
ZURUECK = """
DROP TRIGGER organisation_stand ON organisationen_organisation;
DROP TRIGGER angebot_stand ON boerse_angebot;
DROP FUNCTION boerse_stand_weiter();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('boerse', '0019_merkmale'),
        ('organisationen', '0004_austragen'),
    ]

    operations = [
        migrations.CreateModel(
            name='Befund',
            fields=[
                ('schluessel', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('stand', models.BigIntegerField()),
                ('zeilen', models.TextField()),
                ('seit', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'Befund',
                'verbose_name_plural': 'Befunde',
            },
        ),
        migrations.CreateModel(
            name='Stand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('aenderungen', models.BigIntegerField()),
            ],
            options={
                'verbose_name': 'Stand',
                'verbose_name_plural': 'Stände',
            },
        ),
        migrations.RunSQL(WEITER, ZURUECK),
    ]
