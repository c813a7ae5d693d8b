"""What was before? What remains of the enquiries of a year once everything personal is deleted: the counts."""

from datetime import datetime, timedelta

from django.utils import timezone

from .. import fristen
from ..auswahl import AnfrageStatus, RueckmeldungFrage, RueckmeldungSeite
from ..models import Anfrage, Angebot, Rueckmeldung
from .angebote import QUELLE

# How many days answers took, in turn; None: nobody answered. Teams that people log in to are quick.
SCHNELL, GEMISCHT, SELTEN = (0.4, 1.5, 2.2), (1.1, 3.5, 6, 2.4, 4.5, None), (5, None, 8)
TEAMS = ("Vorlesekreis Hellweg e. V.", "Bürgerwerkstatt Wallgraben")
WOCHEN = (4, 12)


def zurueckblicken() -> None:
    jetzt = timezone.now()
    angebote = Angebot.objects.oeffentlich().filter(quelle=QUELLE).select_related("organisation").order_by("pk")
    anfragen = [
        _anfrage(angebot, dauer, _tage(nummer, i), jetzt, vermittelt=dauer is not None and (nummer + i) % 3 == 0)
        for nummer, angebot in enumerate(angebote)
        for i, dauer in enumerate(_dauern(nummer, angebot.organisation.name))
    ]
    # auto_now_add says when the demo was loaded.
    for anfrage in Anfrage.objects.bulk_create(anfragen):
        anfrage.erstellt_am = anfrage.bestaetigt_am
    Anfrage.objects.bulk_update(anfragen, ["erstellt_am"])
    vermittelte = [anfrage for anfrage in anfragen if anfrage.status == AnfrageStatus.VERMITTELT]
    Rueckmeldung.objects.bulk_create(
        _rueckmeldung(anfrage, seite, woche, ja=(nummer + woche) % 5 != 0)
        for nummer, anfrage in enumerate(vermittelte)
        for seite in RueckmeldungSeite.values
        for woche in WOCHEN
        if anfrage.ergebnis_am + timedelta(weeks=woche, days=2) < jetzt
    )


def _dauern(nummer: int, organisation: str) -> list[float | None]:
    """One answer after the other; some listings nobody asked about."""
    if organisation in TEAMS:
        muster, anzahl = SCHNELL, 4
    else:
        muster, anzahl = (SELTEN if nummer % 7 == 0 else GEMISCHT), nummer * 5 % 4
    return [muster[i % len(muster)] for i in range(anzahl)]


def _tage(nummer: int, i: int) -> int:
    """How long ago: so long that all of it is deleted by now."""
    return 120 + (nummer * 37 + i * 53) % 220


def _anfrage(angebot: Angebot, dauer: float | None, vor_tagen: int, jetzt: datetime, *, vermittelt: bool) -> Anfrage:
    gestellt = jetzt - timedelta(days=vor_tagen, hours=vor_tagen % 9)
    beantwortet = gestellt + timedelta(days=dauer) if dauer is not None else None
    ergebnis = (beantwortet or gestellt) + timedelta(days=12)
    status = AnfrageStatus.VERMITTELT if vermittelt else AnfrageStatus.ABGESAGT
    return Anfrage(
        angebot=angebot,
        mindestens_16=True,
        status=status if beantwortet else AnfrageStatus.OHNE_RUECKMELDUNG,
        sprache="de",
        datenschutz_version=1,
        datenschutz_am=gestellt,
        bestaetigt_am=gestellt,
        weitergegeben_am=gestellt,
        wartet_seit=gestellt,
        beantwortet_am=beantwortet,
        ergebnis_am=ergebnis,
        loeschen_am=fristen.nach_ergebnis(ergebnis),
        geloescht_am=fristen.nach_ergebnis(ergebnis),
    )


def _rueckmeldung(anfrage: Anfrage, seite: str, woche: int, *, ja: bool) -> Rueckmeldung:
    gefragt = anfrage.ergebnis_am + timedelta(weeks=woche)
    return Rueckmeldung(
        anfrage=anfrage,
        seite=seite,
        woche=woche,
        frage=RueckmeldungFrage.DABEI,
        gefragt_am=gefragt,
        antwort=ja,
        beantwortet_am=gefragt + timedelta(days=1),
    )
