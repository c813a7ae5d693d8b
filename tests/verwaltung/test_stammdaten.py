"""Can texts, terms and offices be looked after without a developer, each by those who may?"""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from boerse.filters import AngebotFilter
from boerse.models import Angebot, Fundstelle, Thema
from ehrenamt.models import Nachricht, Seite, Verlaufseintrag
from organisationen.models import Gebiet, Kontaktstelle, Konto, Ortsteil
from organisationen.rechte import GRUPPE
from tests import fabriken, jobs


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


@pytest.fixture
def administration(angemeldet, gemeinden):
    return angemeldet(fabriken.konto("admin@example.org", is_staff=True, is_superuser=True))


def seite(objekt) -> str:
    return reverse(f"admin:{objekt._meta.app_label}_{objekt._meta.model_name}_change", args=[objekt.pk])


def test_the_verlauf_cannot_be_changed(sportverein):
    eintrag = Verlaufseintrag.objects.von(sportverein).first()
    for feld in ({"grund": "anders"}, {"vorgang": "x"}, {"rolle": "buergerin"}):
        with pytest.raises(ProgrammingError, match="werden nicht geändert"), transaction.atomic():
            Verlaufseintrag.objects.filter(pk=eintrag.pk).update(**feld)
    Verlaufseintrag.objects.filter(pk=eintrag.pk).update(konto=None)


def test_a_renamed_thema_is_found_as_soon_as_its_job_ran(tisch, sportverein):
    angebot = fabriken.angebot(sportverein)
    fabriken.angebot(sportverein, themen=["tiere"])
    thema = Thema.objects.get(slug="schule-bildung")
    daten = {"label_de": "Lesekultur", "label_en": "Reading", "beschreibung_de": "", "reihenfolge": "2", "aktiv": "on"}
    assert tisch.post(seite(thema), daten).status_code == 302
    thema.refresh_from_db()
    assert (thema.label["de"], thema.label["en"]) == ("Lesekultur", "Reading")
    gefunden = Fundstelle.objects.filter(wort__stamm="lesekultur").values_list("angebot", flat=True)
    assert not gefunden  # thousands may have it
    jobs.erledigen()
    assert list(gefunden.all()) == [angebot.pk]
    assert AngebotFilter(QueryDict("q=lesekultur")).ergebnisse()[:1] == [angebot]
    assert not Angebot.objects.mit_altem_suchtext()


def test_only_a_new_name_makes_work(tisch, gemeinden):
    thema = Thema.objects.get(slug="schule-bildung")
    daten = {"label_de": thema.label["de"], "label_en": thema.label["en"], "reihenfolge": "9", "aktiv": "on"}
    tisch.post(seite(thema), daten)
    assert not list(jobs.wartende())


def test_a_town_only_reads_the_vocabulary(stadt_lippstadt, angemeldet):
    stadt = angemeldet(stadt_lippstadt)
    thema, text = Thema.objects.first(), Seite.objects.create(slug="probe", titel={"de": "Probe"}, text={"de": "Text"})
    for objekt in (thema, text):
        assert stadt.get(seite(objekt)).status_code == 200
        assert stadt.post(seite(objekt), {"label_de": "x", "titel_de": "x", "text_de": "x"}).status_code == 403


@pytest.fixture
def text(db):
    return Seite.objects.create(slug="probe", titel={"de": "Probe", "tlh": "wa'"}, text={"de": "Alt"})


def test_a_page_with_and_without_a_new_version(tisch, text):
    daten = {"titel_de": "Probe", "text_de": "## Neu"}
    tisch.post(seite(text), daten)
    text.refresh_from_db()
    # What the portal is not offered in has no field, and stays.
    assert (text.text["de"], text.titel["tlh"], text.version) == ("## Neu", "wa'", 1)
    tisch.post(seite(text), daten | {"inhaltlich_geaendert": "on"})
    text.refresh_from_db()
    assert text.version == 2


def test_the_preview_saves_nothing(tisch, text):
    weg = reverse("admin:ehrenamt_seite_vorschau", args=[text.pk])
    antwort = tisch.post(weg, {"titel_de": "Probe", "text_de": "**fett** <script>x</script>"})
    assert "<strong>fett</strong>" in antwort.text and "<script>x" not in antwort.text
    assert tisch.get(weg).status_code == 405
    text.refresh_from_db()
    assert text.text["de"] == "Alt"


def test_an_ortsteil_is_added_and_deleted(tisch, gemeinden):
    daten = {"name": "Öchtringhausen", "gemeinde": fabriken.SOEST, "plz": "59494"}
    tisch.post(reverse("admin:organisationen_ortsteil_add"), daten)
    ortsteil = Ortsteil.objects.get()
    assert ortsteil.sortiername == "ochtringhausen"
    tisch.post(reverse("admin:organisationen_ortsteil_delete", args=[ortsteil.pk]), {"post": "yes"})
    assert not Ortsteil.objects.exists()


ANGABEN = {
    "name": "Stelle",
    "telefon": "1",
    "email": "s@example.org",
    "sprechzeiten": "Mo",
    "anschrift": "",
    "text": "",
}
OHNE_GEBIETE = {"gebiete-TOTAL_FORMS": "0", "gebiete-INITIAL_FORMS": "0"}


