"""The addresses of the exchange."""

from django.urls import include, path, re_path

from .feeds import AngeboteFeed
from .views import (
    aktualitaet,
    anfrage_eltern,
    anfrage_stand,
    anfragen,
    angebot_stand,
    angebote,
    antwort,
    engagementwunsch,
    mein_wunsch,
    meine_daten,
    meine_daten_link,
    meldungen,
    merkliste,
    organisation_eintrag,
    organisationen,
    passt,
    rueckmeldung,
    schnittstelle,
    start,
    zahlen,
)

urlpatterns = [
    path("", start.start, name="start"),
    path("angebote/", angebote.angebote, name="angebote"),
    path("angebote/<int:pk>/", angebote.angebot, {"slug": ""}, name="angebot_kurz"),
    path("angebote/<int:pk>-<slug:slug>/", angebote.angebot, name="angebot"),
    path("angebote/<int:pk>-<slug:slug>/kalender.ics", angebote.kalenderdatei, name="angebot_kalender"),
    path("passt-zu-mir/", passt.passt_zu_mir, name="passt_zu_mir"),
    path("merkliste/", merkliste.merkliste, name="merkliste"),
    path("merkliste/aenderung/", merkliste.merkliste_aendern, name="merkliste_aendern"),
    path("feeds/angebote.atom", AngeboteFeed(), name="angebote_feed"),
    re_path("^api/v1/angebote/?$", schnittstelle.angebote, name="schnittstelle_angebote"),
    path("organisationen/", organisationen.organisationen, name="organisationen"),
    path("organisationen/<int:pk>-<slug:slug>/", organisationen.organisation, name="organisation"),
    path("angebote/<int:pk>-<slug:slug>/anfrage/", anfragen.anfrage, name="anfrage"),
    path("angebote/<int:pk>-<slug:slug>/anfrage/gesendet/", anfragen.anfrage_gesendet, name="anfrage_gesendet"),
    path("angebote/<int:pk>-<slug:slug>/melden/", meldungen.angebot_melden, name="angebot_melden"),
    path("angebote/<int:pk>-<slug:slug>/melden/gesendet/", meldungen.meldung_gesendet, name="meldung_gesendet"),
    path("anfrage/bestaetigung/<str:token>/", anfragen.anfrage_bestaetigen, name="anfrage_bestaetigen"),
    path("anfrage/eltern/<str:token>/", anfrage_eltern.anfrage_eltern, name="anfrage_eltern"),
    path("ich-moechte-helfen/", engagementwunsch.engagementwunsch, name="engagementwunsch"),
    path("ich-moechte-helfen/gesendet/", engagementwunsch.engagementwunsch_gesendet, name="engagementwunsch_gesendet"),
    path(
        "ich-moechte-helfen/bestaetigung/<str:token>/",
        engagementwunsch.engagementwunsch_bestaetigen,
        name="engagementwunsch_bestaetigen",
    ),
    path("meine-daten/wunsch/<str:token>/", mein_wunsch.mein_wunsch, name="mein_wunsch"),
    path("meine-daten/wunsch/<str:token>/angaben/", mein_wunsch.mein_wunsch_aendern, name="mein_wunsch_aendern"),
    path("meine-daten/wunsch/<str:token>/datei/", mein_wunsch.mein_wunsch_datei, name="mein_wunsch_datei"),
    path("meine-daten/wunsch/<str:token>/rueckzug/", mein_wunsch.mein_wunsch_rueckzug, name="mein_wunsch_rueckzug"),
    path("meine-daten/wunsch/<str:token>/loeschung/", mein_wunsch.mein_wunsch_loeschung, name="mein_wunsch_loeschung"),
    path("meine-daten/", meine_daten_link.meine_daten_anfordern, name="meine_daten_anfordern"),
    path("meine-daten/angefordert/", meine_daten_link.meine_daten_angefordert, name="meine_daten_angefordert"),
    path("meine-daten/<str:token>/angaben/", meine_daten.meine_daten_aendern, name="meine_daten_aendern"),
    path("meine-daten/<str:token>/datei/", meine_daten.meine_daten_datei, name="meine_daten_datei"),
    path("meine-daten/<str:token>/", meine_daten.meine_daten, name="meine_daten"),
    path("meine-daten/<str:token>/rueckzug/", meine_daten.meine_daten_rueckzug, name="meine_daten_rueckzug"),
    path("meine-daten/<str:token>/antwort/", antwort.meine_daten_antwort, name="meine_daten_antwort"),
    path("meine-daten/<str:token>/loeschung/", meine_daten.meine_daten_loeschung, name="meine_daten_loeschung"),
    path("rueckmeldung/<str:token>/", rueckmeldung.rueckmeldung, name="rueckmeldung"),
    path("zahlen/", zahlen.zahlen, name="zahlen"),
]

# In German alone.
fuer_organisationen = [
    path("angebote/bestaetigung/<str:token>/", aktualitaet.angebote_bestaetigen, name="angebote_bestaetigen"),
    path("anfrage/stand/<str:token>/", anfrage_stand.anfrage_stand, name="anfrage_stand"),
    path("angebot/stand/<str:token>/", angebot_stand.angebot_stand, name="angebot_stand"),
    path("organisation/eintrag/<str:token>/", organisation_eintrag.organisation_eintrag, name="organisation_eintrag"),
    path("arbeitsbereich/", include("boerse.urls_arbeitsbereich")),
]
