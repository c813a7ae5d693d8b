"""Every address of the portal, by name."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("verwaltung/", admin.site.urls),
    *i18n_patterns(
        path("konto/", include("allauth.urls")),
        path("", include("organisationen.urls")),
        path("", include("boerse.urls")),
        prefix_default_language=False,
    ),
]
