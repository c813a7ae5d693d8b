"""Which mails go to organisations about themselves? One function per occasion."""

from datetime import datetime, timedelta

from django.conf import settings

from ehrenamt.links import absolut, token
from ehrenamt.models import Erklaerung, Nachricht
from ehrenamt.ratenbegrenzung import adresse_erlaubt

from .models import Kontaktstelle
from .models.einladung import GUELTIG

# A warning comes a year before the account goes.
KONTO_BEHALTEN = "konto_behalten", timedelta(days=500)
EINLADUNG: tuple[str, timedelta] = ("einladung", GUELTIG)


def organisation_freigegeben(organisation, _grund: str = "") -> None:
    _an_team("organisation_freigegeben", organisation, link=absolut("arbeitsbereich"))


def organisation_abgelehnt(organisation, grund: str) -> None:
    _an_team("organisation_abgelehnt", organisation, grund=grund)


def organisation_gesperrt(organisation, grund: str) -> None:
    _an_team("organisation_gesperrt", organisation, grund=grund)


def einladung(einladung) -> None:
    Nachricht.objects.schreiben(
        "einladung",
        einladung.email,
        bezug=einladung,
        organisation=einladung.organisation,
        rolle=einladung.get_rolle_display(),
        link=absolut("einladung", token(EINLADUNG[0], einladung.kennung)),
    )


def uebernahme_bestaetigt(organisation, konto) -> None:
    Nachricht.objects.schreiben(
        "uebernahme_bestaetigt",
        konto.email,
        bezug=organisation,
        organisation=organisation,
        link=absolut("arbeitsbereich"),
        **von(stelle_fuer(organisation)),
    )


def uebernahme_abgelehnt(organisation, konto, grund: str) -> None:
    Nachricht.objects.schreiben(
        "uebernahme_abgelehnt",
        konto.email,
        bezug=organisation,
        organisation=organisation,
        grund=grund,
        **von(stelle_fuer(organisation)),
    )


# To people about their account


def konto_schliesst(konto) -> None:
    _an_konto("konto_schliesst", konto, link=_behalten_link(konto))


def konto_ungenutzt(konto, jetzt: datetime) -> None:
    _an_konto("konto_ungenutzt", konto, link=_behalten_link(konto), jetzt=jetzt)


def konto_geschlossen(konto, jetzt: datetime) -> None:
    _an_konto("konto_geschlossen", konto, tage=settings.FRISTEN["nachricht_tage"], jetzt=jetzt)


def leitung_uebernommen(zugang) -> None:
    """The one who led before is gone, and nobody was named."""
    organisation = zugang.organisation
    link = absolut("arbeitsbereich_team", organisation.pk)
    _an_konto("leitung_uebernommen", zugang.konto, organisation=organisation, link=link)


def _behalten_link(konto) -> str:
    return absolut("konto_link", token(KONTO_BEHALTEN[0], konto.pk))


def _an_konto(anlass: str, konto, **kontext) -> None:
    # No object: the mail outlives the account.
    kontext |= von(Kontaktstelle.objects.des_portals())
    Nachricht.objects.schreiben(anlass, konto.email, konto=konto, **kontext)


# To the Kontaktstelle


def organisation_verlassen(organisation) -> None:
    """Nobody is left who could be reached."""
    stelle = stelle_fuer(organisation)
    if stelle:
        link = absolut("admin:organisationen_organisation_change", organisation.pk)
        kontext = {"organisation": organisation, "link": link}
        Nachricht.objects.schreiben("organisation_verlassen", stelle.email, bezug=organisation, **kontext)


def barriere_gemeldet(meldung) -> None:
    """Without the person's words: they stand at the desk."""
    _zur_barriere("barriere_gemeldet", meldung)


def barriere_erinnerung(meldung, jetzt: datetime) -> None:
    _zur_barriere("barriere_erinnerung", meldung, jetzt=jetzt)


def _zur_barriere(anlass: str, meldung, **kontext) -> None:
    stelle = Kontaktstelle.objects.des_portals()
    if stelle:
        kontext |= {"meldung": meldung, "link": absolut("admin:organisationen_barrieremeldung_change", meldung.pk)}
        Nachricht.objects.schreiben(anlass, stelle.email, bezug=meldung, **kontext)


# To whoever reported a barrier


def barriere_eingegangen(meldung) -> None:
    """Repeats nothing that was typed: nobody has proved whose address it is."""
    if meldung.email and adresse_erlaubt(meldung.email, "barriere_eingegangen", 3):
        _an_meldende("barriere_eingegangen", meldung)


def barriere_zwischennachricht(meldung, text: str) -> None:
    _an_meldende("barriere_zwischennachricht", meldung, text=text)


def barriere_antwort(meldung, text: str) -> None:
    """Names the body of the Land, as § 5 Absatz 2 BITVNRW asks."""
    erklaerung = Erklaerung.objects.aktuelle()
    _an_meldende("barriere_antwort", meldung, text=text, hilfe=erklaerung.stelle)


def _an_meldende(anlass: str, meldung, **kontext) -> None:
    if meldung.email:
        kontext |= {"meldung": meldung, "bezug": meldung, "sprache": meldung.sprache}
        Nachricht.objects.schreiben(anlass, meldung.email, **kontext, **von(Kontaktstelle.objects.des_portals()))


def _an_team(anlass: str, organisation, **kontext) -> None:
    if organisation.uninformiert:
        return  # they did not ask for anything, and learn first of all that they are here
    kontext |= {"organisation": organisation, "bezug": organisation} | von(stelle_fuer(organisation))
    for adresse in organisation.empfaenger():
        Nachricht.objects.schreiben(anlass, adresse, **kontext)


def stelle_fuer(organisation) -> Kontaktstelle | None:
    """The office responsible."""
    return Kontaktstelle.objects.zustaendig_fuer(organisation.gemeinde_id)


def von(stelle: Kontaktstelle | None) -> dict:
    """This office signs the mail, and gets what is answered."""
    return {"stelle": stelle, "reply_to": stelle.email if stelle else ""}
