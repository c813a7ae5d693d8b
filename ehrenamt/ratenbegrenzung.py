"""How often may one address do something? Counted in PostgreSQL, without keeping the address."""

import hashlib
import hmac
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from .felder import klein


def absender(request: HttpRequest) -> str:
    """The client's address: the entry that the outermost trusted proxy added to X-Forwarded-For, else the peer.

    Of an IPv6 address its /64, since that is what one household gets.
    """
    weg = [teil.strip() for teil in request.headers.get("X-Forwarded-For", "").split(",") if teil.strip()]
    if settings.PORTAL_PROXYS and len(weg) >= settings.PORTAL_PROXYS:
        return _anschluss(weg[-settings.PORTAL_PROXYS])
    return _anschluss(request.META.get("REMOTE_ADDR", ""))


def _anschluss(adresse: str) -> str:
    try:
        ip = ip_address(adresse.strip("[]"))
    except ValueError:
        return adresse
    if ip.version == 6 and ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    return str(ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)


def erlaubt(request: HttpRequest, zweck: str, hoechstens: int, je: timedelta = timedelta(hours=1)) -> bool:
    """Count this request; False once the address has done it more than `hoechstens` times in the period.

    What is stored is an HMAC of purpose, address and period under a key that changes daily: counters of two days
    cannot be joined, and each is deleted within the hour after its period.
    """
    return _zaehlen(_schluessel(zweck, absender(request), je, timezone.now()), je) <= hoechstens


def erstmals(request: HttpRequest, zweck: str, dinge: list[str], hoechstens: int, je: timedelta) -> list[str]:
    """Which of these things this address does for the first time in the period; none once it has come more than
    `hoechstens` times. Each is stored as an HMAC like the address."""
    jetzt = timezone.now()
    wer = absender(request)
    schluessel = {_schluessel(f"{zweck}.{ding}", wer, je, jetzt): ding for ding in dinge}
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH bisher AS (INSERT INTO ehrenamt_zaehler (schluessel, anzahl, gueltig_bis) VALUES (%s, 1, %s) "
            "ON CONFLICT (schluessel) DO UPDATE SET anzahl = ehrenamt_zaehler.anzahl + 1 RETURNING anzahl) "
            "INSERT INTO ehrenamt_zaehler (schluessel, anzahl, gueltig_bis) "
            "SELECT ding, 1, %s FROM unnest(%s::text[]) AS ding, bisher WHERE bisher.anzahl <= %s ORDER BY ding "
            "ON CONFLICT (schluessel) DO NOTHING RETURNING schluessel",
            [_schluessel(zweck, wer, je, jetzt), jetzt + je, jetzt + je, list(schluessel), hoechstens],
        )
        return [schluessel[zeile] for (zeile,) in cursor.fetchall()]


def adresse_erlaubt(email: str, zweck: str, hoechstens: int, je: timedelta = timedelta(days=1)) -> bool:
    """The same for an e-mail address that something is sent to, whoever asks for it."""
    return _zaehlen(_schluessel(zweck, klein(email), je, timezone.now()), je) <= hoechstens


def pruefsumme(request: HttpRequest) -> str:
    """Stands for the client's address for the rest of the day, where somebody else counts."""
    return _schluessel("anschluss", absender(request), timedelta(days=1), timezone.now())


def klasse(request: HttpRequest, ding: str, anzahl: int) -> int:
    """To which of so many classes the address belongs for this thing: the same each day, and for another thing another.

    Few enough classes say nothing about an address that each shares with a great many.
    """
    probe = hmac.digest(settings.SECRET_KEY.encode(), f"klasse.{ding}|{absender(request)}".encode(), "sha256")
    return int.from_bytes(probe[:4]) % anzahl


def _schluessel(zweck: str, adresse: str, je: timedelta, jetzt: datetime) -> str:
    tagesgeheimnis = hmac.digest(settings.SECRET_KEY.encode(), f"rate.{jetzt:%Y-%m-%d}".encode(), "sha256")
    abschnitt = int(jetzt.timestamp() // je.total_seconds())
    return hmac.new(tagesgeheimnis, f"{zweck}|{adresse}|{abschnitt}".encode(), hashlib.sha256).hexdigest()


def _zaehlen(schluessel: str, je: timedelta) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ehrenamt_zaehler (schluessel, anzahl, gueltig_bis) VALUES (%s, 1, %s) "
            "ON CONFLICT (schluessel) DO UPDATE SET anzahl = ehrenamt_zaehler.anzahl + 1 RETURNING anzahl",
            [schluessel, timezone.now() + je],
        )
        return cursor.fetchone()[0]
