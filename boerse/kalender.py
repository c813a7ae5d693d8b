"""How does a dated listing get into somebody's calendar? As iCalendar (RFC 5545)."""

from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from .auswahl import Art


def hat_termin(angebot) -> bool:
    """Whether there is one date to go to; what happens every week begins some day but is no appointment."""
    return bool(angebot.beginn) and angebot.art != Art.REGELMAESSIG


def als_ics(angebot) -> str:
    """One VEVENT: with its time where day and time are known, else whole days."""
    zeilen = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(settings.PORTAL_NAME)}//{_text(settings.PORTAL_KREIS)}//DE",
        "BEGIN:VEVENT",
        f"UID:{angebot.kennung}",
        f"DTSTAMP:{_zeitpunkt(angebot.geaendert_am or angebot.veroeffentlicht_am)}",
        *_termin(angebot),
        f"SUMMARY:{_text(angebot.titel)}",
        f"DESCRIPTION:{_text(f'{angebot.organisation.name}: {angebot.kurzbeschreibung or angebot.titel}')}",
        f"LOCATION:{_text('; '.join(_orte(angebot)))}",
        f"URL:{settings.PORTAL_ADRESSE}{angebot.get_absolute_url()}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(_umbrechen(zeile) + "\r\n" for zeile in zeilen)


def _orte(angebot) -> list[str]:
    return [", ".join(filter(None, [ort.bezeichnung, ort.anschrift])) for ort in angebot.einsatzorte.all()]


def _termin(angebot) -> list[str]:
    fenster = list(angebot.zeitfenster.all())
    eintaegig = angebot.ende in (None, angebot.beginn)
    if eintaegig and len(fenster) == 1 and fenster[0].von and fenster[0].bis:
        tag = angebot.beginn
        return [
            f"DTSTART:{_zeitpunkt(_ortszeit(tag, fenster[0].von))}",
            f"DTEND:{_zeitpunkt(_ortszeit(tag, fenster[0].bis))}",
        ]
    # A DTEND of whole days is the first day after.
    nach = (angebot.ende or angebot.beginn) + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{_tag(angebot.beginn)}", f"DTEND;VALUE=DATE:{_tag(nach)}"]


def _ortszeit(tag: date, zeit) -> datetime:
    return timezone.make_aware(datetime.combine(tag, zeit))


def _zeitpunkt(zeit: datetime) -> str:
    return f"{zeit.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _tag(tag: date) -> str:
    return f"{tag:%Y%m%d}"


def _text(text: str) -> str:
    for zeichen in "\\;,":
        text = text.replace(zeichen, "\\" + zeichen)
    return "\\n".join(text.splitlines())


def _umbrechen(zeile: str) -> str:
    """Lines of at most 75 octets, continued after a space; no character is cut."""
    teile, teil = [], ""
    for zeichen in zeile:
        if len((teil + zeichen).encode()) > 74:
            teile.append(teil)
            teil = ""
        teil += zeichen
    return "\r\n ".join([*teile, teil])
