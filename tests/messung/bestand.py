"""A portal after three years, with a usual day's work due: rows copied by the database from one that was made whole."""

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from boerse.models import Anfrage, Angebot, Fassung, Rueckmeldung, Thema
from ehrenamt.models import Nachricht, Verlaufseintrag, Zaehler
from organisationen.models import Gemeinde, Konto, Organisation, Teamzugang

from .. import fabriken

JE_ORGANISATION = 5
# How many days ago a listing was confirmed, as its reminders stand before today's run: due on days 80, 87 and 90.
ALTER = "(i % 91)"
STUFE = f"CASE WHEN {ALTER} > 87 THEN 2 WHEN {ALTER} > 80 THEN 1 ELSE 0 END"
# Three years of enquiries; what is open is so for less than ten days, with its reminders sent until yesterday.
TAGE = "(i % 1095 + (i * 7919::bigint % 86400) / 86400.0)"
HER = f"(now() - {TAGE} * interval '1 day')"
STAND = f"""CASE WHEN {TAGE} < 1.5 AND i % 7 = 0 THEN 'unbestaetigt' WHEN {TAGE} < 11 AND i % 2 = 0 THEN 'offen'
 ELSE (ARRAY['vermittelt','abgesagt','zurueckgezogen','beantwortet','kennenlernen_vereinbart','uebernommen',
 'ohne_rueckmeldung','vermittelt'])[1 + i % 8] END"""


def vervielfachen(vorlage: Model, anzahl: int, **ausdruecke: str) -> None:
    """Rows like this one; `ausdruecke` say in SQL what differs, with i for the number of the copy."""
    felder = [feld.column for feld in vorlage._meta.concrete_fields if not (feld.primary_key and feld.column == "id")]
    werte = [ausdruecke.get(feld, f'vorlage."{feld}"') for feld in felder]
    namen = ", ".join(f'"{feld}"' for feld in felder)
    schluessel = vorlage._meta.pk.column
    _sql(
        f"INSERT INTO {vorlage._meta.db_table} ({namen}) SELECT {', '.join(werte).replace('%', '%%')} "
        f"FROM generate_series(1, {anzahl}) i, {vorlage._meta.db_table} vorlage WHERE vorlage.{schluessel} = %s",
        vorlage.pk,
    )


def _sql(befehl: str, *werte) -> None:
    with connection.cursor() as cursor:
        cursor.execute(befehl, werte or None)


