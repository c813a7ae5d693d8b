"""How does a state change? The engine: transitions as tables, one place that writes a state."""

from collections.abc import Iterator
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

    def moegliche(self, status: str, rolle: Rolle) -> list[Uebergang]:
        """What this role can do in this state: the buttons to show."""
        return [u for u in self if status in u.von and rolle in u.wer]


def uebergang(name, von, nach, wer, wort, **weiteres) -> Uebergang:
    """A row written briefly: single values or collections."""
    als_menge = lambda wert: frozenset([wert] if isinstance(wert, str) else wert)  # noqa: E731
    return Uebergang(name, als_menge(von), nach, als_menge(wer), wort, **weiteres)


def status_wechseln(objekt, name: str, *, akteur: Akteur, grund: str = "", mail: bool = True, **felder) -> None:
    """Carry out the transition `name`; the only place that writes a state.

    Locks the row, checks the table, writes the state with `felder`, appends a Verlaufseintrag and writes the
    mail (imports send none: `mail=False`), all in one transaction. Raises AblaufFehler and leaves everything
    as it was where it cannot be.
    """
    schritt = objekt.ABLAUF[name]
    grund = grund.strip()
    with transaction.atomic():
        aktuell = type(objekt)._base_manager.select_for_update(of=("self",)).only("status").filter(pk=objekt.pk).first()
        if aktuell is None:
            raise NichtMoeglich(_("Das gibt es nicht mehr."))
        if aktuell.status not in schritt.von:
            raise NichtMoeglich(
                _("Das geht nicht mehr: Der Stand ist inzwischen „%(stand)s“.")
                % {"stand": aktuell.get_status_display()}
            )
        if akteur.rolle not in schritt.wer:
            raise NichtErlaubt(_("Dazu fehlt Ihnen die Berechtigung."))
        if schritt.grund_noetig and not grund:
            raise GrundFehlt(_("Bitte nennen Sie einen Grund."))
        for feld, wert in (felder | {"status": schritt.nach}).items():
            setattr(objekt, feld, wert)
        objekt.save(update_fields=["status", *felder])
        protokollieren(objekt, schritt.name, akteur=akteur, grund=grund, von=aktuell.status, nach=schritt.nach)
        if schritt.mail and mail:
            import_string(schritt.mail)(objekt, grund)


def protokollieren(objekt, vorgang: str, *, akteur: Akteur, grund: str = "", von: str = "", nach: str = "") -> None:
    """Append to the Verlauf of an object, also for what changes no state (an enquiry was read)."""
    from .models import Verlaufseintrag

    Verlaufseintrag.objects.create(
        objekt=objekt,
        vorgang=vorgang,
        von=von,
        nach=nach,
        grund=grund,
        rolle=akteur.rolle,
        konto=akteur.konto,
    )
