"""How do accounts work here? The adapter between allauth and the portal."""

from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from ehrenamt.kontext import Portal
from ehrenamt.models import Nachricht
from ehrenamt.ratenbegrenzung import pruefsumme


class KontoAdapter(DefaultAccountAdapter):
    """allauth's mails are Nachricht rows like all others; its texts say "Sie" like the rest of the portal."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "cannot_remove_primary_email": _("Ihre einzige Adresse können Sie nicht löschen."),
        "enter_current_password": _("Bitte geben Sie Ihr jetziges Passwort ein."),
        "rate_limited": _("Das waren viele Versuche. Bitte warten Sie einen Moment."),
        "select_only_one": _("Bitte wählen Sie nur eines aus."),
        "unverified_primary_email": _("Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse."),
    }

    def get_email_confirmation_url(self, request, emailconfirmation) -> str:
        """With the page the person wanted to see: the link may be opened in another browser."""
        adresse = super().get_email_confirmation_url(request, emailconfirmation)
        ziel = get_next_redirect_url(request) if request else None
        return f"{adresse}?{urlencode({'next': ziel})}" if ziel else adresse

    def get_client_ip(self, request) -> str:
        """Counted as all limits of the portal are: an IPv6 household once, never an error page, and without keeping
        the address, which allauth writes into the key of its counter."""
        return pruefsumme(request)

    def is_safe_url(self, url: str | None) -> bool:
        """Only pages of this portal; an address that is none ("http://[::1") is no error either."""
        return url_has_allowed_host_and_scheme(url, {self.request.get_host()}, self.request.is_secure())

    def get_login_redirect_url(self, request) -> str:
        """Staff who act for no organisation go to their desk; whoever asked to be deleted is asked again."""
        konto = request.user
        if konto.schliessen_am:
            return reverse("konto")
        if konto.is_staff and not konto.teamzugaenge.exists():
            return reverse("admin:index")
        return super().get_login_redirect_url(request)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        kontext = context | {"email": email, "portal": Portal(), "adresse": settings.PORTAL_ADRESSE}
        betreff = render_to_string(f"{template_prefix}_subject.txt", kontext)
        text = render_to_string(f"{template_prefix}_message.txt", kontext)
        try:
            html = render_to_string(f"{template_prefix}_message.html", kontext)
        except TemplateDoesNotExist:
            html = ""
        Nachricht.objects.einstellen(template_prefix.rpartition("/")[2], email, betreff, text, html)


def fremdes_passwort_vergessen(request, email_address, **_signal) -> None:
    """Whoever proves an address by a mailed code did not show to know the password that came with the sign-up: it may
    be that of somebody who signed up with a foreign address and waits for its owner."""
    if request.resolver_match.url_name == "account_confirm_login_code":
        email_address.user.set_unusable_password()
        email_address.user.save(update_fields=["password"])
