"""How would a text look online? A listing that is not saved, built from a document."""

from datetime import date, time

from django.db import models

from organisationen.models import Gemeinde

from .inhalt import FELDER
from .models import Angebot, Fassung
from .orte import einsatzorte


def angebot_aus(fassung: Fassung) -> Angebot:
    """As Fassung.freigeben() would write it, however incomplete the text is; nothing is saved."""
    original, inhalt = fassung.angebot, fassung.inhalt
    angebot = Angebot(
        pk=original.pk,
        kennung=original.kennung,
        organisation=original.organisation,
        status=Angebot.Status.VEROEFFENTLICHT,
        veroeffentlicht_am=original.veroeffentlicht_am,
        zuletzt_bestaetigt_am=original.zuletzt_bestaetigt_am,
    )
    for name, feld in FELDER.items():
        if (wert := inhalt.get(name)) is not None:
            setattr(angebot, name, date.fromisoformat(wert) if feld.art == "datum" else wert)
    angebot.zustaendig_ags = original.zustaendig_nach(inhalt)
    orte, zeiten = _orte(angebot, inhalt), _zeiten(angebot, inhalt)
    # What is read of an unsaved object's relations is what was put here.
    angebot._prefetched_objects_cache = {"einsatzorte": orte, "zeitfenster": zeiten}
    return angebot


def _orte(angebot: Angebot, inhalt: dict) -> models.QuerySet:
    orte = [ort for ort in inhalt.get("orte", []) if ort.get("gemeinde")]
    bekannt = set(Gemeinde.objects.filter(pk__in=[o["gemeinde"] for o in orte]).values_list("pk", flat=True))
    bekannte = [ort for ort in orte if ort["gemeinde"] in bekannt]
    return _als_ergebnis(angebot.einsatzorte.model, einsatzorte(angebot, bekannte))


def _zeiten(angebot: Angebot, inhalt: dict) -> models.QuerySet:
    zeiten = []
    for zeit in inhalt.get("zeiten", []):
        uhrzeiten = {name: time.fromisoformat(zeit[name]) for name in ("von", "bis") if zeit.get(name)}
        zeiten.append(angebot.zeitfenster.model(angebot=angebot, **zeit | uhrzeiten))
    return _als_ergebnis(angebot.zeitfenster.model, zeiten)


def _als_ergebnis(modell: type[models.Model], objekte: list) -> models.QuerySet:
    ergebnis = modell.objects.none()
    ergebnis._result_cache = objekte
    return ergebnis
