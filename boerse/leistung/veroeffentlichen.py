"""How long does it take until a newly published listing is found?"""

import time
from random import Random

from django.db import connection

from ..models import Angebot
from ..suche import index
from .messung import Messwerte, Pruefstand, rechenzeit_server
from .wortschatz import Wortschatz


def neu_schreiben(anzahl: int, stand: Pruefstand, saat: int = 3) -> Messwerte:
    """Writes the words of so many listings anew, as a release does, and looks each of them up at once."""
    zufall, werte = Random(saat), Messwerte()
    worte = Wortschatz(zufall)
    nummern = zufall.sample(list(Angebot.objects.oeffentlich().values_list("pk", flat=True)), anzahl)
    zeilen = Angebot.objects.select_related("organisation").prefetch_related("einsatzorte__gemeinde")
    for platz, angebot in enumerate(zeilen.filter(pk__in=nummern)):
        merkwort = f"xyloq{'abcdefghijklmnopqrstuvwxyz'[platz % 26]}{platz}"
        # Not the title, which is part of the address: what is still to be asked for would only lead on to the new one.
        angebot.beschreibung = f"{merkwort} {worte.saetze(60)}"
        angebot.save(update_fields=["beschreibung"])
        _schreiben(angebot, werte)
        if f"/{angebot.pk}-" not in _klartext(stand, f"/angebote/?q={merkwort}"):
            raise RuntimeError(f"Angebot {angebot.pk} ist nach dem Veröffentlichen nicht zu finden.")
    return werte


def _schreiben(angebot: Angebot, werte: Messwerte) -> None:
    server, rechnen, beginn = rechenzeit_server(), time.thread_time(), time.perf_counter()
    abfragen: list[str] = []
    with connection.execute_wrapper(lambda weiter, sql, *rest: abfragen.append(sql) or weiter(sql, *rest)):
        index.suchtext_schreiben([angebot])
    werte.dauern.append((time.perf_counter() - beginn) * 1000)
    werte.python.append((time.thread_time() - rechnen) * 1000)
    werte.abfragen.append(len(abfragen))
    if server is not None:
        werte.datenbank.append((rechenzeit_server() - server) * 1000)


def _klartext(stand: Pruefstand, adresse: str) -> str:
    import gzip

    inhalt = stand.aufrufen(adresse)
    return (gzip.decompress(inhalt) if inhalt[:2] == b"\x1f\x8b" else inhalt).decode()
