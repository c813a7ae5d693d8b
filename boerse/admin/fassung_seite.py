"""What does staff need to see to decide about a text?"""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from ehrenamt.models import Verlaufseintrag
from organisationen.auswahl import OrganisationStatus
from organisationen.models import Organisation

from ..auswahl import FassungStatus
from ..feldnamen import feldname
from ..forms.korrektur import KorrekturForm
from ..models import Fassung
from ..vergleich import vergleichen


def seite(verwaltung, request: HttpRequest, fassung: Fassung, korrektur: KorrekturForm | None = None) -> HttpResponse:
    """The text as it will be, what is new in it, what is missing, who it is from, and the buttons."""
    vorgaenger, angebot = fassung.vorgaenger(), fassung.angebot
    taten = verwaltung.moegliche_taten(request, fassung)
    if korrektur is None and fassung.status == FassungStatus.EINGEREICHT and taten:
        korrektur = KorrekturForm(fassung=fassung)
    kontext = verwaltung.admin_site.each_context(request) | {
        "title": fassung.titel,
        "opts": verwaltung.opts,
        "original": fassung,
        "fassung": fassung,
        "angebot": angebot,
        "organisation": angebot.organisation,
        "organisation_neu": angebot.organisation.status == OrganisationStatus.IN_PRUEFUNG,
        "organisation_sichtbar": Organisation.objects.in_zustaendigkeit(request.user)
        .filter(pk=angebot.organisation_id)
        .exists(),
        "vorgaenger": vorgaenger,
        "zeilen": vergleichen(vorgaenger.inhalt if vorgaenger else {}, fassung.inhalt),
        "fehler": [(feldname(name), saetze) for name, saetze in fassung.fehler().items()],
        "taten": taten,
        "korrektur": korrektur,
        "naechste": verwaltung.naechste(request, fassung),
        "verlauf": Verlaufseintrag.objects.von(fassung, angebot),
        "has_view_permission": True,
    }
    return TemplateResponse(request, "admin/boerse/fassung/change_form.html", kontext)
