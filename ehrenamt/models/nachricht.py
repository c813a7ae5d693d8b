"""Which mails go out? A row per mail, written in the same transaction as its cause."""

from datetime import date, datetime, timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.mail import EmailMultiAlternatives
from django.db import models, transaction
from django.db.models.functions import Cast
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..ablauf import NichtMoeglich
from ..anfuehrung import schachteln
from ..felder import klein
from ..kontext import Portal
from ..links import Empfaenger, Link

SENDEN = "ehrenamt.tasks.nachricht_senden"
LINKLISTE = "meine_daten_links"


class NachrichtQuerySet(models.QuerySet):
    def faellig(self, heute: date) -> "NachrichtQuerySet":
        """Whose date of deletion has come."""
        return self.filter(loeschen_am__lte=heute).order_by("loeschen_am")

    def verwaist(self, jetzt: datetime) -> "NachrichtQuerySet":
        """Waiting for hours although no job will send them any more: all tries were used up."""
        from procrastinate.contrib.django.models import ProcrastinateJob

        jobs = ProcrastinateJob.objects.filter(
            task_name=SENDEN, status__in=["todo", "doing"], args__has_key="nachricht_id"
        )
        nummern = jobs.annotate(nummer=Cast("args__nachricht_id", models.BigIntegerField())).values("nummer")
        return self.filter(status="wartet", erstellt_am__lt=jetzt - timedelta(hours=6)).exclude(pk__in=nummern)

    def abgewiesen(self) -> "NachrichtQuerySet":
        """What no mail server will take; nothing happens any more without the desk."""
        return self.filter(status="abgewiesen")

    def haengt(self, jetzt: datetime) -> "NachrichtQuerySet":
        """What is tried again and again: the mail server is away or refuses the portal, somebody has to look."""
        return self.filter(status="wartet", erstellt_am__lt=jetzt - timedelta(hours=1))

    def linklisten(self, *adressen: str) -> "NachrichtQuerySet":
        """Lists of a person's links. They name several things, so each that is deleted takes them along."""
        return self.filter(anlass=LINKLISTE, empfaenger__in=[klein(adresse) for adresse in adressen])

    def in_zustaendigkeit(self, konto) -> "NachrichtQuerySet":
        """Mails about what lies in the regions of this person; the administration sees that of all mails."""
        if konto.is_superuser:
            return self
        bedingung = models.Q(pk__in=[])
        for modell in apps.get_models():
            alle = modell._default_manager
            if modell is not self.model and modell._meta.auto_field and hasattr(alle, "in_zustaendigkeit"):
                art = ContentType.objects.get_for_model(modell)
                bedingung |= models.Q(bezug_art=art, bezug_id__in=alle.in_zustaendigkeit(konto).values("pk"))
        return self.filter(bedingung)


class NachrichtManager(models.Manager.from_queryset(NachrichtQuerySet)):
    def schreiben(
        self, anlass: str, an: str, *, bezug=None, reply_to: str = "", sprache: str = "", jetzt=None, **kontext
    ):
        """Write the mail `anlass` (templates mail/<anlass>.txt and .html) and queue it.

        The first line of the text template is the subject; the language is the receiver's where it is known, else
        the portal's; each links.Link becomes the receiver's own. The row exists if and only if the surrounding
        transaction commits; so does the job, which carries the row's number alone. Duties say when it is (`jetzt`).
        """
        sprache = sprache or settings.LANGUAGE_CODE
        if isinstance(an, Empfaenger):
            eigene = {name: wert.fuer(an.konto) for name, wert in kontext.items() if isinstance(wert, Link)}
            kontext |= eigene
        kontext |= {"adresse": settings.PORTAL_ADRESSE, "sprache": sprache, "portal": Portal()}
        with override(sprache):
            betreff, _zeile, text = schachteln(render_to_string(f"mail/{anlass}.txt", kontext)).strip().partition("\n")
            html = schachteln(render_to_string(f"mail/{anlass}.html", kontext | {"betreff": betreff}))
        return self.einstellen(
            anlass, an, betreff, text.strip() + "\n", html, bezug=bezug, reply_to=reply_to, sprache=sprache, jetzt=jetzt
        )

    def einstellen(self, anlass, an, betreff, text, html="", *, bezug=None, reply_to="", sprache="", jetzt=None):
        """Queue a mail that is already rendered."""
        from ..tasks import nachricht_einreihen

        nachricht = self.create(
            anlass=anlass,
            empfaenger=an,
            betreff=" ".join(betreff.split())[:200],
            text=text,
            html=html,
            reply_to=reply_to,
            sprache=sprache or settings.LANGUAGE_CODE,
            message_id=make_msgid(domain=urlsplit(settings.PORTAL_ADRESSE).hostname),
            bezug=bezug,
            loeschen_am=timezone.localdate(jetzt) + timedelta(days=settings.FRISTEN["nachricht_tage"]),
        )
        nachricht_einreihen(nachricht.pk)
        return nachricht


