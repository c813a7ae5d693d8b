"""The addresses of the exchange."""

from django.urls import URLPattern, path

from .feeds import AngeboteFeed
from .views import angebote, organisationen, start

urlpatterns: list[URLPattern] = [
    path("", start.start, name="start"),
    path("angebote/", angebote.angebote, name="angebote"),
    path("angebote/<int:pk>-<slug:slug>/", angebote.angebot, name="angebot"),
    path("angebote/<int:pk>-<slug:slug>/kalender.ics", angebote.kalenderdatei, name="angebot_kalender"),
    path("feeds/angebote.atom", AngeboteFeed(), name="angebote_feed"),
    path("organisationen/", organisationen.organisationen, name="organisationen"),
    path("organisationen/<int:pk>-<slug:slug>/", organisationen.organisation, name="organisation"),
]
