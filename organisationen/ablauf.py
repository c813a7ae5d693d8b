"""Which states does an organisation go through? The table; its engine is ehrenamt/ablauf.py."""

from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import Ablauf, uebergang
from ehrenamt.rollen import Rolle

from .auswahl import OrganisationStatus as S

KS, ORG, PORTAL = Rolle.KONTAKTSTELLE, Rolle.ORGANISATION, Rolle.PORTAL

ORGANISATION = Ablauf(
    uebergang(
        "freigeben",
        [S.IN_PRUEFUNG, S.ABGELEHNT],
        S.FREIGEGEBEN,
        [KS, PORTAL],
        _("freigegeben"),
        mail="organisationen.mails.organisation_freigegeben",
    ),
    uebergang(
        "ablehnen",
        S.IN_PRUEFUNG,
        S.ABGELEHNT,
        KS,
        _("abgelehnt"),
        grund_noetig=True,
        mail="organisationen.mails.organisation_abgelehnt",
    ),
    uebergang(
        "sperren",
        [S.IN_PRUEFUNG, S.FREIGEGEBEN],
        S.GESPERRT,
        KS,
        _("gesperrt"),
        grund_noetig=True,
        mail="organisationen.mails.organisation_gesperrt",
    ),
    uebergang("entsperren", S.GESPERRT, S.FREIGEGEBEN, KS, _("entsperrt")),
    # It leaves the portal, or objects to being here; back it comes like a new one.
    uebergang("austragen", [S.IN_PRUEFUNG, S.FREIGEGEBEN], S.AUSGETRAGEN, [ORG, KS], _("ausgetragen")),
    uebergang("zurueckkehren", S.AUSGETRAGEN, S.IN_PRUEFUNG, [ORG, KS], _("wieder angemeldet")),
)
