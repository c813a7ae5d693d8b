"""Is it said rightly which regions the portal serves? A wrong region would show nothing, without a word."""

import re

from django.conf import settings
from django.core.checks import Error, register

from .referenzdaten import regionen_ohne_gemeinde
from .regionen import MUSTER

HINWEIS = (
    "Eine Region ist DE (alle), ein Land (05), ein Kreis (05974) oder eine Gemeinde (05974040). "
    "Mehrere trennt ein Komma."
)


@register
def regionen_pruefen(**_angaben) -> list[Error]:
    regionen = settings.PORTAL_REGIONEN
    if not regionen:
        return [Error("PORTAL_REGIONEN nennt keine Region.", hint=HINWEIS, id="organisationen.E001")]
    fehler = [
        Error(f"PORTAL_REGIONEN: „{region}“ ist keine Region.", hint=HINWEIS, id="organisationen.E002")
        for region in regionen
        if not re.fullmatch(MUSTER, region)
    ]
    return fehler or [
        Error(f"PORTAL_REGIONEN: In „{region}“ liegt keine Gemeinde.", hint=HINWEIS, id="organisationen.E003")
        for region in regionen_ohne_gemeinde(regionen)
    ]
