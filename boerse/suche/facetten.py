"""How many hits would each further wish leave? All counts under the other wishes in force, in one SQL query."""

from collections import defaultdict

from django.db import connection
from django.db.models import BooleanField, Case, Count, Q, Value, When

from ..auswahl import Tageszeit, Wochentag
from ..bedingungen import DEUTSCH_REICHT, DIGITAL_PASST, KURZ_UND_EINFACH, OHNE_NACHWEISE

# Wishes of one kind add up (this Thema or that one), so their own kind does not narrow their counts.
LISTEN = {"thema": "themen", "zielgruppe": "zielgruppen", "taetigkeit": "taetigkeiten", "sprache": "sprachen"}
SPALTEN = ["art", "haeufigkeit", "allein_gruppe", "digital", "deutsch"]
# These narrow each other: who needs a lift and a WC needs both.
LISTEN_MIT_ALLEM = ["geeignet", "barrierefrei"]
MERKMALE = {"ohne_nachweise": OHNE_NACHWEISE, "kurz_und_einfach": KURZ_UND_EINFACH}
EIGENE = {*LISTEN, *SPALTEN, "gemeinde", "zeit"}

Zahlen = dict[str, dict[str, int]]


def zaehlen(suche, stellen: int = 8) -> Zahlen:
    """Counts by parameter and value; `["gesamt"][""]` is the number of hits.

    `stellen`: how much of the AGS names an area of the map (8 Gemeinde, 5 Kreis, 2 Land).
    """
    sql, parameter = _basis(suche)
    teile = [_gesamt(suche)]
    teile += [_aus_liste(suche, name, spalte) for name, spalte in LISTEN.items()]
    teile += [_aus_liste(suche, name, name) for name in LISTEN_MIT_ALLEM]
    teile += [_aus_spalte(suche, name) for name in SPALTEN]
    teile += [f"SELECT '{name}', '1', count(*) FROM basis WHERE hat_{name} AND {_passt(suche)}" for name in MERKMALE]
    teile += [_gemeinden(suche, stellen), _wochentage(suche), _tageszeiten(suche)]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH basis AS MATERIALIZED ({sql}) " + " UNION ALL ".join(teile), parameter)
        zahlen: Zahlen = defaultdict(dict)
        for name, wert, anzahl in cursor.fetchall():
            zahlen[name][wert] = anzahl
    _zusammenzaehlen(zahlen)
    return zahlen


def _basis(suche) -> tuple[str, tuple]:
    """The listings that fit all wishes but those of the kinds counted here; for these, whether they fit."""
    fest = [q for name, q in suche.bedingungen.items() if name not in EIGENE]
    marken = {f"passt_{name}": _wahrheit(suche.bedingungen[name]) for name in _aktive(suche)}
    marken |= {f"hat_{name}": _wahrheit(q) for name, q in MERKMALE.items()}
    spalten = ["id", *LISTEN.values(), *LISTEN_MIT_ALLEM, *SPALTEN]
    zeilen = suche.queryset.filter(*fest).order_by().annotate(**marken).values(*spalten, *marken)
    return zeilen.query.sql_with_params()


def _wahrheit(q: Q) -> Case:
    return Case(When(q, then=Value(True)), default=Value(False), output_field=BooleanField())


def _aktive(suche) -> list[str]:
    return [name for name in suche.bedingungen if name in EIGENE]


def _passt(suche, ausser: str = "") -> str:
    return " AND ".join([f"passt_{name}" for name in _aktive(suche) if name != ausser]) or "true"


def _gesamt(suche) -> str:
    return f"SELECT 'gesamt', '', count(*) FROM basis WHERE {_passt(suche)}"


def _aus_liste(suche, name: str, spalte: str) -> str:
    return (
        f"SELECT '{name}', wert, count(*) FROM basis, unnest({spalte}) AS wert "
        f"WHERE {_passt(suche, name)} GROUP BY wert"
    )


def _aus_spalte(suche, name: str) -> str:
    return f"SELECT '{name}', {name}, count(*) FROM basis WHERE {_passt(suche, name)} GROUP BY {name}"


def _gemeinden(suche, stellen: int) -> str:
    return (
        f"SELECT 'gemeinde', left(gemeinde_id, {int(stellen)}), count(DISTINCT angebot_id) "
        "FROM boerse_einsatzort JOIN basis ON basis.id = angebot_id "
        f"WHERE {_passt(suche, 'gemeinde')} GROUP BY 2"
    )


def _wochentage(suche) -> str:
    """Under the dayparts asked for, which must fit in the same slot."""
    alle = [tag for tag in Wochentag.values if tag != Wochentag.FLEXIBEL]
    return _fenster(suche, "wochentag", alle, "tageszeit", suche.werte.get("tageszeit", []))


def _tageszeiten(suche) -> str:
    alle = [zeit for zeit in Tageszeit.values if zeit != Tageszeit.FLEXIBEL]
    return _fenster(suche, "tageszeit", alle, "wochentag", suche.werte.get("wochentag", []))


def _fenster(suche, name: str, alle: list[str], anderes: str, gewaehlt: list[str]) -> str:
    # The codes are our own choices, never what somebody typed.
    liste = lambda codes: ", ".join(f"'{code}'" for code in codes)  # noqa: E731
    passend = f"{anderes} IN ({liste([*gewaehlt, 'flexibel'])})" if gewaehlt else "true"
    return (
        f"SELECT '{name}', wert, count(DISTINCT angebot_id) "
        "FROM boerse_zeitfenster JOIN basis ON basis.id = angebot_id, "
        f"unnest(CASE {name} WHEN 'flexibel' THEN ARRAY[{liste(alle)}] ELSE ARRAY[{name}::text] END) AS wert "
        f"WHERE {passend} AND {_passt(suche, 'zeit')} GROUP BY wert"
    )


def _zusammenzaehlen(zahlen: Zahlen) -> None:
    """Where a wish is met by several values: who speaks good German can also go where little is asked for."""
    for name, passt in (("deutsch", DEUTSCH_REICHT), ("digital", DIGITAL_PASST)):
        einzeln = zahlen[name]
        zahlen[name] = {wunsch: sum(einzeln.get(wert, 0) for wert in werte) for wunsch, werte in passt.items()}


def lockerungen(suche) -> dict[str, int]:
    """For a search without hits: how many there would be without each of its wishes, in one SQL query."""
    ohne = {
        f"ohne_{name}": Count("pk", filter=Q(*(q for anderer, q in suche.bedingungen.items() if anderer != name)))
        for name in suche.bedingungen
    }
    zahlen = suche.queryset.order_by().aggregate(**ohne)
    return {name.removeprefix("ohne_"): anzahl for name, anzahl in zahlen.items() if anzahl}
