"""The Kontaktstellen themselves: texts by their own staff, regions and staff by the administration."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import ZustaendigkeitAdmin

from ..mitarbeit import mitarbeitende_setzen
from ..models import Gebiet, Kontaktstelle


class KontaktstelleForm(forms.ModelForm):
    adressen = forms.CharField(
        label=_("Mitarbeitende"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("E-Mail-Adressen, eine in jeder Zeile. Wer hier steht, darf in die Verwaltung."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "adressen" in self.fields:
            adressen = self.instance.mitarbeitende.order_by("email").values_list("email", flat=True)
            self.initial["adressen"] = "\n".join(adressen)

    def clean_adressen(self) -> list[str]:
        adressen = self.cleaned_data["adressen"].split()
        for adresse in adressen:
            try:
                validate_email(adresse)
            except ValidationError:
                raise ValidationError(_t("„%(a)s“ ist keine E-Mail-Adresse.") % {"a": adresse}) from None
        return adressen


class GebietInline(admin.TabularInline):
    model = Gebiet
    extra = 1


@admin.register(Kontaktstelle)
class KontaktstelleAdmin(ZustaendigkeitAdmin):
    """Whose regions and whose staff these are decides the administration alone: both give access."""

    form = KontaktstelleForm
    list_display = ["name", "telefon", "email", "sprechzeiten"]
    search_fields = ["name"]
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def get_fields(self, request: HttpRequest, obj=None) -> list[str]:
        eigene = ["name", "telefon", "email", "sprechzeiten", "anschrift", "text", "morgenmail"]
        eigene += [("abwesend_von", "abwesend_bis"), "vertretung"]
        return [*eigene, "adressen"] if request.user.is_superuser else eigene

    def get_field_queryset(self, db, db_field, request: HttpRequest) -> QuerySet | None:
        """Any office can stand in, not only one's own."""
        if db_field.name == "vertretung":
            return Kontaktstelle.objects.all()
        return super().get_field_queryset(db, db_field, request)

    def get_inlines(self, request: HttpRequest, obj) -> list:
        return [GebietInline] if request.user.is_superuser else []

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if "adressen" in form.cleaned_data and request.user.is_superuser:
            mitarbeitende_setzen(form.instance, form.cleaned_data["adressen"])
