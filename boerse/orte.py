"""Which point does a place of a document have?"""

from organisationen.models import Gemeinde, Ortsteil

from .auswahl import Ortsanzeige


def einsatzorte(angebot, orte: list[dict]) -> list:
    """Einsatzorte (unsaved) for the places of a document.

    The point is the Ortsteil's where it is known and may be shown, else the middle of the Gemeinde: distances are
    "ab Ortsmitte" and give away no address.
    """
    from .models import Einsatzort

    gemeinden = Gemeinde.objects.in_bulk({ort["gemeinde"] for ort in orte})
    namen = {ort["ortsteil"] for ort in orte if ort.get("ortsteil")}
    punkte = {
        (teil.gemeinde_id, teil.name): (teil.lat, teil.lon)
        for teil in Ortsteil.objects.filter(gemeinde__in=gemeinden, name__in=namen, lat__isnull=False)
    }
    ergebnis = []
    for nummer, ort in enumerate(orte, start=1):
        gemeinde = gemeinden[ort["gemeinde"]]
        lat, lon = gemeinde.lat, gemeinde.lon
        if ort.get("anzeige") != Ortsanzeige.GEMEINDE:
            lat, lon = punkte.get((gemeinde.ags, ort.get("ortsteil")), (lat, lon))
        weiteres = {name: wert for name, wert in ort.items() if name != "gemeinde"}
        ergebnis.append(Einsatzort(angebot=angebot, nummer=nummer, gemeinde=gemeinde, lat=lat, lon=lon, **weiteres))
    return ergebnis
