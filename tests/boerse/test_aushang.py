"""May a listing be hung up? Only by its own people and the desk, only while it is public, and always on one page."""

import pytest
from django.urls import reverse

from boerse import aushang
from ehrenamt.papier import Papierfehler
from tests import fabriken

EINE_SEITE = b"<xmpTPg:NPages>1<"


def arbeitsbereich(angebot) -> str:
    return reverse("arbeitsbereich_aushang", args=[angebot.pk])


def verwaltung(angebot) -> str:
    return reverse("admin:boerse_angebot_aushang", args=[angebot.pk])


@pytest.mark.parametrize(
    "werte",
    [
        {"titel": "Für #[]$\\ *Übungsleiter* 😀"},
        {"titel": "W" * 100, "beschreibung": "Mit Wörtern. " * 200, "zeitaufwand": "Z" * 100},
    ],
)
def test_whatever_a_listing_says_its_poster_is_one_page(werte, sportverein):
    angebot = fabriken.angebot(sportverein, zeiten=[{"wochentag": tag} for tag in ("mo", "mi", "sa")], **werte)
    pdf = aushang.aushang(angebot)
    assert EINE_SEITE in pdf
    assert angebot.titel.replace(" 😀", "").encode() in pdf


def test_the_poster_is_for_the_own_people_and_the_desk(sportverein, redaktion, kontaktstelle, fremde, angemeldet):
    angebot = fabriken.angebot(sportverein)
    for person, adresse in ((redaktion, arbeitsbereich(angebot)), (kontaktstelle, verwaltung(angebot))):
        antwort = angemeldet(person).get(adresse)
        assert antwort.content.startswith(b"%PDF")
        assert "no-store" in antwort["Cache-Control"]
        seite = angemeldet(person).get(adresse.replace("aushang/", "change/" if "verwaltung" in adresse else ""))
        assert adresse in seite.text
    assert angemeldet(fremde).get(arbeitsbereich(angebot)).status_code == 404
    assert angemeldet(fremde).get(verwaltung(angebot)).status_code in (302, 403)


def test_the_desk_of_another_region_has_no_poster(sportverein, stadt_lippstadt, angemeldet):
    assert angemeldet(stadt_lippstadt).get(verwaltung(fabriken.angebot(sportverein))).status_code == 404


def test_what_is_not_public_is_not_hung_up(sportverein, leitung, kontaktstelle, angemeldet):
    angebot = fabriken.angebot(sportverein)
    angebot.pausieren(fabriken.DURCH_KONTAKTSTELLE)
    for person, adresse in ((leitung, arbeitsbereich(angebot)), (kontaktstelle, verwaltung(angebot))):
        assert angemeldet(person).get(adresse).status_code == 404
        seite = angemeldet(person).get(adresse.replace("aushang/", "change/" if "verwaltung" in adresse else ""))
        assert adresse not in seite.text


def test_where_printing_fails_the_listings_page_says_so(sportverein, leitung, angemeldet, monkeypatch):
    def scheitern(*_args, **_daten):
        raise Papierfehler("Das PDF ließ sich gerade nicht erstellen.")

    monkeypatch.setattr(aushang, "setzen", scheitern)
    antwort = angemeldet(leitung).get(arbeitsbereich(fabriken.angebot(sportverein)), follow=True)
    assert antwort.status_code == 200
    assert "nicht erstellen" in antwort.text


def test_the_short_address_leads_to_the_listing(sportverein, buergerin):
    angebot = fabriken.angebot(sportverein)
    assert buergerin.get(f"/angebote/{angebot.pk}", follow=True).redirect_chain[-1][0] == angebot.get_absolute_url()
    assert buergerin.get(f"/angebote/{angebot.pk + 1}/").status_code == 404
