"""How long is something kept, and how long may somebody wait? The periods are settings; here they become dates."""

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


def meldung(jetzt: datetime) -> datetime:
    return jetzt + timedelta(days=settings.FRISTEN["meldung_tage"])


def vor(jetzt: datetime, frist: str) -> datetime:
    """What happened up to then is at least that period (a number of days) ago."""
    return jetzt - timedelta(days=settings.FRISTEN[frist])


def uebernahme(wartet_seit: datetime) -> datetime:
    return wartet_seit + timedelta(days=settings.FRISTEN["anfrage_uebernehmen_tage"])


def erinnerungen(wartet_seit: datetime, jetzt: datetime) -> int:
    """How many reminders belong to so long a wait."""
    stufen = ["anfrage_erinnern_tage", "anfrage_erneut_erinnern_tage"]
    return sum(wartet_seit <= vor(jetzt, stufe) for stufe in stufen)
