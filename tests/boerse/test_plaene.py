"""Does the database find what is asked for by its indexes, however much there is? Plans over a few thousand rows."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from boerse.filters import AngebotFilter
from boerse.models import Angebot, Einsatzort, Fundstelle, Suchwort
from tests import fabriken
from tests.messung.bestand import vervielfachen

ANZAHL, WOERTER, JE_ANGEBOT = 3000, 600, 10
GROSSE = [modell._meta.db_table for modell in (Angebot, Einsatzort, Fundstelle)]


# Ten words each, all over the vocabulary; and one that stands in every hundredth.
FUNDSTELLEN = """
INSERT INTO boerse_fundstelle (wort_id, angebot_id, gewicht)
SELECT (SELECT min(id) FROM boerse_suchwort) + (i * 7 + j * 61) % {woerter}, {angebot} + i, 1 + i % 90
FROM generate_series(1, {anzahl}) i, generate_series(1, {je_angebot}) j
UNION ALL
SELECT id, {angebot} + i * 100, 60 FROM boerse_suchwort, generate_series(1, {anzahl} / 100) i WHERE stamm = 'garten'
"""


@pytest.fixture
def viele(gemeinden) -> Angebot:
    Suchwort.objects.bulk_create(Suchwort(stamm=f"wort{n}", form=f"wort{n}", anzahl=50) for n in range(WOERTER))
    angebot = fabriken.angebot(titel="Garten", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    vervielfachen(angebot, ANZAHL, kennung="gen_random_uuid()", veroeffentlicht_am="now() - i * interval '1 hour'")
    # Every thirtieth in Soest; the points lie all over the country.
    gemeinde = f"CASE WHEN i % 30 = 0 THEN '{fabriken.SOEST}' ELSE '{fabriken.LIPPSTADT}' END"
    punkt = {"lat": "48 + i % 60 / 10.0", "lon": "7 + i % 50 / 10.0"}
    nummer = f"{angebot.pk} + i"
    vervielfachen(angebot.einsatzorte.get(), ANZAHL, angebot_id=nummer, gemeinde_id=gemeinde, **punkt)
    werte = {"woerter": WOERTER, "angebot": angebot.pk, "anzahl": ANZAHL, "je_angebot": JE_ANGEBOT}
    with connection.cursor() as cursor:
        cursor.execute(FUNDSTELLEN.format(**werte))
        cursor.execute(f"ANALYZE {', '.join([*GROSSE, Suchwort._meta.db_table])}")
    return angebot


def suchen(query: str) -> Callable[[Angebot], list]:
    def treffer(_angebot: Angebot) -> list:
        suche = AngebotFilter(QueryDict(query))
        assert suche.ergebnisse()[:20], query
        return list(suche.qs.order_by().values_list("pk", flat=True)[: None if query else 20])

    return treffer


FRAGEN = {
    "ein Wort": suchen("q=garten"),
    "eine Gemeinde": suchen("gemeinde=soest"),
    "ein Umkreis": suchen(f"gemeinde={fabriken.SOEST}&umkreis=50"),
    "die neuesten": suchen(""),
    "ein Angebot": lambda angebot: [Angebot.objects.mit_seite().fuer_seite().get(pk=angebot.pk)],
}


def test_what_is_often_asked_for_is_found_by_indexes(viele):
    for name, fragen in FRAGEN.items():
        with CaptureQueriesContext(connection) as abfragen:
            assert fragen(viele), name
        for abfrage in abfragen:
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN " + abfrage["sql"].replace("%", "%%"), [])
                plan = "\n".join(zeile for (zeile,) in cursor.fetchall())
            ganz = [tabelle for tabelle in GROSSE if f"Seq Scan on {tabelle}" in plan]
            assert not ganz, f"{name}\n{plan}"
