"""Every address of the portal, by name."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from .views import demo

urlpatterns = [
    path("verwaltung/", admin.site.urls),
    path("demo/postausgang/", demo.postausgang, name="demo_postausgang"),
    path("demo/postausgang/<int:pk>/", demo.nachricht, name="demo_nachricht"),
    path("demo/postausgang/<int:pk>/html/", demo.nachricht_html, name="demo_nachricht_html"),
    *i18n_patterns(
        path("konto/", include("allauth.urls")),
        path("", include("organisationen.urls")),
        path("", include("boerse.urls")),
        prefix_default_language=False,
    ),
]
