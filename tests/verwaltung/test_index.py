"""Does the first page say what waits, and is the way in the portal's own?"""

import re
from datetime import timedelta

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from boerse import fristen
from boerse.models import Anfrage, Angebot, Fassung, Meldung
from boerse.ratgeber import Schwere, von_schwere
from organisationen.models import Barrieremeldung
from tests import fabriken

INDEX = "/verwaltung/"


def test_the_log_in_is_the_portals(buergerin):
    antwort = buergerin.get(INDEX, follow=True)
    assert antwort.redirect_chain[-1][0] == f"{reverse('account_login')}?next={INDEX}"
    antwort = buergerin.get("/verwaltung/login/?next=https://evil.example/")
    assert antwort.url == f"{reverse('account_login')}?next={INDEX}"


def test_who_does_not_belong_gets_403(leitung, angemeldet):
    client = angemeldet(leitung)
    assert client.get(INDEX).status_code == client.get("/verwaltung/login/").status_code == 403
    assert client.post("/verwaltung/login/", {"username": "x", "password": "y"}).status_code == 403


def test_the_password_is_changed_in_the_account(kontaktstelle, angemeldet):
    assert angemeldet(kontaktstelle).get("/verwaltung/password_change/").url == reverse("account_change_password")


def test_it_counts_what_waits_and_since_when(kontaktstelle, angemeldet, sportverein, fremde_organisation):
    fabriken.organisation("Wartet", freigegeben=False)
    fassung = fabriken.eingereicht(sportverein)
    Fassung.objects.filter(pk=fassung.pk).update(eingereicht_am=timezone.now() - timedelta(days=5))
    angebot = fabriken.angebot(sportverein)
    fabriken.anfrage(angebot, email="", telefon="02921 4711")
    Meldung.objects.create(angebot=angebot, grund="veraltet", loeschen_am=fristen.meldung(timezone.now()))
    fabriken.engagementwunsch()
    Barrieremeldung.objects.melden(text="Zu klein.")
    antwort = angemeldet(kontaktstelle).get(INDEX)
    schlangen = {str(s.titel): s for s in antwort.context["warteschlangen"]}
    zahlen = {titel: s.anzahl for titel, s in schlangen.items()}
    assert zahlen == {
        "Neue Organisationen": 1,
        "Gemeldete Barrieren": 1,
        "Anträge auf Übernahme einer Organisation": 0,
        "Neue Angebote": 1,
        "Geänderte Angebote": 0,
        "Rückrufe": 1,
        "Anfragen, auf die niemand geantwortet hat": 0,
        "Andere Anfragen, die bei uns liegen": 0,
        "Anfragen, auf die eine Organisation bald antworten muss": 0,
        "Menschen, die helfen möchten": 1,
        "Gemeldete Angebote": 1,
        "Angebote, die bald pausieren": 0,
        "Direkt online gegangen, noch anzusehen": 0,
        "Organisationen ohne Ansprechperson": 0,
        "Abgewiesene Mails": 0,
        "Mails, die nicht hinausgehen": 0,
        "Gesuchte Wörter ohne Treffer": 0,
    }
    assert schlangen["Neue Angebote"].tage == 5
    assert "längstens seit 5 Tagen" in antwort.text


def test_every_row_leads_to_what_it_counts(kontaktstelle, angemeldet, sportverein):
    fabriken.eingereicht(sportverein)
    sportverein.direktfreigabe = True
    sportverein.save()
    fabriken.eingereicht(sportverein)
    client = angemeldet(kontaktstelle)
    for schlange in client.get(INDEX).context["warteschlangen"]:
        antwort = client.get(schlange.adresse)
        assert antwort.context["cl"].result_count == schlange.anzahl, schlange.titel


