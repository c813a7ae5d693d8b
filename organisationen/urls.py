"""The addresses of organisations, their people and the Kontaktstelle."""

from django.urls import URLPattern, path

from .views import kontaktstelle

urlpatterns: list[URLPattern] = [
    path("kontaktstelle/", kontaktstelle.kontaktstelle, name="kontaktstelle"),
]
