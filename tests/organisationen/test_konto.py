"""One's own account: what is stored, taking it along, closing it with time to think, and what nobody uses."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boerse import abschied
from boerse.pflichten import faelliges_erledigen
from ehrenamt import pflichten
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.zeitraum import monate_weiter
from organisationen import pflichten as organisationen
from organisationen.models import Konto, Teamzugang
from organisationen.models.konto import LetzteVerwaltung
from organisationen.pflichten import KONTEN_SCHLIESSEN, UNBESTAETIGTES_LOESCHEN

from .. import fabriken
from ..plan import nutzt


@pytest.fixture
def anmelden(client):
    """Logged in by password, and asked for it once more: not again for the next minutes."""

    def mit_passwort(konto) -> Client:
        client.post(reverse("account_login"), {"login": konto.email, "password": fabriken.PASSWORT})
        client.post(reverse("account_reauthenticate"), {"password": fabriken.PASSWORT})
        return client

    return mit_passwort


def nach(jetzt=None, **dauer) -> dict[str, int]:
    """Only the duties about accounts: the mails they write are looked at afterwards."""
    liste = [*organisationen.PFLICHTEN, *abschied.PFLICHTEN, *KONTEN_SCHLIESSEN, *UNBESTAETIGTES_LOESCHEN]
    return pflichten.alle_erledigen(liste, (jetzt or timezone.now()) + timedelta(**dauer))


def mails(anlass: str) -> list[Nachricht]:
    return list(Nachricht.objects.filter(anlass=anlass))


def link(nachricht: Nachricht) -> str:
    return re.search(r"https?://[^/\s]+(/konto/behalten/\S+)", nachricht.text)[1]


# What is stored


def test_the_page_shows_what_is_stored_and_the_file_holds_everything(angemeldet, leitung, sportverein):
    fabriken.angebot(sportverein)
    Authenticator.objects.create(user=leitung, type="totp", data={"secret": "geheim"})
    browser = angemeldet(leitung)
    browser.post(reverse("konto"), {"name": "Kim Beispiel"})
    leitung.behalten(timezone.now())
    seite = browser.get(reverse("konto")).content.decode()
    for wort in (leitung.email, "TuS Musterdorf (Leitung", "verschlüsselt gespeichert"):
        assert wort in seite
    antwort = browser.get(reverse("konto_daten"))
    assert "attachment" in antwort["Content-Disposition"]
    assert "no-store" in antwort["Cache-Control"]
    alles = json.loads(antwort.content)
    assert alles["konto"]["name"] == "Kim Beispiel"
    assert alles["organisationen"][0]["name"] == sportverein.name
    assert alles["adressen"] == [{"email": leitung.email, "verified": True, "primary": True}]
    assert len(alles["sitzungen"]) == len(alles["zweite_faktoren"]) == 1
    assert alles["verlauf"][-1]["vorgang"] == "konto_behalten"
    assert "geheim" not in antwort.content.decode()
    assert leitung.password not in antwort.content.decode()


def test_the_file_holds_nothing_of_others(angemeldet, leitung, redaktion):
    alles = angemeldet(redaktion).get(reverse("konto_daten")).content.decode()
    assert leitung.email not in alles


def test_a_person_can_log_out_everywhere_else(angemeldet, leitung, fremde):
    hier, dort, andere = angemeldet(leitung), angemeldet(leitung), angemeldet(fremde)
    assert "an 1 anderen Stelle" in " ".join(hier.get(reverse("konto")).content.decode().split())
    hier.post(reverse("konto_abmelden"))
    stand = [browser.get(reverse("konto")).status_code for browser in (hier, dort, andere)]
    assert stand == [200, 302, 200]


def test_the_page_needs_few_queries(angemeldet, leitung, django_assert_max_num_queries):
    browser = angemeldet(leitung)
    with django_assert_max_num_queries(11):
        browser.get(reverse("konto"))


# Closing


def test_closing_asks_for_the_password_again(angemeldet, leitung, redaktion):
    browser = angemeldet(redaktion)
    seite = reverse("konto_schliessen")
    assert "14 Tage" in browser.get(seite).content.decode()
    antwort = browser.post(seite)
    assert antwort.url.startswith(reverse("account_reauthenticate"))
    redaktion.refresh_from_db()
    assert redaktion.schliessen_am is None
    assert browser.post(antwort.url, {"password": fabriken.PASSWORT}).url == reverse("konto")
    redaktion.refresh_from_db()
    assert redaktion.schliessen_am == timezone.localdate() + timedelta(days=14)


def test_for_14_days_the_account_can_be_kept(anmelden, leitung, redaktion, buergerin):
    browser = anmelden(redaktion)
    assert browser.post(reverse("konto_schliessen")).url == reverse("konto")
    nach(days=13)
    [mail] = mails("konto_schliesst")
    assert "Doch behalten" in browser.get(reverse("konto")).content.decode()
    assert "Doch behalten" in browser.get(reverse("arbeitsbereich")).content.decode()
    assert buergerin.get(link(mail)).status_code == 200
    redaktion.refresh_from_db()
    assert redaktion.schliessen_am, "opening the link changes nothing"
    assert buergerin.post(link(mail)).status_code == 200
    nach(days=15)
    redaktion.refresh_from_db()
    assert redaktion.schliessen_am is None
    assert browser.get(reverse("konto")).status_code == 200


def test_logging_in_leads_to_the_way_back(anmelden, redaktion):
    redaktion.schliessung_beantragen(timezone.now())
    antwort = Client().post(reverse("account_login"), {"login": redaktion.email, "password": fabriken.PASSWORT})
    assert antwort.url == reverse("konto")
    anmelden(redaktion).post(reverse("konto_behalten"))
    redaktion.refresh_from_db()
    assert redaktion.schliessen_am is None


def test_on_the_day_everything_personal_goes_and_the_verlauf_keeps_the_role(anmelden, leitung, redaktion, sportverein):
    browser = anmelden(redaktion)
    angebot = fabriken.angebot(sportverein)
    angebot.bestaetigen(redaktion.akteur)
    sportverein.kontakt_email = redaktion.email
    sportverein.save()
    browser.post(reverse("konto_schliessen"))
    Authenticator.objects.create(user=redaktion, type="totp", data={})
    assert nach(days=13)["Konten auf Wunsch geschlossen"] == 0
    assert nach(days=14)["Konten auf Wunsch geschlossen"] == 1
    assert not Konto.objects.filter(pk=redaktion.pk).exists()
    for modell in (EmailAddress, Authenticator, Teamzugang):
        assert not [zeile for zeile in modell.objects.all() if redaktion.email in str(vars(zeile))]
    assert not Authenticator.objects.exists()
    assert not [s for s in Session.objects.all() if redaktion.email in json.dumps(s.get_decoded())]
    assert Verlaufseintrag.objects.von(angebot).get(vorgang="bestaetigen").rolle == "organisation"
    sportverein.refresh_from_db()
    assert sportverein.kontakt_email == ""
    assert [n.anlass for n in Nachricht.objects.filter(empfaenger=redaktion.email)] == ["konto_geschlossen"]
    assert browser.get(reverse("konto")).status_code == 302
    faelliges_erledigen(timezone.now() + timedelta(days=45))
    assert not Nachricht.objects.filter(empfaenger=redaktion.email).exists()


def test_whoever_leads_alone_hands_over_first(anmelden, leitung, redaktion, sportverein):
    browser = anmelden(leitung)
    seite = reverse("konto_schliessen")
    assert browser.post(seite).status_code == 200
    leitung.refresh_from_db()
    assert leitung.schliessen_am is None
    zugang = sportverein.teamzugaenge.get(konto=redaktion)
    browser.post(seite, {f"organisation-{sportverein.pk}-nachfolge": zugang.pk})
    zugang.refresh_from_db()
    assert zugang.ist_leitung
    nach(days=14)
    assert list(sportverein.team.all()) == [redaktion]


def test_the_last_person_decides_about_the_organisation(anmelden, kontaktstelle, leitung, sportverein):
    angebot = fabriken.angebot(sportverein)
    feld = f"organisation-{sportverein.pk}-"
    anmelden(leitung).post(reverse("konto_schliessen"), {f"{feld}danach": "pause"})
    nach(days=13)
    angebot.refresh_from_db()
    assert angebot.ist_aktuell
    assert not mails("organisation_verlassen")
    nach(days=14)
    nach(days=14)
    angebot.refresh_from_db()
    assert angebot.status == angebot.Status.PAUSIERT
    assert len(mails("organisation_verlassen")) == 1


def test_an_address_that_the_last_person_chose_stays(anmelden, leitung, sportverein):
    feld = f"organisation-{sportverein.pk}-"
    angaben = {f"{feld}danach": "weiter", f"{feld}kontakt_email": leitung.email}
    anmelden(leitung).post(reverse("konto_schliessen"), angaben)
    nach(days=14)
    sportverein.refresh_from_db()
    assert sportverein.empfaenger() == [leitung.email]


def test_if_the_successor_left_meanwhile_the_next_one_leads_and_is_told(leitung, redaktion, sportverein):
    leitung.schliessung_beantragen(timezone.now())
    nach(days=14)
    assert sportverein.teamzugaenge.get().konto == redaktion
    assert sportverein.teamzugaenge.get().ist_leitung
    assert [mail.empfaenger for mail in mails("leitung_uebernommen")] == [redaktion.email]


def test_staff_close_their_account_and_the_admins_log_goes_with_it(kontaktstelle):
    LogEntry.objects.create(user=kontaktstelle, action_flag=2, object_repr="Konto 1")
    kontaktstelle.schliessung_beantragen(timezone.now())
    nach(days=14)
    assert not LogEntry.objects.exists()
    assert Verlaufseintrag.objects.get(vorgang="konto_schliessen").rolle == "kontaktstelle"


def test_the_last_administration_cannot_go(db, anmelden):
    erste = fabriken.konto(is_superuser=True, is_staff=True)
    with pytest.raises(LetzteVerwaltung):
        erste.schliessung_beantragen(timezone.now())
    assert "kann nicht geschlossen werden" in anmelden(erste).get(reverse("konto_schliessen")).content.decode()
    zweite = fabriken.konto(is_superuser=True, is_staff=True)
    zweite.schliessung_beantragen(timezone.now())
    with pytest.raises(LetzteVerwaltung):
        erste.schliessung_beantragen(timezone.now())
    nach(days=14)
    assert list(Konto.objects.all()) == [erste]


def test_the_link_of_a_closed_account_says_so(redaktion, buergerin):
    redaktion.schliessung_beantragen(timezone.now())
    ziel = link(mails("konto_schliesst")[0])
    redaktion.loeschen(timezone.now())
    assert buergerin.get(ziel).status_code == buergerin.post(ziel).status_code == 410


# Nobody logs in


def _zuletzt(konto, wann: datetime) -> None:
    Konto.objects.filter(pk=konto.pk).update(last_login=wann)


def test_months_are_calendar_months():
    zeit = datetime(2028, 2, 29, 12, tzinfo=UTC)
    assert [monate_weiter(zeit, n).date().isoformat() for n in (-24, -1, 12, 48)] == [
        "2026-02-28", "2028-01-29", "2029-02-28", "2032-02-29"
    ]  # fmt: skip


def test_after_24_months_a_warning_after_36_the_end(redaktion, leitung):
    start = timezone.now()
    Konto.objects.update(last_login=start)
    assert nach(monate_weiter(start, 24), days=-1)["Konten gewarnt"] == 0
    assert nach(monate_weiter(start, 24))["Konten gewarnt"] == 2
    assert nach(monate_weiter(start, 24), days=1)["Konten gewarnt"] == 0
    leitung.refresh_from_db()
    leitung.behalten(monate_weiter(start, 30))
    assert nach(monate_weiter(start, 36), days=-1)["Ungenutzte Konten geschlossen"] == 0
    assert nach(monate_weiter(start, 36))["Ungenutzte Konten geschlossen"] == 1
    assert list(Konto.objects.all()) == [leitung]
    assert [mail.empfaenger for mail in mails("konto_geschlossen")] == [redaktion.email]


def test_logging_in_resets_and_the_next_warning_comes_24_months_later(redaktion):
    start = timezone.now()
    _zuletzt(redaktion, start)
    nach(monate_weiter(start, 25))
    wieder = monate_weiter(start, 26)
    _zuletzt(redaktion, wieder)
    assert nach(monate_weiter(start, 40))["Ungenutzte Konten geschlossen"] == 0
    assert nach(monate_weiter(wieder, 24))["Konten gewarnt"] == 1
    assert nach(monate_weiter(wieder, 36))["Ungenutzte Konten geschlossen"] == 1


def test_however_late_the_warning_there_are_30_days(redaktion):
    """The portal stood still for years."""
    start = timezone.now()
    _zuletzt(redaktion, start)
    spaet = monate_weiter(start, 50)
    getan = nach(spaet)
    assert (getan["Konten gewarnt"], getan["Ungenutzte Konten geschlossen"]) == (1, 0)
    assert nach(spaet, days=29)["Ungenutzte Konten geschlossen"] == 0
    assert nach(spaet, days=30)["Ungenutzte Konten geschlossen"] == 1


def test_the_one_who_administers_last_stays_however_idle(db):
    start = timezone.now()
    konten = [fabriken.konto(is_superuser=True, is_staff=True) for _nummer in range(3)]
    for nummer, konto in enumerate(konten):
        _zuletzt(konto, start + timedelta(days=nummer))
    for jahr in range(2, 8):
        nach(start, days=370 * jahr)
    assert list(Konto.objects.all()) == konten[2:]


def test_the_team_of_somebody_idle_goes_on(redaktion, leitung, sportverein):
    _zuletzt(leitung, timezone.now() - timedelta(days=1200))
    _zuletzt(redaktion, timezone.now())
    nach(days=0)
    nach(days=31)
    assert sportverein.teamzugaenge.get().ist_leitung
    assert len(mails("leitung_uebernommen")) == 1


# Never confirmed


def test_accounts_nobody_confirmed_go_after_48_hours(client, kontaktstelle):
    client.post(reverse("account_signup"), {"email": "neu@example.org", "password1": fabriken.PASSWORT})
    fabriken.konto()
    assert nach(hours=47)["Unbestätigte Konten gelöscht"] == 0
    assert nach(hours=49)["Unbestätigte Konten gelöscht"] == 1
    assert not Konto.objects.filter(email="neu@example.org").exists()
    assert not Nachricht.objects.filter(empfaenger="neu@example.org").exists()


def test_a_new_address_that_was_never_confirmed_goes(angemeldet, redaktion):
    angemeldet(redaktion).post(reverse("account_email"), {"email": "neu@example.org", "action_add": ""})
    assert nach(hours=59)["Unbestätigte Adressen gelöscht"] == 0
    assert nach(hours=61)["Unbestätigte Adressen gelöscht"] == 1
    assert [a.email for a in EmailAddress.objects.all()] == [redaktion.email]


@pytest.mark.parametrize(
    ("faellige", "index"),
    [
        (lambda: Konto.objects.zu_warnen(timezone.now()), "konto_nutzung"),
        (lambda: Konto.objects.ungenutzt(timezone.now()), "konto_nutzung"),
        (lambda: Konto.objects.zu_schliessen(timezone.localdate()), "konto_schliessen"),
        (lambda: Konto.objects.unbestaetigt(timezone.now()), "konto_unbestaetigt"),
    ],
)
def test_what_is_due_is_found_by_an_index(db, faellige, index):
    assert nutzt(faellige()[: pflichten.BLOCK_TUN], index)
