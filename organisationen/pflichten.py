"""What does the portal do by itself about accounts? Warn whoever does not come any more, and let go."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from ehrenamt.pflichten import Pflicht

from .models import Barrieremeldung, Konto


def liegengebliebene_adressen(jetzt: datetime) -> QuerySet:
    """A new address that was never confirmed. It keeps no date, but whoever enters one is logged in: two days after
    the longest session it is over."""
    sitzung = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    frist = timedelta(hours=settings.FRISTEN["konto_unbestaetigt_stunden"])
    return EmailAddress.objects.filter(verified=False, primary=False, user__last_login__lte=jetzt - sitzung - frist)


# Deletion itself stands in the table of periods (loeschung.py).
KONTEN_SCHLIESSEN = (
    Pflicht(
        "Konten auf Wunsch geschlossen",
        lambda jetzt: Konto.objects.zu_schliessen(timezone.localdate(jetzt)),
        lambda konto, jetzt: konto.loeschen(jetzt),
    ),
    Pflicht("Ungenutzte Konten geschlossen", Konto.objects.ungenutzt, lambda konto, jetzt: konto.loeschen(jetzt)),
)
UNBESTAETIGTES_LOESCHEN = (
    Pflicht("Unbestätigte Konten gelöscht", Konto.objects.unbestaetigt, lambda konto, jetzt: konto.loeschen(jetzt)),
    Pflicht("Unbestätigte Adressen gelöscht", liegengebliebene_adressen),
)
PFLICHTEN = [
    Pflicht("Konten gewarnt", Konto.objects.zu_warnen, lambda konto, jetzt: konto.warnen(jetzt)),
    Pflicht(
        "An gemeldete Barrieren erinnert",
        Barrieremeldung.objects.zu_erinnern,
        lambda meldung, jetzt: meldung.erinnern(jetzt),
    ),
]
