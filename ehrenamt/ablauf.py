"""How does a state change? The engine: transitions as tables, one place that writes a state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from .rollen import Akteur, Rolle


class AblaufFehler(Exception):
    """A transition that cannot happen; its text may be shown to the person who tried."""


class NichtMoeglich(AblaufFehler):
    """The object is in a state that this transition does not start from."""


class SchonEntschieden(NichtMoeglich):
    """Somebody else was first."""


class NichtErlaubt(AblaufFehler):
    """The role may not do this."""


class GrundFehlt(AblaufFehler):
    """A reason is required and was not given."""


@dataclass(frozen=True)
class Uebergang:
    """One row of a table: name (verb), states it starts from, state it leads to, roles, word for the Verlauf."""

    name: str
    von: frozenset[str]
    nach: str
    wer: frozenset[Rolle]
    wort: Any
    grund_noetig: bool = False
    mail: str = ""  # dotted path of mails.<function>(objekt, grund), called inside the transaction


class Ablauf:
    """The table of transitions of one model."""

    def __init__(self, *uebergaenge: Uebergang) -> None:
        self._nach_name = {u.name: u for u in uebergaenge}
        assert len(self._nach_name) == len(uebergaenge), "a name stands twice"

    def __getitem__(self, name: str) -> Uebergang:
        return self._nach_name[name]

    def __iter__(self) -> Iterator[Uebergang]:
        return iter(self._nach_name.values())

    def moegliche(self, status: str, rolle: Rolle) -> set[str]:
        """The names of what this role can do in this state: the buttons to show."""
        return {u.name for u in self if status in u.von and rolle in u.wer}


def uebergang(name, von, nach, wer, wort, **weiteres) -> Uebergang:
    """A row written briefly: single values or collections."""
    als_menge = lambda wert: frozenset([wert] if isinstance(wert, str) else wert)  # noqa: E731
    return Uebergang(name, als_menge(von), nach, als_menge(wer), wort, **weiteres)


def status_wechseln(objekt, name: str, *, akteur: Akteur, grund: str = "", mail: bool = True, **felder) -> None:
    """Carry out the transition `name` for one object; see alle_wechseln."""
    alle_wechseln([objekt], name, akteur=akteur, grund=grund, mail=mail, **felder)


def alle_wechseln(
    objekte: Sequence, name: str, *, akteur: Akteur, grund: str = "", mail: bool = True, **felder
) -> None:
    """Carry out the transition `name` for objects of one model; the only place that writes a state.

    Locks the rows, checks the table, writes the state with `felder`, appends a Verlaufseintrag and writes the
    mail (imports send none: `mail=False`) for each, all in one transaction. Raises AblaufFehler and leaves
    everything as it was where it cannot be.
    """
    if not objekte:
        return
    modell = type(objekte[0])
    schritt = modell.ABLAUF[name]
    grund = grund.strip()
    werte = felder | {"status": schritt.nach}
    with transaction.atomic():
        # Not against rows that only refer to these: a citizen's enquiry does not wait for a listing's change.
        zeilen = modell._base_manager.select_for_update(of=("self",), no_key=True).only("status").order_by("pk")
        vorher = zeilen.in_bulk([objekt.pk for objekt in objekte])
        for objekt in objekte:
            _pruefen(schritt, vorher.get(objekt.pk), akteur, grund)
        modell._base_manager.filter(pk__in=vorher).update(**werte)
        for objekt in objekte:
            for feld, wert in werte.items():
                setattr(objekt, feld, wert)
        _protokollieren(
            [(objekt, vorher[objekt.pk].status, schritt.nach) for objekt in objekte], schritt.name, akteur, grund
        )
        if schritt.mail and mail:
            for objekt in objekte:
                import_string(schritt.mail)(objekt, grund)


def _pruefen(schritt: Uebergang, zeile, akteur: Akteur, grund: str) -> None:
    if zeile is None:
        raise NichtMoeglich(_("Das gibt es nicht mehr."))
    if zeile.status not in schritt.von:
        raise SchonEntschieden(
            _("Das geht nicht mehr: Der Stand ist inzwischen „%(stand)s“.") % {"stand": zeile.get_status_display()}
        )
    if akteur.rolle not in schritt.wer:
        raise NichtErlaubt(_("Dazu fehlt Ihnen die Berechtigung."))
    if schritt.grund_noetig and not grund:
        raise GrundFehlt(_("Bitte nennen Sie einen Grund."))


def protokollieren(objekt, vorgang: str, *, akteur: Akteur, grund: str = "", von: str = "", nach: str = "") -> None:
    """Append to the Verlauf of an object, also for what changes no state (an enquiry was read)."""
    _protokollieren([(objekt, von, nach)], vorgang, akteur, grund)


def _protokollieren(zeilen: Sequence[tuple[Any, str, str]], vorgang: str, akteur: Akteur, grund: str) -> None:
    from .models import Verlaufseintrag

    Verlaufseintrag.objects.bulk_create(
        Verlaufseintrag(
            objekt=objekt, vorgang=vorgang, von=von, nach=nach, grund=grund, rolle=akteur.rolle, konto=akteur.konto
        )
        for objekt, von, nach in zeilen
    )
