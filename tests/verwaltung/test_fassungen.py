"""Does the queue decide as staff mean it, and only what is theirs?"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event
from time import monotonic

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils.http import urlencode

from boerse.auswahl import AngebotStatus, FassungStatus
from boerse.models import Fassung, Textbaustein
from boerse.models.fassungen import stand_von
from boerse.ratgeber import Schwere, von_schwere
from boerse.textbausteine import textbausteine_bereitstellen
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import Akteur, Rolle
from organisationen.auswahl import OrganisationStatus
from tests import fabriken


@pytest.fixture
def tisch(kontaktstelle, angemeldet):
    return angemeldet(kontaktstelle)


def liste(**parameter) -> str:
    return reverse("admin:boerse_fassung_changelist", query=parameter)


def seite(fassung) -> str:
    return reverse("admin:boerse_fassung_change", args=[fassung.pk])


def tat(fassung, name: str) -> str:
    return reverse("admin:boerse_fassung_tat", args=[fassung.pk, name])


def test_the_page_shows_text_organisation_and_buttons(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    antwort = tisch.get(seite(fassung))
    assert antwort.status_code == 200
    for text in ("Dienstags vorlesen", "Bücherzimmer", "TuS Musterdorf", "Freigeben", "Zurückgeben", "Schule"):
        assert text in antwort.text


def test_approving_opens_the_next_one(tisch, sportverein):
    erste, zweite = fabriken.eingereicht(sportverein), fabriken.eingereicht(sportverein)
    antwort = tisch.post(tat(erste, "freigeben"))
    assert antwort.url == seite(zweite)
    erste.refresh_from_db()
    assert erste.status == FassungStatus.UEBERNOMMEN
    assert erste.angebot.status == AngebotStatus.VEROEFFENTLICHT
    eintrag = Verlaufseintrag.objects.von(erste).first()
    assert eintrag.vorgang == "freigeben" and eintrag.konto.email == "kreis@example.org"
    assert tisch.post(tat(zweite, "freigeben")).url == liste()


def test_returning_needs_a_reason_and_writes_a_mail(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    antwort = tisch.post(tat(fassung, "zurueckgeben"), {"zurueckgeben-grund": " "}, follow=True)
    assert "Bitte nennen Sie einen Grund." in antwort.text
    tisch.post(tat(fassung, "zurueckgeben"), {"zurueckgeben-grund": "Wo genau ist das?"})
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.ZURUECKGEGEBEN
    assert "Wo genau ist das?" in Nachricht.objects.get(anlass="fassung_zurueckgegeben").text


def test_a_stock_phrase_is_put_into_the_reason_and_can_be_changed(tisch, sportverein):
    fassung, baustein = fabriken.eingereicht(sportverein), Textbaustein.objects.get(vorrat="ort")
    felder = {"zurueckgeben-baustein": baustein.pk, "zurueckgeben-grund": "Danke!"}
    antwort = tisch.post(tat(fassung, "zurueckgeben"), felder | {"einfuegen": "1"})
    formular = next(e["formular"] for e in antwort.context["taten"] if e["tat"].name == "zurueckgeben")
    assert formular["grund"].value() == f"Danke!\n\n{baustein.text}"
    assert '<details class="tat" open>' in antwort.text
    assert Fassung.objects.get(pk=fassung.pk).status == FassungStatus.EINGEREICHT
    tisch.post(tat(fassung, "zurueckgeben"), felder | {"zurueckgeben-grund": ""})
    assert Fassung.objects.get(pk=fassung.pk).rueckgabe_grund == baustein.text


def test_stock_phrases_are_the_staffs_own(tisch, sportverein):
    felder = {"titel": "Bitte kürzer", "text": "Weniger ist mehr.", "reihenfolge": "5", "aktiv": "on"}
    tisch.post(reverse("admin:boerse_textbaustein_add"), felder)
    Textbaustein.objects.filter(vorrat="ort").update(aktiv=False, titel="Geändert")
    textbausteine_bereitstellen()
    text = tisch.get(seite(fabriken.eingereicht(sportverein))).text
    assert "Bitte kürzer" in text and "Geändert" not in text and "Der Ort fehlt" not in text


def test_a_new_organisation_and_its_first_listing_are_one_decision(tisch, gemeinden):
    fassung = fabriken.eingereicht(fabriken.organisation("Neuer Verein", freigegeben=False))
    assert "Mit dem Angebot geben Sie auch die Organisation frei" in tisch.get(seite(fassung)).text
    tisch.post(tat(fassung, "freigeben"))
    organisation = Fassung.objects.get(pk=fassung.pk).angebot.organisation
    assert organisation.status == OrganisationStatus.FREIGEGEBEN


def test_a_second_decision_is_clearly_refused(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    tisch.post(tat(fassung, "freigeben"))
    antwort = tisch.post(tat(fassung, "ablehnen"), {"ablehnen-grund": "Nein"}, follow=True)
    assert "Das geht nicht mehr: Der Stand ist inzwischen „übernommen“." in antwort.text
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.UEBERNOMMEN


def test_two_at_the_same_moment_make_one_decision(schlange, tisch, kontaktstelle, sportverein):
    """The other one's transaction is open while this one presses; it ends once this one waits for its lock."""
    fassung = fabriken.eingereicht(sportverein)
    gehalten = Event()

    def andere_person() -> None:
        with closing(connection), transaction.atomic():
            Fassung.objects.get(pk=fassung.pk).freigeben(Akteur(Rolle.KONTAKTSTELLE, kontaktstelle))
            gehalten.set()
            warten_bis(jemand_wartet)

    with ThreadPoolExecutor(1) as faden:
        entscheidung = faden.submit(andere_person)
        gehalten.wait(10)
        antwort = tisch.post(tat(fassung, "ablehnen"), {"ablehnen-grund": "Nein"}, follow=True)
        entscheidung.result()
    (meldung, *_mehr) = antwort.context["messages"]
    assert "Das geht nicht mehr: Der Stand ist inzwischen „übernommen“." in str(meldung)
    assert "Zuletzt hat hier kreis@example.org entschieden" in str(meldung)
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.UEBERNOMMEN
    assert list(Nachricht.objects.values_list("anlass", flat=True)) == ["fassung_freigegeben"]


