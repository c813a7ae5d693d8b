"""Which Gemeinde, which term of the vocabulary does a row mean? Looked up once for all rows of an import."""

from typing import Any

from django.utils.translation import gettext as _

from ehrenamt.sortierung import sortiername
from organisationen.gemeindewahl import NichtEindeutig, gemeinde_finden
from organisationen.models import Gemeinde

from ..inhalt import FELDER
from ..models import Taetigkeit, Thema, Zielgruppe
from .werte import kennwort


class NichtGefunden(Exception):
    """No Gemeinde, or several; the text says so to the person who imports."""


class Nachschlagen:
    def __init__(self) -> None:
        self._gemeinden: dict[tuple[str, str], Gemeinde | str] = {}
        modelle = {"themen": Thema, "zielgruppen": Zielgruppe, "taetigkeiten": Taetigkeit}
        self._begriffe = {name: _kennwoerter(modell) for name, modell in modelle.items()}

    def gemeinde(self, name: Any, plz: Any) -> Gemeinde:
        """By AGS or name; the postcode decides between Gemeinden of the same name. Raises NichtGefunden."""
        name = str(name).strip() if name not in (None, "") else ""
        plz = plz if isinstance(plz, str) else ""
        if (name, plz) not in self._gemeinden:
            try:
                self._gemeinden[name, plz] = _gemeinde(name, plz)
            except (NichtGefunden, NichtEindeutig) as fehler:
                self._gemeinden[name, plz] = str(fehler)
        gefunden = self._gemeinden[name, plz]
        if isinstance(gefunden, str):
            raise NichtGefunden(gefunden)
        return gefunden

    def begriffe_einordnen(self, werte: dict[str, Any]) -> list[str]:
        """Turn the terms of a row into slugs, in place; what is unknown or too many is returned as Schlagwörter."""
        uebrig = []
        for feld, slugs in self._begriffe.items():
            bekannte = []
            for begriff in werte[feld] or []:
                slug = slugs.get(kennwort(str(begriff)))
                if slug and slug not in bekannte and len(bekannte) < FELDER[feld].grenze:
                    bekannte.append(slug)
                elif slug not in bekannte:
                    uebrig.append(begriff)
            werte[feld] = bekannte
        return uebrig


def _gemeinde(name: str, plz: str) -> Gemeinde:
    if not name:
        raise NichtGefunden(_("Diese Angabe fehlt noch."))
    if name.isdecimal() and len(name) in (7, 8):
        gemeinde = Gemeinde.objects.filter(ags=name.zfill(8)).first()
        if gemeinde is None:
            raise NichtGefunden(_("Eine Gemeinde mit dem Schlüssel %(ags)s gibt es nicht.") % {"ags": name})
        return gemeinde
    try:
        gemeinde = gemeinde_finden(name)
    except NichtEindeutig:
        gemeinde = gemeinde_finden(f"{plz} {name}") if plz else None
        if gemeinde is None or not _heisst(gemeinde, name):
            raise
    if gemeinde.sortiername.startswith(sortiername(name)) and not _heisst(gemeinde, name):
        # Half a name is enough for a person who sees what was found, not for an import.
        raise NichtGefunden(_("Eine Gemeinde „%(name)s“ gibt es nicht.") % {"name": name[:60]})
    return gemeinde


def _heisst(gemeinde: Gemeinde, name: str) -> bool:
    """Whether it is its name, at most without an addition as in "Wickede (Ruhr)"."""
    anfang, _treffer, rest = gemeinde.sortiername.partition(sortiername(name))
    return not anfang and not rest[:1].isalnum()


def _kennwoerter(modell) -> dict[str, str]:
    """Every label in every language and every slug, as what it is compared by."""
    kennwoerter = {}
    for slug, label in modell.objects.order_by().values_list("slug", "label"):
        kennwoerter |= {kennwort(text): slug for text in [*label.values(), slug]}
    return kennwoerter
