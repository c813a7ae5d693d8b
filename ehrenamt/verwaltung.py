"""The admin site of the Kontaktstelle."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Verwaltung(AdminSite):
    site_title = site_header = _("Verwaltung")
    index_title = _("Was wartet")
    login_template = "account/login.html"
