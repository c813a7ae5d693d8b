"""The addresses of the exchange."""

from django.urls import include, path

urlpatterns = [
    path("arbeitsbereich/", include("boerse.urls_arbeitsbereich")),
]
