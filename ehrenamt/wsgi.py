"""The entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from .gemerkt import nachschlagen_merken

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ehrenamt.settings")
application = get_wsgi_application()
nachschlagen_merken()
