"""How do the words of a listing get into the index?"""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from ..models.suchwort import Suchwort
from ..vokabular import bezeichnungen
from .merkmale import merkmale
from .text import VERSION, gewichte

_ENTFERNEN = """
WITH weg AS (DELETE FROM boerse_fundstelle WHERE angebot_id = ANY(%(nummern)s) RETURNING wort_id),
     je_wort AS (SELECT wort_id, count(*) AS n FROM weg GROUP BY wort_id ORDER BY wort_id)
UPDATE boerse_suchwort SET anzahl = anzahl - n FROM je_wort WHERE id = wort_id
"""
_NEUE_WOERTER = """
INSERT INTO boerse_suchwort (stamm, form, anzahl)
SELECT stamm, min(form), 0 FROM unnest(%(staemme)s::text[], %(formen)s::text[]) AS t(stamm, form)
WHERE NOT EXISTS (SELECT FROM boerse_suchwort da WHERE da.stamm = t.stamm)
GROUP BY stamm ORDER BY stamm ON CONFLICT DO NOTHING
"""
# Only what differs: most words of a listing stay when it is changed. In the order of the words, so that two who publish
# at the same moment wait for each other and never crosswise.
_UNTERSCHIEDE = """
WITH soll AS MATERIALIZED (
  SELECT w.id AS wort_id, angebot AS angebot_id, gewicht
  FROM unnest(%(angebote)s::bigint[], %(staemme)s::text[], %(gewichte)s::smallint[]) AS t(angebot, stamm, gewicht)
  JOIN boerse_suchwort w USING (stamm)
), ist AS MATERIALIZED (
  SELECT wort_id, angebot_id, gewicht FROM boerse_fundstelle WHERE angebot_id = ANY(%(nummern)s)
), weg AS (
  DELETE FROM boerse_fundstelle f USING (SELECT * FROM ist EXCEPT SELECT * FROM soll) alt
  WHERE (f.wort_id, f.angebot_id, f.gewicht) = (alt.wort_id, alt.angebot_id, alt.gewicht) RETURNING f.wort_id
), neu AS (
  INSERT INTO boerse_fundstelle (wort_id, angebot_id, gewicht)
  SELECT * FROM soll EXCEPT SELECT * FROM ist RETURNING wort_id
), je_wort AS (
  SELECT wort_id, sum(n) AS n FROM (SELECT wort_id, -1 FROM weg UNION ALL SELECT wort_id, 1 FROM neu) t(wort_id, n)
  GROUP BY wort_id HAVING sum(n) <> 0 ORDER BY wort_id
)
UPDATE boerse_suchwort SET anzahl = anzahl + n FROM je_wort WHERE id = wort_id
"""
_ANGEBOTE = """
UPDATE boerse_angebot SET suchtext_version = %s, merkmale = neu.merkmale
FROM unnest(%s::bigint[], %s::numeric[]) AS neu(nummer, merkmale)
WHERE id = neu.nummer AND (boerse_angebot.merkmale, suchtext_version) IS DISTINCT FROM (neu.merkmale, %s)
"""


def suchtexte_erneuern(angebote: QuerySet, jetzt: datetime) -> None:
    suchtext_schreiben(angebote.select_related("organisation").prefetch_related("einsatzorte__gemeinde"))


def suchtext_entfernen(nummern: list[int]) -> None:
    """Forget the words of these listings, and those that stand nowhere else: a name may be among them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_ENTFERNEN, {"nummern": nummern})
    Suchwort.objects.filter(anzahl__lte=0).delete()


def suchtext_schreiben(angebote: Iterable) -> None:
    """Write the words of these listings; called by release, import, renaming and `suchtext_erneuern`.

    As few statements for all: an import has thousands.
    """
    begriffe, angebote = bezeichnungen(), list(angebote)
    nummern, spalten = [], {"angebote": [], "staemme": [], "formen": [], "gewichte": []}
    for angebot in angebote:
        nummern.append(angebot.pk)
        for schluessel, (gewicht, form) in gewichte(angebot, begriffe).items():
            for name, wert in zip(spalten, (angebot.pk, schluessel, form[:60], gewicht), strict=True):
                spalten[name].append(wert)
    if not nummern:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_NEUE_WOERTER, spalten)
        cursor.execute(_UNTERSCHIEDE, spalten | {"nummern": nummern})
        cursor.execute(_ANGEBOTE, [VERSION, nummern, merkmale(angebote), VERSION])
