"""Where is measured? In a database of its own on the same server, never in the portal's."""

import contextlib
import io
import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from ehrenamt.umgebung import datenbank
from organisationen.models import Organisation

from .. import karte
from ..models import Suchwort
from .bestand import Fueller


@contextlib.contextmanager
def messdatenbank(anzahl: int, *, behalten: bool) -> Iterator[bool]:
    """A database with so many listings, for as long as the block runs; says whether it was there already."""
    eigentliche = connection.settings_dict["NAME"]
    name = f"{eigentliche}_leistung_{anzahl}"
    connection.settings_dict["TEST"]["NAME"] = name
    _anlegen(behalten)
    try:
        vorhanden = Suchwort.objects.exists()  # written last
        if not vorhanden:
            if Organisation.objects.exists():  # somebody stopped the filling
                connection.creation.destroy_test_db(eigentliche, verbosity=0)
                _anlegen(behalten=False)
            if connection.settings_dict["NAME"] != name:
                raise RuntimeError("Die Messdatenbank ist nicht die, mit der dieser Befehl verbunden ist.")
            call_command("referenzdaten_laden", stdout=io.StringIO())
            Fueller(anzahl).fuellen()
        yield vorhanden
    finally:
        connection.creation.destroy_test_db(eigentliche, verbosity=0, keepdb=behalten)
        karte.vergessen()


def _anlegen(behalten: bool) -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=behalten)


def adresse() -> str:
    """The DATABASE_URL of the database connected to, for other processes."""
    url = urlsplit(os.environ.get("DATABASE_URL") or "postgresql:///portal")
    neue = url._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    assert datenbank(neue)["NAME"] == settings.DATABASES["default"]["NAME"]
    return neue
