"""Which addresses should search engines know? Public pages only."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from ehrenamt.models import Seite
from organisationen.models import Organisation

from .models import Angebot


class _Karte(Sitemap):
    """Each page in each language, with the others beside it."""

    limit = 5000
    i18n = alternates = x_default = True


class AngebotSitemap(_Karte):
    def items(self) -> QuerySet:
        return Angebot.objects.oeffentlich().only("titel", "geaendert_am").order_by("pk")

    def lastmod(self, angebot: Angebot):
        return angebot.geaendert_am


class OrganisationSitemap(_Karte):
    def items(self) -> QuerySet:
        return Organisation.objects.oeffentlich().only("name").order_by("pk")


class SeitenSitemap(_Karte):
    def items(self) -> list[tuple[str, ...]]:
        feste = [(name,) for name in ("start", "angebote", "organisationen", "kontaktstelle", "zahlen")]
        seiten = Seite.objects.exclude(slug__in=settings.SEITEN_AUS).values_list("slug", flat=True)
        return feste + [("seite", slug) for slug in seiten]

    def location(self, seite: tuple[str, ...]) -> str:
        return reverse(seite[0], args=seite[1:])


SITEMAPS = {"angebote": AngebotSitemap, "organisationen": OrganisationSitemap, "seiten": SeitenSitemap}
