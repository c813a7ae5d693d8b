"""Does everything personal leave again, and nothing too early? Every real way in, then time, then every column."""

import json
import logging
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.core.management import call_command
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from boerse import loeschung
from boerse.models import Anfrage, Fassung
from boerse.pflichten import faelliges_erledigen
from ehrenamt.models import Nachricht, Seite, Verlaufseintrag, Zaehler, Zwischenspeicher
from ehrenamt.rollen import ORGANISATION, Akteur, Rolle
from organisationen.models import Barrieremeldung, Konto, Organisation

from . import fabriken, jobs
from .spuren import fundstellen

IP = "198.51.100.77"
ENDE = timedelta(days=40 * 31)


def stunden(n: int) -> timedelta:
    return timedelta(hours=n)


def tage(n: int) -> timedelta:
    return timedelta(days=n)


# Word, where it lies, until when it must still be there, by when it is gone.
ERWARTET = [
    ("zzqunbestaetigt", "boerse_anfrage.name", stunden(47), stunden(49)),
    ("zzqunbestaetigtmail", "ehrenamt_nachricht.empfaenger", stunden(47), stunden(49)),
    ("zzqabgesagt", "boerse_anfrage.name", tage(89), tage(91)),
    ("zzqabsagegrund", "boerse_anfrage.absage_grund", tage(89), tage(91)),
    ("zzqoffen", "boerse_anfrage.name", tage(179), tage(181)),
    ("zzqoffenmail", "boerse_anfrage.email", tage(179), tage(181)),
    ("zzqoffentext", "boerse_anfrage.nachricht", tage(179), tage(181)),
    ("zzqrueckruf", "boerse_anfrage.telefon", tage(179), tage(181)),
    ("zzqwunschneu", "boerse_engagementwunsch.name", stunden(47), stunden(49)),
    ("zzqwunsch", "boerse_engagementwunsch.name", tage(179), tage(181)),
    ("zzqwunschtext", "boerse_engagementwunsch.text", tage(179), tage(181)),
    ("zzqsuchwort", "boerse_suchluecke.wort", tage(29), tage(31)),
    ("zzqsuchwort", "boerse_suchluecke.form", tage(29), tage(31)),
    ("zzqgesucht", "boerse_suchluecke.wort", tage(360), tage(367)),
    ("zzqmelder", "boerse_meldung.email", tage(179), tage(181)),
    ("zzqmeldetext", "boerse_meldung.text", tage(179), tage(181)),
    ("zzqerledigt", "boerse_meldung.text", tage(179), tage(181)),
    ("zzqbarriere", "organisationen_barrieremeldung.text", tage(179), tage(181)),
    ("zzqbarriereseite", "organisationen_barrieremeldung.seite", tage(179), tage(181)),
    ("zzqbarrieremail", "organisationen_barrieremeldung.email", tage(179), tage(181)),
    ("zzqbarrieremail", "ehrenamt_nachricht.empfaenger", tage(29), tage(31)),
    ("zzqbarriereantwort", "ehrenamt_nachricht.text", tage(29), tage(31)),
    ("zzqeingeladen", "organisationen_einladung.email", tage(13), tage(15)),
    ("zzqeingeladen", "ehrenamt_nachricht.empfaenger", tage(29), tage(31)),
    ("zzqvorstand", "organisationen_uebernahmeantrag.begruendung", tage(89), tage(91)),
    ("zzqformular", "django_session.session_data", stunden(11), stunden(13)),
    ("zzqohnekonto", "django_session.session_data", stunden(11), stunden(13)),
    ("zzqprotokoll", "django_admin_log.object_repr", tage(364), tage(368)),
    ("zzqalterkontakt", "boerse_fassung.inhalt", tage(89), tage(91)),
    ("zzqkontakt", "boerse_angebot.kontakt_name", tage(179), tage(182)),
    ("zzqkontakt", "boerse_fassung.inhalt", tage(179), tage(182)),
    ("zzqtext", "boerse_angebot.beschreibung", tage(1090), tage(1100)),
    ("zzqort", "boerse_einsatzort.name", tage(1090), tage(1100)),
    ("zzqgesperrt", "boerse_angebot.kontakt_name", tage(269), tage(271)),
    ("zzqentwurf", "boerse_fassung.inhalt", tage(364), tage(368)),
    ("zzqabgelehnt", "organisationen_organisation.name", tage(364), tage(368)),
    ("zzqgrund", "ehrenamt_verlaufseintrag.grund", tage(1090), tage(1100)),
    ("zzqneukonto", "organisationen_konto.email", stunden(47), stunden(49)),
    # Idle accounts are warned, and closed with the first duty of the 37th month.
    ("zzqleitung", "organisationen_konto.name", tage(1090), tage(1111)),
    ("zzqleitung", "account_emailaddress.email", tage(1090), tage(1111)),
    ("zzqpasskey", "mfa_authenticator.data", tage(1090), tage(1111)),
    # As long as somebody acts for it, an organisation keeps its address.
    ("zzqverein", "organisationen_organisation.kontakt_email", tage(1090), tage(1141)),
    ("zzqimport", "organisationen_organisation.kontakt_email", tage(1090), tage(1100)),
]


