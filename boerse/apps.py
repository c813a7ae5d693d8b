from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


def bereitstellen(**_signal) -> None:
    from ehrenamt.barrierefreiheit import erklaerung_bereitstellen
    from ehrenamt.seiten import seiten_bereitstellen
    from organisationen.rechte import rechte_bereitstellen

    from .ratgeber import regeln_bereitstellen
    from .textbausteine import textbausteine_bereitstellen
    from .vokabular import vokabular_bereitstellen
    from .vorlagen import vorlagen_bereitstellen
    from .wortgruppen import wortgruppen_bereitstellen

    rechte_bereitstellen()
    seiten_bereitstellen()
    erklaerung_bereitstellen()
    vokabular_bereitstellen()
    wortgruppen_bereitstellen()
    regeln_bereitstellen()
    textbausteine_bereitstellen()
    vorlagen_bereitstellen()


class BoerseConfig(AppConfig):
    name = "boerse"
    verbose_name = _("Börse")

    def ready(self) -> None:
        # The last app's signal: every table and permission is there. Idempotent, never overwrites edits.
        post_migrate.connect(bereitstellen, sender=self)
