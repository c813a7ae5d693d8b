"""Organisations that never registered: they are told, they can take over, they can object; and all can leave."""

import re
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from boerse import information, mails
from boerse.abschied import austragen
from boerse.models import Anfrage, Angebot, Fassung
from ehrenamt import pflichten
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import ORGANISATION
from organisationen.models import Organisation

from .. import fabriken
from ..plan import nutzt


@pytest.fixture
def importiert(kontaktstelle) -> Organisation:
    return fabriken.organisation(
        "Schachfreunde", quelle="altes-portal", kontakt_email="schach@example.org", nutzungsbedingungen_am=None
    )


def nach(**dauer) -> int:
    return pflichten.alle_erledigen(information.PFLICHTEN, timezone.now() + timedelta(**dauer))[
        "Organisationen informiert"
    ]


def brief() -> Nachricht:
    return Nachricht.objects.get(anlass="organisation_eingetragen")


def link() -> str:
    return re.search(r"https?://[^/\s]+(/organisation/eintrag/\S+)", brief().text)[1]


def test_as_soon_as_a_listing_is_public_the_organisation_is_told_everything_once(importiert):
    assert nach(minutes=1) == 0
    fabriken.angebot(importiert, quelle_url="https://altes-portal.example.org/7")
    assert nach(minutes=1) == 1
    assert nach(minutes=1) == nach(days=400) == 0
    mail = brief()
    assert mail.empfaenger == "schach@example.org"
    assert mail.reply_to
    for woerter in (
        "altes-portal",
        "https://altes-portal.example.org/7",
        "Dienstags vorlesen",
        "Artikel 6",
        "Widerspruch",
    ):
        assert woerter in mail.text
        assert woerter in mail.html
    importiert.refresh_from_db()
    assert importiert.informiert_am
    eintrag = Verlaufseintrag.objects.von(importiert).get(vorgang="informieren")
    assert (eintrag.rolle, eintrag.grund) == ("portal", "altes-portal")


def test_without_a_public_listing_it_is_told_after_28_days(importiert):
    assert nach(days=27) == 0
    assert nach(days=28) == 1
    assert "Schachfreunde" in brief().betreff


def test_the_kontaktstelle_is_named_where_it_entered_the_organisation(kontaktstelle):
    fabriken.organisation(nutzungsbedingungen_am=None)
    nach(days=28)
    assert "Die Kontaktstelle hat es eingetragen" in brief().text


@pytest.mark.parametrize("wie", ["angemeldet", "mit Team", "ohne Adresse", "abgelehnt"])
def test_who_registered_or_cannot_be_reached_is_not_written_to(importiert, wie):
    if wie == "angemeldet":
        Organisation.objects.update(nutzungsbedingungen_am=timezone.now())
    elif wie == "mit Team":
        fabriken.mitglied(importiert)
    elif wie == "ohne Adresse":
        Organisation.objects.update(kontakt_email="")
    else:
        importiert.sperren(fabriken.DURCH_KONTAKTSTELLE, "Grund")
    fabriken_brief = Nachricht.objects.filter(anlass="organisation_eingetragen")
    assert nach(days=40) == 0
    assert not fabriken_brief.exists()


def test_several_workers_write_one_mail(importiert):
    zeilen = [Organisation.objects.get(pk=importiert.pk) for _nummer in range(2)]
    for zeile in zeilen:
        information.informieren(zeile, timezone.now())
    assert brief()


def test_an_import_itself_writes_no_mail(kontaktstelle, tmp_path):
    datei = tmp_path / "a.json"
    datei.write_text(
        '[{"id": "1", "titel": "Vorlesen", "beschreibung": "Sie lesen Kindern eine Stunde vor.", "organisation": '
        '"Lesekreis", "gemeinde": "Soest", "kontakt_email": "lesen@example.org", "themen": ["schule-bildung"]}]'
    )
    call_command("angebote_importieren", str(datei), quelle="quelle-a", veroeffentlichen=True)
    assert not Nachricht.objects.exists()
    assert nach(minutes=0) == 1
    assert brief().empfaenger == "lesen@example.org"


def test_the_page_shows_what_is_stored_and_changes_nothing(importiert, buergerin):
    fabriken.angebot(importiert)
    nach(minutes=0)
    seite = buergerin.get(link())
    for woerter in ("schach@example.org", "altes-portal", "Dienstags vorlesen", "Diese Organisation übernehmen"):
        assert woerter in seite.content.decode()
    importiert.refresh_from_db()
    assert importiert.status == importiert.Status.FREIGEGEBEN


