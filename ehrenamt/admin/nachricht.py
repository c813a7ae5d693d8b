"""The desk of the Kontaktstelle for mails: what did not arrive."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..anlaesse import ANLAESSE
from ..models import Nachricht
from ..verwaltung import EntscheidungsAdmin, Tat, Warteschlange, sammeltat
from ..verwaltung.filter import ListenFilter, alles

# What the mail server meant, in words for the desk; anything else is about the server itself.
FEHLER = {
    "SMTPRecipientsRefused": _("Diese Adresse nimmt keine Mails an: Es gibt sie nicht, oder das Postfach ist voll."),
    "SMTPDataError": _("Der Mailserver nimmt diese Mail nicht an."),
    "SMTPNotSupportedError": _("An diese Adresse lässt sich keine Mail senden."),
    "ValueError": _("An diese Adresse lässt sich keine Mail senden."),
}
NICHT_ERREICHT = _("Der Mailserver ist nicht zu erreichen oder nimmt gerade nichts an.")


class NachrichtenListe(ListenFilter):
    teile = {
        "abgewiesen": (_("Abgewiesene"), lambda qs: qs.abgewiesen()),
        "haengt": (_("Seit über einer Stunde nicht gesendet"), lambda qs: qs.haengt(timezone.now())),
        "wartet": (_("Noch nicht gesendet"), lambda qs: qs.filter(status=Nachricht.Status.WARTET)),
        "alle": (_("Alle"), alles),
    }


@admin.register(Nachricht)
class NachrichtAdmin(EntscheidungsAdmin):
    """Mails without their text: what was written to whom is no business of the desk, what did not arrive is."""

    change_form_template = "admin/ehrenamt/nachricht/change_form.html"
    list_display = ["anlass_in_worten", "worum", "status", "woran", "erstellt_am", "gesendet_am"]
    list_filter = [NachrichtenListe]
    search_fields = ["anlass"]
    ordering = ["-pk"]
    actions = [sammeltat("erneut_senden", _("Noch einmal senden")), sammeltat("abhaken", _("Abhaken (löschen)"))]
    taten = [
        Tat("erneut_senden", _("Noch einmal senden"), wort=_("wird noch einmal gesendet")),
        Tat("abhaken", _("Abhaken"), hinweis=_("Die Nachricht wird gelöscht."), wort=_("abgehakt")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("text", "html", "betreff").prefetch_related("bezug")

    def get_list_display(self, request: HttpRequest) -> list[str]:
        spalten = list(self.list_display)
        return [*spalten[:1], "empfaenger", *spalten[1:]] if request.user.is_superuser else spalten

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        meine = Nachricht.objects.in_zustaendigkeit(request.user)
        teile = ((80, _("Abgewiesene Mails"), "abgewiesen"), (81, _("Mails, die nicht hinausgehen"), "haengt"))
        return [
            Warteschlange(
                rang,
                titel,
                NachrichtenListe.teile[name][1](meine),
                "erstellt_am",
                self.listenadresse(f"liste={name}"),
                _("Nachsehen, woran es liegt"),
            )
            for rang, titel, name in teile
        ]

    @admin.display(description=_("Anlass"), ordering="anlass")
    def anlass_in_worten(self, nachricht: Nachricht) -> str:
        return ANLAESSE.get(nachricht.anlass, nachricht.anlass)

    @admin.display(description=_("Woran es liegt"), ordering="fehler")
    def woran(self, nachricht: Nachricht) -> str:
        art = nachricht.fehler.split(" ")[0]
        return FEHLER.get(art, NICHT_ERREICHT) if art else ""

    @admin.display(description=_("Worum es geht"))
    def worum(self, nachricht: Nachricht) -> str:
        bezug = nachricht.bezug
        if bezug is None:
            return ""
        try:
            seite = reverse(f"admin:{bezug._meta.app_label}_{bezug._meta.model_name}_change", args=[bezug.pk])
        except NoReverseMatch:
            return str(bezug)
        return format_html('<a href="{}">{}</a>', seite, bezug)

    def geht(self, nachricht: Nachricht, tat: Tat) -> bool:
        return nachricht.status == Nachricht.Status.ABGEWIESEN

    def tun(self, request: HttpRequest, nachricht: Nachricht, tat: Tat, angaben: dict) -> None:
        nachricht.erneut_senden() if tat.name == "erneut_senden" else nachricht.abhaken()

    def weiter(self, request: HttpRequest, nachricht: Nachricht, tat: Tat) -> str:
        return self.listenadresse()

    def seiteninhalt(self, request: HttpRequest, nachricht: Nachricht) -> dict:
        kontext = {"nachricht": nachricht, "anlass": self.anlass_in_worten(nachricht)}
        return kontext | {"worum": self.worum(nachricht), "woran": self.woran(nachricht)}
