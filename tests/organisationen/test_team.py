"""Who acts for an organisation: invitations, roles, leaving."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from boerse.pflichten import faelliges_erledigen
from ehrenamt.links import token
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import Akteur, Rolle
from organisationen.mails import EINLADUNG
from organisationen.models import Einladung, Organisation, Teamzugang
from organisationen.models.teamzugang import LetzteLeitung

from .. import fabriken


def _zugang(konto) -> Teamzugang:
    return Teamzugang.objects.get(konto=konto)


def test_the_last_leitung_can_neither_leave_nor_step_down(leitung, redaktion):
    akteur = Akteur(Rolle.ORGANISATION, leitung)
    with pytest.raises(LetzteLeitung):
        _zugang(leitung).beenden(akteur)
    with pytest.raises(LetzteLeitung):
        _zugang(leitung).rolle_aendern("redaktion", akteur)
    assert _zugang(leitung).ist_leitung


def test_after_handing_over_the_leitung_can_leave(leitung, redaktion, sportverein):
    akteur = Akteur(Rolle.ORGANISATION, leitung)
    _zugang(redaktion).rolle_aendern("leitung", akteur)
    _zugang(leitung).beenden(akteur)
    assert list(sportverein.team.all()) == [redaktion]
    vorgaenge = Verlaufseintrag.objects.von(sportverein).values_list("vorgang", flat=True)
    assert list(vorgaenge)[:2] == ["zugang_beenden", "rolle_aendern"]


def _seite(organisation) -> str:
    return reverse("arbeitsbereich_team", args=[organisation.pk])


def _einladen(browser, organisation, email="neu@example.org", rolle="redaktion"):
    adresse = reverse("arbeitsbereich_einladen", args=[organisation.pk])
    return browser.post(adresse, {"email": email, "rolle": rolle})


def _link() -> str:
    return reverse("einladung", args=[token(EINLADUNG[0], Einladung.objects.get().kennung)])


def test_an_invitation_is_accepted_by_the_button_and_by_the_invited_address_only(
    angemeldet, leitung, fremde, sportverein
):
    assert _einladen(angemeldet(leitung), sportverein).url == _seite(sportverein)
    mail = Nachricht.objects.get(anlass="einladung")
    assert mail.empfaenger == "neu@example.org"
    link = re.search(r"https?://[^/\s]+(/einladung/\S+)", mail.text)[1]
    assert angemeldet(fremde).post(link).status_code == 200
    person = fabriken.konto("neu@example.org")
    browser = angemeldet(person)
    assert "Einladung annehmen" in browser.get(link).content.decode()
    assert not sportverein.team.contains(person), "opening the link changes nothing"
    assert browser.post(link).url == reverse("arbeitsbereich_organisation", args=[sportverein.pk])
    assert sportverein.team.contains(person)
    assert browser.get(link).status_code == 410


def test_without_log_in_the_invitation_leads_to_log_in_and_back(buergerin, angemeldet, leitung, sportverein):
    _einladen(angemeldet(leitung), sportverein)
    antwort = buergerin.get(_link())
    assert f"{reverse('account_signup')}?next=" in antwort.content.decode()
    assert antwort["Referrer-Policy"] == "strict-origin"
    assert buergerin.post(_link()).status_code == 200
    assert buergerin.get(reverse("einladung", args=["gefaelscht"])).status_code == 404


def test_an_old_invitation_is_over(angemeldet, leitung, sportverein):
    _einladen(angemeldet(leitung), sportverein)
    Einladung.objects.update(erstellt_am=timezone.now() - timedelta(days=15))
    assert angemeldet(leitung).get(_link()).status_code == 410


def test_who_is_invited_twice_gets_one_place(angemeldet, leitung, redaktion, sportverein):
    browser = angemeldet(leitung)
    _einladen(browser, sportverein)
    _einladen(browser, sportverein, "NEU@example.org", "leitung")
    assert Einladung.objects.get().rolle == "leitung"
    antwort = _einladen(browser, sportverein, redaktion.email)
    assert "schon in Ihrem Team" in antwort.content.decode()


def test_the_leitung_changes_roles_and_removes(angemeldet, leitung, redaktion, sportverein):
    browser, zugang = angemeldet(leitung), _zugang(redaktion)
    browser.post(reverse("arbeitsbereich_rolle", args=[sportverein.pk, zugang.pk]), {"rolle": "leitung"})
    assert _zugang(redaktion).ist_leitung
    browser.post(reverse("arbeitsbereich_entfernen", args=[sportverein.pk, zugang.pk]))
    assert not sportverein.team.contains(redaktion)


def test_the_only_leitung_hands_over_and_leaves_in_one_step(angemeldet, leitung, redaktion, sportverein):
    adresse = reverse("arbeitsbereich_verlassen", args=[sportverein.pk])
    seite = reverse("arbeitsbereich_uebergabe", args=[sportverein.pk])
    browser = angemeldet(leitung)
    assert browser.post(adresse).url == seite
    assert redaktion.email in browser.get(seite).content.decode()
    feld = f"organisation-{sportverein.pk}-nachfolge"
    assert browser.post(seite, {}).status_code == 200
    assert browser.post(seite, {feld: _zugang(leitung).pk}).status_code == 200, "not oneself"
    assert browser.post(seite, {feld: _zugang(redaktion).pk}).url == reverse("konto")
    assert [(z.konto, z.rolle) for z in sportverein.teamzugaenge.all()] == [(redaktion, "leitung")]


def test_who_is_not_the_only_leitung_leaves_at_once(angemeldet, leitung, redaktion, sportverein):
    adresse = reverse("arbeitsbereich_verlassen", args=[sportverein.pk])
    seite = reverse("arbeitsbereich_uebergabe", args=[sportverein.pk])
    assert angemeldet(redaktion).get(seite).url == _seite(sportverein)
    angemeldet(redaktion).post(adresse)
    assert list(sportverein.team.all()) == [leitung]


def test_the_last_person_says_what_becomes_of_the_listings(angemeldet, kontaktstelle, leitung, sportverein):
    """They go on with the organisation's own address, or pause, and the Kontaktstelle is told."""
    angebot = fabriken.angebot(sportverein)
    seite = reverse("arbeitsbereich_uebergabe", args=[sportverein.pk])
    feld = f"organisation-{sportverein.pk}-"
    browser = angemeldet(leitung)
    assert "tus@example.org" in browser.get(seite).content.decode()
    assert browser.post(seite, {f"{feld}danach": "weiter", f"{feld}kontakt_email": ""}).status_code == 200
    assert browser.post(seite, {f"{feld}danach": "pause"}).url == reverse("konto")
    assert not sportverein.team.exists()
    mail = Nachricht.objects.get(anlass="organisation_verlassen")
    assert reverse("admin:organisationen_organisation_change", args=[sportverein.pk]) in mail.text
    assert list(Organisation.objects.ohne_ansprechperson()) == [sportverein]
    assert faelliges_erledigen()["Angebote ohne Ansprechperson pausiert"] == 1
    angebot.refresh_from_db()
    assert angebot.status == angebot.Status.PAUSIERT
    assert faelliges_erledigen()["Angebote ohne Ansprechperson pausiert"] == 0


