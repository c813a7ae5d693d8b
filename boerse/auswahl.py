"""Which fixed choices does a listing offer? Codes are stable: they stand in imports, exports and addresses."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AngebotStatus(TextChoices):
    UNVEROEFFENTLICHT = "unveroeffentlicht", _("noch nicht online")
    VEROEFFENTLICHT = "veroeffentlicht", _("online")
    PAUSIERT = "pausiert", _("pausiert")
    ABGELAUFEN = "abgelaufen", _("abgelaufen")
    BEENDET = "beendet", _("beendet")
    ARCHIVIERT = "archiviert", _("archiviert")
    GESPERRT = "gesperrt", _("gesperrt")


class Beendet(TextChoices):
    BESETZT = "besetzt", _("Wir haben jemanden gefunden")
    ENTFALLEN = "entfallen", _("Die Aufgabe entfällt")


class FassungStatus(TextChoices):
    ENTWURF = "entwurf", _("Entwurf")
    EINGEREICHT = "eingereicht", _("eingereicht")
    ZURUECKGEGEBEN = "zurueckgegeben", _("zurückgegeben")
    UEBERNOMMEN = "uebernommen", _("übernommen")
    ABGELEHNT = "abgelehnt", _("abgelehnt")
    VERWORFEN = "verworfen", _("verworfen")


class AnfrageStatus(TextChoices):
    UNBESTAETIGT = "unbestaetigt", _("noch nicht bestätigt")
    ELTERN = "wartet_auf_eltern", _("wartet auf die Eltern")
    OFFEN = "offen", _("offen")
    BEANTWORTET = "beantwortet", _("beantwortet")
    KENNENLERNEN = "kennenlernen_vereinbart", _("Kennenlernen vereinbart")
    VERMITTELT = "vermittelt", _("vermittelt")
    ABGESAGT = "abgesagt", _("abgesagt")
    UEBERNOMMEN = "uebernommen", _("bei der Kontaktstelle")
    ZURUECKGEZOGEN = "zurueckgezogen", _("zurückgezogen")
    OHNE_RUECKMELDUNG = "ohne_rueckmeldung", _("ohne Rückmeldung")


class RueckmeldungSeite(TextChoices):
    BUERGERIN = "buergerin", _("interessierte Person")
    ORGANISATION = "organisation", _("Organisation")


class RueckmeldungFrage(TextChoices):
    DABEI = "dabei", _("Noch dabei?")
    GEWORDEN = "geworden", _("Ist etwas daraus geworden?")


class WunschStatus(TextChoices):
    UNBESTAETIGT = "unbestaetigt", _("noch nicht bestätigt")
    OFFEN = "offen", _("offen")
    IN_BERATUNG = "in_beratung", _("in Beratung")
    VERMITTELT = "vermittelt", _("vermittelt")
    OHNE_ERGEBNIS = "ohne_ergebnis", _("ohne Ergebnis")
    ZURUECKGEZOGEN = "zurueckgezogen", _("zurückgezogen")


class WieOft(TextChoices):
    """How often somebody would help, roughly: what an Angebot says by Art and Haeufigkeit."""

    EINMALIG = "einmalig", _("einmal oder ab und zu")
    MONATLICH = "monatlich", _("etwa einmal im Monat")
    VIERZEHNTAEGIG = "vierzehntaegig", _("alle zwei Wochen")
    WOECHENTLICH = "woechentlich", _("jede Woche")


class Art(TextChoices):
    EINMALIG = "einmalig", _("einmalig")
    REGELMAESSIG = "regelmaessig", _("regelmäßig")
    PROJEKT = "projekt", _("für ein Projekt")


class Haeufigkeit(TextChoices):
    WOECHENTLICH_MEHRMALS = "mehrmals", _("mehrmals pro Woche")
    WOECHENTLICH = "woechentlich", _("jede Woche")
    VIERZEHNTAEGIG = "vierzehntaegig", _("alle zwei Wochen")
    MONATLICH = "monatlich", _("jeden Monat")
    SELTENER = "seltener", _("seltener")
    ABSPRACHE = "absprache", _("nach Absprache")


class Wochentag(TextChoices):
    MO = "mo", _("Montag")
    DI = "di", _("Dienstag")
    MI = "mi", _("Mittwoch")
    DO = "do", _("Donnerstag")
    FR = "fr", _("Freitag")
    SA = "sa", _("Samstag")
    SO = "so", _("Sonntag")
    FLEXIBEL = "flexibel", _("flexibel")


# On every such day.
WOCHENTAGS = {
    Wochentag.MO: _("montags"),
    Wochentag.DI: _("dienstags"),
    Wochentag.MI: _("mittwochs"),
    Wochentag.DO: _("donnerstags"),
    Wochentag.FR: _("freitags"),
    Wochentag.SA: _("samstags"),
    Wochentag.SO: _("sonntags"),
}


class Tageszeit(TextChoices):
    VORMITTAGS = "vormittags", _("vormittags")
    NACHMITTAGS = "nachmittags", _("nachmittags")
    ABENDS = "abends", _("abends")
    FLEXIBEL = "flexibel", _("flexibel")


class Digital(TextChoices):
    NEIN = "nein", _("nur vor Ort")
    MOEGLICH = "moeglich", _("auch von zu Hause möglich")
    NUR = "nur", _("nur von zu Hause")


class Ortsanzeige(TextChoices):
    EXAKT = "exakt", _("die genaue Adresse")
    ORTSTEIL = "ortsteil", _("nur den Ortsteil")
    GEMEINDE = "gemeinde", _("nur die Stadt oder Gemeinde")


class Fuehrungszeugnis(TextChoices):
    KEINS = "keins", _("kein Führungszeugnis nötig")
    EINFACH = "einfach", _("einfaches Führungszeugnis")
    ERWEITERT = "erweitert", _("erweitertes Führungszeugnis")


class Nachweis(TextChoices):
    FUEHRERSCHEIN = "fuehrerschein", _("Führerschein")
    ERSTE_HILFE = "erste_hilfe", _("Erste-Hilfe-Kurs")
    BELEHRUNG_IFSG = "belehrung_ifsg", _("Belehrung nach dem Infektionsschutzgesetz")
    IMPFUNG = "impfung", _("Impfnachweis")
    AUSBILDUNG = "ausbildung", _("Ausbildung oder Lizenz")


class Deutsch(TextChoices):
    EGAL = "egal", _("Deutsch ist nicht nötig")
    GRUNDKENNTNISSE = "grundkenntnisse", _("etwas Deutsch reicht")
    GUT = "gut", _("gutes Deutsch")
    SEHR_GUT = "sehr_gut", _("sehr gutes Deutsch")


class Sprache(TextChoices):
    """ISO 639-1 codes of languages that are often wanted beside German."""

    AR = "ar", _("Arabisch")
    BG = "bg", _("Bulgarisch")
    EN = "en", _("Englisch")
    FA = "fa", _("Persisch")
    FR = "fr", _("Französisch")
    IT = "it", _("Italienisch")
    KU = "ku", _("Kurdisch")
    NL = "nl", _("Niederländisch")
    PL = "pl", _("Polnisch")
    RO = "ro", _("Rumänisch")
    RU = "ru", _("Russisch")
    ES = "es", _("Spanisch")
    SQ = "sq", _("Albanisch")
    TI = "ti", _("Tigrinya")
    TR = "tr", _("Türkisch")
    UK = "uk", _("Ukrainisch")


class AlleinGruppe(TextChoices):
    ALLEIN = "allein", _("allein")
    ZU_ZWEIT = "zu_zweit", _("zu zweit")
    KLEINE_GRUPPE = "kleine_gruppe", _("in einer kleinen Gruppe")
    GROSSE_GRUPPE = "grosse_gruppe", _("in einer großen Gruppe")


class Geeignet(TextChoices):
    EINZELPERSONEN = "einzelpersonen", _("Einzelpersonen")
    PAARE = "paare", _("Paare")
    FAMILIEN = "familien", _("Familien mit Kindern")
    GRUPPEN = "gruppen", _("Gruppen")
    UNTERNEHMEN = "unternehmen", _("Teams aus Unternehmen")
    SCHULKLASSEN = "schulklassen", _("Schulklassen")
    JUGENDLICHE = "jugendliche", _("Jugendliche")
    SENIOREN = "senioren", _("Ältere Menschen")
    NEU_IN_DEUTSCHLAND = "neu_in_deutschland", _("Menschen, die neu in Deutschland sind")
    MENSCHEN_MIT_BEHINDERUNG = "menschen_mit_behinderung", _("Menschen mit Behinderung")
    BERUFSTAETIGE = "berufstaetige", _("Berufstätige")


class Barrierefrei(TextChoices):
    STUFENLOS = "stufenlos", _("stufenloser Zugang")
    WC = "wc", _("barrierefreies WC")
    AUFZUG = "aufzug", _("Aufzug")
    PARKPLATZ = "parkplatz", _("Behindertenparkplatz")
    INDUKTION = "induktion", _("Höranlage")
    GEBAERDENSPRACHE = "gebaerdensprache", _("Gebärdensprache")
    LEICHTE_SPRACHE = "leichte_sprache", _("Anleitung in Leichter Sprache")
    BEGLEITPERSON = "begleitperson", _("Begleitperson willkommen")
    REIZARM = "reizarm", _("ruhige Umgebung")


class Erreichbarkeit(TextChoices):
    BUS_BAHN = "bus_bahn", _("mit Bus oder Bahn gut zu erreichen")
    FAHRRAD = "fahrrad", _("mit dem Fahrrad gut zu erreichen")
    PARKPLAETZE = "parkplaetze", _("Parkplätze am Haus")
    AUTO_NOETIG = "auto_noetig", _("nur mit dem Auto zu erreichen")
    FAHRDIENST = "fahrdienst", _("wir holen Sie ab")


class Leistung(TextChoices):
    """What people get: expenses, insurance, training (field "das bekommen Sie")."""

    FAHRTKOSTEN = "fahrtkosten", _("Fahrtkosten werden erstattet")
    AUSLAGEN = "auslagen", _("Auslagen werden erstattet")
    EHRENAMTSPAUSCHALE = "ehrenamtspauschale", _("Ehrenamtspauschale")
    UEBUNGSLEITERPAUSCHALE = "uebungsleiterpauschale", _("Übungsleiterpauschale")
    UNFALLVERSICHERUNG = "unfallversicherung", _("Sie sind unfallversichert")
    HAFTPFLICHTVERSICHERUNG = "haftpflichtversicherung", _("Sie sind haftpflichtversichert")
    EINARBEITUNG = "einarbeitung", _("Einarbeitung")
    FORTBILDUNG = "fortbildung", _("Fortbildungen")
    BEGLEITUNG = "begleitung", _("feste Ansprechperson")
    BESCHEINIGUNG = "bescheinigung", _("Bescheinigung über Ihr Engagement")
    VERPFLEGUNG = "verpflegung", _("Essen und Getränke")
    ARBEITSKLEIDUNG = "arbeitskleidung", _("Arbeitskleidung")


class MeldungGrund(TextChoices):
    VERALTET = "veraltet", _("Das Angebot ist nicht mehr aktuell")
    FALSCH = "falsch", _("Angaben stimmen nicht")
    BEZAHLT = "bezahlt", _("Das ist bezahlte Arbeit oder ersetzt sie")
    UNANGEMESSEN = "unangemessen", _("Der Inhalt ist unangemessen oder rechtswidrig")
    SONSTIGES = "sonstiges", _("Etwas anderes")
