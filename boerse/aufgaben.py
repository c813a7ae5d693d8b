"""What does an organisation have to do now? The rows of "Das ist jetzt dran", the most urgent first."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .aktualitaet import pausiert_am
from .auswahl import FassungStatus
from .models import Anfrage, Angebot, Fassung

DRINGEND_AB_TAGEN = 3
JE_ART_HOECHSTENS = 10


@dataclass(frozen=True)
class Aufgabe:
    """One row: what, which consequence, how long it waits, and the one button."""

    symbol: str
    farbe: str
    titel: str
    folge: str
    url: str
    knopf: str
    wartet: str = ""
    dringend: bool = False


def aufgaben(organisation, konto) -> list[Aufgabe]:
    anfragen = Anfrage.objects.fuer(konto).filter(angebot__organisation=organisation).unbeantwortet()
    texte = Fassung.objects.fuer(konto).filter(angebot__organisation=organisation).in_arbeit()
    angebote = Angebot.objects.fuer(konto).filter(organisation=organisation).zu_bestaetigen()
    texte = list(texte.select_related("angebot")[:JE_ART_HOECHSTENS])
    zurueck = [text for text in texte if text.status == FassungStatus.ZURUECKGEGEBEN]
    entwuerfe = [text for text in texte if text.status == FassungStatus.ENTWURF]
    return [
        *map(_antworten, anfragen.select_related("angebot")[:JE_ART_HOECHSTENS]),
        *map(_ergaenzen, zurueck),
        *map(_bestaetigen, angebote.order_by("zuletzt_bestaetigt_am")[:JE_ART_HOECHSTENS]),
        *map(_fertigstellen, entwuerfe),
    ]


def seit(zeitpunkt) -> str:
    tage = (timezone.localdate() - timezone.localdate(zeitpunkt)).days
    return ngettext("wartet seit %(n)s Tag", "wartet seit %(n)s Tagen", tage) % {"n": tage} if tage else _("neu heute")


def _antworten(anfrage: Anfrage) -> Aufgabe:
    tage = (timezone.localdate() - timezone.localdate(anfrage.wartet_seit)).days
    datum = date_format(timezone.localtime(anfrage.uebernahme_am), "SHORT_DATE_FORMAT")
    folge = _("zu „%(titel)s“. Am %(datum)s übernimmt die Kontaktstelle.")
    return Aufgabe(
        symbol="brief",
        farbe="honig",
        titel=_("%(name)s fragt an") % {"name": anfrage.name or _("Eine Person")},
        folge=folge % {"titel": anfrage.angebot.titel, "datum": datum},
        url=reverse("arbeitsbereich_anfrage", args=[anfrage.pk]),
        knopf=_("Antworten"),
        wartet=seit(anfrage.wartet_seit),
        dringend=tage >= DRINGEND_AB_TAGEN,
    )


def _ergaenzen(fassung: Fassung) -> Aufgabe:
    return Aufgabe(
        symbol="stift",
        farbe="blau",
        titel=_("„%(titel)s“ bitte ergänzen") % {"titel": fassung.titel},
        folge=_("Die Kontaktstelle schreibt: „%(grund)s“") % {"grund": fassung.rueckgabe_grund},
        url=reverse("arbeitsbereich_text", args=[fassung.angebot_id]),
        knopf=_("Ergänzen"),
    )


def _bestaetigen(angebot: Angebot) -> Aufgabe:
    if angebot.ohne_antwort_pausiert:
        folge = _("Niemand hat es bestätigt, deshalb pausiert es seit dem %(datum)s.")
        tag = angebot.ruht_seit
    else:
        folge = _("Ohne Antwort pausiert es am %(datum)s.")
        tag = pausiert_am(angebot, timezone.localdate())
    return Aufgabe(
        symbol="hakenkreis",
        farbe="gruen",
        titel=_("„%(titel)s“ noch aktuell?") % {"titel": angebot.titel},
        folge=folge % {"datum": date_format(tag, "SHORT_DATE_FORMAT")},
        url=reverse("arbeitsbereich_angebot", args=[angebot.pk]),
        knopf=_("Ansehen"),
    )


def _fertigstellen(fassung: Fassung) -> Aufgabe:
    neu = fassung.angebot.veroeffentlicht_am is None
    folge = _("Noch nicht eingereicht.") if neu else _("Die Änderung ist noch nicht eingereicht, der alte Text bleibt.")
    return Aufgabe(
        symbol="stift",
        farbe="blau",
        titel=_("Entwurf „%(titel)s“") % {"titel": fassung.titel},
        folge=folge,
        url=reverse("arbeitsbereich_text", args=[fassung.angebot_id]),
        knopf=_("Weiterschreiben"),
    )
