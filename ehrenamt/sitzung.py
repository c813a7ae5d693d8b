"""Where are sessions kept? In the database, asked only for keys that could have been made here."""

from django.contrib.sessions.backends.db import SessionStore as DatenbankSitzung


class SessionStore(DatenbankSitzung):
    def _validate_session_key(self, key: str | None) -> bool:
        """A cookie holds what anybody wrote into it, a NUL for instance; PostgreSQL refuses that with an error."""
        return bool(super()._validate_session_key(key)) and key.isascii() and key.isalnum()
