from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationenConfig(AppConfig):
    name = "organisationen"
    verbose_name = _("Organisationen und Zuständigkeit")

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers itself
