"""Why does a listing suit somebody, and what is open? The answers' own words, where the listing meets them."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import zeitmaske
from ..anteile import GANZ, NICHT, OFFEN
from ..auswahl import AlleinGruppe, Barrierefrei, Deutsch, Digital, Fuehrungszeugnis, Leistung, Nachweis, Wochentag
from . import zeit
from .fakten import kilometer, mit_wem

OFFEN_HOECHSTENS = 4
BALKEN = 5
WORTE = [
    (0.85, gettext_lazy("passt sehr gut")),
    (0.65, gettext_lazy("passt gut")),
    (0.5, gettext_lazy("passt teilweise")),
]
# What a listing leaves open, by question.
NICHT_GESAGT = {
    "taetigkeiten": gettext_lazy("was genau zu tun ist"),
    "zielgruppen": gettext_lazy("für wen"),
    "themen": gettext_lazy("welches Interessengebiet"),
    "zeit": gettext_lazy("wann"),
    "wie_oft": gettext_lazy("wie oft"),
    "stunden": gettext_lazy("wie lange"),
    "allein_gruppe": gettext_lazy("allein oder mit anderen"),
    "alter": gettext_lazy("ab welchem Alter"),
    "weg": gettext_lazy("wie man hinkommt"),
}


@dataclass
class Passung:
    """How well, why (`gruende`), and what is against it or not said (`offen`)."""

    wert: float
    gruende: list[str] = field(default_factory=list)
    offen: list[str] = field(default_factory=list)

    @property
    def worte(self) -> str:
        return next((str(text) for grenze, text in WORTE if self.wert >= grenze), _("passt ein wenig"))

    @property
    def balken(self) -> list[bool]:
        """Five parts, full or empty."""
        voll = round(self.wert * BALKEN)
        return [nummer < voll for nummer in range(BALKEN)]


def passung(angebot, wunsch, vokabular: dict) -> Passung:
    """For a listing from abgleich.angebote_zu(), whose shares were computed with its rank."""
    gut = {name: _gut(name, angebot, wunsch, vokabular) for name, wert in angebot.anteile.items() if wert == GANZ}
    dagegen = [_dagegen(name, angebot) for name, wert in angebot.anteile.items() if wert == NICHT]
    ungesagt = [str(NICHT_GESAGT[n]) for n, wert in angebot.anteile.items() if wert == OFFEN and n in NICHT_GESAGT]
    nah, weit = _weg(angebot, wunsch)
    hilfen_gut, hilfen_offen = _hilfen(angebot, wunsch)
    gruende = [gut.get("zeit", ""), nah, *(wort for name, wort in gut.items() if name != "zeit"), *hilfen_gut]
    offen = [weit, *dagegen, *_verlangt(angebot), *hilfen_offen, *ungesagt]
    offen = [wort for wort in dict.fromkeys(offen) if wort]
    return Passung(angebot.platz.wert, [wort for wort in gruende if wort], offen[:OFFEN_HOECHSTENS])


def _gut(name: str, angebot, wunsch, vokabular: dict) -> str:
    match name:
        case "themen" | "taetigkeiten":
            art = {"themen": "thema", "taetigkeiten": "taetigkeit"}[name]
            slugs = [s for s in getattr(angebot, name) if s in getattr(wunsch, name) and s in vokabular[art]]
            return ", ".join(vokabular[art][slug].label for slug in slugs)
        case "zielgruppen":
            return mit_wem(angebot, set(wunsch.zielgruppen))
        case "zeit":
            return _zeit(angebot, wunsch)
        case "wie_oft":
            return zeit.rhythmus(angebot)
        case "stunden":
            return zeit.stunden(angebot.stunden)
        case "allein_gruppe":
            return str(AlleinGruppe(angebot.allein_gruppe).label)
        case "weg":
            return _("ohne Auto zu erreichen")
        case "alter":
            return _("ab %(n)s Jahren") % {"n": angebot.mindestalter} if angebot.mindestalter else ""
    return ""


def _zeit(angebot, wunsch) -> str:
    """ "samstags", "dienstags oder donnerstags"; the dayparts stand among the facts."""
    gemeinsam = angebot.zeitmaske & wunsch.zeiten
    if angebot.zeitmaske == zeitmaske.ALLE:
        return _("Zeit frei wählbar")
    tage = [tag for tag in zeitmaske.TAGE if gemeinsam & zeitmaske.TAG[tag]]
    if len(tage) > 2:
        return _("zu Ihrer Zeit")
    return _(" oder ").join(str(Wochentag(tag).label).lower() + "s" for tag in tage)


def _dagegen(name: str, angebot) -> str:
    """What does not fit, as the listing puts it. That other interests are served needs no words."""
    match name:
        case "zeit":
            return zeit.wann(angebot, angebot.zeitfenster.all())
        case "wie_oft":
            return zeit.rhythmus(angebot)
        case "stunden":
            return _("dauert %(dauer)s") % {"dauer": zeit.stunden(angebot.stunden)}
        case "allein_gruppe":
            return str(AlleinGruppe(angebot.allein_gruppe).label)
    return ""


def _weg(angebot, wunsch) -> tuple[str, str]:
    """The way as a reason or as a doubt."""
    if wunsch.digital in (Digital.MOEGLICH, Digital.NUR) and angebot.digital != Digital.NEIN:
        return _("von zu Hause möglich"), ""
    if angebot.digital == Digital.NUR:
        return "", _("nur von zu Hause") if wunsch.punkte else ""
    km = angebot.entfernung
    if km is None or not wunsch.punkte:
        return "", ""
    return (kilometer(km), "") if km <= wunsch.reichweite else ("", _("%(km)s entfernt") % {"km": kilometer(km)})


def _verlangt(angebot) -> list[str]:
    """What somebody may have to get first."""
    blatt = angebot.fuehrungszeugnis
    verlangt = [Fuehrungszeugnis(blatt).label] if blatt not in ("", Fuehrungszeugnis.KEINS) else []
    return [str(wort) for wort in verlangt + [Nachweis(n).label for n in angebot.nachweise if n in Nachweis.values]]


def _hilfen(angebot, wunsch) -> tuple[list[str], list[str]]:
    gut, offen = [], []
    for name, wahl in (("barrierefrei", Barrierefrei), ("leistungen", Leistung)):
        for code in getattr(wunsch, name):
            (gut if code in getattr(angebot, name) else offen).append(str(wahl(code).label))
    if wunsch.deutsch and angebot.deutsch:
        passt = angebot.deutsch in (Deutsch.EGAL, wunsch.deutsch)
        (gut if passt else offen).append(str(Deutsch(angebot.deutsch).label))
    if wunsch.ohne_nachweise and not angebot.nachweise and angebot.fuehrungszeugnis == Fuehrungszeugnis.KEINS:
        gut.append(_("ohne Nachweise"))
    return gut, offen
