"""The one settings file: safe production values, changed only through the environment (README, "Konfiguration")."""

from pathlib import Path
from urllib.parse import urlsplit

from django.utils.csp import CSP

from . import umgebung
from .laender import land

BASE_DIR = Path(__file__).resolve().parent.parent
DATEN = Path(umgebung.text("PORTAL_DATEN") or BASE_DIR / ".daten")
# Uploaded films; they belong into the backup like the database.
PORTAL_MEDIEN = Path(umgebung.text("PORTAL_MEDIEN") or DATEN / "medien")
# Build output (design system, collected static files); never data.
BAU = Path(umgebung.text("PORTAL_BAU") or BASE_DIR / ".bau")

# The portal: one deployment, one brand, its regions.
PORTAL_NAMEN = {
    "name": umgebung.texte("PORTAL_NAME", de="Ehrenamtsbörse", en="Volunteering Portal"),
    "kreis": umgebung.texte("PORTAL_KREIS", de="Kreis Soest"),
    "traeger": umgebung.texte("PORTAL_TRAEGER", de="Ein Angebot des Kreises Soest", en="A service of Kreis Soest"),
    "kontaktstelle": umgebung.texte(
        "PORTAL_KONTAKTSTELLE", de="Kontaktstelle Ehrenamt", en="Volunteer Centre (Kontaktstelle Ehrenamt)"
    ),
}
PORTAL_NAME, PORTAL_KREIS = PORTAL_NAMEN["name"]["de"], PORTAL_NAMEN["kreis"]["de"]
PORTAL_KONTAKTSTELLE = PORTAL_NAMEN["kontaktstelle"]["de"]
PORTAL_REGIONEN = umgebung.liste("PORTAL_REGIONEN", "05974")
# What its law asks for about accessibility (laender.py); the duties of towns differ, so both pages can be switched off.
PORTAL_LAND = land(PORTAL_REGIONEN)
PORTAL_LEICHTE_SPRACHE = umgebung.schalter("PORTAL_LEICHTE_SPRACHE", True)
PORTAL_GEBAERDENSPRACHE = umgebung.schalter("PORTAL_GEBAERDENSPRACHE", True)
PORTAL_ADRESSE = umgebung.text("PORTAL_ADRESSE", "https://localhost").rstrip("/")
# Number of proxies in front that add to X-Forwarded-For; 0 means the peer's own address counts.
PORTAL_PROXYS = umgebung.zahl("PORTAL_PROXYS", 0)
# Demo mode: plain http on loopback, mails are only shown, never sent.
DEMO = umgebung.schalter("PORTAL_DEMO")

SECRET_KEY = umgebung.text("PORTAL_GEHEIMNIS")
# Former secrets: with a new one, links in mails sent so far go on working until these are taken away.
SECRET_KEY_FALLBACKS = umgebung.liste("PORTAL_GEHEIMNIS_ALT")
DEBUG = False
_adresse = urlsplit(PORTAL_ADRESSE)
ALLOWED_HOSTS = umgebung.liste("PORTAL_HOSTS", _adresse.hostname or "")
if DEMO:
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [] if DEMO else [PORTAL_ADRESSE]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    # Last, in the order of dependence: post_migrate then finds everything it builds on.
    "ehrenamt.apps.VerwaltungConfig",
    "ehrenamt.apps.EhrenamtConfig",
    "organisationen",
    "boerse",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ehrenamt.kompression.packen",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ehrenamt.sprachen.sprache_der_adresse",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
]

ROOT_URLCONF = "ehrenamt.urls"
WSGI_APPLICATION = "ehrenamt.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ehrenamt.kontext.portal",
                "boerse.merkliste.fuer_vorlagen",
            ],
            "builtins": ["ehrenamt.templatetags.portal", "ehrenamt.templatetags.rahmen"],
        },
    },
]
FORM_RENDERER = "ehrenamt.formulare.PortalRenderer"

