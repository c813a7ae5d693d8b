"""Is the measure sane? Rules that hold for any listings and any answers."""

from dataclasses import replace

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boerse.abgleich import rangliste
from boerse.forms.passt import PasstForm
from boerse.models import Angebot
from boerse.vorlieben import Vorlieben
from boerse.zeitmaske import ALLE

from .. import fabriken

BELIEBIG = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LISTEN = {
    "themen": ["tiere", "umwelt-natur", "kultur-musik"],
    "taetigkeiten": ["tiere-versorgen", "garten-natur"],
    "zielgruppen": ["kinder", "alle"],
}
teilmenge = lambda werte: st.lists(st.sampled_from(werte), unique=True)  # noqa: E731
angaben = st.fixed_dictionaries(
    {name: teilmenge(werte) for name, werte in LISTEN.items()}
    | {
        "zeitmaske": st.integers(0, ALLE),
        "haeufigkeit": st.sampled_from(["", "woechentlich", "monatlich", "absprache"]),
        "stunden": st.sampled_from([None, 1.0, 6.0]),
        "digital": st.sampled_from(["nein", "moeglich", "nur"]),
        "mindestalter": st.sampled_from([None, 12, 18]),
        "hoechstalter": st.sampled_from([None, 15, 60]),
        "allein_gruppe": st.sampled_from(["", "allein"]),
        "fuehrungszeugnis": st.sampled_from(["", "keins", "erweitert"]),
        "barrierefrei": teilmenge(["stufenlos", "wc"]),
        "erreichbarkeit": teilmenge(["auto_noetig", "bus_bahn"]),
    }
)
wuensche = st.builds(
    Vorlieben,
    **{name: teilmenge(werte) for name, werte in LISTEN.items()},
    zeiten=st.integers(0, ALLE),
    wie_oft=st.sampled_from(["", "woechentlich", "einmalig"]),
    stunden=st.sampled_from([None, 2]),
    punkte=st.sampled_from([(), ((51.57, 8.1),)]),
    ohne_auto=st.booleans(),
    digital=st.sampled_from(["", "nein", "moeglich", "nur"]),
    alter=st.sampled_from([None, 14, 30]),
    barrierefrei=teilmenge(["stufenlos"]),
    ohne_nachweise=st.booleans(),
)


@pytest.fixture
def drei(sportverein) -> list[int]:
    return [fabriken.angebot(sportverein).pk for _nummer in range(3)]


def schreiben(pks: list[int], saetze: list[dict]) -> None:
    for pk, satz in zip(pks, saetze, strict=True):
        Angebot.objects.filter(pk=pk).update(**satz)


def reihe(wunsch: Vorlieben) -> list[int]:
    return [platz.pk for platz in rangliste(wunsch, schwelle=0)]


def geht(satz: dict, wunsch: Vorlieben) -> bool:
    """The rule of the impossible, told a second time in plain words."""
    if wunsch.alter is not None and not (satz["mindestalter"] or 0) <= wunsch.alter <= (satz["hoechstalter"] or 999):
        return False
    if wunsch.ohne_auto and "auto_noetig" in satz["erreichbarkeit"] and satz["digital"] != "nur":
        return False
    return (wunsch.digital, satz["digital"]) not in {("nein", "nur"), ("nur", "nein")}


@BELIEBIG
@given(saetze=st.lists(angaben, min_size=3, max_size=3), wunsch=wuensche)
def test_the_impossible_never_stands_before_the_possible(saetze, wunsch, drei):
    schreiben(drei, saetze)
    assert set(reihe(wunsch)) == {pk for pk, satz in zip(drei, saetze, strict=True) if geht(satz, wunsch)}


@BELIEBIG
@given(saetze=st.lists(angaben, min_size=3, max_size=3), wunsch=wuensche, feld=st.sampled_from(sorted(LISTEN)))
def test_a_further_fitting_trait_never_lowers_a_rank(saetze, wunsch, feld, drei):
    schreiben(drei, saetze)
    vorher = reihe(wunsch)
    if drei[0] not in vorher or not getattr(wunsch, feld):
        return
    neu = dict.fromkeys([*saetze[0][feld], getattr(wunsch, feld)[0]])
    Angebot.objects.filter(pk=drei[0]).update(**{feld: list(neu), "zeitmaske": saetze[0]["zeitmaske"] | wunsch.zeiten})
    assert reihe(wunsch).index(drei[0]) <= vorher.index(drei[0])


@BELIEBIG
@given(saetze=st.lists(angaben, min_size=3, max_size=3), wunsch=wuensche)
def test_an_answer_that_is_met_never_lowers_a_rank(saetze, wunsch, drei):
    saetze[0]["allein_gruppe"] = "allein"
    schreiben(drei, saetze)
    vorher = reihe(wunsch)
    if drei[0] in vorher:
        mehr = replace(wunsch, allein_gruppe=["allein"])
        assert reihe(mehr).index(drei[0]) <= vorher.index(drei[0])


@BELIEBIG
@given(saetze=st.lists(angaben, min_size=3, max_size=3), wunsch=wuensche, zufall=st.randoms())
def test_the_order_of_answers_does_not_matter(saetze, wunsch, zufall, drei):
    schreiben(drei, saetze)
    anders = replace(wunsch, **{name: zufall.sample(w, len(w)) for name in LISTEN if (w := getattr(wunsch, name))})
    assert rangliste(anders, schwelle=0) == rangliste(wunsch, schwelle=0)


@BELIEBIG
@given(paare=st.permutations([("thema", "tiere"), ("thema", "kultur-musik"), ("wochentag", "sa"), ("ort", "Soest")]))
def test_nor_does_their_order_in_the_address(paare, gemeinden):
    frage = QueryDict(mutable=True)
    for name, wert in paare:
        frage.appendlist(name, wert)
    assert (
        PasstForm(frage).vorlieben
        == PasstForm(QueryDict("thema=tiere&thema=kultur-musik&wochentag=sa&ort=Soest")).vorlieben
    )


@BELIEBIG
@given(leere=st.lists(st.sampled_from([*PasstForm.base_fields]), max_size=6))
def test_what_is_not_answered_changes_nothing(leere, gemeinden):
    frage = QueryDict("thema=tiere&ort=Soest", mutable=True)
    for name in leere:
        frage.appendlist(name, "")
    assert PasstForm(frage).vorlieben == PasstForm(QueryDict("thema=tiere&ort=Soest")).vorlieben


def test_of_two_alike_the_one_confirmed_last_comes_first(drei):
    Angebot.objects.filter(pk=drei[1]).update(zuletzt_bestaetigt_am="2030-01-01")
    assert reihe(Vorlieben(themen=["schule-bildung"])) == [drei[1], drei[2], drei[0]]
