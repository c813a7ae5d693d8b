"""Whose listing is it? The same name in the same Gemeinde and source is the same organisation."""

from django.utils.translation import gettext as _

from ehrenamt.ablauf import NichtMoeglich
from ehrenamt.rollen import PORTAL
from ehrenamt.sortierung import sortiername
from organisationen.auswahl import AUSGESCHLOSSEN
from organisationen.models import Organisation

from .zeile import Zeile

_FELDER = {
    "organisation_art": "art",
    "organisation_beschreibung": "beschreibung",
    "organisation_website": "website",
    "kontakt_email": "kontakt_email",
}


class Organisationen:
    """Remembers for one import whom it has seen."""

    def __init__(self, quelle: str, *, freigeben: bool) -> None:
        self._quelle, self._freigeben = quelle, freigeben
        self._bekannte: dict[tuple[str, str], Organisation] = {}

    def vergessen(self) -> None:
        """After a row was rolled back: its organisation may not be there."""
        self._bekannte.clear()

    def holen(self, zeile: Zeile) -> Organisation:
        """The organisation of a row, new where need be. Raises NichtMoeglich where it is refused or gone."""
        schluessel = zeile.gemeinde.ags, sortiername(zeile.organisation["organisation"])
        if schluessel not in self._bekannte:
            self._bekannte[schluessel] = self._finden(*schluessel) or self._anlegen(zeile)
        organisation = self._bekannte[schluessel]
        if organisation.status in AUSGESCHLOSSEN:
            raise NichtMoeglich(_("Die Organisation ist im Portal abgelehnt, gesperrt oder ausgetragen."))
        self._ergaenzen(organisation, zeile)
        return organisation

    def _finden(self, ags: str, name: str) -> Organisation | None:
        return Organisation.objects.filter(quelle=self._quelle, gemeinde=ags, sortiername=name).first()

    def _anlegen(self, zeile: Zeile) -> Organisation:
        angaben = {feld: zeile.organisation[name] for name, feld in _FELDER.items() if name in zeile.organisation}
        organisation = Organisation.objects.anlegen(
            name=zeile.organisation["organisation"], gemeinde=zeile.gemeinde, quelle=self._quelle, **angaben
        )
        if self._freigeben:
            organisation.freigeben(PORTAL, mail=False)
        return organisation

    def _ergaenzen(self, organisation: Organisation, zeile: Zeile) -> None:
        """Details that only a later row has; never over what is there, nor once people act for it themselves."""
        neue = {
            feld: zeile.organisation[name]
            for name, feld in _FELDER.items()
            if name in zeile.organisation and not getattr(organisation, feld)
        }
        if neue and not organisation.teamzugaenge.exists():
            for feld, wert in neue.items():
                setattr(organisation, feld, wert)
            organisation.save(update_fields=list(neue))
