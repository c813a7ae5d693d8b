"""What is kept about people who act for an organisation, and until when?"""

from django.utils.translation import gettext_lazy as _

from ehrenamt.loeschung import NUTZUNG, Loeschung
from ehrenamt.pflichten import Pflicht

from .models import Einladung

TABELLE = [
    Loeschung(
        was=_("Einladung in das Team einer Organisation: E-Mail-Adresse"),
        betroffene=_("Eingeladene"),
        wann=_("wenn sie angenommen oder zurückgenommen wird, sonst nach 14 Tagen"),
        warum=_("damit nur die eingeladene Person in das Team kommt"),
        rechtsgrundlage=NUTZUNG,
        wer=_("das Team der Organisation, die Kontaktstelle"),
        spalten=("organisationen.Einladung.email",),
        pflichten=(Pflicht("Einladungen gelöscht", Einladung.objects.abgelaufen),),
    ),
]
