"""The addresses of organisations, their people and the Kontaktstelle."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
