from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class EhrenamtConfig(AppConfig):
    name = "ehrenamt"
    verbose_name = _("Portal")


class VerwaltungConfig(AdminConfig):
    default_site = "ehrenamt.verwaltung.Verwaltung"
