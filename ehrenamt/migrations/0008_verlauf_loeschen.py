from django.db import migrations, models

# Deleted is only what is older than the transaction itself says it may be: nothing goes by a slip.
TRIGGER = """
CREATE FUNCTION verlauf_bleibt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.zeitpunkt < NULLIF(current_setting('portal.verlauf_geht_vor', true), '')::timestamptz THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Verlaufseinträge werden nicht vor ihrer Zeit gelöscht';
END $$;
CREATE TRIGGER verlauf_bleibt BEFORE DELETE ON ehrenamt_verlaufseintrag
    FOR EACH ROW EXECUTE FUNCTION verlauf_bleibt();
"""
ZURUECK = """
DROP TRIGGER verlauf_bleibt ON ehrenamt_verlaufseintrag;
DROP FUNCTION verlauf_bleibt;
"""


class Migration(migrations.Migration):
    dependencies = [("ehrenamt", "0007_nachricht_empfaenger")]
    operations = [
        migrations.AddIndex(
            model_name="verlaufseintrag",
            index=models.Index(fields=["zeitpunkt"], name="verlauf_alter"),
        ),
        migrations.RunSQL(TRIGGER, ZURUECK),
        migrations.CreateModel(
            name="Zwischenspeicher",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "Zwischenspeicher",
                "verbose_name_plural": "Zwischenspeicher",
                "db_table": "zwischenspeicher",
                "managed": False,
            },
        ),
    ]
