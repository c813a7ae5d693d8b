"""How do accounts work here? The adapter between allauth and the portal."""

from allauth.account.adapter import DefaultAccountAdapter
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

from ehrenamt.models import Nachricht


class KontoAdapter(DefaultAccountAdapter):
    """allauth's mails are Nachricht rows like all others."""

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        kontext = context | {"request": self.request, "email": email}
        betreff = render_to_string(f"{template_prefix}_subject.txt", kontext)
        text = render_to_string(f"{template_prefix}_message.txt", kontext)
        try:
            html = render_to_string(f"{template_prefix}_message.html", kontext)
        except TemplateDoesNotExist:
            html = ""
        Nachricht.objects.einstellen(template_prefix.rpartition("/")[2], email, betreff, text, html)