def test_with_an_address_the_organisation_goes_on_without_anybody(angemeldet, kontaktstelle, leitung, sportverein):
    angebot = fabriken.angebot(sportverein)
    seite = reverse("arbeitsbereich_uebergabe", args=[sportverein.pk])
    feld = f"organisation-{sportverein.pk}-"
    angaben = {f"{feld}danach": "weiter", f"{feld}kontakt_email": "vorstand@example.org"}
    angemeldet(leitung).post(seite, angaben)
    sportverein.refresh_from_db()
    assert sportverein.empfaenger() == ["vorstand@example.org"]
    assert faelliges_erledigen()["Angebote ohne Ansprechperson pausiert"] == 0
    angebot.refresh_from_db()
    assert angebot.ist_aktuell
    assert not Nachricht.objects.filter(anlass="organisation_verlassen").exists()


def test_roles_foreigners_and_methods(angemeldet, buergerin, leitung, redaktion, fremde, sportverein):
    _einladen(angemeldet(leitung), sportverein)
    nummer, einladung = sportverein.pk, Einladung.objects.get().pk
    nur_leitung = [
        reverse("arbeitsbereich_einladen", args=[nummer]),
        reverse("arbeitsbereich_einladung_ruecknahme", args=[nummer, einladung]),
        reverse("arbeitsbereich_rolle", args=[nummer, _zugang(redaktion).pk]),
        reverse("arbeitsbereich_entfernen", args=[nummer, _zugang(redaktion).pk]),
    ]
    for adresse in nur_leitung:
        assert angemeldet(redaktion).post(adresse).status_code == 403, adresse
        assert angemeldet(fremde).post(adresse).status_code == 404, adresse
        assert angemeldet(leitung).get(adresse).status_code == 405, adresse
        assert buergerin.post(adresse).status_code == 302, adresse
    assert angemeldet(fremde).get(_seite(sportverein)).status_code == 404
    assert angemeldet(redaktion).get(_seite(sportverein)).status_code == 200
    fremder_zugang = reverse("arbeitsbereich_entfernen", args=[nummer, _zugang(fremde).pk])
    assert angemeldet(leitung).post(fremder_zugang).status_code == 404
    assert angemeldet(leitung).post(nur_leitung[1]).status_code == 302
    assert not Einladung.objects.exists()


def test_who_acts_for_several_organisations_can_switch(angemeldet, leitung, sportverein, fremde_organisation):
    fremde_organisation.teamzugaenge.create(konto=leitung, rolle="redaktion")
    browser = angemeldet(leitung)
    browser.get(reverse("arbeitsbereich_organisation", args=[fremde_organisation.pk]))
    text = browser.get(reverse("arbeitsbereich")).content.decode()
    assert reverse("arbeitsbereich_angebot_neu", args=[fremde_organisation.pk]) in text
    assert sportverein.name in text


def test_the_team_page_needs_few_queries(angemeldet, leitung, sportverein, django_assert_max_num_queries):
    for _nummer in range(20):
        fabriken.mitglied(sportverein, "redaktion")
    browser = angemeldet(leitung)
    browser.get(_seite(sportverein))
    with django_assert_max_num_queries(9):
        browser.get(_seite(sportverein))


def test_invitations_are_limited(leitung, sportverein, angemeldet):
    """Each is a mail to an address of somebody's choice."""
    browser = angemeldet(leitung)
    ziel = reverse("arbeitsbereich_einladen", args=[sportverein.pk])
    stand = [browser.post(ziel, {"email": f"a{n}@example.org", "rolle": "redaktion"}).status_code for n in range(21)]
    assert stand == [302] * 20 + [429]