@pytest.fixture
def gefuellt(kontaktstelle, sportverein, angemeldet, tmp_path):
    """Everything personal that the portal can hold, come in by the ways of the portal."""
    cache.clear()
    Organisation.objects.filter(pk=sportverein.pk).update(kontakt_email="zzqverein@seed.example")
    leitung = fabriken.mitglied(sportverein, email="zzqleitung@seed.example")
    Konto.objects.filter(pk=leitung.pk).update(name="ZzqLeitung")
    _angebote(sportverein, kontaktstelle)
    _anfragen(sportverein)
    _wuensche()
    _meldungen(sportverein, kontaktstelle)
    _barrieren(kontaktstelle)
    _suchen()
    _konten(sportverein, leitung, angemeldet)
    _verwaltung(angemeldet)
    _import(tmp_path)
    jobs.erledigen()
    return leitung


def _angebote(verein, kontaktstelle) -> None:
    amt = Akteur(Rolle.KONTAKTSTELLE, kontaktstelle)
    angebot = fabriken.angebot(verein, kontakt_name="ZzqAlterkontakt", kontakt_telefon="0221 zzqaltenummer")
    neu = Fassung.objects.bearbeiten(angebot, fabriken.inhalt(
        titel="ZzqTitel", beschreibung="ZzqText", kontakt_name="ZzqKontakt", schlagwoerter=["ZzqSchlagwort"],
        orte=[{"gemeinde": fabriken.SOEST, "name": "ZzqOrt", "strasse": "ZzqStrasse 1"}],
    ))  # fmt: skip
    neu.einreichen(ORGANISATION)
    neu.freigeben(amt)
    gesperrt = fabriken.angebot(verein, kontakt_name="ZzqGesperrt")
    gesperrt.sperren(amt, "ZzqGrund")
    fabriken.fassung(verein, beschreibung="ZzqEntwurf")
    fremd = fabriken.organisation("ZzqAbgelehnt", freigegeben=False, kontakt_email="zzqabgelehnt@seed.example")
    fabriken.eingereicht(fremd, beschreibung="ZzqAbgelehnt")
    fremd.ablehnen(amt, "ZzqGrund")


def _anfragen(verein) -> None:
    angebot = verein.angebote.get(titel="ZzqTitel")
    seite = reverse("anfrage", args=[angebot.pk, angebot.slug])
    for name in ("ZzqUnbestaetigt", "ZzqOffen", "ZzqAbgesagt"):
        angaben = {"name": name, "weg": "email", "email": f"{name}Mail@seed.example", "nachricht": f"{name}Text"}
        Client(REMOTE_ADDR=IP).post(seite, angaben | {"mindestens_16": "ja"})
        if name != "ZzqUnbestaetigt":
            Client(REMOTE_ADDR=IP).post(_link(f"{name}Mail@seed.example"))
    Anfrage.objects.stellen(
        angebot, sprache="de", datenschutz_version=1, name="ZzqRueckruf", telefon="0221 zzqrueckruf", mindestens_16=True
    )
    Anfrage.objects.get(name="ZzqAbgesagt").absagen(ORGANISATION, "ZzqAbsagegrund")


def _wuensche() -> None:
    for name in ("ZzqWunschneu", "ZzqWunsch"):
        angaben = {"text": f"{name}Text", "ort": "Soest", "umkreis": "20", "digital": "nein", "alter": "selbst"}
        adresse = f"{name}@seed.example"
        erreichbar = {"name": name, "weg": "email", "email": adresse}
        Client(REMOTE_ADDR=IP).post(reverse("engagementwunsch"), angaben | erreichbar)
    Client(REMOTE_ADDR=IP).post(_link("ZzqWunsch@seed.example"))


