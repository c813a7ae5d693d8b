"""Which listing does a text repeat? Found by its rarest words in the index of the search, then by likeness."""

from collections.abc import Iterator, Sequence

from django.db import connection

from ..auswahl import AngebotStatus
from ..suche.sprache import stamm, woerter
from .regel import Befund, Schwere, befunde, regel
from .text import Stelle, Text

# As bounded as it is: so many words of a text, each in at most so many listings, and so many listings looked at.
WOERTER, STELLEN, KANDIDATEN = 10, 300, 5
GEMEINSAME_MINDESTENS = 3
AEHNLICH_AB = 0.6
_SUCHE = """
WITH text AS (
  SELECT * FROM unnest(%(nummern)s::int[], %(eigene)s::bigint[], %(texte)s::text[]) AS t(nummer, eigenes, text)
), wort AS (
  SELECT t.nummer, w.id, row_number() OVER (PARTITION BY t.nummer ORDER BY w.anzahl, w.id) AS rang
  FROM unnest(%(in_text)s::int[], %(staemme)s::text[]) AS t(nummer, stamm)
  JOIN boerse_suchwort w USING (stamm) WHERE w.anzahl BETWEEN 1 AND %(stellen)s
), kandidat AS (
  SELECT w.nummer, f.angebot_id,
    row_number() OVER (PARTITION BY w.nummer ORDER BY count(*) DESC, f.angebot_id) AS rang
  FROM wort w JOIN text t USING (nummer) JOIN boerse_fundstelle f ON f.wort_id = w.id
  WHERE w.rang <= %(woerter)s AND f.angebot_id IS DISTINCT FROM t.eigenes
  GROUP BY w.nummer, f.angebot_id HAVING count(*) >= %(gemeinsame)s
)
SELECT DISTINCT ON (k.nummer) k.nummer, a.titel
FROM kandidat k JOIN text t USING (nummer) JOIN boerse_angebot a ON a.id = k.angebot_id
WHERE k.rang <= %(kandidaten)s AND a.status = ANY(%(staende)s) AND similarity(a.beschreibung, t.text) >= %(aehnlich)s
ORDER BY k.nummer, similarity(a.beschreibung, t.text) DESC
"""
_GRENZEN = {
    "stellen": STELLEN,
    "woerter": WOERTER,
    "gemeinsame": GEMEINSAME_MINDESTENS,
    "kandidaten": KANDIDATEN,
    "aehnlich": AEHNLICH_AB,
    "staende": [AngebotStatus.VEROEFFENTLICHT.value, AngebotStatus.PAUSIERT.value],
}


@regel(
    Schwere.WARNUNG,
    "Dieser Text steht schon im Portal",
    "Ein Angebot, das zweimal erscheint, verwirrt, und Anfragen verteilen sich. Gibt es die Aufgabe an mehreren Orten, "
    "tragen Sie alle in einem Angebot ein. Sonst sagen Sie, was hier anders ist.",
    "Ein Angebot „Kindern vorlesen“ mit den Orten Soest, Werl und Welver.",
)
def kopie(text: Text) -> Iterator[Stelle]:
    if text.vorlage:
        yield "beschreibung", text.vorlage


def vorlagen(inhalte: Sequence[tuple[dict, int | None]]) -> list[str]:
    """For each document the title of the listing it repeats, else ""; beside it the number of its own listing.

    One query for all of them.
    """
    texte = [str(inhalt.get("beschreibung") or "") for inhalt, _eigenes in inhalte]
    paare = [(nummer, s) for nummer, text in enumerate(texte) for s in {stamm(wort) for wort in woerter(text)}]
    if not paare:
        return [""] * len(inhalte)
    werte = _GRENZEN | {
        "nummern": list(range(len(texte))),
        "eigene": [eigenes for _inhalt, eigenes in inhalte],
        "texte": texte,
        "in_text": [nummer for nummer, _stamm in paare],
        "staemme": [s for _nummer, s in paare],
    }
    with connection.cursor() as cursor:
        cursor.execute(_SUCHE, werte)
        gefunden = dict(cursor.fetchall())
    return [gefunden.get(nummer, "") for nummer in range(len(inhalte))]


def alle_befunde(inhalte: Sequence[tuple[dict, int | None]]) -> list[list[Befund]]:
    """befunde() of many documents, with what they repeat; beside each the number of its own listing."""
    return [
        befunde(inhalt, vorlage=vorlage) for (inhalt, _eigenes), vorlage in zip(inhalte, vorlagen(inhalte), strict=True)
    ]
