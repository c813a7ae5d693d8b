"""What happens to a form that is sent after its session ended? It is kept until the person has logged in again.

Kept is what was sent, in the session of this browser on the server, for one address of the portal. It is given
back into the form, where the person sees it and sends it again; nothing is saved by itself.
"""

import time

from django.http import HttpRequest, QueryDict

from .ratenbegrenzung import erlaubt

SCHLUESSEL = "aufgehoben"
ZEICHEN_HOECHSTENS = 100_000
SEKUNDEN = 2 * 60 * 60


def aufheben(request: HttpRequest) -> bool:
    """Keep what was sent; False where it is too much or comes too often."""
    daten = request.POST.copy()
    daten.pop("csrfmiddlewaretoken", None)
    text = daten.urlencode()
    if not daten or len(text) > ZEICHEN_HOECHSTENS or not erlaubt(request, "aufheben", 30):
        return False
    request.session[SCHLUESSEL] = {"pfad": request.path, "daten": text, "zeit": int(time.time())}
    return True


def eingaben(request: HttpRequest) -> QueryDict | None:
    """What a form is to be filled with: what is being sent, or else what was kept for this address.

    It is kept until the form is sent again or two hours have passed.
    """
    fund = request.session.get(SCHLUESSEL)
    passt = bool(fund) and fund["pfad"] == request.path
    if passt and (request.method == "POST" or time.time() - fund["zeit"] > SEKUNDEN):
        del request.session[SCHLUESSEL]
        passt = False
    if request.method == "POST":
        return request.POST
    return QueryDict(fund["daten"]) if passt else None