def _suchen() -> None:
    liste = reverse("angebote")
    # Of so many addresses some fall into five of the classes, whatever the secret that sorts them.
    for n, worte in enumerate(["zzqsuchwort zzqgesucht", *["zzqgesucht"] * 24]):
        Client(REMOTE_ADDR=f"198.51.100.{77 + n}", HTTP_USER_AGENT="Mozilla/5.0").get(liste, {"q": worte})
    Client(REMOTE_ADDR=IP, HTTP_USER_AGENT="Mozilla/5.0").get(liste, {"q": "zzqanschrift zzqanschrift@seed.example"})


def _link(an: str) -> str:
    text = Nachricht.objects.filter(empfaenger__iexact=an).latest("pk").text
    return re.search(r"https?://[^/\s]+(/\S+)", text)[1]


def _meldungen(verein, kontaktstelle) -> None:
    angebot = verein.angebote.get(titel="ZzqTitel")
    seite = reverse("angebot_melden", args=[angebot.pk, angebot.slug])
    for text in ("ZzqMeldetext", "ZzqErledigt"):
        Client(REMOTE_ADDR=IP).post(seite, {"grund": "falsch", "text": text, "email": "zzqmelder@seed.example"})
    angebot.meldungen.get(text="ZzqErledigt").erledigen(Akteur(Rolle.KONTAKTSTELLE, kontaktstelle))
    # Nothing is asked about it from now on.
    angebot.beenden(ORGANISATION, "besetzt")


def _barrieren(kontaktstelle) -> None:
    angaben = {"text": "ZzqBarriere", "seite": "/zzqbarriereseite/", "email": "ZzqBarrieremail@seed.example"}
    Client(REMOTE_ADDR=IP).post(reverse("barriere_melden"), angaben)
    meldung = Barrieremeldung.objects.get()
    meldung.vertroesten(Akteur(Rolle.KONTAKTSTELLE, kontaktstelle), "ZzqBarriereantwort")


def _konten(verein, leitung, angemeldet) -> None:
    Authenticator.objects.create(user=leitung, type="webauthn", data={"name": "ZzqPasskey"})
    einladen = reverse("arbeitsbereich_einladen", args=[verein.pk])
    angemeldet(leitung).post(einladen, {"email": "zzqeingeladen@seed.example", "rolle": "redaktion"})
    uebernehmen = reverse("organisation_uebernehmen", args=[verein.pk])
    angemeldet(fabriken.konto("zzqneu@seed.example")).post(uebernehmen, {"begruendung": "ZzqVorstand"})
    fremd = Client(REMOTE_ADDR=IP)
    fremd.post(reverse("account_login"), {"login": "zzqfremd@seed.example", "password": "zzqpasswort"})
    fremd.post(reverse("account_request_login_code"), {"email": "zzqohnekonto@seed.example"})
    Client(REMOTE_ADDR=IP).post(
        reverse("account_signup"), {"email": "zzqneukonto@seed.example", "password1": fabriken.PASSWORT}
    )
    # A form whose session had ended is kept for after the log-in.
    Client(REMOTE_ADDR=IP).post(reverse("organisation_neu"), {"name": "ZzqFormular", "aktion": "anmelden"})


def _verwaltung(angemeldet) -> None:
    browser = angemeldet(fabriken.konto("zzqadmin@seed.example", is_staff=True, is_superuser=True))
    # The last administration stays.
    fabriken.konto("amt@example.org", is_staff=True, is_superuser=True)
    seite = Seite.objects.get(slug="quellen")
    adresse = reverse("admin:ehrenamt_seite_change", args=[seite.pk])
    for titel in ("ZzqProtokoll", "Quellen"):
        assert browser.post(adresse, {"titel_de": titel, "text_de": "Text"}).status_code == 302


def _import(ordner) -> None:
    zeile = {
        "id": "1", "titel": "Vorlesen", "beschreibung": "ZzqImport", "organisation": "Lesehafen", "gemeinde": "Soest",
        "kontakt_email": "zzqimport@seed.example", "kontakt_name": "ZzqImport",
    }  # fmt: skip
    datei = ordner / "import.json"
    datei.write_text(json.dumps([zeile]))
    call_command("angebote_importieren", str(datei), quelle="alt", verbosity=0)
    fassung = Fassung.objects.get(angebot__organisation__name="Lesehafen")
    if fassung.offen:
        fassung.freigeben(fabriken.DURCH_KONTAKTSTELLE)
    fassung.angebot.refresh_from_db()
    fassung.angebot.beenden(ORGANISATION, "besetzt")


