"""The list and the page of a listing, as citizens see them."""

import pytest

from boerse.ablauf import ANGEBOT
from boerse.models import Angebot
from ehrenamt.ablauf import status_wechseln
from ehrenamt.rollen import ORGANISATION, PORTAL
from tests import fabriken


def beendet(angebot: Angebot) -> Angebot:
    angebot.beenden(ORGANISATION, "besetzt")
    return angebot


def archiviert(angebot: Angebot) -> Angebot:
    status_wechseln(beendet(angebot), "archivieren", akteur=PORTAL)
    return angebot


def test_the_list_finds_by_word_and_gemeinde(buergerin, gemeinden):
    fabriken.angebot(titel="Vorlesen in Soest")
    fabriken.angebot(titel="Vorlesen in Lippstadt", orte=[{"gemeinde": fabriken.LIPPSTADT}])
    fabriken.angebot(titel="Garten in Soest")
    antwort = buergerin.get("/angebote/", {"q": "vorlesen", "gemeinde": "soest"})
    assert [a.titel for a in antwort.context["seite"]] == ["Vorlesen in Soest"]
    assert antwort.context["anzahl"] == 1
    assert "1 Angebot gefunden" in antwort.text
    assert "<title>1 Angebot: " in antwort.text


def test_five_hundred_listings_take_no_more_queries_than_one(buergerin, kontaktstelle, django_assert_max_num_queries):
    organisation = fabriken.organisation()
    vorlage = fabriken.angebot(organisation, zeiten=[{"wochentag": "di"}])
    zeilen = Angebot.objects.filter(pk=vorlage.pk).values().first()
    for name in ("id", "kennung"):
        zeilen.pop(name)
    neue = Angebot.objects.bulk_create(Angebot(**zeilen) for _nummer in range(499))
    ort = vorlage.einsatzorte.get()
    type(ort).objects.bulk_create(
        type(ort)(angebot=a, nummer=1, gemeinde=ort.gemeinde, lat=ort.lat, lon=ort.lon) for a in neue
    )
    type(vorlage.zeitfenster.get()).objects.bulk_create(
        vorlage.zeitfenster.model(angebot=a, wochentag="di") for a in neue
    )
    for query in ("", "ort=Soest&umkreis=20&thema=schule-bildung&wochentag=di", f"organisation={organisation.pk}"):
        with django_assert_max_num_queries(8):
            antwort = buergerin.get(f"/angebote/?{query}")
        assert antwort.context["anzahl"] == 500
        assert not antwort.cookies
    assert len(antwort.context["seite"]) == 20


def test_pages(buergerin, gemeinden):
    organisation = fabriken.organisation()
    for nummer in range(21):
        fabriken.angebot(organisation, titel=f"Angebot {nummer}")
    erste = buergerin.get("/angebote/?thema=schule-bildung")
    zweite = buergerin.get("/angebote/?thema=schule-bildung&seite=2")
    assert [a.titel for a in zweite.context["seite"]] == ["Angebot 0"]
    assert "?thema=schule-bildung&amp;seite=2" in erste.text
    weit = buergerin.get("/angebote/?seite=99")
    assert [a.titel for a in weit.context["seite"]] == ["Angebot 0"]
    assert weit.context["hinweise"]


def test_distance_is_said_honestly(buergerin, gemeinden):
    fabriken.angebot(orte=[{"gemeinde": "05974052"}])
    antwort = buergerin.get("/angebote/?ort=Soest&umkreis=20")
    assert "etwa 12\u00a0km" in antwort.text
    assert "(ab\u00a0Ortsmitte)" in antwort.text


def test_an_empty_list_offers_ways_on(buergerin, kontaktstelle):
    fabriken.angebot(themen=["tiere"])
    antwort = buergerin.get("/angebote/?thema=tiere&art=einmalig&ort=Werl")
    assert antwort.context["lockerungen"] == []
    antwort = buergerin.get("/angebote/?thema=tiere&art=einmalig")
    assert [(l["text"], l["anzahl"], l["url"]) for l in antwort.context["lockerungen"]] == [  # noqa: E741
        ("ohne einmalig", 1, "/angebote/?thema=tiere")
    ]
    assert "0221 4710-120" in antwort.text


def test_the_form_keeps_what_it_has_no_field_for(buergerin, gemeinden):
    fabriken.angebot()
    antwort = buergerin.get("/angebote/?gemeinde=soest&digital=nein&thema=tiere&q=hund&alter=20&sortierung=neu")
    assert sorted(antwort.context["verborgene"]) == [("digital", "nein"), ("gemeinde", "05974040")]
    assert '<input type="hidden" name="gemeinde" value="05974040">' in antwort.text


def test_no_check_box_stands_twice(buergerin, gemeinden):
    fabriken.angebot()
    antwort = buergerin.get("/angebote/")
    felder = [zeile for zeile in antwort.text.split('id="')[1:]]
    kennungen = [feld.partition('"')[0] for feld in felder]
    assert len(kennungen) == len(set(kennungen))


