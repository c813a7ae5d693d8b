"""Which mails does the exchange write? One function per occasion, called inside the transition's transaction."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from ehrenamt.kontext import Portal
from ehrenamt.links import Link, absolut, token
from ehrenamt.models import Nachricht
from ehrenamt.models.nachricht import LINKLISTE
from ehrenamt.rollen import Rolle
from ehrenamt.sortierung import slug
from organisationen.mails import stelle_fuer, von
from organisationen.models import Kontaktstelle

from .aehnliche import aehnliche
from .auswahl import RueckmeldungSeite

# How long a mailed link works: as long as what it belongs to is kept at the most.
AUFBEWAHRT = timedelta(
    days=settings.FRISTEN["anfrage_ohne_ergebnis_tage"] + settings.FRISTEN["anfrage_nach_ergebnis_tage"] + 30
)
MEINE_DATEN = "meine_daten", AUFBEWAHRT
ANFRAGE_ELTERN = "anfrage_eltern", AUFBEWAHRT
BESTAETIGUNG = "anfrage_bestaetigung", timedelta(hours=settings.FRISTEN["anfrage_unbestaetigt_stunden"])
ANFRAGE_STAND = "anfrage_stand", timedelta(days=200)
RUECKMELDUNG = "rueckmeldung", timedelta(days=100)
# The right to object does not end; whoever comes later than this calls.
ORGANISATION_EINTRAG = "organisation_eintrag", timedelta(days=3 * 365)
ANGEBOT_STAND = "angebot_stand", timedelta(days=120)
# From the first question until the archive.
AKTUALITAET = (
    "aktualitaet",
    timedelta(
        days=settings.FRISTEN["angebot_pausieren_tage"]
        - settings.FRISTEN["angebot_erinnern_tage"]
        + settings.FRISTEN["angebot_archivieren_tage"]
        + 30
    ),
)


def meine_daten_link(anfrage) -> str:
    return absolut("meine_daten", token(MEINE_DATEN[0], anfrage.kennung), sprache=anfrage.sprache)


def eltern_link(anfrage) -> str:
    return absolut("anfrage_eltern", token(ANFRAGE_ELTERN[0], anfrage.kennung), sprache=anfrage.sprache)


def anfrage_stand_link(anfrage) -> Link:
    return Link("anfrage_stand", ANFRAGE_STAND[0], anfrage.kennung)


def meine_daten_antwort_link(anfrage) -> str:
    return absolut("meine_daten_antwort", token(MEINE_DATEN[0], anfrage.kennung), sprache=anfrage.sprache)


def angebot_stand_link(angebot) -> Link:
    return Link("angebot_stand", ANGEBOT_STAND[0], angebot.kennung)


def angebote_bestaetigen_link(organisation) -> Link:
    return Link("angebote_bestaetigen", AKTUALITAET[0], organisation.kennung)


# To citizens


def anfrage_bestaetigen(anfrage) -> None:
    """The button behind this link sends the message on; without it nobody sees it."""
    link = absolut("anfrage_bestaetigen", token(BESTAETIGUNG[0], anfrage.kennung), sprache=anfrage.sprache)
    wohin = anfrage.angebot.organisation.name if anfrage.geht_an_organisation else _stelle_name(anfrage.angebot)
    _an_buergerin("anfrage_bestaetigen", anfrage, link=link, wohin=wohin)


def eltern_gefragt(anfrage, _grund: str = "") -> None:
    """The child confirmed; it learns that a parent is asked, and what happens without an answer."""
    anfrage_eltern(anfrage)
    _an_buergerin("eltern_gefragt", anfrage)


def anfrage_eltern(anfrage) -> None:
    """To a parent. Repeats nothing that was typed: nobody has proved yet whose address it is."""
    kontext = {"anfrage": anfrage, "angebot": anfrage.angebot, "link": eltern_link(anfrage)}
    kontext |= {"bezug": anfrage, "sprache": anfrage.sprache} | von(anfrage.angebot.kontaktstelle)
    Nachricht.objects.schreiben("anfrage_eltern", anfrage.eltern_email, **kontext)


def eltern_zugestimmt(anfrage, _grund: str = "") -> None:
    anfrage_an_kontaktstelle(anfrage)
    _an_buergerin("eltern_zugestimmt", anfrage)


def eltern_abgelehnt(anfrage) -> None:
    """Belongs to no enquiry any more: that one is deleted with all its mails."""
    if anfrage.email:
        kontext = {"angebot": anfrage.angebot, "sprache": anfrage.sprache} | von(anfrage.angebot.kontaktstelle)
        kontext["link"] = absolut("kontaktstelle", sprache=anfrage.sprache)
        Nachricht.objects.schreiben("eltern_abgelehnt", anfrage.email, **kontext)


def anfrage_abgesagt(anfrage, _grund: str = "") -> None:
    _an_buergerin("anfrage_abgesagt", anfrage, link=absolut("angebote", sprache=anfrage.sprache))


def anfrage_antwort(anfrage, rolle: Rolle, text: str, antwort_an: str) -> None:
    """The only place where the text of an answer is kept. Answering this mail answers whoever wrote it."""
    angebot = anfrage.angebot
    wer = _stelle_name(angebot) if rolle == Rolle.KONTAKTSTELLE else angebot.organisation.name
    _an_buergerin("anfrage_antwort", anfrage, text=text, wer=wer, antwort_an=antwort_an, reply_to=antwort_an)


def anfrage_nachfrage(anfrage, jetzt: datetime) -> None:
    """ "Hat sich jemand gemeldet?" """
    _an_buergerin("anfrage_nachfrage", anfrage, link=meine_daten_antwort_link(anfrage), jetzt=jetzt)


def anfrage_uebernommen(anfrage, jetzt: datetime, andere: list | None = None) -> None:
    """The organisation had its time; here are three others."""
    if anfrage.weitergegeben_am:
        andere = aehnliche(anfrage.angebot) if andere is None else andere
        links = seiten(andere, anfrage.sprache)
        _an_buergerin("anfrage_uebernommen", anfrage, aehnliche=links, jetzt=jetzt)


def seiten(angebote, sprache: str) -> list[tuple]:
    """Listings with the addresses of their pages."""
    return [(angebot, absolut("angebot", angebot.pk, angebot.slug, sprache=sprache)) for angebot in angebote]


def meine_daten_links(adresse: str, eintraege: list) -> None:
    """The links to everything that belongs to the address."""
    sprache = eintraege[0].sprache if eintraege else ""
    stelle = Kontaktstelle.objects.des_portals()
    Nachricht.objects.schreiben(LINKLISTE, adresse, sprache=sprache, eintraege=eintraege, **von(stelle))


def _an_buergerin(anlass: str, anfrage, **kontext) -> None:
    if anfrage.email:
        kontext |= {"anfrage": anfrage, "angebot": anfrage.angebot, "meine_daten": meine_daten_link(anfrage)}
        kontext |= {"bezug": anfrage, "sprache": anfrage.sprache}
        Nachricht.objects.schreiben(anlass, anfrage.email, **von(anfrage.angebot.kontaktstelle) | kontext)


def _stelle_name(angebot) -> str:
    return angebot.kontaktstelle.name if angebot.kontaktstelle else Portal().kontaktstelle


# To organisations


def anfrage_eingegangen(anfrage, _grund: str = "") -> None:
    _zur_anfrage("anfrage_eingegangen", anfrage)


def anfrage_erinnerung(anfrage, jetzt: datetime) -> None:
    """Still no answer; the last one says so."""
    letzte = anfrage.erinnerungen > 1
    tage = (timezone.localdate(jetzt) - timezone.localdate(anfrage.wartet_seit)).days
    _zur_anfrage("anfrage_erinnerung", anfrage, letzte=letzte, tage=tage, jetzt=jetzt)


def anfrage_vermisst(anfrage, _grund: str = "") -> None:
    """The organisation noted an answer that never came."""
    _zur_anfrage("anfrage_vermisst", anfrage)


def _zur_anfrage(anlass: str, anfrage, **kontext) -> None:
    """To everybody who may answer it. Answering the mail answers the person (Reply-To)."""
    _vorher_informieren(anfrage.angebot.organisation, kontext.get("jetzt"))
    kontext |= {"anfrage": anfrage, "angebot": anfrage.angebot, "link": anfrage_stand_link(anfrage)}
    kontext = von(anfrage.angebot.kontaktstelle) | {"reply_to": anfrage.email} | kontext
    for adresse in anfrage.angebot.organisation.empfaenger():
        Nachricht.objects.schreiben(anlass, adresse, bezug=anfrage, **kontext)


def anfrage_berichtigt(anfrage) -> None:
    """Only where an organisation has the enquiry and may still act."""
    if type(anfrage).objects.an_organisationen().filter(pk=anfrage.pk).exists():
        _zur_anfrage("anfrage_berichtigt", anfrage)


def anfrage_zurueckgezogen(anfrage, _grund: str = "") -> None:
    """Only where the organisation knows of the enquiry."""
    if anfrage.weitergegeben_am:
        _an_organisation("anfrage_zurueckgezogen", anfrage.angebot, bezug=anfrage, anfrage=anfrage)


def anfrage_geloescht(anfrage) -> None:
    """The person deleted what the organisation also has."""
    _an_organisation("anfrage_geloescht", anfrage.angebot, bezug=anfrage, anfrage=anfrage)


def fassung_freigegeben(fassung, _grund: str = "") -> None:
    angebot = fassung.angebot
    # The public row still has the old title, or none.
    seite = absolut("angebot", angebot.pk, slug(fassung.titel, "angebot"))
    _an_organisation("fassung_freigegeben", angebot, fassung=fassung, seite=seite)


def fassung_zurueckgegeben(fassung, grund: str) -> None:
    angebot = fassung.angebot
    if angebot.organisation.teamzugaenge.exists():
        bearbeiten = absolut("arbeitsbereich_text", angebot.pk)
    else:
        bearbeiten = angebot_stand_link(angebot)
    _an_organisation("fassung_zurueckgegeben", angebot, fassung=fassung, grund=grund, bearbeiten=bearbeiten)


def fassung_abgelehnt(fassung, grund: str) -> None:
    _an_organisation("fassung_abgelehnt", fassung.angebot, fassung=fassung, grund=grund)


def angebot_gesperrt(angebot, grund: str) -> None:
    _an_organisation("angebot_gesperrt", angebot, grund=grund)


def aktualitaet(organisation, schritte, jetzt: datetime) -> None:
    """One mail about all listings that are paused today, will soon be, or are asked about for the first time."""
    _vorher_informieren(organisation, jetzt)
    kontext = {"organisation": organisation, "schritte": schritte, "bezug": organisation, "jetzt": jetzt}
    kontext |= {"link": angebote_bestaetigen_link(organisation)} | von(stelle_fuer(organisation))
    for adresse in organisation.empfaenger():
        Nachricht.objects.schreiben("aktualitaet", adresse, **kontext)


def _an_organisation(anlass: str, angebot, *, bezug=None, **kontext) -> None:
    _vorher_informieren(angebot.organisation, kontext.get("jetzt"))
    kontext = {"link": angebot_stand_link(angebot)} | kontext | {"angebot": angebot}
    kontext |= {"organisation": angebot.organisation, "bezug": bezug or angebot} | von(angebot.kontaktstelle)
    for adresse in angebot.organisation.empfaenger():
        Nachricht.objects.schreiben(anlass, adresse, **kontext)


def _vorher_informieren(organisation, jetzt: datetime | None = None) -> None:
    """Whoever never registered learns that it is here before anything else reaches it."""
    from .information import informieren

    if organisation.uninformiert:
        informieren(organisation, jetzt or timezone.now())


def organisation_eingetragen(organisation, angebote, quelle_url: str, jetzt: datetime) -> None:
    """Art. 14 GDPR: who we are, what we have from where, what for, how long, which rights; with the way out."""
    kontext = {"organisation": organisation, "angebote": angebote, "bezug": organisation}
    kontext |= {"quelle_url": quelle_url, "jetzt": jetzt}
    kontext["link"] = Link("organisation_eintrag", ORGANISATION_EINTRAG[0], organisation.kennung)
    kontext["datenschutz"] = absolut("seite", "datenschutz")
    kontext |= von(stelle_fuer(organisation))
    for adresse in organisation.eigene_adresse():
        Nachricht.objects.schreiben("organisation_eingetragen", adresse, **kontext)


# To the Kontaktstelle


def organisation_ausgetragen(organisation, *, ohne_team: bool) -> None:
    stelle = stelle_fuer(organisation)
    if stelle:
        kontext = {"organisation": organisation, "ohne_team": ohne_team, "bezug": organisation}
        kontext["link"] = absolut("admin:organisationen_organisation_change", organisation.pk)
        Nachricht.objects.schreiben("organisation_ausgetragen", stelle.email, **kontext)


def anfrage_an_kontaktstelle(anfrage, _grund: str = "") -> None:
    """Somebody waits for a call, is under 16, or wrote to an organisation that cannot be reached. Says only that,
    no name and no number."""
    unerreichbar = not anfrage.angebot.organisation.empfaenger()
    seite = "admin:boerse_anfrage_change"
    _an_kontaktstelle("anfrage_an_kontaktstelle", anfrage, seite, anfrage=anfrage, unerreichbar=unerreichbar)


def anfrage_ueberfaellig(anfrage, jetzt: datetime) -> None:
    """The portal took it over. Says which organisation and why, no name and no number."""
    kontext = {"anfrage": anfrage, "erreichbar": anfrage.organisation_erreichbar, "jetzt": jetzt}
    _an_kontaktstelle("anfrage_ueberfaellig", anfrage, "admin:boerse_anfrage_change", **kontext)


def meldung_eingegangen(meldung) -> None:
    _an_kontaktstelle("meldung_eingegangen", meldung, "admin:boerse_meldung_change", meldung=meldung)


def morgenmail(stelle, zeilen, jetzt: datetime) -> None:
    """What waits: how many, since when, and nothing about anybody."""
    link = absolut("admin:index")
    Nachricht.objects.schreiben("morgenmail", stelle.email, zeilen=zeilen, link=link, jetzt=jetzt)


def _an_kontaktstelle(anlass: str, bezug, seite: str, **kontext) -> None:
    kontaktstelle = bezug.angebot.kontaktstelle
    if kontaktstelle:
        kontext |= {"angebot": bezug.angebot, "link": absolut(seite, bezug.pk)}
        Nachricht.objects.schreiben(anlass, kontaktstelle.email, bezug=bezug, **kontext)


# To both sides


def rueckmeldung(rueckmeldung) -> None:
    """One yes or no, weeks later."""
    anfrage = rueckmeldung.anfrage
    kontext = {"anfrage": anfrage, "rueckmeldung": rueckmeldung, "jetzt": rueckmeldung.gefragt_am}
    buergerin = rueckmeldung.seite == RueckmeldungSeite.BUERGERIN
    sprache = anfrage.sprache if buergerin else ""
    kontext["link"] = Link("rueckmeldung", RUECKMELDUNG[0], rueckmeldung.kennung, sprache=sprache)
    if buergerin:
        _an_buergerin("rueckmeldung_buergerin", **kontext)
    else:
        _an_organisation("rueckmeldung_organisation", anfrage.angebot, bezug=anfrage, **kontext)
