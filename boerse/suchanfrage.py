"""How is a search written down? The normalised query string, the chips, the address without one of its wishes."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .darstellung.zeit import stunden


def als_query(werte: dict[str, Any]) -> str:
    """Two searches that ask the same give the same text; `werte` are AngebotFilter's. The page is no wish."""
    namen = sorted(werte.keys() - {"seite"}, key=lambda name: (name != "q", name))
    return urlencode([(name, text) for name in namen for text in _texte(werte[name])])


def _texte(wert: Any) -> list[str]:
    if isinstance(wert, list):
        return [str(eintrag) for eintrag in wert]
    if isinstance(wert, bool):
        return ["1"]
    return [wert.isoformat() if isinstance(wert, date) else str(wert)]


def adresse(werte: dict[str, Any], name: str = "angebote") -> str:
    query = als_query(werte)
    return reverse(name) + (f"?{query}" if query else "")


def kanonisch(werte: dict[str, Any], seite: int) -> str:
    """The query string under which search engines know a page of hits."""
    teile = [als_query(werte), f"seite={seite}" if seite > 1 else ""]
    return f"?{frage}" if (frage := "&".join(filter(None, teile))) else ""


def ohne(werte: dict[str, Any], namen: set[str]) -> dict[str, Any]:
    return {name: wert for name, wert in werte.items() if name not in namen}


def ohne_wuensche(suche, namen: set[str]) -> dict[str, Any]:
    """What was asked without these wishes; one that was read in the question stays there as plain words."""
    werte = ohne(suche.gefragt, namen)
    for worte in dict.fromkeys(lesung.worte for lesung in suche.lesungen if lesung.name in namen):
        werte = _als_worte(werte, worte)
    return werte


def _als_worte(werte: dict[str, Any], worte: str) -> dict[str, Any]:
    """With a part of the question in quotation marks: there nothing is read in it."""
    return werte | {"q": werte.get("q", "").replace(worte, f'"{worte}"', 1)}


def chips(suche, nur: set[str] | None = None) -> list[dict[str, str]]:
    """The wishes in force, each with the address of the same search without it; `nur`: of these parameters."""
    return [
        {"text": text, "url": adresse(weniger)}
        for name, text, weniger in _wuensche(suche)
        if nur is None or name in nur
    ]


def _wuensche(suche) -> Iterator[tuple[str, str, dict[str, Any]]]:
    werte = suche.gefragt
    # Words that say two things at once (samstagabends) are one wish.
    for worte, name in {lesung.worte: lesung.name for lesung in suche.lesungen}.items():
        yield name, worte, _als_worte(werte, worte)
    for name, wert in werte.items():
        if name == "q" and suche.lesungen:
            if suche.frage:
                worte = " ".join(dict.fromkeys(lesung.worte for lesung in suche.lesungen))
                yield name, f"„{suche.frage.text}“", werte | {"q": worte}
            continue
        if name in ("sortierung", "seite") or (name == "umkreis" and suche.mitte):
            continue
        if name in ("ort", "plz"):
            km = werte.get("umkreis")
            ort = suche.mitte.name + (f" + {km} km" if km else "")
            yield name, ort, _ohne_ort(werte, {name, "umkreis"})
        elif isinstance(wert, list):
            for eintrag in wert:
                rest = [e for e in wert if e != eintrag]
                yield name, _name(suche, name, eintrag), werte | {name: rest} if rest else _ohne_ort(werte, {name})
        else:
            yield name, _name(suche, name, wert), ohne(werte, {name})


def _ohne_ort(werte: dict[str, Any], namen: set[str]) -> dict[str, Any]:
    """Without these; and without what needs a place, where none is left."""
    rest = ohne(werte, namen)
    if rest.keys().isdisjoint({"ort", "plz", "gemeinde"}):
        rest.pop("umkreis", None)
        if rest.get("sortierung") == "entfernung":
            del rest["sortierung"]
    return rest


def _name(suche, name: str, wert: Any) -> str:
    match name:
        case "q":
            return f"„{wert}“"
        case "umkreis":
            return _("im Umkreis von %(km)s km") % {"km": wert}
        case "gemeinde":
            return next(ort.name for ort in suche.gemeinden.values() if ort.ags[0] == wert)
        case "organisation":
            return suche.organisationen[wert].name
        case "stunden":
            return _("höchstens %(dauer)s") % {"dauer": stunden(wert)}
        case "alter":
            return _("%(n)s Jahre alt") % {"n": wert}
        case "von":
            return _("ab %(datum)s") % {"datum": date_format(wert, "DATE_FORMAT")}
        case "bis":
            return _("bis %(datum)s") % {"datum": date_format(wert, "DATE_FORMAT")}
    feld = suche.form.fields[name]
    return str(feld.auswahl[wert] if hasattr(feld, "auswahl") else feld.label)
