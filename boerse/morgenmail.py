"""What waits for a Kontaktstelle this morning? One mail on working days, and none where nothing waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Count, F, Min, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ehrenamt.pflichten import Pflicht
from organisationen.models import Barrieremeldung, Kontaktstelle, Organisation, Uebernahmeantrag

from . import mails
from .models import Anfrage, Engagementwunsch, Fassung, Meldung

AB_UHR = 6
SONNABEND = 5


@dataclass
class Wartendes:
    titel: Any
    anzahl: int
    tage: int  # that the oldest waits


def _arten() -> Iterator[tuple[Any, QuerySet, str, str]]:
    """What it is called, the rows, the field with the AGS that says whose it is (none: the portal's own office), and
    since when each waits."""
    yield _("Texte zu prüfen"), Fassung.objects.wartend(), "angebot__zustaendig_ags", "eingereicht_am"
    yield _("Neue Organisationen"), Organisation.objects.wartend(), "gemeinde_id", "erstellt_am"
    yield _("Anträge auf Übernahme"), Uebernahmeantrag.objects.all(), "organisation__gemeinde_id", "erstellt_am"
    yield _("Anfragen und Rückrufe"), Anfrage.objects.beim_amt(), "angebot__zustaendig_ags", "uebernommen_am"
    yield _("Menschen, die helfen möchten"), Engagementwunsch.objects.offen(), "zustaendig_ags", "bestaetigt_am"
    yield _("Gemeldete Angebote"), Meldung.objects.offen(), "angebot__zustaendig_ags", "erstellt_am"
    yield _("Gemeldete Barrieren"), Barrieremeldung.objects.offen(), "", "erstellt_am"


def wartendes(stelle: Kontaktstelle, jetzt: datetime) -> list[Wartendes]:
    """What this office has to do, also for one that it stands in for."""
    zustaendig = cache(Kontaktstelle.objects.zustaendig_fuer)
    gefunden = []
    for titel, zeilen, feld, zeitfeld in _arten():
        je_ort = zeilen.order_by().annotate(_ags=F(feld) if feld else Value("")).values_list("_ags")
        zahlen = je_ort.annotate(_anzahl=Count("pk"), _seit=Min(zeitfeld))
        meine = [(anzahl, seit) for ags, anzahl, seit in zahlen if anzahl and zustaendig(ags) == stelle]
        if meine:
            seit = min(seit for _anzahl, seit in meine)
            tage = (timezone.localdate(jetzt) - timezone.localdate(seit)).days
            gefunden.append(Wartendes(titel, sum(anzahl for anzahl, _seit in meine), tage))
    return gefunden


def faellig(jetzt: datetime) -> QuerySet:
    """Who has had none today."""
    ort = timezone.localtime(jetzt)
    if ort.hour < AB_UHR or ort.weekday() >= SONNABEND:
        return Kontaktstelle.objects.none()
    return Kontaktstelle.objects.filter(morgenmail=True).exclude(morgenmail_am=ort.date())


def schreiben(stelle: Kontaktstelle, jetzt: datetime) -> None:
    if zeilen := wartendes(stelle, jetzt):
        mails.morgenmail(stelle, zeilen, jetzt)
    Kontaktstelle.objects.filter(pk=stelle.pk).update(morgenmail_am=timezone.localdate(jetzt))


PFLICHTEN = [Pflicht("Kontaktstellen am Morgen geschrieben", faellig, schreiben)]
