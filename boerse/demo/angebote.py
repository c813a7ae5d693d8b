"""Which listing is in which state? Brought there through the normal transitions, then moved back in time."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from ehrenamt.rollen import ORGANISATION
from organisationen.models import Organisation

from ..aktualitaet import faellige_organisationen, nachfragen
from ..auswahl import AngebotStatus, Beendet
from ..models import Angebot, Fassung

DATEI = Path(__file__).parent.parent / "daten" / "demo_angebote.json"
QUELLE = "demo"
# Handed in and not published: waiting, to be returned, of a new organisation (254).
ZUR_PRUEFUNG = {"demo-131", "demo-143", "demo-204", "demo-214", "demo-254", "demo-340", "demo-343"}
# The organisation said no more for a long time, or longer still.
PAUSIERT, ARCHIVIERT = ["demo-111", "demo-230"], ["demo-328"]
BEENDET = {"demo-138": Beendet.BESETZT, "demo-215": Beendet.BESETZT, "demo-348": Beendet.ENTFALLEN}
ABGELAUFEN = ["demo-401", "demo-402"]
# Days since the last confirmation, and how often the portal has asked since: today its next step is due.
UNBESTAETIGT = {"demo-202": (80, 0), "demo-119": (87, 1), "demo-244": (90, 2), "demo-302": (90, 2), "demo-203": (90, 2)}


def staende_herstellen(team) -> None:
    _zurueckgeben(team)
    _entwuerfe(team)
    _aenderungen(team)
    for kennung in [*PAUSIERT, *ARCHIVIERT]:
        angebot_holen(kennung).pausieren(ORGANISATION)
    for kennung, grund in BEENDET.items():
        angebot_holen(kennung).beenden(ORGANISATION, grund)
    for kennung in ABGELAUFEN:
        angebot_holen(kennung).ablaufen()
    _zurueckdatieren()
    _nachfragen()
    for kennung in ARCHIVIERT:
        angebot_holen(kennung).archivieren()
    angebot_holen("demo-346").sperren(
        team.kreis,
        "Uns liegen Hinweise vor, dass das Gelände nicht genutzt werden darf. Bitte melden Sie sich bei uns.",
    )


def _zurueckgeben(team) -> None:
    gruende = {
        "demo-204": "Bitte schreiben Sie dazu, bis wann die neue Website fertig sein soll und wer danach die Texte "
        "pflegt. Dann geben wir das Angebot gern frei.",
        "demo-343": "Für Interessierte fehlt noch: Wo genau ist der Treffpunkt, und was sollte man mitbringen?",
    }
    for kennung, grund in gruende.items():
        angebot_holen(kennung).offene_fassung.zurueckgeben(team.kreis, grund)
    angebot_holen("demo-143").offene_fassung.ablehnen(
        team.kreis, "Dieses Angebot gibt es von Ihnen schon unter anderem Titel."
    )


def _entwuerfe(team) -> None:
    """Begun and not finished, as it happens."""
    vorlesekreis = Organisation.objects.get(quelle=QUELLE, name="Vorlesekreis Hellweg e. V.")
    entwurf = {
        "titel": "Lesenacht in den Osterferien",
        "beschreibung": "Eine Nacht in der Bücherei, zwanzig Kinder, Taschenlampen. Wir suchen",
        "themen": ["schule-bildung"],
        "zielgruppen": ["kinder"],
        "orte": [{"gemeinde": vorlesekreis.gemeinde_id}],
    }
    Fassung.objects.anlegen(vorlesekreis, entwurf, team.vorlesekreis.konto)
    Fassung.objects.anlegen(vorlesekreis, {"titel": "Bücherkisten packen"}, team.vorlesekreis.konto)
    angebot_holen("demo-214").offene_fassung.zuruecknehmen(ORGANISATION)


def _aenderungen(team) -> None:
    """One change waits, one is online and still to be looked at (direktfreigabe)."""
    _aendern(
        "demo-201",
        team.vorlesekreis,
        titel="Dienstags oder donnerstags vorlesen: eine Stunde für Erstklässler",
        plaetze=5,
        zeiten=[{"wochentag": tag, "tageszeit": "vormittags", "von": "11:45", "bis": "12:45"} for tag in ("di", "do")],
    )
    _aendern("demo-118", team.buergerwerkstatt, plaetze=4, zeitaufwand="einmal im Monat 4 Stunden", stunden=4.0)


def _aendern(kennung: str, akteur, **werte) -> None:
    fassung = Fassung.objects.beginnen(angebot_holen(kennung), konto=akteur.konto)
    fassung.schreiben(fassung.inhalt | werte)
    fassung.einreichen(akteur)


def _zurueckdatieren() -> None:
    """Spread over the last 80 days, so that "zuletzt bestätigt" says something; what paused itself is older."""
    jetzt = timezone.now()
    angebote = list(Angebot.objects.filter(quelle=QUELLE, veroeffentlicht_am__isnull=False).order_by("pk"))
    for nummer, angebot in enumerate(angebote):
        online, bestaetigt = nummer * 37 % 80, nummer * 23 % 80
        if angebot.externe_id in ARCHIVIERT:
            online, bestaetigt = 320, 300
        elif angebot.status == AngebotStatus.ABGELAUFEN:
            online, bestaetigt = 120, 92
        elif angebot.externe_id in UNBESTAETIGT:
            online, bestaetigt = 120, UNBESTAETIGT[angebot.externe_id][0]
        angebot.veroeffentlicht_am = jetzt - timedelta(days=online, minutes=nummer * 7)
        angebot.erstellt_am = angebot.veroeffentlicht_am - timedelta(days=2)
        angebot.geaendert_am = jetzt - timedelta(days=min(online, bestaetigt), minutes=nummer * 7)
        angebot.zuletzt_bestaetigt_am = timezone.localdate(angebot.geaendert_am)
    Angebot.objects.bulk_update(
        angebote, ["veroeffentlicht_am", "erstellt_am", "geaendert_am", "zuletzt_bestaetigt_am"]
    )
    Organisation.objects.filter(quelle=QUELLE).exclude(status="in_pruefung").update(
        erstellt_am=jetzt - timedelta(days=330)
    )
    for tage, fassung in enumerate(Fassung.objects.wartend(), start=1):
        wann = jetzt - timedelta(days=tage, hours=3)
        Fassung.objects.filter(pk=fassung.pk).update(erstellt_am=wann, eingereicht_am=wann)


def _nachfragen() -> None:
    """The portal does its duty of today: it asks, warns for the last time, pauses."""
    jetzt = timezone.now()
    for kennung, (_tage, gefragt) in UNBESTAETIGT.items():
        gestellt_am = timezone.localdate(jetzt) - timedelta(days=settings.FRISTEN["angebot_warnung_tage"])
        fragen = {"erinnerungen": gefragt, "erinnert_am": gestellt_am if gefragt else None}
        Angebot.objects.filter(quelle=QUELLE, externe_id=kennung).update(**fragen)
    for organisation in faellige_organisationen(jetzt):
        nachfragen(organisation, jetzt)


def angebot_holen(kennung: str) -> Angebot:
    return Angebot.objects.select_related("organisation").get(quelle=QUELLE, externe_id=kennung)
