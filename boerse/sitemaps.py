"""Which addresses should search engines know? Public pages only."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from ehrenamt.models import Seite
from organisationen.models import Organisation

from .models import Angebot


class _Karte(Sitemap):
    limit = 5000


class AngebotSitemap(_Karte):
    def items(self) -> QuerySet:
        return Angebot.objects.oeffentlich().only("titel", "geaendert_am").order_by("pk")

    def lastmod(self, angebot: Angebot):
        return angebot.geaendert_am


class OrganisationSitemap(_Karte):
    def items(self) -> QuerySet:
        return Organisation.objects.oeffentlich().only("name").order_by("pk")


class SeitenSitemap(_Karte):
    def items(self) -> list[str]:
        feste = [reverse(name) for name in ("start", "angebote", "organisationen", "kontaktstelle", "zahlen")]
        seiten = Seite.objects.exclude(slug__in=settings.SEITEN_AUS).values_list("slug", flat=True)
        return feste + [reverse("seite", args=[slug]) for slug in seiten]

    def location(self, adresse: str) -> str:
        return adresse


SITEMAPS = {"angebote": AngebotSitemap, "organisationen": OrganisationSitemap, "seiten": SeitenSitemap}
