"""How do the portal's figures read? Each with one sentence that says what it counts; what is unknown is left out."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ehrenamt.kontext import Portal

from .. import karte
from ..auswahl import RueckmeldungSeite
from ..kennzahlen import frist
from ..vokabular import begriffe
from ..zahlen import FRISCH_TAGE, OHNE_THEMA, rueckmeldung

Stand = dict[str, Any]


@dataclass(frozen=True)
class Kennzahl:
    """`prozent`: how far its bar goes, where it has one."""

    wert: str
    wort: str
    satz: str
    prozent: int | None = None


@dataclass(frozen=True)
class Zelle:
    titel: str
    wert: int | None
    prozent: int = 0


@dataclass(frozen=True)
class Zeile:
    name: str
    zellen: list[Zelle]


@dataclass(frozen=True)
class Tabelle:
    titel: str
    erste_spalte: str
    spalten: list[str]
    zeilen: list[Zeile]
    summe: list[Zelle]


def angebote(stand: Stand) -> list[Kennzahl]:
    kreis = {"kreis": Portal().kreis}
    anzahl = stand["angebote"]
    liste = [
        Kennzahl(str(anzahl), _("Angebote"), _("Das sind die Angebote im %(kreis)s, die man jetzt findet.") % kreis),
        Kennzahl(
            str(stand["organisationen"]),
            _("Organisationen"),
            _("Die Kontaktstelle hat sie geprüft; sie haben ihren Sitz im %(kreis)s.") % kreis,
        ),
        Kennzahl(
            str(stand["gemeinden"]),
            _("Städte und Gemeinden"),
            _("In so vielen gibt es jetzt mindestens ein Angebot."),
        ),
    ]
    for tage in FRISCH_TAGE:
        prozent = stand[f"bestaetigt_{tage}"] * 100 // anzahl
        satz = _("So viele der Angebote sind in den letzten %(n)s Tagen erschienen oder bestätigt worden.")
        wort = _("bestätigt in %(n)s Tagen")
        liste.append(Kennzahl(_prozent(prozent), wort % {"n": tage}, satz % {"n": tage}, prozent))
    return liste


def anfragen(stand: Stand) -> list[Kennzahl]:
    """Of the last 12 months."""
    liste = []
    if (anzahl := stand["anfragen"]) is not None:
        satz = _("So oft haben Menschen in den letzten 12 Monaten Interesse an einem Angebot gezeigt und es bestätigt.")
        liste.append(Kennzahl(str(anzahl), _("Anfragen"), satz))
    if (anzahl := stand["vermittelt"]) is not None:
        satz = _("Bei so vielen dieser Anfragen ist ein Engagement daraus geworden.")
        liste.append(Kennzahl(str(anzahl), _("vermittelt"), satz))
    if (quote := stand["quote"]) is not None:
        satz = _(
            "So viele der Anfragen, die seit mindestens %(tage)s Tagen bei einer Organisation liegen, hat sie selbst "
            "beantwortet. Sagt jemand, dass sich niemand gemeldet hat, zählt das als keine Antwort."
        ) % {"tage": frist().days}
        liste.append(Kennzahl(_prozent(quote), _("beantwortet"), satz, quote))
    if (tage := stand["tage"]) is not None:
        wort = ngettext("%(n)s Tag", "%(n)s Tage", tage) % {"n": tage}
        satz = _("So schnell ist mindestens die Hälfte der Anfragen beantwortet; unbeantwortete zählen mit.")
        liste.append(Kennzahl(wort, _("bis zur Antwort"), satz))
    return liste


def rueckmeldungen(stand: Stand) -> list[Zeile]:
    """What both sides said weeks later; a row without any figure is left out."""
    fragen = [
        (woche, seite, text)
        for woche in settings.FRISTEN["rueckmeldung_wochen"]
        for seite, text in [
            (RueckmeldungSeite.BUERGERIN, _("Interessierte nach %(n)s Wochen")),
            (RueckmeldungSeite.ORGANISATION, _("Organisationen nach %(n)s Wochen")),
        ]
    ]
    zeilen = []
    for woche, seite, text in fragen:
        ja, nein = (stand.get(rueckmeldung(seite, woche, antwort)) for antwort in (True, False))
        if ja is not None or nein is not None:
            zeilen.append(Zeile(text % {"n": woche}, [Zelle(_("Ja"), ja), Zelle(_("Nein"), nein)]))
    return zeilen


def nach_orten(stand: Stand) -> Tabelle:
    namen = karte.region().namen
    wort = {8: _("Gemeinde"), 5: _("Kreis"), 2: _("Land")}[karte.region().stellen]
    titel = {8: _("Nach Städten und Gemeinden"), 5: _("Nach Kreisen"), 2: _("Nach Ländern")}[karte.region().stellen]
    return _tabelle(stand, "orte", {ort: namen.get(ort, ort) for ort in stand["orte"]["angebote"]}, titel, wort)


def nach_themen(stand: Stand) -> Tabelle:
    worte = begriffe()["thema"]
    namen = {slug: worte[slug].label if slug in worte else slug for slug in stand["themen"]["angebote"]}
    if OHNE_THEMA in namen:
        namen[OHNE_THEMA] = _("andere oder keines")
    return _tabelle(stand, "themen", namen, _("Nach Interessengebieten"), _("Interessengebiet"))


def _tabelle(stand: Stand, welche: str, namen: dict[str, str], titel: str, erste_spalte: str) -> Tabelle:
    """Only columns that say something: a total, and more than it."""
    spalten = {
        name: text
        for name, text in _spalten().items()
        if stand.get(name) is not None and any(wert is not None for wert in stand[welche][name].values())
    }
    hoechste = {name: max([wert or 0 for wert in stand[welche][name].values()], default=0) for name in spalten}
    zeilen = [
        Zeile(
            text,
            [
                Zelle(wort, wert, 0 if not wert else max(1, wert * 100 // hoechste[name]))
                for name, wort in spalten.items()
                for wert in [stand[welche][name].get(zeile)]
            ],
        )
        for zeile, text in namen.items()
    ]
    summe = [Zelle(wort, stand[name]) for name, wort in spalten.items()]
    return Tabelle(titel, erste_spalte, list(spalten.values()), zeilen, summe)


def _spalten() -> dict[str, str]:
    wochen = {
        rueckmeldung(RueckmeldungSeite.BUERGERIN, woche, True): _("Ja nach %(n)s Wochen") % {"n": woche}
        for woche in settings.FRISTEN["rueckmeldung_wochen"]
    }
    return {"angebote": _("Angebote"), "anfragen": _("Anfragen"), "vermittelt": _("Vermittelt")} | wochen


def _prozent(wert: int) -> str:
    return _("%(n)s %%") % {"n": wert}
