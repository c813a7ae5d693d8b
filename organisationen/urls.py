"""The addresses of organisations, their people and the Kontaktstelle."""

from django.urls import include, path

from .views import einladungen, kontaktstelle, konto, registrierung

urlpatterns = [
    path("kontaktstelle/", kontaktstelle.kontaktstelle, name="kontaktstelle"),
    path("fuer-organisationen/", registrierung.fuer_organisationen, name="fuer_organisationen"),
    path("konto/", konto.konto, name="konto"),
    path("einladung/<str:token>/", einladungen.einladung, name="einladung"),
    path("arbeitsbereich/", include("organisationen.urls_arbeitsbereich")),
]
