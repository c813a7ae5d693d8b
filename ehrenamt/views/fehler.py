"""What does somebody see when a request cannot be served?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: cookies are off, or the page is from long ago."""
    return render(request, "403_formular.html", status=403)
