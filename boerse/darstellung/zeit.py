"""When, how often and how long? Dates and slots as people would say them."""

import re
from collections.abc import Iterable
from datetime import date, time
from itertools import groupby

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ehrenamt.sprachen import auf_deutsch

from ..auswahl import WOCHENTAGS, Art, Haeufigkeit, Tageszeit, Wochentag

SLOTS_HOECHSTENS = 3
FLEXIBEL = "flexibel"
REIHE = {tag: nummer for nummer, tag in enumerate(Wochentag.values)}
WERKTAGE = Wochentag.values[:5]
ZAHLWOERTER = {2: gettext_lazy("zwei"), 3: gettext_lazy("drei"), 4: gettext_lazy("vier"), 5: gettext_lazy("fünf")}
TAGESZEITEN_IM_DATIV = {
    "vormittags": gettext_lazy("an %(zahl)s Vormittagen"),
    "nachmittags": gettext_lazy("an %(zahl)s Nachmittagen"),
    "abends": gettext_lazy("an %(zahl)s Abenden"),
}


def wann(angebot, zeitfenster: Iterable) -> str:
    """Dates first, where there are some; else the slots."""
    fenster = _slots(zeitfenster)
    if not angebot.beginn:
        return _bis(fenster, angebot.ende) if angebot.ende else fenster
    if angebot.art == Art.REGELMAESSIG:
        ab = _("ab %(datum)s") % {"datum": date_format(angebot.beginn, "DATE_FORMAT")}
        return f"{fenster}, {ab}" if fenster else ab
    tage = zeitraum(angebot.beginn, angebot.ende)
    uhrzeiten = {(z.von, z.bis) for z in zeitfenster if z.von}
    if angebot.ende in (None, angebot.beginn) and len(uhrzeiten) == 1:
        return f"{tage}, {uhrzeit(*uhrzeiten.pop())}"
    return tage


def _bis(fenster: str, ende: date) -> str:
    bis = _("bis %(datum)s") % {"datum": date_format(ende, "DATE_FORMAT")}
    return f"{fenster}, {bis}" if fenster else bis


def zeitraum(beginn: date, ende: date | None) -> str:
    """ "Samstag, 5. Dezember 2026", "5. und 6. Dezember 2026", "5. bis 12. Dezember 2026"."""
    if ende in (None, beginn):
        return f"{date_format(beginn, 'l')}, {date_format(beginn, 'DATE_FORMAT')}"
    wort = _("und") if (ende - beginn).days == 1 else _("bis")
    if (beginn.year, beginn.month) == (ende.year, ende.month):
        werte = {"tag": beginn.day, "wort": wort, "ende": date_format(ende, "DATE_FORMAT")}
        return _("%(tag)s. %(wort)s %(ende)s") % werte
    anfang = date_format(beginn, "MONTH_DAY_FORMAT" if beginn.year == ende.year else "DATE_FORMAT")
    return f"{anfang} {wort} {date_format(ende, 'DATE_FORMAT')}"


def uhrzeit(von: time, bis: time | None) -> str:
    """ "14–15 Uhr", "15:30–16:30 Uhr", "ab 18 Uhr"."""
    if bis is None:
        return _("ab %(zeit)s\u00a0Uhr") % {"zeit": _stunde(von)}
    return _("%(von)s–%(bis)s\u00a0Uhr") % {"von": _stunde(von), "bis": _stunde(bis)}


def _stunde(zeit: time) -> str:
    return f"{zeit.hour}:{zeit.minute:02}" if zeit.minute else str(zeit.hour)


def _slots(zeitfenster: Iterable) -> str:
    """Slots at the same time are said together; many different ones only roughly."""
    fest = [z for z in zeitfenster if (z.wochentag, z.tageszeit) != (FLEXIBEL, FLEXIBEL) or z.von]
    if not fest:
        return _("Zeit frei wählbar") if list(zeitfenster) else ""
    frei = any(z.wochentag == z.tageszeit == FLEXIBEL and not z.von for z in zeitfenster)
    schluessel = lambda z: (str(z.von or ""), str(z.bis or ""), z.tageszeit)  # noqa: E731
    gruppen = [list(g) for _k, g in groupby(sorted(fest, key=schluessel), key=schluessel)]
    gruppen.sort(key=lambda gruppe: min(REIHE[z.wochentag] for z in gruppe))
    if len(gruppen) > SLOTS_HOECHSTENS:
        return _("an mehreren Tagen")
    saetze = [_gruppe(sorted(gruppe, key=lambda z: REIHE[z.wochentag])) for gruppe in gruppen]
    satz = _aufzaehlen(saetze) if len(saetze) > 1 else saetze[0]
    return _("%(zeiten)s oder nach Absprache") % {"zeiten": satz} if frei else satz


