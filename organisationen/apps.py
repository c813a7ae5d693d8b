from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationenConfig(AppConfig):
    name = "organisationen"
    verbose_name = _("Organisationen und Zuständigkeit")

    def ready(self) -> None:
        from allauth.account.signals import email_confirmed

        from . import checks  # noqa: F401 - registers itself
        from .konten import fremdes_passwort_vergessen

        # allauth's own hook, and the only one at this moment.
        email_confirmed.connect(fremdes_passwort_vergessen)
