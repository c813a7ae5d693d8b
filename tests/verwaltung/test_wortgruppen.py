"""Can staff say which words belong together, see what that does, and trust that it stays?"""

import pytest
from django.http import QueryDict
from django.urls import reverse

from boerse.filters import AngebotFilter
from boerse.models import Wortgruppe
from boerse.wortgruppen import wortgruppen_bereitstellen
from tests import fabriken

LISTE = reverse("admin:boerse_wortgruppe_changelist")
NEU = reverse("admin:boerse_wortgruppe_add")


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def seite(gruppe: Wortgruppe) -> str:
    return reverse("admin:boerse_wortgruppe_change", args=[gruppe.pk])


def gruppe(*woerter: str, verwandt: tuple[str, ...] = (), **felder) -> Wortgruppe:
    neu = Wortgruppe(woerter=list(woerter), verwandt=list(verwandt), **felder)
    neu.clean()
    neu.save()
    return neu


def titel(frage: str) -> set[str]:
    return {angebot.titel for angebot in AngebotFilter(QueryDict(f"q={frage}")).qs}


def fehler(antwort) -> str:
    return " ".join(satz for saetze in antwort.context["adminform"].form.errors.values() for satz in saetze)


def test_what_is_saved_holds_for_the_next_search(tisch, sportverein):
    fabriken.angebot(sportverein, titel="Bei den Brummkisten")
    assert titel("schnurrer") == set()
    daten = {"woerter": "Schnurrer\nBrummkiste, Wuschelboje", "verwandt": "Tierheimbesuch", "aktiv": "on"}
    assert tisch.post(NEU, daten).status_code == 302
    neu = Wortgruppe.objects.get(vorrat="")
    assert (neu.woerter, neu.verwandt) == (["Schnurrer", "Brummkiste", "Wuschelboje"], ["Tierheimbesuch"])
    assert titel("schnurrer") == {"Bei den Brummkisten"}
    tisch.post(seite(neu), daten | {"aktiv": ""})
    assert titel("schnurrer") == set()


def test_the_preview_tells_what_the_search_would_find_and_keeps_what_was_typed(tisch, sportverein):
    fabriken.angebot(sportverein, titel="Bei den Brummkisten")
    fabriken.angebot(sportverein, titel="Schnurrer zum Streicheln")
    daten = {"woerter": "Schnurrer\nBrummkiste", "verwandt": "Wollknäuel", "aktiv": "on", "_vorschau": "1"}
    antwort = tisch.post(NEU, daten)
    satz = "Die Suche nach „Schnurrer“ findet 2 statt 1 Angebote, neu zum Beispiel „Bei den Brummkisten“."
    assert antwort.status_code == 200 and satz in antwort.text
    assert "Wollknäuel</textarea>" in antwort.text
    assert not Wortgruppe.objects.filter(vorrat="").exists()
    assert titel("brummkiste") == {"Bei den Brummkisten"}


def test_the_preview_of_a_group_that_is_there_tells_what_would_be_lost(tisch, sportverein):
    fabriken.angebot(sportverein, titel="Bei den Brummkisten")
    alte = gruppe("Schnurrer", "Brummkisten")
    antwort = tisch.post(seite(alte), {"woerter": "Schnurrer, Brummkisten", "_vorschau": "1"})
    assert "Die Suche nach „Schnurrer“ findet 0 statt 1 Angebote." in antwort.text
    alte.refresh_from_db()
    assert alte.aktiv


def test_a_preview_with_mistakes_tells_them(tisch, gemeinden):
    antwort = tisch.post(NEU, {"woerter": "x", "_vorschau": "1"})
    assert "zu kurz" in fehler(antwort) and antwort.context["wirkungen"] is None


@pytest.mark.parametrize(
    ("woerter", "verwandt", "satz"),
    [
        ("", "Hund", "mindestens ein Wort"),
        ("Schnurrer", "", "Ein Wort allein verbindet nichts"),
        ("Schnurrer, q", "", "„q“ ist zu kurz"),
        ("Schnurrer, gerne", "", "„gerne“ steht in fast jeder Frage"),
        ("Schnurrer, Brummkiste, Brummkisten", "", "„Brummkisten“ und „Brummkiste“ sind für die Suche dasselbe"),
        ("Schnurrer, große alte graue getigerte zahme Katze", "", "höchstens 5 Wörter"),
        (f"Schnurrer, {'a' * 61}", "", "höchstens 60 Zeichen"),
        ("Schnurrer, Brummkiste", "Brummkisten", "steht schon bei „Gleichbedeutend“"),
        ("Schnurrer, Brummkiste", "möchte", "keine Bedeutung"),
    ],
)
def test_what_would_do_nothing_is_said(woerter, verwandt, satz, tisch):
    antwort = tisch.post(NEU, {"woerter": woerter, "verwandt": verwandt, "aktiv": "on"})
    assert antwort.status_code == 200 and satz in fehler(antwort)


