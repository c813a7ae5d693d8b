"""The addresses of the workspace that concern the organisation itself: registration, profile, team."""

from django.urls import path

from .views import profil, registrierung, team

urlpatterns = [
    path("organisation/neu/", registrierung.neu, name="organisation_neu"),
    path("organisation/<int:pk>/uebernahme/", registrierung.uebernehmen, name="organisation_uebernehmen"),
    path("organisation/<int:organisation>/profil/", profil.profil, name="arbeitsbereich_profil"),
    path("organisation/<int:organisation>/team/", team.team, name="arbeitsbereich_team"),
    path("organisation/<int:organisation>/team/einladung/", team.einladen, name="arbeitsbereich_einladen"),
    path(
        "organisation/<int:organisation>/team/einladung/<int:pk>/ruecknahme/",
        team.einladung_zurueckziehen,
        name="arbeitsbereich_einladung_ruecknahme",
    ),
    path("organisation/<int:organisation>/team/<int:pk>/rolle/", team.rolle, name="arbeitsbereich_rolle"),
    path("organisation/<int:organisation>/team/<int:pk>/ende/", team.entfernen, name="arbeitsbereich_entfernen"),
    path("organisation/<int:organisation>/team/austritt/", team.verlassen, name="arbeitsbereich_verlassen"),
    path("organisation/<int:organisation>/team/uebergabe/", team.uebergabe, name="arbeitsbereich_uebergabe"),
]