def test_who_objects_is_gone_at_once_and_no_import_brings_it_back(importiert, buergerin):
    angebot = fabriken.angebot(importiert, kontakt_name="Kim Kontakt", kontakt_telefon="0221 4710-111")
    wartend = fabriken.eingereicht(importiert, titel="Noch nicht gesehen")
    anfrage = fabriken.anfrage(angebot)
    nach(minutes=0)
    adresse, bisher = link(), Nachricht.objects.filter(empfaenger="schach@example.org").count()
    assert buergerin.post(adresse).status_code == 302
    assert "ausgetragen" in buergerin.get(adresse).content.decode()
    for zeile in (importiert, angebot, wartend, anfrage):
        zeile.refresh_from_db()
    assert (importiert.status, importiert.kontakt_email) == ("ausgetragen", "")
    assert (angebot.status, angebot.beendet_grund, angebot.kontakt_name) == (Angebot.Status.BEENDET, "entfallen", "")
    assert wartend.status == Fassung.Status.ENTWURF
    assert not Fassung.objects.filter(inhalt__icontains="Kim Kontakt").exists()
    assert anfrage.status == Anfrage.Status.UEBERNOMMEN
    assert buergerin.get(angebot.get_absolute_url()).status_code == 404
    assert buergerin.get(importiert.get_absolute_url()).status_code == 404
    assert "widersprochen" in Nachricht.objects.get(anlass="organisation_ausgetragen").text
    assert Nachricht.objects.filter(empfaenger="schach@example.org").count() == bisher
    assert Verlaufseintrag.objects.von(importiert).filter(vorgang="austragen", rolle="organisation").exists()
    assert nach(days=400) == 0
    assert buergerin.post(adresse).status_code == 200, "pressed twice"


def test_once_there_is_a_team_the_link_decides_nothing(importiert, buergerin):
    fabriken.mitglied(importiert)
    adresse = reverse("organisation_eintrag", args=[token(mails.ORGANISATION_EINTRAG[0], importiert.kennung)])
    assert buergerin.get(adresse).status_code == buergerin.post(adresse).status_code == 410
    importiert.refresh_from_db()
    assert importiert.status == importiert.Status.FREIGEGEBEN


def test_an_import_leaves_out_who_objected(importiert, tmp_path, capsys):
    austragen(importiert, ORGANISATION)
    datei = tmp_path / "a.json"
    datei.write_text(
        '[{"id": "1", "titel": "Schach lehren", "beschreibung": "Sie lehren Kinder eine Stunde Schach.", '
        '"organisation": "Schachfreunde", "gemeinde": "Soest", "kontakt_email": "schach@example.org"}]'
    )
    with pytest.raises(CommandError):
        call_command("angebote_importieren", str(datei), quelle="altes-portal", veroeffentlichen=True)
    importiert.refresh_from_db()
    assert (importiert.status, importiert.kontakt_email) == ("ausgetragen", "")
    assert not Angebot.objects.exists()


def test_what_is_due_is_found_by_an_index(db):
    assert nutzt(information.zu_informieren(timezone.now())[:20], "organisation_uninformiert")


# The Leitung ends it


def test_the_leitung_takes_the_organisation_out_and_brings_it_back(angemeldet, kontaktstelle, leitung, sportverein):
    angebot = fabriken.angebot(sportverein)
    browser, nummer = angemeldet(leitung), [sportverein.pk]
    seite = reverse("arbeitsbereich_austragen", args=nummer)
    assert "1 Angebot endet sofort" in browser.get(seite).content.decode()
    assert browser.post(seite).url == reverse("arbeitsbereich_profil", args=nummer)
    sportverein.refresh_from_db()
    angebot.refresh_from_db()
    assert (sportverein.status, angebot.status) == ("ausgetragen", "beendet")
    assert sportverein.kontakt_email
    assert sportverein.team.contains(leitung)
    assert "Wieder dabei sein" in browser.get(reverse("arbeitsbereich_profil", args=nummer)).content.decode()
    assert "verlassen" in Nachricht.objects.get(anlass="organisation_ausgetragen").text
    browser.post(reverse("arbeitsbereich_rueckkehr", args=nummer))
    sportverein.refresh_from_db()
    assert sportverein.status == sportverein.Status.IN_PRUEFUNG


def test_staff_take_an_organisation_out_by_telephone(angemeldet, kontaktstelle, importiert):
    angebot = fabriken.angebot(importiert)
    ziel = reverse("admin:organisationen_organisation_tat", args=[importiert.pk, "austragen"])
    assert angemeldet(kontaktstelle).post(ziel).status_code == 302
    importiert.refresh_from_db()
    angebot.refresh_from_db()
    assert (importiert.status, importiert.kontakt_email, angebot.status) == ("ausgetragen", "", "beendet")
    assert not Nachricht.objects.filter(anlass="organisation_ausgetragen").exists()
