from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

SUCHE = """
CREATE TEXT SEARCH CONFIGURATION portal_deutsch (COPY = german);
ALTER TEXT SEARCH CONFIGURATION portal_deutsch
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem;
"""

# The Verlauf is append-only: nothing but the person may be taken out of an entry.
VERLAUF = """
CREATE FUNCTION verlauf_unveraenderlich() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.konto_id IS NULL AND to_jsonb(NEW) - 'konto_id' = to_jsonb(OLD) - 'konto_id' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Verlaufseinträge werden nicht geändert';
END $$;
CREATE TRIGGER verlauf_unveraenderlich BEFORE UPDATE ON ehrenamt_verlaufseintrag
    FOR EACH ROW EXECUTE FUNCTION verlauf_unveraenderlich();
"""
VERLAUF_ZURUECK = """
DROP TRIGGER verlauf_unveraenderlich ON ehrenamt_verlaufseintrag;
DROP FUNCTION verlauf_unveraenderlich;
"""


class Migration(migrations.Migration):
    dependencies = [("ehrenamt", "0002_initial")]
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(SUCHE, "DROP TEXT SEARCH CONFIGURATION portal_deutsch"),
        migrations.RunSQL(VERLAUF, VERLAUF_ZURUECK),
    ]
