"""Is every listing still true? Its organisation is asked twice, then the listing pauses; long after it is archived."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ehrenamt.ablauf import alle_wechseln
from ehrenamt.pflichten import Pflicht
from ehrenamt.rollen import PORTAL, Akteur
from organisationen.models import Organisation

from . import mails
from .auswahl import AngebotStatus
from .models import Angebot
from .models.angebot import bestaetigt

# Angebot.erinnerungen: how often the organisation was asked since the last confirmation.
GEFRAGT, GEWARNT = 1, 2


@dataclass(frozen=True)
class Schritte:
    """What a day brings for the listings of one organisation: the sections of one mail."""

    pausiert: list[Angebot]
    gewarnt: list[Angebot]
    gefragt: list[Angebot]

    @property
    def alle(self) -> list[Angebot]:
        return [*self.pausiert, *self.gewarnt, *self.gefragt]


def faellige_organisationen(jetzt: datetime) -> QuerySet:
    """Whose listings need a question, a warning or a pause, and who had no mail about it today.

    Of an organisation that is not approved nothing is shown, so there is nothing to ask: its clocks go on from
    where they stand when it is approved again, the warning first.
    """
    heute = timezone.localdate(jetzt)
    angebote = Angebot.objects.nachzufragen(heute)
    heute_noch_nicht = Q(erinnert_am=None) | Q(erinnert_am__lt=heute)
    return Organisation.objects.oeffentlich().filter(heute_noch_nicht, pk__in=angebote.values("organisation"))


def nachfragen(organisation: Organisation, jetzt: datetime) -> None:
    """The duty of one organisation on one day. Where nobody has an address the same clock goes on without a mail."""
    heute = timezone.localdate(jetzt)
    with transaction.atomic():
        # Locked and read again: somebody may be confirming right now.
        faellige = organisation.angebote.nachzufragen(heute).select_for_update(no_key=True).order_by("pk")
        schritte = _schritte(list(faellige), heute)
        if not schritte.alle:
            return
        alle_wechseln(schritte.pausiert, "pausieren", akteur=PORTAL, ruht_seit=heute)
        _merken(schritte.gewarnt, GEWARNT, heute)
        _merken(schritte.gefragt, GEFRAGT, heute)
        organisation.erinnert_am = heute
        organisation.save(update_fields=["erinnert_am"])
        mails.aktualitaet(organisation, schritte, jetzt)


def _schritte(angebote: list[Angebot], heute: date) -> Schritte:
    """Who is asked so late that the last warning is due already, because the portal was down, gets that alone."""
    erneut = heute - timedelta(days=settings.FRISTEN["angebot_erneut_erinnern_tage"])
    angebote = sorted(angebote, key=lambda angebot: (angebot.zuletzt_bestaetigt_am, angebot.pk))
    offen = [angebot for angebot in angebote if angebot.erinnerungen < GEWARNT]
    return Schritte(
        pausiert=[angebot for angebot in angebote if angebot.erinnerungen >= GEWARNT],
        gewarnt=[angebot for angebot in offen if angebot.zuletzt_bestaetigt_am <= erneut],
        gefragt=[angebot for angebot in offen if angebot.zuletzt_bestaetigt_am > erneut],
    )


def _merken(angebote: list[Angebot], erinnerungen: int, heute: date) -> None:
    for angebot in angebote:
        angebot.erinnerungen, angebot.erinnert_am = erinnerungen, heute
        angebot.pause = pausiert_am(angebot, heute)
    Angebot.objects.filter(pk__in=[angebot.pk for angebot in angebote]).update(
        erinnerungen=erinnerungen, erinnert_am=heute
    )


def pausiert_am(angebot: Angebot, heute: date) -> date:
    """The day on which it pauses if nobody answers: never sooner than its last warning allows."""
    gewarnt = angebot.erinnert_am if angebot.erinnerungen >= GEWARNT else heute
    return max(
        angebot.zuletzt_bestaetigt_am + timedelta(days=settings.FRISTEN["angebot_pausieren_tage"]),
        gewarnt + timedelta(days=settings.FRISTEN["angebot_warnung_tage"]),
    )


def offene(organisation: Organisation) -> list[Angebot]:
    """What waits for an answer, what is hidden already first."""
    heute = timezone.localdate()
    angebote = list(organisation.angebote.zu_bestaetigen(heute).order_by("status", "zuletzt_bestaetigt_am", "pk"))
    for angebot in angebote:
        angebot.pause = pausiert_am(angebot, heute)
    return angebote


def heute_beantwortet(organisation: Organisation) -> QuerySet:
    """What was confirmed, paused or ended today, by whomever."""
    heute = timezone.localdate()
    bestaetigte = Q(status=AngebotStatus.VEROEFFENTLICHT, zuletzt_bestaetigt_am=heute)
    ruhende = Q(status=AngebotStatus.PAUSIERT, erinnerungen=0) | Q(status=AngebotStatus.BEENDET)
    return organisation.angebote.filter(bestaetigte | ruhende & Q(ruht_seit=heute)).order_by("titel")


def alle_bestaetigen(organisation: Organisation, akteur: Akteur, nummern: Collection[str]) -> list[Angebot]:
    """Confirm what the person saw (`nummern`) and what still waits for an answer; what was paused goes online again."""
    with transaction.atomic():
        offene = organisation.angebote.zu_bestaetigen().select_for_update(no_key=True).order_by("pk")
        gemeint = [angebot for angebot in offene if str(angebot.pk) in nummern]
        ruhende = [angebot for angebot in gemeint if angebot.status == AngebotStatus.PAUSIERT]
        online = [angebot for angebot in gemeint if angebot not in ruhende]
        alle_wechseln(online, "bestaetigen", akteur=akteur, **bestaetigt())
        alle_wechseln(ruhende, "fortsetzen", akteur=akteur, ruht_seit=None, **bestaetigt())
    return gemeint


PFLICHTEN = [
    Pflicht("Organisationen nach Aktualität gefragt", faellige_organisationen, nachfragen),
    Pflicht(
        "Angebote archiviert",
        lambda jetzt: Angebot.objects.zu_archivieren(timezone.localdate(jetzt)),
        lambda angebot, jetzt: angebot.archivieren(),
    ),
]
