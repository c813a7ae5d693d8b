"""What of a living listing goes with the years, and what must stay."""

from datetime import timedelta

from django.utils import timezone

from boerse import aussonderung, loeschung
from boerse.models import Angebot, Fassung
from ehrenamt.pflichten import alle_erledigen
from ehrenamt.rollen import ORGANISATION
from organisationen.models import Organisation

from .. import fabriken


def nach(tage: int) -> dict[str, int]:
    """Only what is deleted: nobody is reminded, and nothing pauses."""
    return alle_erledigen(loeschung.PFLICHTEN, timezone.now() + timedelta(days=tage))


def test_of_a_living_listing_only_replaced_texts_go(kontaktstelle, sportverein):
    angebot = fabriken.angebot(sportverein, beschreibung="Alt", kontakt_name="Kim Beispiel")
    neu = Fassung.objects.bearbeiten(angebot, fabriken.inhalt(beschreibung="Neu", kontakt_name="Alex Beispiel"))
    neu.einreichen(ORGANISATION)
    neu.freigeben(fabriken.DURCH_KONTAKTSTELLE)
    nach(91)
    texte = angebot.fassungen.order_by("nummer")
    assert [text.inhalt.get("kontakt_name") for text in texte] == [None, "Alex Beispiel"]
    nach(1090)
    assert texte.count() == 2
    nach(1100)
    assert [text.inhalt["beschreibung"] for text in texte.all()] == ["Neu"]
    angebot.refresh_from_db()
    assert (angebot.beschreibung, angebot.kontakt_name) == ("Neu", "Alex Beispiel")


def test_a_text_that_waits_for_staff_stays(kontaktstelle, sportverein):
    fabriken.eingereicht(sportverein)
    nach(400)
    assert Angebot.objects.count() == 1


def test_what_is_over_keeps_what_counts_are_by(kontaktstelle, sportverein):
    angebot = fabriken.angebot(sportverein)
    fabriken.anfrage(angebot).vermitteln(ORGANISATION)
    Angebot.objects.filter(pk=angebot.pk).update(status=Angebot.Status.ARCHIVIERT, ruht_seit=timezone.localdate())
    getan = nach(1100)
    assert getan["Angebote geleert"] == 1
    angebot.refresh_from_db()
    assert (angebot.titel, angebot.themen, angebot.zustaendig_ags) == ("", ["schule-bildung"], fabriken.SOEST)
    assert angebot.anfragen.get().status == "vermittelt"
    assert nach(1100)["Angebote geleert"] == 0


def test_an_organisation_with_a_team_keeps_its_address(sportverein, leitung):
    assert not aussonderung.ruhende_organisationen(timezone.now() + timedelta(days=1100)).exists()
    sportverein.teamzugaenge.all().delete()
    assert list(aussonderung.ruhende_organisationen(timezone.now() + timedelta(days=1100))) == [sportverein]
    assert not aussonderung.ruhende_organisationen(timezone.now() + timedelta(days=1000)).exists()
    assert Organisation.objects.get().kontakt_email
