"""How do other programs follow new listings? An Atom feed that takes the parameters of the list."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from ehrenamt.kontext import Portal

from .darstellung import karten
from .filters import AngebotFilter
from .suchanfrage import adresse

EINTRAEGE = 50


class AngeboteFeed(Feed):
    """The same AngebotFilter as the list, so the same hits in the same order."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> AngebotFilter:
        return AngebotFilter(request.GET)

    def title(self, suche: AngebotFilter) -> str:
        return _("%(portal)s %(kreis)s: Angebote") % {"portal": Portal().name, "kreis": Portal().kreis}

    def link(self, suche: AngebotFilter) -> str:
        return settings.PORTAL_ADRESSE + adresse(suche.werte)

    def feed_url(self, suche: AngebotFilter) -> str:
        return settings.PORTAL_ADRESSE + adresse(suche.werte, "angebote_feed")

    def feed_copyright(self, suche: AngebotFilter) -> str:
        return settings.PORTAL_ADRESSE + reverse("seite", args=["nutzungsbedingungen"])

    def items(self, suche: AngebotFilter) -> list:
        return karten(suche.ergebnisse()[:EINTRAEGE], suche.begriffe, suche.bezugspunkte)

    def item_title(self, angebot) -> str:
        return angebot.titel

    def item_description(self, angebot) -> str:
        fakten = " · ".join(str(fakt) for fakt in angebot.fakten)
        return f"{angebot.kurzbeschreibung} {angebot.organisation.name}: {fakten}".strip()

    def item_link(self, angebot) -> str:
        return settings.PORTAL_ADRESSE + angebot.get_absolute_url()

    def item_guid(self, angebot) -> str:
        return f"urn:uuid:{angebot.kennung}"

    def item_author_name(self, angebot) -> str:
        return angebot.organisation.name

    def item_pubdate(self, angebot):
        return angebot.veroeffentlicht_am

    def item_updateddate(self, angebot):
        return angebot.geaendert_am or angebot.veroeffentlicht_am

    def item_categories(self, angebot) -> list[str]:
        return [wort.label for wort in angebot.themen_namen]
