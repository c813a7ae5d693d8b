"""Does staff see which words the search lacks, only those that many typed, and can they act at once?"""

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse.models import Suchluecke, Wortgruppe
from tests import fabriken

LISTE = reverse("admin:boerse_suchluecke_changelist")


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def luecke(wort: str, anzahl: int = 5, **felder) -> Suchluecke:
    heute = timezone.localdate()
    return Suchluecke.objects.create(wort=wort, form=wort, anzahl=anzahl, seit=heute, zuletzt=heute, **felder)


def erledigt(eintrag: Suchluecke) -> str:
    return reverse("admin:boerse_suchluecke_erledigt", args=[eintrag.pk])


def test_only_words_that_many_typed_are_shown_the_most_frequent_first(tisch):
    selten = luecke("mustermannova", 4)
    luecke("drohnenflug", 5)
    luecke("xylophon", 9)
    luecke("weg", 50, erledigt=True)
    antwort = tisch.get(LISTE)
    assert [eintrag.form for eintrag in antwort.context["cl"].result_list] == ["xylophon", "drohnenflug"]
    seiten = [reverse(f"admin:boerse_suchluecke_{name}", args=[selten.pk]) for name in ("change", "history")]
    assert {tisch.get(seite).status_code for seite in seiten} == {404}
    assert tisch.post(erledigt(selten)).status_code == 404
    assert "mustermannova" not in tisch.get(LISTE, {"q": "muster"}).text.replace('value="muster"', "")


def test_known_words_nearby_are_offered(tisch, sportverein):
    fabriken.angebot(sportverein, titel="Drohnenbilder und Xylofon")
    luecke("drohnenflug")
    luecke("xylophon")
    neben = {eintrag.form: eintrag.aehnliche for eintrag in tisch.get(LISTE).context["cl"].result_list}
    assert "drohnenbilder" in neben["drohnenflug"] and "xylofon" in neben["xylophon"]


def test_one_click_opens_the_form_with_the_word_and_its_preview(tisch, sportverein):
    fabriken.angebot(sportverein, titel="Glimmrick zeigen")
    luecke("drohnenflug")
    inhalt = tisch.get(LISTE).text
    weg = reverse("admin:boerse_wortgruppe_add")
    assert f'href="{weg}?woerter=drohnenflug"' in inhalt
    antwort = tisch.get(weg, {"woerter": "drohnenflug\nglimmrick"})
    assert "drohnenflug\nglimmrick</textarea>" in antwort.text
    assert "Die Suche nach „drohnenflug“ findet 1 statt 0 Angebot" in antwort.text
    assert not Wortgruppe.objects.filter(vorrat="").exists()
    tisch.post(weg, {"woerter": "drohnenflug\nglimmrick", "aktiv": "on"})
    assert not tisch.get(LISTE).context["cl"].result_list


@pytest.mark.parametrize("woerter", ["x" * 500, "\n" * 50, "<script>x</script>", "und", ","])
def test_whatever_the_address_names_the_form_comes(woerter, tisch):
    antwort = tisch.get(reverse("admin:boerse_wortgruppe_add"), {"woerter": woerter})
    assert antwort.status_code == 200 and "<script>x" not in antwort.text


def test_a_word_is_put_aside_with_one_click_or_many_at_once(tisch):
    eine, zwei, drei = (luecke(wort) for wort in ("drohnenflug", "xylophon", "zeppelin"))
    assert "Erledigt: „drohnenflug“" in tisch.post(erledigt(eine), follow=True).text
    assert tisch.get(erledigt(zwei)).status_code == 405
    tisch.post(LISTE, {"action": "abhaken", "index": "0", "_selected_action": [zwei.pk, drei.pk]})
    assert not Suchluecke.objects.filter(erledigt=False).exists()


def test_a_town_reads_but_does_not_decide(stadt_lippstadt, angemeldet):
    stadt, wort = angemeldet(stadt_lippstadt), luecke("drohnenflug")
    antwort = stadt.get(LISTE)
    assert "drohnenflug" in antwort.text and "formaction" not in antwort.text
    assert stadt.post(erledigt(wort)).status_code == 403


def test_the_desk_is_told_how_many_wait(tisch):
    luecke("drohnenflug")
    luecke("mustermannova", 4)
    schlangen = {s.rang: s for s in tisch.get(reverse("admin:index")).context["warteschlangen"]}
    assert schlangen[90].anzahl == 1 and tisch.get(schlangen[90].adresse).context["cl"].result_count == 1


def test_a_full_page_takes_few_queries(tisch, django_assert_max_num_queries):
    for n in range(20):
        luecke("wort" + chr(97 + n) * 3)
    tisch.get(LISTE)
    with django_assert_max_num_queries(12):
        tisch.get(LISTE)