def jemand_wartet() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()")
        return cursor.fetchone() is not None


def warten_bis(bedingung) -> None:
    ende = monotonic() + 10
    while not bedingung() and monotonic() < ende:
        pass


def test_only_the_text_that_was_seen_is_decided(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    alt = stand_von(fassung.inhalt)
    fassung.zuruecknehmen(fabriken.ORGANISATION)
    fassung.schreiben(fabriken.inhalt(titel="Ganz anders"))
    fassung.einreichen(fabriken.ORGANISATION, mail=False)
    antwort = tisch.post(tat(fassung, "freigeben"), {"freigeben-stand": alt}, follow=True)
    assert "inzwischen geändert" in antwort.text
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.EINGEREICHT


def korrektur(fassung) -> str:
    return reverse("admin:boerse_fassung_korrektur", args=[fassung.pk])


def formular(**werte) -> dict:
    """What the form sends for the factory's text."""
    texte = {"titel": "Dienstags vorlesen", "beschreibung": "Sie lesen vor.", "thema": "schule-bildung"}
    orte = {"orte-TOTAL_FORMS": "1", "orte-INITIAL_FORMS": "1", "orte-0-gemeinde": "Soest"}
    zeiten = {"zeiten-TOTAL_FORMS": "1", "zeiten-INITIAL_FORMS": "0"}
    return texte | orte | zeiten | {"aktion": "freigeben"} | werte


def test_correcting_and_approving_in_one_step(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    assert "Dienstags vorlesen" in tisch.get(korrektur(fassung)).text
    tisch.post(korrektur(fassung), formular(titel="Vorlesen am Dienstag", mindestalter="16"))
    angebot = Fassung.objects.get(pk=fassung.pk).angebot
    assert (angebot.titel, angebot.mindestalter) == ("Vorlesen am Dienstag", 16)
    assert angebot.status == AngebotStatus.VEROEFFENTLICHT
    assert tisch.get(korrektur(fassung)).url == seite(fassung)


def test_a_wrong_correction_comes_back_with_a_hint(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    antwort = tisch.post(korrektur(fassung), formular(titel="", beschreibung="Behalten"))
    assert antwort.status_code == 200
    assert "Diese Angabe fehlt noch." in antwort.text and "Behalten" in antwort.text
    antwort = tisch.post(korrektur(fassung), formular(aktion="orte-dazu"))
    assert "orte-1-gemeinde" in antwort.text
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.EINGEREICHT


def test_only_the_text_that_was_seen_is_corrected(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    antwort = tisch.post(korrektur(fassung), formular(stand="von gestern"), follow=True)
    assert "inzwischen geändert" in antwort.text
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.EINGEREICHT


def test_a_change_shows_old_beside_new(tisch, sportverein):
    angebot = fabriken.angebot(sportverein)
    neu = Fassung.objects.beginnen(angebot)
    neu.schreiben(neu.inhalt | {"titel": "Mittwochs vorlesen"})
    neu.einreichen(fabriken.ORGANISATION, mail=False)
    text = tisch.get(seite(neu)).text
    assert "<del>Dienstags </del>" in text and "<ins>Mittwochs </ins>" in text
    assert "Was sich ändert" in text and "Jetzt online" in text


def test_the_preview_is_the_public_page(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    antwort = tisch.get(reverse("admin:boerse_fassung_vorschau", args=[fassung.pk]))
    assert antwort.templates[0].name == "admin/boerse/fassung/vorschau.html"
    assert "Bücherzimmer" in antwort.text
    assert "frame-ancestors 'self'" in antwort["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in tisch.get(seite(fassung))["Content-Security-Policy"]


def test_blocking_refuses_the_waiting_text_too(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    tisch.post(tat(fassung, "angebot_sperren"), {"angebot_sperren-grund": "Werbung"})
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.ABGELEHNT
    assert fassung.angebot.status == AngebotStatus.GESPERRT
    assert Nachricht.objects.get().anlass == "angebot_gesperrt"


def test_direktfreigabe_is_looked_at_afterwards(tisch, sportverein):
    sportverein.direktfreigabe = True
    sportverein.save()
    fassung = fabriken.eingereicht(sportverein)
    assert fassung.nachzupruefen
    assert "Angesehen, in Ordnung" in tisch.get(seite(fassung)).text
    tisch.post(tat(fassung, "nachgeprueft"))
    fassung.refresh_from_db()
    assert not fassung.nachzupruefen
    assert "schon erledigt" in tisch.post(tat(fassung, "nachgeprueft"), follow=True).text


def test_the_text_of_a_blocked_organisation_does_not_wait(tisch, sportverein, kontaktstelle):
    fassung = fabriken.eingereicht(sportverein)
    sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Werbung")
    assert seite(fassung) not in tisch.get(liste()).text
    assert "gesperrt, abgelehnt oder ausgetragen" in tisch.post(tat(fassung, "freigeben"), follow=True).text


def test_drafts_are_the_organisations_own(tisch, sportverein):
    fassung = fabriken.fassung(sportverein)
    assert seite(fassung) not in tisch.get(liste(liste="alle")).text
    assert tisch.get(seite(fassung)).status_code == 404
    assert tisch.get(reverse("admin:boerse_angebot_change", args=[fassung.angebot_id])).status_code == 404


def aktion(name: str, *fassungen, **weiteres) -> dict:
    return {"action": f"{name}_gemeinsam", "index": "0", "_selected_action": [f.pk for f in fassungen]} | weiteres


def test_several_are_approved_at_once(tisch, sportverein):
    fassungen = [fabriken.eingereicht(sportverein) for _ in range(3)]
    fassungen[1].zuruecknehmen(fabriken.ORGANISATION)
    antwort = tisch.post(liste(), aktion("freigeben", *fassungen), follow=True)
    assert "2 Einträge erledigt" in antwort.text
    assert Fassung.objects.filter(status=FassungStatus.UEBERNOMMEN).count() == 2


def test_ten_clean_texts_of_trusted_organisations_are_checked_in_one_go(tisch, sportverein):
    sportverein.direktfreigabe = True
    sportverein.save()
    for _ in range(10):
        fabriken.eingereicht(sportverein)
    Fassung.objects.update(auffaellig=[])
    unauffaellig = liste(liste="nachzupruefen", risiko="ohne")
    alle = tisch.get(unauffaellig).context["cl"].result_list
    antwort = tisch.post(unauffaellig, aktion("nachgeprueft", *alle), follow=True)
    assert "Angesehen: 10 Einträge erledigt." in antwort.text
    assert not Fassung.objects.filter(nachzupruefen=True).exists()


def test_one_after_the_other_within_the_list_one_came_from(tisch, sportverein):
    erste, andere, dritte = (fabriken.eingereicht(sportverein) for _ in range(3))
    Fassung.objects.update(auffaellig=[])
    Fassung.objects.filter(pk=andere.pk).update(auffaellig=von_schwere(Schwere.SPERRE)[:1])
    filter = {"_changelist_filters": "liste=neu&risiko=ohne"}
    antwort = tisch.get(f"{seite(erste)}?{urlencode(filter)}")
    adresse = next(e["adresse"] for e in antwort.context["taten"] if e["tat"].name == "freigeben")
    weiter = tisch.post(adresse).url
    assert weiter == f"{seite(dritte)}?{urlencode(filter)}"
    letzte = tisch.get(weiter).context["taten"][0]["adresse"]
    assert tisch.post(letzte).url == liste()


def test_returning_several_asks_for_the_reason(tisch, sportverein):
    fassungen = [fabriken.eingereicht(sportverein) for _ in range(2)]
    antwort = tisch.post(liste(), aktion("zurueckgeben", *fassungen))
    assert antwort.status_code == 200 and "Grund" in antwort.text
    assert not Fassung.objects.filter(status=FassungStatus.ZURUECKGEGEBEN).exists()
    bestaetigt = aktion("zurueckgeben", *fassungen, angaben="1") | {"zurueckgeben-grund": "Bitte mit Ort"}
    del bestaetigt["index"]
    tisch.post(liste(), bestaetigt)
    gruende = set(Fassung.objects.values_list("status", "rueckgabe_grund"))
    assert gruende == {(FassungStatus.ZURUECKGEGEBEN, "Bitte mit Ort")}


def test_a_stale_list_does_no_harm(tisch, sportverein):
    fassung = fabriken.eingereicht(sportverein)
    tisch.post(tat(fassung, "freigeben"))
    antwort = tisch.post(liste(), aktion("ablehnen", fassung, angaben="1") | {"ablehnen-grund": "Nein"}, follow=True)
    assert antwort.status_code == 200
    fassung.refresh_from_db()
    assert fassung.status == FassungStatus.UEBERNOMMEN


@pytest.fixture
def fuenfhundert(sportverein):
    fassung = fabriken.eingereicht(sportverein)
    from boerse.models import Angebot

    felder = {"organisation": sportverein, "zustaendig_ags": fabriken.SOEST}
    angebote = Angebot.objects.bulk_create(Angebot(**felder) for _ in range(500))
    gleiche = {
        "nummer": 1,
        "inhalt": fassung.inhalt,
        "status": fassung.status,
        "eingereicht_am": fassung.eingereicht_am,
    }
    Fassung.objects.bulk_create(Fassung(angebot=angebot, **gleiche) for angebot in angebote)
    return fassung


def test_five_hundred_waiting_texts_take_few_queries(tisch, fuenfhundert, django_assert_max_num_queries):
    assert tisch.get(liste()).context["cl"].result_count == 501
    # The first page counts every kind of work in one.
    wege = {liste(): 12, liste(q="vorlesen"): 12, seite(fuenfhundert): 15, reverse("admin:index"): 8}
    for weg, hoechstens in wege.items():
        tisch.get(weg)  # content types are read once per process
        with django_assert_max_num_queries(hoechstens):
            assert tisch.get(weg).status_code == 200