def test_waiting_texts_are_told_apart_by_their_gravest_risk(kontaktstelle, angemeldet, sportverein):
    neu = fabriken.organisation("Neu hier", freigegeben=False)
    gesperrt, kinder = fabriken.eingereicht(sportverein), {"zielgruppen": ["kinder"]}
    Fassung.objects.filter(pk=gesperrt.pk).update(auffaellig=von_schwere(Schwere.SPERRE)[:1])
    erwartet = {
        "sperre": gesperrt,
        "schutz": fabriken.eingereicht(neu, **kinder),
        "neu": fabriken.eingereicht(neu),
        "warnung": fabriken.eingereicht(sportverein),
        "ohne": fabriken.eingereicht(sportverein),
    }
    Fassung.objects.filter(pk=erwartet["warnung"].pk).update(auffaellig=von_schwere(Schwere.WARNUNG)[:1])
    Fassung.objects.filter(pk__in=[erwartet["ohne"].pk, erwartet["neu"].pk]).update(auffaellig=[])
    client = angemeldet(kontaktstelle)
    teile = next(s for s in client.get(INDEX).context["warteschlangen"] if s.titel == "Neue Angebote").teile
    for risiko, fassung in erwartet.items():
        assert teile[risiko].anzahl == 1, risiko
        assert [f.pk for f in client.get(teile[risiko].adresse).context["cl"].result_list] == [fassung.pk]


def test_every_row_names_the_next_step(kontaktstelle, angemeldet, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    client = angemeldet(kontaktstelle)
    schlangen = client.get(INDEX).context["warteschlangen"]
    assert all(schlange.schritt for schlange in schlangen)
    anfang = next(s for s in schlangen if s.titel == "Neue Angebote").hin
    assert client.get(anfang).url.startswith(reverse("admin:boerse_fassung_change", args=[fassung.pk]))
    leer = client.get(reverse("admin:boerse_fassung_naechste", query={"liste": "aenderung"}), follow=True)
    assert "Hier wartet nichts mehr." in leer.text


def test_listings_about_to_pause_and_enquiries_about_to_come_back(kontaktstelle, angemeldet, sportverein):
    angebot, heute = fabriken.angebot(sportverein), timezone.localdate()
    anfrage = fabriken.anfrage(angebot)
    Angebot.objects.update(zuletzt_bestaetigt_am=heute - timedelta(days=85), erinnert_am=heute - timedelta(days=5))
    Anfrage.objects.filter(pk=anfrage.pk).update(wartet_seit=timezone.now() - timedelta(days=8))
    schlangen = {str(s.titel): s for s in angemeldet(kontaktstelle).get(INDEX).context["warteschlangen"]}
    bald = schlangen["Angebote, die bald pausieren"]
    assert (bald.anzahl, bald.tage) == (1, 5)
    ueberfaellig = schlangen["Anfragen, auf die eine Organisation bald antworten muss"]
    assert (ueberfaellig.anzahl, ueberfaellig.tage) == (1, 8)


def test_a_town_sees_only_its_own(stadt_lippstadt, angemeldet, sportverein):
    fabriken.eingereicht(sportverein)
    fabriken.organisation("Wartet", freigegeben=False)
    assert not any(s.anzahl for s in angemeldet(stadt_lippstadt).get(INDEX).context["warteschlangen"])


def test_the_index_takes_few_queries(kontaktstelle, angemeldet, sportverein, django_assert_max_num_queries):
    fabriken.eingereicht(sportverein)
    client = angemeldet(kontaktstelle)
    client.get(INDEX)
    with django_assert_max_num_queries(8):
        client.get(INDEX)


def test_no_pages_of_other_packages():
    assert {modell._meta.app_label for modell in admin.site._registry} == {"boerse", "ehrenamt", "organisationen"}


INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


def test_no_page_needs_leave_for_inline_code(angemeldet, sportverein):
    client = angemeldet(fabriken.konto(is_staff=True, is_superuser=True))
    fabriken.kontaktstelle("Stelle", "05974")
    angebot = fabriken.angebot(sportverein)
    fabriken.eingereicht(sportverein)
    fabriken.anfrage(angebot, email="", telefon="02921 4711")
    fabriken.engagementwunsch()
    seiten = [INDEX]
    for modell, verwaltung in admin.site._registry.items():
        seiten.append(verwaltung.listenadresse())
        if (eines := modell.objects.order_by("-pk").first()) is not None:
            name = f"admin:{modell._meta.app_label}_{modell._meta.model_name}"
            seiten += [reverse(f"{name}_change", args=[eines.pk]), reverse(f"{name}_history", args=[eines.pk])]
    for seite in seiten:
        antwort = client.get(seite)
        if antwort.status_code != 404:  # a draft is nobody's here
            assert antwort.status_code == 200, seite
            assert not INLINE.findall(antwort.text), seite
            assert "default-src 'none'" in antwort["Content-Security-Policy"]
