"""In which order are texts decided, and which comes next?"""

from django.contrib import messages
from django.db.models import Case, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ehrenamt.verwaltung import Tat, Warteschlange
from ehrenamt.verwaltung.ablauf import listenfilter
from ehrenamt.verwaltung.filter import ListenFilter, alles

from ..auswahl import FassungStatus
from ..models import Fassung
from ..risiko import Risiko, mit_risiko

ERSTE = Q(angebot__veroeffentlicht_am=None)
OFFEN = Q(status=FassungStatus.EINGEREICHT) | Q(nachzupruefen=True)


class FassungsListe(ListenFilter):
    teile = {
        "wartend": (_("Alles, was wartet"), lambda qs: qs.wartend()),
        "neu": (_("Neue Angebote"), lambda qs: qs.wartend().filter(ERSTE)),
        "aenderung": (_("Änderungen"), lambda qs: qs.wartend().exclude(ERSTE)),
        "nachzupruefen": (_("Direkt online, noch anzusehen"), lambda qs: qs.filter(nachzupruefen=True)),
        "zurueckgegeben": (_("Zurückgegeben"), lambda qs: qs.filter(status=FassungStatus.ZURUECKGEGEBEN)),
        "alle": (_("Alle, auch entschiedene"), alles),
    }


SCHLANGEN = {
    "neu": (20, _("Neue Angebote")),
    "aenderung": (30, _("Geänderte Angebote")),
    "nachzupruefen": (70, _("Direkt online gegangen, noch anzusehen")),
}


class FassungsReihe:
    """For FassungAdmin: the queues on the first page, and one text after the other in the order of the list that
    staff came from, with its filters."""

    def warteschlangen(self, request: HttpRequest) -> list[Warteschlange]:
        alle = self.get_queryset(request)
        return [self._schlange(alle, name, rang, titel) for name, (rang, titel) in SCHLANGEN.items()]

    def _schlange(self, alle: QuerySet, name: str, rang: int, titel) -> Warteschlange:
        zeilen, liste = FassungsListe.teile[name][1](alle), f"liste={name}"
        if name == "nachzupruefen":
            schritt, hin = _("Unauffällige gemeinsam abhaken"), self.listenadresse(f"{liste}&risiko={Risiko.OHNE}")
        else:
            schritt, hin = _("Mit dem ältesten anfangen"), f"{reverse('admin:boerse_fassung_naechste')}?{liste}"
        zeilen = mit_risiko(zeilen)
        teile = {
            risiko: Warteschlange(rang, risiko.label, zeilen, "", self.listenadresse(f"{liste}&risiko={risiko}"))
            for risiko in Risiko
        }
        adresse = self.listenadresse(liste)
        return Warteschlange(rang, titel, zeilen, "eingereicht_am", adresse, schritt, hin, "risiko", teile)

    def weiter(self, request: HttpRequest, fassung: Fassung, tat: Tat) -> str:
        """The next one that waits; the list where nothing waits any more."""
        if adresse := self.naechste_adresse(request, fassung):
            return adresse
        messages.info(request, _t("Jetzt wartet nichts mehr."))
        return self.listenadresse()

    def naechste_view(self, request: HttpRequest) -> HttpResponse:
        """Where to begin: the oldest of the list whose filters stand in the address."""
        erste = self._naechste(request, request.GET)
        if erste is None:
            messages.info(request, _t("Hier wartet nichts mehr."))
            return redirect(self.listenadresse())
        return redirect(self.seitenadresse(erste, request.GET.urlencode()))

    def naechste_adresse(self, request: HttpRequest, fassung: Fassung) -> str:
        filter = listenfilter(request)
        naechste = self._naechste(request, QueryDict(filter), fassung)
        return self.seitenadresse(naechste, filter) if naechste else ""

    def _naechste(self, request: HttpRequest, filter: QueryDict, fassung: Fassung | None = None) -> Fassung | None:
        """The oldest that came in after this one, else the oldest of all."""
        reihe = self.get_queryset(request).filter(OFFEN)
        for klasse in self.list_filter:
            if klasse is not FassungsListe and klasse.parameter_name not in filter:
                continue  # the list alone has a part that is shown when nothing else is asked for
            reihe = klasse(request, dict(filter.lists()), Fassung, self).queryset(request, reihe)
        if fassung:
            frueher = Q(eingereicht_am__lt=fassung.eingereicht_am or timezone.now())
            frueher |= Q(eingereicht_am=fassung.eingereicht_am, pk__lt=fassung.pk)
            reihe = reihe.exclude(pk=fassung.pk).order_by(
                Case(When(frueher, then=1), default=0), "eingereicht_am", "pk"
            )
        return reihe.select_related(None).only("pk", "inhalt", "angebot_id").first()
