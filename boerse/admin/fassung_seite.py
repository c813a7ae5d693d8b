"""What does staff need to see to decide about a text?"""

from django.http import HttpRequest

from ehrenamt.models import Verlaufseintrag
from organisationen.auswahl import OrganisationStatus
from organisationen.models import Organisation

from ..feldnamen import feldname
from ..forms.rat import ratschlaege
from ..models import Fassung
from ..vergleich import vergleichen
from .fassung_spalten import offen


def entscheidungshilfe(request: HttpRequest, fassung: Fassung) -> dict:
    """What is new in the text, what is missing, who it is from, and a form to put words right."""
    vorgaenger, angebot = fassung.vorgaenger(), fassung.angebot
    organisation = angebot.organisation
    zeilen = vergleichen(vorgaenger.inhalt if vorgaenger else {}, fassung.inhalt)
    sichtbar = Organisation.objects.in_zustaendigkeit(request.user).filter(pk=organisation.pk).exists()
    return {
        "fassung": fassung,
        "angebot": angebot,
        "organisation": organisation,
        "organisation_neu": organisation.status == OrganisationStatus.IN_PRUEFUNG,
        "organisation_sichtbar": sichtbar,
        "vorgaenger": vorgaenger,
        "zeilen": [zeile for zeile in zeilen if zeile.geaendert],
        "unveraendert": [zeile for zeile in zeilen if not zeile.geaendert],
        "fehler": [(feldname(name), saetze) for name, saetze in fassung.fehler().items()],
        "ratschlaege": ratschlaege(fassung.befunde()) if offen(fassung) else [],
        "verlauf": Verlaufseintrag.objects.von(fassung, angebot),
    }