def test_a_word_of_another_group_leads_there(tisch):
    alte = gruppe("Schnurrer", "Brummkiste")
    antwort = tisch.post(NEU, {"woerter": "Wuschelboje, Schnurrer", "aktiv": "on"})
    assert f"<a href='{seite(alte)}'>Schnurrer, Brummkiste</a>" in antwort.text


def test_a_nul_or_markup_in_a_word_does_no_harm(tisch):
    antwort = tisch.post(NEU, {"woerter": "Schnurrer\x00, <script>x</script>, Brummkiste", "aktiv": "on"}, follow=True)
    assert antwort.status_code == 200 and "<script>x" not in antwort.text


def test_every_group_of_the_first_stock_can_be_edited(tisch):
    """What stands there already is not found fault with."""
    for alte in Wortgruppe.objects.filter(woerter__overlap=["Ehrenamt", "planen", "Dritte-Welt-Laden"]):
        daten = {"woerter": "\n".join([*alte.woerter, f"Neuwort{alte.pk}"]), "verwandt": "", "aktiv": "on"}
        assert tisch.post(seite(alte), daten).status_code == 302


@pytest.mark.parametrize("suche", ["brummkisten", "rummki", "Wollknäuel"])
def test_the_list_is_searched_for_any_word_in_any_form(suche, tisch):
    gruppe("Schnurrer", "Brummkiste", verwandt=("Wollknäuel",))
    antwort = tisch.get(LISTE, {"q": suche})
    assert [str(g) for g in antwort.context["cl"].result_list] == ["Schnurrer, Brummkiste"]


def test_the_list_knows_own_and_switched_off_groups(tisch):
    eigene, alte = gruppe("Schnurrer", "Brummkiste"), Wortgruppe.objects.exclude(vorrat="").first()
    assert "delete_selected" not in tisch.get(LISTE).text
    tisch.post(LISTE, {"action": "abschalten", "index": "0", "_selected_action": [alte.pk]})
    for liste, erwartet in (("eigene", [eigene]), ("abgeschaltete", [alte])):
        assert list(tisch.get(LISTE, {"liste": liste}).context["cl"].result_list) == [erwartet[0]]
    assert "abgeschaltet" in tisch.get(reverse("admin:boerse_wortgruppe_history", args=[alte.pk])).text
    tisch.post(LISTE, {"action": "einschalten", "index": "0", "_selected_action": [alte.pk]})
    assert not Wortgruppe.objects.filter(aktiv=False).exists()


def test_the_history_tells_who_changed_which_words(tisch):
    alte = gruppe("Schnurrer", "Brummkiste")
    tisch.post(seite(alte), {"woerter": "Schnurrer, Wuschelboje", "verwandt": "Wolle", "aktiv": "on"})
    verlauf = tisch.get(reverse("admin:boerse_wortgruppe_history", args=[alte.pk])).text
    assert "+ Wuschelboje, − Brummkiste, + Wolle" in verlauf and "kreis@example.org" in verlauf


def test_a_later_update_of_the_stock_leaves_what_staff_changed(tisch):
    geaendert, aus = Wortgruppe.objects.exclude(vorrat="")[:2]
    tisch.post(seite(geaendert), {"woerter": "Ganz anders, Völlig verschieden", "aktiv": "on"})
    Wortgruppe.objects.filter(pk=aus.pk).update(aktiv=False)
    vorher = list(Wortgruppe.objects.values())
    wortgruppen_bereitstellen()
    assert list(Wortgruppe.objects.values()) == vorher


def test_an_update_that_reads_words_otherwise_leaves_no_group_behind(db):
    alte = gruppe("Schnurrer", "Brummkiste")
    Wortgruppe.objects.filter(pk=alte.pk).update(schluessel=["anders", "gelesen"])
    wortgruppen_bereitstellen()
    assert list(Wortgruppe.objects.mit(["schnurr"])) == [alte]


def test_a_town_only_reads_the_groups(stadt_lippstadt, angemeldet):
    stadt, alte = angemeldet(stadt_lippstadt), gruppe("Schnurrer", "Brummkiste")
    assert stadt.get(LISTE).status_code == stadt.get(seite(alte)).status_code == 200
    daten = {"woerter": "Schnurrer, Kater", "aktiv": "on"}
    for adresse in (seite(alte), NEU):
        assert stadt.post(adresse, daten).status_code == 403
        assert stadt.post(adresse, daten | {"_vorschau": "1"}).status_code == 403
    stadt.post(LISTE, {"action": "abschalten", "index": "0", "_selected_action": [alte.pk]})
    alte.refresh_from_db()
    assert alte.aktiv and alte.woerter == ["Schnurrer", "Brummkiste"]


def test_nobody_deletes_a_group(tisch):
    assert tisch.post(reverse("admin:boerse_wortgruppe_delete", args=[gruppe("a1", "b2").pk])).status_code == 403
