#!/usr/bin/env python3
"""Django's manage.py; on a bare machine it first provides what the project needs."""

import os
import sys

from ehrenamt import bootstrap

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ehrenamt.settings")
    bootstrap.bereitstellen(sys.argv)
    from django.core.management import execute_from_command_line

    from ehrenamt import start

    with start.umgebung(sys.argv):
        execute_from_command_line(sys.argv)
