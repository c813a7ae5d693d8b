"""How does staff put a text right? In the organisation's own form, approved in the same step."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .. import inhalt as format
from ..forms.angebot import AngebotForm
from ..models.fassungen import stand_von


class KorrekturSeite:
    """For FassungAdmin: a page with the whole text as a form."""

    def korrektur_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        fassung, tat = self.get_object(request, str(pk)), self.tat("freigeben")
        if not self.has_change_permission(request, fassung):
            raise PermissionDenied
        if not self.geht(fassung, tat) and request.method != "POST":
            return redirect(self.seitenadresse(fassung))
        form = AngebotForm(request.POST if request.method == "POST" else None, inhalt=fassung.inhalt)
        stand = request.POST.get("stand") or stand_von(fassung.inhalt)
        fehlend = []
        if request.POST.get("aktion") == "freigeben" and form.is_valid():
            fehler = format.pruefen(form.dokument)
            if not fehler:
                return self._versuchen(request, fassung, tat, {"stand": stand, "inhalt": form.dokument})
            fehlend = form.fehlend(fehler)
        form.rat_einholen(fassung.angebot_id)
        kontext = {"fassung": fassung, "form": form, "stand": stand, "fehler": form.fehlerliste() or fehlend}
        return render(request, "admin/boerse/fassung/korrektur.html", kontext)