def test_everything_personal_leaves_in_its_time_and_not_before(gefuellt):
    beginn = timezone.localtime()
    stationen = {t for _wort, _stelle, bis, weg in ERWARTET for t in (bis, weg)}
    stationen |= {tage(30 * n) for n in range(1, 42)}
    assert not (fehlt := {w for w, s, *_ in ERWARTET if w not in fundstellen().get(s, ())}), fehlt
    for station in sorted(stationen):
        faelliges_erledigen(beginn + station)
        funde = fundstellen()
        for wort, stelle, bis, weg in ERWARTET:
            da = wort in funde.get(stelle, ())
            assert da or station > bis, f"{wort} fehlt nach {station} in {stelle}"
            assert not da or station < weg, f"{wort} steht nach {station} noch in {stelle}"
    assert fundstellen() == {}
    assert not Verlaufseintrag.objects.exists()
    assert not LogEntry.objects.exists()
    # Checksums only, so that no word would show them.
    assert not Zwischenspeicher.objects.exists() and not Zaehler.objects.exists()


def test_no_address_of_a_connection_is_kept(gefuellt):
    with connection.cursor() as cursor:
        for (tabelle,) in _tabellen(cursor):
            cursor.execute(f'SELECT count(*) FROM "{tabelle}" t WHERE t::text LIKE %s', [f"%{IP}%"])
            assert cursor.fetchone() == (0,), tabelle


def _tabellen(cursor) -> list[tuple[str]]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return cursor.fetchall()


def test_jobs_and_log_lines_carry_numbers_only(gefuellt, caplog):
    assert ProcrastinateJob.objects.exists()
    for args in ProcrastinateJob.objects.values_list("args", flat=True):
        assert all(isinstance(wert, int) for wert in args.values()), args
    with caplog.at_level(logging.DEBUG, logger="ehrenamt"), caplog.at_level(logging.DEBUG, logger="boerse"):
        faelliges_erledigen(timezone.now() + ENDE)
    assert "zzq" not in caplog.text.lower()


OHNE_PERSONEN_IM_NAMEN = {"Organisation", "Angebot", "Fassung", "Einsatzort", "Seite", "Kontaktstelle"}


def test_the_name_of_an_object_tells_nobody_who_it_is(gefuellt):
    for modell in apps.get_models():
        eigen = modell._meta.app_label in ("ehrenamt", "organisationen", "boerse")
        if eigen and modell.__name__ not in OHNE_PERSONEN_IM_NAMEN:
            for objekt in modell._default_manager.all()[:200]:
                assert "zzq" not in str(objekt).lower(), modell


def test_the_verlauf_goes_only_in_its_time(gefuellt):
    with pytest.raises(ProgrammingError, match="nicht vor ihrer Zeit"), transaction.atomic():
        Verlaufseintrag.objects.all().delete()
    with pytest.raises(ProgrammingError, match="nicht vor ihrer Zeit"), transaction.atomic():
        Verlaufseintrag.objects.all().ausmustern(timezone.now())
    anzahl = Verlaufseintrag.objects.count()
    faelliges_erledigen(timezone.now() + tage(1090))
    assert Verlaufseintrag.objects.count() >= anzahl
    faelliges_erledigen(timezone.now() + tage(1100))
    assert not Verlaufseintrag.objects.exists()


TEXTARTEN = (
    "CharField", "TextField", "EmailField", "URLField", "JSONField", "ArrayField", "BinaryField", "SearchVectorField",
    "GenericIPAddressField", "FileField",
)  # fmt: skip

AUSWAHLLISTEN = [
    f"boerse.Angebot.{feld}"
    for feld in (
        *("themen", "zielgruppen", "taetigkeiten", "nachweise", "sprachen", "geeignet", "barrierefrei"),
        *("erreichbarkeit", "leistungen"),
    )
]

MIT_DEM_KONTO = [
    "account.EmailAddress.user",
    "account.EmailConfirmation.key",
    "mfa.Authenticator.user",
    "organisationen.Teamzugang.konto",
    "organisationen.Konto_groups.konto",
    "organisationen.Konto_user_permissions.konto",
    "organisationen.Kontaktstelle_mitarbeitende.konto",
]

