"""Which states do a listing, its text in work, an enquiry and an offer of help go through?

Tables; the engine is ehrenamt/ablauf.py.
"""

from django.utils.translation import gettext_lazy as _

from ehrenamt.ablauf import Ablauf, uebergang
from ehrenamt.rollen import Rolle

from .auswahl import AnfrageStatus as Q
from .auswahl import AngebotStatus as A
from .auswahl import FassungStatus as F
from .auswahl import WunschStatus as W

BUERGERIN, ELTERN = Rolle.BUERGERIN, Rolle.ELTERN
ORG, KS, PORTAL = Rolle.ORGANISATION, Rolle.KONTAKTSTELLE, Rolle.PORTAL

ANGEBOT = Ablauf(
    # Only Fassung.freigeben() asks for these two; they also renew what had ended or what the portal had paused.
    uebergang("veroeffentlichen", A.UNVEROEFFENTLICHT, A.VEROEFFENTLICHT, [KS, PORTAL], _("veröffentlicht")),
    uebergang("erneuern", [A.PAUSIERT, A.ABGELAUFEN, A.BEENDET], A.VEROEFFENTLICHT, [KS, PORTAL], _("erneuert")),
    uebergang("bestaetigen", A.VEROEFFENTLICHT, A.VEROEFFENTLICHT, [ORG, KS], _("bestätigt")),
    uebergang("pausieren", A.VEROEFFENTLICHT, A.PAUSIERT, [ORG, KS, PORTAL], _("pausiert")),
    uebergang("fortsetzen", A.PAUSIERT, A.VEROEFFENTLICHT, [ORG, KS], _("fortgesetzt")),
    uebergang("ablaufen", [A.VEROEFFENTLICHT, A.PAUSIERT], A.ABGELAUFEN, PORTAL, _("abgelaufen")),
    uebergang("beenden", [A.VEROEFFENTLICHT, A.PAUSIERT, A.ABGELAUFEN], A.BEENDET, [ORG, KS], _("beendet")),
    uebergang("archivieren", [A.PAUSIERT, A.ABGELAUFEN, A.BEENDET], A.ARCHIVIERT, PORTAL, _("archiviert")),
    uebergang(
        "sperren",
        [A.UNVEROEFFENTLICHT, A.VEROEFFENTLICHT, A.PAUSIERT, A.ABGELAUFEN, A.BEENDET],
        A.GESPERRT,
        KS,
        _("gesperrt"),
        grund_noetig=True,
        mail="boerse.mails.angebot_gesperrt",
    ),
    uebergang("entsperren", A.GESPERRT, A.PAUSIERT, KS, _("entsperrt")),
)

FASSUNG = Ablauf(
    uebergang("einreichen", [F.ENTWURF, F.ZURUECKGEGEBEN], F.EINGEREICHT, [ORG, PORTAL, KS], _("eingereicht")),
    # The portal: an import brings a newer text of what still waits.
    uebergang("zuruecknehmen", F.EINGEREICHT, F.ENTWURF, [ORG, PORTAL], _("zurückgenommen")),
    uebergang("verwerfen", [F.ENTWURF, F.ZURUECKGEGEBEN], F.VERWORFEN, ORG, _("verworfen")),
    uebergang(
        "freigeben",
        F.EINGEREICHT,
        F.UEBERNOMMEN,
        [KS, PORTAL],
        _("freigegeben"),
        mail="boerse.mails.fassung_freigegeben",
    ),
    uebergang(
        "zurueckgeben",
        F.EINGEREICHT,
        F.ZURUECKGEGEBEN,
        KS,
        _("zurückgegeben"),
        grund_noetig=True,
        mail="boerse.mails.fassung_zurueckgegeben",
    ),
    uebergang(
        "ablehnen",
        F.EINGEREICHT,
        F.ABGELEHNT,
        KS,
        _("abgelehnt"),
        grund_noetig=True,
        mail="boerse.mails.fassung_abgelehnt",
    ),
)

LAUFEND = [Q.OFFEN, Q.BEANTWORTET, Q.KENNENLERNEN, Q.UEBERNOMMEN]
# Somebody noted an answer; only the person knows whether it came.
NACHFRAGBAR = [Q.BEANTWORTET, Q.KENNENLERNEN]

