"""Which configuration does the environment give? Read once, by the settings only."""

import os
import re
from urllib.parse import parse_qsl, unquote, urlsplit

from django.utils.translation import get_language_info


def text(name: str, vorgabe: str = "") -> str:
    return os.environ.get(name, vorgabe).strip()


def schalter(name: str, vorgabe: bool = False) -> bool:
    wert = text(name)
    return wert.lower() in {"1", "true", "ja", "an"} if wert else vorgabe


def zahl(name: str, vorgabe: int) -> int:
    return int(text(name) or vorgabe)


def liste(name: str, vorgabe: str = "") -> list[str]:
    return [teil.strip() for teil in text(name, vorgabe).split(",") if teil.strip()]


def texte(name: str, **vorgaben: str) -> dict[str, str]:
    """A text per language, from NAME (German), NAME_EN and the like. Whoever names the German one gets no preset."""
    texte = {"de": text(name)} if text(name) else vorgaben
    for variable in os.environ:
        if (weitere := re.fullmatch(rf"{name}_([A-Z]+)", variable)) and text(variable):
            texte[weitere[1].lower()] = text(variable)
    return texte


def sprachen(name: str, vorgabe: str) -> list[tuple[str, str]]:
    """Codes with the name that each language has in itself; German, in which the texts are written, is always first."""
    codes = dict.fromkeys(["de", *liste(name, vorgabe)])
    return [(code, get_language_info(code)["name_local"].capitalize()) for code in codes]


# How PostgreSQL plans for this portal: its tables are in memory, its queries short, its processors busy with others.
PLANUNG = "-c random_page_cost=1.1 -c jit=off -c max_parallel_workers_per_gather=0 -c work_mem=16MB"


def datenbank(adresse: str) -> dict:
    """A Django database entry from postgresql://user:password@host:port/name?host=/socket/folder&option=…"""
    teile = urlsplit(adresse)
    optionen = {"options": PLANUNG} | dict(parse_qsl(teile.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(teile.path.lstrip("/")) or "portal",
        "USER": unquote(teile.username or ""),
        "PASSWORD": unquote(teile.password or ""),
        "HOST": optionen.pop("host", None) or unquote(teile.hostname or ""),
        "PORT": str(teile.port or optionen.pop("port", "") or ""),
        "OPTIONS": optionen,
        # A new connection costs 8 ms; sync workers keep theirs and check it before use.
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }


def mailversand(adresse: str) -> dict:
    """A Django mailer from smtp://user:password@host:port?timeout=60, smtps://… (TLS) or smtp+starttls://…; empty:
    none."""
    if not adresse:
        return {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    teile = urlsplit(adresse)
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": teile.hostname or "localhost",
            "port": teile.port or {"smtps": 465, "smtp+starttls": 587}.get(teile.scheme, 25),
            "username": unquote(teile.username or ""),
            "password": unquote(teile.password or ""),
            "use_ssl": teile.scheme == "smtps",
            "use_tls": teile.scheme == "smtp+starttls",
            # Whoever gives up too early sends a mail twice that the server was just taking.
            "timeout": float(dict(parse_qsl(teile.query)).get("timeout", 60)),
        },
    }
