"""Where, when, how long, with whom? The four facts of a card and of a page, and the features of a card."""

import re
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from ehrenamt.sprachen import auf_deutsch, ohne_auszeichnung

from ..auswahl import AlleinGruppe, Barrierefrei, Deutsch, Digital, Fuehrungszeugnis, Leistung, Sprache
from ..suche.umkreis import naechster_ort
from . import zeit

MERKMALE_HOECHSTENS = 3
WO, WANN, WIE_LANGE, MIT_WEM = _lazy("Wo"), _lazy("Wann"), _lazy("Wie lange"), _lazy("Mit wem")
AMTSZEIT, UEBERGABE = _lazy("Amtszeit"), _lazy("Übergabe")


@dataclass(frozen=True)
class Fakt:
    symbol: str
    titel: str
    text: str
    stark: str = ""
    zusatz: str = ""

    def __str__(self) -> str:
        return " ".join(ohne_auszeichnung(teil) for teil in (self.text, self.stark, self.zusatz) if teil)


def fakten(angebot, punkte: list) -> list[Fakt]:
    """In fixed order; a fact that nobody stated is left out."""
    moegliche = [
        _wo(angebot, punkte),
        Fakt("kalender", WANN, zeit.wann(angebot, angebot.zeitfenster.all())),
        Fakt("uhr", WIE_LANGE, zeit.wie_lange(angebot)),
        Fakt("leute", MIT_WEM, mit_wem(angebot)),
    ]
    return [fakt for fakt in moegliche if fakt.text]


def kerndaten(angebot) -> list[Fakt]:
    """The same for the page, where each has a title and room for one more line."""
    ergebnis = []
    for fakt in fakten(angebot, []):
        ergebnis.append(Fakt(fakt.symbol, fakt.titel, _gross(fakt.text), zusatz=_zusatz(angebot, fakt)))
    return ergebnis + _amt(angebot)


def _amt(angebot) -> list[Fakt]:
    """Of an office: for how long, and how one takes over."""
    angaben = [(AMTSZEIT, "siegel", angebot.amtszeit), (UEBERGABE, "leute", angebot.uebergabe)]
    return [Fakt(symbol, titel, _gross(auf_deutsch(text))) for titel, symbol, text in angaben if text]


def _gross(text: str) -> str:
    """With a capital; where the text is marked as German, inside the mark."""
    if not isinstance(text, SafeString):
        return text[:1].upper() + text[1:]
    return mark_safe(re.sub(r"(?<=>)\w", lambda treffer: treffer[0].upper(), text, count=1))  # still auf_deutsch's


def _zusatz(angebot, fakt: Fakt) -> str:
    if fakt.symbol == "uhr" and not zeit.gesagt(angebot.zeitaufwand, ohne_auszeichnung(fakt.text)):
        return auf_deutsch(angebot.zeitaufwand)
    if fakt.symbol == "leute":
        gruppe = str(AlleinGruppe(angebot.allein_gruppe).label) if angebot.allein_gruppe else ""
        plaetze = _("%(n)s Menschen gesucht") % {"n": angebot.plaetze} if (angebot.plaetze or 0) > 1 else ""
        return ", ".join(teil for teil in (gruppe if gruppe != fakt.text else "", plaetze) if teil)
    if fakt.symbol == "ort" and angebot.digital == Digital.MOEGLICH:
        return _("auch von zu Hause möglich")
    return ""


def _wo(angebot, punkte: list) -> Fakt:
    orte = list(angebot.einsatzorte.all())
    if angebot.digital == Digital.NUR:
        return Fakt("ort", WO, _("von zu Hause"))
    entfernung = getattr(angebot, "entfernung", None)
    ort = naechster_ort(orte, punkte) if punkte else next(iter(orte), None)
    if ort is None:
        return Fakt("ort", WO, "")
    text = ort.kurz
    if len({o.kurz for o in orte}) > 1:
        text = _("%(ort)s und weitere Orte") % {"ort": text}
    if entfernung is None:
        return Fakt("ort", WO, text)
    return Fakt("ort", WO, f"{text},", stark=kilometer(entfernung), zusatz=_("(ab\u00a0Ortsmitte)"))


def kilometer(km: float) -> str:
    """ "etwa 4 km", measured to the middle of the place: more exact would be a false promise."""
    if km < 1:
        return _("unter 1\u00a0km")
    return _("etwa %(km)s\u00a0km") % {"km": number_format(round(km))}


def mit_wem(angebot, nur: set[str] | None = None) -> str:
    """ "für Kinder und Jugendliche", else "in einer kleinen Gruppe"; `nur`: of these alone."""
    namen = [_klein(wort.label) for wort in angebot.zielgruppen_namen if nur is None or wort.slug in nur]
    if not namen:
        return str(AlleinGruppe(angebot.allein_gruppe).label) if angebot.allein_gruppe else ""
    und = _(" sowie ") if any(" und " in name for name in namen[:2]) else _(" und ")
    return _("für %(wen)s") % {"wen": und.join(namen[:2])}


def _klein(label: str) -> str:
    """ "Ältere Menschen" begins with an adjective, "Menschen in Krisen" does not."""
    ist_adjektiv = re.match(r"\w+e\b(?=.*\bMenschen\b)", label)
    return label[0].lower() + label[1:] if ist_adjektiv else label


def merkmale(angebot) -> list[str]:
    """What lets people in, at most three."""
    moegliche = [
        _sprachen(angebot),
        _deutsch(angebot),
        _("ohne Nachweise") if angebot.fuehrungszeugnis == Fuehrungszeugnis.KEINS and not angebot.nachweise else "",
        _("von zu Hause möglich") if angebot.digital == Digital.MOEGLICH else "",
        _("mit Einarbeitung") if Leistung.EINARBEITUNG in angebot.leistungen else "",
        _("stufenlos") if Barrierefrei.STUFENLOS in angebot.barrierefrei else "",
        _("ab %(n)s Jahren") % {"n": angebot.mindestalter} if 0 < (angebot.mindestalter or 0) < 18 else "",
        _("kurz und einfach beschrieben") if angebot.kurz_und_einfach else "",
    ]
    return [merkmal for merkmal in moegliche if merkmal][:MERKMALE_HOECHSTENS]


def _sprachen(angebot) -> str:
    namen = [str(Sprache(code).label) for code in angebot.sprachen[:2] if code in Sprache.values]
    return _(" oder ").join(namen) if namen else ""


def _deutsch(angebot) -> str:
    if angebot.deutsch == Deutsch.EGAL:
        return _("ohne Deutsch")
    return _("etwas Deutsch reicht") if angebot.deutsch == Deutsch.GRUNDKENNTNISSE else ""