def test_the_page_says_what_a_person_needs(buergerin, kontaktstelle):
    angebot = fabriken.angebot(
        titel="Dienstags vorlesen",
        beschreibung="Erster Absatz.\n\nZweiter <b>Absatz</b>.",
        zielgruppen=["kinder"],
        zeiten=[{"wochentag": "di", "von": "14:00", "bis": "15:00"}],
        stunden=1,
        haeufigkeit="woechentlich",
        orte=[{"gemeinde": fabriken.SOEST, "strasse": "Musterweg 4", "plz": "59494", "name": "Grundschule"}],
        leistungen=["fahrtkosten"],
        voraussetzungen="Freude an Büchern",
    )
    antwort = buergerin.get(angebot.get_absolute_url())
    assert antwort.status_code == 200
    for text in ("1 Stunde pro Woche", "Für Kinder", "Musterweg 4", "Grundschule", "Fahrtkosten", "Freude an Büchern"):
        assert text in antwort.text
    assert "Zweiter &lt;b&gt;Absatz&lt;/b&gt;." in antwort.text
    assert "Interesse zeigen" in antwort.text
    assert "0221 4710-120" in antwort.text
    assert "noindex" not in antwort.text
    assert not antwort.cookies


def test_a_hidden_address_stays_hidden(buergerin, gemeinden):
    ort = {"gemeinde": fabriken.SOEST, "ortsteil": "Ampen", "strasse": "Geheimweg 1", "name": "Schutzraum"}
    angebot = fabriken.angebot(orte=[ort | {"anzeige": "gemeinde"}])
    seite = buergerin.get(angebot.get_absolute_url()).text
    assert "Geheimweg" not in seite
    assert "Schutzraum" not in seite
    assert "Ampen" not in seite


def test_a_wrong_slug_leads_to_the_right_one(buergerin, gemeinden):
    angebot = fabriken.angebot(titel="Neuer Titel")
    antwort = buergerin.get(f"/angebote/{angebot.pk}-alter-titel/")
    assert (antwort.status_code, antwort["Location"]) == (301, f"/angebote/{angebot.pk}-neuer-titel/")


@pytest.mark.parametrize("enden", [beendet, lambda a: a.pausieren(ORGANISATION)])
def test_what_is_not_current_says_so_and_shows_similar_ones(enden, buergerin, gemeinden):
    angebot, anderes = fabriken.angebot(titel="Vorbei"), fabriken.angebot(titel="Ähnlich")
    enden(angebot)
    antwort = buergerin.get(angebot.get_absolute_url())
    assert antwort.status_code == 200
    assert "nicht mehr aktuell" in antwort.text
    assert '<meta name="robots" content="noindex">' in antwort.text
    assert "Interesse zeigen" not in antwort.text
    assert [a.pk for a in antwort.context["aehnliche"]] == [anderes.pk]


def test_a_listing_over_since_yesterday_is_not_current(buergerin, gemeinden):
    angebot = fabriken.seit_gestern_vorbei()
    assert "nicht mehr aktuell" in buergerin.get(angebot.get_absolute_url()).text


def test_archived_is_gone(buergerin, gemeinden):
    angebot = archiviert(fabriken.angebot())
    assert buergerin.get(angebot.get_absolute_url()).status_code == 410


def test_what_never_was_public_or_is_blocked_does_not_exist(buergerin, gemeinden):
    entwurf = fabriken.fassung().angebot
    gesperrt = fabriken.angebot()
    gesperrt.sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    von_gesperrten = fabriken.angebot()
    von_gesperrten.organisation.sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    for angebot in (entwurf, gesperrt, von_gesperrten):
        assert buergerin.get(f"/angebote/{angebot.pk}-{angebot.slug}/").status_code == 404
    assert buergerin.get("/angebote/999999-nichts/").status_code == 404
    assert buergerin.get("/angebote/99999999999999999999999-nichts/").status_code == 404


def test_similar_means_alike_and_near(buergerin, gemeinden):
    angebot = fabriken.angebot(titel="Hier", themen=["tiere"], taetigkeiten=["tiere-versorgen"])
    fabriken.angebot(titel="Nah", themen=["tiere"])
    fabriken.angebot(titel="Fern", themen=["tiere"], orte=[{"gemeinde": fabriken.WARSTEIN}])
    fabriken.angebot(titel="Ganz ähnlich", themen=["tiere"], taetigkeiten=["tiere-versorgen"])
    fabriken.angebot(titel="Anders", themen=["sport-bewegung"])
    antwort = buergerin.get(angebot.get_absolute_url())
    assert [a.titel for a in antwort.context["aehnliche"]] == ["Ganz ähnlich", "Nah", "Fern"]


def test_only_reading_is_possible(buergerin, gemeinden):
    angebot = fabriken.angebot()
    for adresse in ("/angebote/", angebot.get_absolute_url(), f"{angebot.get_absolute_url()}kalender.ics"):
        assert buergerin.post(adresse).status_code == 405


def test_states_have_an_answer_each():
    """A new state would need a decision what its page says."""
    assert {u.nach for u in ANGEBOT} == {
        "veroeffentlicht",
        "pausiert",
        "abgelaufen",
        "beendet",
        "archiviert",
        "gesperrt",
    }
