"""Which Gemeinde does somebody mean who types a name or a postcode?"""

import re

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ehrenamt.sortierung import sortiername

from .models import Gemeinde, Ortsteil, Postleitzahl
from .regionen import bedient

VORSCHLAEGE = 5
_MIT_KREIS = re.compile(r"^(?P<name>.+?)\s*\((?P<kreis>[^()]+)\)$")
PLZ = re.compile(r"\b\d{5}\b")


class NichtEindeutig(Exception):
    """Nothing or several things are meant; the text says so and names what could be meant."""


def bezeichnung(gemeinde: Gemeinde) -> str:
    """The name as one may type it again, unmistakable in all of Germany."""
    return f"{gemeinde.name} ({gemeinde.kreis_name})"


def eingabetext(gemeinde: Gemeinde) -> str:
    """What a field shows for a Gemeinde: the plain name where the portal serves it."""
    return gemeinde.name if bedient(gemeinde.ags) else bezeichnung(gemeinde)


def gemeinde_finden(text: str, *, nur_bediente: bool = False) -> Gemeinde:
    """The Gemeinde for "Soest", "59494", "59494 Soest", the name of an Ortsteil or "Name (Kreis)".

    A served Gemeinde is preferred to another of the same name. Raises NichtEindeutig.
    """
    alle = Gemeinde.objects.bediente() if nur_bediente else Gemeinde.objects.all()
    plz = PLZ.search(text)
    name = PLZ.sub("", text).strip(" ,")
    treffer = _nach_plz(alle, plz.group()) if plz else []
    if name and (len(treffer) != 1 or not plz):
        nach_name = _nach_name(alle, name)
        treffer = [g for g in nach_name if g in treffer] or (nach_name if not plz else treffer)
    if len(treffer) > 1:
        treffer = _bevorzugt(treffer)
    if len(treffer) == 1:
        return treffer[0]
    raise NichtEindeutig(_satz(treffer or _aehnliche(alle, name), mehrere=bool(treffer)))


def _nach_plz(alle: QuerySet, plz: str) -> list[Gemeinde]:
    return list(alle.filter(pk__in=Postleitzahl.objects.filter(plz=plz).values("gemeinde")))


def _nach_name(alle: QuerySet, name: str) -> list[Gemeinde]:
    schluessel = sortiername(name)
    # Some names have an addition of their own: "Wickede (Ruhr)".
    genau = list(alle.filter(sortiername=schluessel))
    if not genau and (mit_kreis := _MIT_KREIS.match(name)):
        schluessel = sortiername(mit_kreis["name"])
        return list(alle.filter(sortiername=schluessel, kreis_name__iexact=mit_kreis["kreis"]))
    return (
        genau
        or list(alle.filter(pk__in=Ortsteil.objects.filter(sortiername=schluessel).values("gemeinde")))
        or list(alle.filter(sortiername__startswith=schluessel)[: VORSCHLAEGE + 1])
    )


def _bevorzugt(treffer: list[Gemeinde]) -> list[Gemeinde]:
    return [g for g in treffer if bedient(g.ags)] or treffer


def _aehnliche(alle: QuerySet, name: str) -> list[Gemeinde]:
    if not name:
        return []
    naehe = TrigramSimilarity("sortiername", sortiername(name))
    return _bevorzugt(list(alle.annotate(naehe=naehe).filter(naehe__gte=0.3).order_by("-naehe")[:VORSCHLAEGE]))


def _satz(vorschlaege: list[Gemeinde], *, mehrere: bool) -> str:
    if not vorschlaege:
        return _("Diesen Ort kennen wir nicht. Bitte nennen Sie die Stadt oder Gemeinde oder ihre PLZ.")
    namen = " · ".join(bezeichnung(g) for g in vorschlaege[:VORSCHLAEGE])
    satz = _("Das passt zu mehreren Orten. Bitte wählen Sie: %(namen)s") if mehrere else _("Meinen Sie: %(namen)s?")
    return satz % {"namen": namen}
