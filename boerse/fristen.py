"""How long is something personal kept? The periods are settings; here they become dates."""

from datetime import datetime, timedelta

from django.conf import settings


def unbestaetigt(jetzt: datetime) -> datetime:
    return jetzt + timedelta(hours=settings.FRISTEN["anfrage_unbestaetigt_stunden"])


def eltern(gefragt: datetime) -> datetime:
    return gefragt + timedelta(hours=settings.FRISTEN["anfrage_eltern_stunden"])


def ohne_ergebnis(bestaetigt: datetime) -> datetime:
    return bestaetigt + timedelta(days=settings.FRISTEN["anfrage_ohne_ergebnis_tage"])


def nach_ergebnis(ergebnis: datetime) -> datetime:
    return ergebnis + timedelta(days=settings.FRISTEN["anfrage_nach_ergebnis_tage"])


def wunsch_ohne_ergebnis(bestaetigt: datetime) -> datetime:
    return bestaetigt + timedelta(days=settings.FRISTEN["engagementwunsch_tage"])


def wunsch_erinnern(jetzt: datetime) -> datetime:
    """A wish that waits since then is one that the Kontaktstelle is reminded of."""
    return jetzt - timedelta(days=settings.FRISTEN["engagementwunsch_erinnern_tage"])


def meldung(jetzt: datetime) -> datetime:
    return jetzt + timedelta(days=settings.FRISTEN["meldung_tage"])
