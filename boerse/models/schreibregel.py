"""How does the portal put what it advises whoever writes a listing? The words of boerse/ratgeber/, edited by staff."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Schreibregel(models.Model):
    """The rule itself is a function of that name; here it is switched off and gets its words. Provided, never added."""

    schluessel = models.SlugField(_("Kürzel"), max_length=40, primary_key=True)
    titel = models.CharField(_("Titel"), max_length=100)
    grund = models.TextField(_("Grund und Rat"), help_text=_("Warum ist es wichtig, und wie macht man es besser?"))
    beispiel = models.TextField(_("Gutes Beispiel"), blank=True)
    aktiv = models.BooleanField(_("in Gebrauch"), default=True)

    class Meta:
        verbose_name = _("Schreibregel")
        verbose_name_plural = _("Schreibregeln")
        ordering = ["schluessel"]

    def __str__(self) -> str:
        return self.titel
