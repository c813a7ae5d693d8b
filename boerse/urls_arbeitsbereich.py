"""The addresses of the workspace that concern listings and enquiries; a verb is a sub-resource, by POST."""

from django.urls import path

from .views.arbeitsbereich import (
    anfragen,
    angebote,
    austragung,
    fassungen,
    fuehrungszeugnis,
    mitnahme,
    uebersicht,
    vorschau,
)

urlpatterns = [
    path("", uebersicht.uebersicht, name="arbeitsbereich"),
    path("organisation/<int:organisation>/", uebersicht.uebersicht, name="arbeitsbereich_organisation"),
    path("organisation/<int:organisation>/angebot/", fassungen.neu, name="arbeitsbereich_angebot_neu"),
    path("organisation/<int:organisation>/angebot/rat/", fassungen.rat, name="arbeitsbereich_rat"),
    path(
        "organisation/<int:organisation>/bestaetigung/",
        uebersicht.alle_bestaetigen,
        name="arbeitsbereich_alle_bestaetigen",
    ),
    path("organisation/<int:organisation>/austragung/", austragung.austragen, name="arbeitsbereich_austragen"),
    path("organisation/<int:organisation>/rueckkehr/", austragung.zurueckkehren, name="arbeitsbereich_rueckkehr"),
    path("fuehrungszeugnis/", fuehrungszeugnis.lotse, name="arbeitsbereich_fuehrungszeugnis"),
    path(
        "organisation/<int:organisation>/bescheinigung/",
        fuehrungszeugnis.bescheinigung,
        name="arbeitsbereich_bescheinigung",
    ),
    path("organisation/<int:organisation>/mitnahme/", mitnahme.alles, name="arbeitsbereich_mitnahme"),
    path("organisation/<int:organisation>/mitnahme/csv/", mitnahme.angebote, name="arbeitsbereich_mitnahme_csv"),
    path("angebote/", angebote.liste, name="arbeitsbereich_angebote"),
    path("angebote/<int:pk>/", angebote.angebot, name="arbeitsbereich_angebot"),
    path("angebote/<int:pk>/aushang/", angebote.aushang, name="arbeitsbereich_aushang"),
    path("angebote/<int:pk>/text/", fassungen.text, name="arbeitsbereich_text"),
    path("angebote/<int:pk>/vorschau/", vorschau.vorschau, name="arbeitsbereich_vorschau"),
    path("angebote/<int:pk>/einreichung/", fassungen.einreichen, name="arbeitsbereich_einreichen"),
    path("angebote/<int:pk>/ruecknahme/", fassungen.zuruecknehmen, name="arbeitsbereich_zuruecknehmen"),
    path("angebote/<int:pk>/verwerfung/", fassungen.verwerfen, name="arbeitsbereich_verwerfen"),
    path("angebote/<int:pk>/kopie/", fassungen.kopieren, name="arbeitsbereich_kopieren"),
    path("angebote/<int:pk>/bestaetigung/", angebote.bestaetigen, name="arbeitsbereich_bestaetigen"),
    path("angebote/<int:pk>/pause/", angebote.pausieren, name="arbeitsbereich_pausieren"),
    path("angebote/<int:pk>/fortsetzung/", angebote.fortsetzen, name="arbeitsbereich_fortsetzen"),
    path("angebote/<int:pk>/ende/", angebote.beenden, name="arbeitsbereich_beenden"),
    path("anfragen/", anfragen.liste, name="arbeitsbereich_anfragen"),
    path("anfragen/<int:pk>/", anfragen.anfrage, name="arbeitsbereich_anfrage"),
    path("anfragen/<int:pk>/antwort/", anfragen.beantworten, name="arbeitsbereich_beantworten"),
    path("anfragen/<int:pk>/nachricht/", anfragen.antworten, name="arbeitsbereich_antworten"),
    path("anfragen/<int:pk>/kennenlernen/", anfragen.kennenlernen, name="arbeitsbereich_kennenlernen"),
    path("anfragen/<int:pk>/vermittlung/", anfragen.vermitteln, name="arbeitsbereich_vermitteln"),
    path("anfragen/<int:pk>/absage/", anfragen.absagen, name="arbeitsbereich_absagen"),
]
