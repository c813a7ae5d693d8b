"""Which words does the check of Leichte Sprache know by name?"""

ABKUERZUNGEN = [
    *("z. B.", "z.B.", "d. h.", "d.h.", "u. a.", "u.a.", "o. ä.", "i. d. R.", "usw.", "etc.", "ca.", "bzw.", "ggf."),
    *("evtl.", "inkl.", "max.", "min.", "mind.", "Tel.", "Nr.", "Std.", "Str.", "Min.", "Mo.", "Di.", "Mi.", "Do."),
    *("Fr.", "Sa.", "So.", "Abs.", "Art.", "e. V.", "e.V.", "vgl.", "sog.", "v. a."),
]
ZAHLWOERTER = [
    *("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "zwanzig"),
    *("dreißig", "fünfzig", "hundert", "tausend"),
]
# Beginnings of "eines", "Ihres" and the like.
BEIFUEGUNGEN = "[Ee]in|[Kk]ein|[Mm]ein|[Dd]ein|[Ss]ein|[Ii]hr|unser|eur|dies|jed"
# Endings and words that come from elsewhere or from offices.
FREMD = (
    r"(?:tion(?:en)?|ität(?:en)?|ismus|ieren|iert\w{0,2}|enz(?:en)?|anz(?:en)?|ment(?:s)?)$"
    r"|^(?:website|workshop|event|newsletter|feedback|team|flyer|meeting|coach|mentor|projekt|konzept|struktur|kompetent"
    r"|flexibel|aktiv|sozial|individuell|regelmäßig|gegebenenfalls|bezüglich|erforderlich|gewährleisten|durchführ"
    r"|maßnahme|zielgruppe|ressource|partizip|niedrigschwellig|ehrenamtskoordin)"
)
# What everybody knows all the same; beginnings, in small letters.
BEKANNT = (
    *("moment", "dokument", "instrument", "information", "station", "ment", "tanz", "ganz", "medikament", "glanz"),
    *("spazier", "probier", "telefonier"),
)
# At the beginning of a sentence these are no noun: "In der Schule" has no genitive.
VERHAELTNISWOERTER = "Ab|An|Auf|Aus|Bei|Hinter|In|Mit|Nach|Neben|Seit|Unter|Über|Von|Vor|Zu|Zwischen"
