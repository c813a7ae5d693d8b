"""The desk of the Kontaktstelle for films in sign language."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..film import KeinFilm, lesen
from ..models import Gebaerdenfilm
from ..models.gebaerdenfilm import dateiname
from ..verwaltung import PortalweitAdmin

# BITV 2.0, annex 2 part 1.
BREITE_MINDESTENS, HOEHE_MINDESTENS = 320, 240
UNTERTITEL_HOECHSTENS = 1_000_000


class GebaerdenfilmForm(forms.ModelForm):
    """What a file is says its content, whatever it is called."""

    class Meta:
        help_texts = {
            "datei": _(
                "MP4 mit H.264, mindestens 320 × 240 Bildpunkte und 25 Bilder in der Sekunde. Der Hintergrund ist "
                "ruhig, weder schwarz noch weiß, und hebt sich von Händen und Kleidung ab."
            ),
            "untertitel": _("Freiwillig, als WebVTT-Datei (.vtt)."),
            "abschrift": _("Alles, was im Film gebärdet wird, zum Lesen."),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("datei", "untertitel"):
            self.fields[name].widget.use_fieldset = False  # a legend of its own would leave the input without a label

    def clean_datei(self):
        datei = self.cleaned_data["datei"]
        if not isinstance(datei, UploadedFile):
            return datei
        if datei.size > settings.FILM_HOECHSTENS:
            raise ValidationError(_t("Höchstens %(n)s.") % {"n": filesizeformat(settings.FILM_HOECHSTENS)})
        try:
            self.film = lesen(datei)
        except KeinFilm as fehler:
            raise ValidationError(str(fehler)) from fehler
        if self.film.breite < BREITE_MINDESTENS or self.film.hoehe < HOEHE_MINDESTENS:
            raise ValidationError(_t("Das Bild ist zu klein: mindestens 320 × 240 Bildpunkte."))
        datei.name = dateiname(datei, "mp4")
        return datei

    def clean_untertitel(self):
        datei = self.cleaned_data["untertitel"]
        if not isinstance(datei, UploadedFile):
            return datei
        try:
            inhalt = datei.read(UNTERTITEL_HOECHSTENS + 1).decode("utf-8-sig")
        except UnicodeDecodeError:
            inhalt = ""
        if len(inhalt) > UNTERTITEL_HOECHSTENS or not inhalt.startswith("WEBVTT"):
            raise ValidationError(_t("Das ist keine WebVTT-Datei. Sie beginnt mit dem Wort WEBVTT."))
        datei.name = dateiname(datei, "vtt")
        return datei


@admin.register(Gebaerdenfilm)
class GebaerdenfilmAdmin(PortalweitAdmin):
    form = GebaerdenfilmForm
    fields = ["titel", "datei", "untertitel", "abschrift", "reihenfolge"]
    list_display = ["titel", "dauer", "reihenfolge", "geaendert_am"]
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return self.has_change_permission(request)

    @admin.display(description=_("Dauer"))
    def dauer(self, film: Gebaerdenfilm) -> str:
        return film.dauer

    def save_model(self, request: HttpRequest, obj: Gebaerdenfilm, form, change: bool) -> None:
        if gelesen := getattr(form, "film", None):
            obj.sekunden, obj.breite, obj.hoehe = gelesen.sekunden, gelesen.breite, gelesen.hoehe
            obj.groesse = obj.datei.size
        super().save_model(request, obj, form, change)
        transaction.on_commit(Gebaerdenfilm.objects.aufraeumen)

    def delete_model(self, request: HttpRequest, obj: Gebaerdenfilm) -> None:
        super().delete_model(request, obj)
        transaction.on_commit(Gebaerdenfilm.objects.aufraeumen)