# Without DATABASE_URL, manage.py provides an embedded server and sets it (ehrenamt/datenbank.py).
DATABASES = {"default": umgebung.datenbank(umgebung.text("DATABASE_URL", "postgresql:///portal"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        # Shared by all processes: allauth's limits count here.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "zwischenspeicher",
    }
}

# Mail. Every mail is a Nachricht row; only the job that sends it uses this mailer.
MAILERS = {"default": umgebung.mailversand(umgebung.text("PORTAL_MAIL"))}
DEFAULT_FROM_EMAIL = umgebung.text("PORTAL_ABSENDER", f"{PORTAL_NAME} <noreply@{_adresse.hostname or 'localhost'}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Jobs: a mail server that takes its time holds up neither the other mails nor the duties.
PROCRASTINATE_WORKER_DEFAULTS = {"concurrency": 4}

# Accounts
AUTH_USER_MODEL = "organisationen.Konto"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "arbeitsbereich"
LOGOUT_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "organisationen.konten.KontoAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60  # mails may take minutes; the pages name it
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up, no other
ACCOUNT_EMAIL_CONFIRMATION_EXPIRE_DAYS = 2  # an account nobody confirmed is deleted then
ACCOUNT_CONFIRM_EMAIL_ON_GET = False  # mail scanners follow links; only the button confirms
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = PORTAL_NAME

# Sessions, cookies, transport
SESSION_ENGINE = "ehrenamt.sitzung"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SESSION_COOKIE_NAME = "sitzung"
CSRF_COOKIE_NAME = "formular"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser is closed
CSRF_FAILURE_VIEW = "ehrenamt.views.fehler.csrf"
SECURE_SSL_REDIRECT = not DEMO
SECURE_REDIRECT_EXEMPT = [r"^gesundheit/$"]  # asked by the container itself, inside the proxy
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PORTAL_PROXYS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
FILM_HOECHSTENS = umgebung.zahl("PORTAL_FILM_MB", 200) * 1_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# Language and time: stored in UTC, decided in Europe/Berlin.
# German is written in the source; every further language has its catalogue under ehrenamt/locale/.
LANGUAGE_CODE = "de"
LANGUAGES = umgebung.sprachen("PORTAL_SPRACHEN", "de,en")
LOCALE_PATHS = [BAU / "locale"]
FORMAT_MODULE_PATH = "ehrenamt.formate"
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BAU / "static"
# Of the sources only what is served as it is; styles and fonts are built (ehrenamt/gestaltung.py).
STATICFILES_DIRS = [
    *((art, BASE_DIR / "static" / art) for art in ("icons", "js")),
    ("css", BAU / "css"),
    ("schrift", BAU / "kern" / "schrift"),
]
SILENCED_SYSTEM_CHECKS = ["staticfiles.W004"]  # what is built is there once something needs it
# Nothing asks for the unhashed names, and compressing each file twice takes twice the time.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing is kept in files but the films
    "medien": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PORTAL_MEDIEN, "base_url": "/medien/", "allow_overwrite": True},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Periods (DESIGN: "Ohne Konto", "Antwort"); each a setting, used only through boerse/fristen.py.
FRISTEN = {
    "angebot_erinnern_tage": umgebung.zahl("PORTAL_ANGEBOT_ERINNERN_TAGE", 80),
    "angebot_erneut_erinnern_tage": umgebung.zahl("PORTAL_ANGEBOT_ERNEUT_ERINNERN_TAGE", 87),
    "angebot_pausieren_tage": umgebung.zahl("PORTAL_ANGEBOT_PAUSIEREN_TAGE", 90),
    # Between the last warning and the pause, also where the portal was down when the warning was due.
    "angebot_warnung_tage": umgebung.zahl("PORTAL_ANGEBOT_WARNUNG_TAGE", 3),
    "angebot_archivieren_tage": umgebung.zahl("PORTAL_ANGEBOT_ARCHIVIEREN_TAGE", 180),
    "anfrage_erinnern_tage": umgebung.zahl("PORTAL_ANFRAGE_ERINNERN_TAGE", 3),
    "anfrage_erneut_erinnern_tage": umgebung.zahl("PORTAL_ANFRAGE_ERNEUT_ERINNERN_TAGE", 7),
    "anfrage_uebernehmen_tage": umgebung.zahl("PORTAL_ANFRAGE_UEBERNEHMEN_TAGE", 10),
    "anfrage_nachfragen_tage": umgebung.zahl("PORTAL_ANFRAGE_NACHFRAGEN_TAGE", 3),
    "rueckmeldung_wochen": [4, 12],
    "anfrage_unbestaetigt_stunden": umgebung.zahl("PORTAL_ANFRAGE_UNBESTAETIGT_STUNDEN", 48),
    "anfrage_eltern_stunden": umgebung.zahl("PORTAL_ANFRAGE_ELTERN_STUNDEN", 48),
    "anfrage_nach_ergebnis_tage": umgebung.zahl("PORTAL_ANFRAGE_NACH_ERGEBNIS_TAGE", 90),
    "anfrage_ohne_ergebnis_tage": umgebung.zahl("PORTAL_ANFRAGE_OHNE_ERGEBNIS_TAGE", 180),
    "nachricht_tage": umgebung.zahl("PORTAL_NACHRICHT_TAGE", 30),
    "meldung_tage": umgebung.zahl("PORTAL_MELDUNG_TAGE", 180),
    "barriere_antwort_wochen": umgebung.zahl("PORTAL_BARRIERE_ANTWORT_WOCHEN", PORTAL_LAND.antwort_wochen),
    "barriere_hoechstens_wochen": umgebung.zahl("PORTAL_BARRIERE_HOECHSTENS_WOCHEN", PORTAL_LAND.hoechstens_wochen),
    "barriere_erinnern_tage": umgebung.zahl("PORTAL_BARRIERE_ERINNERN_TAGE", 3),
    "barriere_tage": umgebung.zahl("PORTAL_BARRIERE_TAGE", 180),
    "suchluecke_tage": umgebung.zahl("PORTAL_SUCHLUECKE_TAGE", 30),
    "suchluecke_monate": umgebung.zahl("PORTAL_SUCHLUECKE_MONATE", 12),
    "tageszahl_monate": umgebung.zahl("PORTAL_TAGESZAHL_MONATE", 24),
    "engagementwunsch_tage": umgebung.zahl("PORTAL_ENGAGEMENTWUNSCH_TAGE", 180),
    "engagementwunsch_erinnern_tage": umgebung.zahl("PORTAL_ENGAGEMENTWUNSCH_ERINNERN_TAGE", 7),
    "organisation_informieren_tage": umgebung.zahl("PORTAL_ORGANISATION_INFORMIEREN_TAGE", 28),
    "konto_schliessen_tage": umgebung.zahl("PORTAL_KONTO_SCHLIESSEN_TAGE", 14),
    "konto_unbestaetigt_stunden": umgebung.zahl("PORTAL_KONTO_UNBESTAETIGT_STUNDEN", 48),
    "konto_warnen_monate": umgebung.zahl("PORTAL_KONTO_WARNEN_MONATE", 24),
    "konto_loeschen_monate": umgebung.zahl("PORTAL_KONTO_LOESCHEN_MONATE", 36),
    # After the warning nobody's account goes sooner, however late the warning came.
    "konto_vorwarnung_tage": umgebung.zahl("PORTAL_KONTO_VORWARNUNG_TAGE", 30),
    "verlauf_monate": umgebung.zahl("PORTAL_VERLAUF_MONATE", 36),
    "verwaltungsprotokoll_monate": umgebung.zahl("PORTAL_VERWALTUNGSPROTOKOLL_MONATE", 12),
    "uebernahmeantrag_tage": umgebung.zahl("PORTAL_UEBERNAHMEANTRAG_TAGE", 90),
    "entwurf_monate": umgebung.zahl("PORTAL_ENTWURF_MONATE", 12),
    "kontakt_alter_texte_tage": umgebung.zahl("PORTAL_KONTAKT_ALTER_TEXTE_TAGE", 90),
    "archiv_monate": umgebung.zahl("PORTAL_ARCHIV_MONATE", 36),
    "organisation_abgelehnt_monate": umgebung.zahl("PORTAL_ORGANISATION_ABGELEHNT_MONATE", 12),
}

# What the portal itself writes into editable pages: page, line "[[name]]", function that gives the HTML.
SEITENTEILE = {
    "datenschutz": {"loeschfristen": "boerse.loeschung.als_tabelle"},
    "nutzungsbedingungen": {"antwortfristen": "boerse.antwort.als_absatz"},
    "barrierefreiheit": {"erklaerung": "ehrenamt.barrierefreiheit.als_erklaerung"},
    "gebaerdensprache": {"filme": "ehrenamt.gebaerdensprache.als_filme"},
    "leichte-sprache": {
        "stand": "ehrenamt.barrierefreiheit.stand_in_leichter_sprache",
        "mehr": "ehrenamt.barrierefreiheit.mehr_in_leichter_sprache",
    },
}
# Pages that this deployment does not have.
SEITEN_AUS = [
    slug
    for slug, an in (("leichte-sprache", PORTAL_LEICHTE_SPRACHE), ("gebaerdensprache", PORTAL_GEBAERDENSPRACHE))
    if not an
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "zeile": {
            "()": "ehrenamt.protokoll.Zeile",
            "fmt": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "filters": {"ohne_token": {"()": "ehrenamt.protokoll.OhneToken"}},
    "handlers": {
        "konsole": {"class": "logging.StreamHandler", "formatter": "zeile", "filters": ["ohne_token"]},
    },
    "root": {"handlers": ["konsole"], "level": umgebung.text("PORTAL_PROTOKOLL", "WARNING")},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