class Nachricht(models.Model):
    class Status(models.TextChoices):
        WARTET = "wartet", _("wartet")
        GESENDET = "gesendet", _("gesendet")
        ABGEWIESEN = "abgewiesen", _("abgewiesen")

    anlass = models.CharField(_("Anlass"), max_length=60)
    empfaenger = models.EmailField(_("Empfänger"))
    betreff = models.CharField(_("Betreff"), max_length=200)
    text = models.TextField(_("Text"))
    html = models.TextField(_("HTML"), blank=True)
    reply_to = models.EmailField(_("Antwort an"), blank=True)
    sprache = models.CharField(_("Sprache"), max_length=10)
    message_id = models.CharField(max_length=200, unique=True, editable=False)
    bezug_art = models.ForeignKey(ContentType, models.PROTECT, null=True, blank=True, related_name="+")
    bezug_id = models.BigIntegerField(null=True, blank=True)
    bezug = GenericForeignKey("bezug_art", "bezug_id")
    status = models.CharField(_("Stand"), max_length=12, choices=Status, default=Status.WARTET)
    fehler = models.CharField(_("Fehler"), max_length=200, blank=True)
    erstellt_am = models.DateTimeField(_("erstellt am"), auto_now_add=True)
    gesendet_am = models.DateTimeField(_("gesendet am"), null=True, blank=True)
    loeschen_am = models.DateField(_("wird gelöscht am"), db_index=True)

    objects = NachrichtManager()

    class Meta:
        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["bezug_art", "bezug_id"], name="nachricht_bezug"),
            models.Index(fields=["empfaenger"], name="nachricht_empfaenger"),
            models.Index(fields=["id"], condition=models.Q(status="wartet"), name="nachricht_wartet"),
            models.Index(fields=["id"], condition=models.Q(status="abgewiesen"), name="nachricht_abgewiesen"),
        ]

    def __str__(self) -> str:
        return f"{self.anlass} {self.pk}"

    def erneut_senden(self) -> None:
        """Staff put right what had been refused."""
        from ..tasks import nachricht_einreihen

        with transaction.atomic():
            self._nur_abgewiesen().update(status=self.Status.WARTET, fehler="")
            nachricht_einreihen(self.pk)

    def einreihen(self) -> None:
        """A job for a mail that waits although none will send it any more."""
        from ..tasks import nachricht_einreihen

        nachricht_einreihen(self.pk)

    def abhaken(self) -> None:
        """Nothing can be done about it: gone before its day."""
        with transaction.atomic():
            self._nur_abgewiesen().delete()

    def _nur_abgewiesen(self) -> models.QuerySet:
        diese = type(self).objects.filter(pk=self.pk, status=self.Status.ABGEWIESEN)
        if not diese.select_for_update().exists():
            raise NichtMoeglich(_t("Das ist schon erledigt."))
        return diese

    def senden(self) -> None:
        """Hand the mail to the mailer; raises what the mailer raises. The Message-ID stays the same at each try."""
        mail = EmailMultiAlternatives(
            self.betreff,
            self.text,
            to=[self.empfaenger],
            reply_to=[self.reply_to] if self.reply_to else None,
            headers={"Message-ID": self.message_id, "Auto-Submitted": "auto-generated"},
        )
        if self.html:
            mail.attach_alternative(self.html, "text/html")
        mail.send()
