"""What is not true any more is gone everywhere at once: search, feed, sitemap, counts, profile, calendar, enquiry."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse.mails import ANFRAGE_STAND, MEINE_DATEN
from boerse.models import Anfrage, Angebot
from ehrenamt.links import token
from ehrenamt.rollen import ORGANISATION, PORTAL

from .. import fabriken

pytestmark = pytest.mark.usefixtures("kontaktstelle")
TITEL = "Dienstags vorlesen"
WEGE = {
    "pausiert": lambda angebot: angebot.pausieren(ORGANISATION),
    "vom Portal pausiert": lambda angebot: angebot.pausieren(PORTAL),
    "besetzt": lambda angebot: angebot.beenden(ORGANISATION, "besetzt"),
    "abgelaufen": lambda angebot: angebot.ablaufen(),
    "archiviert": lambda angebot: (angebot.pausieren(PORTAL), angebot.archivieren()),
    "gesperrt": lambda angebot: angebot.sperren(fabriken.DURCH_KONTAKTSTELLE, "Beschwerde"),
    "Organisation gesperrt": lambda angebot: angebot.organisation.sperren(fabriken.DURCH_KONTAKTSTELLE, "Beschwerde"),
}
SEITEN = {
    "pausiert": 200,
    "vom Portal pausiert": 200,
    "besetzt": 200,
    "abgelaufen": 200,
    "archiviert": 410,
    "gesperrt": 404,
    "Organisation gesperrt": 404,
}


@pytest.fixture
def angebot(sportverein):
    return fabriken.angebot(sportverein, titel=TITEL, beginn=str(timezone.localdate()), ende=str(timezone.localdate()))


@pytest.fixture
def anderes(fremde_organisation):
    return fabriken.angebot(fremde_organisation, titel="Lesepaten gesucht")


def orte(organisation) -> list[str]:
    """Every page that lists listings."""
    gemeinde = f"{reverse('angebote')}?gemeinde={fabriken.SOEST}"
    listen = [reverse("angebote"), f"{reverse('angebote')}?q=vorlesen", gemeinde, reverse("angebote_feed")]
    return [*listen, reverse("start"), reverse("sitemap"), organisation.get_absolute_url()]


@pytest.mark.parametrize("weg", WEGE)
def test_it_is_gone_from_every_list_at_once_and_back_at_once(buergerin, angebot, anderes, sportverein, weg):
    nummer = f"/angebote/{angebot.pk}-"
    vorher = {ort: buergerin.get(ort) for ort in orte(sportverein)}
    assert all(nummer in antwort.content.decode() for antwort in vorher.values())
    assert vorher[reverse("start")].context["anzahl_angebote"] == 2
    WEGE[weg](angebot)
    nachher = {ort: buergerin.get(ort) for ort in orte(sportverein)}
    assert not [ort for ort, antwort in nachher.items() if nummer in antwort.content.decode()]
    start = nachher[reverse("start")]
    assert start.context["anzahl_angebote"] == 1
    assert sum(flaeche["anzahl"] for flaeche in (start.context["karte"] or {"flaechen": []})["flaechen"]) <= 1
    assert sum(anzahl for _wort, anzahl in start.context["themen"]) == 1
    if weg.endswith("pausiert"):
        angebot.fortsetzen(ORGANISATION)
        assert all(nummer in buergerin.get(ort).content.decode() for ort in orte(sportverein))


@pytest.mark.parametrize("weg", WEGE)
def test_its_page_says_so_and_shows_similar_ones(buergerin, angebot, anderes, weg):
    WEGE[weg](angebot)
    antwort = buergerin.get(angebot.get_absolute_url())
    assert antwort.status_code == SEITEN[weg]
    seite = antwort.content.decode()
    assert reverse("anfrage", args=[angebot.pk, angebot.slug]) not in seite
    assert "noindex" in seite or antwort.status_code == 404
    if antwort.status_code == 200:
        assert "Dieses Angebot ist nicht mehr aktuell." in seite
        assert "Lesepaten gesucht" in seite
    kalender = reverse("angebot_kalender", args=[angebot.pk, angebot.slug])
    assert buergerin.get(kalender).status_code == 404


def test_no_page_with_listings_may_be_kept_by_anybody(buergerin, angebot, sportverein):
    for ort in orte(sportverein):
        assert "max-age" not in buergerin.get(ort).headers.get("Cache-Control", "")


@pytest.mark.parametrize("weg", ["pausiert", "vom Portal pausiert", "besetzt", "abgelaufen", "archiviert"])
def test_an_enquiry_under_way_goes_on(buergerin, angemeldet, leitung, angebot, weg):
    """Who asked in time still gets an answer, however the listing stands by then."""
    offene, unbestaetigte = fabriken.anfrage(angebot), fabriken.anfrage(angebot, bestaetigt=False)
    uhr = offene.wartet_seit
    WEGE[weg](angebot)
    offene.refresh_from_db()
    assert (offene.status, offene.wartet_seit) == (Anfrage.Status.OFFEN, uhr)
    meine_daten = reverse("meine_daten", args=[token(MEINE_DATEN[0], offene.kennung)])
    assert TITEL in buergerin.get(meine_daten).content.decode()
    browser = angemeldet(leitung)
    assert "Kim Beispiel" in browser.get(reverse("arbeitsbereich_anfrage", args=[offene.pk])).content.decode()
    antworten = reverse("anfrage_stand", args=[token(ANFRAGE_STAND[0], offene.kennung)])
    assert buergerin.get(antworten).status_code == 200
    offene.vermitteln(ORGANISATION)
    assert offene.status == Anfrage.Status.VERMITTELT
    neue = reverse("anfrage", args=[angebot.pk, angebot.slug])
    assert buergerin.get(neue).status_code in (404, 410)
    unbestaetigte.refresh_from_db()
    assert unbestaetigte.status == Anfrage.Status.UNBESTAETIGT


def test_freshness_is_said_in_words(buergerin, angebot):
    heute = timezone.localdate()
    for tage, worte in ((0, "heute"), (1, "gestern"), (12, "vor 12 Tagen")):
        tag = heute - timedelta(days=tage)
        Angebot.objects.update(zuletzt_bestaetigt_am=tag)
        for ort in (reverse("angebote"), angebot.get_absolute_url()):
            seite = buergerin.get(ort).content.decode()
            assert f'<time datetime="{tag.isoformat()}"' in seite
            assert f">{worte}</time>" in seite
