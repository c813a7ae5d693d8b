"""Which known words are spelled nearly like one that nobody knows, or begin with it?"""

import re
from functools import lru_cache

from django.db import connection

from .sprache import stamm

ANFANG_AB = 3
# Stems of so many letters may differ by two.
ZWEI_AB = 6

# What begins so, the commonest first; then for each word those of listings and of Wortgruppen that are spelled nearly
# so, the nearest first, of two as near the one with the same first letter, then the commoner.
_AEHNLICH = """
(SELECT %(angefangen)s AS gesucht, id, stamm, form, -1 AS abstand FROM boerse_suchwort
 WHERE anzahl > 0 AND stamm LIKE %(anfang)s ORDER BY anzahl DESC LIMIT 10)
UNION ALL
(SELECT w.wort, nahe.id, nahe.stamm, nahe.form, nahe.abstand
 FROM unnest(%(worte)s::text[], %(staemme)s::text[]) AS w(wort, stamm), LATERAL (
    SELECT id, s.stamm, form, anzahl, levenshtein(s.stamm, w.stamm), left(s.stamm, 1) <> left(w.stamm, 1)
    FROM boerse_suchwort s
    WHERE anzahl > 0 AND length(s.stamm) BETWEEN length(w.stamm) - 2 AND length(w.stamm) + 2
        AND levenshtein_less_equal(s.stamm, w.stamm, 1, 1, 1, 2) <= 2
    UNION ALL
    SELECT 0, lower(g), lower(g), 0, levenshtein(lower(g), w.wort), left(lower(g), 1) <> left(w.wort, 1)
    FROM boerse_wortgruppe, unnest(woerter) AS g
    WHERE aktiv AND g !~ '[^[:alpha:]]' AND length(g) BETWEEN length(w.wort) - 2 AND length(w.wort) + 2
        AND levenshtein_less_equal(lower(g), w.wort, 1, 1, 1, 2) <= 2
    ORDER BY 5, 6, 4 DESC LIMIT 30
 ) AS nahe (id, stamm, form, anzahl, abstand, anders))
"""

Aehnlich = tuple[list[tuple[int, str]], str]


def aehnlich_geschrieben(worte: list[str], angefangen: str) -> dict[str, Aehnlich]:
    """For each word number and stem of those that it may be the beginning of, where it is the one that may not be
    typed to its end, and the known word it is most like, if any; all in one query.

    Alike is what differs by a letter or two; in short words by two only if they changed places.
    """
    aehnlich: dict[str, Aehnlich] = {wort: ([], "") for wort in worte}
    staemme = {wort: stamm(wort) for wort in worte if len(stamm(wort)) >= ANFANG_AB}
    if not staemme:
        return aehnlich
    anfang = f"{staemme[angefangen]}%" if angefangen in staemme else ""
    werte = {"angefangen": angefangen, "anfang": anfang, "worte": list(staemme), "staemme": list(staemme.values())}
    with connection.cursor() as cursor:
        cursor.execute(_AEHNLICH, werte)
        for wort, nummer, stamm_, form, abstand in cursor.fetchall():
            begonnen, treffer = aehnlich[wort]
            if abstand < 0:
                begonnen.append((nummer, stamm_))
            elif not treffer and _ist_nahe(wort, form, abstand):
                aehnlich[wort] = begonnen, form
    return aehnlich


def _ist_nahe(wort: str, form: str, abstand: int) -> bool:
    return len(wort) >= 4 and wort.isalpha() and (abstand < 2 or (abstand == 2 and _darf_zwei(wort, form)))


def _darf_zwei(wort: str, form: str) -> bool:
    lang_genug = min(len(stamm(wort)), len(stamm(form))) >= ZWEI_AB
    return lang_genug or sorted(stamm(wort)) == sorted(stamm(form)) or klang(wort) == klang(form)


# What is written in several ways and sounds alike, in this order; then doubled letters are one.
_LAUTE = [
    (r"ph|v|pf", "f"), (r"sch(?=[pt])", "s"), (r"th|dt|d\b", "t"), (r"ck|c(?!h)|ch(?=[lor])|g\b|kh", "k"),
    (r"qu", "kw"), (r"chs|ks|gs", "x"), (r"ß|z", "s"), (r"ai|ey|ay", "ei"), (r"äu|oi", "eu"), (r"ä", "e"),
    (r"y|ie", "i"), (r"(?<=[aeiouöü])h", ""), (r"j(?=[aeou])", "i"), (r"b\b", "p"),
]  # fmt: skip


@lru_cache(2_000)
def klang(wort: str) -> str:
    """Roughly how a German word sounds: Fysik and Physik, Kor and Chor, Schport and Sport are the same."""
    laut = wort.lower()
    for muster, ersatz in _LAUTE:
        laut = re.sub(muster, ersatz, laut)
    return re.sub(r"(.)\1+", r"\1", laut)
