"""What do programs ask first? Rules for crawlers, and whom to tell about a security hole (RFC 9116)."""

from datetime import UTC, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..kontext import Portal

NICHT_SUCHEN = [
    "/verwaltung/",
    "/arbeitsbereich/",
    "/konto/",
    "/meine-daten/",
    "/anfrage/",
    "/ich-moechte-helfen/bestaetigung/",
    "/demo/",
]
GUELTIG = timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sprachen = [f"/{code}" if code != settings.LANGUAGE_CODE else "" for code, _name in settings.LANGUAGES]
    zeilen = ["User-agent: *", *(f"Disallow: {sprache}{pfad}" for sprache in sprachen for pfad in NICHT_SUCHEN)]
    return _text([*zeilen, "", f"Sitemap: {settings.PORTAL_ADRESSE}{reverse('sitemap')}"])


@require_safe
def sicherheit(request: HttpRequest) -> HttpResponse:
    stelle = Portal().kontaktstelle_daten
    adresse = f"mailto:{stelle.email}" if stelle else settings.PORTAL_ADRESSE + reverse("kontaktstelle")
    # From midnight on, so that the answer stays the same all day.
    bis = timezone.now().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + GUELTIG
    zeilen = [
        f"Contact: {adresse}",
        f"Expires: {bis:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: de, en",
        f"Canonical: {settings.PORTAL_ADRESSE}{reverse('sicherheit')}",
    ]
    return _text(zeilen)


def _text(zeilen: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(zeilen) + "\n", content_type="text/plain; charset=utf-8")
