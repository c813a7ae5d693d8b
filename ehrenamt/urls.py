"""Every address of the portal, by name."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path

from boerse import urls as boerse
from boerse.sitemaps import SITEMAPS
from boerse.views.verzeichnis import verzeichnis
from organisationen import urls as organisationen

from .views import demo, fuer_programme, gesundheit, medien, seiten

handler400 = "ehrenamt.views.fehler.unlesbar"
handler500 = "ehrenamt.views.fehler.gestoert"

# What no person reads, and the admin, stand in one language.
urlpatterns = [
    path("verwaltung/verzeichnis/", admin.site.admin_view(verzeichnis), name="verarbeitungsverzeichnis"),
    path("verwaltung/", admin.site.urls),
    path("gesundheit/", gesundheit.gesundheit, name="gesundheit"),
    re_path(r"^medien/(?P<name>[0-9a-f]{32})\.(?P<endung>mp4|vtt)$", medien.medien, name="medien"),
    path("robots.txt", fuer_programme.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path(".well-known/security.txt", fuer_programme.sicherheit, name="sicherheit"),
    path("demo/postausgang/", demo.postausgang, name="demo_postausgang"),
    path("demo/postausgang/<int:pk>/", demo.nachricht, name="demo_nachricht"),
    path("demo/postausgang/<int:pk>/html/", demo.nachricht_html, name="demo_nachricht_html"),
    # Nor do organisations and their people have more than one language so far.
    path("", include(organisationen.fuer_organisationen)),
    path("", include(boerse.fuer_organisationen)),
    *i18n_patterns(
        path("konto/", include("allauth.urls")),
        path("", include("organisationen.urls")),
        path("", include("boerse.urls")),
        # Last: an editable page must not take an address away from anything else.
        path("<slug:slug>/", seiten.seite, name="seite"),
        prefix_default_language=False,
    ),
]