def test_ones_own_office_can_be_edited_others_and_staff_cannot(tisch, kontaktstelle, stadt_lippstadt):
    eigene, fremde = kontaktstelle.kontaktstellen.get(), stadt_lippstadt.kontaktstellen.get()
    assert tisch.get(seite(fremde)).status_code == 404
    tisch.post(seite(eigene), ANGABEN | {"adressen": "fremd@example.org", "gebiete-0-region": "DE"} | OHNE_GEBIETE)
    eigene.refresh_from_db()
    assert eigene.sprechzeiten == "Mo"
    assert [k.email for k in eigene.mitarbeitende.all()] == ["kreis@example.org"]
    assert not Konto.objects.filter(email="fremd@example.org").exists()


def test_the_administration_appoints_staff(administration, kontaktstelle):
    stelle = kontaktstelle.kontaktstellen.get()
    administration.post(seite(stelle), ANGABEN | {"adressen": "neu@example.org"} | OHNE_GEBIETE)
    neu, alt = Konto.objects.get(email="neu@example.org"), Konto.objects.get(pk=kontaktstelle.pk)
    assert neu.is_staff and neu.groups.filter(name=GRUPPE).exists() and not neu.has_usable_password()
    assert not alt.is_staff and not alt.groups.exists()


def test_the_command_makes_the_first_kontaktstelle(gemeinden, capsys):
    angaben = {"email": "e@example.org", "telefon": "1", "sprechzeiten": "Mo", "konto": ["k@example.org"]}
    for _mal in range(2):
        call_command("kontaktstelle_anlegen", name="Stelle", region=["05974"], **angaben)
    stelle = Kontaktstelle.objects.get()
    konto = stelle.mitarbeitende.get()
    assert konto.is_staff and konto.regionen == ["05974"]
    assert Gebiet.objects.get().kontaktstelle == stelle
    for falsch in ({"region": ["5974"]}, {"region": ["05974"], "name": "Andere"}, {"konto": ["keine"]}):
        with pytest.raises(CommandError):
            call_command("kontaktstelle_anlegen", **{"name": "Stelle", "region": ["05974"]} | angaben | falsch)


@pytest.fixture
def abgewiesen(sportverein):
    nachricht = Nachricht.objects.einstellen("einladung", "weg@example.org", "Betreff", "Geheim", bezug=sportverein)
    nachricht.status = Nachricht.Status.ABGEWIESEN
    nachricht.save()
    return nachricht


def test_a_refused_mail_without_its_text(tisch, administration, abgewiesen):
    liste = reverse("admin:ehrenamt_nachricht_changelist")
    for wer, adresse_zu_sehen in ((tisch, False), (administration, True)):
        for weg in (liste, seite(abgewiesen)):
            inhalt = wer.get(weg).text
            assert "Geheim" not in inhalt and "Betreff" not in inhalt
            assert ("weg@example.org" in inhalt) == adresse_zu_sehen
    tisch.post(reverse("admin:ehrenamt_nachricht_tat", args=[abgewiesen.pk, "erneut_senden"]))
    abgewiesen.refresh_from_db()
    assert abgewiesen.status == Nachricht.Status.WARTET
    weg = reverse("admin:ehrenamt_nachricht_tat", args=[abgewiesen.pk, "abhaken"])
    assert "schon erledigt" in tisch.post(weg, follow=True).text


def test_the_desk_learns_what_did_not_arrive_why_and_what_to_do(tisch, abgewiesen, sportverein):
    Nachricht.objects.update(fehler="SMTPRecipientsRefused 550")
    haengt = Nachricht.objects.einstellen("einladung", "da@example.org", "Betreff", "Text", bezug=sportverein)
    alt = timezone.now() - timedelta(hours=2)
    Nachricht.objects.filter(pk=haengt.pk).update(erstellt_am=alt, fehler="ConnectionRefusedError")
    schlangen = {s.rang: s for s in tisch.get(reverse("admin:index")).context["warteschlangen"]}
    for nachricht, rang, satz, rat in (
        (abgewiesen, 80, "Diese Adresse nimmt keine Mails an", "rufen Sie bitte an"),
        (haengt, 81, "Der Mailserver ist nicht zu erreichen", "versucht es von selbst weiter"),
    ):
        assert schlangen[rang].anzahl == 1
        liste = tisch.get(schlangen[rang].adresse)
        assert [eintrag.pk for eintrag in liste.context["cl"].result_list] == [nachricht.pk]
        assert satz in liste.text and satz in tisch.get(seite(nachricht)).text
        assert rat in tisch.get(seite(nachricht)).text


def test_the_administration_removes_a_second_factor(administration, leitung):
    from allauth.mfa.models import Authenticator

    Authenticator.objects.create(user=leitung, type="totp", data={})
    daten = {"action": "zweiten_faktor_entfernen", "index": "0", "_selected_action": [leitung.pk]}
    administration.post(reverse("admin:organisationen_konto_changelist"), daten)
    assert not Authenticator.objects.exists()
