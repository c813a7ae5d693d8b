"""What does the county have to write down about its processing (Art. 30 GDPR)? Its record, from one table."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from ehrenamt.kontext import Portal
from organisationen.models import Kontaktstelle

from .loeschung import TABELLE


def als_markdown() -> str:
    kontext = {
        "portal": Portal(),
        "adresse": settings.PORTAL_ADRESSE,
        "heute": timezone.localdate(),
        "kontaktstellen": Kontaktstelle.objects.in_der_region(),
        "zeilen": TABELLE,
    }
    return render_to_string("seiten/verarbeitungsverzeichnis.md", kontext).strip() + "\n"
