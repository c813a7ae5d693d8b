"""Which other listings might suit somebody who looks at this one? Alike and near, in one query."""

from django.db.models import Case, F, FloatField, Q, QuerySet, Value, When

from .models import Angebot
from .suche.umkreis import mit_entfernung

ANZAHL = 3
# A step of likeness is worth this many kilometres.
KM_JE_SCHRITT = 10.0


def aehnliche(angebot: Angebot, anzahl: int = ANZAHL) -> QuerySet:
    """Public listings that share a Thema or Tätigkeit, the most alike and nearest first."""
    merkmale = [("themen", 2.0), ("taetigkeiten", 2.0), ("zielgruppen", 1.0)]
    naehe = sum((_punkte(feld, getattr(angebot, feld), gewicht) for feld, gewicht in merkmale), Value(0.0))
    orte = [(ort.lat, ort.lon) for ort in angebot.einsatzorte.all()]
    andere = Angebot.objects.oeffentlich().exclude(pk=angebot.pk)
    andere = andere.filter(Q(themen__overlap=angebot.themen) | Q(taetigkeiten__overlap=angebot.taetigkeiten))
    andere = andere.annotate(aehnlichkeit=naehe)
    if not orte:
        return andere.order_by("-aehnlichkeit", "-veroeffentlicht_am", "-pk").fuer_liste()[:anzahl]
    weg = Case(When(entfernung=None, then=Value(0.0)), default=F("entfernung"), output_field=FloatField())
    andere = mit_entfernung(andere, orte).annotate(abstand=weg - F("aehnlichkeit") * KM_JE_SCHRITT)
    return andere.order_by("abstand", "-veroeffentlicht_am", "-pk").fuer_liste()[:anzahl]


def _punkte(feld: str, werte: list[str], gewicht: float) -> Case:
    passt = When(Q(**{f"{feld}__overlap": werte}), then=Value(gewicht))
    return Case(passt, default=Value(0.0), output_field=FloatField())