# Columns that could hold a person by their type, and why they do not. "app.Model" stands for all its columns.
NICHT_PERSOENLICH = {
    "auth.Group": "Rollen",
    "auth.Permission": "Rechte",
    "contenttypes.ContentType": "Namen von Modellen",
    "procrastinate.ProcrastinateJob": "nur Nummern, siehe oben; fertige gehen nach 72 Stunden",
    "procrastinate.ProcrastinatePeriodicDefer": "nur Namen von Aufgaben",
    "admin.LogEntry.object_id": "eine Nummer",
    "sessions.Session.session_key": "Zufall",
    "boerse.Thema": "Vokabular",
    **dict.fromkeys(MIT_DEM_KONTO, "geht mit dem Konto"),
    "boerse.Zielgruppe": "Vokabular",
    "boerse.Taetigkeit": "Vokabular",
    "boerse.Wortgruppe": "Vokabular",
    "boerse.Schreibregel": "Texte der Verwaltung",
    "boerse.Textbaustein": "Texte der Verwaltung",
    "boerse.Vorlage": "Texte der Verwaltung",
    "boerse.Fassung.auffaellig": "Namen von Regeln",
    "boerse.Merkmal": "Werte der Filter",
    "boerse.Befund": "Zahlen und Nummern von Angeboten",
    "boerse.Anfrage.sprache": "Kürzel einer Sprache",
    "boerse.Engagementwunsch.sprache": "Kürzel einer Sprache",
    "boerse.Engagementwunsch.themen": "feste Auswahl, bleibt für die Zählung",
    "boerse.Engagementwunsch.zustaendig_ags": "Schlüssel einer Gemeinde, bleibt für die Zählung",
    "boerse.Einsatzort.ortsteil": "Name eines Ortsteils",
    "boerse.Einsatzort.plz": "Postleitzahl eines Ortes",
    **dict.fromkeys(AUSWAHLLISTEN, "feste Auswahl"),
    "boerse.Angebot.zustaendig_ags": "Schlüssel einer Gemeinde",
    "boerse.Angebot.externe_id": "Nummer in der Quelle",
    "boerse.Angebot.import_stand": "Prüfsumme",
    "ehrenamt.Nachricht.anlass": "Name einer Vorlage",
    "ehrenamt.Nachricht.sprache": "Kürzel einer Sprache",
    "ehrenamt.Nachricht.message_id": "Zufall",
    "ehrenamt.Nachricht.fehler": "Art des Fehlers",
    "ehrenamt.Seite": "Texte der Verwaltung",
    "ehrenamt.Erklaerung": "Texte der Verwaltung, eine Behörde mit Funktionsadresse",
    "ehrenamt.Barriere": "Texte der Verwaltung",
    "ehrenamt.Gebaerdenfilm": "Filme der Verwaltung",
    "organisationen.Barrieremeldung.sprache": "Kürzel einer Sprache",
    "ehrenamt.Verlaufseintrag.vorgang": "Wort aus einer Tabelle",
    "ehrenamt.Verlaufseintrag.von": "Wort aus einer Tabelle",
    "ehrenamt.Verlaufseintrag.nach": "Wort aus einer Tabelle",
    "organisationen.Gemeinde": "amtliche Daten",
    "organisationen.Ortsteil": "amtliche Daten",
    "organisationen.Postleitzahl": "amtliche Daten",
    "organisationen.Flaeche": "amtliche Daten",
    "organisationen.Gebiet": "Schlüssel einer Region",
    "organisationen.Kontaktstelle": "eine Behörde mit Funktionsadresse",
    "organisationen.Organisation.name": "Name einer Organisation; abgelehnte gehen ganz",
    "organisationen.Organisation.sortiername": "Name einer Organisation",
}


def _kandidaten():
    """Every column in which something about a person could stand: text without a fixed choice, and who it was."""
    for modell in apps.get_models(include_auto_created=True):
        for feld in modell._meta.concrete_fields:
            verweis = feld.remote_field is not None and feld.remote_field.model is Konto
            # Of the list in an array, its entries.
            inhalt = getattr(feld, "base_field", feld)
            text = type(feld).__name__ in TEXTARTEN or feld.get_internal_type() in TEXTARTEN
            if verweis or (text and not inhalt.choices):
                yield modell._meta.label, feld.name


def test_every_column_that_can_hold_a_person_has_its_period_or_a_reason():
    erklaert = {spalte for zeile in loeschung.TABELLE for spalte in zeile.spalten} | set(NICHT_PERSOENLICH)
    alle = set(_kandidaten())
    offen = [f"{modell}.{feld}" for modell, feld in alle if not {modell, f"{modell}.{feld}"} & erklaert]
    assert not offen, sorted(offen)
    modelle = apps.get_models(include_auto_created=True)
    bekannt = {
        name for m in modelle for name in (m._meta.label, *(f"{m._meta.label}.{f.name}" for f in m._meta.fields))
    }
    assert sorted(erklaert - bekannt) == []


def test_no_table_is_without_a_model(db):
    with connection.cursor() as cursor:
        tabellen = set(connection.introspection.table_names(cursor))
    modelle = {modell._meta.db_table for modell in apps.get_models(include_auto_created=True)}
    assert tabellen - modelle == {"django_migrations"}
