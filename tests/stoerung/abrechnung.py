"""Was anything lost or doubled? Every enquiry and mail, against what people were told and the mail server took."""

from collections import Counter, defaultdict
from itertools import pairwise

from boerse.models import Anfrage
from ehrenamt.models import Nachricht, Verlaufseintrag
from organisationen.models import Konto

from .last import Vorgang
from .postamt import UNBEKANNT, UNERWUENSCHT, Annahme

# Which mails each step writes: occasion, and to how many (the organisation has two responsible persons).
MAILS = {
    "bestaetigen": {"anfrage_eingegangen": 2},
    "zurueckziehen": {"anfrage_zurueckgezogen": 2},
    "absagen": {"anfrage_abgesagt": 1},
    "vier_tage_warten": {"anfrage_erinnerung": 2},
    "elf_tage_warten": {"anfrage_ueberfaellig": 1, "anfrage_uebernommen": 1},
}
STAND = {
    "offen": "offen",
    "erinnert": "offen",
    "uebernommen": "uebernommen",
    "zurueckgezogen": "zurueckgezogen",
    "abgesagt": "abgesagt",
    "geloescht": "zurueckgezogen",
    "liegt": "unbestaetigt",
}
# So long after a mail server took a mail its worker may be killed before it noted that.
UNTERWEGS = 5.0


def abrechnen(vorgaenge: list[Vorgang], annahmen: list[Annahme], getoetet: list[float]) -> tuple[Counter, list[str]]:
    """Figures, and everything that is wrong."""
    zahlen: Counter[str] = Counter()
    fehler: list[str] = []
    _anfragen(vorgaenge, zahlen, fehler)
    _nachrichten(annahmen, zahlen, fehler)
    _doppelte(annahmen, getoetet, zahlen, fehler)
    return zahlen, fehler


def _anfragen(vorgaenge: list[Vorgang], zahlen: Counter, fehler: list[str]) -> None:
    zeilen = {anfrage.pk: anfrage for anfrage in Anfrage.objects.all()}
    mails: dict[int, Counter] = defaultdict(Counter)
    for bezug, anlass in Nachricht.objects.filter(bezug_art__model="anfrage").values_list("bezug_id", "anlass"):
        mails[bezug][anlass] += 1
    for vorgang in vorgaenge:
        zahlen[f"Anfragen, {vorgang.plan}"] += 1
        anfrage = zeilen.pop(vorgang.nummer, None)
        if vorgang.plan == "verfallen":
            if anfrage is not None:
                fehler.append(f"Anfrage {vorgang.nummer} müsste gelöscht sein")
        elif anfrage is None:
            fehler.append(f"Anfrage {vorgang.nummer} ({vorgang.plan}) ist verloren")
        else:
            _anfrage(vorgang, anfrage, mails[anfrage.pk], fehler)
    fehler += [f"Anfrage {nummer} gibt es doppelt" for nummer in zeilen]


def _anfrage(vorgang: Vorgang, anfrage: Anfrage, mails: Counter, fehler: list[str]) -> None:
    if anfrage.status != STAND[vorgang.plan]:
        fehler.append(f"Anfrage {anfrage.pk} ({vorgang.plan}) ist {anfrage.status}")
    soll = Counter(anfrage_bestaetigen=1)
    for schritt in vorgang.schritte:
        soll.update(MAILS.get(schritt, {}))
    if vorgang.plan == "geloescht":
        soll = Counter(anfrage_geloescht=2)
    ist = mails
    if ist != soll:
        fehler.append(f"Anfrage {anfrage.pk} ({vorgang.plan}): Mails {dict(ist)} statt {dict(soll)}")
    verlauf = list(Verlaufseintrag.objects.von(anfrage).order_by("pk").values_list("vorgang", "nach"))
    zuletzt = [nach for _vorgang, nach in verlauf if nach][-1]
    if verlauf[0][0] != "stellen" or zuletzt != anfrage.status or len(set(verlauf)) != len(verlauf):
        fehler.append(f"Anfrage {anfrage.pk}: Verlauf {verlauf} bei Stand {anfrage.status}")


def _nachrichten(annahmen: list[Annahme], zahlen: Counter, fehler: list[str]) -> None:
    angekommen = {annahme.message_id for annahme in annahmen}
    gefragt = Counter(Nachricht.objects.filter(anlass="aktualitaet").values_list("empfaenger", flat=True))
    if gefragt != Counter(Konto.objects.filter(teamzugaenge__isnull=False).values_list("email", flat=True)):
        fehler.append(f"Nach der Aktualität gefragt: {gefragt}")
    for nachricht in Nachricht.objects.all():
        zahlen[f"Nachrichten, {nachricht.status}"] += 1
        unzustellbar = nachricht.empfaenger.startswith((UNBEKANNT, UNERWUENSCHT))
        soll = Nachricht.Status.ABGEWIESEN if unzustellbar else Nachricht.Status.GESENDET
        if nachricht.status != soll:
            fehler.append(f"{nachricht} ist {nachricht.status} statt {soll} ({nachricht.fehler})")
        elif not unzustellbar and nachricht.message_id not in angekommen:
            fehler.append(f"{nachricht} kam nie an")


def _doppelte(annahmen: list[Annahme], getoetet: list[float], zahlen: Counter, fehler: list[str]) -> None:
    je_mail: dict[str, list[Annahme]] = defaultdict(list)
    for annahme in annahmen:
        je_mail[annahme.message_id].append(annahme)
    zahlen["Mails angekommen"] = len(je_mail)
    for message_id, mehrere in je_mail.items():
        for erste, zweite in pairwise(mehrere):
            if not erste.bestaetigt:
                zahlen["doppelt, weil der Mailserver die Annahme verschwieg"] += 1
            elif any(erste.zeit - 0.05 <= t <= min(zweite.zeit, erste.zeit + UNTERWEGS) for t in getoetet):
                zahlen["doppelt, weil beim Töten gerade unterwegs"] += 1
            else:
                fehler.append(f"{message_id} kam ohne Grund doppelt an")
