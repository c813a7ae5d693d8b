"""How many hits would each further wish leave? All counts under the other wishes in force, in one SQL query."""

from collections import defaultdict
from copy import copy

from django.db.models import BooleanField, Case, Count, Q, Value, When

from ..bedingungen import DEUTSCH_REICHT, DIGITAL_PASST
from ..zeitmaske import TAGE, ZEITEN, maske
from . import befunde
from .merkmale import LISTEN, SPALTEN, an_stelle

# Wishes of one kind add up (this Thema or that one), so their own kind does not narrow their counts.
MIT_MERKMALEN = [*LISTEN, *SPALTEN]
EIGENE = {*MIT_MERKMALEN, "gemeinde", "zeit"}

Zahlen = dict[str, dict[str, int]]


def zaehlen(suche, stellen: int = 8) -> Zahlen:
    """Counts by parameter and value; `["gesamt"][""]` is the number of hits.

    `stellen`: how much of the AGS names an area of the map (8 Gemeinde, 5 Kreis, 2 Land).
    """
    if "gemeinde" not in suche.bedingungen or not EIGENE.issuperset(suche.bedingungen):
        return _zaehlen(suche, stellen)
    # A Gemeinde leaves so little that the whole country, which is often asked for, is counted apart.
    alle, hier = copy(suche), copy(suche)
    alle.bedingungen = {name: q for name, q in suche.bedingungen.items() if name != "gemeinde"}
    hier.bedingungen = alle.bedingungen | {"hier": suche.bedingungen["gemeinde"]}
    return _zaehlen(hier, stellen) | {"gemeinde": _zaehlen(alle, stellen)["gemeinde"]}


def _zaehlen(suche, stellen: int) -> Zahlen:
    basis, parameter = _basis(suche)
    teile = ["SELECT 'gesamt' AS name, '' AS wert, gesamt AS anzahl FROM summen", _werte(suche), _zeiten(suche)]
    summen = ", ".join([f"count(*) FILTER (WHERE {_passt(suche)}) AS gesamt", *_summen(suche)])
    zahlen: Zahlen = defaultdict(dict)
    for zeile in befunde.abfragen(
        f"WITH summen AS MATERIALIZED (SELECT {summen} FROM ({basis}) basis) "
        f"{' UNION ALL '.join([*teile, _gemeinden(stellen)])}",
        parameter,
    ):
        if zeile["anzahl"] or zeile["name"] == "gesamt":
            zahlen[zeile["name"]][zeile["wert"]] = zeile["anzahl"]
    _zusammenzaehlen(zahlen)
    return zahlen


def _basis(suche) -> tuple[str, tuple]:
    """The listings that fit all wishes but those of the kinds counted here; for these, whether they fit."""
    fest = [q for name, q in suche.bedingungen.items() if name not in EIGENE]
    marken = {f"passt_{name}": _wahrheit(suche.bedingungen[name]) for name in _aktive(suche)}
    zeilen = suche.queryset.filter(*fest).order_by().annotate(**marken)
    return zeilen.values("id", "merkmale", "zeitmaske", *marken).query.sql_with_params()


def _wahrheit(q: Q) -> Case:
    return Case(When(q, then=Value(True)), default=Value(False), output_field=BooleanField())


def _aktive(suche) -> list[str]:
    return [name for name in suche.bedingungen if name in EIGENE]


def _passt(suche, ausser: str = "") -> str:
    return " AND ".join([f"passt_{name}" for name in _aktive(suche) if name != ausser]) or "true"


def _summen(suche) -> list[str]:
    """What is added up over the hits, in one pass: see merkmale.py."""
    aktive = [name for name in _aktive(suche) if name in MIT_MERKMALEN]
    summen = {"alle": _passt(suche)} | {name: _passt(suche, name) for name in aktive}
    passt_ohne_zeit = _passt(suche, "zeit")
    return [
        *(f"sum(merkmale) FILTER (WHERE {passt})::text AS summe_{name}" for name, passt in summen.items()),
        *(
            f"count(*) FILTER (WHERE zeitmaske & {bits} <> 0 AND {passt_ohne_zeit}) AS zeit_{code}"
            for _name, code, bits in _fenster(suche)
        ),
        f"array_agg(id) FILTER (WHERE {_passt(suche, 'gemeinde')}) AS nummern",
    ]


def _werte(suche) -> str:
    eigene = " ".join(f"WHEN '{name}' THEN summe_{name}" for name in _aktive(suche) if name in MIT_MERKMALEN)
    summe = f"CASE art {eigene} ELSE summe_alle END" if eigene else "summe_alle"
    anzahl = an_stelle("summe", "nummer")
    return f"SELECT art, wert, {anzahl} FROM summen, boerse_merkmal, LATERAL (SELECT {summe} AS summe) s"


def _fenster(suche) -> list[tuple[str, str, int]]:
    """Kind, code and bits of each weekday and daypart, under what was asked of the other kind: both must fit in the
    same slot."""
    tage, zeiten = (suche.werte.get(name, []) for name in ("wochentag", "tageszeit"))
    je_tag = [("wochentag", tag, maske([tag], zeiten)) for tag in TAGE]
    return je_tag + [("tageszeit", zeit, maske(tage, [zeit])) for zeit in ZEITEN]


def _zeiten(suche) -> str:
    # The codes are our own choices, never what somebody typed.
    zeilen = ", ".join(f"('{name}', '{code}', zeit_{code})" for name, code, _bits in _fenster(suche))
    return f"SELECT z.* FROM summen, LATERAL (VALUES {zeilen}) z"


def _gemeinden(stellen: int) -> str:
    return (
        "SELECT 'gemeinde', gebiet, count(*) FROM (SELECT DISTINCT angebot_id, "
        f"left(gemeinde_id, {int(stellen)}) AS gebiet FROM boerse_einsatzort "
        "WHERE angebot_id = ANY((SELECT nummern FROM summen)::bigint[])) je_gebiet GROUP BY gebiet"
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