def anlegen(angebote: int, anfragen: int) -> None:
    fabriken.kontaktstelle("Kontaktstelle", "05974")
    organisation = fabriken.organisation(kontakt_email="", nutzungsbedingungen_am=timezone.now())
    zugang = Teamzugang.objects.get(konto=fabriken.mitglied(organisation))
    _organisationen(organisation, zugang, angebote // JE_ORGANISATION)
    angebot = fabriken.angebot(organisation)
    _angebote(angebot, angebote)
    anfrage = fabriken.anfrage(angebot)
    _anfragen(anfrage, anfragen)
    _spuren(anfrage, angebot, anfragen)
    _sql("TRUNCATE procrastinate_jobs, procrastinate_events CASCADE")
    _sql("UPDATE ehrenamt_nachricht SET status = 'gesendet'")
    _sql("VACUUM ANALYZE")


def _organisationen(organisation: Organisation, zugang: Teamzugang, anzahl: int) -> None:
    vervielfachen(
        organisation, anzahl, kennung="gen_random_uuid()", name="'Verein ' || i", sortiername="'verein ' || i"
    )
    vervielfachen(zugang.konto, anzahl, email="'person' || i || '@verein.example'", last_login="now()")
    erste = f"(SELECT min(id) + i FROM {Organisation._meta.db_table})"
    vervielfachen(zugang, anzahl, konto_id=f"(SELECT min(id) + i FROM {Konto._meta.db_table})", organisation_id=erste)


def _angebote(angebot: Angebot, anzahl: int) -> None:
    stand = "(ARRAY['veroeffentlicht','veroeffentlicht','veroeffentlicht','pausiert','beendet'])[1 + i % 5]"
    tag = f"(current_date - {ALTER})"
    themen = ", ".join(f"'{slug}'" for slug in Thema.objects.values_list("slug", flat=True))
    gemeinden = ", ".join(f"'{ags}'" for ags in Gemeinde.objects.values_list("ags", flat=True))
    gemeinde = f"(ARRAY[{gemeinden}])[1 + i % {Gemeinde.objects.count()}]"
    vervielfachen(
        angebot,
        anzahl,
        themen=f"ARRAY[(ARRAY[{themen}])[1 + (i / 7) % {Thema.objects.count()}]]",
        zustaendig_ags=gemeinde,
        kennung="gen_random_uuid()",
        organisation_id=f"{angebot.organisation_id} + 1 + i % {anzahl // JE_ORGANISATION}",
        titel="'Angebot ' || i",
        status=stand,
        zuletzt_bestaetigt_am=tag,
        erinnerungen=f"CASE WHEN {stand} = 'veroeffentlicht' THEN {STUFE} ELSE 0 END",
        erinnert_am=f"current_date - {ALTER} + CASE {STUFE} WHEN 2 THEN 87 WHEN 1 THEN 80 END",
        ruht_seit=f"CASE WHEN {stand} <> 'veroeffentlicht' THEN current_date - i % 181 END",
        ende="CASE WHEN i % 10 = 0 THEN current_date + i % 300 - 1 END",
    )
    fassung = angebot.fassungen.get()
    vervielfachen(fassung, anzahl, angebot_id=f"{angebot.pk} + i")
    punkt = {feld: f"(SELECT {feld} FROM organisationen_gemeinde WHERE ags = {gemeinde})" for feld in ("lat", "lon")}
    vervielfachen(angebot.einsatzorte.get(), anzahl, angebot_id=f"{angebot.pk} + i", gemeinde_id=gemeinde, **punkt)


def _anfragen(anfrage: Anfrage, anzahl: int) -> None:
    ergebnis = f"{HER} + interval '20 days'"
    fertig = f"{STAND} IN ('vermittelt', 'abgesagt', 'zurueckgezogen', 'ohne_rueckmeldung')"
    fort = f"({TAGE} > 181 OR ({fertig} AND {TAGE} > 111))"
    leer = {feld: f"CASE WHEN {fort} THEN '' ELSE 'x@example.org' END" for feld in ("name", "email", "nachricht")}
    status = f"CASE WHEN {fort} AND NOT {fertig} THEN 'ohne_rueckmeldung' ELSE {STAND} END"
    unbestaetigt = f"{STAND} = 'unbestaetigt'"
    vervielfachen(
        anfrage,
        anzahl,
        **leer,
        kennung="gen_random_uuid()",
        formular="NULL",
        angebot_id=f"{anfrage.angebot_id} + 1 + i % 100000 % (SELECT count(*)::int - 1 FROM boerse_angebot)",
        status=status,
        erstellt_am=HER,
        bestaetigt_am=f"CASE WHEN NOT {unbestaetigt} THEN {HER} END",
        weitergegeben_am=f"CASE WHEN NOT {unbestaetigt} THEN {HER} END",
        wartet_seit=f"CASE WHEN NOT {unbestaetigt} THEN {HER} END",
        erinnerungen=f"CASE WHEN {TAGE} >= 8 THEN 2 WHEN {TAGE} >= 4 THEN 1 ELSE 0 END",
        beantwortet_am=f"CASE WHEN {STAND} IN ('beantwortet', 'kennenlernen_vereinbart') THEN {HER} END",
        nachgefragt_am=f"CASE WHEN {TAGE} >= 4 THEN now() END",
        uebernommen_am=f"CASE WHEN {STAND} = 'uebernommen' THEN {HER} + interval '10 days' END",
        ergebnis_am=f"CASE WHEN {fertig} THEN {ergebnis} END",
        loeschen_am=f"CASE WHEN {unbestaetigt} THEN {HER} + interval '2 days' WHEN {fertig} "
        f"THEN {ergebnis} + interval '90 days' ELSE {HER} + interval '180 days' END",
        geloescht_am=f"CASE WHEN {fort} THEN now() END",
    )


def _spuren(anfrage: Anfrage, angebot: Angebot, anzahl: int) -> None:
    """What is left behind: questions of weeks ago, mails of a month, the Verlauf of three years, counters."""
    ids = f"{anfrage.pk} + i"
    for seite in ("buergerin", "organisation"):
        for woche in (4, 12):
            eine = Rueckmeldung.objects.create(
                anfrage=anfrage, seite=seite, woche=woche, gefragt_am=anfrage.erstellt_am
            )
            # Asked a day ago or before: what became due today is still to be asked.
            vervielfachen(eine, anzahl, kennung="gen_random_uuid()", anfrage_id=ids)
            _sql(
                "DELETE FROM boerse_rueckmeldung r USING boerse_anfrage a WHERE a.id = r.anfrage_id AND woche = %s AND "
                "now() - CASE WHEN a.status = 'vermittelt' THEN ergebnis_am ELSE coalesce(bestaetigt_am, now()) END "
                "< (%s * 7 + 1) * interval '1 day'",
                woche,
                woche,
            )
    nachricht = Nachricht.objects.order_by("pk").last()
    vervielfachen(
        nachricht, anzahl // 4, message_id="'<' || i || '@portal.example>'", loeschen_am="current_date + i % 31",
        bezug_id=ids, status="'gesendet'", erstellt_am="now() - i % 30 * interval '1 day'",
    )  # fmt: skip
    eintrag = Verlaufseintrag.objects.von(anfrage).first()
    her = "now() - (i % 1094) * interval '1 day'"
    vervielfachen(eintrag, anzahl * 2, objekt_id=f"{anfrage.pk} + i / 2", zeitpunkt=her)
    zaehler = Zaehler.objects.create(schluessel="vorlage", gueltig_bis=anfrage.erstellt_am)
    vervielfachen(zaehler, 5000, schluessel="'z' || i")
    assert Fassung.objects.count() > 1
