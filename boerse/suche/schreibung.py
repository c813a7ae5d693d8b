"""Which known words are spelled nearly like one that nobody knows, or begin with it?"""

import re
from functools import lru_cache

from django.db import connection

from .sprache import stamm

ANFANG_AB = 3
# Stems of so many letters may differ by two.
ZWEI_AB = 6

# What begins so, the commonest first; words of listings and of Wortgruppen that are spelled nearly so, the nearest
# first, of two as near the one with the same first letter, then the commoner.
_AEHNLICH = """
(SELECT id, stamm, form, anzahl, -1 AS abstand, false AS anders FROM boerse_suchwort
 WHERE anzahl > 0 AND stamm LIKE %(anfang)s ORDER BY anzahl DESC LIMIT 10)
UNION ALL
(SELECT * FROM (
    SELECT id, stamm, form, anzahl, levenshtein(stamm, %(stamm)s) AS abstand, left(stamm, 1) <> left(%(stamm)s, 1)
    FROM boerse_suchwort
    WHERE anzahl > 0 AND length(stamm) BETWEEN length(%(stamm)s) - 2 AND length(%(stamm)s) + 2
        AND levenshtein_less_equal(stamm, %(stamm)s, 1, 1, 1, 2) <= 2
    UNION ALL
    SELECT 0, lower(wort), lower(wort), 0, levenshtein(lower(wort), %(wort)s), left(lower(wort), 1) <> left(%(wort)s, 1)
    FROM boerse_wortgruppe, unnest(woerter) AS wort
    WHERE aktiv AND wort !~ '[^[:alpha:]]' AND length(wort) BETWEEN length(%(wort)s) - 2 AND length(%(wort)s) + 2
        AND levenshtein_less_equal(lower(wort), %(wort)s, 1, 1, 1, 2) <= 2
) AS nahe (id, stamm, form, anzahl, abstand, anders) ORDER BY abstand, anders, anzahl DESC LIMIT 30)
"""


def aehnlich_geschrieben(wort: str, *, angefangen: bool) -> tuple[list[tuple[int, str]], str]:
    """Number and stem of the words that it may be the beginning of, and the known word it is most like, if any.

    Alike is what differs by a letter or two; in short words by two only if they changed places.
    """
    gesucht = stamm(wort)
    if len(gesucht) < ANFANG_AB or connection.vendor != "postgresql":
        return [], ""
    with connection.cursor() as cursor:
        anfang = f"{gesucht}%" if angefangen else ""
        cursor.execute(_AEHNLICH, {"stamm": gesucht, "wort": wort, "anfang": anfang})
        zeilen = cursor.fetchall()
    begonnen = [(nummer, stamm_) for nummer, stamm_, _form, _anzahl, abstand, _anders in zeilen if abstand < 0]
    nahe = (form for _n, _s, form, _a, d, _ in zeilen if d in (0, 1) or (d == 2 and _darf_zwei(wort, form)))
    return begonnen, next(nahe, "") if len(wort) >= 4 and wort.isalpha() else ""


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
