"""The record of Art. 30 GDPR at the desk, to be printed."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ehrenamt.seiten import als_html

from ..verzeichnis import als_markdown


@require_safe
def verzeichnis(request: HttpRequest) -> HttpResponse:
    kontext = admin.site.each_context(request) | {
        "title": _("Verarbeitungsverzeichnis"),
        "inhalt_html": als_html(als_markdown()),
    }
    return TemplateResponse(request, "admin/verarbeitungsverzeichnis.html", kontext)