ANFRAGE = Ablauf(
    # The citizen pressed the button behind the mailed link: on to the organisation, or to the Kontaktstelle
    # where the organisation has no address. Under 16 a parent is asked first; then the Kontaktstelle takes over.
    uebergang(
        "bestaetigen",
        Q.UNBESTAETIGT,
        Q.OFFEN,
        BUERGERIN,
        _("bestätigt"),
        mail="boerse.mails.anfrage_eingegangen",
    ),
    uebergang(
        "bestaetigen_an_kontaktstelle",
        Q.UNBESTAETIGT,
        Q.UEBERNOMMEN,
        BUERGERIN,
        _("bestätigt, an die Kontaktstelle"),
        mail="boerse.mails.anfrage_an_kontaktstelle",
    ),
    uebergang(
        "eltern_fragen",
        Q.UNBESTAETIGT,
        Q.ELTERN,
        BUERGERIN,
        _("bestätigt, Eltern gefragt"),
        mail="boerse.mails.eltern_gefragt",
    ),
    uebergang(
        "eltern_zustimmen",
        Q.ELTERN,
        Q.UEBERNOMMEN,
        ELTERN,
        _("Elternteil hat zugestimmt"),
        mail="boerse.mails.eltern_zugestimmt",
    ),
    uebergang("beantworten", [Q.OFFEN, Q.UEBERNOMMEN], Q.BEANTWORTET, [ORG, KS], _("beantwortet")),
    # By the portal's form: the answer goes out with it.
    uebergang(
        "antworten",
        [Q.OFFEN, Q.BEANTWORTET, Q.UEBERNOMMEN],
        Q.BEANTWORTET,
        [ORG, KS],
        _("über das Portal beantwortet"),
    ),
    uebergang(
        "kennenlernen",
        [Q.OFFEN, Q.BEANTWORTET, Q.UEBERNOMMEN],
        Q.KENNENLERNEN,
        [ORG, KS],
        _("Kennenlernen vereinbart"),
    ),
    # "Hat sich jemand gemeldet?"
    uebergang("erhalten", [Q.OFFEN, Q.BEANTWORTET], Q.BEANTWORTET, BUERGERIN, _("Antwort erhalten")),
    uebergang("erhalten_kennenlernen", Q.KENNENLERNEN, Q.KENNENLERNEN, BUERGERIN, _("Antwort erhalten")),
    uebergang(
        "vermissen",
        NACHFRAGBAR,
        Q.OFFEN,
        BUERGERIN,
        _("keine Antwort erhalten"),
        mail="boerse.mails.anfrage_vermisst",
    ),
    uebergang("vermitteln", LAUFEND, Q.VERMITTELT, [ORG, KS], _("vermittelt")),
    uebergang("absagen", LAUFEND, Q.ABGESAGT, [ORG, KS], _("abgesagt"), mail="boerse.mails.anfrage_abgesagt"),
    uebergang(
        "uebernehmen",
        [Q.OFFEN, Q.BEANTWORTET],
        Q.UEBERNOMMEN,
        [KS, PORTAL],
        _("von der Kontaktstelle übernommen"),
    ),
    # After the call the person agreed that the organisation gets name and number.
    uebergang(
        "weiterleiten",
        Q.UEBERNOMMEN,
        Q.OFFEN,
        KS,
        _("weitergeleitet"),
        mail="boerse.mails.anfrage_eingegangen",
    ),
    uebergang(
        "zurueckziehen",
        [Q.UNBESTAETIGT, Q.ELTERN, *LAUFEND],
        Q.ZURUECKGEZOGEN,
        [BUERGERIN, ELTERN],
        _("zurückgezogen"),
        mail="boerse.mails.anfrage_zurueckgezogen",
    ),
    uebergang("aufgeben", LAUFEND, Q.OHNE_RUECKMELDUNG, [KS, PORTAL], _("ohne Rückmeldung beendet")),
)

BEIM_AMT = [W.OFFEN, W.IN_BERATUNG]

ENGAGEMENTWUNSCH = Ablauf(
    # The button behind the mailed link; who left a telephone number only is with the Kontaktstelle at once.
    uebergang(
        "bestaetigen",
        W.UNBESTAETIGT,
        W.OFFEN,
        BUERGERIN,
        _("bestätigt"),
        mail="boerse.mails_wunsch.wunsch_eingegangen",
    ),
    uebergang("beraten", W.OFFEN, W.IN_BERATUNG, KS, _("in Beratung")),
    # The mail names the listings: Engagementwunsch.vorschlagen() writes it.
    uebergang("vorschlagen", BEIM_AMT, W.IN_BERATUNG, KS, _("Vorschläge gesendet")),
    uebergang("vermitteln", BEIM_AMT, W.VERMITTELT, KS, _("vermittelt")),
    uebergang("beenden", BEIM_AMT, W.OHNE_ERGEBNIS, [KS, PORTAL], _("ohne Ergebnis beendet")),
    uebergang("zurueckziehen", [W.UNBESTAETIGT, *BEIM_AMT], W.ZURUECKGEZOGEN, BUERGERIN, _("zurückgezogen")),
)
