from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("boerse", "0021_suchwoerter_zaehlen")]

    operations = [
        migrations.AddField(
            model_name="suchluecke",
            name="klassen",
            # What the release before this one writes has no classes.
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        )
    ]
