"""Nothing found: what comes nearest? The same in neighbouring places, kin words, and terms that say nearly the same."""

from typing import Any

from django.db.models import Count, Min, Q
from django.db.models.functions import Least

from .models import Einsatzort, Fundstelle
from .suchanfrage import adresse, ohne
from .suche.sprache import staemme, teile, woerter
from .suche.umkreis import abstand_von, im_rechteck
from .suche.volltext import DEUTLICH

NACHBARN_KM = 40
HOECHSTENS = 4
ORT = {"ort", "plz", "gemeinde", "umkreis"}
SPALTEN = {"thema": "themen", "taetigkeit": "taetigkeiten", "zielgruppe": "zielgruppen"}

Vorschlaege = list[dict[str, Any]]


def naechstes(suche) -> dict[str, Vorschlaege]:
    """For a search without hits, in three queries at most; every suggestion leads to hits."""
    return {"nachbarorte": _nachbarorte(suche), "begriffe_nahe": _begriffe(suche), "worte_nahe": _worte(suche)}


def _uebrige(suche, *ausser: str):
    """What fits all wishes but these."""
    return suche.queryset.filter(*(q for name, q in suche.bedingungen.items() if name not in ausser)).order_by()


def _nachbarorte(suche) -> Vorschlaege:
    """Where the same is to be found nearby, the nearest first."""
    if suche.bedingungen.keys().isdisjoint({"ort", "gemeinde"}):
        return []
    punkte = suche.bezugspunkte[:HOECHSTENS]
    if not punkte:
        return []
    nahe = Q()
    for punkt in punkte:
        nahe |= im_rechteck(punkt, NACHBARN_KM)
    km = [abstand_von(punkt) for punkt in punkte]
    orte = (
        Einsatzort.objects.filter(nahe, angebot__in=_uebrige(suche, "ort", "gemeinde").values("pk"))
        .exclude(gemeinde__in=[ort.ags[0] for ort in suche.gemeinden.values()])
        .order_by()
        .values("gemeinde_id", "gemeinde__name")
        .annotate(anzahl=Count("angebot", distinct=True), km=Min(Least(*km) if len(km) > 1 else km[0]))
        .order_by("km")[:HOECHSTENS]
    )
    rest = ohne(suche.gefragt, {*ORT, "sortierung"})
    return [_vorschlag(ort["gemeinde__name"], rest | {"gemeinde": [ort["gemeinde_id"]]}, ort["anzahl"]) for ort in orte]


def _begriffe(suche) -> Vorschlaege:
    """Terms of the vocabulary whose names are kin to the words, the most frequent first."""
    gesucht = _verwandte(suche.frage)
    passende = [
        (art, wort)
        for art in SPALTEN
        for wort in suche.begriffe[art].values()
        if wort.aktiv and wort.slug not in suche.gefragt.get(art, []) and gesucht & _staemme(wort.label)
    ]
    if not passende:
        return []
    felder = {f"{art}_{n}": Q(**{f"{SPALTEN[art]}__contains": [w.slug]}) for n, (art, w) in enumerate(passende)}
    zahlen = _uebrige(suche, "q").aggregate(**{name: Count("pk", filter=q) for name, q in felder.items()})
    rest = ohne(suche.gefragt, {"q"})
    vorschlaege = [
        _vorschlag(wort.label, rest | {art: [*rest.get(art, []), wort.slug]}, anzahl)
        for (art, wort), anzahl in zip(passende, zahlen.values(), strict=True)
        if anzahl
    ]
    return sorted(vorschlaege, key=lambda vorschlag: -vorschlag["anzahl"])[:HOECHSTENS]


def _worte(suche) -> Vorschlaege:
    """Words that belong to those asked for and stand in listings; how many a search for them finds depends on more."""
    nummern = suche.frage.nummern
    if not nummern:
        return []
    stellen = Fundstelle.objects.filter(wort__in=nummern, gewicht__gte=DEUTLICH)
    stellen = stellen.filter(angebot__in=_uebrige(suche, "q").values("pk"))
    formen = stellen.values_list("wort__form").annotate(anzahl=Count("angebot")).order_by("-anzahl")[:HOECHSTENS]
    rest = ohne(suche.gefragt, {"q"})
    return [_vorschlag(form, {"q": form} | rest) for form, _anzahl in formen if form not in suche.frage.woerter]


def _verwandte(frage) -> set[str]:
    """The stems of the words, of their Wortgruppen and of the parts they are made of."""
    return {stamm for konzept in frage.konzepte for folge in _folgen(konzept) for stamm in folge}


def _folgen(konzept) -> list[tuple[str, ...]]:
    """A phrase says little by one of its words; what is one word counts."""
    alle = [*konzept.wege, *(folge for teil in konzept.teile for folge in teil.wege)]
    return [folge for folge in alle if len(folge) == 1]


def _staemme(label: str) -> set[str]:
    return {*staemme(label), *(teil for wort in woerter(label) for teil in teile(wort))}


def _vorschlag(text: str, werte: dict[str, Any], anzahl: int | None = None) -> dict[str, Any]:
    return {"text": text, "url": adresse(werte), "anzahl": anzahl}
