"""Where are sessions kept, and whose are they? In the database, asked only for keys that could have been made here."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatenbankSitzung
from django.utils import timezone


class SessionStore(DatenbankSitzung):
    def _validate_session_key(self, key: str | None) -> bool:
        """A cookie holds what anybody wrote into it, a NUL for instance; PostgreSQL refuses that with an error."""
        return bool(super()._validate_session_key(key)) and key.isascii() and key.isalnum()


def sitzungen(konto) -> list:
    """The sessions in which this person is logged in. Each row has to be read for that: they last twelve hours, so
    there are never many."""
    laufende = SessionStore.get_model_class().objects.filter(expire_date__gt=timezone.now())
    return [sitzung for sitzung in laufende.iterator() if sitzung.get_decoded().get(SESSION_KEY) == str(konto.pk)]


def sitzungen_beenden(konto, ausser: str | None = None) -> int:
    """Log this person out everywhere, but for one session; says in how many places."""
    andere = [sitzung.pk for sitzung in sitzungen(konto) if sitzung.pk != ausser]
    SessionStore.get_model_class().objects.filter(pk__in=andere).delete()
    return len(andere)