def einzeln(zeitfenster: Iterable) -> list[str]:
    """Every slot by itself."""
    return [_gruppe([fenster]) for fenster in zeitfenster]


def _gruppe(fenster: list) -> str:
    """Days that share their time: "dienstags, 14–15 Uhr", "Mo, Mi oder Fr, 11–13 Uhr", "an zwei Nachmittagen"."""
    erstes, tage = fenster[0], [z.wochentag for z in fenster]
    zeit = uhrzeit(erstes.von, erstes.bis) if erstes.von else _tageszeit(erstes.tageszeit)
    if set(tage) == {FLEXIBEL}:
        if len(tage) > 1 and not erstes.von and erstes.tageszeit in TAGESZEITEN_IM_DATIV:
            zahl = ZAHLWOERTER.get(len(tage), str(len(tage)))
            return TAGESZEITEN_IM_DATIV[erstes.tageszeit] % {"zahl": zahl}
        return _("%(zeit)s, Tag nach Absprache") % {"zeit": zeit}
    tage = [tag for tag in dict.fromkeys(tage) if tag != FLEXIBEL]
    if len(tage) == 1:
        name = str(WOCHENTAGS[tage[0]])
    elif tage == WERKTAGE:
        name = _("Mo bis Fr")
    else:
        name = _aufzaehlen([str(Wochentag(tag).label)[:2] for tag in tage])
    return f"{name}, {zeit}" if zeit else name


def _tageszeit(tageszeit: str) -> str:
    return "" if tageszeit == FLEXIBEL else str(Tageszeit(tageszeit).label)


def _aufzaehlen(teile: list[str]) -> str:
    return _("%(anfang)s oder %(letztes)s") % {"anfang": ", ".join(teile[:-1]), "letztes": teile[-1]}


def stunden(wert: float) -> str:
    """ "30 Minuten", "1 Stunde", "75 Minuten", "1,5 Stunden"."""
    if wert < 1 or (wert < 2 and wert % 0.5):
        return _("%(n)s Minuten") % {"n": round(wert * 60)}
    zahl = int(wert) if wert == int(wert) else round(wert, 2)
    return ngettext("%(n)s Stunde", "%(n)s Stunden", 1 if zahl == 1 else 2) % {"n": number_format(zahl)}


def wie_lange(angebot) -> str:
    """From hours and frequency where they are known, else in the organisation's own words."""
    dauer = stunden(angebot.stunden) if angebot.stunden else ""
    if angebot.art == Art.EINMALIG:
        satz = _("einmalig, %(dauer)s") % {"dauer": dauer} if dauer else _("einmalig")
        # The hours of one day would belittle "5 bis 10 Tage, etwa 6 Stunden am Tag".
        return satz if dauer and gesagt(angebot.zeitaufwand, satz) else auf_deutsch(angebot.zeitaufwand) or satz
    if dauer and angebot.haeufigkeit:
        return RHYTHMEN[angebot.haeufigkeit] % {"dauer": dauer}
    if angebot.zeitaufwand:
        return auf_deutsch(angebot.zeitaufwand)
    if angebot.haeufigkeit:
        return str(Haeufigkeit(angebot.haeufigkeit).label)
    return dauer or (str(Art(angebot.art).label) if angebot.art else "")


def rhythmus(angebot) -> str:
    """How often, in a word or two."""
    if angebot.art == Art.EINMALIG:
        return _("einmalig")
    return str(Haeufigkeit(angebot.haeufigkeit).label) if angebot.haeufigkeit else ""


def gesagt(worte: str, satz: str) -> bool:
    """Whether the sentence says all that the organisation's own words say."""
    return _begriffe(worte) <= _begriffe(satz)


def _begriffe(text: str) -> set[str]:
    klein = text.lower().replace("/", " pro ")
    return {re.sub(r"^(?:std\.?|stunden)$", "stunde", wort.strip(",;")) for wort in klein.split()}


RHYTHMEN = {
    Haeufigkeit.WOECHENTLICH_MEHRMALS: gettext_lazy("%(dauer)s, mehrmals pro Woche"),
    Haeufigkeit.WOECHENTLICH: gettext_lazy("%(dauer)s pro Woche"),
    Haeufigkeit.VIERZEHNTAEGIG: gettext_lazy("%(dauer)s, alle zwei Wochen"),
    Haeufigkeit.MONATLICH: gettext_lazy("%(dauer)s im Monat"),
    Haeufigkeit.SELTENER: gettext_lazy("%(dauer)s, einige Male im Jahr"),
    Haeufigkeit.ABSPRACHE: gettext_lazy("%(dauer)s, nach Absprache"),
}
