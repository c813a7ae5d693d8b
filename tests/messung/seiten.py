"""What people do meanwhile, in a process of its own: how long does each deed take?

Started by the measurement itself. PostgreSQL logs who waits for a lock.
"""

import json
import select
import sys
import time
from random import Random

import django


def main() -> None:
    django.setup()
    from django.db import connection
    from django.utils import timezone

    from boerse.models import Anfrage, Angebot
    from ehrenamt.ablauf import AblaufFehler
    from ehrenamt.rollen import ORGANISATION

    from .. import fabriken

    zufall, heute = Random(1), timezone.localdate()
    # Those that the duties want, too: the worst case.
    faellige = list(Angebot.objects.zu_bestaetigen(heute).values_list("pk", flat=True))
    offene = list(Anfrage.objects.filter(status="offen", wartet_seit__lte=timezone.now()).values_list("pk", flat=True))

    def bestaetigen() -> None:
        Angebot.objects.get(pk=zufall.choice(faellige)).bestaetigen(ORGANISATION)

    def anfragen() -> None:
        fabriken.anfrage(Angebot.objects.get(pk=zufall.choice(faellige)), bestaetigt=False)

    def beantworten() -> None:
        Anfrage.objects.get(pk=zufall.choice(offene)).beantworten(ORGANISATION)

    dauern: dict[str, list[float]] = {}
    with connection.cursor() as cursor:
        cursor.execute("SET deadlock_timeout = '50ms'; SET log_lock_waits = on")
    for tat in (bestaetigen, anfragen, beantworten):
        tat()  # reads the templates
    print("bereit", flush=True)
    while not select.select([sys.stdin], [], [], 0)[0]:
        for tat in (bestaetigen, anfragen, beantworten):
            beginn = time.perf_counter()
            try:
                tat()
            except AblaufFehler:
                continue  # a duty was faster
            dauern.setdefault(tat.__name__, []).append((time.perf_counter() - beginn) * 1000)
            time.sleep(0.03)
    print(json.dumps(dauern), flush=True)


if __name__ == "__main__":
    main()
