"""Which point does a place of a document have?"""

from typing import Any

from organisationen.models import Gemeinde, Ortsteil

from .auswahl import Ortsanzeige


def einsatzorte(angebot, orte: list[dict]) -> list:
    """Einsatzorte (unsaved) for the places of a document; see alle_einsatzorte."""
    return alle_einsatzorte([(angebot, orte)])


def alle_einsatzorte(orte_je_angebot: list[tuple[Any, list[dict]]]) -> list:
    """Einsatzorte (unsaved) for the places of several documents, in two queries.

    The point is the Ortsteil's where it is known and may be shown, else the middle of the Gemeinde: distances are
    "ab Ortsmitte" and give away no address.
    """
    from .models import Einsatzort

    alle = [ort for _angebot, orte in orte_je_angebot for ort in orte]
    gemeinden = Gemeinde.objects.in_bulk({ort["gemeinde"] for ort in alle})
    punkte = _punkte(alle)
    ergebnis = []
    for angebot, orte in orte_je_angebot:
        for nummer, ort in enumerate(orte, start=1):
            gemeinde = gemeinden[ort["gemeinde"]]
            lat, lon = gemeinde.lat, gemeinde.lon
            if ort.get("anzeige") != Ortsanzeige.GEMEINDE:
                lat, lon = punkte.get((gemeinde.ags, ort.get("ortsteil")), (lat, lon))
            weiteres = {name: wert for name, wert in ort.items() if name != "gemeinde"}
            ergebnis.append(Einsatzort(angebot=angebot, nummer=nummer, gemeinde=gemeinde, lat=lat, lon=lon, **weiteres))
    return ergebnis


def _punkte(orte: list[dict]) -> dict[tuple[str, str], tuple[float, float]]:
    namen = {ort["ortsteil"] for ort in orte if ort.get("ortsteil")}
    teile = Ortsteil.objects.filter(gemeinde__in={ort["gemeinde"] for ort in orte}, name__in=namen, lat__isnull=False)
    return {(teil.gemeinde_id, teil.name): (teil.lat, teil.lon) for teil in teile}
