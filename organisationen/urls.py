"""The addresses of organisations, their people and the Kontaktstelle."""

from django.urls import include, path

from .views import barriere, einladungen, kontaktstelle, konto, kontoschliessung, registrierung

urlpatterns = [
    path("kontaktstelle/", kontaktstelle.kontaktstelle, name="kontaktstelle"),
    path("barriere-melden/", barriere.barriere_melden, name="barriere_melden"),
    path("barriere-melden/danke/", barriere.barriere_gemeldet, name="barriere_gemeldet"),
    path("fuer-organisationen/", registrierung.fuer_organisationen, name="fuer_organisationen"),
]

# In German alone.
fuer_organisationen = [
    path("konto/", konto.konto, name="konto"),
    path("konto/daten/", konto.daten, name="konto_daten"),
    path("konto/abmeldung/", konto.abmelden, name="konto_abmelden"),
    path("konto/schliessung/", kontoschliessung.schliessung, name="konto_schliessen"),
    path("konto/schliessung/ruecknahme/", kontoschliessung.behalten, name="konto_behalten"),
    path("konto/behalten/<str:token>/", kontoschliessung.per_mail, name="konto_link"),
    path("einladung/<str:token>/", einladungen.einladung, name="einladung"),
    path("arbeitsbereich/", include("organisationen.urls_arbeitsbereich")),
]
