"""How is the Verlauf of an enquiry or of an offer of help told to its person? In plain words, with roles only."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from ehrenamt.models import Verlaufseintrag

SAETZE: dict[str, Any] = {
    "stellen": _("Sie haben die Nachricht geschrieben."),
    "bestaetigen": _("Sie haben bestätigt. Die Nachricht ging an die Organisation."),
    "bestaetigen_an_kontaktstelle": _("Sie haben bestätigt. Die Nachricht ging an die Kontaktstelle."),
    "eltern_fragen": _("Sie haben bestätigt. Wir haben Ihren Elternteil gefragt."),
    "eltern_zustimmen": _("Ihr Elternteil ist einverstanden. Die Nachricht ging an die Kontaktstelle."),
    "berichtigen": _("Sie haben Ihre Angaben berichtigt."),
    "erinnern": _("Wir haben die Organisation an Ihre Nachricht erinnert."),
    "antworten": _("Sie haben per E-Mail eine Antwort bekommen."),
    "nachfragen": _("Wir haben Sie gefragt, ob sich jemand gemeldet hat."),
    "erhalten": _("Sie haben gesagt: Es hat sich jemand gemeldet."),
    "erhalten_kennenlernen": _("Sie haben gesagt: Es hat sich jemand gemeldet."),
    "vermissen": _("Sie haben gesagt: Es hat sich noch niemand gemeldet."),
    "beantworten": _("Ihre Nachricht wurde beantwortet."),
    "kennenlernen": _("Ein Kennenlernen ist vereinbart."),
    "vermitteln": _("Es hat geklappt: Sie machen mit."),
    "absagen": _("Es gab eine Absage."),
    "uebernehmen": _("Die Kontaktstelle kümmert sich um Ihre Anfrage."),
    "weiterleiten": _("Die Kontaktstelle hat Ihre Angaben an die Organisation weitergegeben."),
    "zurueckziehen": _("Sie haben die Anfrage zurückgezogen."),
    "aufgeben": _("Die Anfrage wurde ohne Rückmeldung beendet."),
    "eingesehen": _("Die Kontaktstelle hat Ihre Anfrage gelesen."),
}


WUNSCH: dict[str, Any] = {
    "anbieten": _("Sie haben Ihre Hilfe angeboten."),
    "bestaetigen": _("Sie haben bestätigt. Ihr Angebot ging an die Kontaktstelle."),
    "bearbeiten": _("Sie haben Ihre Angaben geändert."),
    "eingesehen": _("Die Kontaktstelle hat Ihre Angaben gelesen."),
    "beraten": _("Die Kontaktstelle berät Sie."),
    "vorschlagen": _("Die Kontaktstelle hat Ihnen Vorschläge geschickt."),
    "erinnern": _("Wir haben die Kontaktstelle an Sie erinnert."),
    "vermitteln": _("Es hat geklappt: Sie machen mit."),
    "beenden": _("Die Suche wurde ohne Ergebnis beendet."),
    "zurueckziehen": _("Sie haben Ihr Angebot zurückgezogen."),
}


def fuer_buergerin(objekt: Any, saetze: dict[str, Any] = SAETZE) -> Iterator[dict[str, Any]]:
    """What happened, newest first: when, and one sentence; who it was stays with the role."""
    for eintrag in Verlaufseintrag.objects.von(objekt):
        if satz := saetze.get(eintrag.vorgang):
            yield {"wann": eintrag.zeitpunkt, "satz": satz}
